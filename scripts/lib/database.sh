# shellcheck shell=bash
# The database that DATABASE_… names, for operators: with the settings that the services read.

# Hands the settings to libpq. Passwords go through the environment, never the command line.
# Without DATABASE_SSL_MODE the server must prove who it is.
database_open() {
  [ -n "$(setting DATABASE_HOST)" ] || die "DATABASE_HOST is not set: which database?"
  local name
  DATABASE_SCHEMA=$(setting DATABASE_SCHEMA)
  DATABASE_SCHEMA=${DATABASE_SCHEMA:-periodtracker}
  PGHOST=$(setting DATABASE_HOST)
  PGPORT=$(setting DATABASE_PORT)
  PGUSER=$(setting DATABASE_USERNAME)
  PGPASSWORD=$(setting DATABASE_PASSWORD)
  PGDATABASE=$(setting DATABASE_NAME)
  PGSSLMODE=$(setting DATABASE_SSL_MODE)
  PGSSLROOTCERT=$(setting DATABASE_SSL_ROOT_CERT)
  PGPORT=${PGPORT:-5432} PGUSER=${PGUSER:-periodtracker} PGDATABASE=${PGDATABASE:-periodtracker}
  PGSSLMODE=${PGSSLMODE:-verify-full}
  export PGHOST PGPORT PGUSER PGPASSWORD PGDATABASE PGSSLMODE
  if [ -n "$PGSSLROOTCERT" ]; then export PGSSLROOTCERT; else unset PGSSLROOTCERT; fi
  export PGOPTIONS="-c search_path=$DATABASE_SCHEMA -c timezone=UTC -c client_min_messages=warning"
  export PGCONNECT_TIMEOUT=10 PGAPPNAME=${0##*/}
  # Settings of the person at the terminal must not change what is printed.
  for name in PGSERVICE PGSERVICEFILE PGHOSTADDR PGDATESTYLE PGTZ PGCLIENTENCODING; do unset "$name"; done
  database_find_programs
}

# Sets CLIENT_BIN, where psql, pg_dump and pg_restore are. A pg_dump older than the server
# refuses, so the newest that is installed is taken.
database_find_programs() {
  local directory
  while IFS= read -r directory; do
    if [ -x "$directory/psql" ] && [ -x "$directory/pg_dump" ] && [ -x "$directory/pg_restore" ]; then
      CLIENT_BIN=$directory
      return
    fi
  done < <(postgres_candidate_directories; if have pg_dump; then dirname "$(command -v pg_dump)"; fi)
  require_programs psql pg_dump pg_restore -- postgresql-client
  CLIENT_BIN=$(dirname "$(command -v pg_dump)")
}

# database_psql [ARGUMENT...]
database_psql() {
  "$CLIENT_BIN/psql" -X -q -v ON_ERROR_STOP=1 "$@"
}

# database_digests SNAPSHOT
# Prints a line for each table of the schema: name, rows, and a digest that does not depend on
# their order. All lines are of one moment: of the snapshot that another session holds, or of now
# where SNAPSHOT is empty.
database_digests() {
  local snapshot=
  [ -z "$1" ] || snapshot="SET TRANSACTION SNAPSHOT '$1';"
  database_psql -A -t -F ' ' <<SQL
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
$snapshot
SET LOCAL statement_timeout = 0;
SET LOCAL datestyle = 'ISO, YMD';
SET LOCAL intervalstyle = 'postgres';
SET LOCAL bytea_output = 'hex';
SET LOCAL extra_float_digits = 1;
SELECT format(
         'SELECT %L, count(*), md5(coalesce(sum(high), 0) || ''-'' || coalesce(sum(low), 0)) FROM (
            SELECT (''x'' || left(digest, 16))::bit(64)::bigint::numeric AS high,
                   (''x'' || right(digest, 16))::bit(64)::bigint::numeric AS low
              FROM (SELECT md5(row_of.*::text) AS digest FROM %I.%I AS row_of) AS digests) AS halves',
         relname, nspname, relname)
  FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
 WHERE nspname = '$DATABASE_SCHEMA' AND relkind IN ('r', 'p') AND NOT relispartition
 ORDER BY relname COLLATE "C" \gexec
COMMIT;
SQL
}
