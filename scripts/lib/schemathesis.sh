# shellcheck shell=bash
# schemathesis: calls made up from the description of a service, sent to the service. Needs ROOT.

source "$ROOT/deploy/checks/lib/python.sh"
source "$ROOT/scripts/lib/hostile-services.sh"

# hostile_services_require
# Builds and starts both services, once.
hostile_services_require() {
  [ -z "$HOSTILE_DATABASE" ] || return 0
  python_tools schemathesis
  postgres_require_programs
  PATH=$PATH:$POSTGRES_BIN
  [ -n "${TEST_DATABASE_URL:-}" ] || test_database_start
  build_test_programs
  hostile_services_start
}

# schemathesis_run SERVICE EXAMPLES SEED [OPTION...]
# Fails on a server error, on an answer that the description does not name, and on an error in a log.
schemathesis_run() {
  local service=$1 base=http://127.0.0.1:${HOSTILE_PORTS[$1]} examples=$2 seed=$3 complaints
  shift 3
  (cd "$HOSTILE_SCRATCH" && HOSTILE_BASE=$base HOSTILE_SEED=$seed HOSTILE_USERNAME=$HOSTILE_USERNAME \
    HOSTILE_PASSWORD=$HOSTILE_PASSWORD HOSTILE_EDITOR=$HOSTILE_EDITOR SCHEMATHESIS_HOOKS=${service}_hooks \
    PYTHONPATH=$ROOT/scripts/schemathesis PYTHONDONTWRITEBYTECODE=1 \
    st --config-file "$ROOT/scripts/schemathesis/$service.toml" run "$base/openapi.json" \
    --max-examples "$examples" --seed "$seed" --no-color "$@" >&2) ||
    die "the $service answers what its description does not say"
  complaints=$(hostile_complaints)
  [ -z "$complaints" ] || die "the services have complained: $complaints"
}
