# shellcheck shell=bash
# The private database of this checkout, for working and trying out. Needs ROOT.

LOCAL=$ROOT/.local
LOCAL_DATABASE=periodtracker

# Creates .local and sets LOCAL_CLUSTER, where the cluster lives. A checkout below a home
# directory that the server's user cannot enter (root's, above all) has it outside.
local_database_locate() {
  [ -d "$LOCAL" ] || mkdir -m 755 "$LOCAL"
  LOCAL_CLUSTER=$LOCAL/postgres
  postgres_choose_owner "$LOCAL_CLUSTER"
  if ! postgres_owner_reaches "$LOCAL"; then
    LOCAL_CLUSTER=/var/lib/periodtracker-local/$(printf '%s' "$ROOT" | cksum | tr ' ' '-')
    say "User $POSTGRES_OWNER cannot enter $ROOT, so the database is in $LOCAL_CLUSTER"
    postgres_choose_owner "$LOCAL_CLUSTER"
  fi
}

local_database_is_running() {
  [ -d "$LOCAL_CLUSTER" ] && postgres_is_running "$LOCAL_CLUSTER"
}

# Starts the cluster and makes sure of the role, the database and the schema.
local_database_start() {
  postgres_start "$LOCAL_CLUSTER"
  local_database_create
}

local_database_password() {
  kept_secret "$LOCAL/database-password" 24
}

# The password is set each time, since its file may have been removed in between.
local_database_create() {
  postgres_psql "$LOCAL_CLUSTER" postgres postgres -q -v ON_ERROR_STOP=1 <<SQL
SELECT 'CREATE ROLE $LOCAL_DATABASE LOGIN'
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '$LOCAL_DATABASE') \gexec
ALTER ROLE $LOCAL_DATABASE PASSWORD '$(local_database_password)';
SELECT 'CREATE DATABASE $LOCAL_DATABASE OWNER $LOCAL_DATABASE'
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '$LOCAL_DATABASE') \gexec
SQL
  local_database_psql -q -v ON_ERROR_STOP=1 <<SQL
SET client_min_messages = warning;
CREATE SCHEMA IF NOT EXISTS $LOCAL_DATABASE;
SQL
}

# local_database_psql [ARGUMENT...]
local_database_psql() {
  PGOPTIONS="-c search_path=$LOCAL_DATABASE" \
    postgres_psql "$LOCAL_CLUSTER" "$LOCAL_DATABASE" "$LOCAL_DATABASE" "$@"
}

local_database_url() {
  printf 'postgres://%s:%s@127.0.0.1:%s/%s\n' "$LOCAL_DATABASE" \
    "$(local_database_password)" "$(postgres_port "$LOCAL_CLUSTER")" "$LOCAL_DATABASE"
}

# Tells the services where the database is, in the variables that they read.
local_database_export() {
  export DATABASE_HOST=127.0.0.1
  DATABASE_PORT=$(postgres_port "$LOCAL_CLUSTER")
  DATABASE_PASSWORD=$(local_database_password)
  export DATABASE_PORT DATABASE_PASSWORD
  export DATABASE_USERNAME=$LOCAL_DATABASE DATABASE_NAME=$LOCAL_DATABASE DATABASE_SCHEMA=$LOCAL_DATABASE
  export DATABASE_SSL_MODE=disable
}
