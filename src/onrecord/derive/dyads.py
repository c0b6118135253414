"""Dyads: what two sides did to each other, counted by period as PLOVER counts, beside what was read in that period."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from onrecord.derive.archive import Archive
from onrecord.derive.ids import id_of
from onrecord.lexicon.codebook import Codebook
from onrecord.projection import project
from onrecord.schema import Dyad, Event, Happening, Party
from onrecord.store.rows import with_members

Period = Literal["day", "week", "month", "quarter", "year"]
Dating = Literal["event", "reported"]
Undated = Literal["drop", "spread", "list"]
PERIODS: tuple[Period, ...] = ("day", "week", "month", "quarter", "year")
DATINGS: tuple[Dating, ...] = ("event", "reported")
UNDATED: tuple[Undated, ...] = ("drop", "spread", "list")
LONGEST_SPREAD = 3660
"""Days over which a happening is spread at most; one that is known no closer is undated whatever is asked."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How happenings are put into periods: the length, by which day, and what becomes of those without one."""

    by: Period = "month"
    date: Dating = "reported"
    undated: Undated = "list"


@dataclass
class Measures:
    """The dyads, and in words what was counted and what was left out, and how often."""

    rows: list[Dyad] = field(default_factory=list)
    rule: str = ""
    left: Counter[str] = field(default_factory=Counter)


@dataclass
class _Cell:
    """One pair in one period while it is counted."""

    weight: float = 0.0
    score: float = 0.0
    quads: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    types: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    reports: float = 0.0
    happenings: list[Happening] = field(default_factory=list)


def measure(archive: Archive, codebook: Codebook, rule: Rule) -> Measures:
    """The measures of each ordered pair of sides, by period and pair.

    A happening counts once for each pair that the first of its reports names which PLOVER counts. Sides are countries and
    bodies without one; armed groups stand for themselves and never for a country.
    """
    found = Measures(rule=worded(rule, codebook))
    counted = _counted(archive, codebook, found.left)
    cells: dict[tuple[str, str, str], _Cell] = defaultdict(_Cell)
    for row in archive.rows(Happening):
        events = [counted[entry] for entry in row.entries if entry in counted]
        if not events:
            continue
        pairs = sorted({pair for pair in pairs_of(events[0])})
        if not pairs:
            found.left["no two sides are known"] += 1
            continue
        shares = _periods(archive, row, rule)
        if not shares:
            found.left["undated"] += 1
        for period, share in shares:
            for source, target in pairs:
                _add(cells[period, source, target], row, events[0], share, codebook)
    read = _coverage(archive, rule.by)
    for (period, source, target), cell in sorted(cells.items()):
        found.rows.append(_row(archive, period, (source, target), cell, read, codebook))
    return found


def worded(rule: Rule, codebook: Codebook) -> str:
    """The inclusion rule in words fit for a methods section."""
    dating = {
        "event": "the day of the event as the pages tell it",
        "reported": "the day on which it was first reported",
    }[rule.date]
    undated = {
        "drop": "happenings that no single period holds are left out",
        "spread": "happenings dated no closer than an interval are spread evenly over its periods, undated ones left out",
        "list": "happenings that no single period holds are counted in a row without a period",
    }[rule.undated]
    return (
        f"Counted are happenings, each once however often it is reported, by {rule.by} and {dating}; {undated}. An event is "
        f"taken where an outlet reports it or an actor says it of its own acts, as the codebook {codebook.version} counts: "
        "negated, possible, counterfactual, conditional and demanded acts and claims about others are not counted, announced "
        "cooperation counts as agreement. Sides are countries; armed groups and international bodies stand for themselves. "
        "Net cooperation is the sum of the intensities of the happenings."
    )


def pairs_of(event: Event) -> Iterator[tuple[str, str]]:
    """The ordered pairs of different sides of an event."""
    for source in _sides(event.source):
        for target in _sides(event.target):
            if source != target:
                yield source, target


def _sides(parties: Iterable[Party]) -> list[str]:
    found = []
    for party in with_members(tuple(parties)):
        armed = party.actor_kind == "armed_group"
        side = party.actor if armed or party.country is None else party.country
        if side:
            found.append(side)
    return list(dict.fromkeys(found))


def _counted(archive: Archive, codebook: Codebook, left: Counter[str]) -> dict[str, Event]:
    kept = {}
    for card in archive.cards:
        projection = project(archive.findings(card.doc), codebook)
        kept.update({event.id: event for event in projection.events})
        left.update(projection.counts)
    return kept


def _periods(archive: Archive, row: Happening, rule: Rule) -> list[tuple[str, float]]:
    """The periods that a happening counts in, and with what share; an empty name stands for no period."""
    if rule.date == "reported":
        dated = [
            card.first for card in map(archive.by_doc.__getitem__, row.docs) if card.first and card.first == card.last
        ]
        first = last = min(dated, default=None)
    else:
        first, last = row.earliest, row.latest
    if first is not None and last is not None:
        names = periods_between(first, last, rule.by)
        if len(names) == 1:
            return [(names[0], 1.0)]
        if rule.undated == "spread" and names:
            return [(name, 1 / len(names)) for name in names]
    return [("", 1.0)] if rule.undated == "list" else []


def periods_between(first: date, last: date, by: Period) -> list[str]:
    """The periods from one day to another, both included; none where they are too far apart."""
    if (last - first).days > LONGEST_SPREAD:
        return []
    days = (first + timedelta(days=at) for at in range((last - first).days + 1))
    return list(dict.fromkeys(period_of(day, by) for day in days))


def period_of(day: date, by: Period) -> str:
    """The name of the period a day lies in: ``2021``, ``2021-Q1``, ``2021-03``, ``2021-W09`` (ISO 8601), ``2021-03-04``."""
    if by == "week":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"
    if by == "quarter":
        return f"{day.year}-Q{(day.month + 2) // 3}"
    return {"day": day.isoformat(), "month": f"{day:%Y-%m}", "year": f"{day:%Y}"}[by]


def _add(cell: _Cell, row: Happening, event: Event, share: float, codebook: Codebook) -> None:
    cell.weight += share
    cell.score += share * codebook.score(event.type, event.mode)
    cell.quads[codebook.types[event.type].quad] += share
    cell.types[event.type] += share
    cell.reports += share * row.reports
    cell.happenings.append(row)


def _coverage(archive: Archive, by: Period) -> dict[str, tuple[int, int]]:
    """Pages and outlets read of each period, by day of publication; those of no day under an empty name."""
    pages: Counter[str] = Counter()
    outlets: dict[str, set[str]] = defaultdict(set)
    for card in archive.cards:
        name = period_of(card.first, by) if card.first and card.first == card.last else ""
        pages[name] += 1
        outlets[name].add(card.outlet or "")
    return {name: (pages[name], len(outlets[name] - {""})) for name in pages}


def _row(
    archive: Archive,
    period: str,
    pair: tuple[str, str],
    cell: _Cell,
    read: dict[str, tuple[int, int]],
    codebook: Codebook,
) -> Dyad:
    happenings = cell.happenings
    pages, outlets = read.get(period, (0, 0))
    counts = {name.lower(): round(cell.types[name], 3) for name in codebook.types}
    return Dyad(
        id=id_of("dyad", period, *pair),
        entries=tuple(dict.fromkeys(entry for row in happenings for entry in row.entries)),
        docs=archive.in_order([doc for row in happenings for doc in row.docs]),
        passages=tuple(dict.fromkeys(row.passages[0] for row in happenings)),
        period=period,
        source=pair[0],
        target=pair[1],
        happenings=round(cell.weight, 3),
        reports=round(cell.reports, 3),
        verbal_cooperation=round(cell.quads[1], 3),
        material_cooperation=round(cell.quads[2], 3),
        verbal_conflict=round(cell.quads[3], 3),
        material_conflict=round(cell.quads[4], 3),
        net_cooperation=round(cell.score, 3),
        intensity=round(cell.score / cell.weight, 3),
        pages_read=pages,
        outlets_read=outlets,
        **counts,
    )
