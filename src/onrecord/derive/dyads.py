"""Dyads: what two sides did to each other, counted by period as PLOVER counts, beside what was read in that period."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from onrecord.derive.ids import id_of
from onrecord.lexicon.codebook import Codebook
from onrecord.schema import Dyad, Uncounted, Weighed

Period = Literal["day", "week", "month", "quarter", "year"]
Dating = Literal["event", "reported"]
Undated = Literal["drop", "spread", "list"]
PERIODS: tuple[Period, ...] = ("day", "week", "month", "quarter", "year")
DATINGS: tuple[Dating, ...] = ("event", "reported")
UNDATED: tuple[Undated, ...] = ("drop", "spread", "list")
Published = tuple[date | None, str | None]
"""The day of publication of a page, None where no single one is known, and its outlet."""
Coverage = Mapping[str, tuple[int, int]]
"""Pages and outlets read of each period; those of no day under an empty name."""
InOrder = Callable[[Iterable[str]], tuple[str, ...]]
"""Puts documents in the order of the record, each once."""
LONGEST_SPREAD = 3660
"""Days over which a happening is spread at most; one that is known no closer is undated whatever is asked."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How happenings are put into periods: the length, by which day, and what becomes of those without one."""

    by: Period = "month"
    date: Dating = "reported"
    undated: Undated = "list"


@dataclass
class Cell:
    """One pair in one period while it is counted."""

    weight: float = 0.0
    score: float = 0.0
    quads: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    types: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    reports: float = 0.0
    rows: list[Weighed] = field(default_factory=list)


@dataclass
class Measures:
    """The dyads, by period and pair, and in words what was counted and what was left out, and how often."""

    rule: str = ""
    left: Counter[str] = field(default_factory=Counter)
    cells: list[tuple[str, tuple[str, str], Cell]] = field(default_factory=list)
    read: Coverage = field(default_factory=dict)


def measure(
    rows: Iterable[Weighed], left: Iterable[Uncounted], read: Coverage, codebook: Codebook, rule: Rule
) -> Measures:
    """The measures of each ordered pair of sides, by period and pair.

    A happening counts once for each pair that the first of its reports names which PLOVER counts. Sides are countries and
    bodies without one; armed groups stand for themselves and never for a country. ``left`` tells what is not counted at
    all, ``read`` what was read of each period.
    """
    found = Measures(worded(rule, codebook), Counter({row.why: row.many for row in left}), read=read)
    cells: dict[tuple[str, str, str], Cell] = defaultdict(Cell)
    for row in rows:
        shares = _periods(row, rule)
        if not shares:
            found.left["undated"] += 1
        for period, share in shares:
            for source, target in row.pairs:
                _add(cells[period, source, target], row, share, codebook)
    found.cells = [(period, (source, target), cell) for (period, source, target), cell in sorted(cells.items())]
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


def _periods(row: Weighed, rule: Rule) -> list[tuple[str, float]]:
    """The periods that a happening counts in, and with what share; an empty name stands for no period."""
    first, last = (row.reported, row.reported) if rule.date == "reported" else (row.earliest, row.latest)
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


def _add(cell: Cell, row: Weighed, share: float, codebook: Codebook) -> None:
    cell.weight += share
    cell.score += share * codebook.score(row.type, row.mode)
    cell.quads[codebook.types[row.type].quad] += share
    cell.types[row.type] += share
    cell.reports += share * row.reports
    cell.rows.append(row)


def coverage(pages: Iterable[Published], by: Period) -> Coverage:
    """Pages and outlets read of each period, by day of publication."""
    many: Counter[str] = Counter()
    outlets: dict[str, set[str]] = defaultdict(set)
    for day, outlet in pages:
        name = period_of(day, by) if day else ""
        many[name] += 1
        outlets[name].add(outlet or "")
    return {name: (many[name], len(outlets[name] - {""})) for name in many}


def dyad(found: Measures, at: int, rows: Sequence[Weighed], in_order: InOrder, codebook: Codebook) -> Dyad:
    """The row at a place of the measures; ``rows`` are those of its cell with all that they rest on."""
    period, pair, cell = found.cells[at]
    pages, outlets = found.read.get(period, (0, 0))
    counts = {name.lower(): round(cell.types[name], 3) for name in codebook.types}
    return Dyad(
        id=id_of("dyad", period, *pair),
        entries=tuple(dict.fromkeys(entry for row in rows for entry in row.entries)),
        docs=in_order(doc for row in rows for doc in row.docs),
        passages=tuple(dict.fromkeys(passage for row in rows for passage in row.passages)),
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
