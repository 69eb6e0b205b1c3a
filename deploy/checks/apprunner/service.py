"""One service: its configuration, its operations, and the deployment of an image."""

import asyncio
import copy
import time
import uuid

from . import containers
from .balancer import Balancer
from .containers import Container, DeploymentError


class ApiError(Exception):
    """An answer that is an error of the API."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name


class Service:
    """What the API calls a service. `secrets` stands for Secrets Manager: ARN to value."""

    def __init__(self, description: dict, secrets: dict[str, str], docker_arguments: list[str]) -> None:
        self.name: str = description["ServiceName"]
        self.arn = f"arn:aws:apprunner:ap-south-1:000000000000:service/{self.name}/{uuid.uuid4().hex}"
        self.source: dict = description["SourceConfiguration"]
        self.health: dict = description["HealthCheckConfiguration"]
        self.balancer = Balancer(description["Port"])
        self.status = "OPERATION_IN_PROGRESS"
        self.operations: list[dict] = []
        self.exit_codes: list[int] = []
        self._secrets = secrets
        self._docker_arguments = docker_arguments
        self._serving: Container | None = None
        self._task: asyncio.Task | None = None

    def describe(self) -> dict:
        """The structure `Service`."""
        return {
            "ServiceName": self.name, "ServiceId": self.arn.rsplit("/", 1)[1], "ServiceArn": self.arn,
            "ServiceUrl": f"localhost:{self.balancer.port}", "Status": self.status,
            "CreatedAt": 0, "UpdatedAt": time.time(), "SourceConfiguration": copy.deepcopy(self.source),
            "InstanceConfiguration": {"Cpu": "1024", "Memory": "2048"},
            "HealthCheckConfiguration": self.health,
            "AutoScalingConfigurationSummary": {"AutoScalingConfigurationName": "DefaultConfiguration"},
            "NetworkConfiguration": {"EgressConfiguration": {"EgressType": "VPC"}},
        }

    def begin(self, kind: str, source: dict) -> str:
        """Starts an operation with a whole new source configuration; returns its id."""
        if self._task is not None and self.status != "RUNNING":
            raise ApiError("InvalidStateException", f"Service cannot be updated in the current state: {self.status}.")
        before, self.source = self.source, _checked(source)
        operation = {"Id": str(uuid.uuid4()), "Type": kind, "Status": "IN_PROGRESS",
                     "TargetArn": self.arn, "StartedAt": time.time(), "UpdatedAt": time.time()}
        self.operations.insert(0, operation)
        self.status = "OPERATION_IN_PROGRESS"
        self._task = asyncio.create_task(self._run(operation, before))
        return operation["Id"]

    async def end(self) -> None:
        """Ends what serves."""
        if self._serving is not None:
            self.exit_codes.append(await containers.end(self._serving))
            self._serving = None

    async def _run(self, operation: dict, before: dict) -> None:
        try:
            await self._deploy()
            _advance(operation, "SUCCEEDED")
        except DeploymentError as error:
            print(f"{self.name}: {error}", flush=True)
            # What served before was never taken away, so going back is forgetting the rest.
            _advance(operation, "ROLLBACK_IN_PROGRESS")
            await asyncio.sleep(0.5)
            self.source = before
            _advance(operation, "ROLLBACK_SUCCEEDED" if self._serving else "FAILED")
        # In either case: the status does not tell a success from its opposite.
        self.status = "RUNNING" if self._serving else "CREATE_FAILED"

    async def _deploy(self) -> None:
        repository = self.source["ImageRepository"]
        candidate = await containers.start(
            repository["ImageIdentifier"], self._environment(repository.get("ImageConfiguration", {})),
            self._docker_arguments)
        try:
            await containers.until_healthy(candidate, self.health)
        except DeploymentError:
            await containers.docker("rm", "--force", candidate.id)
            raise
        await containers.switch_to(self.balancer, candidate)
        before, self._serving = self._serving, candidate
        if before is not None:
            self.exit_codes.append(await containers.end(before))

    def _environment(self, image: dict) -> dict[str, str]:
        named = image.get("RuntimeEnvironmentSecrets", {})
        return {**image.get("RuntimeEnvironmentVariables", {}),
                **{name: self._secrets[arn] for name, arn in named.items()}}


def _checked(source: dict) -> dict:
    """The configuration replaces the one before whole: what it leaves out is gone."""
    repository = source.get("ImageRepository", {})
    for field in ("ImageIdentifier", "ImageRepositoryType"):
        if field not in repository:
            raise ApiError("InvalidRequestException", f"ImageRepository.{field} is required")
    if "AccessRoleArn" not in source.get("AuthenticationConfiguration", {}):
        raise ApiError("InvalidRequestException", "Authentication configuration is invalid.")
    return source


def _advance(operation: dict, status: str) -> None:
    operation.update(Status=status, UpdatedAt=time.time())
    if status in ("SUCCEEDED", "FAILED", "ROLLBACK_SUCCEEDED", "ROLLBACK_FAILED"):
        operation["EndedAt"] = time.time()
