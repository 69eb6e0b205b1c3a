# shellcheck shell=bash
# What an operator's scripts do in an account of AWS, on one that moto plays, and a girl's request
# worked through as the runbook says.

MOTO_PID=

# Starts moto, and points the aws CLI and the services' files at it.
moto_start() {
  local port
  drill_free_port port
  (cd "$DRILLS" && exec moto_server -H 127.0.0.1 -p "$port") >"$DRILLS/logs/moto" 2>&1 &
  MOTO_PID=$!
  CLEAN_UPS=(moto_stop "${CLEAN_UPS[@]}")
  export AWS_ENDPOINT_URL=http://127.0.0.1:$port AWS_REGION=ap-south-1 AWS_DEFAULT_REGION=ap-south-1
  export AWS_ACCESS_KEY_ID=testing AWS_SECRET_ACCESS_KEY=testing AWS_PAGER='' AWS_EC2_METADATA_DISABLED=true
  unset AWS_PROFILE AWS_SESSION_TOKEN
  until port_is_taken "$port"; do
    kill -0 "$MOTO_PID" 2>/dev/null || die "moto ended: $(tail -n 3 "$DRILLS/logs/moto")"
    sleep 0.2
  done
}

moto_stop() {
  [ -z "$MOTO_PID" ] || kill "$MOTO_PID" 2>/dev/null
  MOTO_PID=
  unset AWS_ENDPOINT_URL AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
}

step_operator() {
  local api id cluster_password
  python_tools drill-tools
  drills_prepare
  drill_secrets
  drill_free_port api
  drill_cluster operator
  drill_role
  cluster_password=$DATABASE_PASSWORD
  "$BIN/api" migrate >&2 || die "the migrations failed"
  moto_start
  account_of_aws
  # From here on settings come out of the account, as in a CloudShell.
  unset APPLICATION_SECRET PASSPORT_SECRET DATABASE_PASSWORD DATABASE_USERNAME STORAGE_DIR

  shell_reads_settings "$cluster_password"
  program_comes_out_of_its_image
  drill_service_of_account api "$api"
  sign_up "$api" test-girl-asks
  id=$ID
  sync "$api" "$TOKEN" "hers"
  call "$api" POST /account/reset-password '{"name":"test-girl-asks","secretAnswer":"an answer","password":"a password of test-girl-asks"}'
  expect 200 "somebody resets her password"
  sync "$api" "$TOKEN" "ruined"
  requests_of_a_girl "$id"
  drill_service_stop api

  secrets_rotate
  access_is_reviewed
  moto_stop
  measured "operator: settings out of the account, a program out of its image, a girl's data found, given back, exported and deleted, secrets rotated and retired, access reviewed"
  (postgres_stop "$DRILL_CLUSTER")
}

# Secrets, exports and a bucket, as the stacks make them.
account_of_aws() {
  aws s3api create-bucket --bucket periodtracker-drill-files --create-bucket-configuration LocationConstraint=ap-south-1 >/dev/null
  aws cloudformation create-stack --stack-name periodtracker-drill --template-body '{"Resources":{"Topic":{"Type":"AWS::SNS::Topic"}},"Outputs":{
    "Host":{"Value":"localhost","Export":{"Name":"periodtracker-drill-WriterHost"}},
    "Bucket":{"Value":"periodtracker-drill-files","Export":{"Name":"periodtracker-drill-BucketName"}}}}' >/dev/null
  store_secret database "{\"username\":\"periodtracker\",\"password\":\"$DATABASE_PASSWORD\",\"port\":$DATABASE_PORT}"
  store_secret application "{\"APPLICATION_SECRET\":\"$APPLICATION_SECRET\",\"SECONDARY_APPLICATION_SECRET\":\"\"}"
  store_secret editors "{\"PASSPORT_SECRET\":\"$PASSPORT_SECRET\"}"
}

# store_secret NAME JSON
store_secret() {
  aws secretsmanager create-secret --name "periodtracker/drill/$1" --secret-string "file://"<(printf %s "$2") >/dev/null
}

# In the same environment, since a real one has no folder of programs.
in_shell() {
  BIN=$BIN "$ROOT/scripts/operator-shell" drill "$@"
}

# shell_reads_settings PASSWORD
shell_reads_settings() {
  # shellcheck disable=SC2016 # Expanded inside.
  [ "$(in_shell bash -c 'echo "$DATABASE_PASSWORD $DATABASE_SSL_MODE $STORAGE_BUCKET"')" = "$1 verify-full periodtracker-drill-files" ] ||
    die "the shell has other settings than the account"
  in_shell row-digests >"$DRILLS/backup/operator.digests" || die "a script does not work in the shell"
  if "$ROOT/scripts/operator-shell" elsewhere true 2>/dev/null; then die "an environment that does not exist was opened"; fi
}

# An image of two layers in a repository; only the way to a layer, which moto does not know, is
# played by a file.
program_comes_out_of_its_image() {
  local layers=$DRILLS/layers tag=0123456789abcdef0123456789abcdef01234567 digest
  mkdir -p "$layers/root/usr/local/bin" "$layers/play"
  printf '#!/bin/sh\necho "came out of an image"\n' | tee "$layers/root/usr/local/bin/api" >"$layers/root/usr/local/bin/cms"
  chmod 755 "$layers/root/usr/local/bin/"*
  tar -czf "$layers/program" -C "$layers/root" usr/local/bin/api usr/local/bin/cms
  mkdir "$layers/empty" && tar -czf "$layers/other" -C "$layers/empty" .
  for name in program other; do
    digest=sha256:$(sha256sum "$layers/$name" | cut -d ' ' -f 1)
    cp "$layers/$name" "$layers/$digest"
    echo "$digest"
  done | jq -R . | jq -s '{schemaVersion: 2, mediaType: "application/vnd.oci.image.manifest.v1+json", config: {mediaType: "application/vnd.oci.image.config.v1+json", digest: "sha256:0", size: 2},
    layers: map({mediaType: "application/vnd.oci.image.layer.v1.tar+gzip", digest: ., size: 1})}' >"$layers/manifest"
  for name in api cms; do
    aws ecr create-repository --repository-name "periodtracker/$name" >/dev/null
    aws ecr put-image --repository-name "periodtracker/$name" --image-tag "$tag" --image-manifest "file://$layers/manifest" >/dev/null
  done
  cat >"$layers/play/aws" <<PLAY
#!/usr/bin/env bash
for argument; do case \$argument in sha256:*) digest=\$argument ;; esac; done
if [ "\$1 \$2" = "ecr get-download-url-for-layer" ]; then echo "file://$layers/\$digest"; else exec "$(command -v aws)" "\$@"; fi
PLAY
  chmod 755 "$layers/play/aws"
  [ "$(BIN='' PATH=$layers/play:$PATH "$ROOT/scripts/operator-shell" drill api 2>/dev/null)" = "came out of an image" ] ||
    die "the program was not found in its image"
  find "$layers" -name 'sha256:*' -exec sh -c 'printf x >>"$1"' - {} \;
  if BIN='' PATH=$layers/play:$PATH "$ROOT/scripts/operator-shell" drill api >/dev/null 2>&1; then die "a damaged layer was taken"; fi
}

# drill_service_of_account NAME PORT
# A service with the settings of the account.
drill_service_of_account() {
  local secret
  secret=$(aws secretsmanager get-secret-value --secret-id periodtracker/drill/application --query SecretString --output text)
  APPLICATION_SECRET=$(jq -r .APPLICATION_SECRET <<<"$secret")
  DATABASE_PASSWORD=$(aws secretsmanager get-secret-value --secret-id periodtracker/drill/database --query SecretString --output text | jq -r .password)
  export APPLICATION_SECRET DATABASE_PASSWORD DATABASE_USERNAME=periodtracker STORAGE_BUCKET=periodtracker-drill-files STORAGE_KIND=s3
  drill_service "$1" api "$2"
  unset APPLICATION_SECRET DATABASE_PASSWORD DATABASE_USERNAME STORAGE_BUCKET STORAGE_KIND
}

# requests_of_a_girl ID
# deploy/runbooks/data-protection.md.
requests_of_a_girl() {
  in_shell api account find <<<"test-girl-asks" | grep -q "^$1" || die "she is not found"
  in_shell api account restore-store --id "$1" >&2 || die "her diary is not given back"
  in_shell api account export --id "$1" >"$DRILLS/backup/export.json"
  [ "$(jq -r .store.appState.note "$DRILLS/backup/export.json")" = hers ] || die "the export is not what she had"
  in_shell api account delete --id "$1" >&2 || die "her account is not deleted"
  if in_shell api account find <<<"test-girl-asks" 2>/dev/null; then die "she is still found"; fi
  [ "$(aws s3api list-objects-v2 --bucket periodtracker-drill-files --prefix erasures/ --query 'length(Contents)')" = 1 ] ||
    die "there is no record of her erasure"
  traces_of "$1"
  in_shell api erasures replay | grep -q '^1 records, 0 accounts' || die "the record cannot be replayed"
}

secrets_rotate() {
  local before
  before=$(secret_value application APPLICATION_SECRET)
  "$ROOT/scripts/rotate-secret" drill application
  [ "$(secret_value application SECONDARY_APPLICATION_SECRET)" = "$before" ] || die "the old secret is lost"
  [ "$(secret_value application APPLICATION_SECRET | tr -d '\n' | wc -c)" = 64 ] || die "the new secret is none"
  if "$ROOT/scripts/rotate-secret" drill application 2>/dev/null; then die "phones of the secret before last would be logged out"; fi
  "$ROOT/scripts/rotate-secret" --retire drill application
  [ -z "$(secret_value application SECONDARY_APPLICATION_SECRET)" ] || die "the old secret is still there"
  before=$(secret_value editors PASSPORT_SECRET)
  "$ROOT/scripts/rotate-secret" drill editors
  [ "$(secret_value editors SECONDARY_PASSPORT_SECRET)" = "$before" ] || die "the editors' old secret is lost"
}

# secret_value SECRET NAME
secret_value() {
  aws secretsmanager get-secret-value --secret-id "periodtracker/drill/$1" --query SecretString --output text | jq -r ".$2"
}

access_is_reviewed() {
  local page
  aws iam create-user --user-name test-operator >/dev/null
  aws iam create-login-profile --user-name test-operator --password "$(random_hex 12)Aa-" >/dev/null
  aws iam create-access-key --user-name test-operator >/dev/null
  aws iam create-group --group-name test-operators >/dev/null
  aws iam add-user-to-group --user-name test-operator --group-name test-operators
  aws iam put-group-policy --group-name test-operators --policy-name deploys \
    --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"apprunner:*","Resource":"*"}]}'
  aws iam create-role --role-name test-open --assume-role-policy-document \
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}' >/dev/null
  in_shell cms admin create-user --username test-editor --role contentManager --lang ne < <(random_hex 12; echo)
  page=$(in_shell access-review)
  for wanted in '^! test-operator' 'may: deploys (inline)' 'signs in without MFA' '^! test-open' 'anybody may take it' '^test-editor  contentManager  ne'; do
    grep -q -- "$wanted" <<<"$page" || die "the review does not say: $wanted
$page"
  done
}
