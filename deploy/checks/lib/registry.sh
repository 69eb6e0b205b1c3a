# shellcheck shell=bash
# A registry on this machine, in the place of ECR. Needs WORK.

REGISTRY=
REGISTRY_PID=

# registry_start
# Sets REGISTRY, its address.
registry_start() {
  local port=50000 deadline=$((SECONDS + 120))
  [ -z "$REGISTRY" ] || return 0
  require_programs docker-registry skopeo -- docker-registry skopeo
  while port_is_taken "$port"; do port=$((port + 1)); done
  cat >"$WORK/registry.yml" <<YAML
version: 0.1
log: {level: error}
storage: {filesystem: {rootdirectory: $WORK/registry}}
http: {addr: "127.0.0.1:$port"}
YAML
  docker-registry serve "$WORK/registry.yml" >"$WORK/registry.log" 2>&1 &
  REGISTRY_PID=$!
  CLEAN_UPS+=(registry_stop)
  until [ "$(http_status "$port" /v2/)" = 200 ]; do
    [ "$SECONDS" -lt "$deadline" ] || { cat "$WORK/registry.log" >&2; die "the registry did not start"; }
    sleep 0.1
  done
  REGISTRY=127.0.0.1:$port
}

registry_stop() {
  [ -n "$REGISTRY_PID" ] || return 0
  kill -TERM "$REGISTRY_PID" 2>/dev/null
  wait "$REGISTRY_PID" 2>/dev/null
  REGISTRY_PID=
}
