# shellcheck shell=bash
# Losing the database, and having it back.

# A dump while phones write, over TLS that is verified, restored into a new server with every row
# equal; who was deleted since is deleted again.
step_restore_dump() {
  local api cms deleted kept other dump=$DRILLS/backup/periodtracker.dump began
  drills_prepare
  drill_secrets
  dump=$DRILLS/backup/periodtracker.dump
  drill_free_port api
  drill_free_port cms

  drill_cluster before
  drill_role
  "$BIN/api" migrate >&2 || die "the migrations failed"
  drill_fill
  drill_service api api "$api"
  sign_up "$api" test-girl-deleted
  deleted=$TOKEN deleted_id=$ID
  send_events "$api" "$deleted" 5
  sign_up "$api" test-girl-kept
  kept=$TOKEN
  sync "$api" "$kept" "before the dump"
  sign_up "$api" test-girl-caller
  caller_start "$TOKEN" "$api"
  began=$SECONDS
  "$ROOT/scripts/dump" "$dump"
  NOTE_DUMP="dump $((SECONDS - began)) s"
  caller_stop
  caller_events_are_stored
  [ "$(stat -c %a "$dump" "$dump.digests" "$dump.sha256" | sort -u)" = 600 ] || die "others may read the dump"
  refuse_what_is_not_verified

  # After the dump: one girl deletes her account, another comes.
  call "$api" POST /account/delete '{}' "$deleted"
  expect 200 "a girl deletes her account"
  wait_for_erasure_record
  sign_up "$api" test-girl-too-late
  other=$ID
  drill_service_stop api
  (postgres_stop "$DRILL_CLUSTER" immediate)

  drill_cluster after
  drill_role
  began=$SECONDS
  refuse_a_damaged_dump "$dump"
  "$ROOT/scripts/restore" "$dump" || die "the dump could not be restored"
  if ("$ROOT/scripts/restore" "$dump") 2>/dev/null; then die "it was restored over what was there"; fi
  [ "$("$BIN/api" migrate)" = "0 migrations applied, 0 indexes built" ] || die "the restored schema is not whole"
  [ "$(drill_sql -c "SELECT count(*) FROM oky_user WHERE id = '$deleted_id'")" = 1 ] || die "the dump is not from before"
  "$BIN/api" erasures replay | tee "$DRILLS/replayed" >&2
  grep -q '^1 records, 1 accounts deleted again' "$DRILLS/replayed" || die "she was not deleted again"
  "$BIN/api" erasures replay | grep -q ', 0 accounts deleted again' || die "a second time does something"
  traces_of "$deleted_id"
  drill_service api api "$api"
  drill_service cms cms "$cms"
  RESTORED_IN=$((SECONDS - began))
  log_in "$api" test-girl-deleted
  expect 401 "who was deleted stays so"
  sync "$api" "$kept" "after the restore"
  expect 200 "a phone goes on with its token"
  log_in "$api" test-girl-too-late
  expect 401 "who came after the dump is unknown"
  sign_up "$api" test-girl-too-late
  [ "$ID" != "$other" ] || die "an id was given twice"
  send_events "$api" "$TOKEN" 3
  drill_service_stop api
  drill_service_stop cms
  measured "restore_dump: $(digest_rows "$dump.digests"), $NOTE_DUMP while a phone made $CALLS calls ($LOST lost, longest $LONGEST ms); restored, compared, erasures replayed and both services ready in $RESTORED_IN s; rows lost 0"
  (postgres_stop "$DRILL_CLUSTER")
}

# A server that proves nothing must not get the password, let alone the data.
refuse_what_is_not_verified() {
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=another authority" \
    -keyout "$DRILLS/ca/other.key" -out "$DRILLS/ca/other.crt" 2>/dev/null
  if (DATABASE_SSL_ROOT_CERT=$DRILLS/ca/other.crt "$ROOT/scripts/row-digests") >/dev/null 2>&1; then
    die "a certificate of another authority was taken"
  fi
  if (DATABASE_HOST=127.0.0.1 "$ROOT/scripts/row-digests") >/dev/null 2>&1; then
    die "a certificate for another name was taken"
  fi
  if (DATABASE_SSL_MODE=disable "$ROOT/scripts/row-digests") >/dev/null 2>&1; then
    die "the server takes connections without TLS"
  fi
}

# refuse_a_damaged_dump FILE
refuse_a_damaged_dump() {
  cp "$1" "$DRILLS/backup/damaged.dump"
  cp "$1.digests" "$DRILLS/backup/damaged.dump.digests"
  sed 's/periodtracker\.dump/damaged.dump/' "$1.sha256" >"$DRILLS/backup/damaged.dump.sha256"
  printf x | dd of="$DRILLS/backup/damaged.dump" bs=1 seek=2000 conv=notrunc status=none
  if ("$ROOT/scripts/restore" "$DRILLS/backup/damaged.dump") 2>/dev/null; then die "a damaged dump was restored"; fi
}

wait_for_erasure_record() {
  local waited=0
  while [ -z "$(find "$STORAGE_DIR/erasures" -name '*.json' 2>/dev/null)" ]; do
    waited=$((waited + 1))
    [ "$waited" -lt 300 ] || die "no record of the erasure was written"
    sleep 0.1
  done
}

# traces_of ID
# Fails if a dump of the whole database names her anywhere.
traces_of() {
  local hits
  hits=$("$POSTGRES_BIN/pg_dump" -h "$(cat "$DRILL_CLUSTER/socket")" -p "$DATABASE_PORT" -U postgres periodtracker | grep -c -e "$1" -e "${1//-/}") || true
  [ "$hits" = 0 ] || die "$hits lines still name who was deleted"
}

digest_rows() {
  awk '{rows += $2} END {print NR " tables, " rows " rows"}' "$1"
}

# Base backup and log archive; everything is deleted by mistake; back to the second before.
step_restore_point_in_time() {
  local api cms point archive=$DRILLS/archive base=$DRILLS/base began deleted_at
  drills_prepare
  drill_secrets
  archive=$DRILLS/archive base=$DRILLS/base
  drill_free_port api
  drill_free_port cms
  postgres_choose_owner "$archive"
  mkdir -m 700 "$archive" && chown "$POSTGRES_OWNER" "$archive"

  drill_cluster live "wal_level = replica" "archive_mode = on" "archive_command = 'test ! -f $archive/%f && cp %p $archive/%f'" "max_wal_senders = 4"
  drill_role
  "$BIN/api" migrate >&2 || die "the migrations failed"
  mkdir -m 700 "$base" && chown "$POSTGRES_OWNER" "$base"
  as_postgres_owner "$POSTGRES_BIN/pg_basebackup" -h "$(cat "$DRILL_CLUSTER/socket")" \
    -p "$DATABASE_PORT" -U postgres -D "$base/data" --wal-method=none --checkpoint=fast --no-password 2>"$DRILLS/logs/basebackup" ||
    die "the base backup failed: $(cat "$DRILLS/logs/basebackup")"

  # All that follows is in the log alone.
  drill_fill
  drill_service api api "$api"
  sign_up "$api" test-girl-in-time
  token=$TOKEN
  sync "$api" "$token" "in time"
  caller_start "$token" "$api"
  sleep 2
  caller_stop
  caller_events_are_stored
  # A running api writes on its own too (housekeeping); the second is taken when it has ended.
  drill_service_stop api
  "$ROOT/scripts/row-digests" >"$DRILLS/backup/point.digests"
  point=$(drill_sql -c "SELECT now()")
  sleep 1
  deleted_at=$(drill_sql -c "DELETE FROM app_event; DELETE FROM oky_user; DELETE FROM article; SELECT now()")
  drill_sql -o /dev/null -c "INSERT INTO category (id, title, primary_emoji, primary_emoji_name, lang) VALUES (gen_random_uuid(), 'written after the mistake', '-', '-', 'en')" -c "SELECT pg_switch_wal()"
  [ "$(drill_sql -c "SELECT count(*) FROM oky_user")" = 0 ] || die "the mistake was not made"
  wait_for_archive
  say "rows were deleted at $deleted_at; back to $point"
  (postgres_stop "$DRILL_CLUSTER" immediate)

  began=$SECONDS
  postgres_choose_owner "$base"
  as_postgres_owner touch "$base/data/recovery.signal"
  as_postgres_owner rm -f "$base/data/postmaster.pid"
  drill_cluster base "restore_command = 'cp $archive/%f %p'" "recovery_target_time = '$point'" "recovery_target_action = 'promote'"
  until [ "$(drill_sql -c "SELECT pg_is_in_recovery()")" = f ]; do
    [ "$((SECONDS - began))" -lt 120 ] || die "the recovery does not end"
    sleep 0.2
  done
  "$ROOT/scripts/row-digests" | diff "$DRILLS/backup/point.digests" - >&2 || die "the rows are not those of the second before"
  [ "$("$BIN/api" migrate)" = "0 migrations applied, 0 indexes built" ] || die "the restored schema is not whole"
  "$BIN/api" erasures replay >&2
  drill_service api api "$api"
  drill_service cms cms "$cms"
  RESTORED_IN=$((SECONDS - began))
  caller_events_are_stored
  call "$api" POST /account/login '{"name":"test-girl-in-time","password":"a password of test-girl-in-time"}'
  expect 200 "she is there again"
  send_events "$api" "$token" 3
  drill_service_stop api
  drill_service_stop cms
  measured "restore_point_in_time: $(digest_rows "$DRILLS/backup/point.digests") as of a second before they were deleted; recovered, compared and both services ready in $RESTORED_IN s; $(wc -l <"$DRILLS/acknowledged") acknowledged events, lost 0"
  (postgres_stop "$DRILL_CLUSTER")
}

# The segment that is current now is in the archive.
wait_for_archive() {
  local waited=0 wanted
  wanted=$(drill_sql -c "SELECT pg_walfile_name(pg_switch_wal())")
  until [ -n "$(find "$DRILLS/archive" -name "$wanted")" ]; do
    waited=$((waited + 1))
    [ "$waited" -lt 300 ] || die "the log was not archived"
    sleep 0.1
  done
}
