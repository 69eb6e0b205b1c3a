"""scripts/run-task against a stand-in of ECS that starts nothing and ends as a test wants it to."""

import copy
import json
import subprocess
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import cfn
import pytest
from cloudformation.api import Api, served
from conftest import COMMIT, IMAGE, REGISTRY, run

OTHER_IMAGE = IMAGE.replace(COMMIT, "e" * 40)
FAMILY = "arn:aws:ecs:ap-south-1:123456789012:task-definition/periodtracker-prod-api-task"
# What a task has that must not get lost when it gets another image.
DEFINITION = {
    "taskDefinitionArn": f"{FAMILY}:4", "family": "periodtracker-prod-api-task", "revision": 4, "status": "ACTIVE",
    "registeredBy": "somebody", "registeredAt": 0, "compatibilities": ["FARGATE"], "requiresAttributes": [{"name": "x"}],
    "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "cpu": "512", "memory": "1024",
    "executionRoleArn": "arn:aws:iam::123456789012:role/starts", "taskRoleArn": "arn:aws:iam::123456789012:role/runs",
    "containerDefinitions": [{
        "name": "api", "image": IMAGE, "essential": True, "readonlyRootFilesystem": True,
        "environment": [{"name": "DATABASE_NAME", "value": "a b \"c\" $d"}],
        "secrets": [{"name": "DATABASE_PASSWORD", "valueFrom": "arn:aws:secretsmanager:x"}]}]}


class Ecs:
    """One task, what it was started with, and how it ends."""

    def __init__(self) -> None:
        self.definitions = [copy.deepcopy(DEFINITION)]
        self.started: dict = {}
        self.states = ["PROVISIONING", "RUNNING", "STOPPED"]
        self.container: dict = {"name": "api", "exitCode": 0}
        self.reason = "Essential container in task exited"
        self.failures: list[dict] = []
        self.log: list[str] | None = ["3 migrations applied", "up to date"]

    def answer(self, action: str, body: dict) -> dict | None:
        """None is: there is no such thing."""
        match action:
            case "DescribeTaskDefinition":
                found = body["taskDefinition"] == self.definitions[-1]["family"]
                return {"taskDefinition": self.definitions[-1]} if found else None
            case "RegisterTaskDefinition":
                self.definitions.append({**body, "taskDefinitionArn": f"{FAMILY}:5", "revision": 5})
                return {"taskDefinition": self.definitions[-1]}
            case "RunTask":
                self.started = body
                arn = "arn:aws:ecs:ap-south-1:123456789012:task/periodtracker-prod/0123456789abcdef"
                return {"tasks": [] if self.failures else [{"taskArn": arn}], "failures": self.failures}
            case "DescribeTasks":
                state = self.states.pop(0) if len(self.states) > 1 else self.states[0]
                return {"tasks": [{"lastStatus": state, "stoppedReason": self.reason, "containers": [self.container]}]}
            case "GetLogEvents":
                assert (body["logGroupName"], body["logStreamName"]) == ("/periodtracker/prod/tasks", "api/api/0123456789abcdef")
                return None if self.log is None else {"events": [{"message": line} for line in self.log]}
        raise AssertionError(action)


class Handler(BaseHTTPRequestHandler):
    """The JSON protocol of ECS and of logs."""

    ecs: Ecs

    def do_POST(self) -> None:
        """Answers, or says that there is no such thing."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        answer = self.ecs.answer(self.headers["X-Amz-Target"].split(".")[1], body)
        text = json.dumps(answer or {"__type": "ResourceNotFoundException", "message": "there is none"}).encode()
        self.send_response(200 if answer else 400)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


Task = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(name="task")
def fixture_task() -> Iterator[tuple[Ecs, Task]]:
    """The stand-in, and scripts/run-task in its account; `settings` are its environment."""
    ecs, stacks = Ecs(), Api()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"ecs": ecs}))
    Thread(target=server.serve_forever, daemon=True).start()
    # The outputs that the network really has, with values that are easy to know.
    values = {name: name.lower() for name in cfn.templates()["network"]["Outputs"]} | {"PrivateSubnets": "subnet-a,subnet-b"}
    network = {"Resources": {"None": {"Type": "AWS::SNS::Topic"}}, "Outputs": {name: {"Value": value} for name, value in values.items()}}
    region = stacks.region("ap-south-1")
    region.plan("periodtracker-prod-network", "plan", "CREATE", json.dumps(network), {}, {})
    region.execute("periodtracker-prod-network", "plan")
    here = f"http://127.0.0.1:{server.server_port}"
    with served(stacks) as cloudformation:
        def task(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
            places = {"AWS_ENDPOINT_URL_ECS": here, "AWS_ENDPOINT_URL_CLOUDWATCH_LOGS": here,
                      "AWS_ENDPOINT_URL_CLOUDFORMATION": cloudformation, "AWS_MAX_ATTEMPTS": "1", "TASK_POLL_SECONDS": "0.1"}
            return run("run-task", *arguments, **{**places, **settings})
        yield ecs, task
    server.shutdown()


def test_success(task: tuple[Ecs, Task]) -> None:
    """Inside of the network, with the command, and what it said is printed."""
    ecs, run_task = task
    result = run_task("prod", "api", IMAGE, "migrate", "--a", "b c")
    assert (result.returncode, result.stdout.splitlines()) == (0, ["3 migrations applied", "up to date"])
    assert ecs.started["cluster"] == "periodtracker-prod" and ecs.started["launchType"] == "FARGATE"
    assert ecs.started["taskDefinition"] == f"{FAMILY}:4"
    assert ecs.started["networkConfiguration"]["awsvpcConfiguration"] == {
        "subnets": ["subnet-a", "subnet-b"], "securityGroups": ["servicesgroupid"], "assignPublicIp": "DISABLED"}
    assert ecs.started["overrides"] == {"containerOverrides": [{"name": "api", "command": ["migrate", "--a", "b c"]}]}


def test_another_image_is_all_that_changes(task: tuple[Ecs, Task]) -> None:
    """A release migrates with the image that is to be deployed."""
    ecs, run_task = task
    assert run_task("prod", "api", OTHER_IMAGE, "migrate").returncode == 0
    assert ecs.started["taskDefinition"] == f"{FAMILY}:5"
    given = {"taskDefinitionArn", "revision", "status", "registeredBy", "registeredAt", "compatibilities", "requiresAttributes"}
    before, after = ({name: value for name, value in definition.items() if name not in given} for definition in ecs.definitions)
    assert after["containerDefinitions"][0].pop("image") == OTHER_IMAGE
    before["containerDefinitions"][0].pop("image")
    assert before == after


def test_a_command_that_fails(task: tuple[Ecs, Task]) -> None:
    """Its own exit code, and what it said."""
    ecs, run_task = task
    ecs.container, ecs.log = {"name": "api", "exitCode": 4}, ["it does not work"]
    result = run_task("prod", "api", IMAGE, "migrate")
    assert (result.returncode, result.stdout) == (4, "it does not work\n")
    assert "it failed: Essential container in task exited" in result.stderr


def test_a_task_that_never_started(task: tuple[Ecs, Task]) -> None:
    """No exit code and no log, but a reason."""
    ecs, run_task = task
    ecs.states, ecs.container, ecs.log = ["PENDING", "STOPPED"], {"name": "api"}, None
    ecs.reason = "CannotPullContainerError: pull image manifest has been retried 5 times"
    result = run_task("prod", "api", IMAGE, "migrate")
    assert result.returncode == 1
    assert "it left no log" in result.stderr and "CannotPullContainerError" in result.stderr


def test_a_task_that_nobody_can_place(task: tuple[Ecs, Task]) -> None:
    """AWS answers with a success that contains no task."""
    ecs, run_task = task
    ecs.failures = [{"arn": "x", "reason": "Capacity is unavailable at this time"}]
    result = run_task("prod", "api", IMAGE, "migrate")
    assert result.returncode == 1 and "Capacity is unavailable" in result.stderr


def test_a_task_that_goes_on(task: tuple[Ecs, Task]) -> None:
    """It is not ended: half a migration would be worse than a long one."""
    ecs, run_task = task
    ecs.states = ["RUNNING"]
    result = run_task("prod", "api", IMAGE, "migrate", TASK_SECONDS="2")
    assert result.returncode == 3 and "still running" in result.stderr


@pytest.mark.parametrize(("environment", "service", "image", "message"), [
    ("prod", "api", f"{REGISTRY}/periodtracker/cms:{COMMIT}", "no image of the api"),
    ("prod", "api", f"{REGISTRY}/periodtracker/api:latest", "no image of the api"),
    ("elsewhere", "api", IMAGE, "apply the stack tasks"),
])
def test_what_is_not_started(task: tuple[Ecs, Task], environment: str, service: str, image: str, message: str) -> None:
    """Wrong images and environments."""
    ecs, run_task = task
    result = run_task(environment, service, image, "migrate")
    assert result.returncode == 1 and message in result.stderr
    assert not ecs.started
