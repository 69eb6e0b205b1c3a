# shellcheck shell=bash
# Private PostgreSQL servers that prove who they are, and what is in them.

DRILLS=
DRILL_CLUSTERS=()
DRILL_ACCOUNTS=${DRILL_ACCOUNTS:-20000}
DRILL_EVENTS=${DRILL_EVENTS:-100000}

# Makes the folder of all drills, the authority of their servers, and the programs.
drills_prepare() {
  [ -z "$DRILLS" ] || return 0
  require_programs curl jq openssl python3 sha256sum -- curl jq openssl python3 coreutils
  postgres_require_programs
  drills_programs
  DRILLS=$(mktemp -d "$(test_database_place)/periodtracker-drills.$$.XXXXXXXX")
  # The server's own user looks for its data below.
  chmod 711 "$DRILLS"
  CLEAN_UPS+=(drills_clean_up)
  mkdir -m 700 "$DRILLS/ca" "$DRILLS/logs" "$DRILLS/backup"
  drill_authority "$DRILLS/ca"
  export DATABASE_SSL_ROOT_CERT=$DRILLS/ca/root.crt DATABASE_SSL_MODE=verify-full
  export DATABASE_HOST=localhost DATABASE_NAME=periodtracker DATABASE_SCHEMA=periodtracker
  # Services as in production, and nothing of the person at the terminal.
  export NODE_ENV=production SHUTDOWN_NOTICE_SECONDS=1 LISTEN_ADDRESS=127.0.0.1 RUST_LOG=warn
  unset PORT METRICS_PORT STORAGE_BUCKET SNAPSHOT_DIR DATABASE_REPLICA_HOST LOG_FORMAT
}

# BIN says where both programs are; without it they are built as scripts/run builds them.
drills_programs() {
  if [ -z "${BIN:-}" ]; then
    find_cargo || die "there is no Rust toolchain; see https://rustup.rs"
    require_build_tools
    cargo build --profile local --locked -p api -p cms
    BIN=${CARGO_TARGET_DIR:-$ROOT/target}/local
  fi
}

drills_clean_up() {
  local cluster
  [ -z "$CALLER_PID" ] || kill -TERM "$CALLER_PID" 2>/dev/null
  drill_services_stop
  for cluster in ${DRILL_CLUSTERS[@]+"${DRILL_CLUSTERS[@]}"}; do
    (postgres_stop "$cluster" immediate)
  done
  [ -z "$DRILLS" ] || rm -rf "$DRILLS"
}

# drill_authority FOLDER
# An authority, as Amazon's is for Aurora, and a certificate for the name `localhost`.
drill_authority() {
  (
    cd "$1" && umask 077
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=authority of the drills" \
      -keyout root.key -out root.crt
    openssl req -newkey rsa:2048 -nodes -subj "/CN=localhost" -keyout server.key -out server.csr
    openssl x509 -req -in server.csr -CA root.crt -CAkey root.key -CAcreateserial -days 2 \
      -extfile <(echo "subjectAltName=DNS:localhost") -out server.crt
  ) 2>"$DRILLS/logs/openssl" || die "openssl failed: $(tail -n 3 "$DRILLS/logs/openssl")"
}

# drill_cluster NAME [SETTING...]
# Starts $DRILLS/NAME, which takes connections over TLS alone, and points DATABASE_PORT there.
drill_cluster() {
  local cluster=$DRILLS/$1
  shift
  DRILL_CLUSTERS+=("$cluster")
  postgres_open "$cluster"
  [ -f "$cluster/data/PG_VERSION" ] || postgres_create "$cluster"
  as_postgres_owner tee "$cluster/data/server.crt" <"$DRILLS/ca/server.crt" >/dev/null
  (umask 077; as_postgres_owner tee "$cluster/data/server.key" <"$DRILLS/ca/server.key" >/dev/null)
  as_postgres_owner chmod 600 "$cluster/data/server.key"
  as_postgres_owner tee "$cluster/data/pg_hba.conf" >/dev/null <<'HBA'
local   all          all   trust
local   replication  all   trust
hostssl all          all   127.0.0.1/32  scram-sha-256
hostssl all          all   ::1/128       scram-sha-256
HBA
  postgres_start "$cluster" "ssl = on" "ssl_cert_file = 'server.crt'" "ssl_key_file = 'server.key'" \
    "fsync = off" "max_connections = 100" "shared_buffers = 128MB" "$@"
  # The name `localhost` may mean ::1 first.
  DRILL_CLUSTER=$cluster
  DATABASE_PORT=$(postgres_port "$cluster")
  export DATABASE_PORT
}

# drill_role
# An empty database of a new role, as the one that the first deployment makes.
drill_role() {
  DATABASE_USERNAME=periodtracker
  DATABASE_PASSWORD=$(random_hex 24)
  export DATABASE_USERNAME DATABASE_PASSWORD
  postgres_psql "$DRILL_CLUSTER" postgres postgres -q -v ON_ERROR_STOP=1 <<SQL
CREATE ROLE periodtracker LOGIN PASSWORD '$DATABASE_PASSWORD';
CREATE DATABASE periodtracker OWNER periodtracker;
SQL
}

# drill_sql [ARGUMENT...]
# Beside the services: as the superuser, over the socket.
drill_sql() {
  PGOPTIONS="-c search_path=periodtracker -c client_min_messages=warning" \
    postgres_psql "$DRILL_CLUSTER" postgres periodtracker -q -A -t -v ON_ERROR_STOP=1 "$@"
}

# Demo content, and accounts and events that nobody mistakes for a girl's. They belong to a
# service that has migrated already.
drill_fill() {
  local hash
  cat "$ROOT"/scripts/demo/*.sql | drill_sql --single-transaction -o /dev/null
  # A bcrypt hash of nothing that anybody knows: these accounts are for counting.
  hash="\$2b\$10\$$(random_hex 26 | head -c 21)e$(random_hex 31 | head -c 31)"
  drill_sql -o /dev/null -v first=1 -v "last=$DRILL_ACCOUNTS" -v "hash=$hash" \
    <"$ROOT/crates/bench/sql/accounts.sql"
  drill_sql -o /dev/null -v first=1 -v "last=$DRILL_EVENTS" -v "accounts=$DRILL_ACCOUNTS" \
    <"$ROOT/crates/bench/sql/events.sql"
  drill_sql <<'SQL'
UPDATE oky_user SET store = ('{"storeVersion":3,"appState":{"generated":"' || repeat(md5(id::text), 40) || '"}}')::json
 WHERE "nameHash" < '4';
-- As only phones make them: PostgreSQL keeps it and cannot look into it.
UPDATE oky_user SET store = '{"storeVersion":3,"appState":{"note":"\u0000 \ud800",  "note":"twice"}}'
 WHERE id = (SELECT min(id::text)::uuid FROM oky_user);
SQL
}
