"""The aws CLI without the second that each call of it takes to begin: python3 aws_server.py FOLDER

Loads the CLI once and forks for each call. FOLDER gets `aws`, a program that hands its arguments, its
environment and its output over, and ends with the same exit code.
"""

import json
import os
import signal
import socket
import sys
from pathlib import Path

from awscli.clidriver import create_clidriver

CLIENT = """#!{python} -SE
import array, json, os, socket, sys
server = socket.socket(socket.AF_UNIX)
server.connect({address!r})
call = json.dumps([sys.argv[1:], dict(os.environ), os.getcwd()]).encode()
server.sendmsg([len(call).to_bytes(8, "big")], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [1, 2]))])
server.sendall(call)
sys.exit(int(server.recv(8) or b"255"))
"""


def serve(connection: socket.socket) -> None:
    """One call, in a process of its own."""
    size, files, _, _ = socket.recv_fds(connection, 8, 2)
    call = b""
    while len(call) < int.from_bytes(size, "big"):
        call += connection.recv(65536)
    arguments, environment, folder = json.loads(call)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    for number, file in enumerate(files, 1):
        os.dup2(file, number)
    try:
        code = DRIVER.main(arguments)
    except SystemExit as error:
        code = error.code
    sys.stdout.flush()
    sys.stderr.flush()
    connection.sendall(str(code or 0).encode())


DRIVER = create_clidriver()
for service in sys.argv[2:]:
    DRIVER.session.get_component("data_loader").load_service_model(service, "service-2")
place = Path(sys.argv[1])
listener = socket.socket(socket.AF_UNIX)
listener.bind(str(place / "socket"))
listener.listen(64)
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
client = place / "new"
client.write_text(CLIENT.format(python=sys.executable, address=str(place / "socket")))
client.chmod(0o755)
client.rename(place / "aws")
while True:
    caller, _ = listener.accept()
    if os.fork() == 0:
        listener.close()
        serve(caller)
        os._exit(0)
    caller.close()
