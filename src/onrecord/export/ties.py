"""What sides did to each other, added up over happenings: for graphs and lists of edges.

Sides are countries; armed groups and bodies without a country stand for themselves, as in ``onrecord dyads``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.export.codes import country_name
from onrecord.export.counted import name_of
from onrecord.export.exporter import Options, Source
from onrecord.export.reported import Reported, reported
from onrecord.lexicon.codebook import load_codebook
from onrecord.schema import Party

NO_SIDES = "with no two sides that are known"
QUADS = {1: "verbal_cooperation", 2: "material_cooperation", 3: "verbal_conflict", 4: "material_conflict"}


@dataclass(frozen=True, slots=True)
class Side:
    """A country by its three letters, or an actor by its id."""

    id: str
    name: str
    kind: str


@dataclass
class Tie:
    """What one side did to another: happenings, the reports of them, counts by quad class and type, the sum of intensities."""

    events: int = 0
    reports: int = 0
    score: float = 0.0
    quads: Counter[int] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)

    @property
    def intensity(self) -> float:
        """The mean intensity."""
        return round(self.score / self.events, 3)


@dataclass
class Ties:
    """The sides by id, and the ties by source, target and month; an empty month where no day is known."""

    sides: dict[str, Side] = field(default_factory=dict)
    months: dict[tuple[str, str, str], Tie] = field(default_factory=dict)

    def dyads(self) -> dict[tuple[str, str], Tie]:
        """The ties over all months."""
        found: dict[tuple[str, str], Tie] = {}
        for (source, target, _), tie in self.months.items():
            whole = found.setdefault((source, target), Tie())
            whole.events += tie.events
            whole.reports += tie.reports
            whole.score += tie.score
            whole.quads += tie.quads
            whole.types += tie.types
        return dict(sorted(found.items()))


def ties(source: Source, options: Options, left: Counter[str]) -> Ties:
    """The ties of a record. They grow with the pairs and months in it, not with its entries."""
    found = Ties()
    book = load_codebook()
    for one in reported(source, options, left):
        sides = sorted(set(_sides(one)), key=lambda pair: (pair[0].id, pair[1].id))
        if not sides:
            left[NO_SIDES] += 1
        for first, second in sides:
            found.sides.setdefault(first.id, first)
            found.sides.setdefault(second.id, second)
            month = f"{one.day:%Y-%m}" if one.day else ""
            tie = found.months.setdefault((first.id, second.id, month), Tie())
            tie.events += 1
            tie.reports += len(one.told)
            tie.score += book.score(one.event.type, one.event.mode)
            tie.quads[book.types[one.event.type].quad] += 1
            tie.types[one.event.type] += 1
    return found


def _sides(one: Reported) -> Iterator[tuple[Side, Side]]:
    for first, second in one.sides:
        source, target = side_of(first), side_of(second)
        if source is not None and target is not None and source.id != target.id:
            yield source, target


def side_of(party: Party | None) -> Side | None:
    """The side that a party is on; None where neither country nor actor is known."""
    if party is None:
        return None
    if party.country is not None and party.actor_kind != "armed_group":
        return Side(party.country, country_name(party.country), "country")
    return Side(party.actor, name_of(party), party.actor_kind) if party.actor else None
