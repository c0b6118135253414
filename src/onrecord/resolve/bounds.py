"""Between which days an undated page was published, by what it says itself: who holds an office, what has happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from onrecord.lexicon.actor_types import Tenure
from onrecord.lexicon.actors import ActorTable
from onrecord.schema import Evidence, Findings, Learned, When

HOLDING = frozenset({"holds", "acting"})
ORIGIN = "offices and days on the page"


def with_bounds(findings: Findings, table: ActorTable) -> Findings:
    """The findings; the document of a page without a date has the bounds that its own words give, where they give any."""
    document = findings.document
    if document.published or document.updated or document.published_bounds:
        return findings
    found = list(evidence(findings, table))
    first, last = allowed(found)
    if first is None and last is None:
        return findings
    why = "; ".join(dict.fromkeys(one.why for one in found if one.earliest == first or one.latest == last))
    when = When(text=why, earliest=first, latest=last, precision="interval", basis="bounded", origin=ORIGIN)
    return replace(findings, document=replace(document, published_bounds=when))


def allowed(found: Sequence[Evidence]) -> tuple[date | None, date | None]:
    """The days that all evidence allows, open on a side of which nothing is known; both None where it excludes itself."""
    first = max((one.earliest for one in found if one.earliest), default=None)
    last = min((one.latest for one in found if one.latest), default=None)
    return (None, None) if first is not None and last is not None and first > last else (first, last)


def evidence(findings: Findings, table: ActorTable) -> Iterator[Evidence]:
    """What on a page bounds its day: offices that people hold or held, days on which something had happened."""
    yield from _offices(findings, table)
    yield from _stated(findings)


def _offices(findings: Findings, table: ActorTable) -> Iterator[Evidence]:
    """Somebody holds an office on the page, or holds it no more."""
    for fact in findings.learned:
        terms = [one for one in table.people.tenures(fact.actor) if _is_that(fact, one)]
        if not terms:
            continue
        office = terms[0].office.label
        starts, ends = [one.start for one in terms if one.start], [one.end for one in terms]
        if fact.standing in HOLDING:
            last = None if None in ends else max(end for end in ends if end)
            first = min(starts) if len(starts) == len(terms) else None
            if first or last:
                yield Evidence(first, last, f"{fact.name} is {office}", fact.start, fact.end)
        elif fact.standing == "former" and None not in ends:
            over = min(end for end in ends if end)
            yield Evidence(over, None, f"{fact.name} is no longer {office}", fact.start, fact.end)


def _is_that(fact: Learned, tenure: Tenure) -> bool:
    """True where a tenure is of the office that the page names."""
    office = tenure.office
    if fact.role != office.role or (fact.country is not None and office.country != fact.country):
        return False
    named = set((fact.office or "").lower().split())
    return not office.domains or bool(named & office.domains)


def _stated(findings: Findings) -> Iterator[Evidence]:
    """The page says itself on what day something happened."""
    for event in findings.events:
        when = event.when
        if (
            event.status == "actual"
            and when.basis == "stated"
            and when.earliest is not None
            and event.according_to is None
        ):
            place = event.sentence if when.start is None else when
            yield Evidence(
                when.earliest, None, f"{when.text or 'its words'}: it had happened", place.start or 0, place.end or 0
            )
