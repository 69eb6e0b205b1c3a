"""Who has what in an AWS account, from what IAM says of itself (two JSON texts).

Reads `{"details": ..., "report": ...}` from standard input: get-account-authorization-details, and
the table of get-credential-report. Lines that begin with `!` want a decision.
"""

import csv
import io
import json
import sys
from datetime import datetime, timezone
from typing import Any, Iterable

OLD_KEY_DAYS = 90
AWAY_DAYS = 90


def policies(entity: dict[str, Any]) -> list[str]:
    """Names of what a user, group or role was given, written into it or attached."""
    attached = [policy["PolicyName"] for policy in entity.get("AttachedManagedPolicies", [])]
    lists = ("UserPolicyList", "GroupPolicyList", "RolePolicyList")
    inline = [policy["PolicyName"] for name in lists for policy in entity.get(name, [])]
    return attached + [f"{name} (inline)" for name in inline]


def days_since(text: str) -> int | None:
    """Days since a time of the report; None for its other words, such as `N/A`."""
    try:
        then = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return None
    if then.tzinfo is None:
        then = then.replace(tzinfo=timezone.utc)
    return (datetime.now(timezone.utc) - then).days


def line(name: str, facts: dict[str, str], doubts: list[str]) -> str:
    """One person or role, with what should not be so."""
    parts = [f"{'!' if doubts else ' '} {name}"] + [f"      {key}: {value}" for key, value in facts.items()]
    return "\n".join(parts + [f"    ! {doubt}" for doubt in doubts])


def person(row: dict[str, str], user: dict[str, Any], groups: dict[str, list[str]]) -> str:
    """A row of the credential report, with what IAM says of the user."""
    may = policies(user) + [policy for group in user.get("GroupList", []) for policy in groups.get(group, [])]
    password, mfa = row["password_enabled"] == "true", row["mfa_active"] == "true"
    root = row["user"] == "<root_account>"
    keys, doubts = [], []
    for number in "12":
        if row[f"access_key_{number}_active"] != "true":
            continue
        age = days_since(row[f"access_key_{number}_last_rotated"])
        used = days_since(row[f"access_key_{number}_last_used_date"])
        keys.append(f"{age} days old, " + ("never used" if used is None else f"used {used} days ago"))
        if root:
            doubts.append("the root user has a key")
        if (age or 0) > OLD_KEY_DAYS:
            doubts.append(f"a key is {age} days old")
        if used is None:
            doubts.append("a key was never used")
    if not mfa and (password or root):
        doubts.append("signs in without MFA")
    away = days_since(row.get("password_last_used", ""))
    if password and (away or 0) > AWAY_DAYS:
        doubts.append(f"has not signed in for {away} days")
    if "AdministratorAccess" in may:
        doubts.append("may do everything")
    facts = {
        "groups": ", ".join(user.get("GroupList", [])) or "none",
        "may": ", ".join(sorted(set(may))) or ("everything" if root else "nothing"),
        "signs in": ("with" if mfa else "without") + " MFA" if password or root else "no",
        "keys": "; ".join(keys) or "none",
    }
    return line(row["user"], facts, doubts)


def listed(value: Any) -> list[Any]:
    """IAM writes one thing as itself and several as a list."""
    return value if isinstance(value, list) else [value]


def role(entity: dict[str, Any]) -> str:
    """A role: who may take it, and what it may."""
    taken, doubts = [], []
    for statement in listed(entity["AssumeRolePolicyDocument"]["Statement"]):
        if statement["Effect"] != "Allow":
            continue
        principal = statement["Principal"]
        who = listed(principal) if isinstance(principal, str) else [
            name for names in principal.values() for name in listed(names)]
        if "*" in who and not statement.get("Condition"):
            doubts.append("anybody may take it")
        taken.append(", ".join(who) + (" (with conditions)" if statement.get("Condition") else ""))
    if "AdministratorAccess" in policies(entity):
        doubts.append("may do everything")
    used = (entity.get("RoleLastUsed") or {}).get("LastUsedDate")
    facts = {
        "taken by": "; ".join(taken) or "nobody",
        "may": ", ".join(policies(entity)) or "nothing",
        "used": f"{days_since(used)} days ago" if used else "never, as far as IAM remembers",
    }
    return line(entity["RoleName"], facts, doubts)


def review(details: dict[str, Any], report: str) -> Iterable[str]:
    """The whole page."""
    users = {user["UserName"]: user for user in details.get("UserDetailList", [])}
    groups = {group["GroupName"]: policies(group) for group in details.get("GroupDetailList", [])}
    yield "\n## People and keys\n"
    for row in csv.DictReader(io.StringIO(report)):
        yield person(row, users.get(row["user"], {}), groups)
    yield "\n## Roles, and who may take them (those of Amazon itself left out)\n"
    for entity in sorted(details.get("RoleDetailList", []), key=lambda entity: entity["RoleName"]):
        if not entity["Path"].startswith("/aws-service-role/"):
            yield role(entity)


if __name__ == "__main__":
    given = json.load(sys.stdin)
    print("\n".join(review(given["details"], given["report"])))
