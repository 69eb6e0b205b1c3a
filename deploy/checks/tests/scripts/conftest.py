"""What the tests of the scripts share: running one, and a registry that moto plays."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from moto.server import ThreadedMotoServer

ROOT = Path(__file__).resolve().parents[4]
# The stand-ins, and what reads templates.
sys.path += [str(ROOT / "deploy" / "checks"), str(ROOT / "deploy" / "checks" / "tests" / "templates")]
COMMIT = "0123456789abcdef0123456789abcdef01234567"
REGISTRY = "123456789012.dkr.ecr.ap-south-1.amazonaws.com"
IMAGE = f"{REGISTRY}/periodtracker/api:{COMMIT}"
NOBODY = {"AWS_ACCESS_KEY_ID": "none", "AWS_SECRET_ACCESS_KEY": "none", "AWS_EC2_METADATA_DISABLED": "true",
          "AWS_REGION": "ap-south-1", "AWS_DEFAULT_REGION": "ap-south-1"}


def run(script: str, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Runs a script of scripts/; `settings` are its environment."""
    return subprocess.run([ROOT / "scripts" / script, *arguments], env={**os.environ, **NOBODY, **settings},
                          capture_output=True, text=True, timeout=600, check=False)


@pytest.fixture(scope="session", autouse=True)
def fixture_aws_cli() -> Iterator[None]:
    """The aws CLI, loaded once, first in PATH."""
    with tempfile.TemporaryDirectory() as place:
        server = subprocess.Popen([sys.executable, Path(__file__).with_name("aws_server.py"), place,
                                   "cloudformation", "ecs", "ecr", "logs", "sts", "iam", "apprunner"])
        while not Path(place, "aws").exists():
            assert server.poll() is None
            time.sleep(0.1)
        os.environ["PATH"] = f"{place}:{os.environ['PATH']}"
        yield
        server.terminate()


@pytest.fixture(name="ecr", scope="session")
def fixture_ecr() -> Iterator[str]:
    """The address of a registry with one scanned image, IMAGE."""
    os.environ.update(NOBODY)
    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    address = "http://{}:{}".format(*server.get_host_and_port())
    client = boto3.client("ecr", endpoint_url=address, region_name="ap-south-1")
    for name in ("periodtracker/api", "periodtracker/cms"):
        client.create_repository(repositoryName=name, imageTagMutability="IMMUTABLE")
        client.put_image(repositoryName=name, imageTag=COMMIT, imageManifest=json.dumps({
            "schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
            "config": {"mediaType": "application/vnd.docker.container.image.v1+json", "size": 1,
                       "digest": "sha256:" + "a" * 64}, "layers": []}))
    client.start_image_scan(repositoryName="periodtracker/api", imageId={"imageTag": COMMIT})
    yield address
    server.stop()


@pytest.fixture(name="accepted")
def fixture_accepted(tmp_path: Path):
    """Writes a list of accepted vulnerabilities and returns its path."""
    def write(entries: list[dict]) -> str:
        path = tmp_path / "accepted.json"
        path.write_text(json.dumps(entries))
        return str(path)
    return write
