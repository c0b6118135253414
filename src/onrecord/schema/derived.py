"""What several pages give together: copies, stories, happenings, positions, disputes.

Computed from the record, rebuildable, never its source.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.schema.finding import Status
from onrecord.schema.when import Precision

Relation = Literal["identical", "truncated", "embeds", "edited"]
Level = Literal["story", "episode"]
Wording = Literal["same", "shortened", "reworded"]
Scale = Literal[
    "does",
    "offers",
    "agrees",
    "agrees in part",
    "conditional",
    "evades",
    "declines",
    "rejects",
    "has stopped",
    "threatens",
]
"""How far an actor is committed, from doing a thing to threatening with another."""
Change = Literal["repeats", "narrows", "widens", "supersedes", "reverses", "conflicts", "differs"]
"""What became of a position. ``conflicts``: yes and no on one day; ``differs``: two people of one side say different things."""
Order = Literal["stated", "inferred"]
Match = Literal["verbatim", "altered", "paraphrase"]
Says = Literal["claims", "denies", "counts"]
Matter = Literal["claim", "figure", "account"]
Lesson = Literal["same", "country", "office", "holder"]


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
class Known(Derived):
    """What other pages teach about an actor of some pages, and the entries of these in which it tells who is meant.

    By ``about``, ``value`` is another id that ``actor`` goes by (``same``: a surname alone, another spelling, a short form), the
    ``country`` it serves, the ``office`` it was seen in, or the one person (``holder``) whom pages of those days know in the
    office that entries name without a name (``actor`` is then the office and its country). ``passages`` are the words that
    teach it. ``earliest`` and ``latest`` are days of pages, never the ends of a term. Where pages teach what cannot all be
    true, ``conflict`` is True and ``value`` empty; nothing is filled in, and a country that a page only took from its
    surroundings counts as not known.
    """

    actor: str
    name: str
    about: Lesson
    value: str
    shown: str = ""
    role: str | None = None
    sector: str | None = None
    country: str | None = None
    principal: str | None = None
    earliest: date | None = None
    latest: date | None = None
    pages: int = 0
    sources: int = 0
    conflict: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(Derived):
    """Pages that tell of one matter; an ``episode`` is a part of the ``story`` whose id it names.

    ``title`` is a headline of its own pages. ``earliest`` and ``latest`` are days of publication, None where no page is
    dated. ``sources`` counts pages that do not copy one another. ``strand`` tells of an episode within which pages reports were
    compared with each other: a long story has several strands.
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
    strand: str = ""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand(Passage):
    """One commitment where it stands on a page. ``speaker`` said or did it; ``limit`` is its condition or exception."""

    entry: str
    level: Scale
    speaker: str = ""
    limit: str = ""
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Derived):
    """A commitment of an actor on an issue, and what changed since the one before it.

    ``actor`` is a government (``state:PAK``: its ministers and spokesmen speak for it), an army (``army:PAK``) or an actor's
    id. Rows with one ``lane`` are of one actor on one issue, in their order. ``change`` and ``order`` are None where
    nothing is claimed: for the first of a lane, where the order is not known, or where the two may not be about one
    thing. ``attributed`` marks what others say of the actor. ``earliest`` and ``latest`` are the days on which it may have
    been made.
    """

    lane: str
    actor: str
    name: str
    counterpart: str | None
    issue: str
    level: Scale
    change: Change | None = None
    order: Order | None = None
    earliest: date | None = None
    latest: date | None = None
    attributed: bool = False
    earlier: Stand | None = None
    later: Stand | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side(Passage):
    """One word in a dispute: who gives it (``actor``, ``name``), and whether it ``says`` a thing, denies it or counts."""

    entry: str
    actor: str
    name: str
    says: Says
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute(Derived):
    """A possible dispute: passages of parties that cannot all be right, side by side, with the reason. Never a verdict."""

    matter: Matter
    issue: str
    actors: tuple[str, ...]
    why: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed(Derived):
    """What PLOVER counts of a happening: type and mode, and the ordered ``pairs`` of sides that it counts for.

    ``reported`` is the day of the first page that tells of it, ``earliest`` and ``latest`` when it happened.
    """

    type: str
    mode: str | None
    pairs: tuple[tuple[str, str], ...]
    reports: int
    reported: date | None = None
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncounted(Derived):
    """How many events of the record PLOVER does not count for one reason."""

    why: str
    many: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad(Derived):
    """What one side did to another in a period. Counts are of happenings; shares of one where it is spread over periods.

    ``period`` is empty for what no period holds. ``source`` and ``target`` are countries (three letters) or ids. Counts by quad
    class and by type, ``net_cooperation`` the sum of their intensities, ``intensity`` its mean. ``pages_read`` and
    ``outlets_read`` count all pages of the record that were published in the period: no events is not no coverage.
    """

    period: str
    source: str
    target: str
    happenings: float
    reports: float
    verbal_cooperation: float
    material_cooperation: float
    verbal_conflict: float
    material_conflict: float
    net_cooperation: float
    intensity: float
    pages_read: int
    outlets_read: int
    agree: float = 0.0
    consult: float = 0.0
    support: float = 0.0
    cooperate: float = 0.0
    aid: float = 0.0
    concede: float = 0.0
    retreat: float = 0.0
    request: float = 0.0
    accuse: float = 0.0
    reject: float = 0.0
    threaten: float = 0.0
    protest: float = 0.0
    sanction: float = 0.0
    mobilize: float = 0.0
    coerce: float = 0.0
    assault: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier(Derived):
    """A page that carries words that were looked up: its best passage, whom it credits, and when it was published.

    ``match`` is ``verbatim``, ``altered`` (``marked`` has the passage with other words in brackets) or ``paraphrase``. Nothing is
    said of where the words come from: the first row is the earliest here.
    """

    match: Match
    score: float
    speaker: str | None
    outlet: str | None
    credit: str | None
    earliest: date | None = None
    latest: date | None = None
    marked: str = ""


DERIVED: dict[str, type[Derived]] = {
    shape.__name__: shape
    for shape in (Copy, Known, Story, Happening, Utterance, Bounds, Position, Dispute, Weighed, Uncounted)
}
"""The kinds of derived rows by name."""
