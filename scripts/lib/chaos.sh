# shellcheck shell=bash
# Plays scenarios of `crates/chaos` in a directory of their own, and removes what they leave. Needs
# ROOT, and BIN, where the programs are.

CHAOS_PID=
CHAOS_SCRATCH=

# chaos_play FORM [SCENARIO...]
# In the background, since bash would otherwise heed a signal only at the end.
chaos_play() {
  local form=$1 results=${CARGO_TARGET_DIR:-$ROOT/target}/chaos
  local -a options=()
  shift
  [ "$form" = full ] || options+=(--short)
  # Thousands of connections are two thousands of files: their ends are both on this machine.
  ulimit -n "$(ulimit -H -n)" 2>/dev/null || true
  postgres_require_programs
  mkdir -p "$results"
  # Not in /tmp, which is memory on some systems: what is written must be written to a disk.
  CHAOS_SCRATCH=$(mktemp -d "/var/tmp/periodtracker-chaos.$$.XXXXXXXX")
  chmod 755 "$CHAOS_SCRATCH"
  set -m
  PATH=$POSTGRES_BIN:$PATH "$BIN/chaos" run --api "$BIN/api" --cms "$BIN/cms" \
    --cluster "$ROOT/scripts/lib/chaos-cluster.sh" --content "$ROOT/crates/bench/sql/content.sql" \
    --directory "$CHAOS_SCRATCH" --output "$results/$(date -u +%Y-%m-%dT%H-%M-%SZ).json" \
    --away-seconds "${CHAOS_AWAY_SECONDS:-600}" --soak-minutes "${CHAOS_SOAK_MINUTES:-120}" \
    "${options[@]}" -- "$@" </dev/null &
  set +m
  CHAOS_PID=$!
  if ! wait "$CHAOS_PID"; then
    CHAOS_PID=
    chaos_keep_logs "$results"
    die "the faults did harm, or could not be tried"
  fi
  CHAOS_PID=
}

# What the services said is kept where something went wrong.
chaos_keep_logs() {
  rm -rf "$1/logs"
  if mv "$CHAOS_SCRATCH/logs" "$1/logs" 2>/dev/null; then say "The logs of the services are in $1/logs"; fi
}

# Ends everything that still runs, and removes it.
chaos_clean_up() {
  local data
  # The whole group: services and callers are children of the program, and nothing in them is kept.
  [ -z "$CHAOS_PID" ] || kill -KILL -- "-$CHAOS_PID" 2>/dev/null
  [ -n "$CHAOS_SCRATCH" ] || return 0
  for data in "$CHAOS_SCRATCH"/*/data "$CHAOS_SCRATCH"/*/*/data; do
    [ ! -d "$data" ] || "$ROOT/scripts/lib/chaos-cluster.sh" remove "${data%/data}"
  done
  if grep -qs " $CHAOS_SCRATCH/small-disk " /proc/mounts; then umount -l "$CHAOS_SCRATCH/small-disk"; fi
  rm -rf "$CHAOS_SCRATCH"
  CHAOS_SCRATCH=
}
