"""What an entry has to meet to be in a list, as programs say it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypedDict

from onrecord.errors import UsageError
from onrecord.selection import speaker_floor
from onrecord.settings import CHOICES, check_choice, confidence_floor

if TYPE_CHECKING:
    from onrecord.store import Filter
    from onrecord.store.base import Sort

Several = str | tuple[str, ...]


class Conditions(TypedDict, total=False):
    """What an entry has to meet to be in a list.

    A party (``speaker``, ``source``, ``target``, or ``actor`` in any role) is named by words of its name, by its table
    id, or by a country's three letters; so is what a statement is ``about``. ``capacity`` (the speaker's: official,
    former, expert, unnamed, other), ``attitude`` (says, thinks, wants, decides), ``form`` (direct, indirect, mixed) and
    ``medium`` keep statements alone. Several values of one condition are given as a tuple: any will do. ``since`` and
    ``until`` are inclusive, a string is read as ``YYYY-MM-DD``; ``month`` is that of the page's publication, as
    ``2021-03``. ``search`` takes words, a phrase in quotation marks, or a beginning (``negotiat*``). ``min_confidence``
    is a name or a number, ``precise`` where it is not given; from 0.7
    (``precise``) on a speaker who is named has to be sure, too.
    ``vouched`` keeps what the outlet itself reports as having happened, sayings included. ``sort`` is ``oldest`` (by
    publication, if not given), ``newest``, ``surest`` or ``doubtful``.
    """

    kind: Several
    speaker: str | None
    source: str | None
    target: str | None
    actor: str | None
    country: Several
    type: Several
    status: Several
    voice: Several
    about: str | None
    capacity: Several
    attitude: Several
    form: Several
    medium: Several
    outlet: str | None
    month: Several
    since: date | str | None
    until: date | str | None
    search: str | None
    min_confidence: float | str
    vouched: bool
    doc: Several
    sort: Sort
    limit: int | None
    offset: int


def filter_of(conditions: Conditions) -> Filter:
    """The store's filter for these conditions. Raises UsageError for one that there is not, or that makes no sense."""
    from onrecord.store import Filter
    from onrecord.store.base import SORTS

    unknown = sorted(set(conditions) - Conditions.__annotations__.keys())
    if unknown:
        raise UsageError(f"no such condition: {', '.join(unknown)}; there are {', '.join(Conditions.__annotations__)}")
    given: dict[str, Any] = {"min_confidence": "precise", **conditions}
    given["min_confidence"] = confidence_floor(str(given["min_confidence"]))
    given["min_speaker"] = speaker_floor(given["min_confidence"])
    for name, known in CHOICES.items():
        value = given.get(name, ())
        check_choice(name, (value,) if isinstance(value, str) else value, known)
    check_choice("sort", (given.get("sort", "oldest"),), SORTS)
    for name in ("since", "until"):
        given[name] = day(name, given.get(name))
    return Filter(**given)


def day(name: str, value: date | str | None) -> date | None:
    """A day, a string read as ``YYYY-MM-DD``. Raises UsageError for what is none."""
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"{name} {value}: no such day; write it as 2021-03-09") from error


def part(where: Filter, some: slice) -> Filter:
    """The same conditions for a slice of the rows."""
    bounds = [one for one in (some.stop, where.limit) if one is not None]
    limit = max(0, min(bounds) - some.start) if bounds else None
    return replace(where, offset=where.offset + some.start, limit=limit)


def counted(total: int, where: Filter) -> int:
    """How many of ``total`` entries are left by offset and limit."""
    left = max(0, total - where.offset)
    return left if where.limit is None else min(left, where.limit)
