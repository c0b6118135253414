"""The commands put together, and the one place where trouble becomes an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import Annotated, NoReturn

import typer

from onrecord.cli.actors import actors
from onrecord.cli.add import add
from onrecord.cli.changes import changes
from onrecord.cli.code import code
from onrecord.cli.codebook import codebook
from onrecord.cli.common import INTERRUPTED, PIPE_CLOSED, SOME_FAILED, USAGE, complain, plain_streams
from onrecord.cli.completion import completion, ready
from onrecord.cli.demo import demo
from onrecord.cli.derived import (
    copies,
    derive,
    disputes,
    dyads,
    positions,
    quote,
    same,
    stories,
    timeline,
    utterances,
)
from onrecord.cli.doctor import doctor
from onrecord.cli.export import export
from onrecord.cli.forget import forget
from onrecord.cli.frames import frames
from onrecord.cli.judging import import_
from onrecord.cli.lists import documents, events, statements
from onrecord.cli.load import load
from onrecord.cli.replicate import bundle, diff
from onrecord.cli.report import report
from onrecord.cli.review import judgements, review
from onrecord.cli.serve import serve
from onrecord.cli.verify import verify
from onrecord.cli.why import why
from onrecord.errors import LexiconError, ModelError, OnrecordError, RecordError, UsageError

app = typer.Typer(
    name="onrecord",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)

PAGES, LOOKING, KEEPING = "Pages in", "Looking things up", "Checking and handing on"
TOGETHER, REVIEWING = "Across pages", "Judging entries"
COMMANDS: dict[str, tuple[Callable[..., None], ...]] = {
    PAGES: (demo, add, code, load),
    LOOKING: (documents, statements, events, quote, why, serve),
    TOGETHER: (derive, stories, timeline, utterances, positions, disputes, dyads, copies, same),
    REVIEWING: (review, judgements),
    KEEPING: (verify, export, report, changes, forget, bundle, diff, doctor, completion),
}
for panel, commands in COMMANDS.items():
    for command in commands:
        app.command(rich_help_panel=panel)(command)
app.command("import", rich_help_panel=KEEPING)(import_)
app.command("extract", rich_help_panel=PAGES, help="The same as `onrecord code`.")(code)
app.add_typer(actors, rich_help_panel=LOOKING)
app.add_typer(codebook, rich_help_panel=LOOKING)
app.add_typer(frames, rich_help_panel=KEEPING)


def _version(asked: bool) -> None:
    if asked:
        from onrecord.steps import package_version

        print(f"onrecord {package_version()}")
        raise typer.Exit()


@app.callback()
def onrecord(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Puts on record who said what and who did what, to whom, and when, from news pages.

    Every entry can be traced to the words that prove it. Nothing leaves this machine.

    To see it at work: `onrecord demo`. With pages of your own:

        onrecord add my.onrecord pages/
        onrecord statements my.onrecord --speaker "foreign minister"
        onrecord events my.onrecord --type ACCUSE
    """


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs the program and ends the process with its exit code."""
    plain_streams()
    ready()
    try:
        app(args=list(arguments) if arguments is not None else None, prog_name="onrecord")
        code = 0
    except SystemExit as end:
        closed = isinstance(end.__context__, BrokenPipeError)
        code = _quietly() if closed else end.code if isinstance(end.code, int) else SOME_FAILED
    except OnrecordError as error:
        complain("", str(error))
        code = USAGE if isinstance(error, UsageError | RecordError | LexiconError | ModelError) else SOME_FAILED
    except BrokenPipeError:
        code = _quietly()
    except OSError as error:
        complain(str(error.filename or ""), f"{error.strerror or error}; check the path and the room on the disk")
        code = SOME_FAILED
    except KeyboardInterrupt:
        complain("", "stopped")
        code = INTERRUPTED
    sys.exit(code)


def _quietly() -> int:
    """After ``| head`` has closed the pipe: keeps Python's last flush from complaining about it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED
