# shellcheck shell=bash
# A private PostgreSQL cluster in a directory of its own. It listens on 127.0.0.1, where
# it asks for a password, and on a socket that only its owner (and root) can reach. Needs ROOT.
#
# A cluster is named by its directory, which holds:
#   data/    what initdb makes
#   port     the port, chosen once and then kept
#   run/     the socket, unless that path is too long for one
#   socket   the name of the directory where the socket is
#   log      what the server said since its last start

source "$ROOT/scripts/lib/postgres-programs.sh"
source "$ROOT/scripts/lib/postgres-owner.sh"
source "$ROOT/scripts/lib/postgres-cluster.sh"

# postgres_start CLUSTER [SETTING...]
# Creates the cluster where there is none. A setting is a line of postgresql.conf. Does
# nothing when the cluster is running.
postgres_start() {
  local cluster=$1 attempt
  shift
  postgres_open "$cluster"
  postgres_is_running "$cluster" && return
  [ -f "$cluster/data/PG_VERSION" ] || postgres_create "$cluster"
  postgres_forget_crash "$cluster"
  for attempt in 1 2 3 4 5 6 7 8 9 10; do
    postgres_choose_port "$cluster" "$attempt"
    postgres_configure "$cluster" "$@"
    rm -f "$cluster/log"
    if as_postgres_owner "$POSTGRES_BIN/pg_ctl" start --silent --wait --timeout=60 \
      -D "$cluster/data" -l "$cluster/log" >/dev/null 2>&1; then
      return
    fi
    # Two failures pass by themselves: the port was taken since it was looked at, and the
    # processes of a server that was just killed have not all ended yet.
    grep -qE 'Address already in use|shared memory block' "$cluster/log" 2>/dev/null || break
    sleep 1
  done
  tail -n 20 "$cluster/log" >&2 2>/dev/null || true
  die "PostgreSQL did not start; its log is $cluster/log"
}

# postgres_stop CLUSTER [fast|immediate]
# Does nothing when the cluster is not running.
postgres_stop() {
  local cluster=$1 mode=${2:-fast}
  postgres_open "$cluster"
  if postgres_is_running "$cluster"; then
    as_postgres_owner "$POSTGRES_BIN/pg_ctl" stop --silent --wait --timeout=60 \
      -m "$mode" -D "$cluster/data" >/dev/null || die "PostgreSQL in $cluster did not stop"
  fi
  postgres_remove_short_socket_directory "$cluster"
}

# Asks whether the process that the cluster's pid file names is this cluster's server. The
# number may belong to any other program after a crash, so its directory is compared too.
postgres_is_running() {
  local data=$1/data pid
  [ -s "$data/postmaster.pid" ] || return 1
  pid=$(head -n 1 "$data/postmaster.pid")
  if [ -d /proc/self ]; then
    as_postgres_owner test "/proc/$pid/cwd" -ef "$data"
  else
    ps -p "$pid" -o comm= | grep -q postgres
  fi
}

postgres_port() {
  cat "$1/port"
}

# postgres_psql CLUSTER ROLE DATABASE [ARGUMENT...]
# Over the socket, where no password is asked for.
postgres_psql() {
  local cluster=$1 role=$2 database=$3
  shift 3
  "$POSTGRES_BIN/psql" -X -h "$(cat "$cluster/socket")" -p "$(postgres_port "$cluster")" \
    -U "$role" -d "$database" "$@"
}
