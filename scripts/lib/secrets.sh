# shellcheck shell=bash
# Random secrets of this checkout, made once and kept in files only their owner can read.

# random_hex BYTES
random_hex() {
  od -An -v -N "$1" -tx1 /dev/urandom | tr -d ' \n'
}

# keep_secret FILE TEXT
# The file appears complete or not at all, and is never readable by others.
keep_secret() {
  (
    umask 077
    printf '%s\n' "$2" >"$1.new"
  )
  mv "$1.new" "$1"
}

# kept_secret FILE BYTES
# Prints the secret in FILE, made on first use from BYTES random bytes (twice as many
# characters, letters and digits only, so it needs no quoting in a URL).
kept_secret() {
  [ -s "$1" ] || keep_secret "$1" "$(random_hex "$2")"
  cat "$1"
}
