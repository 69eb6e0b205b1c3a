# shellcheck shell=bash
# A Docker engine to run images with: this machine's, or, where there is none, Debian's,
# unpacked into target/ and run from there, so that nothing of the machine is changed. Needs
# ROOT.

DOCKER_HOME=$ROOT/target/deploy/docker
DOCKER_PID=

# docker_require
# Afterwards `docker` works.
docker_require() {
  docker info >/dev/null 2>&1 && return
  [ "$(id -u)" -eq 0 ] || die "there is no Docker, and starting one takes root"
  docker_unpack
  docker_start
}

docker_unpack() {
  [ -x "$DOCKER_HOME/root/usr/sbin/dockerd" ] && return
  local deb
  have apt-get || die "there is no Docker, and Debian's engine can be unpacked on Debian only"
  say "Unpacking Debian's Docker engine into target/"
  install_with_apt libseccomp2 libdevmapper1.02.1 libsystemd0
  rm -rf "$DOCKER_HOME"
  mkdir -p "$DOCKER_HOME/debs"
  chmod 777 "$DOCKER_HOME/debs"
  (cd "$DOCKER_HOME/debs" && apt-get download -qq docker.io containerd runc tini >&2) || die "apt-get could not download Docker"
  for deb in "$DOCKER_HOME"/debs/*.deb; do dpkg-deb --extract "$deb" "$DOCKER_HOME/new"; done
  rm -rf "$DOCKER_HOME/debs"
  mv "$DOCKER_HOME/new" "$DOCKER_HOME/root"
}

# Without rules for the firewall: containers reach each other and are reached from here, and nothing
# else.
docker_start() {
  local deadline=$((SECONDS + 120))
  export PATH=$DOCKER_HOME/root/usr/sbin:$DOCKER_HOME/root/usr/bin:$PATH
  # The path of a socket is short, and that of a checkout may not be.
  DOCKER_RUN=$(mktemp -d /tmp/periodtracker-docker.XXXXXX)
  export DOCKER_HOST=unix://$DOCKER_RUN/socket DOCKER_CONFIG=$DOCKER_HOME/config
  # buildah reads the same file, and wants it to be there.
  mkdir -p "$DOCKER_CONFIG/cli-plugins"
  echo '{}' >"$DOCKER_CONFIG/config.json"
  dockerd --host "$DOCKER_HOST" --data-root "$DOCKER_HOME/data" --exec-root "$DOCKER_RUN/exec" \
    --pidfile "$DOCKER_RUN/pid" --iptables=false >"$DOCKER_HOME/log" 2>&1 &
  DOCKER_PID=$!
  CLEAN_UPS+=(docker_stop)
  until docker info >/dev/null 2>&1; do
    kill -0 "$DOCKER_PID" 2>/dev/null || { tail -n 20 "$DOCKER_HOME/log" >&2; die "Docker did not start"; }
    [ "$SECONDS" -lt "$deadline" ] || die "Docker does not answer; its log is $DOCKER_HOME/log"
    sleep 0.2
  done
}

docker_stop() {
  [ -n "$DOCKER_PID" ] || return 0
  kill -TERM "$DOCKER_PID" 2>/dev/null
  wait "$DOCKER_PID"
  DOCKER_PID=
  umount "$DOCKER_RUN/exec/netns/default" 2>/dev/null
  ip link delete docker0 2>/dev/null
  rm -rf "$DOCKER_RUN"
}

# docker_compose_require
# Afterwards `docker compose` works. Debian 12 has only the first Compose, which is another command;
# the second, of Debian 13, needs no newer libc than that of Debian 12.
docker_compose_require() {
  local place=$DOCKER_HOME/compose
  docker compose version >/dev/null 2>&1 && return
  [ -n "$DOCKER_PID" ] || die "Docker has no Compose; install its plugin docker-compose"
  say "Unpacking Docker Compose into target/"
  # In its own network each container has a name, by rules inside of it.
  require_programs iptables ip -- iptables iproute2
  rm -rf "$place"
  mkdir -p "$place/lists/partial" "$place/debs"
  chmod 777 "$place/debs"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian trixie main" >"$place/sources.list"
  local -a apt=(apt-get -qq -o "Dir::Etc::SourceList=$place/sources.list" -o Dir::Etc::SourceParts=/dev/null -o "Dir::State::Lists=$place/lists")
  "${apt[@]}" update >&2 || die "apt-get update failed"
  (cd "$place/debs" && "${apt[@]}" download docker-compose >&2) || die "apt-get could not download Docker Compose"
  dpkg-deb --extract "$place"/debs/docker-compose_*.deb "$place/root"
  cp "$place/root/usr/libexec/docker/cli-plugins/docker-compose" "$DOCKER_CONFIG/cli-plugins/"
  docker compose version >&2 || die "Docker Compose does not run"
}
