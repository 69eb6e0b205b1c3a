# shellcheck shell=bash
# A PostgreSQL that speaks TLS, with an authority of its own, as Aurora has one. Needs ROOT
# and WORK.

TLS_CLUSTER=
# The name in its certificate; containers are told that it is this machine.
TLS_HOST=database.test

# tls_database_start
# Sets TLS_CLUSTER, and makes $WORK/ca/ca.pem and $WORK/ca/other-ca.pem, an authority that
# has signed nothing here.
tls_database_start() {
  [ -z "$TLS_CLUSTER" ] || return 0
  require_programs openssl -- openssl
  local password place
  place=$(mktemp -d /tmp/periodtracker-tls.XXXXXXXX)
  chmod 755 "$place"
  make_authority "$WORK/ca/ca" "Test authority"
  make_authority "$WORK/ca/other-ca" "Another authority"
  make_certificate "$WORK/ca/ca" "$WORK/ca/server" "$TLS_HOST"
  TLS_CLUSTER=$place/cluster
  CLEAN_UPS+=(tls_database_stop)
  postgres_choose_owner "$TLS_CLUSTER"
  install -o "$POSTGRES_OWNER" -m 600 "$WORK/ca/server.key" "$place/server.key"
  install -o "$POSTGRES_OWNER" -m 644 "$WORK/ca/server.pem" "$place/server.pem"
  postgres_start "$TLS_CLUSTER" "fsync = off" "ssl = on" \
    "ssl_cert_file = '$place/server.pem'" "ssl_key_file = '$place/server.key'" "ssl_min_protocol_version = 'TLSv1.2'"
  password=$(kept_secret "$WORK/database-password" 16)
  postgres_psql "$TLS_CLUSTER" postgres postgres -q -v ON_ERROR_STOP=1 <<SQL
CREATE ROLE periodtracker LOGIN PASSWORD '$password';
CREATE DATABASE periodtracker OWNER periodtracker;
\\connect periodtracker
CREATE SCHEMA periodtracker AUTHORIZATION periodtracker;
SQL
}

# tls_database_psql [ARGUMENT...]
tls_database_psql() {
  PGOPTIONS="-c search_path=periodtracker" postgres_psql "$TLS_CLUSTER" periodtracker periodtracker -X -q "$@"
}

# tls_database_ssl on|off
tls_database_ssl() {
  postgres_psql "$TLS_CLUSTER" postgres postgres -q -c "ALTER SYSTEM SET ssl = $1" -c 'SELECT pg_reload_conf()' >/dev/null
  sleep 0.5
}

tls_database_stop() {
  [ -n "$TLS_CLUSTER" ] || return 0
  (postgres_stop "$TLS_CLUSTER" immediate) || true
  rm -rf "${TLS_CLUSTER%/cluster}"
  TLS_CLUSTER=
}

# make_authority FILE NAME
make_authority() {
  mkdir -p "$(dirname "$1")"
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "/CN=$2" \
    -keyout "$1.key" -out "$1.pem" 2>/dev/null || die "openssl could not make a certificate"
}

# make_certificate AUTHORITY FILE HOST
make_certificate() {
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$3" -keyout "$2.key" -out "$2.csr" 2>/dev/null
  openssl x509 -req -in "$2.csr" -CA "$1.pem" -CAkey "$1.key" -CAcreateserial -days 2 -out "$2.pem" \
    -extfile <(printf 'subjectAltName = DNS:%s\n' "$3") 2>/dev/null || die "openssl could not sign a certificate"
}
