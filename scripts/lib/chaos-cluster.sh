#!/usr/bin/env bash
# Makes, starts and harms a PostgreSQL, for the program that scripts/chaos runs. Unlike the other
# files here it is run and not sourced.
#
#   chaos-cluster.sh create DIRECTORY [SETTING...]   make and start one, with the role and the password
#                                                    CHAOS_PASSWORD
#   chaos-cluster.sh start DIRECTORY [SETTING...]    start it again
#   chaos-cluster.sh crash DIRECTORY                 drop everything at once
#   chaos-cluster.sh kill DIRECTORY                  kill its first process
#   chaos-cluster.sh runs DIRECTORY                  succeed if it runs
#   chaos-cluster.sh remove DIRECTORY                end it and delete everything
#   chaos-cluster.sh disk DIRECTORY MEGABYTES        make a small disk there; only root can
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
source "$ROOT/scripts/lib/messages.sh"
source "$ROOT/scripts/lib/packages.sh"
source "$ROOT/scripts/lib/network.sh"
source "$ROOT/scripts/lib/postgres.sh"

ROLE=periodtracker

main() {
  local command=$1
  CLUSTER=$2
  shift 2
  case $command in
    create) create "$@" ;;
    start) postgres_start "$CLUSTER" "$@" ;;
    crash) postgres_stop "$CLUSTER" immediate ;;
    kill) kill -KILL "$(head -n 1 "$CLUSTER/data/postmaster.pid")" ;;
    runs) postgres_choose_owner "$CLUSTER"; postgres_is_running "$CLUSTER" ;;
    remove) postgres_stop "$CLUSTER" immediate; rm -rf "$CLUSTER" ;;
    disk) make_disk "$1" ;;
    *) die "there is no command $command" ;;
  esac
}

# Unlike a service's own role this one may make databases: each scenario has its own.
create() {
  postgres_start "$CLUSTER" "$@"
  postgres_psql "$CLUSTER" postgres postgres -q -v ON_ERROR_STOP=1 \
    -c "CREATE ROLE $ROLE LOGIN CREATEDB PASSWORD '$CHAOS_PASSWORD'" \
    -c "GRANT pg_signal_backend TO $ROLE"
}

make_disk() {
  [ "$(id -u)" -eq 0 ] || return 3
  mkdir -p "$CLUSTER"
  mount -t tmpfs -o "size=${1}m,mode=755" periodtracker-chaos "$CLUSTER" || return 3
}

main "$@"
