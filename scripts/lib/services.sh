# shellcheck shell=bash
# Starting, watching and stopping the two services. Needs ROOT.

# The names and process numbers of what was started, in the same order.
SERVICES=()
SERVICE_PIDS=()

# service_port NAME VARIABLE DEFAULT
# Prints the port the service shall have. PORT is one number, which two services on one
# machine cannot share: it is the api's.
service_port() {
  local port
  port=$(setting "$2")
  if [ -z "$port" ] && [ "$1" = api ]; then port=$(setting PORT); fi
  printf '%s\n' "${port:-$3}"
}

# require_free_port PORT NAME VARIABLE
require_free_port() {
  if port_is_taken "$1"; then
    die "port $1 is taken by another program, so the $2 cannot have it; stop that program, or choose another port with $3=..."
  fi
}

# service_start NAME PROGRAM
# In a process group of its own, so that Ctrl-C reaches this script alone, which then
# stops everything in order.
service_start() {
  set -m
  (cd "$ROOT" && exec "$2") </dev/null &
  set +m
  SERVICES+=("$1")
  SERVICE_PIDS+=("$!")
}

# services_wait_ready PORT...
# Returns once /ready answers 200 on every port.
services_wait_ready() {
  local port deadline=$((SECONDS + 60))
  for port in "$@"; do
    until [ "$(http_status "$port" /ready)" = 200 ]; do
      services_check
      [ "$SECONDS" -lt "$deadline" ] || die "port $port did not get ready within a minute (GET /ready answered $(http_status "$port" /ready))"
      sleep 0.1
    done
  done
}

# services_watch
# Returns only when a service has ended by itself, which ends the script.
services_watch() {
  while true; do
    services_check
    # A signal interrupts wait, but not a sleep in the foreground.
    sleep 1 &
    wait "$!"
  done
}

services_check() {
  local index status
  for index in "${!SERVICES[@]}"; do
    kill -0 "${SERVICE_PIDS[$index]}" 2>/dev/null && continue
    status=0
    wait "${SERVICE_PIDS[$index]}" || status=$?
    die "the ${SERVICES[$index]} ended by itself (exit code $status)"
  done
}

# Asks both to end, and ends by force what has not ended after half a minute.
services_stop() {
  local index deadline=$((SECONDS + 30))
  for index in "${!SERVICES[@]}"; do
    kill -TERM "${SERVICE_PIDS[$index]}" 2>/dev/null || true
  done
  for index in "${!SERVICES[@]}"; do
    while kill -0 "${SERVICE_PIDS[$index]}" 2>/dev/null; do
      if [ "$SECONDS" -ge "$deadline" ]; then
        say "the ${SERVICES[$index]} did not end by itself and is killed"
        kill -KILL "${SERVICE_PIDS[$index]}" 2>/dev/null || true
        break
      fi
      sleep 0.1
    done
  done
  SERVICES=()
  SERVICE_PIDS=()
}
