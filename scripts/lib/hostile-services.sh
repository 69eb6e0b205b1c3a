# shellcheck shell=bash
# Both services on a database of their own with demo content, to be treated badly. Needs BIN, the
# folder of the programs, and TEST_DATABASE_URL, which names a superuser.

HOSTILE_DATABASE=
HOSTILE_SCRATCH=
declare -A HOSTILE_PORTS=()
# Her key, whom nobody may change.
HOSTILE_EDITOR=
# Nobody else reaches them, and they are gone after the run.
HOSTILE_USERNAME=sita
HOSTILE_PASSWORD="a long road to Jomsom"

hostile_services_start() {
  local name
  HOSTILE_SCRATCH=${CARGO_TARGET_DIR:-$ROOT/target}/hostile
  rm -rf "$HOSTILE_SCRATCH"
  mkdir -p "$HOSTILE_SCRATCH"
  HOSTILE_DATABASE=hostile_$$
  psql -qX "$TEST_DATABASE_URL" -c "CREATE DATABASE $HOSTILE_DATABASE" || die "the database could not be made"
  hostile_run cms migrate >&2 || die "the migrations failed"
  cat "$ROOT"/scripts/demo/*.sql | PGOPTIONS="-c search_path=periodtracker" \
    psql -qX -o /dev/null -v ON_ERROR_STOP=1 --single-transaction "${TEST_DATABASE_URL%/*}/$HOSTILE_DATABASE" ||
    die "the demo content could not be stored"
  for name in "$HOSTILE_USERNAME" maya gita; do
    hostile_run cms admin create-user --username "$name" --role superAdmin --lang en <<<"$HOSTILE_PASSWORD" >&2 ||
      die "the editor $name could not be created"
  done
  HOSTILE_EDITOR=$(psql -qXAt "${TEST_DATABASE_URL%/*}/$HOSTILE_DATABASE" \
    -c "SELECT id FROM periodtracker.\"user\" WHERE username = '$HOSTILE_USERNAME'")
  for name in api cms; do hostile_service_start "$name"; done
  for name in api cms; do hostile_wait_ready "$name"; done
}

# hostile_run PROGRAM [ARGUMENT...]
# With settings of its own alone. Callers of the api say who they are, so that no throttle hides
# a route; the tests of throttling are elsewhere.
hostile_run() {
  local program=$1 address='^postgres(ql)?://([^:@/]*):([^@/]*)@([^:/]+)(:([0-9]+))?/'
  shift
  [[ $TEST_DATABASE_URL =~ $address ]] || die "TEST_DATABASE_URL is not of the form postgres://USER:PASSWORD@HOST:PORT/NAME"
  (cd "$HOSTILE_SCRATCH" && exec env -i "PATH=$PATH" "HOME=$HOSTILE_SCRATCH" NODE_ENV=test RUST_LOG=warn LOG_FORMAT=text \
    "DATABASE_USERNAME=${BASH_REMATCH[2]}" "DATABASE_PASSWORD=${BASH_REMATCH[3]}" "DATABASE_HOST=${BASH_REMATCH[4]}" \
    "DATABASE_PORT=${BASH_REMATCH[6]:-5432}" "DATABASE_NAME=$HOSTILE_DATABASE" DATABASE_SSL_MODE=disable \
    APPLICATION_SECRET="a secret for callers that mean harm" PASSPORT_SECRET="another secret for callers that mean harm" \
    LISTEN_ADDRESS=127.0.0.1 "API_PORT=${HOSTILE_PORTS[api]:-0}" "CMS_PORT=${HOSTILE_PORTS[cms]:-0}" \
    SHUTDOWN_NOTICE_SECONDS=0 TRUSTED_PROXY_HOPS=1 USE_AVATAR_CUSTOMIZATION=true \
    "$BIN/$program" "$@")
}

hostile_service_start() {
  local port=$((20000 + $$ % 10000))
  while port_is_taken "$port" || [ "$port" = "${HOSTILE_PORTS[api]:-}" ]; do port=$((port + 1)); done
  HOSTILE_PORTS[$1]=$port
  set -m
  hostile_run "$1" </dev/null >"$HOSTILE_SCRATCH/$1.log" 2>&1 &
  set +m
  SERVICES+=("$1")
  SERVICE_PIDS+=("$!")
}

hostile_wait_ready() {
  local deadline=$((SECONDS + 60))
  until [ "$(http_status "${HOSTILE_PORTS[$1]}" /ready)" = 200 ]; do
    if ! services_check || [ "$SECONDS" -ge "$deadline" ]; then
      tail -n 20 "$HOSTILE_SCRATCH/$1.log" >&2
      die "the $1 did not get ready"
    fi
    sleep 0.1
  done
}

# What they have complained about: nothing that a caller sends is an error of ours. What is no HTTP
# at all the library notes by itself.
hostile_complaints() {
  grep -hE '\bERROR\b|panicked' "$HOSTILE_SCRATCH"/*.log | grep -v 'request parse error' | head -n 20 || true
}

hostile_services_stop() {
  services_stop
  if [ -n "$HOSTILE_DATABASE" ]; then
    psql -qX "$TEST_DATABASE_URL" -c "DROP DATABASE IF EXISTS $HOSTILE_DATABASE WITH (FORCE)" || true
    HOSTILE_DATABASE=
  fi
}
