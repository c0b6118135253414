"""The rows of the actor table: actors, offices, tenures, and hits of a name in a text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

NameKind = Literal["country", "demonym", "capital", "city", "organisation", "armed_group", "person"]
"""What a name stands for. A demonym ("Turkish", "Turks") and a capital ("Ankara") carry their country as the actor."""


@dataclass(frozen=True, slots=True)
class Actor:
    """One row: a country, an organisation, an armed group, or a person.

    ``country`` is ISO 3166 alpha-3, None for international bodies. ``sectors`` are PLOVER codes, the chief one first.
    ``principal`` is the id of the actor it belongs to or speaks for. ``generic`` marks a body that every country has
    ("Foreign Office"): its country must come from elsewhere. ``source`` says where the fact was taken from.
    """

    id: str
    name: str
    kind: Literal["country", "organisation", "armed_group", "person"]
    country: str | None = None
    sectors: tuple[str, ...] = ()
    principal: str | None = None
    generic: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """An office: ``role`` is a kind ("minister", "president", "army_chief"), ``domains`` its portfolio, normalised.

    ``seat`` names what one person in a country holds at a time ("state", "government", "foreign" …), under whatever label;
    ``body`` is the id of the organisation that the office leads or speaks for, where the table has it.
    """

    id: str
    label: str
    country: str | None
    role: str
    domains: frozenset[str] = frozenset()
    seat: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held an office from when to when, both days inclusive.

    ``end`` None means that no end was known on the day of the ``snapshot``: not that the person holds it today.
    """

    person: str
    office: Office
    start: date | None
    end: date | None
    snapshot: date | None

    def covers(self, day: date) -> bool:
        """True where the office was held on ``day``, or where an open end was not yet known to be over."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class NameHit:
    """A name found in a text: code points, half-open, the actor's id and what the name stands for."""

    start: int
    end: int
    actor: str
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Title:
    """A title or role phrase: "foreign minister", "General", "spokeswoman".

    ``role`` and ``domains`` are as in an :class:`Office`; ``form`` says how it stands: an ``office`` that one
    person holds,
    a ``role`` that many have, a ``rank``, or a mere ``honorific``. ``gender`` is "f", "m" or "".
    """

    text: str
    role: str
    form: Literal["office", "role", "rank", "honorific"]
    sectors: tuple[str, ...] = ()
    domains: frozenset[str] = frozenset()
    gender: str = ""


@dataclass(frozen=True, slots=True)
class AgentNoun:
    """A noun for people by what they do: its PLOVER sectors and whether it names a body ("army") or people."""

    lemma: str
    sectors: tuple[str, ...]
    form: Literal["person", "body", "group"]
