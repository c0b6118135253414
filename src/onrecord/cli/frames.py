"""``onrecord frames``: the lexicon of frames, and a check of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.common import READ_ALL, SOME_FAILED, Model, counted, note

frames = typer.Typer(
    name="frames",
    help="The lexicon of frames: what a predicate means wherever it stands.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
)

File = Annotated[
    Path | None, typer.Argument(metavar="FILE", help="A file with frames of your own; the shipped ones if not given.")
]


@frames.command("check")
def check(file: File = None, model: Model = None) -> None:
    """Run each frame's example, which must match, and its near miss, which must not.

    Examples:

        onrecord frames check
        onrecord frames check my-frames.toml
    """
    from onrecord.framecheck import check as check_frames
    from onrecord.lexicon.frames import load_frames
    from onrecord.steps import assemble

    pipeline = assemble(model, file)
    wanted = pipeline.frames.frames[len(load_frames().frames) :] if file else pipeline.frames.frames
    bad = 0
    for fault in check_frames(wanted, pipeline.frames, pipeline.annotator, pipeline.actors):
        print(fault)
        bad += 1
    note(f"{counted(len(wanted), 'frame')} checked: {counted(bad, 'fault')}")
    raise typer.Exit(SOME_FAILED if bad else READ_ALL)


@frames.command("list")
def listing(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="Only frames whose id or example holds this.")] = "",
) -> None:
    """List the frames with class, type and example.

    Examples:

        onrecord frames list
        onrecord frames list accuse
    """
    from onrecord.lexicon.frames import load_frames

    for frame in load_frames().frames:
        line = f"{frame.id}\t{frame.example}"
        if words.lower() in line.lower():
            print(line)
