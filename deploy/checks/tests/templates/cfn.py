"""Reads the templates of deploy/cfn, with the short forms of CloudFormation's functions."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Iterator

import yaml

ROOT = Path(__file__).resolve().parents[4]
CFN = ROOT / "deploy" / "cfn"


class _Loader(yaml.SafeLoader):
    """YAML with !Ref, !Sub and the like, as the long forms they stand for."""


def _function(loader: _Loader, suffix: str, node: yaml.Node) -> dict[str, Any]:
    if isinstance(node, yaml.ScalarNode):
        value: Any = loader.construct_scalar(node)
        if suffix == "GetAtt":
            value = value.split(".", 1)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    return {suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}": value}


_Loader.add_multi_constructor("!", _function)


def parse(text: str) -> dict[str, Any]:
    """The text of a template, parsed."""
    return yaml.load(text, _Loader)


def load(path: Path) -> dict[str, Any]:
    """One template, parsed."""
    return parse(path.read_text())


def templates() -> dict[str, dict[str, Any]]:
    """All templates by the names of their stacks."""
    return {path.stem: load(path) for path in sorted(CFN.glob("*.yaml"))}


def parameters() -> dict[str, dict[str, Any]]:
    """The parameters of all environments by their names."""
    return {path.stem: json.loads(path.read_text()) for path in sorted((CFN / "parameters").glob("*.json"))}


def resources(template: dict[str, Any], kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Names and properties of all resources of one type."""
    for name, resource in template["Resources"].items():
        if resource["Type"] == kind:
            yield name, resource.get("Properties", {})


def walk(value: Any) -> Iterator[Any]:
    """A value and everything in it."""
    yield value
    if isinstance(value, dict):
        for part in value.values():
            yield from walk(part)
    elif isinstance(value, list):
        for part in value:
            yield from walk(part)


def text_of(value: Any) -> str:
    """The text of a plain value or of a Fn::Sub."""
    if isinstance(value, dict) and "Fn::Sub" in value:
        value = value["Fn::Sub"]
        value = value[0] if isinstance(value, list) else value
    return value if isinstance(value, str) else ""


def exports(template: dict[str, Any]) -> set[str]:
    """The names that a template exports."""
    names = (output.get("Export", {}).get("Name") for output in template.get("Outputs", {}).values())
    return {text_of(name) for name in names if name}


def imports(template: dict[str, Any]) -> set[str]:
    """The names that a template imports."""
    found = (part["Fn::ImportValue"] for part in walk(template) if isinstance(part, dict) and "Fn::ImportValue" in part)
    return {text_of(name) for name in found}


def env_example() -> set[str]:
    """Every setting that the services know."""
    lines = (ROOT / ".env.example").read_text().splitlines()
    names = {match[1] for line in lines if (match := re.match(r"([A-Z][A-Z0-9_]*)=", line))}
    # Read before settings are, so .env.example names them in its introduction.
    return names | {"LOG_FORMAT", "RUST_LOG"}
