"""Officials who act against a country are not that country's: "Foreign Minister Jane Doe accused Norland", written in Norland."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from onrecord.schema import Event, Findings, Party, Statement

HOSTILE = frozenset({"ACCUSE", "THREATEN", "SANCTION", "COERCE"})


def without_selves(findings: Findings) -> Findings:
    """``findings`` with the country left open of people who act against it, where the page only let one assume it."""
    wrong = {
        (mine.actor, mine.country)
        for ours, theirs in _dealings(findings)
        for mine in ours
        if mine.actor_kind == "person" and mine.actor and mine.country and mine.is_assumed
        for other in theirs
        if other.actor_kind == "country" and other.country == mine.country and not other.is_assumed
    }
    if not wrong:
        return findings

    def known(party: Party) -> Party:
        if (party.actor, party.country) not in wrong or not party.is_assumed:
            return party
        how = "; ".join(step for step in party.how.split("; ") if not step.startswith("context:"))
        return replace(
            party, country=None, principal=None, how=f"{how}; none:acts against the country that it was taken for"
        )

    return with_known(findings, known)


def with_known(findings: Findings, known: Callable[[Party], Party]) -> Findings:
    """``findings`` with ``known`` of every party."""

    def sides(event: Event) -> Event:
        source, target, against = (tuple(map(known, one)) for one in (event.source, event.target, event.against))
        return replace(event, source=source, target=target, against=against)

    def spoken(one: Statement) -> Statement:
        speaker, addressee = (known(party) if party else None for party in (one.speaker, one.addressee))
        return replace(one, speaker=speaker, addressee=addressee)

    return replace(
        findings,
        statements=tuple(map(spoken, findings.statements)),
        events=tuple(map(sides, findings.events)),
        mentions=tuple(map(known, findings.mentions)),
    )


def _dealings(findings: Findings) -> Iterator[tuple[tuple[Party, ...], tuple[Party, ...]]]:
    """Who is against whom. People ask and thank their own country, and seldom by its name alone accuse or threaten it."""
    return ((event.source, event.target) for event in findings.events if event.type in HOSTILE)
