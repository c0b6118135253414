"""Phrases for those who govern nobody but a club, a firm, a prize or people at work: *the club president*, *Brena's lawyers*."""

from __future__ import annotations

import re

from onrecord.lexicon.fields import field_words
from onrecord.schema import Party

_HOUSES = """race match game club league team tournament festival prize company firm bank airline carrier hotel museum
school shop studio band orchestra theatre film space agency network retailer hospital university newspaper
magazine broadcaster society institute""".split()
_LEADS = (
    "agenc official president chair director jur board govern committee chief commission minister judge general".split()
)
_HEADED = """president chair chairman chairwoman director chief head board council committee commission jury official court
delegation team group coalition alliance panel member leader minister king queen""".split()
_TRADES = """academy club company firm league festival museum orchestra federation bank growers brewers bankers investors
shareholders fans players parish congregation choir scientists researchers doctors artists writers musicians
tourists experts astronomers pharaoh observatory laboratory tour tournament championship exchange boxing
football cricket tennis athletics chess""".split()
_CRAFT = "ship vessel ferry tanker liner yacht trawler boat plane jet flight aircraft side team".split()
_WORKING = """labor labour worker player athlete staff employee company industry club customer consumer shareholder fan rider
pilot""".split()


def _any(words: list[str]) -> str:
    return "|".join(words)


_OFFICE = re.compile(rf"(?:the |an? )?(?:{_any(_HOUSES)})(?:['’]s)? (?:{_any(_LEADS)})", re.IGNORECASE)
"""*race officials*, *the club president*."""
_OF_HOUSE = re.compile(
    rf"(?:(?i:the|an?) )?(?:\w+ ){{0,2}}(?i:{_any(_HEADED)})s? (?:of|for|at|that) (?:\w+ ){{0,3}}(?:{_any(_TRADES)})s?\b"
)
"""*the president of the academy*, *a delegation of growers*."""
_AT_WORK = re.compile(
    rf"\b(?:{_any(_WORKING)})s?['’]?s? (?:representative|official|delegate|chief|president|negotiator)s?\b"
    rf"|^(?:the |an? )?(?:{_any(_HOUSES)})(?:'s|’s|s'|s’) (?:pilot|captain|guard|officer|director|official|chief|recruit)s?$"
    r"|\b(?:pilot|captain|guard|officer|director|official|chief)s? (?:at|of|from|with|for) "
    rf"(?:\w+ ){{1,3}}(?:{_any([*_HOUSES, *_CRAFT])})s?$",
    re.IGNORECASE,
)
"""*athletes' representatives*, *the airline's pilots*, *pilots at the Irish airline*."""
_SIDE = re.compile(
    r"(?:[Tt]he |[Aa]n? )?(?:[A-Z]\w+(?:['’]s)? )+(?:\w+ )?(?:team|squad|crew|club|pair|duo|trio|airline|carrier|firm|company)s?$"
)
"""*the Swiss team*, *the Irish airline*."""
_SPORTING = re.compile(
    r"\b(?:for|of) (?:sports?|football|athletics|cricket|rugby|tennis|cycling|chess)$", re.IGNORECASE
)
"""*the court of arbitration for sport*."""
_CAUSE = re.compile(r"(?:an?|the|this|its|their|his|her) (?:[a-z-]+ )*campaigns?(?: (?:against|of|for|to|by)\b.*)?$")
"""*the campaign against vaping*: a cause, against the campaign of a candidate by name."""
_BOXER = re.compile(r"(?:[Tt]he |[Aa]n? )?(?:[\w.&’' -]+ )?fighter(?: (?:from [A-Z]\w+|[A-Z].*))?$")
"""*the Kenyan fighter*, *Peruvian fighter Lea Brandt*: one alone, of whom no group is told, in a ring; *fighters* are armed."""
_COUNCIL = re.compile(r"\b(?:works|supervisory|student) (?:council|board)\b", re.IGNORECASE)
_CROWD = re.compile(
    r"(?:an|small|whole|growing|veritable) army of |(?:(?:the|its|his|her|their) )?(?:army|fleet) of (?:[a-z]+ )?[a-z]+s\b",
    re.IGNORECASE,
)
"""*an army of volunteers*: many, and no army."""
_OWNED = re.compile(r"(?:[A-Z][\w.&-]* ?)+['’]s? [a-z]")
"""*Brena's president*: of a club or firm, where the country of the office is only guessed."""
_PRESIDES = re.compile(
    r"(?:[Tt]he )?(?!The )[A-Z][\w.&'’-]*(?: (?:[A-Z][\w.&'’-]*|of|de|and))*"
    r" (?:president|chairman|chairwoman|chair|chief|boss|director|head)\b"
)
"""*Brena Athletic president Lea Brandt*: of a house that nobody knows, where the country is only guessed."""
_GOVERNING = re.compile(
    r"^(?:Senate|House|Parliament|Assembly|Congress|Council|Court|Commission|Union|State|National|Vice|Deputy|Former|Acting|Interim|Then)\b"
    r"|\b(?:Senate|Parliament|Assembly|Congress|Council|Court|Commission|Union|Party|Army|Police|Navy|Ministry|Agency|Authority|Front"
    r"|Alliance|Movement|Forces)\b"
)
_COUNTER = re.compile(
    r"\b(?:front|box|ticket|back) office\b|\b(?:space|film|talent|rating|ratings|travel|modelling) agency\b"
    r"|\b(?:athletes|players|staff|students)['’]? (?:commission|council|committee)\b",
    re.IGNORECASE,
)
"""Offices where no country is governed."""
_CROWNED = re.compile(
    r"\b(?!(?:former|late|new|young|old|exiled|deposed|reigning|future|ailing|current|then|the)\b)[a-z]+"
    r" (?:queen|king|prince|princess|emperor|czar|tsar|baron|mogul)s?$"
)
"""*the squash queen*, *a sugar king*."""
_SPORTSMAN = re.compile(
    r"\b(?i:captain|coach|striker|goalkeeper|keeper|manager|midfielder|winger|batsman|batter|bowler|skipper|pitcher) [A-Z]"
)
_ATHLETE = re.compile(r"(?:[A-Z]\w+ )?[A-Z]\w+['’]s (?:[A-Z][\w'’-]+ ?){2,3}")
"""A name behind its country, of whom no office is told."""
_PLAYERS = re.compile(r"\b(?:players|footballers|cricketers|swimmers|riders|sprinters)$")
_CAPTAIN = re.compile(r"[Tt]he (?:[A-Z]\w+ )+(?:captain|coach|skipper|keeper|goalkeeper|striker|winger|bowler)")
_LEARNED = re.compile(
    r"\b(?:Space|Olympic|Athletics|Football|Rugby|Cricket|Library|Museum|Observatory|Orchestra)\b|^NASA$"
)
"""In names of bodies that govern no people."""


def is_private_body(party: Party) -> bool:
    """True where the phrase itself tells that the party is no public one, whatever its sector."""
    text = party.text
    if (
        any(known.match(text) for known in (_OFFICE, _OF_HOUSE, _CROWD))
        or _AT_WORK.search(text)
        or _COUNCIL.search(text)
        or _SIDE.fullmatch(text)
        or _CAUSE.match(text)
        or _SPORTING.search(text)
        or _COUNTER.search(text)
    ):
        return True
    if party.sector == "UAF" and party.principal is None and party.country is not None and _BOXER.fullmatch(text):
        return True
    if party.actor_kind == "office" and party.how.startswith("context:") and _OWNED.match(text):
        return True
    if "context:" in party.how and party.actor_kind in {"person", "office"} and _PRESIDES.match(text):
        return not _GOVERNING.search(text)
    if party.actor_kind in {"office", "person", "group", "unnamed"} and (_CROWNED.search(text) or _is_of_field(party)):
        return True
    if party.actor_kind in {"office", "group", "unnamed"} and _is_of_firm(text):
        return True
    return party.actor_kind == "organisation" and _LEARNED.search(party.name or text) is not None


def _is_of_field(party: Party) -> bool:
    """*the rugby chief*, *film officials*: people of a field that is no public one."""
    words = party.text.split()[:-1]
    return party.sector not in {"MIL", "COP", "JUD"} and any(one in field_words().sure for one in words)


_ELEVEN = re.compile(
    r"(?:[Tt]he |[Aa]n? )?(?:[A-Z]\w+(?:['’]s)? )+(?:[\w-]+ )*"
    r"(?:team|squad|side|crew|pair|duo|trio|quartet|eleven|pack|midfield)"
)


def is_eleven(party: Party) -> bool:
    """True for a team by its country: *the Swiss team*, *Kenya's young side*."""
    return party.actor_kind == "group" and _ELEVEN.fullmatch(party.text) is not None


def is_player(party: Party) -> bool:
    """True for a player or coach by name or by country: *captain Lea Brandt*, *the Norland captain*, *Norland's Lea Brandt*."""
    ranked = party.sector in {"MIL", "COP"}
    if party.actor_kind == "person" and party.sector is None and _ATHLETE.fullmatch(party.text):
        return True
    if party.actor_kind in {"group", "unnamed"} and _PLAYERS.search(party.text):
        return True
    return _SPORTSMAN.search(party.text) is not None or (not ranked and _CAPTAIN.fullmatch(party.text) is not None)


def _is_of_firm(text: str) -> bool:
    """*the Booker judges*, *Boeing's president*: named after a firm, a club or a prize."""
    words = field_words()
    names = (word.removesuffix("'s").removesuffix("’s").lower() for word in text.split() if word[:1].isupper())
    return any(name in words.names | words.loose_names for name in names)
