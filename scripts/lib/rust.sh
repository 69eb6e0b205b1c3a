# shellcheck shell=bash
# The Rust toolchain and what building C dependencies (libpq, OpenSSL) takes.

# find_cargo
# Adds the directory where rustup puts cargo to PATH: a shell that was open during the
# installation does not know it yet.
find_cargo() {
  have cargo && return
  local directory=${CARGO_HOME:-$HOME/.cargo}/bin
  [ -x "$directory/cargo" ] || return 1
  export PATH=$directory:$PATH
}

require_build_tools() {
  require_programs cc make perl -- gcc libc6-dev make perl
  # OpenSSL's build script needs modules that Debian leaves out of the small perl that
  # every system has.
  if ! perl -MFile::Compare -MFindBin -MIPC::Cmd -e 1 2>/dev/null; then
    have apt-get || die "perl lacks modules that are needed to build OpenSSL: File::Compare, FindBin, IPC::Cmd"
    install_with_apt perl
  fi
}

# require_rust_component SUBCOMMAND COMPONENT
require_rust_component() {
  cargo "$1" --version >/dev/null 2>&1 && return
  have rustup || die "cargo $1 is missing; install it with your Rust toolchain"
  rustup component add "$2" >&2 || die "rustup could not add $2"
}
