"""One happening told from its reports: who, what, whom, when, figures side by side, on whose word."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.derive.archive import Archive
from onrecord.derive.likeness import Likeness
from onrecord.schema import Counted, Event, Happening, Party, Passage, Report, Status
from onrecord.store.rows import with_members

STRENGTH: tuple[Status, ...] = ("actual", "planned", "conditional", "demanded", "possible", "counterfactual", "negated")
"""From what is surest to have come about to what did not."""
LATER = 3
"""Days after the first report from which on a page looks back."""


def happening(
    archive: Archive, story: str, reports: Sequence[Event], *,
    id: str, docs: tuple[str, ...], passages: tuple[Passage, ...], score: float, fits: Sequence[Likeness], sources: int,
) -> Happening:  # fmt: skip
    """The row for reports of one event, in order of publication."""
    earliest, latest, differ = agreed_days(reports)
    status, vouched = standing(reports)
    best = _fullest(reports)
    return Happening(
        id=id,
        entries=tuple(event.id for event in reports),
        docs=docs,
        passages=passages,
        type=_usual(event.type for event in reports),
        story=story,
        who="; ".join(_names([event.source for event in reports])),
        whom="; ".join(_names([(*event.target, *event.against) for event in reports])),
        what=" ".join(best.sentence.text.split()),
        earliest=earliest,
        latest=latest,
        precision="day" if earliest is not None and earliest == latest else "interval" if earliest or latest else None,
        dates_differ=differ,
        status=status,
        vouched=vouched,
        place=next((event.place.name for event in reports if event.place), None),
        said=figures_in_words(reports),
        reports=len(reports),
        independent_sources=sources,
        salience=salience(archive, docs, sources),
        score=score,
        why=max(fits, key=lambda like: like.score).why if len(reports) > 1 else "reported once",
        actors=tuple(dict.fromkeys(party.actor for party in _parties(reports) if party.actor)),
        countries=tuple(sorted({party.country for party in _parties(reports) if party.country})),
        figures=tuple(_figures(reports)),
        reported=tuple(
            Report(one.id, one.doc, one.status, one.voice, like.score, like.why)
            for one, like in zip(reports, fits, strict=True)
        ),
    )


def salience(archive: Archive, docs: Sequence[str], sources: int) -> float:
    """How much is made of a happening: its independent sources, and the pages that still tell of it after some days.

    Both as logarithms to the base of 2, so that each doubling counts one; 1 for a single page.
    """
    days = [card.first for card in (archive.by_doc[doc] for doc in docs) if card.first is not None]
    later = sum((one - min(days)).days >= LATER for one in days)
    return round(math.log2(1 + sources) + math.log2(1 + later), 2)


def agreed_days(reports: Sequence[Event]) -> tuple[date | None, date | None, bool]:
    """The days that all dated reports allow; from the first to the last, and True, where none is left."""
    whens = [event.when for event in reports if event.when.earliest or event.when.latest]
    firsts = [when.earliest for when in whens if when.earliest]
    lasts = [when.latest for when in whens if when.latest]
    first, last = max(firsts, default=None), min(lasts, default=None)
    if first is None or last is None or first <= last:
        return first, last, False
    return min(firsts), max(lasts), True


def standing(reports: Sequence[Event]) -> tuple[Status, bool]:
    """The surest status any report gives, and whether an outlet itself says that it happened."""
    vouched = any(one.status == "actual" and one.voice == "outlet" and one.according_to is None for one in reports)
    own = [one.status for one in reports if one.voice == "outlet"] or [one.status for one in reports]
    return ("actual" if vouched else min(own, key=STRENGTH.index)), vouched


def figures_in_words(reports: Sequence[Event]) -> str:
    """The figures of all reports by unit, as “12 to 15 dead”."""
    ranges: dict[str, list[float]] = {}
    for one in _figures(reports):
        ranges.setdefault(one.unit, []).extend(x for x in (one.value, one.low, one.high) if x is not None)
    parts = []
    for unit, values in sorted(ranges.items()):
        if values:
            low, high = min(values), max(values)
            parts.append(f"{low:g} {unit}" if low == high else f"{low:g} to {high:g} {unit}")
    return ", ".join(parts)


def _figures(reports: Sequence[Event]) -> Iterable[Counted]:
    for event in reports:
        for one in event.figures:
            yield Counted(event.id, event.doc, one.unit, one.value, one.low, one.high, one.start, one.end)


def _fullest(reports: Sequence[Event]) -> Event:
    """The report with most known of it; the first of equals."""
    return max(reports, key=lambda one: (bool(one.source) + bool(one.target) + (one.voice == "outlet"), one.confidence))


def _parties(reports: Sequence[Event]) -> Iterable[Party]:
    return (party for one in reports for party in with_members((*one.source, *one.target, *one.against)))


def _names(sides: Sequence[tuple[Party, ...]]) -> list[str]:
    """The names of one side, the most used first; phrases only where no report has a name."""
    parties = [party for side in sides for party in with_members(side)]
    named = Counter(party.name for party in parties if party.name)
    counts = named or Counter(" ".join(party.text.split()) for party in parties)
    return [name for name, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0]))][:3]


def _usual(values: Iterable[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))
