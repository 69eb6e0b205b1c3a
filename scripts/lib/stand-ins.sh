# shellcheck shell=bash
# The two base images of docker/Dockerfile, made of Debian's packages where no registry can
# be reached or no Docker is there to build with. They hold what the real ones hold, so that
# sizes and what is missing inside (a shell, above all) can be judged. Needs ROOT.

# What distroless `base-nossl-debian12` is made of.
STAND_IN_RUNTIME_PACKAGES=(base-files netbase tzdata media-types libc6 ca-certificates)
# What of `rust:bookworm` the build needs. The toolchain is this machine's, mounted.
STAND_IN_BUILDER_PACKAGES=(ca-certificates gcc libc6-dev make perl)
STAND_IN_TOOLCHAIN=/usr/local/toolchain

# stand_ins_make
# Makes what is not there yet, and sets STAND_IN_RUST and STAND_IN_RUNTIME, their names.
stand_ins_make() {
  STAND_IN_RUST=localhost/periodtracker-stand-in/rust:$(stand_in_tag STAND_IN_BUILDER_PACKAGES stand_in_rust)
  STAND_IN_RUNTIME=localhost/periodtracker-stand-in/base-nossl-debian12:$(stand_in_tag STAND_IN_RUNTIME_PACKAGES stand_in_runtime stand_in_furnish)
  buildah inspect --type image "$STAND_IN_RUST" >/dev/null 2>&1 || stand_in_rust
  buildah inspect --type image "$STAND_IN_RUNTIME" >/dev/null 2>&1 || stand_in_runtime
}

# stand_in_tag PACKAGES FUNCTION...
# Changes with the recipe, so that an image of an older one is not taken for it.
stand_in_tag() {
  { declare -p "$1"; shift; declare -f "$@"; } | sha256sum | cut -c 1-12
}

stand_in_rust() {
  local work
  require_programs mmdebstrap -- mmdebstrap
  work=$(mktemp -d)
  say "Making a stand-in for the image that compiles"
  mmdebstrap --quiet --variant=minbase "--include=$(IFS=,; printf '%s' "${STAND_IN_BUILDER_PACKAGES[*]}")" \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    bookworm "$work/root.tar" >&2 || die "mmdebstrap failed"
  stand_in_import "$work/root.tar" "$STAND_IN_RUST" \
    --env "PATH=$STAND_IN_TOOLCHAIN/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" \
    --env CARGO_HOME=/usr/local/cargo
  rm -rf "$work"
}

# The packages are unpacked and not installed: no dpkg, no shell, no scripts of theirs.
stand_in_runtime() {
  local work package
  work=$(mktemp -d)
  say "Making a stand-in for the image that runs"
  mkdir "$work/debs" "$work/root"
  # apt drops root to download, to a user who must be able to write there.
  chmod 777 "$work" "$work/debs"
  as_root apt-get update -qq >&2 || die "apt-get update failed"
  (cd "$work/debs" && apt-get download -qq "${STAND_IN_RUNTIME_PACKAGES[@]}" >&2) || die "apt-get could not download the packages"
  for package in "$work"/debs/*.deb; do dpkg-deb --extract "$package" "$work/root"; done
  stand_in_furnish "$work/root"
  tar --numeric-owner -C "$work/root" -cf "$work/root.tar" .
  stand_in_import "$work/root.tar" "$STAND_IN_RUNTIME" --user 65532 --workingdir /home/nonroot \
    --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    --env SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt
  rm -rf "$work"
}

# What the packages' scripts would have made, and what distroless leaves out.
stand_in_furnish() {
  local root=$1
  cat "$root"/usr/share/ca-certificates/mozilla/*.crt >"$root/etc/ssl/certs/ca-certificates.crt"
  printf '%s\n' 'root:x:0:0:root:/root:/sbin/nologin' 'nobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin' \
    'nonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin' >"$root/etc/passwd"
  printf '%s\n' root:x:0: nogroup:x:65534: nonroot:x:65532: >"$root/etc/group"
  printf '%s\n' 'hosts: files dns' >"$root/etc/nsswitch.conf"
  mkdir -p "$root/home/nonroot" "$root/tmp"
  chown 65532:65532 "$root/home/nonroot"
  chmod 700 "$root/home/nonroot"
  chmod 1777 "$root/tmp"
  rm -rf "${root:?}"/usr/share/{doc,man,locale,lintian,bug,ca-certificates} "${root:?}"/{bin,sbin} \
    "${root:?}"/usr/{bin,sbin} "${root:?}/etc/update-motd.d"
}

# stand_in_import TAR NAME [CONFIG...]
stand_in_import() {
  local tar=$1 name=$2 container
  shift 2
  container=$(buildah from scratch)
  buildah add -q "$container" "$tar" / >/dev/null
  buildah config "$@" "$container"
  buildah commit -q --rm "$container" "$name" >/dev/null
}
