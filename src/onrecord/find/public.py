"""Who is a public actor: states and those who govern, fight, judge or speak for a people, against clubs, firms and neighbours."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.find.private_bodies import is_private_body
from onrecord.lexicon.fields import field_words
from onrecord.schema import Event, Party

PUBLIC = frozenset("GOV MIL COP JUD LEG SPY REB PRM UAF PTY OPP IGO UNO EUR NGO IMG ISM REF".split())
STATE = PUBLIC - {"NGO", "REF", "PTY", "MIL"}
FORCES = frozenset("COP MIL REB UAF SPY IGO".split())
"""Sectors whose acts are public ones in a stadium, too."""
CIVIL = frozenset({"CVL", "LAB", "EDU", "REL", "JRN", "AGR", "SOC", "CRM", "MED"})
"""Sectors of people who are parties to public events as protesters and victims, not by visiting or praising each other."""
FIRMS = frozenset({"BUS", "MNC"})
PRIVATE = FIRMS | {"JRN"}
"""Sectors of those who make no public event among themselves; in ``QUIET`` types others do neither."""
EMPLOYED = PRIVATE | {"LAB", "EDU", "MED", "CVL", "SOC", "REL", "AGR"}
TRADES = frozenset({"EDU", "MED", "LAB", "AGR", "BUS", "MNC", "JRN"})
"""Sectors of callings: people of whom only such a one is told protest among themselves, too."""
QUIET = frozenset({"RETREAT", "SANCTION"})
"""Types that people without office do in private: to resign, to sack."""
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
RULINGS = frozenset({"SUPPORT", "REJECT", "AGREE", "REQUEST", "CONCEDE"})
"""Types of what courts decide between any two."""
QUARRELS = ("fight.", "battle.", "clash.")
"""Beginnings of the frames of fights, which single people have over a menu, too."""
PEOPLES_EVENTS = frozenset({"PROTEST", "ASSAULT", "COERCE"})
CROWDS = frozenset(
    "crowd mob youth public majority minority populace community staff population workforce clergy".split()
)
"""Words for many in the singular."""
_MANY = re.compile(r"\b(?:\w+s|men|women|people|children|others|folk|police|clergy|youth)\b|\d")
UNIONS_EVENTS = frozenset({"PROTEST", "THREATEN", "ACCUSE", "CONCEDE", "REJECT", "REQUEST"})
UNTOLD = "page:who undergoes it"
"""How a party begins to be known of whom only the act tells that it is somebody."""
BARE = (":country name", ":demonym", ":metonym", ":we of the speaker's country")
"""How a party ends to be known that is no more than a country's name."""
TALK = frozenset({"i", "we", "you", "me", "us"})
"""Parties that only belong to the talk, where nothing tells who they are."""
POWERS = re.compile(
    r"\b(?:countries|nations|states|republics|governments|factions|powers|capitals|parliaments|authorities)$"
)
"""Ends of phrases that stand for states without naming them: *nearly seventy countries*."""
_ABROAD = re.compile(r"\w (?:in|from|across|throughout) ")
"""What makes states a place: *suppliers in three countries*."""
NATIONS_AT_PLAY = frozenset({"England", "Wales", "Scotland", "Northern Ireland"})
"""Countries without a foreign policy of their own: by their bare names they play."""
_TEAM = re.compile(r"(?:the|The) [A-Z][a-z]+s")
_COMPATRIOT = re.compile(
    r"(?:the|The|a|A|an|An) [A-Z][a-z]*(?:an|man|woman|er|i|ech|ole|ane|ede|inn|urk|eek|on|ard|erb|oat|ak|akh|ai|iwi)"
)
"""*the Czech*, *the Brazilian*: one person, by the country, against *the Chinese*."""


def has_public(event: Event) -> bool:
    """True where one of those whose act it is, or on whom it is done, is a public actor."""
    if event.type in DEALINGS and event.source and all(map(is_firm, event.source)):
        return any(bool(_sectors(party) & STATE) and not is_bare(party) for party in event.target)
    if event.rule.startswith(TRADING):
        return any(is_public(one, "") and (event.target or not is_bare(one)) for one in event.source)
    if event.rule.startswith(WARRING) and not event.against:
        return any(is_public(one, "") for one in (*event.source, *event.target))
    if not event.source and event.type in DEALINGS:
        event = replace(event, target=tuple(one for one in event.target if not _is_where(event, one)))
    if event.type == "ASSAULT" and event.source and all(map(_is_tradesman, event.source)):
        return any(bool(_sectors(party) & (STATE | CIVIL)) and not is_bare(party) for party in event.target)
    if event.source and all(map(_is_private, event.source)):
        event = replace(event, target=tuple(one for one in event.target if not _is_where(event, one)))
    if event.source and all(map(_is_neighbour, event.source)):
        event = replace(event, target=tuple(one for one in event.target if not is_bare(one)))
    if _is_suit(event) or _is_quarrel(event) or _is_of_family(event):
        return False
    if any(_is_team(one) or is_private_body(one) for one in event.source):
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
    plain = party.text.split()[0].lower() in {"a", "an", "its", "their", "the"}
    return plain and party.actor_kind in {"office", "unnamed"} and not _sectors(party) & (FORCES | {"JUD", "LEG"})


def _named(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those who are more than a word for people: not *the judges* of a contest."""
    return tuple(one for one in parties if one.actor_kind not in {"group", "unnamed"})


def _is_neighbour(party: Party) -> bool:
    """*my uncle*: one private person, who backs a country in a contest."""
    sectors = _sectors(party)
    return bool(sectors) and sectors <= EMPLOYED and party.name is None and not is_crowd(party)


def _is_suit(event: Event) -> bool:
    """*A court ordered the carmaker to pay its supplier*, *The maker asked a court to*: a court between firms."""
    judged = (
        bool(event.source)
        and all(map(_is_court, event.source))
        and event.rule.startswith("order.")
        and event.type == "SANCTION"
    )
    asked = bool(event.source) and all(map(is_firm, event.source)) and all(map(_is_court, event.target))
    return (judged and all(map(is_firm, event.target))) or (asked and bool(event.target))


def _is_quarrel(event: Event) -> bool:
    """*The cook fought with his partners*: a fight of single people without arms."""
    parties = (*event.source, *event.target)
    return (
        event.type == "ASSAULT"
        and event.rule.startswith(QUARRELS)
        and bool(event.source)
        and all(bool(_sectors(one)) and _sectors(one) <= EMPLOYED | {"UNK"} for one in parties)
        and not any(map(is_crowd, event.source))
    )


def _is_of_family(event: Event) -> bool:
    """*The minister met his son*: nobody's public business."""
    kin = (party.how.startswith("page:relative") for party in event.target)
    return event.type == "CONSULT" and bool(event.target) and all(kin)


def _is_court(party: Party) -> bool:
    return "JUD" in _sectors(party) and party.name is None


def _is_bureau(party: Party) -> bool:
    """*the agency for medicines*: one body at work, that meets nobody where it meets."""
    return party.actor_kind == "group" and re.search(r"\b(?:agency|institute|office|service)\b", party.text) is not None


def is_bare(party: Party) -> bool:
    """True for a country by its name alone, which may be where something is rather than who acts."""
    return party.actor_kind == "country" and party.how.endswith(BARE)


def _is_private(party: Party) -> bool:
    """True for people at work, firms and single citizens: a country in their sentence is often where they are."""
    sectors = _sectors(party)
    return (bool(sectors) and sectors <= EMPLOYED) or _COMPATRIOT.fullmatch(party.text) is not None


def _is_where(event: Event, party: Party) -> bool:
    """*sued a hotel* **in Turkey**: the place of something."""
    before = event.sentence.text[: max(0, party.start - event.sentence.start)].split()
    return (
        party.actor_kind == "country" and bool(before) and before[-1].lower() in {"in", "from", "off", "across", "near"}
    )


def is_public(party: Party, event_type: str, side: str = "target") -> bool:
    """True where the party alone, on its ``side``, makes an event of this type a public one."""
    if _is_team(party):
        return False
    if party.text in NATIONS_AT_PLAY or (_COMPATRIOT.fullmatch(party.text) and (not party.sector or is_bare(party))):
        return False
    if is_private_body(party):
        return False
    if party.actor_kind == "organisation" and not field_words().sure.isdisjoint(party.text.lower().split()):
        return False  # *the Football Association*
    sectors = _sectors(party) if not _is_maker(party) else FIRMS
    known = party.actor_kind in {"country", "armed_group"} or bool(sectors & PUBLIC)
    told = not party.how.startswith(UNTOLD)
    people = event_type in PEOPLES_EVENTS and (side == "target" or event_type != "COERCE")  # who coerces is no crowd
    known = known or (told and people and (bool(sectors & CIVIL) or (side == "target" and _is_compatriots(party))))
    known = known or _is_power(party)
    joint = party.actor_kind != "person" or party.principal is not None  # a union or its leader, no single mechanic
    known = known or (event_type in UNIONS_EVENTS and "LAB" in sectors and joint)
    return known or any(is_public(member, event_type, side) for member in party.members)


def _is_power(party: Party) -> bool:
    return POWERS.search(party.text) is not None and _ABROAD.search(party.text) is None


def _is_compatriots(party: Party) -> bool:
    """*Three Russians*, *another ethnic Chechen*: people of whom no more is told than whose they are."""
    named = party.how.startswith("table:country adjective") and party.text.split()[-1][:1].isupper()
    return named and party.actor_kind == "group" and party.country is not None and not party.sector


def _is_team(party: Party) -> bool:
    """*the Generals*, *the Rebels*: a word for people written as a name is a club's."""
    return _TEAM.fullmatch(party.text) is not None and party.how.startswith(("table:agent noun", "table:title"))


def is_faint(event: Event) -> bool:
    """True where nobody but people and bodies told by a common word makes the event a public one: *the agency*, *officials*."""
    parties = [one for one in (*event.source, *event.target, *event.against) if is_public(one, event.type)]
    return bool(parties) and all(map(_is_common, parties))


def _is_common(party: Party) -> bool:
    if party.is_assumed and party.text.removeprefix("The ").islower():
        return True
    unnamed = party.actor_kind in {"office", "group", "unnamed"} and party.name is None
    guessed = not party.country or (party.sector == "GOV" and party.how.startswith("none:unnamed"))
    return unnamed and guessed and not _is_power(party)


def is_ruling(event: Event) -> bool:
    """*A court upheld the fine*: what courts also do between firms, clubs and neighbours."""
    others = (*event.target, *event.against)
    return (
        event.type in RULINGS
        and bool(event.source)
        and all("JUD" in _sectors(one) and one.actor_kind != "person" for one in event.source)
        and not any(is_public(one, event.type) for one in others)
    )


def is_crowd(party: Party) -> bool:
    """True where the phrase may be one for several people: *teachers*, *a crowd*, *thousands*; not for *the winger's*."""
    words = party.text.replace("’", "'").removesuffix("'s").lower()
    return _MANY.search(words) is not None or not CROWDS.isdisjoint(words.split()) or party.actor_kind == "organisation"


def is_of_trade(event: Event) -> bool:
    """True for a protest that only people by their calling make: *biologists protested when the journal dropped the review*."""
    return (
        event.type == "PROTEST"
        and event.mode in {None, "demo"}
        and bool(event.source)
        and all(_sectors(one) <= TRADES and one.sector is not None and not one.country for one in event.source)
        and not any(is_public(party, "") for party in (*event.target, *event.against))
    )


def is_of_workers(event: Event) -> bool:
    """True where nothing but people at work, by their trade, makes the event a public one: *engineers demanded more time*."""
    others = (*event.target, *event.against) if event.source else ()
    parties = event.source or event.target
    return (
        event.type in {"REQUEST", "REJECT", "ACCUSE"}
        and all(party.actor_kind != "organisation" and "LAB" in _sectors(party) for party in parties)
        and not any(is_public(party, "") for party in others)
    )


def may_be_public(party: Party, event_type: str) -> bool:
    """False for those who only belong to the talk, and for firms, shop hands and schools that are known as such."""
    sectors = _sectors(party)
    known_private = sectors and sectors <= (EMPLOYED if event_type in QUIET else PRIVATE)
    return party.text.lower() not in TALK and not known_private


SEVERAL = frozenset({"the two", "the pair", "the three", "both", "both sides"})
"""What points back to those whom the page has told of."""


def is_anybody(party: Party, acts: bool) -> bool:
    """True for one of whom the page tells nothing: *they* without an antecedent, or a single unknown name of whom or what nothing
    else is told, where it does nothing (*released* **Sunrise**)."""
    if party.country or party.sector or party.members or party.text.lower() in SEVERAL:
        return False
    if party.how.startswith(("none:pronoun", "none:no known actor")):
        return True
    lone = party.how.startswith("page:name") and " " not in (party.name or "")
    return lone and not acts and party.actor_kind in {"person", "group", "organisation"}


def is_at_work(party: Party) -> bool:
    """True for firms, people at work and single citizens, and for those who only belong to the talk."""
    return _is_private(party) or party.text.lower() in TALK


def is_collective(party: Party) -> bool:
    """True for several people who are no firm and no newsroom: *the bishops*, *the prisoners*, a union."""
    sectors = _sectors(party)
    if party.how.startswith("table:city"):
        return False
    return party.actor_kind in {"group", "organisation"} and bool(sectors) and sectors <= CIVIL - {"JRN", "CRM", "MED"}


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


def is_firm(party: Party) -> bool:
    """True for companies, and those who own them or deal in something: *the drone maker*, for all its arms."""
    sectors = _sectors(party)
    return bool(sectors) and (sectors <= FIRMS or _is_maker(party))


def _is_maker(party: Party) -> bool:
    return party.sector in FIRMS and _MAKER.search(party.text) is not None


_MAKER = re.compile(
    r"(?:maker|manufacturer|producer|supplier|seller|dealer|builder|operator)s?(?:['’]s?)?$", re.IGNORECASE
)


def _is_tradesman(party: Party) -> bool:
    sectors = _sectors(party)
    return bool(sectors) and sectors <= FIRMS | {"LAB", "AGR"}


def _sectors(party: Party) -> set[str]:
    sectors = {one for one in (party.sector, *party.sectors) if one}
    return {"LAB"} if "LAB" in sectors and "union" in party.text.lower() else sectors  # *the pilots' union*
