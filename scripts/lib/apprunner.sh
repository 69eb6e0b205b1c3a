# shellcheck shell=bash
# Asking App Runner, and changing the image of a service. Needs WORK, a folder; after
# service_arn also ARN.

# service_arn NAME_OR_ARN
service_arn() {
  local arn
  case $1 in arn:*) printf '%s\n' "$1"; return ;; esac
  arn=$(aws apprunner list-services --output json |
    jq -r --arg name "$1" '.ServiceSummaryList[] | select(.ServiceName == $name) | .ServiceArn')
  [ -n "$arn" ] || die "App Runner has no service $1 in this region"
  printf '%s\n' "$arn"
}

describe_service() {
  aws apprunner describe-service --service-arn "$ARN" --output json
}

current_image() {
  describe_service | jq -er '.Service.SourceConfiguration.ImageRepository.ImageIdentifier'
}

smoke_url() {
  if [ -n "${SMOKE_URL:-}" ]; then
    printf '%s\n' "$SMOKE_URL"
  else
    describe_service | jq -er '"https://" + .Service.ServiceUrl'
  fi
}

# App Runner refuses a change while another is under way.
wait_while_busy() {
  local deadline=$((SECONDS + ${DEPLOY_SECONDS:-1200})) status
  while status=$(describe_service | jq -er .Service.Status); [ "$status" = OPERATION_IN_PROGRESS ]; do
    [ "$SECONDS" -lt "$deadline" ] || die "another operation on the service does not end"
    sleep "${DEPLOY_POLL_SECONDS:-5}"
  done
  [ "$status" = RUNNING ] || die "the service is $status"
}

# change_image IMAGE
# Prints how the operation ended. UpdateService replaces the source configuration whole, so
# what the service has is sent back to it with another image. Afterwards the service says
# RUNNING whether the change or its undoing succeeded: only the operation tells.
change_image() {
  local operation
  describe_service | jq --arg image "$1" '
    {ServiceArn: .Service.ServiceArn, SourceConfiguration: (.Service.SourceConfiguration
      | .ImageRepository.ImageIdentifier = $image | .AutoDeploymentsEnabled = false)}' >"$WORK/update.json"
  operation=$(aws apprunner update-service --cli-input-json "file://$WORK/update.json" --output json | jq -er .OperationId) ||
    die "App Runner did not take the change"
  say "Operation $operation"
  operation_outcome "$operation"
}

# operation_outcome OPERATION_ID
operation_outcome() {
  local deadline=$((SECONDS + ${DEPLOY_SECONDS:-1200})) status
  while [ "$SECONDS" -lt "$deadline" ]; do
    # One question that goes unanswered is no outcome.
    status=$(aws apprunner list-operations --service-arn "$ARN" --output json |
      jq -r --arg id "$1" '.OperationSummaryList[] | select(.Id == $id) | .Status') || status=UNKNOWN
    case $status in
      SUCCEEDED | FAILED | ROLLBACK_SUCCEEDED | ROLLBACK_FAILED) printf '%s\n' "$status"; return ;;
    esac
    sleep "${DEPLOY_POLL_SECONDS:-5}"
  done
  echo TIMED_OUT
}
