"""A report on the licences of what onrecord stands on, from the packages as installed, by pip-licenses.

    python tools/licences.py > dist/licences.md

Only the packages of ``requirements.lock`` are told of, not the development tools. Ends with 1 where a package names no
licence, or one that is not among those that go with Apache-2.0.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

LOCK = Path(__file__).resolve().parent.parent / "requirements.lock"
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
FITTING = re.compile(
    r"apache|\bmit\b|bsd|\bisc\b|python software foundation|\bpsf|mozilla public license|mpl-[12]\.[01]|zlib|unlicense|"
    r"public domain|cc0|0bsd|zpl|historical permission",
    re.IGNORECASE,
)
"""Licences whose packages may be installed beside software under Apache-2.0; none of them reaches onrecord's own code."""
NOT_ALONE = re.compile(r"\b(?:gpl|agpl|general public)", re.IGNORECASE)
"""Licences that need another one beside them to fit."""


def pinned() -> dict[str, str]:
    """The packages of the lock with their versions, names in the normal form."""
    return {normal(name): version for name, version in PIN.findall(LOCK.read_text(encoding="utf-8"))}


def normal(name: str) -> str:
    """A package's name as comparisons take it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def fits(licence: str) -> bool:
    """Whether a licence, or one of several to choose from, goes with Apache-2.0."""
    choices = re.split(r"\s+or\s+|;", licence, flags=re.IGNORECASE)
    return any(FITTING.search(one) and not NOT_ALONE.search(one) for one in choices)


def main() -> int:
    """Prints the report as a Markdown table."""
    command = [
        str(Path(sys.executable).with_name("pip-licenses")),
        "--python",
        sys.executable,
        "--format",
        "json",
        "--with-urls",
        "--from",
        "mixed",
    ]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    wanted = pinned()
    rows = sorted((one for one in told if normal(one["Name"]) in wanted), key=lambda one: normal(one["Name"]))
    print("# Licences of the packages that onrecord stands on\n")
    print("| package | version | licence | home |\n|---|---|---|---|")
    for one in rows:
        print(f"| {one['Name']} | {one['Version']} | {one['License'].replace('|', '/')} | {one['URL']} |")
    odd = [f"{one['Name']}: {one['License']}" for one in rows if not fits(one["License"])]
    absent = sorted(set(wanted) - {normal(one["Name"]) for one in rows})
    for line in odd:
        print(f"look at this licence: {line}", file=sys.stderr)
    if absent:
        print(f"not installed here, for other systems or versions: {', '.join(absent)}", file=sys.stderr)
    return 1 if odd else 0


if __name__ == "__main__":
    sys.exit(main())
