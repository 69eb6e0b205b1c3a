"""Who calls the cms: a superAdmin, mostly about things that exist.

Ids that schemathesis makes up name nothing. Without these most calls would end at "there is no
such thing", and nothing behind that would be tested.
"""

import os
import random
import re

import requests
import schemathesis

BASE = os.environ["HOSTILE_BASE"]
CHANCE = random.Random(int(os.environ["HOSTILE_SEED"]))

# Where the rows of each table are listed.
LISTS = {
    "article": "/articles",
    "category": "/categories",
    "subcategory": "/subcategories",
    "video": "/videos",
    "quiz": "/quiz",
    "did_you_know": "/didyouknow",
    "avatar_messages": "/avatar-message",
    "help_center": "/help-center",
    "help_center_attribute": "/help-center-attributes",
    "survey": "/survey",
}
# What is not listed where it is changed.
LISTED_ELSEWHERE = {
    "/suggestions-management": "/suggestions",
    "/api/voice-over/article": "/articles",
}
# Texts are drafted by language, not by version.
BY_LANGUAGE = re.compile(r"^/(about|privacy-policy|terms-and-conditions|about-banner-management)/\{id\}/")

known = {}


def sign_in():
    session = requests.Session()
    form = {"username": os.environ["HOSTILE_USERNAME"], "password": os.environ["HOSTILE_PASSWORD"]}
    answer = session.post(f"{BASE}/login", data=form, allow_redirects=False, timeout=30)
    answer.raise_for_status()
    if "session" not in session.cookies:
        raise RuntimeError(f"nobody is signed in: {answer.status_code} {answer.text[:200]}")
    return session


editor = sign_in()


def ids(path):
    """Ids in a list, looked up again now and then, since rows come and go."""
    calls, found = known.get(path, (0, []))
    if calls % 25 == 0:
        answer = editor.get(f"{BASE}{path}", headers={"Accept": "application/json"}, timeout=30)
        rows = answer.json() if answer.headers.get("content-type", "").startswith("application/json") else []
        if isinstance(rows, dict):
            rows = next((value for value in rows.values() if isinstance(value, list)), [])
        found = [str(row["id"]) for row in rows if isinstance(row, dict) and "id" in row]
        # Nobody changes the one who is signed in, or all that follows would be refused.
        found = [one for one in found if path != "/user" or one != os.environ["HOSTILE_EDITOR"]]
    known[path] = (calls + 1, found)
    return found


def choose(parameters, name, path):
    found = ids(path)
    if found:
        parameters[name] = CHANCE.choice(found)


@schemathesis.hook
def before_call(context, case, kwargs):
    case.cookies["session"] = editor.cookies["session"]
    parameters = case.path_parameters or {}
    if not parameters or CHANCE.random() < 0.2:
        return
    if "table" in parameters:
        table = CHANCE.choice(list(LISTS))
        parameters["table"] = table
        name = "item" if "item" in parameters else "id"
        choose(parameters, name, LISTS[table])
        if case.path.startswith("/releases/{id}"):
            choose(parameters, "id", "/releases")
    elif BY_LANGUAGE.match(case.path) and case.path.count("/") > 2:
        parameters["id"] = "en"
    elif "id" in parameters:
        path = case.path[: case.path.index("/{id}")]
        choose(parameters, "id", LISTED_ELSEWHERE.get(path, path))
