"""How far an event belongs to public affairs: by its parties, by the page, and by the words around it.

The frames know what was done; whether a *clash*, a *strike* or a *snub* was one of states and peoples, or of a cup final, hangs
on who did it and on what the page is about. The confidence of the others is lowered by a factor.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.find import syntax
from onrecord.find.own_affairs import is_own_affair
from onrecord.find.passing import is_figure, without_passing
from onrecord.find.private import (
    SURE,
    harm_of,
    has_score,
    is_dispute,
    is_game,
    is_of_public_affairs,
    is_public_affair,
    is_told_story,
    private_weight,
)
from onrecord.find.private_bodies import is_private_body
from onrecord.find.public import (
    CIVIL,
    is_anybody,
    is_at_work,
    is_collective,
    is_crowd,
    is_firm,
    is_public,
    may_be_public,
)
from onrecord.find.public_acts import (
    BOOING,
    has_public,
    is_faint,
    is_forced,
    is_of_trade,
    is_of_workers,
    is_official,
    is_quarrel,
    is_ruling,
    is_where,
)
from onrecord.find.teams import are_teams, is_of_side, is_of_sport, plays
from onrecord.find.trust import trust
from onrecord.schema import Annotations, Event, Findings, Party, Sentence

NOBODY_PUBLIC = 0.45
"""Factor on an event in which no public actor is known: companies, clubs and neighbours make no political event."""
PUBLIC_PAGE = 0.8
"""The factor where the page is about public affairs otherwise and the act is of a kind that belongs to them."""
PRIVATE_WORDS = 0.55
"""Factor on an event among words of sport, stage, business or science."""
STORY = 0.4
"""Factor on what happens in a film or a book."""
CROWDS_MODES = frozenset({"demo", "riot", "boycott", "obstruct", "strike"})
"""What one person alone does not make public: to protest at a score."""
MISHAP = 0.4
"""Factor on harm that nobody does and no word of violence explains: *was injured when a shelf fell*."""
BUSY = 2
"""Entries with a public actor, each such phrase counted once, from which on a page is about public affairs."""
LONG_PAGE = 6
"""Sentences from which on a page with fewer such entries is about something else."""
MANY_ENTRIES = 10
"""Entries from which on it counts how many of a page's have a public actor."""
PUBLIC_SHARE = 0.4
"""The share of them below which the page is about private people's affairs, too, and nobody unknown is taken for a public actor."""
PRIVATE_SHARE = 0.5
"""The share of sentences with private words from which on the page is about their field. All set on the train part
(``python evals/events.py``)."""

HARD = frozenset({"ASSAULT", "COERCE", "THREATEN", "PROTEST", "RETREAT", "CONCEDE", "SANCTION", "ACCUSE"})
"""Types whose acts are public ones on a page about public affairs, whoever the parties are."""
DEALINGS = frozenset({"AGREE", "REJECT", "REQUEST", "COOPERATE", "AID", "MOBILIZE"})
"""Types of acts that are public ones on such a page where somebody is named whose act it is."""
MEETINGS = ("meet.", "meeting.", "visit.", "receive.")
"""Beginnings of the frames of meetings; to *call* or *speak to* somebody is no public act by itself."""
STATE_MODES = frozenset({"arrest", "deport", "curfew", "martial-law", "troops", "crowd-control", "release"})
"""What none but a state, or who takes its place, does: *two men were arrested*."""
OPEN_MODES = frozenset({"demo", "strike", "hunger", "obstruct", "boycott", "riot", "yield"})
"""What makes whoever does it a public actor: to march, to strike, to refuse to end a siege."""
HOLDING = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
"""Speech acts that another act stands in."""
SOVEREIGN = ("pardon.", "amnesty.", "extradite.", "extradition.", "ratify.", "decree.", "deport.")
"""Beginnings of the frames of what only those do who govern, whoever they are."""
SOVEREIGN_MODES = frozenset({"curfew", "martial-law", "deport"})
ABROAD = frozenset({"ASSAULT", "COERCE", "AID"})
"""Types of acts that people without office, too, do in public where they do them to those of another country."""
FLEEING = frozenset({"refuge", "asylum", "sanctuary"})
"""What those seek, and states grant, who flee."""
BACK = frozenset({"he", "she", "the two", "the pair", "the three", "both"})
"""Words that point back to those who were named before."""
CASUALTIES = ("kill.", "injure.", "wound.", "hurt.", "harm.", "die.", "death.", "injury.")
"""Beginnings of the frames of what also happens without anybody's doing."""


def weighed(annotations: Annotations, findings: Findings) -> Iterator[Event]:
    """The events in their order, each with the confidence that its surroundings leave it."""
    sentences = annotations.sentences
    whole = findings.events
    places = [syntax.sentence_at(sentences, one.trigger.start) for one in whole]
    shown = (without_passing(one, sentences[at]) for one, at in zip(whole, places, strict=True))
    findings = replace(findings, events=tuple(shown))
    entries = list(_public_entries(findings))
    mixed = _is_mixed(findings, len(entries))
    busy = len(set(entries))
    text = findings.document.text
    weights = [private_weight(sentence, text) for sentence in annotations.sentences]
    harm = [harm_of(sentence) for sentence in annotations.sentences]
    mishaps = harm.count("accident") > harm.count("violence")  # the page tells of a wreck or a quake more than of arms
    violent = not mishaps and ("violence" in harm or any(is_forced(one) for one in findings.events))
    private = [weight >= SURE for weight in weights]
    surely = [weight >= 2 * SURE for weight in weights]
    field = len(weights) > 1 and sum(map(bool, weights)) >= PRIVATE_SHARE * len(weights)
    for told, event, at in zip(whole, findings.events, places, strict=True):
        sentence = sentences[at]
        at_play = plays(event, sentence) and not is_public_affair(sentence)
        factor = NOBODY_PUBLIC if at_play else _factor(event, busy, len(private), mixed)
        if factor < PUBLIC_PAGE and not at_play and _is_about_public(event, findings.events):
            factor = PUBLIC_PAGE
        if factor < 1.0 and not at_play and _ends_protest(event, findings.events):
            factor = 1.0
        if _is_hurt_by_nobody(event, harm[at]) and harm[at] != "violence" and (harm[at] == "accident" or not violent):
            factor *= MISHAP
        unions = is_of_workers(event) or is_of_trade(event)
        if busy < BUSY and unions and not is_dispute(sentence, event.trigger.start):
            factor = min(factor, NOBODY_PUBLIC)
        ruling = weights[at] > 0 and is_ruling(event)
        faint = busy < BUSY and not unions and is_faint(event)
        if (ruling or faint) and not is_of_public_affairs(sentence, event):
            factor = min(factor, NOBODY_PUBLIC)
        if is_own_affair(event):
            factor = min(factor, NOBODY_PUBLIC)
        if event.rule == "modal.request" and _asks_itself(event):
            factor = min(factor, NOBODY_PUBLIC)
        if (event.type == "COOPERATE" and not event.source) or is_figure(event, sentence):
            factor = min(factor, NOBODY_PUBLIC)  # *exports to Japan rose*: trade, and nobody's act
        factor *= trust(told)
        if is_told_story(sentence, event.trigger.start):
            factor *= STORY
        elif (is_official(event) and not is_ruling(event)) or _is_by_country(event):
            factor *= PRIVATE_WORDS if surely[at] and not is_forced(event) else 1.0
        elif (field or private[at] or _is_of_game(event, sentence) or (weights[at] and _is_on_market(event))) and (
            not is_forced(event) or has_score(sentence, text)
        ):
            factor *= PRIVATE_WORDS

        yield replace(told, confidence=round(told.confidence * factor, 2)) if factor != 1.0 else told


def _is_by_country(event: Event) -> bool:
    """True for people whom a state jails or deports, whatever they did: *Peru jailed two film critics*."""
    return event.mode in {"arrest", "deport"} and any(one.actor_kind == "country" for one in event.source)


def _is_of_game(event: Event, sentence: Sentence) -> bool:
    return is_of_sport(event) or ((are_teams(event) or is_of_side(event)) and is_game(sentence))


def _is_on_market(event: Event) -> bool:
    """*The brewer blamed* **China**: nobody public does it, to a country by its bare name, which may be a market or a place."""
    doers = event.source
    return bool(doers) and are_teams(event) and not any(is_public(one, event.type, "source") for one in doers)


def _is_mixed(findings: Findings, busy: int) -> bool:
    """True for a page of many entries, few of which have a public actor: a portrait, a column, a report from a trial."""
    entries = len(findings.events) + sum(one.speaker is not None for one in findings.statements)
    return entries >= MANY_ENTRIES and busy < PUBLIC_SHARE * entries


def _factor(event: Event, busy: int, sentences: int, mixed: bool) -> float:
    """By the parties; a visit needs a public visitor."""
    alone = busy < BUSY and sentences >= LONG_PAGE
    if has_public(event):
        return PRIVATE_WORDS if alone and not is_forced(event) else 1.0
    undergone = event.mode in STATE_MODES and not event.source and _is_of_people(event)
    told_of = undergone and not all(is_anybody(one, False) for one in event.target)
    if told_of or _is_open(event, busy) or _is_between_states(event):
        return NOBODY_PUBLIC if alone else 1.0
    if event.rule.startswith(SOVEREIGN) or event.mode in SOVEREIGN_MODES:
        return PUBLIC_PAGE
    if _is_guest_of_office(event):
        return PUBLIC_PAGE
    parties = (*event.source, *event.target)
    told = any(may_be_public(one, event.type) and not is_anybody(one, one in event.source) for one in parties)
    return PUBLIC_PAGE if told and busy >= BUSY and not mixed and _is_of_page(event) else NOBODY_PUBLIC


def _is_of_people(event: Event) -> bool:
    """*two men were arrested*, against a firm that *was freed from* its debts and what *was returned to* a dealer."""
    given = event.mode == "release"
    people = any(one.actor_kind != "organisation" and not (given and is_firm(one)) for one in event.target)
    return event.mode == "troops" or not event.target or people


def _is_between_states(event: Event) -> bool:
    """True where those of one country help or harm those of another, or flee to it: *Kenyan nurses* helped *Peruvian villagers*."""
    source = {one.country for one in event.source if one.country}
    placed = (one for one in event.target if not (one.how.startswith("table:city") or is_where(event, one)))
    target = {one.country for one in placed if one.country}
    fled = event.type == "REQUEST" and event.object is not None and event.object.text.split()[-1].lower() in FLEEING
    told = event.mode == "cyber" or ".noun-" not in event.rule  # *a carmaker's assault on the Peruvian market*
    done = (
        told
        and event.type in ABROAD
        and any(is_crowd(one) and not is_firm(one) and not is_private_body(one) for one in event.source)
    )
    between = bool(source and target) and not source & target and done and not is_quarrel(event)
    return between or (fled and bool(event.target))


def _is_of_page(event: Event) -> bool:
    """True for acts of a kind that belongs to public affairs wherever these are the page's subject."""
    if event.type == "CONSULT":
        return bool(event.source) and event.rule.startswith(MEETINGS)
    if event.type in HARD:
        return True
    if event.type == "SUPPORT":
        return any(is_collective(one) for one in event.source)
    if event.type == "AID" and event.target and any(is_crowd(one) and not is_firm(one) for one in event.source):
        return True
    return event.type in DEALINGS and any(
        (event.type in HOLDING and is_collective(one)) or (not is_at_work(one) and _is_somebody(one))
        for one in event.source
    )


def _is_somebody(party: Party) -> bool:
    """True for one of whom something is known, and for those whom a pronoun points back to; not for *the yellow jersey*."""
    return bool(party.country or party.sector or party.actor_kind == "person") or party.text.lower() in BACK


def _is_open(event: Event, busy: int) -> bool:
    if event.rule.startswith(BOOING) or (
        event.source and all(is_firm(one) or is_private_body(one) for one in event.source)
    ):
        return False
    if busy < BUSY and (is_of_trade(event) or (event.mode == "yield" and event.type != "REJECT")):
        return False
    single = bool(event.source) and all(one.actor_kind == "person" or not is_crowd(one) for one in event.source)
    return event.mode in OPEN_MODES and not (event.mode in CROWDS_MODES and single and busy < BUSY)


def _is_about_public(event: Event, events: Sequence[Event]) -> bool:
    """True for a demand, promise or refusal of anybody's whose own act is one of or on a public actor: *called for sanctions
    on Kenya*."""
    words = {event.rule.split(".")[0].replace("_", " "), event.trigger.text.lower()}
    return (
        event.type in HOLDING
        and any(map(is_collective, event.source))
        and any(
            one.sentence == event.sentence
            and bool(words & set(one.status_chain))
            and (_has_state(one) or one.mode == "release")
            for one in events
            if one is not event
        )
    )


def _ends_protest(event: Event, events: Sequence[Event]) -> bool:
    """True where a crowd gives up what made it a public actor: *the nurses called off their strike*."""
    return event.type in {"CONCEDE", "RETREAT"} and any(
        one.type == "PROTEST"
        and one.mode in OPEN_MODES
        and one.sentence == event.sentence
        and bool({event.rule.split(".")[0].replace("_", " "), event.trigger.text.lower()} & set(one.status_chain))
        for one in events
    )


def _has_state(event: Event) -> bool:
    return any(is_public(one, "") for one in (*event.source, *event.target, *event.against))


def _asks_itself(event: Event) -> bool:
    """*America must stay committed*, from its president: a state's own voice asks nothing of it."""
    return any(
        target.actor_kind == "country"
        and target.country
        and all(
            one.country == target.country and not one.is_assumed and one.actor_kind != "group" for one in event.source
        )
        for target in event.target
    )


def _is_hurt_by_nobody(event: Event, harm: str) -> bool:
    """True where nobody is named who kills or injures, or among words of mishap nobody but civilians: *a bus with pilgrims*."""
    harmless = harm == "accident" and all(one.sector in CIVIL for one in event.source)
    return event.type == "ASSAULT" and (not event.source or harmless) and event.rule.startswith(CASUALTIES)


def _is_guest_of_office(event: Event) -> bool:
    """True where somebody whom no table knows meets somebody in office: *Obama will hold talks with President Lind*."""
    people = event.type == "CONSULT" and any(
        (party.actor_kind == "person" and party.sector != "JRN") or party.sector == "UNK" for party in event.source
    )
    return people and any(one.actor_kind in {"person", "office"} and is_public(one, "") for one in event.target)


def _public_entries(findings: Findings) -> Iterator[frozenset[int]]:
    """Of each entry of the page with public actors where these stand: what one does twice in a sentence tells no more."""
    for event in findings.events:
        if has_public(event):
            parties = (*event.source, *event.target, *event.against)
            yield frozenset(one.start for one in parties if is_public(one, event.type))
    for told in findings.statements:
        if told.speaker is not None and is_public(told.speaker, ""):
            yield frozenset({told.speaker.start})
