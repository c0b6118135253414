"""``onrecord bundle`` and ``onrecord diff``; and what ``onrecord verify`` says of a bundle."""

from __future__ import annotations

import json
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.common import (
    READ_ALL,
    SOME_FAILED,
    Frames,
    Model,
    OwnActors,
    RecordFile,
    complain,
    counted,
    json_line,
    note,
)
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.replication import BundleCheck, Difference, Side

MOST = 200
"""Code points of a value that are shown where two values differ."""


def bundle(
    record: RecordFile,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder to make.", show_default=False)],
    frames: Frames = None,
    actors: OwnActors = None,
    sidecar: Annotated[
        Path | None,
        typer.Option("--sidecar", metavar="FILE", help="The CSV with metadata that the pages were added with."),
    ] = None,
    model: Model = None,
    why: Annotated[
        Path | None,
        typer.Option("--note", metavar="FILE", help="Markdown for the data statement: why these pages were chosen."),
    ] = None,
) -> None:
    """Make a folder by which others can check and rebuild a record's results.

    It holds digests of the pages and of all rules, versions, settings, judgements, the results, a data statement, and how
    to rebuild; not the pages themselves. Own frames, actors, metadata or another model are named as they were for
    `onrecord add`. `onrecord verify OUT` checks it.

    Examples:

        onrecord bundle my.onrecord my-bundle
        onrecord bundle my.onrecord my-bundle --actors mine.tsv --note why-these-pages.md
    """
    from onrecord.api import open as open_record
    from onrecord.replication import Given
    from onrecord.replication import bundle as make

    given = Given(frames, actors, sidecar, model)
    words = _read(why) if why is not None else ""
    with open_record(record, create=False) as opened:
        manifest = make(opened.store, out, given, words)
    counts = manifest["counts"]
    note(
        f"{out}: {counted(counts['documents'], 'page')}, {counted(counts['statements'], 'statement')}, "
        f"{counted(counts['events'], 'event')}"
    )
    others = {name: count for name, count in manifest["read_under"].items() if name != manifest["fingerprint"]}
    if others:
        complain(
            str(record),
            f"{counted(sum(others.values()), 'page')} read under other rules than these ({', '.join(others)}): a rebuild may "
            "differ; add the pages again, or name the frames, actors and model they were read with",
        )


def diff(
    one: Annotated[Path, typer.Argument(metavar="A", help="A record, or a bundle.", show_default=False)],
    other: Annotated[Path, typer.Argument(metavar="B", help="Another one.", show_default=False)],
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="table or jsonl.")] = "table",
) -> None:
    """What B has more, lacks and says differently, with the step that made the difference.

    Two records of the same pages show what another version, other rules or judgements changed. Each side is a record or a
    bundle. The exit code is 0 where nothing differs, else 1.

    Examples:

        onrecord diff before.onrecord after.onrecord
        onrecord diff published-bundle my.onrecord --format jsonl
    """
    from onrecord.replication import differences

    if form not in ("table", "jsonl"):
        raise UsageError(f"--format {form}: no such format; give one of table, jsonl")
    with ExitStack() as stack:
        first, second = (_side(path, stack) for path in (one, other))
        found = list(differences(first, second))
        same = first.rules() == second.rules()
    show(found, form)
    note("the same rules on both sides" if same else "read under different rules")
    raise typer.Exit(SOME_FAILED if found else READ_ALL)


def verify_bundle(folder: Path, inputs: list[str]) -> None:
    """Checks a bundle, and with ``inputs`` rebuilds it; ends with 1 where something is not as it was."""
    from onrecord.cli.add import progress
    from onrecord.replication import check_bundle, rebuilt

    if inputs:
        with progress(debug=False) as each:
            checked = rebuilt(folder, inputs, each)
    else:
        checked = check_bundle(folder)
    for fault in checked.faults:
        print(f"{folder}: {fault}")
    note(f"{counted(checked.files, 'file')} checked: {counted(len(checked.faults), 'fault')}")
    if inputs:
        _of_rebuild(folder, checked)
    fine = not (checked.faults or checked.missing or checked.differences)
    raise typer.Exit(READ_ALL if fine else SOME_FAILED)


def show(found: list[Difference], form: str = "table") -> None:
    """Prints differences, one block or one line each."""
    for one in found:
        if form == "jsonl":
            fields = {name: {"a": before, "b": after} for name, (before, after) in one.fields.items()}
            row = {"way": one.way, "kind": one.kind, "id": one.id, "doc": one.doc, "step": one.step, "trace": one.trace}
            print(json_line({**row, "fields": fields}))
            continue
        print(f"{one.way:8} {one.kind:10} {one.id[:10]}  {one.step:8} {one.trace}")
        for name, (before, after) in one.fields.items():
            print(f"    {name}: {_short(before)} → {_short(after)}")
    steps = sorted({(one.step, one.way) for one in found})
    parts = [f"{sum((one.step, one.way) == key for one in found):,} {key[1]} by {key[0]}" for key in steps]
    note(f"{counted(len(found), 'difference')}{': ' + ', '.join(parts) if parts else ''}")


def _of_rebuild(folder: Path, checked: BundleCheck) -> None:
    for doc in checked.missing:
        print(f"{folder}: {doc}: no page with these bytes among the inputs; inputs.tsv tells where it lay")
    show(checked.differences)
    note(f"rebuilt from {checked.documents - len(checked.missing):,} of {counted(checked.documents, 'page')}")
    if not checked.same_rules:
        complain(
            str(folder), "it was made under other rules than these; install the version that its MANIFEST.json names"
        )


def _side(path: Path, stack: ExitStack) -> Side:
    from onrecord.api import open as open_record
    from onrecord.replication import side_of

    store = None if path.is_dir() else stack.enter_context(open_record(path, create=False)).store
    return side_of(path, store)


def _short(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= MOST else text[: MOST - 1] + "…"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({error})") from error
