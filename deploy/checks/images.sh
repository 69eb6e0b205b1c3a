# shellcheck shell=bash
# The two images: what they are made of, what is in them, and how they run.
#   dockerfile   lints; quick
#   images       builds both, pushes them to a registry on this machine, weighs them
#   structure    what is inside, and what must not be
#   containers   pulled by digest, run as they will be, with a database that speaks TLS

source "$ROOT/deploy/checks/lib/python.sh"
source "$ROOT/deploy/checks/lib/docker.sh"
source "$ROOT/deploy/checks/lib/registry.sh"
source "$ROOT/deploy/checks/lib/tls-database.sh"
source "$ROOT/deploy/checks/lib/containers.sh"

STEPS+=(dockerfile images structure containers)

MOST_BYTES=25000000
MOST_START_MS=100
# The goal is 30 MiB for both. The cms takes 29, and gets some room, since the same image does
# not always take the same.
declare -A MOST_IDLE_KB=([api]=30720 [cms]=33792)

step_dockerfile() {
  python_tools image-tools
  local found version
  # The linter finds a mistake that was put there for it.
  if found=$(hadolint "$ROOT/deploy/checks/seeded/Dockerfile"); then die "hadolint finds nothing in the seeded Dockerfile"; fi
  grep -q DL3002 <<<"$found" || die "hadolint does not see that the seeded Dockerfile ends as root"
  hadolint docker/Dockerfile
  version=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
  grep -q "^ARG RUST_IMAGE=docker.io/library/rust:$version-" docker/Dockerfile ||
    die "docker/Dockerfile compiles with another Rust than rust-toolchain.toml says ($version)"
  check_rds_roots
}

# The authorities that the images trust are those of Amazon RDS, and no others.
check_rds_roots() {
  local found
  found=$(fingerprints docker/rds-ca.pem)
  diff <(sed '/^#/d' deploy/checks/rds-fingerprints.txt) <(printf '%s\n' "$found") ||
    die "docker/rds-ca.pem holds other certificates than deploy/checks/rds-fingerprints.txt lists"
}

# fingerprints FILE
fingerprints() {
  require_programs openssl -- openssl
  local certificate=
  while IFS= read -r line; do
    case $line in '#'* | '') continue ;; esac
    certificate+=$line$'\n'
    [ "$line" = "-----END CERTIFICATE-----" ] || continue
    openssl x509 -noout -fingerprint -sha256 <<<"$certificate" | cut -d = -f 2
    certificate=
  done <"$1"
}

# Sets API_IMAGE and CMS_IMAGE, by digest, and REVISION; once in a run.
images_provide() {
  [ -z "${API_IMAGE:-}" ] || return 0
  local service reference digest bytes
  work_folder
  registry_start
  REVISION=$(git rev-parse HEAD)
  scripts/images --push "$REGISTRY/periodtracker" --revision "$REVISION" >"$WORK/images.tsv" || die "scripts/images failed"
  while IFS=$'\t' read -r service reference digest bytes; do
    [ "$reference" = "$REGISTRY/periodtracker/$service:$REVISION" ] || die "scripts/images pushed $reference"
    fact "$service: $(megabytes "$bytes") compressed, $digest"
    [ "$bytes" -le "$MOST_BYTES" ] || die "the image of the $service has $bytes bytes"
    case $service in
      api) API_IMAGE=$REGISTRY/periodtracker/api@$digest ;;
      cms) CMS_IMAGE=$REGISTRY/periodtracker/cms@$digest ;;
    esac
  done <"$WORK/images.tsv"
}

step_images() {
  local again
  images_provide
  # The same commit again builds nothing and moves no tag.
  again=$(scripts/images --push "$REGISTRY/periodtracker" --revision "$REVISION" 2>/dev/null)
  [ "$again" = "$(cat "$WORK/images.tsv")" ] || die "pushing a commit twice gave two images"
  if scripts/images --revision 0000000000000000000000000000000000000000 2>/dev/null; then die "an unknown commit was built"; fi
}

step_structure() {
  python_tools image-tools
  images_provide
  require_programs skopeo jq -- skopeo jq
  local service image
  for service in api cms; do
    image=${service^^}_IMAGE
    skopeo copy --quiet --src-tls-verify=false "docker://${!image}" "docker-archive:$WORK/$service.tar:$service:checked"
    structure_test "$service" "$service" >"$WORK/log" 2>&1 ||
      { cat "$WORK/log" >&2; die "the image of the $service is not as deploy/checks/structure says"; }
    only_the_service_runs "$service"
  done
  if structure_test api cms >/dev/null 2>&1; then die "the structure test takes the cms for the api"; fi
}

# structure_test EXPECTED ARCHIVE
structure_test() {
  sed "s/@REVISION@/$REVISION/" "$ROOT/deploy/checks/structure/$1.yaml" >"$WORK/$1.yaml"
  container-structure-test test --driver tar --image "$WORK/$2.tar" --config "$WORK/$1.yaml"
}

# No shell, no tool, nothing that gives rights: the service is the one thing to run. Shared
# libraries are marked executable too, and do nothing by themselves.
only_the_service_runs() {
  local found
  rm -rf "$WORK/root" && mkdir "$WORK/root"
  image_files "$1" "$WORK/root"
  found=$(find "$WORK/root" -type f -perm /111 ! -name '*.so' ! -name '*.so.*' -printf '/%P\n' | sort)
  [ "$found" = "/usr/local/bin/$1" ] || die "the image of the $1 holds further programs: $found"
  found=$(find "$WORK/root" \( -perm /6000 -type f -o -perm -2 -type f \) -printf '/%P\n')
  [ -z "$found" ] || die "the image of the $1 holds files that give rights away: $found"
  found=$(find "$WORK/root" ! -uid 0 -printf '/%P %U\n' | sort | paste -sd ' ')
  [ "$found" = "/home/nonroot 65532 /home/nonroot/files 65532" ] || die "files in the image of the $1 belong to others than root: $found"
  # What scanners and the bill of materials read.
  LC_ALL=C grep -qa dep-v0 "$WORK/root/usr/local/bin/$1" || die "the $1 does not hold the list of its crates"
}

# image_files SERVICE FOLDER
# Unpacks the layers of $WORK/SERVICE.tar.
image_files() {
  local layer
  tar -C "$WORK" -xf "$WORK/$1.tar" manifest.json
  while IFS= read -r layer; do
    tar -xOf "$WORK/$1.tar" "$layer" | tar -x -C "$2"
  done < <(jq -r '.[0].Layers[]' "$WORK/manifest.json")
}

step_containers() {
  images_provide
  docker_require
  tls_database_start
  require_programs curl jq -- curl jq ca-certificates
  docker pull --quiet "$API_IMAGE" >/dev/null
  docker pull --quiet "$CMS_IMAGE" >/dev/null
  check_command_line
  check_tls_negatives
  check_run api "$API_IMAGE" /account/login '{"name":"nobody","password":"none at all"}'
  check_run cms "$CMS_IMAGE" /login '{"username":"nobody","password":"none at all"}'
}

# What ends at once, with an exit code that says so.
check_command_line() {
  local status
  for arguments in --no-such-argument no-such-command; do
    status=0
    container_run "$API_IMAGE" "$arguments" >/dev/null 2>&1 || status=$?
    [ "$status" -eq 2 ] || die "the api ended with $status at $arguments"
  done
  status=0
  DATABASE_SSL_MODE=require container_run "$API_IMAGE" --check-config >"$WORK/log" 2>&1 || status=$?
  if [ "$status" -ne 1 ] || ! grep -q 'must be verify-full' "$WORK/log"; then die "production took a database whose certificate nobody checks"; fi
  status=0
  APPLICATION_SECRET=short container_run "$API_IMAGE" --check-config >"$WORK/log" 2>&1 || status=$?
  if [ "$status" -ne 1 ] || ! grep -q 'APPLICATION_SECRET' "$WORK/log"; then die "production took a short secret"; fi
  if docker run --rm --entrypoint /bin/sh "$API_IMAGE" -c true 2>/dev/null; then die "there is a shell in the image"; fi
}

# A database that cannot prove what it is is not spoken to; the last one can.
check_tls_negatives() {
  refused "an authority that the image does not know" 'certificate verify failed' DATABASE_SSL_ROOT_CERT=/etc/ssl/rds-ca.pem
  refused "another authority" 'certificate verify failed' DATABASE_SSL_ROOT_CERT=/ca/other-ca.pem
  refused "another host name" 'does not match host name' DATABASE_HOST=impostor.test
  tls_database_ssl off
  refused "a server without TLS" 'server does not support SSL'
  tls_database_ssl on
  container_run "$API_IMAGE" migrate >"$WORK/log" 2>&1 || { cat "$WORK/log" >&2; die "the image cannot migrate over verify-full TLS"; }
  say "taken: $(grep 'migrations applied' "$WORK/log")"
}

# refused WHAT MESSAGE [SETTING=VALUE]
refused() {
  local status=0
  (if [ -n "${3:-}" ]; then export "${3?}"; fi; container_run "$API_IMAGE" migrate >"$WORK/log" 2>&1) || status=$?
  if [ "$status" -ne 1 ] || ! grep -q "$2" "$WORK/log"; then
    cat "$WORK/log" >&2
    die "$1 was not refused (exit code $status)"
  fi
  say "refused: $1"
}

# check_run SERVICE IMAGE PATH BODY
# Starts the service as it will be started, and asks it everything; PATH and BODY are a
# request that is still being sent when it is asked to end.
check_run() {
  local service=$1 image=$2 port pid code milliseconds kilobytes
  port=$(free_port 52000)
  PORT=$port container_start "$service" "$image"
  until_status "$port" /ready 200
  [ "$(curl -sf "http://127.0.0.1:$port/health" | jq -r .revision)" = "$REVISION" ] || die "/health of the $service does not name the revision"
  "$ROOT/scripts/smoke" "http://127.0.0.1:$port" "$REVISION"
  pid=$(docker inspect --format '{{.State.Pid}}' "$service")
  check_process "$service" "$pid"
  until_docker_says_healthy "$service"
  kilobytes=$(idle_memory "$pid")
  fact "$service: $kilobytes kB of memory when idle"
  [ "$kilobytes" -le "${MOST_IDLE_KB[$service]}" ] || die "the $service takes $kilobytes kB of memory when idle"
  milliseconds=$(first_answer "$service")
  fact "$service: first 200 after $milliseconds ms"
  [ "${milliseconds%.*}" -le "$MOST_START_MS" ] || too_late "the $service answers only after $milliseconds ms"
  code=$(python3 "$ROOT/deploy/checks/lib/drain.py" "$port" "$3" "$4" docker kill --signal TERM "$service") || die "the $service dropped a request when it was asked to end"
  [ "$(docker wait "$service")" = 0 ] || die "the $service did not end with exit code 0"
  fact "$service: after SIGTERM, a request that was still arriving was answered ($code), exit code 0"
  docker rm "$service" >/dev/null
}

# too_late MESSAGE
# On a machine that has more to do than processors, being late says nothing about the service.
too_late() {
  local load
  load=$(cut -d . -f 1 /proc/loadavg)
  [ "$load" -gt "$(nproc)" ] || die "$1"
  fact "$1: not judged, since the load of this machine is $load on $(nproc) processors"
}
