"""Which acts are public ones by those who take part: of states, armed groups and peoples, against firms, clubs and neighbours."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.find.private_bodies import is_eleven, is_private_body
from onrecord.find.public import (
    CIVIL,
    EMPLOYED,
    FORCES,
    STATE,
    TRADES,
    is_bare,
    is_crowd,
    is_firm,
    is_power,
    is_private,
    is_public,
    is_team,
    is_tradesman,
    sectors_of,
)
from onrecord.schema import Event, Party

DEALINGS = frozenset(
    {
        "THREATEN",
        "CONSULT",
        "AGREE",
        "SUPPORT",
        "COOPERATE",
        "AID",
        "RETREAT",
        "CONCEDE",
        "COERCE",
        "PROTEST",
        "SANCTION",
    }
)
"""Types that firms do in the course of business: a country named beside is where they do it (*threatened to move to Peru*)."""
TRADING = ("export.", "import.", "ship.", "buy.", "sell.", "trade.")
"""Beginnings of the frames of trade: it is a state's act where the state does it, not where its country is the market."""
WARRING = ("war.", "battle.", "siege.")
"""Beginnings of the frames of war: dog owners *at war with* joggers wage none."""
BOOING = ("boo.", "jeer.", "heckle.", "hiss.", "whistle.")
"""Beginnings of the frames of what crowds do to players and actors, too."""
RULINGS = frozenset({"SUPPORT", "REJECT", "AGREE", "REQUEST", "CONCEDE"})
"""Types of what courts decide between any two."""
QUARRELS = ("fight.", "battle.", "clash.")
"""Beginnings of the frames of fights, which single people have over a menu, too."""
FIGURES = ("attack.", "ambush.", "invade.", "invasion.", "bombard.", "raid.", "assault.", "storm.", "besiege.")
"""Beginnings of the frames of attacks that firms and single people also make on a market, a rival or a goal."""


def has_public(event: Event) -> bool:
    """True where one of those whose act it is, or on whom it is done, is a public actor."""
    if event.type in DEALINGS and event.source and all(map(is_firm, event.source)):
        others = (party for party in event.target if not is_bare(party) and not _is_own(party))
        return any(bool(sectors_of(party) & STATE) for party in others)
    if event.rule.startswith(TRADING):
        return any(is_public(one, "") and (event.target or not is_bare(one)) for one in event.source)
    if _is_suit(event) or is_quarrel(event) or _is_of_family(event):
        return False
    if event.rule.startswith(BOOING):
        return any(is_public(one, "") for one in event.target)
    if event.rule.startswith(WARRING) and not event.against:
        return any(is_public(one, "") for one in (*event.source, *event.target))
    if not event.source and event.type in DEALINGS:
        event = replace(event, target=tuple(one for one in event.target if not is_where(event, one)))
    if event.type == "ASSAULT" and event.source and all(map(is_tradesman, event.source)):
        return any(bool(sectors_of(party) & (STATE | CIVIL)) and not is_bare(party) for party in event.target)
    if event.source and all(map(is_private, event.source)):
        event = replace(event, target=tuple(one for one in event.target if not is_where(event, one)))
    if event.source and all(_is_neighbour(one) or is_eleven(one) for one in event.source):
        event = replace(event, target=tuple(one for one in event.target if not is_bare(one)))
    if event.type == "COERCE" and event.source and event.mode not in TAKING and all(map(_is_worker, event.source)):
        return any(is_public(one, "") and not is_where(event, one) for one in (*event.target, *event.against))
    if any(is_team(one) or is_private_body(one) for one in event.source):
        event = replace(event, target=tuple(one for one in event.target if not one.how.startswith("page:subject")))
    if event.source and all(map(is_private_body, event.source)) and event.type in DEALINGS:
        event = replace(event, target=_named(event.target), against=_named(event.against))
    if event.source and all(map(_is_house, event.source)):
        event = replace(event, target=tuple(one for one in event.target if not _is_officer(one)))
    if event.rule.startswith("meet.") and not event.target and all(map(_is_bureau, event.source)):
        return False
    own = (event.type == "CONSULT" and event.mode != "third-party") or (event.type == "RETREAT" and event.source)
    parties = event.source if own else (*event.source, *event.target, *event.against)
    return any(is_public(one, event.type, "source" if one in event.source else "target") for one in parties)


def _is_house(party: Party) -> bool:
    """True for an organisation that governs nobody: what has an office there is its own."""
    return party.actor_kind in {"organisation", "group"} and not is_public(party, "")


def _is_officer(party: Party) -> bool:
    """*appointed* **a new president**, *sacked its* **chairman**: an office without a name or another house's."""
    plain = party.text.split()[0].lower() in {"a", "an", "the"}
    return (
        _is_own(party)
        or plain
        and party.actor_kind in {"office", "unnamed"}
        and not sectors_of(party) & (FORCES | {"JUD", "LEG"})
    )


def _is_own(party: Party) -> bool:
    """*defended* **its adviser**: an office of whoever acts."""
    return party.actor_kind in {"office", "unnamed"} and party.text.split()[0].lower() in {"its", "their"}


def _named(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those who are more than a word for people: not *the judges* of a contest."""
    return tuple(one for one in parties if one.actor_kind not in {"group", "unnamed"})


TAKING = frozenset({"abduct", "hostage", "arrest", "torture"})
"""How people without office, too, coerce others in public."""


def _is_worker(party: Party) -> bool:
    """True for people, known by nothing but a trade or their being people: **the chef** *banned ketchup*."""
    sectors = sectors_of(party)
    return bool(sectors) and sectors <= EMPLOYED and party.actor_kind != "organisation"


def _is_neighbour(party: Party) -> bool:
    """*my uncle*: one private person, who backs a country in a contest."""
    sectors = sectors_of(party)
    return bool(sectors) and sectors <= EMPLOYED and party.name is None and not is_crowd(party)


def _is_suit(event: Event) -> bool:
    """*A court ordered the carmaker to pay its supplier*, *The maker asked a court to*: a court between firms."""
    judged = bool(event.source) and all(map(_is_court, event.source)) and event.rule.startswith(("order.", "modal."))
    asked = bool(event.source) and all(map(is_firm, event.source)) and all(map(_is_court, event.target))
    told = bool(event.target) or event.type == "SANCTION"
    return (judged and told and all(map(_is_litigant, event.target))) or (asked and bool(event.target))


def _is_litigant(party: Party) -> bool:
    """True for a firm, and for one person of whom no more than a trade is told."""
    sectors = sectors_of(party)
    return is_firm(party) or (
        party.name is None and bool(sectors) and sectors <= EMPLOYED - {"JRN"} and not is_crowd(party)
    )


def is_quarrel(event: Event) -> bool:
    """*The cook fought with his partners*, *the brewer attacked a rival*: a fight without arms of single people and firms."""
    if event.type != "ASSAULT" or not event.source or not event.rule.startswith((*QUARRELS, *FIGURES)):
        return False
    parties = event.source if event.rule.startswith(QUARRELS) else (*event.source, *event.target)
    lone = not any(is_crowd(one) and not is_firm(one) for one in parties)
    if lone and all(map(_is_told, event.source)) and all(map(_is_plain, (*event.source, *event.target))):
        return True
    employed = all(bool(sectors_of(one)) and sectors_of(one) <= EMPLOYED for one in event.source)
    return employed and bool(event.target) and all(map(is_bare, event.target))  # *curlers battle Peru*


def _is_told(party: Party) -> bool:
    """True where more than a country is told of the doer: *Kenyan warplanes* may be all that stands behind **Kenyan**."""
    return bool(sectors_of(party)) or not party.how.startswith("table:demonym")


def _is_plain(party: Party) -> bool:
    """True for somebody of whom nothing public is told: by trade, or by no more than the country (**a Kenyan** *tenant*)."""
    sectors = sectors_of(party)
    unknown = not sectors and party.actor_kind == "group" and party.name is None
    return unknown or is_private_body(party) or (bool(sectors) and sectors <= EMPLOYED | {"UNK"})


def _is_of_family(event: Event) -> bool:
    """*The minister met his son*: nobody's public business."""
    kin = (party.how.startswith("page:relative") for party in event.target)
    return event.type == "CONSULT" and bool(event.target) and all(kin)


def _is_court(party: Party) -> bool:
    return "JUD" in sectors_of(party) and party.name is None


def _is_bureau(party: Party) -> bool:
    """*the agency for medicines*: one body at work, that meets nobody where it meets."""
    return party.actor_kind == "group" and re.search(r"\b(?:agency|institute|office|service)\b", party.text) is not None


def is_where(event: Event, party: Party) -> bool:
    """*sued a hotel* **in Turkey**: the place of something."""
    before = event.sentence.text[: max(0, party.start - event.sentence.start)].split()
    return (
        party.actor_kind == "country" and bool(before) and before[-1].lower() in {"in", "from", "off", "across", "near"}
    )


def is_faint(event: Event) -> bool:
    """True where nobody but people and bodies told by a common word makes the event a public one: *the agency*, *officials*."""
    parties = [one for one in (*event.source, *event.target, *event.against) if is_public(one, event.type)]
    return bool(parties) and all(map(_is_common, parties))


_JURY = re.compile(r"\b(?:jury|jurors?|judges)$")
"""Who judges a race or a film as well as a crime."""


def _is_common(party: Party) -> bool:
    if party.is_assumed and party.text.removeprefix("The ").islower():
        return True
    if party.sector == "JUD" and party.name is None and _JURY.search(party.text):
        return True
    unnamed = party.actor_kind in {"office", "group", "unnamed"} and party.name is None
    guessed = not party.country or (party.sector == "GOV" and party.how.startswith("none:unnamed"))
    return unnamed and guessed and not is_power(party)


def is_ruling(event: Event) -> bool:
    """*A court upheld the fine*: what courts also do between firms, clubs and neighbours."""
    others = (*event.target, *event.against)
    return (
        event.type in RULINGS
        and bool(event.source)
        and all("JUD" in sectors_of(one) and one.actor_kind != "person" for one in event.source)
        and not any(is_public(one, event.type) for one in others)
    )


def is_of_trade(event: Event) -> bool:
    """True for a protest that only people by their calling make: *biologists protested when the journal dropped the review*."""
    return (
        event.type == "PROTEST"
        and event.mode in {None, "demo"}
        and bool(event.source)
        and all(sectors_of(one) <= TRADES and one.sector is not None and not one.country for one in event.source)
        and not any(is_public(party, "") for party in (*event.target, *event.against))
    )


def is_of_workers(event: Event) -> bool:
    """True where nothing but people at work, by their trade, makes the event a public one: *engineers demanded more time*."""
    others = (*event.target, *event.against) if event.source else ()
    parties = event.source or event.target
    return (
        event.type in {"REQUEST", "REJECT", "ACCUSE"}
        and all(party.actor_kind != "organisation" and "LAB" in sectors_of(party) for party in parties)
        and not any(is_public(party, "") for party in others)
    )


def is_forced(event: Event) -> bool:
    """True where a body of state or an armed group that the tables know is a party."""
    return any(
        party.sector in FORCES and party.actor_kind in {"organisation", "armed_group", "unnamed", "office"}
        for party in (*event.source, *event.target)
    )


def is_official(event: Event) -> bool:
    """True where a body of state or somebody in office whom the tables know by name is a party."""
    return any(
        party.actor_kind in {"person", "organisation"}
        and party.sector in STATE
        and party.how.startswith("table:")
        and is_public(party, event.type)
        for party in (*event.source, *event.target)
    )
