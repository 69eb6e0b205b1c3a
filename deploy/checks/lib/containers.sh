# shellcheck shell=bash
# Running the images as the platform will, and looking at what runs. Needs WORK, a database
# (tls-database.sh) and Docker.

# work_folder
# Sets WORK, a folder for one run.
work_folder() {
  [ -z "${WORK:-}" ] || return 0
  WORK=$(mktemp -d /tmp/periodtracker-deploy.XXXXXXXX)
  CLEAN_UPS+=(work_folder_remove)
}

work_folder_remove() {
  rm -rf "$WORK"
}

# fact LINE
# Something measured, for the summary at the end.
fact() {
  say "$1"
  STEP_SUMMARY+=("  $1")
}

megabytes() {
  awk -v bytes="$1" 'BEGIN { printf "%.1f MB", bytes / 1000000 }'
}

# free_port FROM
free_port() {
  local port=$1
  while port_is_taken "$port"; do port=$((port + 1)); done
  printf '%s\n' "$port"
}

# container_arguments
# Sets ARGUMENTS: without rights, without a way to get any, on a root that cannot be written
# to. A variable of the caller's environment wins over what is set here.
container_arguments() {
  local name
  local -A settings=([DATABASE_HOST]=$TLS_HOST [DATABASE_PORT]=$(postgres_port "$TLS_CLUSTER")
    [DATABASE_SSL_ROOT_CERT]=/ca/ca.pem [DATABASE_PASSWORD]=$(cat "$WORK/database-password")
    [APPLICATION_SECRET]=$(kept_secret "$WORK/application-secret" 32)
    [PASSPORT_SECRET]=$(kept_secret "$WORK/passport-secret" 32) [DATABASE_SSL_MODE]="" [PORT]="")
  ARGUMENTS=(--network host --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges
    --memory 512m --pids-limit 200 --add-host "$TLS_HOST:127.0.0.1" --add-host impostor.test:127.0.0.1
    --volume "$WORK/ca:/ca:ro")
  # By name, so that no secret is in the list of processes.
  for name in "${!settings[@]}"; do
    [ -n "${!name+set}" ] || export "$name=${settings[$name]}"
    ARGUMENTS+=(--env "$name")
  done
}

# container_run IMAGE [ARGUMENT...]
container_run() (
  container_arguments
  docker run --rm "${ARGUMENTS[@]}" "$@"
)

# container_start NAME IMAGE
container_start() (
  docker rm --force "$1" >/dev/null 2>&1 || true
  container_arguments
  docker run --detach --name "$1" "${ARGUMENTS[@]}" "$2" >/dev/null
)

# until_status PORT PATH STATUS
until_status() {
  local deadline=$((SECONDS + 120))
  until [ "$(http_status "$1" "$2")" = "$3" ]; do
    [ "$SECONDS" -lt "$deadline" ] || die "port $1: $2 answers $(http_status "$1" "$2"), not $3"
    sleep 0.1
  done
}

until_docker_says_healthy() {
  local deadline=$((SECONDS + 120))
  until [ "$(docker inspect --format '{{.State.Health.Status}}' "$1")" = healthy ]; do
    [ "$SECONDS" -lt "$deadline" ] || die "the healthcheck of the $1 does not succeed"
    sleep 0.5
  done
}

# check_process NAME PID
# As the kernel sees it, not as the image says.
check_process() {
  local name=$1 pid=$2
  [ "$(awk '/^Uid:/ {print $2 $3 $4 $5}' "/proc/$pid/status")" = 65532655326553265532 ] || die "the $name does not run as user 65532"
  [ "$(awk '/^CapEff:|^CapPrm:|^CapBnd:/ {print $2}' "/proc/$pid/status" | sort -u)" = 0000000000000000 ] || die "the $name has capabilities"
  [ "$(awk '/^NoNewPrivs:/ {print $2}' "/proc/$pid/status")" = 1 ] || die "the $name could gain privileges"
  grep -qE '^[^ ]+ / [^ ]+ ro[, ]' "/proc/$pid/mounts" || die "the root of the $name can be written to"
  if tr '\0' '\n' <"/proc/$pid/cmdline" | grep -q "$(cat "$WORK/application-secret")"; then die "a secret is in the list of processes"; fi
  if docker logs "$name" 2>&1 | grep -qF -e "$(cat "$WORK/application-secret")" -e "$(cat "$WORK/database-password")"; then die "a secret is in the log"; fi
}

# idle_memory PID
# Resident kilobytes, some time after it was asked for the last time.
idle_memory() {
  sleep 5
  awk '/^VmRSS:/ {print $2}' "/proc/$1/status"
}

# first_answer NAME
# Starts the service of a running container once more, with the same files and settings, and
# prints the milliseconds from the start of the process to its first 200, the median of nine.
first_answer() {
  local root
  root=$(docker inspect --format '{{.GraphDriver.Data.MergedDir}}' "$1")
  (container_arguments && python3 "$ROOT/deploy/checks/lib/first-answer.py" "$root" "/usr/local/bin/$1")
}
