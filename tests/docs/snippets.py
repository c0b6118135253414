"""The snippets of a page of documentation, run in their order as a reader would run them."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

FENCE = re.compile(
    r"(?:<!-- not run: (?P<why>[^>]+) -->\n\n?)?^```(?P<lang>\w*)\n(?P<body>.*?)^```", re.MULTILINE | re.DOTALL
)
CALL = re.compile(r"(?:\.venv/bin/)?onrecord\b(?P<words>[^|>&;]*)(?:(?P<sign>[|>])\s*(?P<rest>.*))?$")
RUN = frozenset({"console", "python", "sql", "r"})
WAITING = frozenset({"serve", "review"})
"""Commands that wait for a person: it is only seen that they are there."""
LIMIT = 120
"""Seconds for one snippet of a shell or of R."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """One fenced block: its language, its lines, and the line of the page where it begins."""

    lang: str
    body: str
    line: int


class Failed(AssertionError):
    """A snippet did not do what a reader expects of it."""


def snippets(page: Path) -> Iterator[Snippet]:
    """The blocks of a page that are run; a block after ``<!-- not run: why -->`` is not."""
    text = page.read_text(encoding="utf-8")
    for found in FENCE.finditer(text):
        if found["lang"] in RUN and not found["why"]:
            yield Snippet(found["lang"], found["body"], text.count("\n", 0, found.start("lang")) + 1)


def run(page: Path) -> None:
    """Runs the snippets of a page in the present folder. Raises Failed at the first that does not run."""
    names: dict[str, Any] = {}
    for one in snippets(page):
        where = f"{page.name}:{one.line}"
        if one.lang == "python":
            exec(compile(one.body, where, "exec"), names)
        elif one.lang == "sql":
            query(one.body)
        elif one.lang == "r":
            r(one.body, where)
        else:
            for line in one.body.replace("\\\n", " ").splitlines():
                if line.startswith("$ "):
                    shell(line[2:], where)


def query(statements: str) -> list[tuple[Any, ...]]:
    """What DuckDB gives for the last of some statements."""
    import duckdb

    with duckdb.connect() as connection:
        found: list[tuple[Any, ...]] = connection.execute(statements).fetchall()
    if not found:
        raise Failed(f"no rows: {statements}")
    return found


def r(script: str, where: str) -> None:
    """Runs a script of R."""
    done = subprocess.run(["Rscript", "-e", script], capture_output=True, text=True, timeout=LIMIT)
    if done.returncode != 0:
        raise Failed(f"{where}: {done.stderr}")


def shell(line: str, where: str) -> None:
    """Runs one command line: the program in this process, what it is piped to in a shell."""
    call = CALL.match(line)
    if call is None:
        told = bash(line)
        if told.returncode != 0:
            raise Failed(f"{where}: {line}: {told.stderr}")
        return
    words = shlex.split(call["words"], comments=True)
    code, out, err = program([words[0], "--help"] if words[0] in WAITING else words)
    if code not in (0, 1) or (code == 1 and "difference" not in err):
        raise Failed(f"{where}: {line}: {err}")
    if call["sign"] == ">":
        Path(os.path.expanduser(call["rest"].strip())).write_bytes(out)
    elif call["sign"]:
        subprocess.run(
            ["bash", "-euo", "pipefail", "-c", call["rest"]], input=out, capture_output=True, check=True, timeout=LIMIT
        )


def bash(line: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """Runs a line in a shell, in which ``python`` is the one that runs the tests."""
    paths = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", line], input=given, capture_output=True, text=True, timeout=LIMIT,
        env={**os.environ, "PATH": paths},
    )  # fmt: skip


def program(arguments: list[str]) -> tuple[int, bytes, str]:
    """Runs onrecord here: its exit code and what it wrote."""
    from onrecord.cli import main

    raw, errors = BytesIO(), BytesIO()
    out, err = (TextIOWrapper(one, encoding="utf-8", write_through=True) for one in (raw, errors))
    sys.stdout.flush()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            main(arguments)
        except SystemExit as end:
            code = int(end.code or 0)
    return code, raw.getvalue(), errors.getvalue().decode()
