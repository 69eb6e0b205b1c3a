"""What a template says once parameters, conditions, imports and functions are filled in."""

import ipaddress
import re
from collections.abc import Callable
from typing import Any

ACCOUNT = "123456789012"


class Refused(Exception):
    """What AWS answers with a ValidationError."""


class Filled:
    """A template, filled in: `resources` (name to type and properties), `outputs` and `exports`."""

    def __init__(self, template: dict, given: dict[str, str], stack: str, region: str,
                 imported: Callable[[str], str]) -> None:
        check_parameters(given, template.get("Parameters", {}))
        self._template, self._stack, self._imported = template, stack, imported
        self._values: dict[str, Any] = {
            "AWS::Region": region, "AWS::AccountId": ACCOUNT, "AWS::Partition": "aws",
            "AWS::URLSuffix": "amazonaws.com", "AWS::StackName": stack, "AWS::NoValue": None}
        for name, parameter in template.get("Parameters", {}).items():
            value = given.get(name, parameter.get("Default"))
            lists = parameter["Type"].startswith(("List<", "CommaDelimitedList"))
            self._values[name] = str(value).split(",") if lists else str(value)
        self.imports: set[str] = set()
        self.resources = {
            name: {**resource, "Properties": self.fill(resource.get("Properties", {}))}
            for name, resource in template["Resources"].items() if self._holds(resource)}
        outputs = {name: output for name, output in template.get("Outputs", {}).items() if self._holds(output)}
        self.outputs = {name: str(self.fill(output["Value"])) for name, output in outputs.items()}
        self.exports = {self.fill(output["Export"]["Name"]): self.outputs[name]
                        for name, output in outputs.items() if "Export" in output}

    def fill(self, value: Any) -> Any:
        """A value with every function in it worked out."""
        if isinstance(value, list):
            return [part for part in map(self.fill, value) if part is not None]
        if not isinstance(value, dict):
            return value
        if len(value) == 1:
            (name, argument), = value.items()
            if name == "Ref":
                return self._reference(argument)
            if name.startswith("Fn::"):
                return getattr(self, "_" + name[4:].lower())(argument)
        filled = {name: self.fill(part) for name, part in value.items()}
        return {name: part for name, part in filled.items() if part is not None}

    def _holds(self, part: dict) -> bool:
        return "Condition" not in part or self._condition(part["Condition"])

    def _condition(self, condition: Any) -> bool:
        if isinstance(condition, str):
            return self._condition(self._template["Conditions"][condition])
        (name, argument), = condition.items()
        if name == "Condition":
            return self._condition(argument)
        if name == "Fn::Equals":
            return str(self.fill(argument[0])) == str(self.fill(argument[1]))
        parts = [self._condition(part) for part in argument]
        return {"Fn::Not": lambda: not parts[0], "Fn::And": lambda: all(parts), "Fn::Or": lambda: any(parts)}[name]()

    def _reference(self, name: str) -> Any:
        return self._values[name] if name in self._values else self._resource(name)

    # A resource is a record: its name is made up, and so is everything that it says of itself.
    def _resource(self, name: str) -> str:
        if not self._holds(self._template["Resources"][name]):
            raise Refused(f"Unresolved resource dependencies [{name}]")
        return f"{self._stack}-{name.lower()}"

    def _getatt(self, argument: list[str]) -> str:
        name, attribute = argument
        if attribute.lower().endswith("arn"):
            kind = self._template["Resources"][name]["Type"].split("::")[1].lower()
            return f"arn:aws:{kind}:{self._values['AWS::Region']}:{ACCOUNT}:{self._resource(name)}"
        return f"{self._resource(name)}.{attribute.lower()}"

    def _if(self, argument: list) -> Any:
        return self.fill(argument[1 if self._condition(argument[0]) else 2])

    def _sub(self, argument: Any) -> str:
        text, own = argument if isinstance(argument, list) else (argument, {})

        def value(match: re.Match) -> str:
            name = match[1]
            if name.startswith("!"):
                return "${" + name[1:] + "}"
            if name in own:
                return str(self.fill(own[name]))
            return str(self._getatt(name.split(".", 1)) if "." in name else self._reference(name))
        return re.sub(r"\$\{([^}]+)\}", value, text)

    def _importvalue(self, argument: Any) -> str:
        name = self.fill(argument)
        self.imports.add(name)
        return self._imported(name)

    def _join(self, argument: list) -> str:
        return argument[0].join(map(str, self.fill(argument[1])))

    def _select(self, argument: list) -> Any:
        return self.fill(argument[1])[int(self.fill(argument[0]))]

    def _split(self, argument: list) -> list[str]:
        return self.fill(argument[1]).split(argument[0])

    def _getazs(self, _argument: Any) -> list[str]:
        return [self._values["AWS::Region"] + zone for zone in "abc"]

    def _cidr(self, argument: list) -> list[str]:
        block, count, bits = self.fill(argument)
        subnets = ipaddress.ip_network(block).subnets(new_prefix=32 - int(bits))
        return [str(next(subnets)) for _ in range(int(count))]


def check_parameters(given: dict[str, str], known: dict[str, dict]) -> None:
    """As AWS does it, before anything is planned."""
    for name, wanted in known.items():
        if name not in given and "Default" not in wanted:
            raise Refused(f"Parameters: [{name}] must have values")
    for name, value in given.items():
        if name not in known:
            raise Refused(f"Parameters: [{name}] do not exist in the template")
        wanted = known[name]
        if "AllowedValues" in wanted and value not in map(str, wanted["AllowedValues"]):
            raise Refused(f"Parameter '{name}' must be one of AllowedValues")
        if "AllowedPattern" in wanted and not re.fullmatch(wanted["AllowedPattern"], value):
            raise Refused(f"Parameter '{name}' must match pattern {wanted['AllowedPattern']}")
        if wanted["Type"] == "Number" and not float(wanted.get("MinValue", value)) <= float(value) <= float(wanted.get("MaxValue", value)):
            raise Refused(f"Parameter '{name}' is too small or too large")
