# shellcheck shell=bash
# Stacks of CloudFormation, changed through change sets alone: what is asked for is printed before it
# is done. Needs CFN, PARAMETERS, ENVIRONMENT and WORK, a folder for files.

CHANGE_SET=
CHANGE_SET_TYPE=

# Types whose loss is loss of data, or of the means to read it.
PRECIOUS='^AWS::(RDS::DB(Cluster|Instance)|S3::Bucket|KMS::Key|SecretsManager::Secret|ECR::Repository|Backup::BackupVault|CloudTrail::Trail)$'

stack_name() {
  printf 'periodtracker-%s-%s\n' "$ENVIRONMENT" "$1"
}

stack_region() {
  jq -r --arg stack "$1" '.Region as $region | .Stacks[] | select(.Stack == $stack) | .Region // $region' "$PARAMETERS"
}

# stack_call STACK SUBCOMMAND [ARGUMENT...]
stack_call() {
  local stack=$1 subcommand=$2
  shift 2
  aws --region "$(stack_region "$stack")" cloudformation "$subcommand" --stack-name "$(stack_name "$stack")" "$@"
}

# stack_wait STACK EVENT [ARGUMENT...]
stack_wait() {
  local stack=$1 event=$2
  shift 2
  aws --region "$(stack_region "$stack")" cloudformation wait "$event" --stack-name "$(stack_name "$stack")" "$@"
}

# Prints NONE where there is no stack, or only the shell of one whose plan was never carried out.
stack_status() {
  local status
  status=$(stack_call "$1" describe-stacks --query 'Stacks[0].StackStatus' --output text 2>/dev/null) || status=NONE
  [ "$status" != REVIEW_IN_PROGRESS ] || status=NONE
  printf '%s\n' "$status"
}

# stack_output STACK NAME
stack_output() {
  local value
  value=$(stack_call "$1" describe-stacks --query "Stacks[0].Outputs[?OutputKey=='$2'].OutputValue" --output text 2>/dev/null) || return 1
  [ -n "$value" ] && [ "$value" != None ] && printf '%s\n' "$value"
}

# resolve_parameters STACK
# Prints the parameters as the aws command takes them. A value @STACK.OUTPUT is what that stack
# says of itself; @image.SERVICE is the image that runs, so that a change of a stack is never a
# release. Fails where a stack that is asked is not there yet.
resolve_parameters() {
  local name value resolved incomplete=false
  {
    while IFS=$'\t' read -r name value; do
      resolved=$value
      case $value in
        @image.*) resolved=$(image_of "${value#@image.}") || exit 1 ;;
        @*.*)
          value=${value#@}
          if ! resolved=$(stack_output "${value%%.*}" "${value#*.}"); then
            say "   $name is the output ${value#*.} of ${value%%.*}, which is not there yet"
            incomplete=true
          fi
          ;;
      esac
      jq -n --arg name "$name" --arg value "$resolved" '{ParameterKey: $name, ParameterValue: $value}'
    done < <(stack_parameters "$1")
    ! "$incomplete"
  } >"$WORK/resolved" && jq -s . "$WORK/resolved"
}

# Name and value of each, with the environment where the template asks for it.
stack_parameters() {
  jq -r --arg stack "$1" '.Stacks[] | select(.Stack == $stack) | .Parameters | to_entries[] | [.key, .value] | @tsv' "$PARAMETERS"
  if grep -q '^  Environment:' "$CFN/$1.yaml"; then printf 'Environment\t%s\n' "$ENVIRONMENT"; fi
}

# image_of SERVICE
# What runs, else the image of IMAGE_TAG.
image_of() {
  local image region
  region=$(jq -r .Region "$PARAMETERS")
  image=$(running_image "$1" "$region") || image=
  if [ -z "$image" ]; then
    [[ ${IMAGE_TAG:-} =~ ^[0-9a-f]{40}$ ]] ||
      die "no $1 runs yet whose image could be kept: set IMAGE_TAG to the full commit of one that was pushed"
    image=$ACCOUNT.dkr.ecr.$region.amazonaws.com/periodtracker/$1:$IMAGE_TAG
  fi
  printf '%s\n' "$image"
}

# running_image SERVICE REGION
running_image() {
  local service
  if jq -e '.Stacks[] | select(.Stack == "compute-apprunner")' "$PARAMETERS" >/dev/null; then
    service=$(stack_output compute-apprunner "$(service_output "$1")") || return 1
    aws --region "$2" apprunner describe-service --service-arn "$service" \
      --query Service.SourceConfiguration.ImageRepository.ImageIdentifier --output text
  else
    service=$(stack_output compute-ecs-express "$(service_output "$1")") || return 1
    aws --region "$2" ecs describe-express-gateway-service --service-arn "$service" \
      --query 'service.activeConfigurations[0].primaryContainer.image' --output text
  fi
}

service_output() {
  case $1 in api) echo ApiService ;; cms) echo CmsService ;; *) die "there is no service $1" ;; esac
}

# make_change_set STACK
# Sets CHANGE_SET, to nothing where nothing would change. Fails where a stack that it needs is not
# there yet.
make_change_set() {
  local stack=$1 status reason
  status=$(stack_status "$stack")
  case $status in
    NONE) CHANGE_SET_TYPE=CREATE ;;
    *_IN_PROGRESS) die "$(stack_name "$stack") is being changed by somebody ($status)" ;;
    ROLLBACK_COMPLETE) die "$(stack_name "$stack") could not be created; look why, delete it, and try again" ;;
    *) CHANGE_SET_TYPE=UPDATE ;;
  esac
  CHANGE_SET=plan-$(date -u +%Y%m%d%H%M%S)
  stack_call "$stack" create-change-set --change-set-name "$CHANGE_SET" \
    --change-set-type "$CHANGE_SET_TYPE" --template-body "file://$CFN/$stack.yaml" \
    --parameters "file://$WORK/parameters.json" \
    --tags "$(stack_tags "$stack")" \
    --capabilities CAPABILITY_NAMED_IAM CAPABILITY_AUTO_EXPAND \
    >/dev/null || die "AWS refused the plan of $stack"
  if stack_wait "$stack" change-set-create-complete --change-set-name "$CHANGE_SET" 2>/dev/null; then return; fi
  reason=$(stack_call "$stack" describe-change-set --change-set-name "$CHANGE_SET" --query StatusReason --output text)
  drop_change_set "$stack"
  case $reason in
    *"didn't contain changes"* | *"No updates are to be performed"*) ;;
    *"No export named"*) say "   $reason"; return 1 ;;
    *) die "AWS cannot plan $stack: $reason" ;;
  esac
}

# Tags go to everything in a stack that can have tags: bills are split by them.
stack_tags() {
  jq -c --arg stack "$1" '.Tags + {Stack: $stack} | to_entries | map({Key: .key, Value: .value})' "$PARAMETERS"
}

print_changes() {
  if [ -z "$CHANGE_SET" ]; then
    say "   nothing changes"
    return
  fi
  changes "$1" | awk -F '\t' '{ printf "   %-7s %-52s %s%s\n", $1, $3, $2, ($4 == "True" ? "   REPLACED" : ($4 == "Conditional" ? "   perhaps replaced" : "")) }'
}

# Action, name, type and replacement of each change, separated by tabs.
changes() {
  stack_call "$1" describe-change-set --change-set-name "$CHANGE_SET" \
    --query 'Changes[].ResourceChange.[Action,LogicalResourceId,ResourceType,Replacement]' --output text
}

# refuse_loss STACK
# Fails where something precious would be removed or replaced, unless REPLACE names the stack.
refuse_loss() {
  local lost
  lost=$(changes "$1" | awk -F '\t' -v precious="$PRECIOUS" '$3 ~ precious && ($1 == "Remove" || $4 == "True") { print $2 }')
  [ -z "$lost" ] || [ "${REPLACE:-}" = "$1" ] && return 0
  say "   ${lost//$'\n'/, } would be lost or replaced. If that is wanted: REPLACE=$1"
  return 1
}

execute_change_set() {
  local stack=$1
  stack_call "$stack" execute-change-set --change-set-name "$CHANGE_SET"
  if ! stack_wait "$stack" "stack-$(tr '[:upper:]' '[:lower:]' <<<"$CHANGE_SET_TYPE")-complete"; then
    stack_call "$stack" describe-stack-events --output text \
      --query "StackEvents[?contains(ResourceStatus, 'FAILED')].[LogicalResourceId,ResourceStatusReason]" | sed 's/^/   /' >&2
    die "$stack could not be changed; AWS has put it back"
  fi
  # A stack is not deleted by a slip.
  aws --region "$(stack_region "$stack")" cloudformation update-termination-protection \
    --enable-termination-protection --stack-name "$(stack_name "$stack")" >/dev/null
  say "   done"
}

# A plan that is not carried out leaves nothing, not even the shell of a stack that is not there yet.
drop_change_set() {
  [ -n "$CHANGE_SET" ] || return 0
  stack_call "$1" delete-change-set --change-set-name "$CHANGE_SET" >/dev/null
  CHANGE_SET=
  if [ "$CHANGE_SET_TYPE" = CREATE ] && [ "$(stack_status "$1")" = NONE ]; then
    stack_call "$1" delete-stack 2>/dev/null || true
  fi
}
