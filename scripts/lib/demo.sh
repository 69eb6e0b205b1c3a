# shellcheck shell=bash
# Demo content and a demo log-in, for the private database only.

# Seeds once. What somebody has deleted since then stays deleted.
demo_seed() {
  local seeded=$LOCAL_CLUSTER/demo-seeded
  [ ! -e "$seeded" ] || return 0
  say "Filling the database with demo content"
  cat "$ROOT"/scripts/demo/*.sql |
    local_database_psql -q -o /dev/null --single-transaction -v ON_ERROR_STOP=1 ||
    die "the demo content could not be stored"
  touch "$seeded"
}

# demo_login CMS_PROGRAM
# Makes the demo editor where there is none, and prints the name and the password.
demo_login() {
  local file=$LOCAL/cms-login name=editor password
  if [ ! -s "$file" ]; then
    # An editor whose password nobody knows any more is no use.
    local_database_psql -q -c "DELETE FROM \"user\" WHERE username = '$name'"
    keep_secret "$file" "$name $(random_hex 12)"
  fi
  read -r name password <"$file"
  printf '%s\n' "$password" | "$1" admin create-user --if-absent \
    --username "$name" --role superAdmin --lang en >&2 || die "the demo editor could not be created"
  printf '%s %s\n' "$name" "$password"
}
