# shellcheck shell=bash
# Services of a drill, and phones that call them.

# drill_secrets
# New secrets of both services, as the first deployment makes them.
drill_secrets() {
  APPLICATION_SECRET=$(random_hex 32)
  PASSPORT_SECRET=$(random_hex 32)
  STORAGE_DIR=$(mktemp -d "$DRILLS/files.XXXXXXXX")
  export APPLICATION_SECRET PASSPORT_SECRET STORAGE_DIR
  unset SECONDARY_APPLICATION_SECRET SECONDARY_PASSPORT_SECRET
}

# drill_free_port VARIABLE
drill_free_port() {
  local free=$((20000 + RANDOM % 12000))
  while port_is_taken "$free"; do free=$((free + 1)); done
  printf -v "$1" %s "$free"
}

# drill_service NAME api|cms PORT
# Starts one and waits until it is ready; its process number is DRILL_PID[NAME].
declare -A DRILL_PID=()
drill_service() {
  local name=$1 program=$2 port=$3 waited=0
  (
    cd "$DRILLS" || exit
    export API_PORT=$port CMS_PORT=$port
    exec "$BIN/$program"
  ) </dev/null >>"$DRILLS/logs/$name" 2>&1 &
  DRILL_PID[$name]=$!
  until [ "$(http_status "$port" /ready)" = 200 ]; do
    kill -0 "${DRILL_PID[$name]}" 2>/dev/null || die "the $program ended: $(tail -n 5 "$DRILLS/logs/$name")"
    waited=$((waited + 1))
    [ "$waited" -lt 600 ] || die "the $program on port $port does not get ready: $(tail -n 5 "$DRILLS/logs/$name")"
    sleep 0.1
  done
}

# drill_service_stop NAME
drill_service_stop() {
  kill -TERM "${DRILL_PID[$1]}"
  wait "${DRILL_PID[$1]}" || die "$1 did not end in order: $(tail -n 5 "$DRILLS/logs/$1")"
  unset "DRILL_PID[$1]"
}

drill_services_stop() {
  local pid
  for pid in ${DRILL_PID[@]+"${DRILL_PID[@]}"}; do kill -TERM "$pid" 2>/dev/null; done
  for pid in ${DRILL_PID[@]+"${DRILL_PID[@]}"}; do wait "$pid" 2>/dev/null; done
  DRILL_PID=()
}

# call PORT METHOD PATH [JSON] [TOKEN]
# Sets STATUS and BODY. What is secret goes through a file, not the command line.
call() {
  local port=$1 method=$2 path=$3 json=${4:-} token=${5:-}
  : >"$DRILLS/curlrc"
  chmod 600 "$DRILLS/curlrc"
  [ -z "$token" ] || printf 'header = "Authorization: Bearer %s"\n' "$token" >>"$DRILLS/curlrc"
  STATUS=$(curl -s -K "$DRILLS/curlrc" -X "$method" -o "$DRILLS/answer" -w '%{http_code}' --max-time 15 \
    -H 'Content-Type: application/json' ${json:+--data-binary @-} "http://127.0.0.1:$port$path" <<<"$json") || true
  BODY=$(tr -d '\0' <"$DRILLS/answer" 2>/dev/null) || true
}

# expect STATUS WHAT
expect() {
  [ "$STATUS" = "$1" ] || die "$2: expected $1, got $STATUS: $BODY"
}

# sign_up PORT NAME
# Sets TOKEN and ID.
sign_up() {
  call "$1" POST /account/signup "{\"name\":\"$2\",\"password\":\"a password of $2\",\"dateOfBirth\":\"2010-02-02T00:00:00.000Z\",
    \"gender\":\"Female\",\"location\":\"Urban\",\"country\":\"NP\",\"province\":\"3\",
    \"secretQuestion\":\"favourite_actor\",\"secretAnswer\":\"an answer\"}"
  expect 200 "$2 signs up"
  TOKEN=$(jq -r .appToken <<<"$BODY")
  ID=$(jq -r .user.id <<<"$BODY")
}

# log_in PORT NAME
# Sets STATUS, and TOKEN where she is in.
log_in() {
  call "$1" POST /account/login "{\"name\":\"$2\",\"password\":\"a password of $2\"}"
  TOKEN=$(jq -r '.appToken // empty' <<<"$BODY" 2>/dev/null) || true
}

# sync PORT TOKEN TEXT
# A phone stores its diary.
sync() {
  call "$1" POST /account/replace-store "{\"storeVersion\":3,\"appState\":\"{\\\"note\\\":\\\"$3\\\"}\"}" "$2"
}

# send_events PORT TOKEN COUNT
send_events() {
  local events
  events=$(python3 -c 'import json, sys, uuid
print(json.dumps({"events": [{"id": str(uuid.uuid4()), "localId": str(uuid.uuid4()), "type": "SHARE_APP", "payload": {}, "metadata": {}} for _ in range(int(sys.argv[1]))]}))' "$3")
  call "$1" POST /analytics/append-events "$events" "$2"
  expect 200 "events are stored"
}
