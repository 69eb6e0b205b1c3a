# shellcheck shell=bash
# cargo-deny and the advisory database of RustSec that it reads. Needs ROOT.

CARGO_DENY_VERSION=0.20.2

# Sets CARGO_DENY to the program, building it on first use. It is kept outside the
# checkout, so that a fresh clone does not build it again, and under its version, so that
# nobody's own cargo-deny is replaced.
require_cargo_deny() {
  local root=${XDG_CACHE_HOME:-$HOME/.cache}/periodtracker/cargo-deny-$CARGO_DENY_VERSION
  CARGO_DENY=$root/bin/cargo-deny
  if [ ! -x "$CARGO_DENY" ]; then
    say "Building cargo-deny $CARGO_DENY_VERSION, once"
    # Unoptimised it builds in a minute, instead of many, and still checks in seconds.
    CARGO_TARGET_DIR=$root/build cargo install cargo-deny --locked --debug --quiet \
      --version "$CARGO_DENY_VERSION" --root "$root" || die "cargo-deny could not be built"
    rm -rf "$root/build"
  fi
}

# Prints a copy of the advisory database on this machine, a git bundle or a repository, if
# there is one: where ADVISORY_DB says, in .local, or in a folder beside the checkout.
advisory_db_copy() {
  local copy
  if [ -n "${ADVISORY_DB:-}" ]; then
    [ -e "$ADVISORY_DB" ] || die "ADVISORY_DB names $ADVISORY_DB, which does not exist"
    printf '%s\n' "$ADVISORY_DB"
    return
  fi
  for copy in "$ROOT/.local/advisory-db.bundle" "$ROOT"/../*/advisory-db.bundle; do
    if [ -e "$copy" ]; then
      printf '%s\n' "$copy"
      return
    fi
  done
}

# Brings the database up to date: from the copy, else from GitHub. Fails when GitHub
# cannot be reached.
fetch_advisory_db() {
  local copy repository=$ROOT/target/advisory-db-copy
  copy=$(advisory_db_copy) || exit 1
  rm -rf "$ROOT/target/advisory-dbs"
  if [ -z "$copy" ]; then
    "$CARGO_DENY" deny fetch db
    return
  fi
  say "Advisories from $copy"
  rm -rf "$repository"
  git clone --quiet --no-checkout "$copy" "$repository" 2>/dev/null || die "$copy is no git bundle or repository"
  # A bundle of HEAD alone has no branch, but cargo-deny asks for this one.
  git -C "$repository" branch --force main HEAD --quiet 2>/dev/null || true
  GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0="url.file://$repository.insteadOf" \
    GIT_CONFIG_VALUE_0=https://github.com/RustSec/advisory-db "$CARGO_DENY" deny fetch db ||
    die "cargo-deny could not read $copy"
}
