"""Milliseconds from starting a program inside a root folder to its first 200, the median.

python3 first-answer.py ROOT PROGRAM; the environment is the program's settings.
"""

import os
import socket
import statistics
import subprocess
import sys
import time

TIMES = 9


def main() -> None:
    """Starts it several times, each on a free port."""
    print(f"{statistics.median(measure(sys.argv[1], sys.argv[2]) for _ in range(TIMES)):.1f}")


def measure(root: str, program: str) -> float:
    """One start."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "PORT": str(port), "NODE_ENV": "production", "HOME": "/home/nonroot",
                   "HTTP_WORKERS": "1", "RUST_LOG": "off"}
    started = time.monotonic()
    process = subprocess.Popen(
        ["chroot", "--userspec=65532:65532", root, program], env=environment, stdin=subprocess.DEVNULL)
    try:
        while not answers(port):
            if time.monotonic() - started > 10 or process.poll() is not None:
                sys.exit(f"{program} does not answer")
        return (time.monotonic() - started) * 1000
    finally:
        process.kill()
        process.wait()


def answers(port: int) -> bool:
    """Whether GET /health is a 200 by now."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
            connection.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            return connection.recv(64).startswith(b"HTTP/1.1 200")
    except OSError:
        time.sleep(0.0005)
        return False


if __name__ == "__main__":
    main()
