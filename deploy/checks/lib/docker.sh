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

# Without rules for the firewall: containers here use the network of the machine.
docker_start() {
  local deadline=$((SECONDS + 30))
  export PATH=$DOCKER_HOME/root/usr/sbin:$DOCKER_HOME/root/usr/bin:$PATH
  # The path of a socket is short, and that of a checkout may not be.
  DOCKER_RUN=$(mktemp -d /tmp/periodtracker-docker.XXXXXX)
  export DOCKER_HOST=unix://$DOCKER_RUN/socket
  dockerd --host "$DOCKER_HOST" --data-root "$DOCKER_HOME/data" --exec-root "$DOCKER_RUN/exec" \
    --pidfile "$DOCKER_RUN/pid" --iptables=false --bridge=none >"$DOCKER_HOME/log" 2>&1 &
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
  rm -rf "$DOCKER_RUN"
}
