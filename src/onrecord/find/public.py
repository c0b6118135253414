"""Who is a public actor: states and those who govern, fight, judge or speak for a people, against clubs, firms and neighbours."""

from __future__ import annotations

import re

from onrecord.find.private_bodies import is_private_body
from onrecord.lexicon.fields import field_words
from onrecord.schema import Party

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
PEOPLES_EVENTS = frozenset({"PROTEST", "ASSAULT", "COERCE"})
CROWDS = frozenset(
    "crowd mob youth public majority minority populace community staff population workforce clergy".split()
)
"""Words for many in the singular."""
_MANY = re.compile(r"\b(?:\w+[^\Ws]s|men|women|people|children|others|folk|police|clergy|youth)\b|\d")
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


def is_bare(party: Party) -> bool:
    """True for a country by its name alone, which may be where something is rather than who acts."""
    return party.actor_kind == "country" and party.how.endswith(BARE)


def is_private(party: Party) -> bool:
    """True for people at work, firms and single citizens: a country in their sentence is often where they are."""
    sectors = sectors_of(party)
    return (bool(sectors) and sectors <= EMPLOYED) or _COMPATRIOT.fullmatch(party.text) is not None


def is_public(party: Party, event_type: str, side: str = "target") -> bool:
    """True where the party alone, on its ``side``, makes an event of this type a public one."""
    if is_team(party):
        return False
    if party.text in NATIONS_AT_PLAY or (_COMPATRIOT.fullmatch(party.text) and (not party.sector or is_bare(party))):
        return False
    if is_private_body(party):
        return False
    if party.actor_kind == "organisation" and not field_words().sure.isdisjoint(party.text.lower().split()):
        return False  # *the Football Association*
    sectors = sectors_of(party) if not _is_maker(party) else FIRMS
    known = party.actor_kind in {"country", "armed_group"} or bool(sectors & PUBLIC)
    told = not party.how.startswith(UNTOLD)
    people = event_type in PEOPLES_EVENTS and (side == "target" or event_type != "COERCE")  # who coerces is no crowd
    civil = bool(sectors & CIVIL) and (side == "target" or is_crowd(party))
    known = known or (told and people and (civil or (side == "target" and _is_compatriots(party))))
    known = known or is_power(party)
    joint = is_crowd(party) or "union" in party.text.lower() or party.principal is not None  # no single mechanic
    known = known or (event_type in UNIONS_EVENTS and "LAB" in sectors and joint)
    return known or any(is_public(member, event_type, side) for member in party.members)


def is_power(party: Party) -> bool:
    """True for states told without their names: *both governments*, not *suppliers in three countries*."""
    return POWERS.search(party.text) is not None and _ABROAD.search(party.text) is None


def _is_compatriots(party: Party) -> bool:
    """*Three Russians*, *another ethnic Chechen*: people of whom no more is told than whose they are."""
    named = party.how.startswith("table:country adjective") and party.text.split()[-1][:1].isupper()
    return named and party.actor_kind == "group" and party.country is not None and not party.sector


def is_team(party: Party) -> bool:
    """*the Generals*, *the Rebels*: a word for people written as a name is a club's."""
    return _TEAM.fullmatch(party.text) is not None and party.how.startswith(("table:agent noun", "table:title"))


def is_crowd(party: Party) -> bool:
    """True where the phrase may be one for several people: *teachers*, *a crowd*, *thousands*; not for *the winger's*."""
    words = party.text.replace("’", "'").removesuffix("'s").lower()
    if party.sector == "CVL" and party.how.endswith("page:where it takes place"):
        return True  # *riots shook* **the Kenyan capital**
    return _MANY.search(words) is not None or not CROWDS.isdisjoint(words.split()) or party.actor_kind == "organisation"


def may_be_public(party: Party, event_type: str) -> bool:
    """False for those who only belong to the talk, and for firms, shop hands and schools that are known as such."""
    sectors = sectors_of(party)
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
    return is_private(party) or party.text.lower() in TALK


def is_collective(party: Party) -> bool:
    """True for several people who are no firm and no newsroom: *the bishops*, *the prisoners*, a union."""
    sectors = sectors_of(party)
    if party.how.startswith("table:city"):
        return False
    return party.actor_kind in {"group", "organisation"} and bool(sectors) and sectors <= CIVIL - {"JRN", "CRM", "MED"}


def is_firm(party: Party) -> bool:
    """True for companies, and those who own them or deal in something: *the drone maker*, for all its arms."""
    sectors = sectors_of(party)
    return bool(sectors) and (sectors <= FIRMS or _is_maker(party))


def _is_maker(party: Party) -> bool:
    return party.sector in FIRMS and _MAKER.search(party.text) is not None


_MAKER = re.compile(
    r"(?:maker|manufacturer|producer|supplier|seller|dealer|builder|operator)s?(?:['’]s?)?$", re.IGNORECASE
)


def is_tradesman(party: Party) -> bool:
    """True for workers, farmers, dealers and firms."""
    sectors = sectors_of(party)
    return bool(sectors) and sectors <= FIRMS | {"LAB", "AGR"}


def sectors_of(party: Party) -> set[str]:
    """All sectors of a party; of a union those of workers alone, whatever the trade."""
    sectors = {one for one in (party.sector, *party.sectors) if one}
    return {"LAB"} if "LAB" in sectors and "union" in party.text.lower() else sectors  # *the pilots' union*
