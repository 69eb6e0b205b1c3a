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

# build_test_programs
# Builds the services as `cargo test` builds them, and sets BIN to their folder. Without the tests
# the dependencies would have other features, and everything would be compiled a second time.
build_test_programs() {
  cargo build --workspace --all-targets --locked
  # shellcheck disable=SC2034 # for those who start them
  BIN=${CARGO_TARGET_DIR:-$ROOT/target}/debug
}

# require_cargo_tool NAME VERSION
# Sets CARGO_TOOL to the program, building it on first use. It is kept outside the checkout, so
# that a fresh clone does not build it again, and under its version, so that nobody's own is
# replaced.
require_cargo_tool() {
  local root=${XDG_CACHE_HOME:-$HOME/.cache}/periodtracker/$1-$2
  CARGO_TOOL=$root/bin/$1
  if [ ! -x "$CARGO_TOOL" ]; then
    say "Building $1 $2, once"
    # Unoptimised it builds in a minute, instead of many, and is fast enough.
    CARGO_TARGET_DIR=$root/build cargo install "$1" --locked --debug --quiet \
      --version "$2" --root "$root" || die "$1 could not be built"
    rm -rf "$root/build"
  fi
}

# require_rust_component SUBCOMMAND COMPONENT
require_rust_component() {
  cargo "$1" --version >/dev/null 2>&1 && return
  have rustup || die "cargo $1 is missing; install it with your Rust toolchain"
  rustup component add "$2" >&2 || die "rustup could not add $2"
}
