"""Containers as App Runner runs them: not as root, and here also on a read-only root."""

import asyncio
import os
import socket
import time
from dataclasses import dataclass

from .balancer import Balancer


class DeploymentError(Exception):
    """An image that cannot be pulled, or a container that does not become healthy."""


@dataclass
class Container:
    """A running container and the port it answers on."""

    id: str
    port: int


async def docker(*arguments: str, env: dict[str, str] | None = None) -> str:
    """Runs docker and returns what it prints."""
    process = await asyncio.create_subprocess_exec(
        "docker", *arguments, env={**os.environ, **(env or {})},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
    out, err = await process.communicate()
    if process.returncode != 0:
        raise DeploymentError(err.decode().strip())
    return out.decode().strip()


async def start(image: str, environment: dict[str, str], extra: list[str]) -> Container:
    """Pulls an image and runs it. Values of variables are handed on in the environment, where
    the process list does not show them."""
    await docker("pull", "--quiet", image)
    port = _free_port()
    environment = {**environment, "PORT": str(port)}
    names = [word for name in environment for word in ("--env", name)]
    container = await docker(
        "run", "--detach", "--network", "host", "--read-only", "--tmpfs", "/tmp",
        "--cap-drop", "ALL", "--security-opt", "no-new-privileges", "--memory", "512m",
        "--pids-limit", "200", *extra, *names, image, env=environment)
    return Container(container, port)


async def until_healthy(container: Container, health: dict) -> None:
    """Asks as the service's health check says. So many failures in a row end the deployment."""
    good = bad = 0
    while good < health["HealthyThreshold"]:
        started = time.monotonic()
        if await _answers(container.port, health["Path"], health["Timeout"]):
            good, bad = good + 1, 0
        else:
            good, bad = 0, bad + 1
            if bad >= health["UnhealthyThreshold"]:
                raise DeploymentError("the health check failed")
        await asyncio.sleep(max(0.0, health["Interval"] - (time.monotonic() - started)))


async def switch_to(balancer: Balancer, container: Container) -> None:
    """New connections go to the container from now on."""
    balancer.target = container.port


async def end(container: Container) -> int:
    """Asks the container to end, waits for it, and returns its exit code."""
    await docker("stop", "--time", "60", container.id)
    code = await docker("wait", container.id)
    await docker("rm", container.id)
    return int(code)


async def _answers(port: int, path: str, timeout: float) -> bool:
    async def ask() -> bool:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
            return (await reader.readline()).startswith(b"HTTP/1.1 200")
        finally:
            writer.close()
    try:
        return await asyncio.wait_for(ask(), timeout)
    except (OSError, asyncio.TimeoutError):
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
