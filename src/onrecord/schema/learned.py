"""What a page teaches about an actor, in its own words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.schema.party import ActorKind

Standing = Literal["holds", "acting", "designate", "former", "late"]
Pattern = Literal["title before name", "office, name", "name, office", "who heads", "acronym"]


@dataclass(frozen=True, slots=True)
class Learned:
    """One thing that a page tells of an actor: an office beside a name, or what a body is called for short.

    ``text[start:end]`` are the words that tell it. ``office`` is the title in small letters and ``role`` its kind;
    ``body`` is the organisation that it belongs to and ``country`` the one it serves, each only where words of the page or
    the table say so. ``short`` is an acronym that the page puts in brackets behind a body's name; such a fact has no
    office. ``day`` is that of the page, None where it is not known to the day. A fact holds on that day and in that
    document, and says nothing of the days before or after.
    """

    doc: str
    start: int
    end: int
    text: str
    pattern: Pattern
    name: str
    actor: str
    actor_kind: ActorKind
    office: str | None = None
    role: str | None = None
    standing: Standing | None = None
    body: str | None = None
    country: str | None = None
    short: str | None = None
    day: date | None = None
