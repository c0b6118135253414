"""Prints what the changelog says of a version: the text of a release.

python tools/release_notes.py 0.1.0
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

CHANGELOG = Path(__file__).resolve().parent.parent / "CHANGELOG.md"
HEADING = re.compile(r"^## (\S+)(?: \((.*)\))?$", re.MULTILINE)


def notes(changelog: str, version: str) -> str | None:
    """The section of a version without its heading; None where there is none."""
    headings = list(HEADING.finditer(changelog))
    for at, heading in enumerate(headings):
        if heading[1] == version:
            end = headings[at + 1].start() if at + 1 < len(headings) else len(changelog)
            return changelog[heading.end() : end].strip()
    return None


def main() -> int:
    """Prints the notes; 1 where the changelog has none for the version."""
    if len(sys.argv) != 2:
        print("usage: release_notes.py VERSION", file=sys.stderr)
        return 2
    found = notes(CHANGELOG.read_text(encoding="utf-8"), sys.argv[1].removeprefix("v"))
    if not found:
        print(f"{CHANGELOG.name} says nothing of {sys.argv[1]}", file=sys.stderr)
        return 1
    print(f"# onrecord {sys.argv[1].removeprefix('v')}\n\n{found}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
