"""Who calls the api: phones of girls who have signed up, strangers, and tokens that are none.

Values that schemathesis makes up name nobody. Without these most calls would end at "who are
you?", and nothing behind that would be tested.
"""

import itertools
import os
import random

import requests
import schemathesis

BASE = os.environ["HOSTILE_BASE"]
CHANCE = random.Random(int(os.environ["HOSTILE_SEED"]))
SECRETS = {"password": "a password", "secretAnswer": "an answer", "previousSecretAnswer": "an answer"}

numbers = itertools.count(1)
girls = []


def address():
    """A caller of its own for each call, so that no throttle hides a route."""
    number = next(numbers)
    return f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"


def sign_up():
    name = f"test-girl-{os.getpid()}-{next(numbers)}"
    answer = requests.post(
        f"{BASE}/account/signup",
        json={
            "name": name,
            "dateOfBirth": "2010-02-02T00:00:00.000Z",
            "gender": "Female",
            "location": "Urban",
            "country": "NP",
            "province": "3",
            "secretQuestion": "favourite_actor",
            "password": SECRETS["password"],
            "secretAnswer": SECRETS["secretAnswer"],
        },
        headers={"X-Forwarded-For": address()},
        timeout=30,
    )
    answer.raise_for_status()
    return name, answer.json()["appToken"]


def girl():
    """One of a few; where she has been deleted or renamed meanwhile, that is a case too."""
    if len(girls) < 12 or CHANCE.random() < 0.02:
        girls.append(sign_up())
    return CHANCE.choice(girls[-12:])


@schemathesis.hook
def before_call(context, case, kwargs):
    case.headers["X-Forwarded-For"] = address()
    name, token = girl()
    if {"token": []} in case.operation.definition.raw.get("security", []):
        # One in ten comes with a token that is none, and one in ten without.
        chance = CHANCE.random()
        if chance < 0.9:
            case.headers["Authorization"] = f"Bearer {token if chance < 0.8 else token[:-3]}"
    if "name" in (case.path_parameters or {}) and CHANCE.random() < 0.3:
        case.path_parameters["name"] = name
    if isinstance(case.body, dict) and case.path != "/account/signup" and CHANCE.random() < 0.5:
        if "name" in case.body and case.path.startswith("/account/"):
            case.body["name"] = name
        for member, secret in SECRETS.items():
            if member in case.body and CHANCE.random() < 0.8:
                case.body[member] = secret
