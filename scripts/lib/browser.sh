# shellcheck shell=bash
# Tests in a browser. Needs ROOT.

BROWSER_TESTS=$ROOT/crates/cms/tests/browser

# Chromium, what runs the tests, and what makes their database.
require_browser() {
  require_programs chromium -- chromium fonts-noto-core fonts-noto-color-emoji
  require_programs node npm -- nodejs npm
  have psql || PATH=$PATH:$(browser_psql_directory)
  require_programs psql -- postgresql-client
}

# Where a server is installed, its client is, but not always in PATH.
browser_psql_directory() {
  if postgres_find_programs ""; then echo "$POSTGRES_BIN"; fi
}

# Brings the tools to what the lock file names; does nothing when they are.
browser_tests_install() {
  local installed=$BROWSER_TESTS/node_modules/.package-lock.json
  if [ ! "$installed" -nt "$BROWSER_TESTS/package-lock.json" ]; then
    (cd "$BROWSER_TESTS" && npm ci --ignore-scripts --no-audit --no-fund --silent)
    touch "$installed"
  fi
}

# Its last line is the number of tests that passed and failed.
browser_tests_run() {
  export BIN CHROMIUM
  CHROMIUM=$(command -v chromium)
  (cd "$BROWSER_TESTS" && node --test-reporter=./reporter.mjs all.test.mjs)
}
