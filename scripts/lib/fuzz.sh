# shellcheck shell=bash
# The fuzz targets of fuzz/. Needs ROOT, SEED.

CARGO_FUZZ_VERSION=0.13.2

# fuzz_run TARGET
# No sanitizer: nothing of ours is unsafe, and so a stable compiler will do. What it finds beside the
# corpus of the repository stays in target/, and what fails in fuzz/artifacts.
fuzz_run() {
  local found=$ROOT/fuzz/target/corpus/$1
  require_programs g++ -- g++
  require_cargo_tool cargo-fuzz "$CARGO_FUZZ_VERSION"
  mkdir -p "$found"
  "$CARGO_TOOL" fuzz run --fuzz-dir fuzz --sanitizer none "$1" "$found" "fuzz/corpus/$1" -- \
    "-max_total_time=${HOSTILE_SECONDS:-60}" "-seed=$SEED" -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 ||
    die "$1 has failed; the input is in fuzz/artifacts/$1"
}
