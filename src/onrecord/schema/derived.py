"""What several pages give together: copies, stories, happenings. Computed from the record, rebuildable, never its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.schema.finding import Status
from onrecord.schema.when import Precision

Relation = Literal["identical", "truncated", "embeds", "edited"]
Level = Literal["story", "episode"]
Wording = Literal["same", "shortened", "reworded"]


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of a page: ``text`` is exactly that document's ``text[start:end]``. The record keeps the place alone."""

    doc: str
    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What every derived row carries: an id (a hash of its evidence), and the entries, documents and passages behind it.

    ``docs`` come by publication and content hash, and hold the document of each entry and passage. Fields of a plain
    type are its columns in tables; the others stand in its JSON line alone.
    """

    id: str
    entries: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy(Derived):
    """Two pages that share their text. ``copy`` repeats ``original``, the one published first as far as is known.

    ``relation`` says what ``copy`` is: ``identical`` in its words, ``truncated`` (a part of the original), ``embeds`` (the
    original and more), ``edited``. ``of_copy`` and ``of_original`` are the shares of each one's shingles that stand in the
    other.
    """

    copy: str
    original: str
    relation: Relation
    of_copy: float
    of_original: float
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(Derived):
    """Pages that tell of one matter; an ``episode`` is a part of the ``story`` whose id it names.

    ``title`` is a headline of its own pages. ``earliest`` and ``latest`` are days of publication, None where no page is
    dated. ``sources`` counts pages that do not copy one another.
    """

    level: Level
    story: str
    title: str
    earliest: date | None = None
    latest: date | None = None
    pages: int = 0
    sources: int = 0
    outlets: int = 0
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One entry that reports a happening: how well it fits the others, and why it was put there."""

    entry: str
    doc: str
    status: str
    voice: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure as one report has it: ``value``, or ``low`` and ``high``."""

    entry: str
    doc: str
    unit: str
    value: float | None
    low: float | None
    high: float | None
    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening(Derived):
    """One event, by all pages that report it.

    ``who`` and ``whom`` are names, ``actors`` the ids behind them. ``earliest`` and ``latest`` are the days on which all
    dated reports agree, or from the first to the last where they do not (``dates_differ``). ``status`` is ``actual`` where
    an outlet itself says that it happened; else what the reports make of it, strongest first. ``figures`` stand side by
    side as reported. ``score`` is how well the reports fit together (1 for a single one), ``why`` names what they share.
    """

    type: str
    story: str
    who: str
    whom: str
    what: str
    earliest: date | None = None
    latest: date | None = None
    precision: Precision | None = None
    dates_differ: bool = False
    status: Status = "actual"
    vouched: bool = True
    place: str | None = None
    said: str = ""
    reports: int = 1
    independent_sources: int = 1
    salience: float = 0.0
    score: float = 1.0
    why: str = ""
    actors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    figures: tuple[Counted, ...] = ()
    reported: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance(Derived):
    """One saying, by all pages that report it.

    ``who`` is the speaker's name, ``what`` its fullest wording. ``words`` tells how the wordings compare: ``same`` (exact
    words, case and marks aside), ``shortened`` (one stands in another), or ``reworded``. Days, score and reports as in a
    happening.
    """

    story: str
    who: str
    what: str
    actor: str | None = None
    words: Wording = "same"
    earliest: date | None = None
    latest: date | None = None
    reports: int = 1
    independent_sources: int = 1
    score: float = 1.0
    why: str = ""
    reported: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that bounds a page's day: from when to when by it alone, and why; ``passage`` are the words."""

    earliest: date | None
    latest: date | None
    why: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds(Derived):
    """Between which days a page without a date was published, as far as others and the facts tell.

    The interval is what all of ``evidence`` allows; where two things exclude each other, none is given (both ends None)
    and ``conflict`` is True.
    """

    doc: str
    earliest: date | None
    latest: date | None
    conflict: bool = False
    why: str = ""
    evidence: tuple[Evidence, ...] = ()


DERIVED: dict[str, type[Derived]] = {shape.__name__: shape for shape in (Copy, Story, Happening, Utterance, Bounds)}
"""The kinds of derived rows by name."""
