# shellcheck shell=bash
# What builds and pushes images: Docker, or buildah. Each engine has the same functions:
# PREPARE, BUILD, IS_PUSHED, PUSH, PUSHED_DIGEST, COMPRESSED_BYTES. Needs ROOT, and for a
# build CONTEXT, REVISION, CREATED and SOURCE_URL.

# IMAGE_ENGINE=docker or buildah chooses; else it is Docker where one is running.
choose_engine() {
  ENGINE=${IMAGE_ENGINE:-}
  if [ -z "$ENGINE" ]; then
    if have docker && docker info >/dev/null 2>&1; then ENGINE=docker; else ENGINE=buildah; fi
  fi
  case $ENGINE in
    docker | buildah) ;;
    *) die "IMAGE_ENGINE must be docker or buildah" ;;
  esac
}

# build_arguments
# Sets BUILD_ARGUMENTS, what both engines are given.
build_arguments() {
  BUILD_ARGUMENTS=(--file "$CONTEXT/docker/Dockerfile" --build-arg "REVISION=$REVISION"
    --build-arg "CREATED=$CREATED" --build-arg "SOURCE_URL=$SOURCE_URL")
  [ -z "${RUST_IMAGE:-}" ] || BUILD_ARGUMENTS+=(--build-arg "RUST_IMAGE=$RUST_IMAGE")
  [ -z "${RUNTIME_IMAGE:-}" ] || BUILD_ARGUMENTS+=(--build-arg "RUNTIME_IMAGE=$RUNTIME_IMAGE"
    --build-arg "BASE_NAME=${RUNTIME_IMAGE%@*}" --build-arg "BASE_DIGEST=$(base_digest)")
}

# The digest in the name of the runtime's base, else the one that the engine knows.
base_digest() {
  case $RUNTIME_IMAGE in
    *@*) printf '%s\n' "${RUNTIME_IMAGE#*@}" ;;
    *) "${ENGINE}_base_digest" ;;
  esac
}

# ---- Docker -----------------------------------------------------------------------------
# No more than what every Docker since 20.10 has: no further builder, no plugin.

# The names of the base images become digests, so that both services get the same ones and
# the label says which. A base of one's own making, as the checks have it, is in no registry.
docker_prepare() {
  require_programs jq -- jq
  RUST_IMAGE=${RUST_IMAGE:-$(docker_resolve RUST_IMAGE)}
  RUNTIME_IMAGE=${RUNTIME_IMAGE:-$(docker_resolve RUNTIME_IMAGE)}
}

docker_resolve() {
  local name digest
  name=$(sed -n "s/^ARG $1=//p" "$ROOT/docker/Dockerfile")
  docker pull --quiet "$name" >/dev/null || die "$name could not be pulled"
  digest=$(docker image inspect --format '{{index .RepoDigests 0}}' "$name")
  printf '%s@%s\n' "${name%@*}" "${digest#*@}"
}

# Of an image that was never in a registry: what identifies it on this machine.
docker_base_digest() {
  docker image inspect --format '{{.Id}}' "$RUNTIME_IMAGE"
}

# Attestations would make of the image an index of several; the pipeline makes its own.
docker_build() {
  build_arguments
  DOCKER_BUILDKIT=1 BUILDX_NO_DEFAULT_ATTESTATIONS=1 \
    docker build "${BUILD_ARGUMENTS[@]}" --target "$1" --tag "$2" "$CONTEXT"
}

docker_is_pushed() {
  docker_manifest "$1" >/dev/null 2>&1
}

docker_push() {
  docker push --quiet "$1"
}

docker_pushed_digest() {
  docker_manifest "$1" | jq -er .Descriptor.digest
}

docker_compressed_bytes() {
  if [ -n "$PUSH_TO" ]; then
    docker_manifest "$1" | jq '[(.SchemaV2Manifest // .OCIManifest).layers[].size] | add'
  else
    docker save "$1" | gzip -6 | wc -c
  fi
}

docker_manifest() {
  case $PREFIX in
    localhost:* | 127.0.0.1:*) docker manifest inspect --verbose --insecure "$1" ;;
    *) docker manifest inspect --verbose "$1" ;;
  esac
}

# ---- buildah ----------------------------------------------------------------------------

buildah_prepare() {
  [ "$(id -u)" -eq 0 ] || die "building with buildah takes root"
  require_programs buildah skopeo jq -- buildah skopeo jq
  if [ -z "${RUST_IMAGE:-}" ] || [ -z "${RUNTIME_IMAGE:-}" ]; then
    stand_ins_make
    RUST_IMAGE=${RUST_IMAGE:-$STAND_IN_RUST}
    RUNTIME_IMAGE=${RUNTIME_IMAGE:-$STAND_IN_RUNTIME}
  fi
}

buildah_build() {
  local service=$1 reference=$2
  local -a mounts=()
  build_arguments
  if [ "$RUST_IMAGE" = "${STAND_IN_RUST:-}" ]; then
    find_cargo || die "there is no Rust toolchain; see https://rustup.rs"
    mounts=(--volume "$(rustc --print sysroot):$STAND_IN_TOOLCHAIN:ro"
      --volume /etc/ssl/certs/ca-certificates.crt:/etc/ssl/certs/ca-certificates.crt:ro)
  fi
  # The format of Docker, because the other one has no place for a HEALTHCHECK.
  buildah build "${BUILD_ARGUMENTS[@]}" "${mounts[@]}" --target "$service" --tag "$reference" \
    --isolation chroot --format docker --layers --pull-never "$CONTEXT"
}

buildah_base_digest() {
  buildah inspect --type image --format '{{.FromImageDigest}}' "$RUNTIME_IMAGE"
}

buildah_is_pushed() {
  skopeo inspect "$(buildah_tls)" --raw "docker://$1" >/dev/null 2>&1
}

buildah_push() {
  buildah push --quiet "$(buildah_tls)" "$1"
}

buildah_pushed_digest() {
  skopeo inspect "$(buildah_tls)" --format '{{.Digest}}' "docker://$1"
}

buildah_compressed_bytes() {
  local place
  if [ -n "$PUSH_TO" ]; then
    skopeo inspect "$(buildah_tls)" --raw "docker://$1" | jq '[.layers[].size] | add'
  else
    place=$(mktemp -d)
    buildah push --quiet "$1" "dir:$place" >&2
    jq '[.layers[].size] | add' "$place/manifest.json"
    rm -rf "$place"
  fi
}

# A registry on this machine has no certificate.
buildah_tls() {
  case $PREFIX in
    localhost:* | 127.0.0.1:*) echo --tls-verify=false ;;
    *) echo --tls-verify=true ;;
  esac
}
