"""The small functions inside of the templates, run against a stand-in for AWS."""

from __future__ import annotations

import datetime
import json
import sys
import types
from typing import Any

import pytest

import cfn


class Missing(Exception):
    """What Secrets Manager raises for a version that is not there."""


class SecretsManager:
    """One secret with its versions and stages."""

    exceptions = types.SimpleNamespace(ResourceNotFoundException=Missing)

    def __init__(self, current: dict[str, str]) -> None:
        self.values = {"v1": json.dumps(current)}
        self.stages: dict[str, list[str]] = {"v1": ["AWSCURRENT"], "v2": ["AWSPENDING"]}

    def describe_secret(self, SecretId: str) -> dict[str, Any]:
        return {"VersionIdsToStages": self.stages}

    def get_secret_value(self, SecretId: str, VersionStage: str, VersionId: str | None = None) -> dict[str, str]:
        version = VersionId or next(v for v, stages in self.stages.items() if VersionStage in stages)
        if version not in self.values:
            raise Missing
        return {"SecretString": self.values[version]}

    def put_secret_value(self, SecretId: str, ClientRequestToken: str, SecretString: str, VersionStages: list[str]) -> None:
        self.values[ClientRequestToken] = SecretString

    def update_secret_version_stage(self, SecretId: str, VersionStage: str, MoveToVersionId: str, RemoveFromVersionId: str) -> None:
        self.stages[RemoveFromVersionId].remove(VersionStage)
        self.stages[MoveToVersionId] = [VersionStage]

    def list_secret_version_ids(self, SecretId: str) -> dict[str, Any]:
        then = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=40, hours=1)
        return {"Versions": [{"VersionStages": ["AWSPREVIOUS"], "CreatedDate": then - datetime.timedelta(days=900)}, {"VersionStages": ["AWSCURRENT"], "CreatedDate": then}]}


def function(template: str, name: str, client: Any) -> types.ModuleType:
    """The module of a function, with `client` for AWS."""
    code = cfn.templates()[template]["Resources"][name]["Properties"]["Code"]["ZipFile"]
    assert len(code) < 4096, "AWS takes no more inside of a template"
    module = types.ModuleType(name)
    boto3 = types.ModuleType("boto3")
    boto3.client = lambda _service: client  # type: ignore[attr-defined]
    saved = sys.modules.get("boto3")
    sys.modules["boto3"] = boto3
    try:
        exec(compile(code, name, "exec"), module.__dict__)
    finally:
        sys.modules.pop("boto3")
        if saved:
            sys.modules["boto3"] = saved
    return module


def rotate(client: SecretsManager) -> None:
    handler = function("secrets", "RotateApplicationSecret", client).handler
    for step in ("createSecret", "setSecret", "testSecret", "finishSecret"):
        handler({"SecretId": "arn", "ClientRequestToken": "v2", "Step": step}, None)


def test_rotation_keeps_the_old_secret_as_the_secondary() -> None:
    client = SecretsManager({"APPLICATION_SECRET": "old" * 20, "SECONDARY_APPLICATION_SECRET": ""})
    rotate(client)
    now = json.loads(client.values["v2"])
    assert now["SECONDARY_APPLICATION_SECRET"] == "old" * 20
    assert len(now["APPLICATION_SECRET"]) == 64 and now["APPLICATION_SECRET"] != "old" * 20
    assert client.stages == {"v1": [], "v2": ["AWSCURRENT"]}


def test_rotation_refuses_to_log_phones_out() -> None:
    client = SecretsManager({"APPLICATION_SECRET": "b" * 64, "SECONDARY_APPLICATION_SECRET": "a" * 64})
    with pytest.raises(ValueError, match="secondary"):
        rotate(client)
    assert "v2" not in client.values and client.stages["v1"] == ["AWSCURRENT"]


def test_a_step_that_is_repeated_changes_nothing() -> None:
    client = SecretsManager({"APPLICATION_SECRET": "old" * 20})
    handler = function("secrets", "RotateApplicationSecret", client).handler
    event = {"SecretId": "arn", "ClientRequestToken": "v2", "Step": "createSecret"}
    handler(event, None)
    made = client.values["v2"]
    handler(event, None)
    assert client.values["v2"] == made


def test_rotation_refuses_a_version_that_nobody_asked_for() -> None:
    client = SecretsManager({"APPLICATION_SECRET": "old" * 20})
    client.stages["v2"] = []
    with pytest.raises(ValueError, match="not the one"):
        rotate(client)


def test_ages_are_metrics_that_cloudwatch_reads(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    module = function("observability", "Ages", SecretsManager({}))
    for name, value in {"NAMESPACE": "PeriodTracker/test", "PREFIX": "p/", "SECRETS": "database,editors", "HOSTS": "a.example"}.items():
        monkeypatch.setenv(name, value)
    soon = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=12, hours=1)
    monkeypatch.setattr(module, "ends", lambda _host: soon)
    module.handler({}, None)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line.get("secret") or line["host"], line.get("SecretAgeDays", line.get("CertificateDaysLeft"))) for line in lines] == [
        ("database", 40), ("editors", 40), ("a.example", 12)
    ]  # fmt: skip
    for line in lines:
        directive = line["_aws"]["CloudWatchMetrics"][0]
        assert directive["Namespace"] == "PeriodTracker/test"
        assert all(dimension in line for dimension in directive["Dimensions"][0])
        assert directive["Metrics"][0]["Name"] in line


def test_a_host_without_a_valid_certificate_fails_after_the_others(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    module = function("observability", "Ages", SecretsManager({}))
    for name, value in {"NAMESPACE": "n", "PREFIX": "p/", "SECRETS": "database", "HOSTS": "127.0.0.1"}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(RuntimeError, match="127.0.0.1"):
        module.handler({}, None)
    assert "SecretAgeDays" in capsys.readouterr().out


@pytest.mark.parametrize("template", ["compute-apprunner", "compute-ecs-express"])
def test_both_services_are_deployed_anew(template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Client:
        exceptions = types.SimpleNamespace(InvalidRequestException=Missing)
        called: list[dict[str, Any]] = []

        def start_deployment(self, **arguments: Any) -> None:
            self.called.append(arguments)

        def update_service(self, **arguments: Any) -> None:
            self.called.append(arguments)

    client = Client()
    client.called = []
    for name, value in {"API": "arn-api", "CMS": "arn-cms", "CLUSTER": "c"}.items():
        monkeypatch.setenv(name, value)
    function(template, "Redeploy", client).handler({}, None)
    assert [call.get("ServiceArn") or call["service"] for call in client.called] == ["arn-api", "arn-cms"]
