# shellcheck shell=bash
# Taking over a database of the original, and giving it back.

HISTORY=$ROOT/crates/testkit/src/history

# Each state in which the original is found: nothing is lost by adopting it, phones and editors
# are served, and what the original does still works then.
step_adopt() {
  local state seconds
  local -a names=()
  drills_prepare
  drill_secrets
  drill_cluster adoption
  drill_role
  for state in 0 5 9 10 nepal all-in-one; do
    seconds=$SECONDS
    postgres_psql "$DRILL_CLUSTER" postgres postgres -q -v ON_ERROR_STOP=1 \
      -c "DROP DATABASE periodtracker" -c "CREATE DATABASE periodtracker OWNER periodtracker"
    adopt "$state"
    names+=("$state")
    say "state $state: adopted, given back and taken again in $((SECONDS - seconds)) s"
  done
  measured "adopt: states ${names[*]}; no row and no value lost but those of migrations/README.md; the original's statements work afterwards"
  (postgres_stop "$DRILL_CLUSTER")
}

# adopt STATE
adopt() {
  local api cms lost token
  drill_free_port api
  drill_free_port cms
  (database_tools; original_state "$1" | database_psql -o /dev/null) || die "state $1 could not be made"
  copy_aside
  "$BIN/api" migrate >"$DRILLS/migrated" 2>"$DRILLS/logs/migrate" || die "state $1 is not adopted: $(cat "$DRILLS/logs/migrate")"
  lost=$(what_was_lost)
  [ -z "$lost" ] || die "adopting state $1 has changed: $lost"
  drill_service api api "$api"
  drill_service cms cms "$cms"
  sign_up "$api" test-girl-new
  token=$TOKEN
  sync "$api" "$token" "ours"
  call "$cms" GET /mobile/articles/en
  expect 200 "content of the original is served"
  jq -e 'length > 0' <<<"$BODY" >/dev/null || die "state $1 has lost its articles"

  # Both side by side, then the original alone: the way back is to start it again.
  the_original_goes_on "side by side"
  drill_service_stop api
  drill_service_stop cms
  the_original_goes_on "alone"

  # And over to us once more: what it wrote meanwhile is there and counted.
  drill_service api api "$api"
  drill_service cms cms "$cms"
  sync "$api" "$token" "again"
  expect 200 "her token has outlived the way back"
  "$BIN/cms" statistics check >"$DRILLS/logs/statistics" 2>&1 || die "the counts are wrong after the way back: $(cat "$DRILLS/logs/statistics")"
  drill_service_stop api
  drill_service_stop cms
}

# original_state STATE
# Prints the SQL that makes a database of the original in that state.
original_state() {
  local step
  echo 'CREATE SCHEMA IF NOT EXISTS periodtracker; SET search_path TO periodtracker;'
  if [ "$1" = all-in-one ]; then
    cat "$HISTORY"/all_in_one.sql "$HISTORY"/views.sql "$HISTORY"/rows.sql "$HISTORY"/rows_all_in_one.sql \
      "$HISTORY"/rows_02_account_dates.sql "$HISTORY"/rows_06_metadata.sql "$HISTORY"/rows_08_help_center.sql
    return
  fi
  cat "$HISTORY"/base.sql "$HISTORY"/views.sql "$HISTORY"/rows.sql
  for step in 01 02 03 04 05 06 07 08 09 10; do
    # The fork in Nepal made the change for voice-overs late, and not the last one.
    case $1-$step in
      nepal-05 | nepal-10) continue ;;
      nepal-09) cat "$HISTORY"/step_05_*.sql ;;
      nepal-*) ;;
      *) [ "$((10#$step))" -le "$1" ] || continue ;;
    esac
    cat "$HISTORY"/step_"$step"_*.sql
    [ ! -e "$(echo "$HISTORY"/rows_"$step"_*.sql)" ] || cat "$HISTORY"/rows_"$step"_*.sql
  done
}

# A copy of every row before it is touched.
copy_aside() {
  drill_sql <<'SQL'
CREATE SCHEMA before;
SELECT format('CREATE TABLE before.%I AS TABLE periodtracker.%I', tablename, tablename)
  FROM pg_tables WHERE schemaname = 'periodtracker' \gexec
SQL
}

# Prints each column of which a value is not there any more, and how many. The three kinds of
# values that adoption changes are told apart here.
what_was_lost() {
  drill_sql -F ' ' <<'SQL'
SELECT format(
         'SELECT %L, count(*) FROM (SELECT %s FROM before.%I EXCEPT ALL SELECT %s FROM periodtracker.%I) AS lost HAVING count(*) > 0',
         table_name, columns, table_name, columns, table_name)
  FROM (SELECT table_name, string_agg(
                 CASE WHEN column_name IN ('ageRestrictionLevel', 'contentFilter') THEN format('coalesce(%I, 0)', column_name)
                      ELSE format('%I::text', column_name) END, ', ' ORDER BY ordinal_position) AS columns
          FROM information_schema.columns WHERE table_schema = 'before' GROUP BY table_name) AS listed
\gexec
SQL
}

# the_original_goes_on WHEN
# Statements as its two services send them (TypeORM: every name with the schema), in order of
# their use, as the role it logs in with.
the_original_goes_on() {
  (database_tools; database_psql -A -t -v "round=$1" -o "$DRILLS/original" -f "$ROOT/deploy/checks/drills/original.sql") ||
    die "a statement of the original does not work any more ($1)"
}
