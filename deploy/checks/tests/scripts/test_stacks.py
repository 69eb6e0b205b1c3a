"""scripts/stacks, to its end, in every environment: CloudFormation is a stand-in that resolves all
references and makes records (deploy/checks/cloudformation), everything else moto plays."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import boto3
import cfn
import pytest
from cloudformation.api import Api, served
from conftest import COMMIT, NOBODY, ROOT
from moto.server import ThreadedMotoServer

OTHER = "f" * 40
Stacks = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(name="aws", scope="module")
def fixture_aws() -> Iterator[tuple[Api, Stacks]]:
    """An account with nothing in it, and scripts/stacks in it; `settings` are its environment."""
    os.environ.update(NOBODY)
    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    moto = "http://{}:{}".format(*server.get_host_and_port())
    api = Api()
    boto3.client("logs", endpoint_url=moto, region_name="ap-south-1").create_log_group(
        logGroupName="/aws/apprunner/periodtracker-prod-api/0/application")
    with served(api) as cloudformation:
        # The name of the account comes before that of the host, so the host is asked through a proxy.
        places = {"AWS_ENDPOINT_URL": moto, "AWS_ENDPOINT_URL_S3_CONTROL": "http://s3-control.test", "HTTP_PROXY": moto,
                  "NO_PROXY": "127.0.0.1", "AWS_MAX_ATTEMPTS": "1"}
        places |= {f"AWS_ENDPOINT_URL_{name}": cloudformation for name in ("CLOUDFORMATION", "APPRUNNER", "ECS")}

        def stacks(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
            environment = {**os.environ, **NOBODY, **places, "YES": "true", **settings}
            return subprocess.run([ROOT / "scripts" / "stacks", *arguments], env=environment, capture_output=True,
                                  text=True, timeout=3600, check=False)
        yield api, stacks
    server.stop()


@pytest.fixture(name="edited")
def fixture_edited(tmp_path: Path) -> Callable[[str, str, str], str]:
    """A copy of deploy/cfn in which a template is edited."""
    def edit(stack: str, pattern: str, replacement: str) -> str:
        shutil.copytree(cfn.CFN, tmp_path / "cfn")
        path = tmp_path / "cfn" / f"{stack}.yaml"
        text, count = re.subn(pattern, replacement, path.read_text(), count=1, flags=re.M)
        assert count == 1
        path.write_text(text)
        return str(tmp_path / "cfn")
    return edit


def ended_well(result: subprocess.CompletedProcess[str]) -> str:
    """What it said, when it went well."""
    assert result.returncode == 0, result.stderr
    return result.stderr + result.stdout


@pytest.mark.parametrize(("environment", "first", "last"), [
    ("account", "Add     AWS::CloudTrail::Trail", "cicd"), ("prod", "Add     AWS::KMS::Key", "observability")])
def test_plan_leaves_nothing(aws: tuple[Api, Stacks], environment: str, first: str, last: str) -> None:
    """What waits for other stacks says so."""
    api, stacks = aws
    said = ended_well(stacks("plan", environment, IMAGE_TAG=COMMIT))
    assert first in said and f"== {last}" in said and "is planned when the stacks it needs are there" in said
    assert not any(region.stacks for region in api.regions.values())
    assert "ExecuteChangeSet" not in api.calls


@pytest.mark.parametrize("environment", ["account", "staging", "prod", "dr"])
def test_apply_goes_to_its_end(aws: tuple[Api, Stacks], environment: str) -> None:
    """Every stack of an environment, in order, each with its tags and kept from being deleted."""
    api, stacks = aws
    said = ended_well(stacks("apply", environment, IMAGE_TAG=COMMIT))
    wanted = cfn.parameters()[environment]
    assert re.findall(r"^== (\S+)", said, re.M) == [entry["Stack"] for entry in wanted["Stacks"]]
    for entry in wanted["Stacks"]:
        stack = api.region(entry.get("Region", wanted["Region"])).stack(f"periodtracker-{environment}-{entry['Stack']}")
        assert (stack.status, stack.protected, stack.plans) == ("CREATE_COMPLETE", True, {})
        assert stack.tags == {**wanted["Tags"], "Stack": entry["Stack"]}


def test_what_cloudformation_cannot_do_is_done(aws: tuple[Api, Stacks]) -> None:
    """After governance and after compute-apprunner."""
    _, stacks = aws
    said = ended_well(stacks("apply", "account", "governance"))
    assert "passwords of operators have 14 characters" in said
    assert "no bucket of the account can be made public" in said
    # moto does not know the tags of bills, and AWS does not on the first day.
    assert "bills cannot be split by tags yet" in said
    assert "periodtracker-prod-api/0/application is kept for 90 days" in ended_well(stacks("apply", "prod", "compute-apprunner"))


def test_a_change_of_a_stack_is_no_release(aws: tuple[Api, Stacks]) -> None:
    """What runs stays, whatever IMAGE_TAG says."""
    _, stacks = aws
    for environment, stack in ("prod", "compute-apprunner"), ("dr", "compute-ecs-express"):
        assert "nothing changes" in ended_well(stacks("apply", environment, stack, IMAGE_TAG=OTHER))


def test_outputs(aws: tuple[Api, Stacks]) -> None:
    """Each with its stack."""
    _, stacks = aws
    assert re.search(r"^network\.PrivateSubnets\s\S+,\S+", stacks("outputs", "prod").stdout, re.M)


def test_nothing_precious_is_lost_by_a_slip(aws: tuple[Api, Stacks], edited: Callable[[str, str, str], str]) -> None:
    """Another name for the database would be another database."""
    api, stacks = aws
    templates = edited("data", r"(DatabaseName: .*)periodtracker\]$", r"\1another]")
    refused = stacks("apply", "prod", "data", CFN=templates)
    assert refused.returncode == 1 and "would be lost or replaced" in refused.stderr
    stack = api.region("ap-south-1").stack("periodtracker-prod-data")
    assert stack.status == "CREATE_COMPLETE" and not stack.plans
    ended_well(stacks("apply", "prod", "data", CFN=templates, REPLACE="data"))
    assert stack.status == "UPDATE_COMPLETE"


def test_a_stack_that_fails_says_why(aws: tuple[Api, Stacks], edited: Callable[[str, str, str], str]) -> None:
    """AWS goes back by itself."""
    _, stacks = aws
    templates = edited("backup", r"^  Role:\n    Type: (\S+)", r"  Role:\n    Metadata: { Fails: a quota }\n    Type: \1")
    failed = stacks("apply", "prod", "backup", CFN=templates)
    assert failed.returncode == 1
    assert "a quota" in failed.stderr and "AWS has put it back" in failed.stderr


def test_what_others_need_first(aws: tuple[Api, Stacks], edited: Callable[[str, str, str], str]) -> None:
    """Values of stacks that are not there, and values that are none."""
    api, stacks = aws
    api.region("ap-south-2").stacks.pop("periodtracker-prod-dr")
    refused = stacks("apply", "prod", "storage")
    assert refused.returncode == 1 and "apply the stacks it needs first" in refused.stderr
    templates = edited("data", r"AllowedPattern: \^15\S*", "AllowedPattern: ^never$")
    refused = stacks("apply", "prod", "data", CFN=templates)
    assert refused.returncode == 1 and "AWS refused the plan of data" in refused.stderr
