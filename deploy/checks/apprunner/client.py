"""Phones and editors who never stop: python3 -m apprunner.client API_PORT CMS_PORT LOG

Calls both services until it is asked to end, over connections that are kept and over new ones.
Writes a line for each request: time, service, what, status (or the error), milliseconds.
A request is lost when no whole answer comes or the answer is a 5xx; nothing is tried again.
"""

import http.client
import json
import signal
import sys
import threading
import time
from pathlib import Path
from typing import TextIO

PAUSE = 0.03
READS = {
    "api": ("/mobile/articles/en", "/mobile/content/ne?since=0", "/health"),
    "cms": ("/mobile/articles/ne", "/mobile/surveys/en", "/health"),
}


class Caller(threading.Thread):
    """One caller of one service."""

    def __init__(self, service: str, port: int, kept: bool, log: TextIO, ended: threading.Event) -> None:
        super().__init__()
        self._service, self._port, self._kept = service, port, kept
        self._log, self._ended = log, ended
        self._connection: http.client.HTTPConnection | None = None

    def run(self) -> None:
        """Calls in turn what phones read."""
        number = 0
        while not self._ended.wait(PAUSE):
            path = READS[self._service][number % len(READS[self._service])]
            self.call("GET", path)
            number += 1

    def call(self, method: str, path: str, body: dict | None = None) -> str:
        """One request; what became of it is in the log."""
        started = time.time()
        try:
            outcome = str(self._ask(method, path, body))
        except (OSError, http.client.HTTPException) as error:
            outcome = type(error).__name__
            self._connection = None
        line = f"{started:.3f} {self._service} {path} {outcome} {(time.time() - started) * 1000:.1f}\n"
        self._log.write(line)
        return outcome

    def _ask(self, method: str, path: str, body: dict | None) -> int:
        if self._connection is None:
            self._connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=10)
        headers = {} if self._kept else {"Connection": "close"}
        text = None
        if body is not None:
            text = json.dumps(body)
            headers["Content-Type"] = "application/json"
        self._connection.request(method, path, text, headers)
        answer = self._connection.getresponse()
        answer.read()
        # The service may say that this was the last one on the connection.
        if answer.will_close or not self._kept:
            self._connection.close()
            self._connection = None
        return answer.status


class NewGirls(Caller):
    """Signs up one account after the other, so that afterwards they can be counted."""

    def run(self) -> None:
        """Each name once."""
        number = 0
        while not self._ended.wait(0.5):
            number += 1
            self.call("POST", "/account/signup", {
                "name": f"release-test-{number}", "password": "a password",
                "dateOfBirth": "2010-02-02T00:00:00.000Z", "gender": "Female", "location": "Urban",
                "country": "NP", "province": "3", "secretQuestion": "favourite_actor",
                "secretAnswer": "an answer"})


def main() -> None:
    """Starts all callers and waits for the signal to end."""
    ports = {"api": int(sys.argv[1]), "cms": int(sys.argv[2])}
    ended = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: ended.set())
    with Path(sys.argv[3]).open("w", buffering=1) as log:
        callers = [Caller(service, port, kept, log, ended)
                   for service, port in ports.items() for kept in (True, True, False)]
        callers.append(NewGirls("api", ports["api"], True, log, ended))
        for caller in callers:
            caller.start()
        while not ended.wait(1):
            pass
        for caller in callers:
            caller.join()


if __name__ == "__main__":
    main()
