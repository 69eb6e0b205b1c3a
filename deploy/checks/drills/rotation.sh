# shellcheck shell=bash
# Changing secrets while phones call and editors work.

# Both services' secrets, twice, one instance after the other, while a phone calls.
step_rotate_secrets() {
  local api api2 cms first second third passport cookie dump
  local -a tokens=()
  drills_prepare
  drill_secrets
  dump=$DRILLS/backup/rotation.dump
  first=$APPLICATION_SECRET passport=$PASSPORT_SECRET
  drill_free_port api
  drill_free_port api2
  drill_free_port cms
  drill_cluster rotation
  drill_role
  "$BIN/api" migrate >&2 || die "the migrations failed"
  drill_service api api "$api"
  drill_service api2 api "$api2"
  drill_service cms cms "$cms"
  sign_up "$api" test-girl-erased-before; local before=$TOKEN
  sign_up "$api" test-girl-erased-after; local after=$TOKEN
  sign_up "$api" test-girl-1; tokens+=("$TOKEN")
  cookie=$(editor_signs_in "$cms")
  [ "$(editor_sees "$cms" "$cookie")" = 200 ] || die "the editor is not signed in"
  "$ROOT/scripts/dump" "$dump"
  call "$api" POST /account/delete '{}' "$before"
  expect 200 "a girl deletes her account before the rotation"
  wait_for_erasure_record

  caller_start "${tokens[0]}" "$api" "$api2"
  # Both at once in the settings; one instance after the other takes them.
  second=$(random_hex 32)
  export APPLICATION_SECRET=$second SECONDARY_APPLICATION_SECRET=$first
  PASSPORT_SECRET=$(random_hex 32)
  export PASSPORT_SECRET SECONDARY_PASSPORT_SECRET=$passport
  drill_service_stop api
  drill_service api api "$api"
  drill_service_stop api2
  drill_service api2 api "$api2"
  drill_service_stop cms
  drill_service cms cms "$cms"
  sleep 0.5
  caller_stop
  caller_events_are_stored
  log_in "$api" test-girl-1
  expect 200 "she logs in after the rotation"
  tokens+=("$TOKEN")
  for token in "${tokens[@]}"; do
    for port in "$api" "$api2"; do
      sync "$port" "$token" "after the rotation"
      expect 200 "a phone with a token of either secret"
    done
  done
  [ "$(editor_sees "$cms" "$cookie")" = 200 ] || die "the editor was signed out"
  call "$api" POST /account/delete '{}' "$after"
  expect 200 "a token of the old secret deletes the account"
  measured "rotate_secrets: both secrets changed, $CALLS calls throughout, $LOST lost, longest $LONGEST ms; tokens of both secrets and the editor's session hold"

  # Without the old secret editors are signed out, and a second rotation logs phones out: so the
  # runbook says when.
  drill_service_stop cms
  unset SECONDARY_PASSPORT_SECRET
  drill_service cms cms "$cms"
  [ "$(editor_sees "$cms" "$cookie")" = 303 ] || die "a cookie of a secret that is gone was taken"
  third=$(random_hex 32)
  export APPLICATION_SECRET=$third SECONDARY_APPLICATION_SECRET=$second
  drill_service_stop api
  drill_service api api "$api"
  sync "$api" "${tokens[0]}" "too old"
  expect 401 "a token of the secret before last"
  sync "$api" "${tokens[1]}" "still good"
  expect 200 "a token of the last secret"
  drill_service_stop api
  drill_service_stop api2
  drill_service_stop cms
  (postgres_stop "$DRILL_CLUSTER")

  # Who was deleted under each secret is deleted again, by naming the secrets of that time.
  drill_cluster rotated
  drill_role
  "$ROOT/scripts/restore" "$dump"
  APPLICATION_SECRET=$second SECONDARY_APPLICATION_SECRET=$first "$BIN/api" erasures replay | tee "$DRILLS/replayed" >&2
  grep -q ' 2 accounts deleted again' "$DRILLS/replayed" || die "who was deleted came back"
  [ "$(drill_sql -c "SELECT count(*) FROM oky_user")" = 1 ] || die "another account is gone"
  (postgres_stop "$DRILL_CLUSTER")
}

# editor_signs_in PORT
# Makes an editor and prints the cookie of her session.
editor_signs_in() {
  local password
  password=$(random_hex 12)
  "$BIN/cms" admin create-user --username editor --role superAdmin --lang en <<<"$password" >&2
  curl -s -o /dev/null -D "$DRILLS/headers" --data-urlencode "username=editor" \
    --data-urlencode "password@-" -H "Sec-Fetch-Site: same-origin" "http://127.0.0.1:$1/login" < <(printf %s "$password")
  sed -nE 's/^set-cookie: (__Host-session=[^;]+).*/\1/ip' "$DRILLS/headers" | tail -n 1
}

# editor_sees PORT COOKIE
# Prints the status of a page that only editors get.
editor_sees() {
  curl -s -o /dev/null -w '%{http_code}' -H "Accept: text/html" -H @- "http://127.0.0.1:$1/account" <<<"Cookie: $2"
}

# What Amazon's rotation does in SQL: two roles in turn. The services change over one at a time;
# what either makes belongs to both; the one that is no longer used can go.
step_rotate_database_password() {
  local api api2 token statement="SELECT count(DISTINCT tableowner) || ' ' || min(tableowner) FROM pg_tables WHERE schemaname = 'periodtracker'"
  local old_password new_password
  drills_prepare
  drill_secrets
  drill_free_port api
  drill_free_port api2
  drill_cluster passwords
  drill_roles
  "$BIN/api" migrate >&2 || die "the migrations failed"
  drill_service api api "$api"
  drill_service api2 api "$api2"
  sign_up "$api" test-girl-1
  token=$TOKEN old_password=$DATABASE_PASSWORD
  caller_start "$token" "$api" "$api2"
  rotate_role periodtracker_clone
  drill_service_stop api
  drill_service api api "$api"
  drill_service_stop api2
  drill_service api2 api "$api2"
  # Such as a migration of a later release, run as the other role.
  "$ROOT/scripts/row-digests" >/dev/null
  (database_tools; database_psql -c "CREATE TABLE made_by_clone (id integer); ALTER TABLE made_by_clone ADD COLUMN more integer") || die "the other role cannot make tables"
  "$BIN/api" migrate >&2 || die "the other role cannot migrate"
  [ "$(drill_sql -c "$statement")" = "1 periodtracker" ] || die "tables belong to more than one role"

  # And back, a month later: the first role has a new password, the second is still valid.
  rotate_role periodtracker
  drill_service_stop api
  drill_service api api "$api"
  drill_service_stop api2
  drill_service api2 api "$api2"
  (database_tools; database_psql -c "DROP TABLE made_by_clone") || die "the first role cannot change what the other made"
  new_password=$DATABASE_PASSWORD
  if (DATABASE_PASSWORD=$old_password "$ROOT/scripts/row-digests") >/dev/null 2>&1; then die "the first password is still good"; fi
  # A role that has leaked can go at once: nothing belongs to it.
  drill_sql -c "DROP ROLE periodtracker_clone"
  DATABASE_PASSWORD=$new_password "$ROOT/scripts/row-digests" >/dev/null
  sleep 0.3
  caller_stop
  caller_events_are_stored
  measured "rotate_database_password: two rotations, one instance after the other, $CALLS calls throughout, $LOST lost, longest $LONGEST ms; every table belongs to one role; the unused role dropped"
  drill_service_stop api
  drill_service_stop api2
  (postgres_stop "$DRILL_CLUSTER")
}

# The database and both roles, as the first deployment makes them: by an administrator who is no
# superuser, like Aurora's.
drill_roles() {
  DATABASE_USERNAME=periodtracker
  DATABASE_PASSWORD=$(random_hex 24)
  export DATABASE_USERNAME DATABASE_PASSWORD
  postgres_psql "$DRILL_CLUSTER" postgres postgres -q -v ON_ERROR_STOP=1 \
    -c "CREATE ROLE administrator LOGIN CREATEROLE CREATEDB" -c "CREATE DATABASE periodtracker OWNER administrator"
  postgres_psql "$DRILL_CLUSTER" administrator periodtracker -q -f "$ROOT/deploy/bootstrap.sql" || die "deploy/bootstrap.sql fails"
  postgres_psql "$DRILL_CLUSTER" administrator periodtracker -q -f "$ROOT/deploy/bootstrap.sql" || die "deploy/bootstrap.sql fails the second time"
}

# rotate_role NAME
# A new password for the role that is not in use, as the rotation sets it, and the settings of the
# next deployment.
rotate_role() {
  DATABASE_USERNAME=$1
  DATABASE_PASSWORD=$(random_hex 20)
  export DATABASE_USERNAME DATABASE_PASSWORD
  drill_sql <<<"ALTER USER $DATABASE_USERNAME WITH PASSWORD '$DATABASE_PASSWORD'"
}

# The functions of scripts/lib/database.sh, on the database of the drill.
database_tools() {
  source "$ROOT/scripts/lib/database.sh"
  database_open
}
