"""scripts/ecr-scan-gate against a registry that moto plays, and against made-up answers."""

import json
import stat
from pathlib import Path

import pytest
from conftest import COMMIT, IMAGE, REGISTRY, run

REASON = "The function is never called, since our bodies are read elsewhere."


def gate(ecr: str, accepted: str, image: str = IMAGE, severity: str = "HIGH", **settings: str):
    """Runs the gate against moto."""
    return run("ecr-scan-gate", image, severity, AWS_ENDPOINT_URL_ECR=ecr, ACCEPTED_VULNERABILITIES=accepted,
               SCAN_POLL_SECONDS="0.1", **settings)


def test_a_serious_finding_stops_the_image(ecr, accepted):
    ended = gate(ecr, accepted([]))
    assert ended.returncode == 1
    assert "FOUND  HIGH" in ended.stderr, ended.stderr


def test_a_finding_below_the_severity_does_not(ecr, accepted):
    ended = gate(ecr, accepted([]), severity="CRITICAL")
    assert ended.returncode == 0, ended.stderr


def test_an_accepted_finding_does_not_until_its_day(ecr, accepted):
    found = [line.split()[2] for line in gate(ecr, accepted([])).stderr.splitlines() if line.startswith("FOUND")]
    assert found
    entries = [{"id": name, "reason": REASON, "until": "2999-12-31"} for name in found]
    ended = gate(ecr, accepted(entries))
    assert ended.returncode == 0 and REASON in ended.stderr, ended.stderr
    entries[0]["until"] = "2020-01-01"
    ended = gate(ecr, accepted(entries))
    assert ended.returncode == 1 and "EXPIRED" in ended.stderr, ended.stderr


@pytest.mark.parametrize("entry", [
    {"id": "CVE-2026-1", "until": "2999-12-31"},
    {"id": "CVE-2026-1", "reason": "later", "until": "2999-12-31"},
    {"id": "CVE-2026-1", "reason": REASON},
    {"id": "CVE-2026-1", "reason": REASON, "until": "some day"},
])
def test_an_exception_needs_a_reason_and_an_end(ecr, accepted, entry):
    ended = gate(ecr, accepted([entry]), severity="CRITICAL")
    assert ended.returncode == 1 and "each entry needs" in ended.stderr, ended.stderr


def test_an_image_that_was_never_scanned_stops_after_a_while(ecr, accepted):
    ended = gate(ecr, accepted([]), image=f"{REGISTRY}/periodtracker/cms:{COMMIT}", SCAN_SECONDS="1")
    assert ended.returncode == 1 and "did not end in time" in ended.stderr, ended.stderr


def test_an_image_that_is_not_there_stops_at_once(ecr, accepted):
    ended = gate(ecr, accepted([]), image=f"{REGISTRY}/periodtracker/api:{'f' * 40}")
    assert ended.returncode == 1 and "ImageNotFound" in ended.stderr, ended.stderr


def test_only_images_of_ecr_are_asked_about(ecr, accepted):
    assert gate(ecr, accepted([]), image="docker.io/library/debian:bookworm").returncode == 1


ENHANCED = {"imageScanStatus": {"status": "ACTIVE"}, "imageScanFindings": {"enhancedFindings": [
    {"severity": "CRITICAL", "title": "CVE-2026-2 - openssl-src", "packageVulnerabilityDetails": {
        "vulnerabilityId": "CVE-2026-2", "vulnerablePackages": [{"name": "openssl-src"}]}},
    {"severity": "UNTRIAGED", "title": "CVE-2026-3", "packageVulnerabilityDetails": {
        "vulnerabilityId": "CVE-2026-3", "vulnerablePackages": [{"name": "libc6"}]}}]}}


@pytest.mark.parametrize(("answer", "code", "said"), [
    (ENHANCED, 1, "FOUND  CRITICAL  CVE-2026-2  openssl-src"),
    ({"imageScanStatus": {"status": "ACTIVE"}, "imageScanFindings": {}}, 0, "nothing found"),
    ({"imageScanStatus": {"status": "COMPLETE"}, "imageScanFindings": {"findings": [
        {"name": "CVE-2026-4", "severity": "MEDIUM"}]}}, 0, "1 MEDIUM"),
    ({"imageScanStatus": {"status": "UNSUPPORTED_IMAGE", "description": "no package manager"}}, 1, "could not scan"),
    ({"imageScanStatus": {"status": "FAILED"}}, 1, "could not scan"),
    ({"imageScanStatus": {"status": "COMPLETE"}, "imageScanFindings": {"findings": [
        {"name": "CVE-2026-5", "severity": "SOMETHING NEW"}]}}, 1, "FOUND  SOMETHING NEW"),
])
def test_what_ecr_may_say(tmp_path: Path, accepted, answer: dict, code: int, said: str):
    aws = tmp_path / "aws"
    (tmp_path / "answer.json").write_text(json.dumps(answer))
    aws.write_text(f"#!/bin/sh\nexec cat {tmp_path}/answer.json\n")
    aws.chmod(aws.stat().st_mode | stat.S_IXUSR)
    ended = run("ecr-scan-gate", IMAGE, ACCEPTED_VULNERABILITIES=accepted([]), PATH=f"{tmp_path}:/usr/bin:/bin")
    assert ended.returncode == code, ended.stderr
    assert said in ended.stderr
