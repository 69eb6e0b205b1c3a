#!/usr/bin/env python3
"""Holds the runbooks to what there is: scripts, programs, commands of AWS, alarms, links.

Nobody should find out at night that a flag was renamed. Programs are asked for their help where the
environment names a folder of them (BIN); botocore's own models say what AWS takes.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
# Commands of the CLI that are no operations of a service.
CUSTOM = {("s3", "sync"), ("ecr", "get-login-password"), ("configure", "export-credentials")}
GLOBAL_FLAGS = {"query", "output", "region", "profile", "cli-input-json"}
mistakes: list[str] = []


def mistake(page: Path, text: str) -> None:
    """Notes what is wrong."""
    mistakes.append(f"{page.name}: {text}")


def commands(text: str) -> list[str]:
    """Lines of indented blocks, and what stands between backticks."""
    lines = [line.strip() for line in text.splitlines() if line.startswith("    ")]
    return lines + re.findall(r"`([^`\n]+)`", text)


def parts(command: str) -> list[str]:
    """What is run in a line, with what runs inside of it."""
    return re.split(r"\$\(|<\(|\||;|&&|<<<|\bdo\b", command)


def check_script(page: Path, words: list[str], steps: set[str]) -> None:
    """`scripts/NAME …`."""
    script = ROOT / words[0]
    if not script.exists():
        return mistake(page, f"there is no {words[0]}")
    if words[0] == "scripts/check-deploy":
        for step in words[1:]:
            if step not in steps:
                mistake(page, f"scripts/check-deploy has no step {step}")
    if words[0] == "scripts/stacks" and len(words) > 2:
        parameters = ROOT / f"deploy/cfn/parameters/{words[2]}.json"
        if not parameters.exists():
            return mistake(page, f"there is no environment {words[2]}")
        known = {stack["Stack"] for stack in json.loads(parameters.read_text())["Stacks"]}
        for stack in words[3:]:
            if re.fullmatch(r"[a-z-]+", stack) and stack not in known:
                mistake(page, f"{words[2]} has no stack {stack}")
    if words[0] == "scripts/operator-shell" and len(words) > 2:
        check_program(page, words[2:])
    text = script.read_text()
    if words[0] != "scripts/operator-shell":
        for flag in (word for word in words[1:] if word.startswith("--")):
            if flag not in text:
                mistake(page, f"{words[0]} knows no {flag}")


def check_program(page: Path, words: list[str]) -> None:
    """`api …`, `cms …`, or a script that an operator's shell has in its path."""
    if words[0] not in ("api", "cms"):
        if not (ROOT / "scripts" / words[0]).exists():
            mistake(page, f"there is no program {words[0]} in the operator's shell")
        return
    if "BIN" not in os.environ:
        return
    subcommands = [word for word in words[1:] if re.fullmatch(r"[a-z][a-z-]*", word)]
    stop = next((at for at, word in enumerate(words[1:]) if word.startswith("-")), len(words))
    subcommands = subcommands[:stop]
    run = subprocess.run([f"{os.environ['BIN']}/{words[0]}", *subcommands, "--help"],
                         capture_output=True, text=True, check=False)
    if run.returncode != 0:
        return mistake(page, f"{words[0]} knows no {' '.join(subcommands)}")
    for flag in (word for word in words if word.startswith("--")):
        if flag not in run.stdout:
            mistake(page, f"{words[0]} {' '.join(subcommands)} knows no {flag}")


def check_aws(page: Path, words: list[str]) -> None:
    """`aws SERVICE OPERATION --flag …`, against the models that the CLI itself reads."""
    from botocore import xform_name
    from botocore.session import Session

    positional = [word for word in words[1:] if not word.startswith("-")]
    # A region may come first.
    while positional and not re.fullmatch(r"[a-z0-9]+", positional[0]):
        positional.pop(0)
    if len(positional) < 2 or tuple(positional[:2]) in CUSTOM or positional[1] == "wait":
        return
    service, operation = positional[:2]
    try:
        model = Session().get_service_model(service)
    except Exception:  # pylint: disable=broad-except
        return mistake(page, f"aws has no service {service}")
    names = {xform_name(name, "-"): name for name in model.operation_names}
    if operation not in names:
        return mistake(page, f"aws {service} has no {operation}")
    shape = model.operation_model(names[operation]).input_shape
    members = {xform_name(name, "-") for name in (shape.members if shape else {})}
    for flag in re.findall(r"(?<!\S)--([a-z0-9-]+)", " ".join(words)):
        plain = flag.removeprefix("no-")
        if flag not in GLOBAL_FLAGS and plain not in members:
            mistake(page, f"aws {service} {operation} knows no --{flag}")
    required = {xform_name(name, "-") for name in (shape.required_members if shape else [])}
    if len(words) > 3:
        for name in sorted(required):
            if f"--{name}" not in words and (service, operation) != ("lambda", "invoke"):
                mistake(page, f"aws {service} {operation} needs --{name}")


def anchors(text: str) -> set[str]:
    """Names of headings as GitHub makes them."""
    heads = re.findall(r"^#+ (.*)$", text, re.M)
    return {re.sub(r"[^a-z0-9 _-]", "", head.lower()).replace(" ", "-") for head in heads}


def check_links(page: Path, text: str) -> None:
    """Links to other pages and their chapters."""
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith("http"):
            continue
        file, _, anchor = target.partition("#")
        other = page.parent / file if file else page
        if not other.exists():
            mistake(page, f"there is no {target}")
        elif anchor and anchor not in anchors(other.read_text()):
            mistake(page, f"there is no chapter {target}")


def check_alarms() -> None:
    """Every alarm of the templates has its place, and no other does."""
    page = ROOT / "deploy/runbooks/alarms.md"
    text = page.read_text()
    listed = set(re.findall(r"`([a-z0-9-]+)`", "\n".join(
        line for line in text.splitlines() if re.fullmatch(r"(`[a-z0-9-]+` ?)+", line))))
    templates = "\n".join(file.read_text() for file in (ROOT / "deploy/cfn").glob("*.yaml"))
    named = set(re.findall(r"AlarmName: !Sub [\"']?periodtracker-\$\{Environment\}-([a-z0-9-]+)", templates))
    for name in sorted(named - listed):
        mistake(page, f"nothing is said of the alarm {name}")
    for name in sorted(listed - named):
        mistake(page, f"there is no alarm {name}")


def main() -> int:
    steps = set(sys.argv[1:])
    pages = sorted(Path(os.environ.get("RUNBOOKS", ROOT / "deploy/runbooks")).glob("*.md"))
    count = 0
    for page in pages:
        text = page.read_text()
        check_links(page, text)
        for file in re.findall(r"`((?:deploy|docker|migrations|crates)/[\w./-]+)`", text):
            if not (ROOT / file).exists():
                mistake(page, f"there is no {file}")
        for command in commands(text):
            for part in parts(command):
                words = part.split()
                while words and re.fullmatch(r"[A-Z_]+=\S*", words[0]):
                    words.pop(0)
                words = [word.rstrip(")") for word in words]
                if not words:
                    continue
                count += 1
                if re.fullmatch(r"scripts/[a-z-]+", words[0]):
                    check_script(page, words, steps)
                elif words[0] == "aws" and len(words) > 2:
                    check_aws(page, words)
                elif words[0] in ("api", "cms") and len(words) > 1 and re.fullmatch(r"[a-z-]+", words[1]):
                    check_program(page, words)
                else:
                    count -= 1
    check_alarms()
    for text in mistakes:
        print(text, file=sys.stderr)
    print(f"{len(pages)} pages, {count} commands")
    return 1 if mistakes else 0


sys.exit(main())
