"""``onrecord review`` and ``onrecord judgements``: entries judged one by one in a terminal, and what comes of it."""

from __future__ import annotations

import sys
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.common import RecordFile, counted, note
from onrecord.cli.filters import Chosen, Floor, Form, Limit, Named, Repeated, chosen, show, types
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.api import Record
    from onrecord.cli.layouts import Layout
    from onrecord.review.figures import Figure

By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who reviews; your user name if not given.")]


def review(
    record: RecordFile,
    order: Annotated[
        str,
        typer.Option("--order", metavar="ORDER", help="sample (at random), doubt (most doubtful first), or differ."),
    ] = "sample",
    kind: Annotated[list[str] | None, Chosen("kind", "Only these")] = None,
    type: Annotated[list[str] | None, Repeated("--type", "TYPE", "A type of event")] = None,
    status: Annotated[list[str] | None, Chosen("status", "The status of events")] = None,
    actor: Annotated[str | None, Named("--actor", "Anybody in it")] = None,
    min_confidence: Floor = "precise",
    size: Annotated[int, typer.Option("--size", metavar="N", help="How many entries the sample has.")] = 200,
    seed: Annotated[str, typer.Option("--seed", metavar="TEXT", help="Two with one seed get one sample.")] = "1",
    whole: Annotated[bool, typer.Option("--whole", help="Read random pages whole, and add what was missed.")] = False,
    pages: Annotated[int, typer.Option("--pages", min=1, metavar="N", help="How many pages are read whole.")] = 20,
    figures: Annotated[bool, typer.Option("--figures", help="Print what comes of it, and judge nothing.")] = False,
    by: By = "",
    form: Form = "table",
    limit: Limit = None,
) -> None:
    """Judge entries one by one: right, wrong, or right with a correction. Each decision is kept at once.

    The keys: r right, w wrong, f fix, s skip, a add a missed one, m merge or part, u undo, n note,
    q quit. The same desk stands in the
    browser, under Review of `onrecord serve`. With --figures: how much of the sample is right, with an interval; how
    much was found on pages that were read whole; how far reviewers agree. There --by takes one reviewer's words alone.

    Examples:

        onrecord review my.onrecord --by Ada
        onrecord review my.onrecord --type ACCUSE --size 100
        onrecord review my.onrecord --order differ
        onrecord review my.onrecord --whole --pages 10
        onrecord review my.onrecord --figures
    """
    from onrecord.api import open as open_record
    from onrecord.cli.reviewloop import Loop

    conditions: dict[str, Any] = {
        "kind": chosen("kind", kind), "type": types(type), "status": chosen("status", status),
        "actor": actor, "min_confidence": min_confidence,
    }  # fmt: skip
    if order not in ("sample", "doubt", "differ"):
        raise UsageError(f"--order {order}: choose one of sample, doubt, differ")
    with open_record(record, create=False) as opened:
        if figures:
            found = opened.figures(size=size, seed=seed, pages=pages, by=by or None, **conditions)
            show(found, form, figures_layout, limit)
            note(_state(opened, seed, size, pages, by or None, conditions))
            return
        loop = Loop(opened, by or getuser(), order, seed, size, conditions)
        loop.pages(pages) if whole else loop.entries()


def _state(opened: Record, seed: str, size: int, pages: int, by: str | None, conditions: Any) -> str:
    """How far the sample is decided: until it is, its figures are of those that are."""
    from onrecord.review.desk import Desk
    from onrecord.review.figures import read_of

    desk, store = Desk(), opened.store
    decisions = desk.decisions(store)
    sample = desk.queue(store, opened.wanted("sample", seed, size, **conditions))
    drawn = desk.pages(store, seed, pages)
    left = sum(decisions.word(one.id, by) is None for one in sample)
    read = len(read_of(drawn, decisions, by))
    return f"{len(sample):,} entries drawn, {left:,} not decided yet; {counted(len(drawn), 'page')} drawn, {read:,} read whole"


def figures_layout(wide: bool) -> Layout[Figure]:
    """Which figure, of what, and in words."""
    from onrecord.cli.layouts import Column

    def cells(row: Figure) -> list[str]:
        share = "" if row.share is None else f"{row.share:.2f}"
        return [row.measure, row.of, share, row.words]

    return [Column("figure", 14, "bold"), Column("of", 28), Column("share", 6, right=True), Column("in words")], cells


def judgements(
    record: RecordFile,
    out: Annotated[
        Path | None, typer.Option("--export", metavar="FILE", help="Write all to FILE; - for stdout.")
    ] = None,
    given: Annotated[
        Path | None, typer.Option("--import", metavar="FILE", help="Take in those of FILE; - reads stdin.")
    ] = None,
) -> None:
    """List judgements on entries, or hand them on as JSON Lines and take them in again.

    What is there already is not taken twice. Judgements hang on entries by id and by quote; those on pages that are not on
    record are kept and wait for them.

    Examples:

        onrecord judgements my.onrecord
        onrecord judgements my.onrecord --export ada.jsonl
        onrecord judgements my.onrecord --import ben.jsonl
    """
    from onrecord.api import open as open_record

    if out is not None and given is not None:
        raise UsageError("give --export or --import, not both")
    with open_record(record, create=False) as opened:
        if given is not None:
            taken = opened.take_in(_lines(given))
            waiting = f", {taken.without_page:,} of them on pages that are not on record" if taken.without_page else ""
            unfit = f", {taken.unfit:,} that do not fit the pages as they were read here" if taken.unfit else ""
            note(f"{counted(taken.new, 'judgement')} taken in{waiting}{unfit}; {taken.known:,} known already")
        elif out is not None:
            lines = [*opened.judgement_lines()]
            _write(out, lines)
            note(f"{counted(len(lines), 'judgement')} written")
        else:
            stale = {id(one) for one in opened.store.stale()}
            for one in opened.store.judgements():
                lost = "\thangs on no entry" if id(one) in stale else ""
                print("\t".join((one.made, one.by, one.verdict, one.entry or one.doc, one.why)).rstrip() + lost)


def _lines(given: Path) -> list[str]:
    if str(given) == "-":
        return list(sys.stdin)
    if not given.is_file():
        raise UsageError(f"{given}: no such file")
    return given.read_text(encoding="utf-8", errors="replace").split("\n")


def _write(out: Path, lines: list[str]) -> None:
    text = "".join(f"{line}\n" for line in lines)
    if str(out) == "-":
        print(text, end="")
        return
    draft = out.with_name(out.name + ".part")
    draft.write_text(text, encoding="ascii")
    draft.replace(out)
