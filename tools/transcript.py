"""Writes what the program prints now into README.md, between the two transcript marks.

    python tools/transcript.py

The transcript is of a fresh `onrecord demo`, on a terminal 100 columns wide. Run it when results or tables change.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"
BEGIN, END = "<!-- transcript -->\n", "<!-- end of transcript -->\n"
COMMANDS = (
    "onrecord events demo.onrecord --since 2021-03-01 --until 2021-03-31 --limit 3",
    "onrecord statements demo.onrecord --speaker Berrin --limit 3",
    "onrecord why demo.onrecord {entry}",
)
ACCUSATION = "onrecord events demo.onrecord --type ACCUSE --since 2021-03-01 --format jsonl"
ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
TERMINAL = {"FORCE_COLOR": "1", "TERM": "xterm", "COLUMNS": "100"}


def output(command: str, folder: str, *, terminal: bool = True) -> str:
    """What ``command`` prints, notes included, as on a terminal."""
    words = [sys.executable, "-m", *shlex.split(command)]
    env = {**os.environ, **(TERMINAL if terminal else {})}
    notes = subprocess.STDOUT if terminal else subprocess.DEVNULL
    run = subprocess.run(words, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=notes, check=True, text=True)
    return "\n".join(line.rstrip() for line in ANSI.sub("", run.stdout).splitlines()).strip("\n")


def transcript() -> str:
    """The commands and what they print."""
    with tempfile.TemporaryDirectory() as folder:
        output("onrecord demo", folder)
        entry = json.loads(output(ACCUSATION, folder, terminal=False).splitlines()[0])["id"][:10]
        commands = [command.format(entry=entry) for command in COMMANDS]
        return "\n\n".join(f"$ {command}\n{output(command, folder)}" for command in commands)


def main() -> None:
    """Rewrites the part of README.md between the marks."""
    before, rest = README.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    text = f"{before}{BEGIN}\n```console\n{transcript()}\n```\n\n{END}{after}"
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
