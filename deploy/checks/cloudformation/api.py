"""The HTTP side: CloudFormation's query protocol, as the aws CLI speaks it, and the two questions
that scripts/stacks asks of services: which image do they run?"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl
from xml.sax.saxutils import escape

from .stacks import Region, Stack, arn_of
from .template import Refused


class Api:
    """The regions of an account. `calls` are all actions that were asked for, in order."""

    def __init__(self) -> None:
        self.regions: dict[str, Region] = {}
        self.calls: list[str] = []

    def region(self, name: str) -> Region:
        """One by its name."""
        return self.regions.setdefault(name, Region(name))

    def answer(self, region: Region, form: dict[str, str]) -> Any:
        """What an action answers, as it will be written down in XML."""
        action, name = form["Action"], form.get("StackName", "")
        self.calls.append(action)
        match action:
            case "CreateChangeSet":
                region.plan(name, form["ChangeSetName"], form["ChangeSetType"], form["TemplateBody"],
                            _pairs(form, "Parameters", "ParameterKey", "ParameterValue"), _pairs(form, "Tags", "Key", "Value"))
                return {"StackId": arn_of(region.name, name)}
            case "DescribeChangeSet":
                return _plan(region.stack(name).plans[form["ChangeSetName"]])
            case "ExecuteChangeSet":
                return region.execute(name, form["ChangeSetName"])
            case "DeleteChangeSet":
                return region.stack(name).plans.pop(form["ChangeSetName"], None) and None
            case "DescribeStacks":
                return {"Stacks": [_stack(region, region.stack(name))]}
            case "DescribeStackEvents":
                return {"StackEvents": region.stack(name).events}
            case "DeleteStack":
                return region.delete(name)
            case "UpdateTerminationProtection":
                region.stack(name).protected = form["EnableTerminationProtection"] == "true"
                return {"StackId": arn_of(region.name, name)}
        raise Refused(f"not emulated: {action}")

    def image(self, region: Region, target: str, arn: str) -> dict:
        """What a service says that it runs: what its stack says."""
        if target == "AppRunner.DescribeService":
            image = region.property_of(arn, "SourceConfiguration", "ImageRepository", "ImageIdentifier")
            return {"Service": {"SourceConfiguration": {"ImageRepository": {"ImageIdentifier": image}}}}
        return {"service": {"activeConfigurations": [
            {"primaryContainer": {"image": region.property_of(arn, "PrimaryContainer", "Image")}}]}}


def _pairs(form: dict[str, str], field: str, name: str, value: str) -> dict[str, str]:
    numbers = range(1, 1 + sum(key.startswith(f"{field}.member.") and key.endswith(f".{name}") for key in form))
    return {form[f"{field}.member.{n}.{name}"]: form.get(f"{field}.member.{n}.{value}", "") for n in numbers}


def _plan(plan: dict) -> dict:
    if "failed" in plan:
        return {"Status": "FAILED", "StatusReason": plan["failed"]}
    return {"Status": "CREATE_COMPLETE", "Changes": [{"Type": "Resource", "ResourceChange": change} for change in plan["changes"]]}


def _stack(region: Region, stack: Stack) -> dict:
    outputs = stack.filled.outputs if stack.filled else {}
    return {"StackName": stack.name, "StackId": arn_of(region.name, stack.name), "StackStatus": stack.status,
            "CreationTime": "2026-01-01T00:00:00Z", "EnableTerminationProtection": str(stack.protected).lower(),
            "Outputs": [{"OutputKey": name, "OutputValue": value} for name, value in outputs.items()]}


def _xml(value: Any) -> str:
    if isinstance(value, dict):
        return "".join(f"<{name}>{_xml(part)}</{name}>" for name, part in value.items())
    if isinstance(value, list):
        return "".join(f"<member>{_xml(part)}</member>" for part in value)
    return escape(str(value or ""))


class _Handler(BaseHTTPRequestHandler):
    api: Api

    def do_POST(self) -> None:
        """Both protocols."""
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        region = self.api.region(re.search(r"Credential=[^/]*/\d+/([^/]+)/", self.headers["Authorization"])[1])
        target, status = self.headers.get("X-Amz-Target"), 200
        try:
            if target:
                answer = json.dumps(self.api.image(region, target, (found := json.loads(body)).get("ServiceArn") or found["serviceArn"]))
            else:
                form = dict(parse_qsl(body, keep_blank_values=True))
                name = form["Action"]
                answer = f"<{name}Response><{name}Result>{_xml(self.api.answer(region, form))}</{name}Result></{name}Response>"
        except Refused as error:
            status = 400
            answer = json.dumps({"__type": "ResourceNotFoundException", "message": str(error)}) if target else \
                f"<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code><Message>{escape(str(error))}</Message></Error></ErrorResponse>"
        text = answer.encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json" if target else "text/xml")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def served(api: Api) -> Iterator[str]:
    """The address at which it answers."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"api": api}))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
