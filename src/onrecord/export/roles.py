"""The places of an entry on its page, each with the part it plays: speaker, cue, content; source, trigger, target."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.schema import Entry, Event
from onrecord.store.rows import anchor, with_members

Role = Literal[
    "speaker", "addressee", "cue", "content", "source", "target", "against", "trigger", "object", "place", "condition",
    "exception", "until",
]  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Words that play a part in an entry: half-open code points of the document's text."""

    start: int
    end: int
    role: Role


def spots(entry: Entry) -> Iterator[Spot]:
    """The places of an entry, those of the parties first; one that a joint party is made of for each member."""
    for side, parties in entry.sides:
        for party in with_members(parties):
            yield Spot(party.start, party.end, side)
    if isinstance(entry, Event):
        yield Spot(entry.trigger.start, entry.trigger.end, "trigger")
        if entry.place is not None:
            yield Spot(entry.place.start, entry.place.end, "place")
        for role in ("object", "condition", "exception", "until"):
            if (span := getattr(entry, role)) is not None:
                yield Spot(span.start, span.end, role)
        return
    if entry.cue is not None:
        yield Spot(entry.cue.start, entry.cue.end, "cue")
    for piece in entry.content:
        yield Spot(piece.start, piece.end, "content")


def evidence(entry: Entry) -> tuple[int, int]:
    """The passage that proves an entry: an event's sentence; a statement from the first to the last of its pieces."""
    return (entry.sentence.start, entry.sentence.end) if isinstance(entry, Event) else anchor(entry)
