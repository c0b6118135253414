"""Happenings with the events that report them, for data sets that keep an event and its mentions apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.errors import UsageError
from onrecord.export.counted import NO_DAY, name_of, number_of, pairs, single_day
from onrecord.export.exporter import Options, Source
from onrecord.lexicon.codebook import load_codebook
from onrecord.projection import ANNOUNCED, Projection, project
from onrecord.schema import Document, Event, Findings, Happening, Party

HELD = 256
"""Pages of which the counted events are kept at hand: reports of one happening lie near one another."""
UNCOUNTED = "in happenings of which no report is counted"


@dataclass(frozen=True, slots=True)
class Told:
    """One report of a happening: the event, and the page it stands on."""

    event: Event
    findings: Findings

    @property
    def document(self) -> Document:
        """The page."""
        return self.findings.document


@dataclass(frozen=True, slots=True)
class Reported:
    """A happening and its counted reports, the first of which gives type, sides and place."""

    happening: Happening
    told: tuple[Told, ...]
    day: date | None

    @property
    def event(self) -> Event:
        """The first report's event."""
        return self.told[0].event

    @property
    def sides(self) -> list[tuple[Party | None, Party | None]]:
        """The pairs that it is between; each is an event of its own in GDELT."""
        return pairs(self.event)

    @property
    def first_published(self) -> date | None:
        """The day on which it was first told, of the pages whose day is known."""
        days = [day for one in self.told if (day := single_day(one.document.published))]
        return min(days, default=None)

    def number(self, at: int) -> int:
        """The whole number that stands for the pair at this place."""
        return number_of(self.happening.id if at == 0 else f"{self.happening.id}-{at + 1}")

    def place_of(self, one: Party | None, other: Party | None) -> int | None:
        """Which of ``sides`` a pair of another report is, by name; None where it is none of them."""
        keys = [(name_of(source), name_of(target)) for source, target in self.sides]
        key = (name_of(one), name_of(other))
        return keys.index(key) if key in keys else None


def reported(
    source: Source, options: Options, left: Counter[str], announced: Mapping[str, str] = ANNOUNCED
) -> Iterator[Reported]:
    """The happenings in order of their first page; ``left`` gets what was left out. Raises UsageError before ``derive``.

    ``announced`` says what types count as while they are still to come, as for ``project``.
    """
    if not source.is_derived():
        raise UsageError("nothing was derived yet, and events are put together from reports; run onrecord derive first")
    book = load_codebook()

    @lru_cache(maxsize=HELD)
    def page_of(doc: str) -> tuple[Findings, Projection] | None:
        page = source.page(doc)
        return (page, project(page, book, vouched=not options.everything, announced=announced)) if page else None

    for happening in source.derived(Happening):
        assert isinstance(happening, Happening)
        wanted = set(happening.entries)
        pages = [page for doc in happening.docs if (page := page_of(doc)) is not None]
        told = tuple(Told(one, page) for page, counts in pages for one in counts.events if one.id in wanted)
        if not told:
            left[UNCOUNTED] += 1
            continue
        found = Reported(happening, told, happening.earliest if happening.earliest == happening.latest else None)
        if found.day is None and options.undated == "published":
            found = Reported(happening, told, found.first_published)
        if found.day is None and options.undated == "drop":
            left[NO_DAY] += 1
            continue
        yield found
