# shellcheck shell=bash
# What CloudFormation cannot describe, done after the stack it belongs to. Each may be done again.

# after_apply STACK
after_apply() {
  case $1 in
    compute-apprunner) after_app_runner ;;
    governance) after_governance ;;
  esac
}

# App Runner makes its log groups itself, without an end and with its own key.
after_app_runner() {
  local region service group
  region=$(stack_region compute-apprunner)
  for service in api cms; do
    while IFS= read -r group; do
      [ -n "$group" ] || continue
      aws --region "$region" logs put-retention-policy --log-group-name "$group" --retention-in-days 90
      say "   $group is kept for 90 days"
    done < <(aws --region "$region" logs describe-log-groups \
      --log-group-name-prefix "/aws/apprunner/periodtracker-$ENVIRONMENT-$service/" \
      --query 'logGroups[].logGroupName' --output text | tr '\t' '\n')
  done
}

after_governance() {
  aws iam update-account-password-policy --minimum-password-length 14 --password-reuse-prevention 24 \
    --require-lowercase-characters --require-uppercase-characters --require-numbers --allow-users-to-change-password
  say "   passwords of operators have 14 characters at least"
  aws s3control put-public-access-block --account-id "$ACCOUNT" --region "$(stack_region governance)" \
    --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true
  say "   no bucket of the account can be made public"
  # A tag can be switched on only after a bill has seen it, a day after the first stack.
  if aws --region us-east-1 ce update-cost-allocation-tags-status --cost-allocation-tags-status \
    TagKey=Project,Status=Active TagKey=Environment,Status=Active TagKey=Stack,Status=Active >/dev/null 2>&1; then
    say "   bills are split by Project, Environment and Stack"
  else
    say "   bills cannot be split by tags yet; apply governance again tomorrow"
  fi
}
