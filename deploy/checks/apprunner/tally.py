"""python3 -m apprunner.tally LOG FROM TO: what a client lost between two moments.

Prints: requests, lost, slowest in milliseconds. The lost ones go to standard error.
"""

import sys
from pathlib import Path


def main() -> None:
    """Counts the lines of the log."""
    begin, end = float(sys.argv[2]), float(sys.argv[3])
    total = lost = 0
    slowest = 0.0
    for line in Path(sys.argv[1]).read_text().splitlines():
        started, service, path, outcome, took = line.split(" ")
        if not begin <= float(started) < end:
            continue
        total += 1
        slowest = max(slowest, float(took))
        if not outcome.isdigit() or int(outcome) >= 500:
            lost += 1
            print(f"lost: {service} {path} {outcome}", file=sys.stderr)
    print(total, lost, f"{slowest:.0f}")


if __name__ == "__main__":
    main()
