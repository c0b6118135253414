"""What every command shares: where data and notes go, how trouble is told, and the options that recur."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.settings import help_of

if TYPE_CHECKING:
    from rich.console import Console

    from onrecord.engines import Limits
    from onrecord.run import Result

READ_ALL, SOME_FAILED, USAGE, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141
"""Exit codes. The last two are what a shell gives for a program ended by Ctrl-C and by a closed pipe."""

MinConfidence = Annotated[str, typer.Option("--min-confidence", metavar="NAME|NUMBER", help=help_of("min-confidence"))]
Model = Annotated[str | None, typer.Option("--model", metavar="NAME", help=help_of("model"))]
Frames = Annotated[Path | None, typer.Option("--frames", metavar="FILE", help=help_of("frames"))]
OwnActors = Annotated[Path | None, typer.Option("--actors", metavar="FILE", help=help_of("actors"))]
Jobs = Annotated[int, typer.Option("--jobs", "--workers", min=1, metavar="N", help=help_of("jobs"))]
PageSeconds = Annotated[float, typer.Option("--page-seconds", min=0, metavar="N", help=help_of("page-seconds"))]
PageMemory = Annotated[int, typer.Option("--page-memory", min=0, metavar="MIB", help=help_of("page-memory"))]
Sidecar = Annotated[str | None, typer.Option("--sidecar", metavar="FILE", help=help_of("sidecar"))]
Online = Annotated[str | None, typer.Option("--online", metavar="FILE", help=help_of("online"))]
Debug = Annotated[bool, typer.Option("--debug", help=help_of("debug"))]
Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Pages, folders, archives, feeds, tables, .jsonl files; - reads from stdin."),
]
RecordFile = Annotated[Path, typer.Argument(metavar="RECORD", help="The record file.", show_default=False)]


def note(text: str) -> None:
    """One line about the run, on stderr."""
    print(visible(text), file=sys.stderr, flush=True)


def complain(where: str, what: str) -> None:
    """One line about trouble, on stderr: ``onrecord: where: what``."""
    plain = " ".join(what.split())
    note(f"onrecord: {plain}" if not where or plain.startswith(where) else f"onrecord: {where}: {plain}")


def report(result: Result, debug: bool) -> None:
    """Tells of a page that failed, was set aside or was read in part; says nothing about any other."""
    if result.state == "read" and result.reason:
        complain(result.where, f"read in part: {result.reason}")
    if result.state == "unread":
        complain(result.where, f"not read for entries: {result.reason}")
    if result.state != "failed":
        return
    complain(result.where, result.reason)
    if debug and result.trace:
        note(result.trace.rstrip())


def limits_of(seconds: float, memory: int) -> Limits:
    """What one page may take, as the options say it."""
    from onrecord.engines import Limits

    return Limits(seconds, memory)


def json_line(row: Mapping[str, Any]) -> str:
    """One object as one line; the order of the keys is kept."""
    return json.dumps(row, ensure_ascii=False, allow_nan=False)


def plain_streams() -> None:
    """Makes stdout and stderr UTF-8 with plain line ends, whatever the machine is set to.

    What UTF-8 cannot hold (half of a surrogate pair from a broken page) is written as ``\\udxxx``, as JSON has it too.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def terminal(stream: Any = None) -> Console:
    """A rich console on ``stream``, stdout where none is given."""
    from rich.console import Console

    return Console(file=stream or sys.stdout, highlight=False, soft_wrap=False)


UNSEEN = {number: 0x2400 + number for number in range(32) if chr(number) not in "\n\t"} | dict.fromkeys(
    (0x7F, *range(0x80, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD
)
"""Characters by which a page could command a terminal or turn the direction of its text, and what is shown for each."""


def visible(text: str) -> str:
    """``text`` of a page as a terminal may show it, as long as it was."""
    return text.translate(UNSEEN)


def called_as() -> str:
    """How the program can be called again here: by its name where the shell finds it, else as it was called now."""
    name = Path(sys.argv[0]).name
    if name == "__main__.py":
        return "python -m onrecord"
    return sys.argv[0] if name == "onrecord" and which("onrecord") is None else "onrecord"


def counted(number: int, noun: str, plural: str = "") -> str:
    """``1 page``, ``2 pages``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
