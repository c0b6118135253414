"""What is found on a page: statements, events, and what was looked at and left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.schema.document import BlockKind, Document
from onrecord.schema.learned import Learned
from onrecord.schema.party import Party
from onrecord.schema.span import Span
from onrecord.schema.when import UNKNOWN, When

Form = Literal["direct", "indirect", "mixed"]
Attitude = Literal["says", "thinks", "wants", "decides"]
Medium = Literal["interview", "tweet", "article", "letter", "briefing", "broadcast", "document"]
Status = Literal["actual", "planned", "conditional", "possible", "counterfactual", "demanded", "negated"]
PartyRole = Literal["speaker", "addressee", "source", "target", "against"]
Voice = Literal["outlet", "own_side", "other_side", "third_party", "unnamed"]


@dataclass(frozen=True, slots=True)
class About:
    """An actor or issue that a statement speaks of; ``how`` names the rule."""

    name: str
    actor: str | None
    start: int
    end: int
    how: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what. Field by field as the JSON Lines contract has it; ``rule`` is the frame or rule that found it."""

    id: str
    doc: str
    block: BlockKind
    cue: Span | None
    content: tuple[Span, ...]
    form: Form
    attitude: Attitude
    speaker: Party | None = None
    addressee: Party | None = None
    within: str | None = None
    act: str | None = None
    denies: tuple[str, ...] = ()
    replies_to: str | None = None
    about: tuple[About, ...] = ()
    medium: Medium | None = None
    utterance: str = ""
    when: When = UNKNOWN
    confidence: float = 0.0
    speaker_confidence: float = 0.0
    rule: str = ""
    why: str = ""

    @property
    def sides(self) -> tuple[tuple[PartyRole, tuple[Party, ...]], ...]:
        """The parties by role."""
        return (
            ("speaker", (self.speaker,) if self.speaker else ()),
            ("addressee", (self.addressee,) if self.addressee else ()),
        )


@dataclass(frozen=True, slots=True)
class Nonstatement:
    """A saying that did not take place (``negated``) or is asked about (``asked``)."""

    doc: str
    block: BlockKind
    cue: Span
    content: tuple[Span, ...]
    reason: Literal["negated", "asked"]
    speaker: Party | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that belongs to an event: ``value`` as stated, or ``low`` and ``high``; ``unit`` as the contract lists."""

    value: float | None
    low: float | None
    high: float | None
    unit: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event took place; coordinates in decimal degrees, None where not known.

    ``precision`` is ``city``, ``region``, ``country``, or ``unknown`` where the name could not be told; ``why`` says what
    decided, or what was lacking.
    """

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: str
    start: int
    end: int
    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom. Field by field as the JSON Lines contract has it; ``rule`` is the frame that found it."""

    id: str
    doc: str
    block: BlockKind
    type: str
    trigger: Span
    sentence: Span
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    source: tuple[Party, ...] = ()
    target: tuple[Party, ...] = ()
    against: tuple[Party, ...] = ()
    object: Span | None = None
    when: When = UNKNOWN
    place: Place | None = None
    status: Status = "actual"
    status_chain: tuple[str, ...] = ()
    condition: Span | None = None
    exception: Span | None = None
    until: Span | None = None
    figures: tuple[Figure, ...] = ()
    according_to: str | None = None
    voice: Voice = "outlet"
    codebook: str | None = None
    confidence: float = 0.0
    rule: str = ""
    why: str = ""

    @property
    def sides(self) -> tuple[tuple[PartyRole, tuple[Party, ...]], ...]:
        """The parties by role."""
        return ("source", self.source), ("target", self.target), ("against", self.against)


Entry = Statement | Event


@dataclass(frozen=True, slots=True)
class Findings:
    """All that one page gives, each kind in text order.

    ``learned`` is what the page teaches about actors. ``failed`` names steps that failed, with the reason.
    """

    document: Document
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    nonstatements: tuple[Nonstatement, ...] = ()
    mentions: tuple[Party, ...] = ()
    times: tuple[When, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()
    learned: tuple[Learned, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Statements, then events."""
        return (*self.statements, *self.events)
