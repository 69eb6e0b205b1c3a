# shellcheck shell=bash
# cargo-deny and the advisory database of RustSec that it reads. Needs ROOT.

CARGO_DENY_VERSION=0.20.2

# Sets CARGO_DENY to the program.
require_cargo_deny() {
  require_cargo_tool cargo-deny "$CARGO_DENY_VERSION"
  CARGO_DENY=$CARGO_TOOL
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
