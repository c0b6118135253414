"""How far an event belongs to public affairs: by its parties, by the page, and by the words around it.

The frames know what was done; whether a *clash*, a *strike* or a *snub* was one of states and peoples, or of a cup final, hangs
on who did it and on what the page is about. The confidence of the others is lowered by a factor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.find import syntax
from onrecord.find.private import SURE, harm_of, is_told_story, private_weight
from onrecord.schema import Annotations, Event, Findings, Party

NOBODY_PUBLIC = 0.45
"""Factor on an event in which no public actor is known: companies, clubs and neighbours make no political event."""
PUBLIC_PAGE = 0.8
"""The factor where the page is about public affairs otherwise and the act is of a kind that belongs to them."""
PRIVATE_WORDS = 0.55
"""Factor on an event among words of sport, stage, business or science."""
STORY = 0.4
"""Factor on what happens in a film or a book."""
MISHAP = 0.4
"""Factor on harm that nobody does and no word of violence explains: *was injured when a shelf fell*."""
BUSY = 2
"""Entries with a public actor from which on a page is about public affairs."""
LONG_PAGE = 6
"""Sentences from which on a page with fewer such entries is about something else."""
PRIVATE_SHARE = 0.3
"""The share of sentences with private words from which on the page is about their field. All set on the train part
(``python evals/events.py``)."""

PUBLIC = frozenset("GOV MIL COP JUD LEG SPY REB PRM UAF PTY OPP IGO UNO EUR NGO IMG ISM REF".split())
FORCES = frozenset("COP MIL REB UAF SPY IGO".split())
"""Sectors whose acts are public ones in a stadium, too."""
CIVIL = frozenset({"CVL", "LAB", "EDU", "REL", "JRN", "AGR", "SOC", "CRM", "MED"})
"""Sectors of people who are parties to public events as protesters and victims, not by visiting or praising each other."""
PRIVATE = frozenset({"BUS", "MNC", "JRN"})
"""Sectors of those who make no public event among themselves; in ``QUIET`` types others do neither."""
EMPLOYED = PRIVATE | {"LAB", "EDU", "MED", "CVL", "SOC", "REL", "AGR"}
QUIET = frozenset({"RETREAT", "SANCTION"})
"""Types that people without office do in private: to resign, to sack."""
FIRMS = frozenset({"BUS", "MNC"})
STATE = PUBLIC - {"NGO", "REF", "PTY"}
DEALINGS = frozenset({"THREATEN", "CONSULT", "AGREE", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE"})
"""Types that firms do in the course of business: a country named beside is where they do it (*threatened to move to Peru*)."""
PEOPLES_EVENTS = frozenset({"PROTEST", "ASSAULT", "COERCE"})
UNIONS_EVENTS = frozenset({"PROTEST", "THREATEN", "ACCUSE", "CONCEDE", "REJECT", "REQUEST"})
HARD = frozenset({"ASSAULT", "COERCE", "THREATEN", "PROTEST", "RETREAT", "CONCEDE", "SANCTION", "ACCUSE"})
"""Types whose acts are public ones on a page about public affairs, whoever the parties are."""
STATE_MODES = frozenset({"arrest", "deport", "curfew", "martial-law", "troops", "crowd-control"})
"""What none but a state, or who takes its place, does: *two men were arrested*."""
OPEN_MODES = frozenset({"demo", "strike", "hunger", "obstruct", "boycott", "riot", "yield"})
"""What makes whoever does it a public actor: to march, to strike, to refuse to end a siege."""
UNTOLD = "page:who undergoes it"
"""How a party begins to be known of whom only the act tells that it is somebody."""
CASUALTIES = ("kill.", "injure.", "wound.", "hurt.", "harm.", "die.", "death.", "injury.")
"""Beginnings of the frames of what also happens without anybody's doing."""
TALK = frozenset({"i", "we", "you", "me", "us"})
"""Parties that only belong to the talk, where nothing tells who they are."""
POWERS = re.compile(
    r"\b(?:countries|nations|states|republics|governments|factions|powers|capitals|parliaments|authorities)$"
)
"""Ends of phrases that stand for states without naming them: *nearly seventy countries*."""


_TEAM = re.compile(r"(?:the|The) [A-Z][a-z]+s")


def weighed(annotations: Annotations, findings: Findings) -> Iterator[Event]:
    """The events in their order, each with the confidence that its surroundings leave it."""
    busy = _public_entries(findings)
    text = findings.document.text
    weights = [private_weight(sentence, text) for sentence in annotations.sentences]
    told = [is_told_story(sentence) for sentence in annotations.sentences]
    harm = [harm_of(sentence) for sentence in annotations.sentences]
    violent = "violence" in harm or any(_is_forced(one) for one in findings.events)
    private = [weight >= SURE for weight in weights]
    field = len(weights) > 1 and sum(map(bool, weights)) >= PRIVATE_SHARE * len(weights)
    for event in findings.events:
        at = syntax.sentence_at(annotations.sentences, event.trigger.start)
        factor = _factor(event, busy, len(private))
        if _is_hurt_by_nobody(event) and harm[at] != "violence" and (harm[at] == "accident" or not violent):
            factor *= MISHAP
        if told[at]:
            factor *= STORY
        elif (field or private[at]) and not _is_forced(event):
            factor *= PRIVATE_WORDS
        yield replace(event, confidence=round(event.confidence * factor, 2)) if factor != 1.0 else event


def _factor(event: Event, busy: int, sentences: int) -> float:
    """By the parties; a visit needs a public visitor."""
    alone = busy < BUSY and sentences >= LONG_PAGE
    if _has_public(event):
        return PRIVATE_WORDS if alone and not _is_forced(event) else 1.0
    if (event.mode in STATE_MODES and not event.source) or event.mode in OPEN_MODES:
        return NOBODY_PUBLIC if alone else 1.0
    if _is_guest_of_office(event):
        return PUBLIC_PAGE
    told = any(_may_be_public(party, event.type) for party in (*event.source, *event.target))
    return PUBLIC_PAGE if told and busy >= BUSY and event.type in HARD else NOBODY_PUBLIC


def _is_hurt_by_nobody(event: Event) -> bool:
    return event.type == "ASSAULT" and not event.source and event.rule.startswith(CASUALTIES)


def _is_guest_of_office(event: Event) -> bool:
    """True where somebody whom no table knows meets somebody in office: *Obama will hold talks with President Lind*."""
    people = event.type == "CONSULT" and any(
        party.actor_kind == "person" and party.sector != "JRN" for party in event.source
    )
    return people and any(one.actor_kind in {"person", "office"} and _is_public(one, "") for one in event.target)


def _is_forced(event: Event) -> bool:
    """True where a body of state or an armed group that the tables know is a party."""
    return any(
        party.sector in FORCES and party.actor_kind in {"organisation", "armed_group", "unnamed", "office"}
        for party in (*event.source, *event.target)
    )


def _public_entries(findings: Findings) -> int:
    """How many entries of the page have a public actor."""
    events = sum(_has_public(one) for one in findings.events)
    return events + sum(one.speaker is not None and _is_public(one.speaker, "") for one in findings.statements)


def _may_be_public(party: Party, event_type: str) -> bool:
    """False for those who only belong to the talk, and for firms, shop hands and schools that are known as such."""
    sectors = {party.sector, *party.sectors} - {"", None}
    return party.text.lower() not in TALK and not (
        sectors and sectors <= (EMPLOYED if event_type in QUIET else PRIVATE)
    )


def _has_public(event: Event) -> bool:
    if event.type in DEALINGS and event.source and all(_is_firm(party) for party in event.source):
        return any(bool({party.sector, *party.sectors} & STATE) for party in event.target)
    parties = event.source if event.type == "CONSULT" else (*event.source, *event.target, *event.against)
    return any(_is_public(party, event.type) for party in parties)


def _is_firm(party: Party) -> bool:
    sectors = {party.sector, *party.sectors} - {"", None}
    return bool(sectors) and sectors <= FIRMS


def _is_team(party: Party) -> bool:
    """*the Generals*, *the Rebels*: a word for people written as a name is a club's."""
    return party.how.startswith(("table:agent noun", "table:title")) and _TEAM.fullmatch(party.text) is not None


def _is_public(party: Party, event_type: str) -> bool:
    if _is_team(party):
        return False
    sectors = {party.sector, *party.sectors}
    known = party.actor_kind in {"country", "armed_group"} or bool(sectors & PUBLIC)
    told = not party.how.startswith(UNTOLD)
    known = known or (told and event_type in PEOPLES_EVENTS and bool(sectors & CIVIL))
    known = known or POWERS.search(party.text) is not None
    joint = party.actor_kind != "person" or party.principal is not None  # a union or its leader, no single mechanic
    known = known or (event_type in UNIONS_EVENTS and "LAB" in sectors and joint)
    return known or any(_is_public(member, event_type) for member in party.members)
