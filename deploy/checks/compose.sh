# shellcheck shell=bash
# What people with Docker and without Rust have: scripts/run with docker/compose.yaml, and
# scripts/images with Docker.
#   compose      in a clone, without a Rust toolchain: starts, is used, stops, starts again

source "$ROOT/scripts/lib/stand-ins.sh"
source "$ROOT/deploy/checks/lib/docker.sh"
source "$ROOT/deploy/checks/lib/registry.sh"
source "$ROOT/deploy/checks/lib/tls-database.sh"
source "$ROOT/deploy/checks/lib/containers.sh"
source "$ROOT/deploy/checks/lib/compose-bases.sh"

STEPS+=(compose)

step_compose() {
  images_provide
  docker_require
  docker_compose_require
  require_programs curl jq git buildah -- curl jq git buildah
  docker pull --quiet "$API_IMAGE" >/dev/null
  docker pull --quiet "$CMS_IMAGE" >/dev/null
  compose_bases_make
  CLONE=$WORK/clone
  git clone --quiet "file://$ROOT" "$CLONE"
  without_rust
  images_with_docker
  COMPOSE_API=$(free_port 53000) COMPOSE_CMS=$(free_port 53100)
  CLEAN_UPS=(compose_remove "${CLEAN_UPS[@]}")

  compose_start first
  [ "$(awk '$1 == "cms" {print $2}' "$WORK/compose.first")" = "http://localhost:$COMPOSE_CMS" ] || die "scripts/run does not say where the cms is"
  compose_girl signup '{"name":"test-girl-compose","password":"a password","dateOfBirth":"2010-02-02T00:00:00.000Z","gender":"Female",
    "location":"Urban","country":"NP","province":"3","secretQuestion":"favourite_actor","secretAnswer":"an answer"}'
  compose_editor
  [ "$(curl -sf "http://127.0.0.1:$COMPOSE_API/mobile/articles/ne" | jq 'length > 0')" = true ] || die "there is no demo content"
  compose_stop

  compose_start second
  compose_girl login '{"name":"test-girl-compose","password":"a password"}'
  compose_editor
  compose_stop
  compose_remove
  fact "compose: scripts/run without Rust starts, a girl and an editor sign in, it stops and starts again with what was there"
}

# A PATH with links to what this machine has, but for Rust.
without_rust() {
  local folder program
  BARE_PATH=$WORK/bin
  mkdir "$BARE_PATH"
  for folder in ${PATH//:/ }; do
    for program in "$folder"/*; do
      case ${program##*/} in cargo* | rust*) ;; *) [ -e "$BARE_PATH/${program##*/}" ] || ln -s "$program" "$BARE_PATH/" ;; esac
    done
  done
}

# in_clone COMMAND...
in_clone() {
  (cd "$CLONE" && env PATH="$BARE_PATH" HOME="$WORK" CARGO_HOME="$WORK/nothing" COMPOSE_ANSI=never \
    API_PORT="${COMPOSE_API:-3000}" CMS_PORT="${COMPOSE_CMS:-5000}" "$@")
}

# Docker builds both images; the labels say on what.
images_with_docker() {
  local service reference labels
  local -a bases=()
  [ -z "$DOCKER_PID" ] || bases=("RUST_IMAGE=$(base_name RUST_IMAGE)" "RUNTIME_IMAGE=$(base_name RUNTIME_IMAGE)")
  in_clone env IMAGE_ENGINE=docker ${bases[@]+"${bases[@]}"} scripts/images >"$WORK/docker-images.tsv" || die "scripts/images failed with Docker"
  while IFS=$'\t' read -r service reference _ _; do
    labels=$(docker image inspect --format '{{json .Config.Labels}}' "$reference")
    jq -e --arg name "$(base_name RUNTIME_IMAGE)" --arg revision "$(git -C "$CLONE" rev-parse HEAD)" '
      ."org.opencontainers.image.base.name" == $name and (."org.opencontainers.image.base.digest" | test("^sha256:[0-9a-f]{64}$"))
      and ."org.opencontainers.image.revision" == $revision' <<<"$labels" >/dev/null || die "the labels of the $service are $labels"
  done <"$WORK/docker-images.tsv"
  [ "$(wc -l <"$WORK/docker-images.tsv")" -eq 2 ] || die "scripts/images made other images than two"
}

# compose_start NAME
# What it prints of addresses and the login is in $WORK/compose.NAME.
compose_start() {
  local deadline=$((SECONDS + 600))
  set -m
  in_clone scripts/run >"$WORK/compose.log" 2>&1 </dev/null &
  set +m
  COMPOSE_PID=$!
  until grep -q '[|] *login ' "$WORK/compose.log"; do
    kill -0 "$COMPOSE_PID" 2>/dev/null || { tail -n 20 "$WORK/compose.log" >&2; die "scripts/run ended by itself"; }
    [ "$SECONDS" -lt "$deadline" ] || { tail -n 20 "$WORK/compose.log" >&2; die "scripts/run is not up after ten minutes"; }
    sleep 1
  done
  sed -n 's/^[^|]*| *\(api\|cms\|login\) /\1 /p' "$WORK/compose.log" >"$WORK/compose.$1"
  until_status "$COMPOSE_API" /ready 200
  until_status "$COMPOSE_CMS" /ready 200
}

# Ctrl-C.
compose_stop() {
  kill -INT -- "-$COMPOSE_PID"
  wait "$COMPOSE_PID" || true
  COMPOSE_PID=
  [ "$(http_status "$COMPOSE_API" /health)" = 000 ] || die "the api is still there after Ctrl-C"
}

compose_remove() {
  [ -z "${COMPOSE_PID:-}" ] || kill -INT -- "-$COMPOSE_PID" 2>/dev/null
  COMPOSE_DATABASE_PASSWORD=x APPLICATION_SECRET=x PASSPORT_SECRET=x COMPOSE_LOGIN_PASSWORD=x \
    docker compose -f "$CLONE/docker/compose.yaml" down --volumes >/dev/null 2>&1
}

# compose_girl signup|login JSON
compose_girl() {
  local status
  status=$(curl -s -o "$WORK/answer" -w '%{http_code}' -H 'Content-Type: application/json' --data-binary "$2" "http://127.0.0.1:$COMPOSE_API/account/$1")
  if [ "$status" != 200 ] || [ "$(jq -r '.appToken | length > 0' "$WORK/answer")" != true ]; then die "$1 of a girl: $status"; fi
}

# With the login that scripts/run printed.
compose_editor() {
  local name password
  read -r _ name password < <(grep '^login ' "$WORK/compose.first")
  rm -f "$WORK/cookies"
  curl -s -o /dev/null -c "$WORK/cookies" -H "Sec-Fetch-Site: same-origin" --data-urlencode "username=$name" \
    --data-urlencode "password=$password" "http://127.0.0.1:$COMPOSE_CMS/login"
  [ "$(curl -s -o /dev/null -w '%{http_code}' -b "$WORK/cookies" -H "Accept: text/html" "http://127.0.0.1:$COMPOSE_CMS/account")" = 200 ] || die "the editor does not get in"
}
