# shellcheck shell=bash
# A PostgreSQL for measuring: on the real disk and with the care for crashes that a real one
# has, filled with generated accounts and events. Needs ROOT, ACCOUNTS and EVENTS.

BENCH_CLUSTER=
BENCH_STARTED=false
BENCH_DATABASE=periodtracker

# Starts it and exports the variables by which the services find it.
bench_database_start() {
  local password
  bench_database_locate
  # Nothing that PostgreSQL does by the clock may fall into one measurement and not into the
  # next: checkpoints come by size alone.
  BENCH_STARTED=true
  postgres_start "$BENCH_CLUSTER" "shared_buffers = 512MB" "max_wal_size = 8GB" \
    "checkpoint_timeout = 1h" "max_connections = 100" "maintenance_work_mem = 256MB"
  password=$(random_hex 16)
  postgres_psql "$BENCH_CLUSTER" postgres postgres -q -v ON_ERROR_STOP=1 <<SQL
SELECT 'CREATE ROLE $BENCH_DATABASE LOGIN'
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '$BENCH_DATABASE') \gexec
ALTER ROLE $BENCH_DATABASE PASSWORD '$password';
SELECT 'CREATE DATABASE $BENCH_DATABASE OWNER $BENCH_DATABASE'
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '$BENCH_DATABASE') \gexec
SQL
  export DATABASE_TYPE=postgres DATABASE_HOST=127.0.0.1 DATABASE_PASSWORD=$password DATABASE_SSL_MODE=disable
  export DATABASE_USERNAME=$BENCH_DATABASE DATABASE_NAME=$BENCH_DATABASE DATABASE_SCHEMA=$BENCH_DATABASE
  DATABASE_PORT=$(postgres_port "$BENCH_CLUSTER")
  export DATABASE_PORT
}

# Not in /tmp, which is memory on some systems.
bench_database_locate() {
  if [ -n "${BENCH_KEEP:-}" ]; then
    mkdir -p "$BENCH_KEEP"
    BENCH_CLUSTER=$(cd "$BENCH_KEEP" && pwd -P)/postgres-$ACCOUNTS-$EVENTS
    return
  fi
  BENCH_CLUSTER=$(mktemp -d "/var/tmp/periodtracker-bench.$$.XXXXXXXX")
}

# bench_database_fill API_PROGRAM BENCH_PROGRAM
bench_database_fill() {
  local api=$1 hash half
  "$api" migrate >&2 || die "the migrations failed"
  [ ! -e "$BENCH_CLUSTER/filled" ] || return 0
  say "Generating $ACCOUNTS accounts and $EVENTS events"
  hash=$("$2" password-hash)
  bench_database_psql <"$ROOT/crates/bench/sql/content.sql"
  half=$((ACCOUNTS / 2))
  bench_database_two_at_once accounts.sql "$half" "$ACCOUNTS" -v "hash=$hash"
  # Three indexes are built faster over all rows than row by row; migrating again does that.
  bench_database_psql -c "DROP INDEX app_event_type_created_idx, app_event_user_idx, app_event_named_people_idx"
  half=$((EVENTS / 2))
  bench_database_two_at_once events.sql "$half" "$EVENTS" -v "accounts=$ACCOUNTS"
  "$api" migrate >&2 || die "the indexes could not be built"
  postgres_psql "$BENCH_CLUSTER" postgres "$BENCH_DATABASE" -q -c "VACUUM ANALYZE"
  postgres_psql "$BENCH_CLUSTER" postgres postgres -q -c "CHECKPOINT"
  touch "$BENCH_CLUSTER/filled"
}

# bench_database_two_at_once FILE HALF ALL [ARGUMENT...]
bench_database_two_at_once() {
  local file=$ROOT/crates/bench/sql/$1 half=$2 all=$3 first
  shift 3
  bench_database_psql -v first=1 -v "last=$half" "$@" <"$file" &
  first=$!
  bench_database_psql -v "first=$((half + 1))" -v "last=$all" "$@" <"$file" || die "the data could not be generated"
  wait "$first" || die "the data could not be generated"
}

bench_database_psql() {
  PGOPTIONS="-c search_path=$BENCH_DATABASE" \
    postgres_psql "$BENCH_CLUSTER" "$BENCH_DATABASE" "$BENCH_DATABASE" -q -o /dev/null -v ON_ERROR_STOP=1 "$@"
}

bench_database_stop() {
  "$BENCH_STARTED" || return 0
  if [ -n "${BENCH_KEEP:-}" ]; then
    (postgres_stop "$BENCH_CLUSTER")
  else
    (postgres_stop "$BENCH_CLUSTER" immediate)
    rm -rf "$BENCH_CLUSTER"
  fi
}
