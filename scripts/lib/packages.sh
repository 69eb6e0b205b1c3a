# shellcheck shell=bash
# Installing what a fresh machine lacks. Only Debian and its relatives are installed on by
# themselves; elsewhere the person is told what to install.

have() {
  command -v "$1" >/dev/null 2>&1
}

# Whether as_root can work, if need be after the person has typed a password.
can_become_root() {
  [ "$(id -u)" -eq 0 ] || { have sudo && { [ -t 0 ] || sudo -n true 2>/dev/null; }; }
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

# install_with_apt PACKAGE...
# Ends with the command to type where it cannot install.
install_with_apt() {
  can_become_root || die "missing Debian packages; install them with: sudo apt-get install $*"
  local -a install=(env DEBIAN_FRONTEND=noninteractive
    apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=120)
  say "Installing Debian packages: $*"
  # The package lists of a fresh machine are empty and those of an old one out of date:
  # both show as a failure here, and an update mends both.
  if ! as_root "${install[@]}" "$@" >/dev/null 2>&1; then
    as_root apt-get update -qq >&2 || die "apt-get update failed"
    as_root "${install[@]}" "$@" >/dev/null || die "apt-get could not install: $*"
  fi
}

# require_programs PROGRAM... -- DEBIAN_PACKAGE...
# Installs the packages when one of the programs is missing.
require_programs() {
  local -a missing=()
  while [ "$1" != "--" ]; do
    have "$1" || missing+=("$1")
    shift
  done
  shift
  [ "${#missing[@]}" -eq 0 ] && return
  if have apt-get; then
    install_with_apt "$@"
  elif [ "$(uname)" = Darwin ]; then
    die "missing ${missing[*]}; install Apple's tools with: xcode-select --install"
  else
    die "missing programs; install with your system's package manager: ${missing[*]}"
  fi
}
