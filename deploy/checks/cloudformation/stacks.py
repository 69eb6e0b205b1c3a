"""The stacks of one region, and what is planned for them."""

from typing import Any

from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER

import cfn

from .template import ACCOUNT, Filled, Refused

NOTHING: dict[str, dict] = {}


class NoExport(Exception):
    """A change set that asks for what no stack exports is made, and fails."""


class Stack:
    """A stack, or the shell of one that is only planned."""

    def __init__(self, name: str) -> None:
        self.name, self.status = name, "REVIEW_IN_PROGRESS"
        self.filled: Filled | None = None
        self.tags: dict[str, str] = {}
        self.protected = False
        self.plans: dict[str, dict] = {}
        self.events: list[dict[str, str]] = []


class Region:
    """All stacks of one region."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.stacks: dict[str, Stack] = {}

    def stack(self, name: str) -> Stack:
        """One by its name."""
        if name not in self.stacks:
            raise Refused(f"Stack with id {name} does not exist")
        return self.stacks[name]

    def plan(self, name: str, plan: str, kind: str, template: str, parameters: dict[str, str], tags: dict[str, str]) -> None:
        """Makes a change set."""
        if kind == "CREATE":
            if name in self.stacks and self.stacks[name].status != "REVIEW_IN_PROGRESS":
                raise Refused(f"Stack {name} already exists")
            self.stacks.setdefault(name, Stack(name))
        stack = self.stack(name)
        try:
            filled = Filled(cfn.parse(template), parameters, name, self.name, self._imported)
        except NoExport as error:
            stack.plans[plan] = {"failed": str(error)}
            return
        changes = list(_changes(stack.filled.resources if stack.filled else NOTHING, filled.resources, self.name))
        stack.plans[plan] = {"filled": filled, "changes": changes, "tags": tags}
        if not changes:
            stack.plans[plan]["failed"] = "The submitted information didn't contain changes."

    def execute(self, name: str, plan: str) -> None:
        """Carries a change set out, or goes back: a resource whose metadata say `Fails` does not work."""
        stack = self.stack(name)
        wanted = stack.plans.pop(plan)
        kind = "CREATE" if stack.filled is None else "UPDATE"
        failed = [(resource, body["Metadata"]["Fails"]) for resource, body in wanted["filled"].resources.items()
                  if "Fails" in body.get("Metadata", {})]
        failed += [(export, f"Export {export} cannot be updated as it is in use") for export in self._lost_exports(stack, wanted["filled"])]
        if failed:
            stack.events = [{"LogicalResourceId": resource, "ResourceStatus": f"{kind}_FAILED", "ResourceStatusReason": reason}
                            for resource, reason in failed]
            stack.status = "ROLLBACK_COMPLETE" if kind == "CREATE" else "UPDATE_ROLLBACK_COMPLETE"
            return
        for export in wanted["filled"].exports:
            if any(export in other.filled.exports for other in self.stacks.values() if other.filled and other is not stack):
                raise Refused(f"Export with name {export} is already exported by another stack")
        stack.filled, stack.tags, stack.status = wanted["filled"], wanted["tags"], f"{kind}_COMPLETE"

    def delete(self, name: str) -> None:
        """Deletes a stack, or the shell of one."""
        if self.stack(name).protected:
            raise Refused(f"Stack [{name}] cannot be deleted while TerminationProtection is enabled")
        del self.stacks[name]

    def property_of(self, arn: str, *path: str) -> Any:
        """A property of the resource with this ARN or name, for what asks a service about itself."""
        for stack in self.stacks.values():
            for name, resource in (stack.filled.resources if stack.filled else NOTHING).items():
                if arn.endswith(f":{stack.name}-{name.lower()}"):
                    value: Any = resource["Properties"]
                    for step in path:
                        value = value[step]
                    return value
        raise Refused(f"{arn} does not exist")

    def _imported(self, name: str) -> str:
        for stack in self.stacks.values():
            if stack.filled and name in stack.filled.exports:
                return stack.filled.exports[name]
        raise NoExport(f"No export named {name} found")

    def _lost_exports(self, stack: Stack, filled: Filled) -> list[str]:
        before = stack.filled.exports if stack.filled else {}
        used = {name for other in self.stacks.values() if other.filled and other is not stack for name in other.filled.imports}
        return [name for name, value in before.items() if name in used and filled.exports.get(name) != value]


def _changes(before: dict[str, dict], after: dict[str, dict], region: str) -> Any:
    for name in [*after, *(name for name in before if name not in after)]:
        old, new = before.get(name), after.get(name)
        if old == new:
            continue
        change = {"Action": "Add" if old is None else "Remove" if new is None else "Modify",
                  "LogicalResourceId": name, "ResourceType": (new or old)["Type"]}
        if old and new:
            change["Replacement"] = "True" if _is_replaced(old, new, region) else "False"
        yield change


def _is_replaced(old: dict, new: dict, region: str) -> bool:
    """Whether a property changes that can only be set when the resource is made, by its schema."""
    schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema(region, new["Type"]).schema
    fixed = {path.split("/")[2] for path in schema.get("createOnlyProperties", [])}
    return old["Type"] != new["Type"] or any(old["Properties"].get(name) != new["Properties"].get(name) for name in fixed)


def arn_of(region: str, name: str) -> str:
    """What AWS calls the id of a stack."""
    return f"arn:aws:cloudformation:{region}:{ACCOUNT}:stack/{name}/0"
