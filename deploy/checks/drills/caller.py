#!/usr/bin/env python3
"""A phone that calls without a pause until it is told to stop (SIGTERM).

Reads from standard input one JSON object: `ports` (instances; as behind a load balancer, one that
takes no connection or is not ready is passed over), `token`, and `events`: a file to which the
local id of every event is written that was acknowledged. Prints what became of the calls.
"""

import http.client
import json
import signal
import sys
import time
import uuid

stopping = False


def stop(*_: object) -> None:
    """Lets the call in flight be the last."""
    global stopping
    stopping = True


def call(port: int, method: str, path: str, token: str, body: object) -> tuple[int, bytes]:
    """One call on a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=15)
    try:
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        text = None if body is None else json.dumps(body)
        connection.request(method, path, text, headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def balanced(ports: list[int], turn: int, *request: object) -> int:
    """The status from the first instance that is ready; 0 where there is none or no answer."""
    for offset in range(len(ports)):
        port = ports[(turn + offset) % len(ports)]
        if not is_ready(port):
            continue
        try:
            return call(port, *request)[0]
        except ConnectionRefusedError:
            continue
        except (OSError, http.client.HTTPException):
            return 0
    return 0


def is_ready(port: int) -> bool:
    """What a load balancer asks; one whose question is not answered gets no calls."""
    try:
        return call(port, "GET", "/ready", "", None)[0] == 200
    except (OSError, http.client.HTTPException):
        return False


def main() -> None:
    signal.signal(signal.SIGTERM, stop)
    plan = json.load(sys.stdin)
    statuses: dict[str, int] = {}
    turn, longest = 0, 0.0
    with open(plan["events"], "w", encoding="ascii") as acknowledged:
        while not stopping:
            turn += 1
            local_id = str(uuid.uuid4())
            event = {"id": str(uuid.uuid4()), "localId": local_id, "type": "SHARE_APP",
                     "payload": {}, "metadata": {}}
            store = {"storeVersion": 3, "appState": json.dumps({"turn": turn})}
            for path, body in [("/analytics/append-events", {"events": [event]}),
                               ("/account/replace-store", store),
                               ("/mobile/articles/en", None)]:
                began = time.monotonic()
                method = "GET" if body is None else "POST"
                status = balanced(plan["ports"], turn, method, path, plan["token"], body)
                longest = max(longest, time.monotonic() - began)
                statuses[str(status)] = statuses.get(str(status), 0) + 1
                if status == 200 and body and "events" in body:
                    acknowledged.write(local_id + "\n")
            time.sleep(0.005)
    print(json.dumps({"calls": sum(statuses.values()), "statuses": statuses,
                      "lost": sum(count for status, count in statuses.items() if status != "200"),
                      "longest_ms": round(longest * 1000)}))


main()
