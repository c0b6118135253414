"""Pages that know one country alone: what they take a ministry's country from is then sure enough to hold it to its word."""

from __future__ import annotations

from dataclasses import replace

from onrecord.derive.sightings import parties_of
from onrecord.schema import Event, Findings, Party, Statement

ASSUMED = "context:"


def at_home(findings: Findings) -> Findings:
    """``findings`` with the parties whose country was only assumed, where no words of the page name another country's.

    A page on two countries is left as it is: whose ministry *the ministry* is there, its surroundings do not tell.
    """
    parties = [party for entry in findings.entries for party in parties_of(entry)]
    lands = {party.country for party in parties if party.country is not None}
    named = any(party.country is not None and not party.is_assumed for party in parties)
    abouts = {one.actor for said in findings.statements for one in said.about if one.actor and len(one.actor) == 3}
    if not named or len(lands) != 1 or not abouts <= lands:
        return findings
    return replace(
        findings,
        statements=tuple(_statement(one) for one in findings.statements),
        events=tuple(_event(one) for one in findings.events),
    )


def _statement(one: Statement) -> Statement:
    return replace(one, speaker=_sure(one.speaker) if one.speaker is not None else None)


def _event(one: Event) -> Event:
    return replace(one, source=tuple(map(_sure, one.source)), target=tuple(map(_sure, one.target)))


def _sure(party: Party) -> Party:
    members = tuple(_sure(member) for member in party.members)
    how = f"page: the only country; {party.how}" if party.how.startswith(ASSUMED) else party.how
    return replace(party, members=members, how=how)
