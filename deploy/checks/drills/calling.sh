# shellcheck shell=bash
# A phone that calls while something happens, and what it noticed.

CALLER_PID=

# caller_start TOKEN PORT...
caller_start() {
  local token=$1
  shift
  CALLED=$DRILLS/called
  jq -n --arg token "$token" --arg events "$DRILLS/acknowledged" \
    '{token: $token, events: $events, ports: ($ARGS.positional | map(tonumber))}' --args "$@" |
    python3 "$ROOT/deploy/checks/drills/caller.py" >"$CALLED" &
  CALLER_PID=$!
  sleep 0.3
}

# Ends it; sets CALLS, LOST (calls without a 200) and LONGEST (milliseconds).
caller_stop() {
  kill -TERM "$CALLER_PID"
  wait "$CALLER_PID" || die "the calling phone broke down"
  CALLER_PID=
  CALLS=$(jq .calls "$CALLED")
  LOST=$(jq .lost "$CALLED")
  LONGEST=$(jq .longest_ms "$CALLED")
  [ "$LOST" = 0 ] || die "$LOST of $CALLS calls were lost: $(cat "$CALLED")"
}

# Whether every event that was acknowledged is stored, and once.
caller_events_are_stored() {
  local acknowledged stored
  acknowledged=$(wc -l <"$DRILLS/acknowledged")
  stored=$(sed "s/.*/('&'::uuid),/; \$s/,\$//" "$DRILLS/acknowledged" |
    { echo "WITH sent (id) AS (VALUES"; cat; echo ") SELECT count(*) FROM app_event JOIN sent ON local_id = sent.id"; } | drill_sql)
  [ "$acknowledged" = "$stored" ] || die "$acknowledged events were acknowledged, $stored are stored"
}
