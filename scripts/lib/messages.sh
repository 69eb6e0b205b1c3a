# shellcheck shell=bash
# Messages for the person at the terminal. They go to standard error, so that standard
# output holds only what another program may want to read.

say() {
  printf '%s\n' "$*" >&2
}

die() {
  say "error: $*"
  exit 1
}
