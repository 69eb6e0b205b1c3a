# shellcheck shell=bash
# The parts of a private cluster that postgres.sh starts and stops: its directories, its
# port and its configuration.

# Finds the programs and the owner that fit the cluster.
postgres_open() {
  local cluster=$1 version=
  postgres_choose_owner "$cluster"
  if [ -f "$cluster/data/PG_VERSION" ]; then version=$(cat "$cluster/data/PG_VERSION"); fi
  postgres_require_programs "$version"
}

postgres_create() {
  local cluster=$1
  mkdir -p "$cluster"
  chown "$POSTGRES_OWNER" "$cluster"
  chmod 700 "$cluster"
  # What an interrupted attempt has left is no cluster. A finished one gets its name last.
  as_postgres_owner rm -rf "$cluster/data.new" "$cluster/data"
  as_postgres_owner "$POSTGRES_BIN/initdb" -D "$cluster/data.new" --username=postgres \
    --encoding=UTF8 "--locale=$(postgres_locale)" --auth-local=trust \
    --auth-host=scram-sha-256 --no-sync >/dev/null || die "initdb failed in $cluster"
  as_postgres_owner mv "$cluster/data.new" "$cluster/data"
}

# Text sorts by code point in both locales, so a local database orders as another does.
postgres_locale() {
  if locale -a 2>/dev/null | grep -qiE '^C\.UTF-?8$'; then
    echo C.UTF-8
  else
    echo C
  fi
}

# After a crash or a power cut, files are left that name the process of the dead server.
# PostgreSQL refuses to start while another program has that number. So the number is
# replaced by one that no process can have; the rest of the file stays, by which the new
# server recognises processes of the old one that still use the data.
postgres_forget_crash() {
  local cluster=$1 file=$1/data/postmaster.pid
  [ -s "$file" ] || return 0
  { echo 99999999; tail -n +2 "$file"; } | as_postgres_owner tee "$file.new" >/dev/null
  as_postgres_owner mv "$file.new" "$file"
  rm -f "$cluster"/run/.s.PGSQL.*
}

# postgres_choose_port CLUSTER ATTEMPT
# Keeps the port of the last start, unless another program has taken it by now.
postgres_choose_port() {
  local cluster=$1 attempt=$2 port=54329 kept=
  if [ -s "$cluster/port" ]; then
    kept=$(cat "$cluster/port")
    port=$kept
  fi
  # A second attempt means that the server could not have the port although nobody
  # answers there.
  if [ "$attempt" -gt 1 ] && grep -q 'Address already in use' "$cluster/log" 2>/dev/null; then
    port=$((port + 1))
  fi
  while port_is_taken "$port"; do port=$((port + 1)); done
  if [ -n "$kept" ] && [ "$kept" != "$port" ]; then
    say "Port $kept is taken; PostgreSQL uses $port from now on."
  fi
  printf '%s\n' "$port" >"$cluster/port"
}

# postgres_configure CLUSTER [SETTING...]
# Writes the whole of postgresql.conf at every start, so that it never disagrees with the
# place that the checkout has now.
postgres_configure() {
  local cluster=$1
  shift
  postgres_make_socket_directory "$cluster"
  {
    echo "# Written at every start by scripts/lib/postgres-cluster.sh."
    echo "listen_addresses = '127.0.0.1'"
    echo "port = $(postgres_port "$cluster")"
    echo "unix_socket_directories = '$(cat "$cluster/socket")'"
    echo "password_encryption = 'scram-sha-256'"
    echo "timezone = 'UTC'"
    echo "lc_messages = 'C'"
    [ "$#" -eq 0 ] || printf '%s\n' "$@"
  } | as_postgres_owner tee "$cluster/data/postgresql.conf" >/dev/null
}

# A socket's whole path must fit into 104 bytes (107 on Linux), which the path of a
# checkout alone may exceed; and a comma or a quote in it means something to PostgreSQL.
postgres_make_socket_directory() {
  local cluster=$1 directory=$1/run
  if postgres_socket_fits "$directory/.s.PGSQL.54329"; then
    as_postgres_owner mkdir -p -m 700 "$directory"
  else
    postgres_remove_short_socket_directory "$cluster"
    directory=$(as_postgres_owner mktemp -d /tmp/postgres.XXXXXXXX)
  fi
  printf '%s\n' "$directory" >"$cluster/socket"
}

postgres_socket_fits() {
  # Bytes are counted, not characters.
  local LC_ALL=C
  case $1 in
    *[,\'\"\\]*) return 1 ;;
    *) [ "${#1}" -le 103 ] ;;
  esac
}

postgres_remove_short_socket_directory() {
  local cluster=$1 directory
  [ -s "$cluster/socket" ] || return 0
  directory=$(cat "$cluster/socket")
  case $directory in
    /tmp/postgres.*) as_postgres_owner rm -rf "$directory" ;;
  esac
}
