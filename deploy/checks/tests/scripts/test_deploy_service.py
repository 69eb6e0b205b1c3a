"""scripts/deploy-service against an aws CLI that answers from a script of its own, for what
the emulator does not do: outcomes that leave it uncertain what serves."""

import json
import stat
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from conftest import COMMIT, IMAGE, REGISTRY, run

BEFORE = f"{REGISTRY}/periodtracker/api:{'b' * 40}"
ARN = "arn:aws:apprunner:ap-south-1:123456789012:service/periodtracker-prod-api/0"

AWS = """#!/bin/bash
# Remembers each call, and answers with the outcomes given, one for each operation.
cd "$(dirname "$0")"
echo "$2" >>calls
case $2 in
  describe-service) jq --arg image "$(cat image)" --arg status "$(head -n 1 statuses)" '.Service.SourceConfiguration.ImageRepository.ImageIdentifier = $image | .Service.Status = $status' service.json
    [ "$(wc -l <statuses)" -lt 2 ] || sed -i 1d statuses ;;
  update-service)
    [ ! -e refuse ] || { echo "An error occurred (InvalidStateException)" >&2; exit 254; }
    for word; do case $word in file://*) cp "${word#file://}" "update-$(ls update-* 2>/dev/null | wc -l).json" ;; esac; done
    outcome=$(head -n 1 outcomes); sed -i 1d outcomes
    n=$(ls update-*.json | wc -l)
    jq -r .SourceConfiguration.ImageRepository.ImageIdentifier "update-$((n - 1)).json" >asked
    [ "$outcome" != SUCCEEDED ] || cp asked image
    echo "{\\"Id\\": \\"operation-$n\\", \\"Status\\": \\"$outcome\\"}" >>operations
    echo "{\\"OperationId\\": \\"operation-$n\\"}" ;;
  list-operations)
    # The first question of all goes unanswered.
    [ -e asked-once ] || { touch asked-once; exit 255; }
    jq -s '{OperationSummaryList: .}' operations ;;
esac
"""


class Answers(BaseHTTPRequestHandler):
    """What serves, as far as the smoke test sees it: the revision in a file."""

    revision: Path

    def do_GET(self) -> None:
        """Everything is content, and healthy."""
        body = json.dumps({"revision": self.revision.read_text().strip().rsplit(":", 1)[1]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(name="service")
def fixture_service(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """The folder of the made-up CLI, and the address of what serves."""
    aws = tmp_path / "aws"
    aws.write_text(AWS)
    aws.chmod(aws.stat().st_mode | stat.S_IXUSR)
    (tmp_path / "image").write_text(BEFORE + "\n")
    (tmp_path / "serving").write_text(BEFORE + "\n")
    (tmp_path / "statuses").write_text("RUNNING\n")
    (tmp_path / "service.json").write_text(json.dumps({"Service": {
        "ServiceArn": ARN, "Status": "RUNNING", "ServiceUrl": "x.ap-south-1.awsapprunner.com", "SourceConfiguration": {
            "AutoDeploymentsEnabled": True,
            "AuthenticationConfiguration": {"AccessRoleArn": "arn:aws:iam::123456789012:role/pull"},
            "ImageRepository": {"ImageIdentifier": BEFORE, "ImageRepositoryType": "ECR", "ImageConfiguration": {
                "Port": "3000", "RuntimeEnvironmentVariables": {"DATABASE_NAME": "a b \"c\" $d"},
                "RuntimeEnvironmentSecrets": {"DATABASE_PASSWORD": "arn:aws:secretsmanager:x"}}}}}}))
    handler = type("Handler", (Answers,), {"revision": tmp_path / "serving"})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield tmp_path, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def deploy(service: tuple[Path, str], outcomes: list[str], serving: str | None = None, image: str = IMAGE):
    """Deploys IMAGE; `outcomes` are how the operations end, `serving` what answers throughout."""
    folder, address = service
    (folder / "outcomes").write_text("".join(f"{outcome}\n" for outcome in outcomes))
    if serving is not None:
        (folder / "serving").write_text(serving + "\n")
    return run("deploy-service", ARN, image, PATH=f"{folder}:/usr/bin:/bin", SMOKE_URL=address, SMOKE_SECONDS="1",
               DEPLOY_POLL_SECONDS="0.1", DEPLOY_SECONDS="3")


def calls(service: tuple[Path, str], name: str) -> int:
    """How often the CLI was called."""
    return (service[0] / "calls").read_text().split().count(name) if (service[0] / "calls").exists() else 0


def test_everything_but_the_image_is_sent_back(service):
    ended = deploy(service, ["SUCCEEDED"], serving=IMAGE)
    assert ended.returncode == 0, ended.stderr
    sent = json.loads((service[0] / "update-0.json").read_text())
    was = json.loads((service[0] / "service.json").read_text())["Service"]["SourceConfiguration"]
    was["ImageRepository"]["ImageIdentifier"] = IMAGE
    was["AutoDeploymentsEnabled"] = False
    assert sent == {"ServiceArn": ARN, "SourceConfiguration": was}


def test_a_rollback_by_the_platform_is_a_failure(service):
    ended = deploy(service, ["ROLLBACK_SUCCEEDED"])
    assert ended.returncode == 1, ended.stderr
    assert calls(service, "update-service") == 1


@pytest.mark.parametrize("outcome", ["FAILED", "ROLLBACK_FAILED", "IN_PROGRESS"])
def test_what_serves_decides_after_an_uncertain_end(service, outcome):
    assert deploy(service, [outcome]).returncode == 1
    ended = deploy(service, [outcome], serving=f"x:{'c' * 40}")
    assert ended.returncode == 3 and "look at the service now" in ended.stderr, ended.stderr


def test_a_wrong_revision_is_taken_back(service):
    ended = deploy(service, ["SUCCEEDED", "SUCCEEDED"])
    assert ended.returncode == 1 and "going back" in ended.stderr, ended.stderr
    assert json.loads((service[0] / "update-1.json").read_text())["SourceConfiguration"]["ImageRepository"]["ImageIdentifier"] == BEFORE


def test_a_way_back_that_fails_calls_for_somebody(service):
    ended = deploy(service, ["SUCCEEDED", "ROLLBACK_FAILED"])
    assert ended.returncode == 3 and "look at the service now" in ended.stderr, ended.stderr


def test_a_change_that_is_refused_changes_nothing(service):
    (service[0] / "refuse").touch()
    ended = deploy(service, [])
    assert ended.returncode == 1 and "did not take the change" in ended.stderr, ended.stderr


def test_another_operation_is_waited_for(service):
    (service[0] / "statuses").write_text("OPERATION_IN_PROGRESS\nOPERATION_IN_PROGRESS\nRUNNING\n")
    assert deploy(service, ["SUCCEEDED"], serving=IMAGE).returncode == 0


@pytest.mark.parametrize("status", ["PAUSED", "CREATE_FAILED", "DELETED"])
def test_a_service_that_does_not_run_is_left_alone(service, status):
    (service[0] / "statuses").write_text(status + "\n")
    ended = deploy(service, [])
    assert ended.returncode == 1 and status in ended.stderr
    assert calls(service, "update-service") == 0


@pytest.mark.parametrize("image", [
    f"{REGISTRY}/periodtracker/api:latest", f"{REGISTRY}/periodtracker/api:0123abc", f"{REGISTRY}/periodtracker/api",
    f"{REGISTRY}/periodtracker/cms:{COMMIT}", f"999999999999.dkr.ecr.ap-south-1.amazonaws.com/periodtracker/api:{COMMIT}",
])
def test_images_that_are_refused(service, image):
    assert deploy(service, [], image=image).returncode == 1
    assert calls(service, "update-service") == 0
