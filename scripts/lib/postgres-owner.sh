# shellcheck shell=bash
# PostgreSQL refuses to run as root. These functions choose the user that a cluster runs
# as, and run programs as that user.

# postgres_choose_owner CLUSTER
# Sets POSTGRES_OWNER: the caller, unless the caller is root; then whoever owns the data
# already, else the system's postgres user.
postgres_choose_owner() {
  local data=$1/data
  if [ "$(id -u)" -ne 0 ]; then
    POSTGRES_OWNER=$(id -un)
    if [ -e "$1" ] && ! [ -O "$1" ]; then
      die "$1 belongs to another user; run as that user, or as root"
    fi
    return
  fi
  POSTGRES_OWNER=postgres
  if [ -d "$data" ]; then
    # shellcheck disable=SC2012 # No other command prints the owner on Linux and macOS alike.
    POSTGRES_OWNER=$(ls -ld "$data" | awk '{print $3}')
  elif ! id "$POSTGRES_OWNER" >/dev/null 2>&1; then
    have useradd || die "there is no user postgres; create it, or run as an ordinary user"
    useradd --system --no-create-home --shell /usr/sbin/nologin "$POSTGRES_OWNER"
  fi
}

# Runs a program as POSTGRES_OWNER. The working directory and the home of root are closed
# to that user, so neither is handed on.
as_postgres_owner() {
  if [ "$(id -un)" = "$POSTGRES_OWNER" ]; then
    "$@"
  elif have setpriv; then
    (cd / && HOME=/ exec setpriv --reuid "$POSTGRES_OWNER" --regid "$(id -g "$POSTGRES_OWNER")" --init-groups -- "$@")
  elif have runuser; then
    (cd / && HOME=/ exec runuser -u "$POSTGRES_OWNER" -- "$@")
  else
    (cd / && HOME=/ exec sudo -u "$POSTGRES_OWNER" -- "$@")
  fi
}

# Whether POSTGRES_OWNER can reach files in a directory, which takes search permission on
# every directory above it.
postgres_owner_reaches() {
  as_postgres_owner test -x "$1"
}
