"""A report on the licences of what onrecord stands on, from the packages as installed, by pip-licenses.

    python tools/licences.py > dist/licences.md

Only the packages of ``requirements.lock`` are told of, not the development tools. Whether the licences go with Apache-2.0 is
what ``check_licences.py`` checks.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

LOCK = Path(__file__).resolve().parent.parent / "requirements.lock"
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)


def pinned() -> dict[str, str]:
    """The packages of the lock with their versions, names in the normal form."""
    return {normal(name): version for name, version in PIN.findall(LOCK.read_text(encoding="utf-8"))}


def normal(name: str) -> str:
    """A package's name as comparisons take it."""
    return re.sub(r"[-_.]+", "-", name).lower()


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
    absent = sorted(set(wanted) - {normal(one["Name"]) for one in rows})
    if absent:
        print(f"not installed here, for other systems or versions: {', '.join(absent)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
