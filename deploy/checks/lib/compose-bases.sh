# shellcheck shell=bash
# The base images of docker/Dockerfile, under their own names in this machine's Docker, where no
# registry can be reached. Needs WORK, API_IMAGE, CMS_IMAGE, and Docker.

# compose_bases_make
# In the engine that the checks have started, and in no other: there the real ones can be pulled.
compose_bases_make() {
  [ -n "$DOCKER_PID" ] || return 0
  stand_ins_make
  compose_rust "$(base_name RUST_IMAGE)"
  buildah_to_docker "$STAND_IN_RUNTIME" "$(base_name RUNTIME_IMAGE)"
  compose_postgres "$(base_name POSTGRES_IMAGE)"
}

# base_name ARGUMENT
base_name() {
  sed -n "s/^ARG $1=//p" "$ROOT/docker/Dockerfile"
}

# buildah_to_docker IMAGE NAME
buildah_to_docker() {
  rm -f "$WORK/base.tar"
  buildah push --quiet "$1" "docker-archive:$WORK/base.tar:$2"
  docker load --quiet --input "$WORK/base.tar" >/dev/null
  rm "$WORK/base.tar"
}

# compose_rust NAME
# Compiling was checked when the images were built; here `cargo` hands out what came of it.
compose_rust() {
  local place=$WORK/rust service image container
  mkdir -p "$place"
  for service in api cms; do
    image=${service^^}_IMAGE
    container=$(docker create "${!image}")
    docker cp "$container:/usr/local/bin/$service" "$place/$service"
    docker rm "$container" >/dev/null
  done
  cat >"$place/cargo" <<'CARGO'
#!/bin/sh
case "$1 $2" in
  "install cargo-auditable") ;;
  "auditable build") mkdir -p target/release && cp /usr/local/compiled/api /usr/local/compiled/cms target/release/ ;;
  *) echo "no cargo $*" >&2; exit 1 ;;
esac
CARGO
  chmod 755 "$place/cargo"
  buildah_to_docker "$STAND_IN_RUST" periodtracker-stand-in/rust
  printf 'FROM periodtracker-stand-in/rust\nENV PATH=/usr/bin:/bin\nCOPY cargo /usr/bin/cargo\nCOPY api cms /usr/local/compiled/\n' >"$place/Dockerfile"
  docker build --quiet --tag "$1" "$place" >/dev/null
}

# compose_postgres NAME
# This machine's PostgreSQL, with the settings, the user and the start of the official image.
compose_postgres() {
  local place=$WORK/postgres files
  mkdir -p "$place"
  postgres_require_programs 15
  files=$(ldd "$POSTGRES_BIN"/{postgres,initdb,pg_ctl,psql,pg_isready} | awk '$3 ~ /^\// {print $3}' | grep -vE '/lib(c|m|dl|rt|pthread|resolv)\.so' | sort -u)
  # shellcheck disable=SC2086 # One file each.
  tar -chf "$place/postgres.tar" "${POSTGRES_BIN%/bin}" /usr/share/postgresql/15 /usr/share/zoneinfo $files 2>/dev/null || die "PostgreSQL could not be copied"
  cat >"$place/docker-entrypoint.sh" <<'START'
#!/bin/sh -e
# As the official image does it, as far as docker/compose.yaml uses it.
if [ "$(id -u)" = 0 ]; then
  mkdir -p "$PGDATA" && chown 999:999 "$PGDATA" && chmod 700 "$PGDATA"
  exec setpriv --reuid 999 --regid 999 --clear-groups "$0" "$@"
fi
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  printf '%s\n' "$POSTGRES_PASSWORD" >/tmp/password
  initdb --username="$POSTGRES_USER" --pwfile=/tmp/password --auth-host=scram-sha-256 --auth-local=trust --encoding=UTF8
  echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
  pg_ctl -w -o "-c listen_addresses='' -c unix_socket_directories=/tmp" start
  psql -h /tmp -U "$POSTGRES_USER" -d postgres -c "CREATE DATABASE \"$POSTGRES_DB\""
  pg_ctl -w -m fast stop
fi
exec "$@"
START
  chmod 755 "$place/docker-entrypoint.sh"
  cat >"$place/Dockerfile" <<DOCKERFILE
FROM periodtracker-stand-in/rust
ADD postgres.tar /
COPY docker-entrypoint.sh /usr/local/bin/
RUN echo 'postgres:x:999:999::/tmp:/bin/sh' >>/etc/passwd
ENV PATH=/usr/local/bin:$POSTGRES_BIN:/usr/sbin:/usr/bin:/sbin:/bin PGDATA=/var/lib/postgresql/data LANG=C.UTF-8
VOLUME /var/lib/postgresql/data
STOPSIGNAL SIGINT
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["postgres", "-c", "listen_addresses=*", "-c", "unix_socket_directories=/tmp"]
DOCKERFILE
  docker build --quiet --tag "$1" "$place" >/dev/null
}
