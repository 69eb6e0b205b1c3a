"""A request that is still being sent when the service is asked to end, and its answer.

python3 drain.py PORT PATH BODY COMMAND...; the command asks the service to end. Prints the
status. Fails when there is no whole answer, or when new connections are still taken after it.
"""

import http.client
import socket
import subprocess
import sys
import time

# Longer than new connections are served after SIGTERM, so that only what is in flight counts.
LATER = 5.0


def main() -> None:
    """Half the body, the signal, the other half."""
    port, path, body, command = int(sys.argv[1]), sys.argv[2], sys.argv[3].encode(), sys.argv[4:]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.putrequest("POST", path)
    connection.putheader("Content-Type", "application/json")
    connection.putheader("Content-Length", str(len(body)))
    connection.endheaders()
    half = len(body) // 2
    connection.send(body[:half])
    time.sleep(0.5)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    time.sleep(LATER)
    try:
        socket.create_connection(("127.0.0.1", port), timeout=2).close()
        sys.exit("new connections are still taken")
    except OSError:
        pass
    connection.send(body[half:])
    answer = connection.getresponse()
    answer.read()
    if answer.status >= 500:
        sys.exit(f"answered {answer.status}")
    print(answer.status)


if __name__ == "__main__":
    main()
