"""python3 -m apprunner PORT CONFIGURATION RESULT

CONFIGURATION is JSON: `services` as the API describes them, each with the `Port` of its load
balancer; `secrets`, ARN to value; `docker`, further arguments of `docker run`. RESULT is
written at the end: every change that was asked for, and the exit codes of all containers.
"""

import asyncio
import json
import signal
import sys
from pathlib import Path

from .api import Api
from .service import Service


async def main() -> None:
    """Runs until it is asked to end."""
    port, configuration, result = int(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text()), Path(sys.argv[3])
    services = [Service(service, configuration["secrets"], configuration["docker"])
                for service in configuration["services"]]
    api = Api(services)
    for service in services:
        await service.balancer.start()
        service.begin("CREATE_SERVICE", service.source)
    await api.start(port)
    ended = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, ended.set)
    await ended.wait()
    for service in services:
        await service.end()
    result.write_text(json.dumps({
        "updates": api.updates, "exit_codes": {service.name: service.exit_codes for service in services}}))


asyncio.run(main())
