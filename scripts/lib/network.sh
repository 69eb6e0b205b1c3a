# shellcheck shell=bash
# Questions about ports of this machine, asked with bash alone, so that neither curl nor
# netcat is needed.

# port_is_taken PORT
port_is_taken() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# http_status PORT PATH
# Prints the status code of a GET, or 000 when there was no answer within two seconds.
http_status() {
  local status=000
  {
    if printf 'GET %s HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&3; then
      read -r -t 2 _ status _ <&3 || true
      # Hanging up in the middle of an answer would be an error in the service's log.
      while read -r -t 2 _ <&3; do :; done
    fi
  } 2>/dev/null 3<>"/dev/tcp/127.0.0.1/$1" || true
  printf '%s\n' "${status:-000}"
}
