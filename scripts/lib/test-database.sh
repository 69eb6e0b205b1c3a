# shellcheck shell=bash
# A throwaway PostgreSQL for one run of the tests: in memory where that is possible, and
# without any care for crashes, since nothing in it is kept.

TEST_CLUSTER=

# Starts it and exports TEST_DATABASE_URL, the address of its superuser.
test_database_start() {
  local password place
  place=$(test_database_place)
  test_database_remove_abandoned "$place"
  TEST_CLUSTER=$(mktemp -d "$place/periodtracker-test.$$.XXXXXXXX")
  postgres_start "$TEST_CLUSTER" "fsync = off" "full_page_writes = off" \
    "synchronous_commit = off" "max_connections = 300"
  password=$(random_hex 16)
  {
    echo "\\set password $password"
    cat "$ROOT/scripts/lib/unstretched-password.sql"
  } | postgres_psql "$TEST_CLUSTER" postgres postgres -q -v ON_ERROR_STOP=1
  TEST_DATABASE_URL=postgres://postgres:$password@127.0.0.1:$(postgres_port "$TEST_CLUSTER")/postgres
  export TEST_DATABASE_URL
}

# In containers the memory file system often has 64 MB, which is too little.
test_database_place() {
  local free=0
  if [ -w /dev/shm ]; then free=$(df -Pk /dev/shm | awk 'NR == 2 {print $4}'); fi
  if [ "$free" -gt 2000000 ]; then echo /dev/shm; else echo "${TMPDIR:-/tmp}"; fi
}

# test_database_remove_abandoned PLACE
# Removes what runs have left that were killed before they could clean up. The name says
# which process a cluster belongs to.
test_database_remove_abandoned() {
  local process
  for TEST_CLUSTER in "$1"/periodtracker-test.*; do
    process=${TEST_CLUSTER#"$1/periodtracker-test."}
    process=${process%%.*}
    # Another user's cluster cannot be written to, and is none of our business.
    if [ ! -w "$TEST_CLUSTER" ] || kill -0 "$process" 2>/dev/null; then continue; fi
    test_database_remove
  done
  TEST_CLUSTER=
}

# Does nothing when none was started.
test_database_remove() {
  [ -n "$TEST_CLUSTER" ] || return 0
  (postgres_stop "$TEST_CLUSTER" immediate) || true
  rm -rf "$TEST_CLUSTER"
  TEST_CLUSTER=
}
