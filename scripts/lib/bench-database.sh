# shellcheck shell=bash
# A PostgreSQL for measuring: on the real disk and with the care for crashes that a real one
# has, filled with generated accounts and events. Needs ROOT and BENCH_DATA, a name for the data.

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
  BENCH_POSTMASTER=$(head -n 1 "$BENCH_CLUSTER/data/postmaster.pid")
  export DATABASE_PORT BENCH_POSTMASTER
}

# Not in /tmp, which is memory on some systems.
bench_database_locate() {
  if [ -n "${BENCH_KEEP:-}" ]; then
    mkdir -p "$BENCH_KEEP"
    BENCH_CLUSTER=$(cd "$BENCH_KEEP" && pwd -P)/postgres-$BENCH_DATA
    return
  fi
  BENCH_CLUSTER=$(mktemp -d "/var/tmp/periodtracker-bench.$$.XXXXXXXX")
}

# bench_database_fill API_PROGRAM BENCH_PROGRAM ACCOUNTS EVENTS
#
# Adds what is missing to that many accounts and events.
bench_database_fill() {
  local api=$1 bench=$2 accounts=$3 events=$4 filled=0 stored=0 hash
  "$api" migrate >&2 || die "the migrations failed"
  if [ -e "$BENCH_CLUSTER/filled" ]; then
    read -r filled stored <"$BENCH_CLUSTER/filled"
  else
    bench_database_psql <"$ROOT/crates/bench/sql/content.sql"
  fi
  [ "$filled $stored" != "$accounts $events" ] || return 0
  say "Generating accounts up to $accounts and events up to $events"
  hash=$("$bench" password-hash)
  bench_database_generate accounts.sql "$filled" "$accounts" -v "hash=$hash"
  # Three indexes are built faster over all rows than row by row; migrating again does that.
  bench_database_psql -c "DROP INDEX app_event_type_created_idx, app_event_user_idx, app_event_named_people_idx"
  bench_database_generate events.sql "$stored" "$events" -v "accounts=$accounts"
  "$api" migrate >&2 || die "the indexes could not be built"
  "$bench" settle-counts || die "the counts of the statistics could not be settled"
  postgres_psql "$BENCH_CLUSTER" postgres "$BENCH_DATABASE" -q -c "VACUUM ANALYZE"
  postgres_psql "$BENCH_CLUSTER" postgres postgres -q -c "CHECKPOINT"
  printf '%s %s\n' "$accounts" "$events" >"$BENCH_CLUSTER/filled"
}

# Rows of one statement: the triggers that count them keep them in memory until its end.
BENCH_CHUNK=250000

# bench_database_generate FILE AFTER LAST [ARGUMENT...]: two statements at once, one for each core.
bench_database_generate() {
  local file=$ROOT/crates/bench/sql/$1 after=$2 last=$3 end pids pid
  shift 3
  while [ "$after" -lt "$last" ]; do
    pids=()
    for _ in 1 2; do
      end=$((after + BENCH_CHUNK < last ? after + BENCH_CHUNK : last))
      bench_database_psql -v "first=$((after + 1))" -v "last=$end" "$@" <"$file" &
      pids+=($!)
      after=$end
    done
    for pid in "${pids[@]}"; do
      wait "$pid" || die "the data could not be generated"
    done
  done
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
