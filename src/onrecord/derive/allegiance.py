"""For which country people speak, by their own words: who says that *Peru will finish the dam* speaks for Peru, and who accuses
Peru of something, or makes demands of it, does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.derive.predicates import taken
from onrecord.derive.undertakings import SAYING
from onrecord.schema import Findings, Party, Statement

AT_ODDS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
"""Types of acts that officials do to other countries than their own."""


def spoken_for(findings: Findings) -> Iterator[tuple[str, str]]:
    """Each person known from pages alone, with a country that they say will or will not do something."""
    text = findings.document.text
    for one in findings.statements:
        if not _is_person(one.speaker) or one.rule.split(".")[1:2] not in ([kind] for kind in SAYING):
            continue
        starts = {piece.start: piece.end for piece in one.content}
        for about in one.about:
            country = about.actor
            named = country is not None and len(country) == 3 and text[about.start].isupper()
            if country and named and about.start in starts and taken(text, about.end, starts[about.start]):
                yield _actor(one), country


def at_odds(findings: Findings) -> Iterator[tuple[str, str]]:
    """Each person known from pages alone, with a country that they accuse, threaten, turn down or ask for something."""
    for event in findings.events:
        if event.type not in AT_ODDS or event.status != "actual":
            continue
        for who in event.source:
            if _is_person(who) and who.actor is not None:
                for whom in event.target:
                    if whom.country is not None and whom.actor_kind == "country":
                        yield who.actor, whom.country


def _is_person(party: Party | None) -> bool:
    return party is not None and party.actor_kind == "person" and (party.actor or "").startswith("doc:")


def _actor(one: Statement) -> str:
    assert one.speaker is not None and one.speaker.actor is not None, "people have ids"
    return one.speaker.actor
