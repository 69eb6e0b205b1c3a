# shellcheck shell=bash
# What the services will read as their settings. Needs ROOT.

# setting NAME
# Prints the value from the environment, else from .env, else nothing. The services read
# .env by themselves; only what this side has to know is asked for here.
setting() {
  local value=${!1:-}
  if [ -z "$value" ] && [ -f "$ROOT/.env" ]; then
    value=$(sed -nE "s/^[[:space:]]*(export[[:space:]]+)?$1[[:space:]]*=[[:space:]]*//p" "$ROOT/.env" |
      sed -E -e '1!d' -e 's/^"([^"]*)".*/\1/' -e t -e "s/^'([^']*)'.*/\1/" -e t -e 's/[[:space:]]*(#.*)?$//')
  fi
  printf '%s\n' "$value"
}

# set_unless_given NAME VALUE
# Exports a setting that neither the environment nor .env holds.
set_unless_given() {
  [ -n "$(setting "$1")" ] || export "$1=$2"
}
