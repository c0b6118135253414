"""Figures and accounts that cannot both be right: two sources count differently, or each says that the other attacked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.derive.amounts import contested
from onrecord.derive.archive import Archive, passage
from onrecord.derive.counted import same_thing
from onrecord.derive.holders import Holder, speaking, state_of
from onrecord.derive.sides import dispute, side
from onrecord.derive.tolls import clashing
from onrecord.schema import Counted, Dispute, Event, Findings, Happening, Party, Passage, Statement
from onrecord.store.rows import with_members

SAME_TIME = 3
"""Days between two reports whose figures or accounts are set against each other: later ones may only be newer."""
FAR = 5.0
"""The ratio from which on two figures count different things."""
WILD = 200.0
"""The ratio from which on not even a number set against another counts the same thing."""
APART = 1.1
"""How far two figures must be from each other, as their ratio, to be told apart: less is rounding."""
_PEOPLE = frozenset({"dead", "injured", "arrested", "displaced", "missing"})


def figures(archive: Archive, docs: Sequence[str], copied: set[str]) -> Iterator[Dispute]:
    """Figures of one happening of some pages that cannot both be right, by different sources of the same days."""
    for happening in archive.rows_on(Happening, docs):
        figures = [figure for figure in happening.figures if figure.doc not in copied and figure.unit in _PEOPLE]
        for first, second in combinations(figures, 2):
            if first.unit != second.unit or first.entry == second.entry or not _apart(first, second):
                continue
            if (
                happening.dates_differ
                or _of_others(archive, first, second)
                or not _together(archive, first.doc, second.doc)
            ):
                continue
            sources = [_source(archive, figure) for figure in (first, second)]
            if sources[0] == sources[1] or None in sources:
                continue
            yield _figure_dispute(archive, happening, (first, second), [one for one in sources if one])


def on_page(findings: Findings, archive: Archive) -> Iterator[Dispute]:
    """Counts that two give side by side on one page."""
    doc, text = findings.document.doc, findings.document.text
    for tolls in clashing(findings):
        unit, first = tolls[0].unit, tolls[0]
        sides = [side(archive, one.by, "counts", one.statement.id, Passage(doc, one.start, one.end)) for one in tolls]
        issue = f"{unit}: {' '.join(text[first.start : first.end].split())}"
        passages = tuple(passage(one.statement) for one in tolls)
        yield dispute(
            archive, "figure", issue, f"two sources count {unit} differently", sides, passages,
            *(f"{one.statement.id}{one.start}" for one in tolls),
        )  # fmt: skip


def in_other_words(findings: Findings, archive: Archive) -> Iterator[Dispute]:
    """Amounts of any kind that a page gives by one source and at once by another; the first may be the outlet's own."""
    document = findings.document
    told: set[int] = set()
    for first, second in (*contested(findings), *same_thing(findings)):
        if (
            second.start in told
            or not APART < max(first.value, second.value) / max(min(first.value, second.value), 1.0) < WILD
        ):
            continue
        told.add(second.start)
        outlet = document.outlet.text if document.outlet else "the page"
        by = first.by or Holder(f"outlet:{outlet}", outlet, None, None, outlet)
        places = [Passage(document.doc, one.start, one.end) for one in (first, second)]
        sides = [
            side(archive, by, "counts", first.entry or second.entry, places[0]),
            side(archive, second.by or by, "counts", second.entry, places[1]),
        ]
        what = " ".join(document.text[first.start : first.end].split() + first.of.split())
        why = "one number is set against another"
        yield dispute(archive, "figure", what, why, sides, places, f"{second.entry}{second.start}", f"{first.start}")


def _of_others(archive: Archive, first: Counted, second: Counted) -> bool:
    """True where one counts soldiers or police and the other civilians, or people of all kinds."""
    sectors = [
        {party.sector for party in _event(archive, one).target if party.sector} & (_ARMED | {"CVL"})
        for one in (first, second)
    ]
    armed = [bool(one & _ARMED) for one in sectors]
    return all(sectors) and armed[0] != armed[1]


_ARMED = frozenset({"MIL", "COP", "REB", "UAF", "PRM"})


def _apart(first: Counted, second: Counted) -> bool:
    low, high = sorted((_range(first), _range(second)))
    return low[1] * APART < high[0] < max(low[1], 1.0) * FAR


def _together(archive: Archive, first: str, second: str) -> bool:
    """True for one page, or two that were published at the same time."""
    if first == second:
        return True
    days = [archive.published(doc) for doc in (first, second)]
    return all(stated for _, _, stated in days) and abs((days[0][0] - days[1][0]).days) <= SAME_TIME  # type: ignore[operator]


def _range(one: Counted) -> tuple[float, float]:
    least = one.low if one.low is not None else one.value if one.value is not None else 0.0
    most = (
        one.high if one.high is not None else one.value if one.value is not None and one.low is None else float("inf")
    )
    return least, most


def _source(archive: Archive, figure: Counted) -> Holder | None:
    """Who gives a figure, where that is a party of its own and not an outlet."""
    findings = archive.findings(figure.doc)
    event = next((one for one in findings.events if one.id == figure.entry), None)
    statement = next((one for one in findings.statements if event and one.id == event.according_to), None)
    return speaking(statement.speaker) if statement and statement.speaker else None


@dataclass(frozen=True, slots=True)
class Account:
    """Who says that one side used force against another."""

    event: Event
    by: Holder
    source: str
    target: str


def accounts(archive: Archive, docs: Sequence[str]) -> Iterator[Dispute]:
    """Two sides that each say the other attacked: on one page, or on pages of one story, ``docs``, and time."""
    told = [account for doc in docs for account in _told(archive, doc)]
    seen: set[tuple[str, str]] = set()
    for first, second in combinations(told, 2):
        swapped = (first.source, first.target) == (second.target, second.source)
        pair = min(first.source, first.target), max(first.source, first.target)
        if swapped and pair not in seen and _together(archive, first.event.doc, second.event.doc):
            seen.add(pair)
            yield _account_dispute(archive, first, second)


def _told(archive: Archive, doc: str) -> Iterator[Account]:
    findings = archive.findings(doc)
    said = {one.id: one for one in findings.statements}
    for event in sorted(findings.events, key=lambda one: one.trigger.start):
        if event.type != "ASSAULT" or event.status != "actual":
            continue
        statement = said.get(event.according_to or "") or _carried_on(event, findings)
        if statement is None or statement.speaker is None:
            continue
        by = speaking(statement.speaker)
        sources = _nations(event.source)
        targets = _nations(event.target) or ({_nation(by)} if by is not None and state_of(by.key) else set())
        if by is not None and len(sources) == len(targets) == 1 and sources != targets and _nation(by) in targets:
            yield Account(event, by, *sources, *targets)


_AND = re.compile(r"\s*,?\s*and\s+(?:then\s+|later\s+)?")


def _carried_on(event: Event, findings: Findings) -> Statement | None:
    """The statement that goes on with an event of its own subject: "said that a patrol had crossed the river and opened fire"."""
    text = findings.document.text
    for one in findings.statements:
        if not one.content or not _AND.fullmatch(text, one.content[-1].end, event.trigger.start):
            continue
        start, end = one.content[0].start, one.content[-1].end
        if any(start <= party.start < end for party in event.source):
            return one
    return None


def _nations(parties: tuple[Party, ...]) -> set[str]:
    """The nations of a side: of whoever bears one, civilians and soldiers alike; armed groups are themselves."""
    found = set()
    for party in with_members(parties):
        armed = party.actor_kind == "armed_group"
        side = party.actor if armed or party.country is None else party.country
        found.add(side or "")
    return found - {""}


def _nation(holder: Holder) -> str:
    """The country whose government or army it is; any other actor is itself."""
    return holder.country if holder.country and holder.key.startswith(("state:", "army:")) else holder.key


def _account_dispute(archive: Archive, first: Account, second: Account) -> Dispute:
    both = first, second
    places = [passage(one.event) for one in both]
    sides = [side(archive, one.by, "claims", one.event.id, at) for one, at in zip(both, places, strict=True)]
    issue = " ".join(first.event.sentence.text.split())
    why = "each says that the other attacked"
    return dispute(archive, "account", issue, why, sides, places, first.event.id, second.event.id)


def _figure_dispute(
    archive: Archive, happening: Happening, figures: tuple[Counted, Counted], sources: Sequence[Holder]
) -> Dispute:
    unit = figures[0].unit
    sides = [
        side(archive, source, "counts", figure.entry, Passage(figure.doc, figure.start, figure.end))
        for figure, source in zip(figures, sources, strict=True)
    ]
    places = [passage(_event(archive, figure)) for figure in figures]
    return dispute(
        archive, "figure", f"{unit}: {happening.what}", f"two sources count {unit} differently", sides, places,
        happening.id, *(f"{one.entry}{one.start}" for one in figures),
    )  # fmt: skip


def _event(archive: Archive, figure: Counted) -> Event:
    return next(one for one in archive.findings(figure.doc).events if one.id == figure.entry)
