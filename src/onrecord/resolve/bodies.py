"""Parties that are no named persons: countries, organisations, armed groups, groups and unnamed people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.lexicon.actors import Actor, ActorTable, AgentNoun
from onrecord.lexicon.names import fold
from onrecord.lexicon.titles import domains_of, is_domain
from onrecord.resolve.capacity import GOVERNING, STATE, of_body
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.words import ADJUNCTS, DEFINITE, MEMBERS, PEOPLE_OF
from onrecord.schema import ActorKind, Party
from onrecord.schema.party import Capacity

_BODY_NAMES = {
    "MIL": "Military",
    "COP": "Police",
    "GOV": "Government",
    "JUD": "Judiciary",
    "LEG": "Parliament",
    "SPY": "Intelligence service",
}
_MILITARY = frozenset("army military troops forces soldiers soldier troop armed forces security forces marines".split())

_FAITHS = tuple(
    "jewish muslim islamic christian catholic orthodox hindu sikh buddhist sunni shia shiite religious church ".split(
        " "
    )
)[:-1]


_BODY_SECTORS = {
    word: code
    for code, words in {
        "GOV": "ministry department embassy consulate secretariat treasury commission authority board "
        "directorate bureau council office agency service",
        "JUD": "court tribunal",
        "COP": "police",
        "MIL": "army forces navy fleet command brigade corps",
        "LEG": "parliament assembly senate",
        "PTY": "party",
        "EDU": "university institute college academy school",
        "BUS": "airways airlines corporation company inc ltd llc plc bank motors energy oil petroleum "
        "industries holdings group",
        "LAB": "union federation",
        "JRN": "times post news herald tribune daily journal tv radio magazine gazette",
        "MED": "hospital",
        "REL": "church mosque",
        "NGO": "foundation network forum",
        "SOC": "association society league",
        "REB": "front liberation",
        "PRM": "militia",
        "CRM": "cartel gang syndicate",
    }.items()
    for word in words.split()
}
"""What an organisation's last word tells of it where no table knows it."""


_WORLDWIDE = frozenset("united world global international european african asian arab regional interpol".split())


def body_sector(name: str) -> str | None:
    """The sector that an organisation's last telling word gives: "Human Rights League", "Kenya Airways"."""
    words = name.lower().split()
    return next((_BODY_SECTORS[word] for word in reversed(words) if word in _BODY_SECTORS), None)


def is_abroad(name: str) -> bool:
    """True for a body whose name tells that it belongs to no country: "World Farmers' Union"."""
    return bool(_WORLDWIDE & set(fold(name).split()))


def of_country(what: str, country: str, actors: ActorTable) -> str:
    """The name of a country's body: "Foreign Ministry of Kenya"."""
    actor = actors.actor(country)
    return f"{what} of {actor.name if actor else country}"


def government(party: Party, country: str, actors: ActorTable, how: str) -> Party:
    """A country as the one who acts or speaks; a capital or a seat of government names its government."""
    actor = actors.actor(country)
    metonym = how == "table:metonym"
    return replace(
        party,
        name=actor.name if actor else country,
        actor=country,
        actor_kind="country",
        country=country,
        sector="GOV" if metonym else None,
        sectors=("GOV",) if metonym else (),
        capacity="official",
        how=how,
    )


def organisation(party: Party, actor: Actor, country: str | None, how: str, actors: ActorTable) -> Party:
    """An organisation or armed group of the table; a body that every country has takes ``country``."""
    where = actor.country or (country if actor.generic or actor.source == "page" else None)
    generic = actor.generic and where is not None
    name = of_country(actor.name, where, actors) if generic and where else actor.name
    return replace(
        party,
        name=name,
        actor=f"{actor.id}@{where}" if generic else actor.id,
        actor_kind="armed_group" if actor.kind == "armed_group" else "organisation",
        country=where,
        sector=actor.sectors[0] if actor.sectors else None,
        sectors=actor.sectors,
        principal=name,
        capacity="other" if actor.kind == "armed_group" else of_body(actor.sectors),
        how=how,
    )


def sectors_of_phrase(phrase: Phrase) -> tuple[str, ...]:
    """The sectors that the nouns and titles of a phrase give, the head's first."""
    found: list[str] = []
    agents = list(phrase.agents)
    if agents and agents[0].lemma in MEMBERS and len(agents) > 1:
        agents = agents[1:]  # "members of the opposition" are the opposition
    head = [agent for agent in agents if phrase.head in (agent.lemma, agent.lemma + "s")] or agents[-1:]
    title = phrase.title
    if title is not None and not (phrase.head_kind == "agent" and head):
        found += title.sectors
    for agent in (*head, *(agent for agent in agents if agent not in head)):
        found += [code for code in agent.sectors if code != "UNK" or not found]
    if title is not None:
        found += title.sectors
    if len(found) > 1 and found[0] == "UNK":
        found = found[1:]
    return tuple(dict.fromkeys(_with_qualifiers(phrase, found)))


def _with_qualifiers(phrase: Phrase, sectors: list[str]) -> list[str]:
    """The noun before an official tells the branch: "military official", "intelligence officials"."""
    text = phrase.text[:1].lower() + phrase.text[1:]  # capitals are names: "Economist Intelligence Unit"
    for words, code in (
        (("intelligence ",), "SPY"),
        (("military ", "army ", "navy ", "naval ", "air force "), "MIL"),
        (("police ",), "COP"),
        (("congressional ", "parliamentary ", "legislative "), "LEG"),
        (("opposition ",), "OPP"),
        (("rebel ", "insurgent "), "REB"),
        (("judicial ", "court "), "JUD"),
        (("union ",), "LAB"),
        (("diplomatic ", "government ", "administration ", "ministry "), "GOV"),
        (_FAITHS, "REL"),
    ):
        if any(word in text for word in words) and sectors[:1] in (["GOV"], ["UNK"], []):
            return [code, *(one for one in sectors if one != "UNK")]
    return sectors


def body_of_country(party: Party, noun: AgentNoun, country: str, how: str, actors: ActorTable) -> Party:
    """A country's army, police, government: "Pakistan's military", "US troops". "The ministry" alone names none."""
    sector = noun.sectors[0]
    what = _name_of_body(noun, party.text)
    name = of_country(what, country, actors) if what else None
    return replace(
        party,
        name=name,
        actor=f"org:{what.lower().replace(' ', '-')}@{country}" if what else None,
        actor_kind="organisation",
        country=country,
        sector=sector,
        sectors=noun.sectors,
        principal=name or of_country("Government", country, actors),
        capacity=of_body(noun.sectors),
        how=how,
    )


_GOVERNMENTS = frozenset("government administration authorities cabinet regime junta presidency".split())
VAGUE = frozenset(
    "ministry department office agency authority bureau commission committee council court tribunal prosecution jury "
    "secretariat directorate board panel service palace".split()
)
"""Nouns for bodies of which a country has many: which one is meant, they do not tell."""
_PORTFOLIO = re.compile(
    r"(?:(?:^|\b(?:the|a|an|its|their|his|her|our|state|federal|national|provincial) |['’]s |s['’] )?"
    r"(?P<before>(?:[\w-]+ (?:and |& )?){1,4})(?:ministry|department)\b|"
    r"\b(?:ministry|department) (?:of|for) (?:the )?(?P<after>[\w-]+(?:(?: and| &|,)? [A-Z][\w-]+| and [\w-]+){0,4}))",
    re.IGNORECASE,
)


def _name_of_body(noun: AgentNoun, text: str) -> str:
    """What the body is called without its country; empty where the noun is too vague to name one."""
    if noun.lemma in ("ministry", "department"):
        portfolio = domains_of(text)
        words = _portfolio_words(text)
        if portfolio and all(is_domain(word) or word in ("and", "affairs") for word in words):
            return " and ".join(sorted(portfolio)).capitalize() + " Ministry"
        if portfolio or len(words) > 1:
            return " ".join(word if word == "and" else word.capitalize() for word in words) + " Ministry"
        return ""
    if noun.lemma in VAGUE:
        return ""
    if noun.lemma in _GOVERNMENTS and _is_local(noun.lemma, text):
        return ""
    if noun.lemma in _GOVERNMENTS or (noun.lemma not in _OWN_NAMES and " " not in noun.lemma):
        return _BODY_NAMES.get(noun.sectors[0], noun.lemma.capitalize())
    return noun.lemma.capitalize() if noun.sectors[0] not in ("MIL", "SPY") else _BODY_NAMES[noun.sectors[0]]


def _is_local(noun: str, text: str) -> bool:
    """True for "the provincial government", "museum authorities": part of a state, not what the state is called."""
    before, found, _ = text.lower().partition(noun)
    last = text[: len(before)].split()[-1] if found and before.strip() else ""
    return last.islower() and last.isalpha() and last not in _NATIONWIDE


_NATIONWIDE = (
    DEFINITE
    | ADJUNCTS - frozenset("provincial local civil".split())
    | frozenset(
        "a an all his her its their our my own interim transitional caretaker coalition minority unity central newly outgoing "
        "elected leftist rightist conservative liberal socialist communist islamist reformist incoming and previous past "
        "then embattled besieged host occupying".split()
    )
)
"""Words before "government" and "authorities" that leave it the country's."""
_OWN_NAMES = frozenset("embassy consulate prefecture gendarmerie coastguard customs".split())


def _portfolio_words(text: str) -> list[str]:
    """The words of a ministry's portfolio as they are written, in lower case."""
    match = _PORTFOLIO.search(text)
    if match is None:
        return []
    words = (match.group("before") or match.group("after")).replace("&", "and").replace(",", "").split()
    if match.group("before"):
        first = next((at for at, word in enumerate(words) if is_domain(word)), len(words))
        words = words[first:]
    return [word.lower() for word in words]


def is_state_body(phrase: Phrase) -> AgentNoun | None:
    """The noun of a phrase that means a country's own body ("the army", "US forces"), or None."""
    for agent in reversed(phrase.agents):
        if agent.lemma == "authorities" or (agent.form == "body" and agent.sectors[0] in _BODY_NAMES):
            return agent
        if agent.sectors[0] == "MIL" and phrase.plural and not phrase.indefinite:
            return agent
        if agent.form != "person":
            return None
    return None


def named_after_person(phrase: Phrase) -> bool:
    """True for "the Obama administration", "Modi's government"."""
    return phrase.name is not None and phrase.head in PEOPLE_OF


def unnamed(party: Party, phrase: Phrase, country: str | None, how: str, body: Actor | None = None) -> Party:
    """A source that is not named: never anybody in particular, but with a country and a sector where they are told."""
    sectors = sectors_of_phrase(phrase)
    if body is not None and body.sectors and sectors[:1] in ((), ("GOV",), ("UNK",)):
        sectors = body.sectors
    sectors = _with_former(phrase, sectors)
    return _nameless(party, "unnamed", country, sectors, "unnamed", how)


def _with_former(phrase: Phrase, sectors: tuple[str, ...]) -> tuple[str, ...]:
    """The sectors, those who are no longer in office as the elite first."""
    return ("ELI", *sectors) if left_office(phrase, sectors) else sectors


_OF_RANK = STATE | {"PTY", "OPP", "ELI"}


def left_office(phrase: Phrase, sectors: Sequence[str]) -> bool:
    """True for a former holder of an office, false for a retired teacher and an ex-boxer: they left none."""
    ranked = any(title.form in ("office", "rank") for title in phrase.titles)
    return phrase.former and (ranked or bool(set(sectors) & _OF_RANK) or not sectors)


def _nameless(
    party: Party, kind: ActorKind, country: str | None, sectors: tuple[str, ...], capacity: Capacity, how: str
) -> Party:
    """The party with what is known of people whom nothing names."""
    return replace(
        party,
        name=None,
        actor=None,
        actor_kind=kind,
        country=country,
        sector=sectors[0] if sectors else None,
        sectors=sectors,
        capacity=capacity,
        how=how,
    )


def _of_group(phrase: Phrase, sectors: Sequence[str]) -> Capacity:
    """The capacity of a group: a firm or union speaks itself; prosecutors and farmers are people without a name."""
    if left_office(phrase, sectors):
        return "former"
    in_office = bool(sectors) and sectors[0] in GOVERNING
    if in_office and (phrase.head_kind == "title" or (phrase.agents and phrase.agents[-1].form == "person")):
        return "unnamed"
    body = is_body(phrase) and not phrase.indefinite
    return "official" if in_office or (body and of_body(sectors) == "official") else "other"


def is_body(phrase: Phrase) -> bool:
    """True where the last noun for an actor is a body's: "state radio", "the company"."""
    return bool(phrase.agents) and phrase.agents[-1].form == "body"


def group(party: Party, phrase: Phrase, country: str | None, how: str) -> Party:
    """People by what they are or do: "protesters", "Ukrainian farmers"; and media without a name: "state radio"."""
    sectors = _with_former(phrase, sectors_of_phrase(phrase))
    kind: ActorKind = "organisation" if sectors[:1] == ("JRN",) and is_body(phrase) else "group"
    return _nameless(party, kind, country, sectors, _of_group(phrase, sectors), how)


def body_key(noun: AgentNoun) -> str:
    """Under which key a page's countries are noted for a body: its branch, or the noun itself for one of many of a state.

    That a page has spoken of one country's government tells nothing of whose council or agency it speaks of next.
    """
    return f"noun:{noun.lemma}" if noun.lemma in VAGUE | ABROAD else f"sector:{noun.sectors[0]}"


ABROAD = frozenset({"embassy", "consulate"})
"""Bodies of a state that stand in another: whose government a page speaks of next, they do not tell."""
