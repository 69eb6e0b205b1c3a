# shellcheck shell=bash
# Finding PostgreSQL's server programs, and installing them where that can be done.

# postgres_require_programs [MAJOR_VERSION]
# Sets POSTGRES_BIN, the directory of the programs. A version is given where data exist
# already, since they open only with programs of their own major version.
postgres_require_programs() {
  local version=${1:-}
  postgres_find_programs "$version" && return
  if [ -n "$version" ] && postgres_find_programs ""; then
    die "the local database was made by PostgreSQL $version, which is no longer installed"
  fi
  if have apt-get; then
    postgres_install_with_apt
  elif [ "$(uname)" = Darwin ]; then
    die "PostgreSQL is missing; install it with: brew install postgresql@16"
  else
    die "PostgreSQL's server is missing; install it with your system's package manager"
  fi
  postgres_find_programs "$version" || die "PostgreSQL was installed, but its server programs were not found"
}

postgres_find_programs() {
  local version=$1 directory
  while IFS= read -r directory; do
    postgres_programs_are_in "$directory" || continue
    if [ -z "$version" ] || [ "$(postgres_major_version "$directory")" = "$version" ]; then
      # shellcheck disable=SC2034 # For who sources this.
      POSTGRES_BIN=$directory
      return 0
    fi
  done < <(postgres_candidate_directories)
  return 1
}

# Some installations link only a few of the programs into PATH.
postgres_programs_are_in() {
  [ -x "$1/initdb" ] && [ -x "$1/pg_ctl" ] && [ -x "$1/postgres" ] && [ -x "$1/psql" ]
}

# Debian and Homebrew keep the programs out of PATH, one directory for each version.
postgres_candidate_directories() {
  if have initdb; then dirname "$(command -v initdb)"; fi
  printf '%s\n' /usr/lib/postgresql/*/bin /usr/pgsql-*/bin \
    /opt/homebrew/opt/postgresql@*/bin /usr/local/opt/postgresql@*/bin \
    /Applications/Postgres.app/Contents/Versions/[0-9]*/bin | sort -rV
  if have pg_config; then pg_config --bindir; fi
}

# Prints for example 16, from "postgres (PostgreSQL) 16.4 (Debian 16.4-1)".
postgres_major_version() {
  "$1/postgres" --version | sed -E 's/^[^0-9]*([0-9]+).*/\1/'
}

# Debian creates and starts a cluster of its own with the package. Nobody asked for that
# one, so it is switched off while the package is installed.
postgres_install_with_apt() {
  can_become_root || die "PostgreSQL is missing; install it with: sudo apt-get install postgresql"
  local switch=/etc/postgresql-common/createcluster.d/no-main-cluster.conf
  as_root mkdir -p "$(dirname "$switch")"
  echo 'create_main_cluster = false' | as_root tee "$switch" >/dev/null
  # The subshell lets the switch be removed when the installation ends the script.
  local status=0
  (install_with_apt postgresql) || status=$?
  as_root rm -f "$switch"
  return "$status"
}
