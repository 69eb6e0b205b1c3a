# shellcheck shell=bash
# The fuzz targets of fuzz/. Needs ROOT, SEED.

CARGO_FUZZ_VERSION=0.13.2

# require_cargo_fuzz
# Puts it first in PATH, building it on first use: outside the checkout and under its version, as
# cargo-deny is.
require_cargo_fuzz() {
  local root=${XDG_CACHE_HOME:-$HOME/.cache}/periodtracker/cargo-fuzz-$CARGO_FUZZ_VERSION
  if [ ! -x "$root/bin/cargo-fuzz" ]; then
    say "Building cargo-fuzz $CARGO_FUZZ_VERSION, once"
    CARGO_TARGET_DIR=$root/build cargo install cargo-fuzz --locked --debug --quiet \
      --version "$CARGO_FUZZ_VERSION" --root "$root" || die "cargo-fuzz could not be built"
    rm -rf "$root/build"
  fi
  case :$PATH: in *":$root/bin:"*) ;; *) PATH=$root/bin:$PATH ;; esac
}

# fuzz_run TARGET
# No sanitizer: nothing of ours is unsafe, and so a stable compiler will do. What it finds beside the
# corpus of the repository stays in target/, and what fails in fuzz/artifacts.
fuzz_run() {
  local found=$ROOT/fuzz/target/corpus/$1
  require_programs g++ -- g++
  require_cargo_fuzz
  mkdir -p "$found"
  cargo fuzz run --fuzz-dir fuzz --sanitizer none "$1" "$found" "fuzz/corpus/$1" -- \
    "-max_total_time=${HOSTILE_SECONDS:-60}" "-seed=$SEED" -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 ||
    die "$1 has failed; the input is in fuzz/artifacts/$1"
}
