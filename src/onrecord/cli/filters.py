"""The options by which lists are filtered, how a list is shown, and what it says about that which it leaves out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from onrecord.cli.common import note
from onrecord.settings import CHOICES, STATUSES, TABLE_LIMIT, check_choice, help_of

if TYPE_CHECKING:
    from onrecord.api import Conditions, Record
    from onrecord.cli.layouts import Layout
    from onrecord.results import Rows

T = TypeVar("T")


def Named(option: str, what: str) -> Any:  # noqa: N802  (reads as a type in a signature)
    """An option that names a party."""
    return typer.Option(option, metavar="NAME", help=f"{what}: words of a name, a country's three letters, or an id.")


def Repeated(option: str, metavar: str, what: str) -> Any:  # noqa: N802
    """An option that may be given several times."""
    return typer.Option(option, metavar=metavar, help=f"{what}; may be repeated.")


def Chosen(option: str, what: str) -> Any:  # noqa: N802
    """An option that takes some of ``CHOICES`` and may be given several times."""
    return Repeated(f"--{option}", option.upper(), f"{what}: {', '.join(CHOICES[option])}")


Country = Annotated[list[str] | None, typer.Option("--country", metavar="CODE", help="Three letters; may be repeated.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="From this day on, as 2021-03-09.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="Up to this day, as 2021-03-09.")]
Search = Annotated[
    str | None,
    typer.Option("--search", metavar="WORDS", help='Words, a "phrase in quotes", or a beginning: negotiat*.'),
]
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="The outlet's name.")]
Document = Annotated[list[str] | None, typer.Option("--doc", metavar="ID", help="Only this document; may be repeated.")]
Floor = Annotated[str, typer.Option("--min-confidence", metavar="NAME|NUMBER", help=help_of("min-confidence"))]
Everything = Annotated[bool, typer.Option("--everything", help=help_of("everything"))]
Form = Annotated[str, typer.Option("--format", metavar="FORMAT", help=help_of("format"))]
Limit = Annotated[int | None, typer.Option("--limit", min=0, metavar="N", help=help_of("limit"))]


def show(rows: Rows[T], form: str, layout: Callable[[bool], Layout[T]], limit: int | None) -> None:
    """Writes the rows, a table no longer than ``limit``, and says on stderr how many there are beyond it."""
    from onrecord.cli.tables import emit

    most = limit or (TABLE_LIMIT if form == "table" and limit is None else None)
    total = len(rows)
    emit(rows.head(most), form, layout)
    if not total:
        note("nothing on record meets this")
    elif most is not None and most < total:
        note(f"{most:,} of {total:,} shown; --limit 0 shows all")


def left_out(record: Record, conditions: Conditions, shown: int) -> str:
    """What meets the conditions but is not vouched for or too doubtful, in words; empty where there is nothing."""
    sure = _count(record, conditions, vouched=False)
    every = _count(record, conditions, vouched=False, min_confidence=0.0)
    unreal = 0
    if conditions["kind"] == "event" and not conditions["status"]:
        unreal = _count(record, conditions, vouched=False, status=tuple(one for one in STATUSES if one != "actual"))
    unreal = min(unreal, sure - shown)
    parts = [
        (sure - shown - unreal, "in somebody's words, not the outlet's"),
        (unreal, "planned, possible, demanded or denied"),
        (every - sure, "of low confidence"),
    ]
    return ", ".join(f"{number:,} {words}" for number, words in parts if number)


def _count(record: Record, conditions: Conditions, **changes: Any) -> int:
    changed = conditions.copy()
    changed.update(changes)  # type: ignore[typeddict-item]
    return len(record.entries(**changed))


def chosen(option: str, values: list[str] | None) -> tuple[str, ...]:
    """The values of an option that takes some of ``CHOICES``. Raises UsageError for one that there is not."""
    given = tuple(one.lower() for one in values or ())
    check_choice(f"--{option}", given, CHOICES[option])
    return given


def types(values: list[str] | None) -> tuple[str, ...]:
    """The values of ``--type``. Raises UsageError for one that the codebook lacks."""
    from onrecord.lexicon.codebook import load_codebook

    given = tuple(one.upper() for one in values or ())
    check_choice("--type", given, load_codebook().types)
    return given
