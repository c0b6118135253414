"""What can be asked of a statement beyond who said what: its manner, in what capacity it was said, and about whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.schema import Findings, Party, Statement
from onrecord.schema.finding import Attitude, Form, Medium
from onrecord.schema.party import Capacity
from onrecord.selection import named_speaker_confidence

CAPACITIES: tuple[Capacity, ...] = ("official", "former", "expert", "unnamed", "other")
"""Record files keep the place in this list: a new one goes to the end."""

Place = tuple[int, int]
"""Code points of the document's text, half-open."""


@dataclass(frozen=True, slots=True)
class Topic:
    """An actor or issue that a statement is about; ``country`` is that of the phrase on the page that names it."""

    name: str
    actor: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Saying:
    """How a statement was made and what it is about. ``capacities`` are the speaker's, a joint one's those of all;
    ``speaker_confidence`` is None where the speaker is not named."""

    form: Form
    attitude: Attitude
    medium: Medium | None
    capacities: tuple[Capacity, ...]
    speaker_confidence: float | None
    topics: tuple[Topic, ...]


def saying_of(statement: Statement, countries: Mapping[Place, str]) -> Saying:
    """What can be asked of ``statement``; ``countries`` are those that ``countries_named`` found on its page."""
    topics = (
        Topic(" ".join(one.name.split()), one.actor, countries.get((one.start, one.end))) for one in statement.about
    )
    held = set(_capacities(statement.speaker)) if statement.speaker else set()
    return Saying(
        statement.form,
        statement.attitude,
        statement.medium,
        tuple(one for one in CAPACITIES if one in held),
        named_speaker_confidence(statement),
        tuple(dict.fromkeys(topics)),
    )


def countries_named(findings: Findings) -> dict[Place, str]:
    """The country of each phrase on the page that has one, by the place of the phrase."""
    return {(one.start, one.end): one.country for one in findings.mentions if one.country is not None}


def _capacities(party: Party) -> Iterator[Capacity]:
    """The capacities of the members of a joint party, else its own."""
    of_members = {capacity for member in party.members for capacity in _capacities(member)}
    yield from of_members or ({party.capacity} if party.capacity else ())
