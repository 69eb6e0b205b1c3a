# shellcheck shell=bash
# Releasing, with the real images behind a small App Runner (deploy/checks/apprunner).
#   scripts      the scripts alone, against made-up answers and moto; quick
#   release      good and bad releases, while clients call both services all the time

source "$ROOT/deploy/checks/lib/python.sh"
source "$ROOT/deploy/checks/lib/docker.sh"
source "$ROOT/deploy/checks/lib/registry.sh"
source "$ROOT/deploy/checks/lib/tls-database.sh"
source "$ROOT/deploy/checks/lib/containers.sh"

STEPS+=(scripts release)

step_scripts() {
  python_tools release-tools
  require_programs jq curl -- jq curl ca-certificates
  python3 -m pytest -q -p no:cacheprovider deploy/checks/tests/scripts
}

step_release() {
  python_tools release-tools
  images_provide
  docker_require
  tls_database_start
  require_programs curl jq -- curl jq ca-certificates
  (container_run "$API_IMAGE" migrate >/dev/null 2>"$WORK/log") || { cat "$WORK/log" >&2; die "the migrations failed"; }
  cat "$ROOT"/scripts/demo/*.sql | tls_database_psql -o /dev/null --single-transaction -v ON_ERROR_STOP=1 || die "the demo content could not be stored"
  emulator_start
  client_start
  sleep 3

  make_variant api "$GOOD" "APP_REVISION=$GOOD"
  make_variant cms "$GOOD" "APP_REVISION=$GOOD"
  make_variant api "$DEAF" "APP_REVISION=$DEAF" LISTEN_ADDRESS=127.0.0.9
  make_variant cms "$DEAF" "APP_REVISION=$DEAF" HTTP_WORKERS=none
  make_variant api "$OTHER"
  make_variant cms "$OTHER"

  scenario "good release of the api" api "$GOOD" 0 "$GOOD" SUCCEEDED
  scenario "good release of the cms" cms "$GOOD" 0 "$GOOD" SUCCEEDED
  scenario "api that never gets healthy" api "$DEAF" 1 "$GOOD" ROLLBACK_SUCCEEDED
  scenario "cms that ends at once" cms "$DEAF" 1 "$GOOD" ROLLBACK_SUCCEEDED
  scenario "api of another revision than its tag" api "$OTHER" 1 "$GOOD" SUCCEEDED,SUCCEEDED
  scenario "cms of another revision than its tag" cms "$OTHER" 1 "$GOOD" SUCCEEDED,SUCCEEDED
  scenario "the same image again" api "$GOOD" 0 "$GOOD" ''
  refusals

  client_stop
  emulator_stop
  nothing_else_changed
  every_girl_is_there
}

# Commits that there are not.
GOOD=1111111111111111111111111111111111111111
DEAF=2222222222222222222222222222222222222222
OTHER=3333333333333333333333333333333333333333

# make_variant SERVICE COMMIT [SETTING=VALUE...]
# The real image with other settings in it, pushed as another commit's.
make_variant() {
  local service=$1 reference=$REGISTRY/periodtracker/$1:$2 image=${1^^}_IMAGE
  shift 2
  { printf 'FROM %s\n' "${!image}"; [ "$#" -eq 0 ] || printf 'ENV %s\n' "$@"; } >"$WORK/Variant"
  docker build --quiet --tag "$reference" - <"$WORK/Variant" >/dev/null
  docker push --quiet "$reference" >/dev/null
}

# The configuration of both services: what the template of the compute stack gives them.
emulator_start() {
  EMULATOR_PORT=$(free_port 51000)
  API_FRONT=$(free_port 51100)
  CMS_FRONT=$(free_port 51200)
  (
    umask 077
    jq -n --arg registry "$REGISTRY/periodtracker" --arg revision "$REVISION" --arg api "$API_FRONT" --arg cms "$CMS_FRONT" \
      --arg database "$TLS_HOST" --arg database_port "$(postgres_port "$TLS_CLUSTER")" --arg ca "$WORK/ca" \
      --rawfile password "$WORK/database-password" --rawfile application <(kept_secret "$WORK/application-secret" 32) \
      --rawfile passport <(kept_secret "$WORK/passport-secret" 32) -f "$ROOT/deploy/checks/apprunner/services.jq" >"$WORK/emulator.json"
  )
  PYTHONPATH=$ROOT/deploy/checks python3 -m apprunner "$EMULATOR_PORT" "$WORK/emulator.json" "$WORK/emulator-result.json" >"$WORK/emulator.log" 2>&1 &
  EMULATOR_PID=$!
  CLEAN_UPS+=(emulator_stop)
  export AWS_ENDPOINT_URL_APPRUNNER=http://127.0.0.1:$EMULATOR_PORT AWS_REGION=ap-south-1 AWS_DEFAULT_REGION=ap-south-1
  export AWS_ACCESS_KEY_ID=none AWS_SECRET_ACCESS_KEY=none AWS_EC2_METADATA_DISABLED=true
  until_status "$API_FRONT" /ready 200
  until_status "$CMS_FRONT" /ready 200
}

emulator_stop() {
  [ -n "${EMULATOR_PID:-}" ] || return 0
  kill -TERM "$EMULATOR_PID" 2>/dev/null
  wait "$EMULATOR_PID" 2>/dev/null
  EMULATOR_PID=
}

client_start() {
  PYTHONPATH=$ROOT/deploy/checks python3 -m apprunner.client "$API_FRONT" "$CMS_FRONT" "$WORK/calls" &
  CLIENT_PID=$!
  CLEAN_UPS+=(client_stop)
}

client_stop() {
  [ -n "${CLIENT_PID:-}" ] || return 0
  kill -TERM "$CLIENT_PID" 2>/dev/null
  wait "$CLIENT_PID" 2>/dev/null
  CLIENT_PID=
}

# scenario NAME SERVICE COMMIT EXIT_CODE SERVING_AFTERWARDS OPERATIONS
scenario() {
  local name=$1 service=$2 status=0 front=${2^^}_FRONT begin end operations before tally
  before=$(operations_of "$service" | wc -l)
  begin=$(date +%s.%N)
  SMOKE_URL=http://127.0.0.1:${!front} SMOKE_SECONDS=10 DEPLOY_POLL_SECONDS=0.5 \
    scripts/deploy-service "periodtracker-test-$service" "$REGISTRY/periodtracker/$service:$3" || status=$?
  end=$(date +%s.%N)
  [ "$status" -eq "$4" ] || die "$name: deploy-service ended with $status"
  [ "$(aws_service "$service" .Status)" = RUNNING ] || die "$name: the service does not say RUNNING"
  [ "$(aws_service "$service" .SourceConfiguration.ImageRepository.ImageIdentifier)" = "$REGISTRY/periodtracker/$service:$5" ] ||
    die "$name: another image is configured afterwards"
  [ "$(curl -sf "http://127.0.0.1:${!front}/health" | jq -r .revision)" = "$5" ] || die "$name: another revision serves afterwards"
  operations=$(operations_of "$service" | head -n "-$before" | paste -sd ,)
  [ "$operations" = "$6" ] || die "$name: the operations were $operations"
  # What is lost shows a little later at the latest.
  sleep 1
  tally=$(PYTHONPATH=$ROOT/deploy/checks python3 -m apprunner.tally "$WORK/calls" "$begin" "$(date +%s.%N)")
  fact "$name: $(awk -v a="$begin" -v b="$end" 'BEGIN {printf "%.0f", b - a}') s, exit code $status, $(awk '{print $1 " requests, " $2 " lost, slowest " $3 " ms"}' <<<"$tally")"
  [ "$(cut -d ' ' -f 2 <<<"$tally")" -eq 0 ] || die "$name: requests were lost"
}

# aws_service SERVICE FILTER
aws_service() {
  local arn
  arn=$(aws apprunner list-services | jq -r --arg name "periodtracker-test-$1" '.ServiceSummaryList[] | select(.ServiceName == $name).ServiceArn')
  aws apprunner describe-service --service-arn "$arn" | jq -r ".Service$2"
}

# operations_of SERVICE
# How each ended, the latest first.
operations_of() {
  aws apprunner list-operations --service-arn "$(aws_service "$1" .ServiceArn)" | jq -r '.OperationSummaryList[].Status'
}

# What must not even reach App Runner.
refusals() {
  local image
  for image in "$REGISTRY/periodtracker/cms:$GOOD" "$REGISTRY/periodtracker/api:latest" "$API_IMAGE"; do
    if scripts/deploy-service periodtracker-test-api "$image" 2>/dev/null; then die "deploy-service took $image for the api"; fi
  done
  if scripts/deploy-service periodtracker-test-nobody "$REGISTRY/periodtracker/api:$GOOD" 2>/dev/null; then die "deploy-service took a service that there is not"; fi
  [ "$(operations_of api | wc -l)" -eq 5 ] || die "a refused release reached App Runner"
}

# Each change was the configuration before with another image; every container that served
# ended by itself when it was asked to.
nothing_else_changed() {
  jq -e --slurpfile before "$WORK/emulator.json" '
    def bare: del(.ImageRepository.ImageIdentifier);
    (.updates | length == 8) and ([.updates[].SourceConfiguration | bare] - [$before[0].services[].SourceConfiguration | bare] == [])
    and ([.exit_codes[][]] | length > 0 and all(. == 0))' "$WORK/emulator-result.json" >/dev/null ||
    { jq . "$WORK/emulator-result.json" >&2; die "a release changed more than the image, or a container was killed"; }
}

# Every account whose sign-up was answered with 200 is in the database, once.
every_girl_is_there() {
  local answered stored
  answered=$(awk '$3 == "/account/signup" && $4 == 200' "$WORK/calls" | wc -l)
  stored=$(tls_database_psql -At -c 'SELECT count(*) FROM oky_user')
  if [ "$answered" -eq 0 ] || [ "$answered" -ne "$stored" ]; then die "$answered sign-ups were answered, $stored are stored"; fi
  fact "$answered sign-ups during the releases, all stored"
}
