"""Organisations that the page itself names: "the Council for Newcomers", "the charity Open Quay", "the Ansar group"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.lexicon.actor_matcher import Alias
from onrecord.lexicon.actors import Actor, ActorTable, NameHit
from onrecord.lexicon.names import fold, given_names
from onrecord.lexicon.titles import is_domain
from onrecord.resolve.bodies import body_sector
from onrecord.resolve.persons import doc_id
from onrecord.resolve.words import ADJUNCTS, CALENDAR, FORMER, SENTENCE_OPENERS

_CAP = r"(?:(?:al|el|as|ash|ul)-)?[A-ZÀ-ÞŁŞŚŽ][\w’'‘-]*"
_HEADS = (
    "Ministry|Department|Office|Party|Council|Commission|Agency|Bank|University|Institute|Group|Airways|Airlines|"
    "Corporation|Company|Union|Association|Court|Force|Foundation|Cent(?:re|er)|Front|Movement|Organi[sz]ation|"
    "Committee|Authority|Federation|League|Network|Hospital|Board|Bureau|Service|Brigades?|Battalions?|Congress|"
    "Secretariat|Directorate|Fund|Church|College|Academy|Society|Club|Alliance|Coalition|Tribunal|Trust|Forum|"
    "Initiative|Observatory|Exchange|Industries|Holdings|Syndicate|Brotherhood|Chronicle|Times|Herald|Tribune|Gazette|"
    "Courier|Chamber|Fellowship|Assembly|Army|Guild|Confederation|Collective|Registry|Inspectorate"
)
_NAMED = re.compile(
    rf"(?:(?<=[\s“\"(\[])|^)(?P<left>(?:{_CAP} (?:(?:and|&) )?){{0,5}})(?P<head>{_HEADS})\b"
    rf"(?P<right> (?:of|for|on|against) (?:the )?{_CAP}(?:(?:,? (?:and|&|of|the|for))? {_CAP}){{0,4}})?",
    re.MULTILINE,
)
_NOUNS = {
    "NGO": "charity",
    "BUS": "company firm carrier airline consultancy retailer giant operator utility refiner miner studio brand pollster "
    "developer insurer lender contractor supermarket chain startup publisher",
    "JRN": "newspaper daily weekly magazine website portal broadcaster station channel",
    "PTY": "party",
    "REB": "militia faction brigade battalion rebels",
    "CRM": "gang cartel",
    "UNK": "group movement network club",
    "LAB": "union",
    "SOC": "association federation watchdog",
    "EDU": "institute university school thinktank",
}
_SECTOR = {noun: code for code, nouns in _NOUNS.items() for noun in nouns.split()}
_RUN = rf"{_CAP}(?:(?: (?:of|de|la|du|des|del|al|&|and|for) | ){_CAP}){{0,3}}"
_AFTER_NOUN = re.compile(rf"\b(?P<noun>{'|'.join(_SECTOR)}) (?:called |named |known as )?(?P<name>{_RUN})")
_APPOSED = re.compile(rf"\b(?:[Tt]he|[Ii]ts|[Aa]) (?:[a-z-]+ ){{0,2}}(?P<noun>{'|'.join(_SECTOR)}), (?P<name>{_RUN}),")
_BEFORE_NOUN = re.compile(
    rf"\b[Tt]he (?P<name>{_RUN}) (?P<noun>group|daily|newspaper|militia|gang|cartel|faction|brigade|battalion|network|weekly|"
    r"magazine|company|charity|website)\b"
)
_BRACKETS = re.compile(r" ?\(([A-ZÀ-Þ][\w-]{1,9})\)")
_HEAD = re.compile(rf"\b(?:{_HEADS})\b")
_BESIDE = (
    SENTENCE_OPENERS
    | CALENDAR
    | FORMER
    | frozenset("of for and & on will did does is was can should could may".split())
)
_SECTORS_BY_HEAD = {
    **dict.fromkeys(("Chronicle", "Times", "Herald", "Tribune", "Gazette", "Courier"), "JRN"),
    **dict.fromkeys(("Guild", "Confederation"), "LAB"),
    **dict.fromkeys(("Center", "Centre", "Collective", "Fellowship", "Initiative", "Observatory"), "NGO"),
    **dict.fromkeys(("Exchange", "Chamber"), "BUS"),
    **dict.fromkeys(("Alliance", "Movement", "Coalition"), "PTY"),
    "Congress": "LAB",
    "Inspectorate": "GOV",
    "Registry": "GOV",
}

_OF_CHAMBER = re.compile(r"(?:House|Senate|Commons|Lords|Congressional|Parliamentary|Joint Select|Select)\b")
"""How the names of committees of a parliament begin."""


@dataclass(frozen=True, slots=True)
class Taught:
    """What one page adds to the table: rows by id, and the names that stand for them."""

    rows: dict[str, Actor]
    aliases: tuple[Alias, ...]


def find_bodies(text: str, spans: Sequence[tuple[int, int]], hits: Sequence[NameHit], actors: ActorTable) -> Taught:
    """The organisations that the stretches of ``text`` name and no table knows."""
    rows: dict[str, Actor] = {}
    aliases: dict[str, Alias] = {}
    starts = [hit.start for hit in hits]
    for start, end in spans:
        for name, sector, stop in (
            *_by_head(text, start, end, hits, starts, actors),
            *_by_noun(text, start, end, actors),
        ):
            code = doc_id(name)
            if len(code) < 6 or (code in rows and sector is None):
                continue
            rows[code] = Actor(
                code, name, "organisation", None, (sector,) if sector and sector != "UNK" else (), source="page"
            )
            aliases[name] = Alias(name, code, "organisation", True)
            bracket = _BRACKETS.match(text, stop)
            if bracket is not None and bracket.group(1).isupper():
                aliases[bracket.group(1)] = Alias(bracket.group(1), code, "organisation", True)
    return Taught(rows, (*aliases.values(), *_short_forms(text, aliases, actors)))


def _short_forms(text: str, aliases: Mapping[str, Alias], actors: ActorTable) -> Iterator[Alias]:
    """The one word that a page goes on with for its organisations: "the Battalions", "the Front" of "the Front for the Lake"."""
    by_short: dict[str, set[str]] = {}
    for name, alias in aliases.items():
        words = name.split(" ")
        if len(words) > 1:
            for short in {words[-1], words[0] if words[1] in ("for", "of") else words[-1]}:
                by_short.setdefault(short, set()).add(alias.actor)
    for short, meant in by_short.items():
        if len(meant) > 1 or short in aliases or not _HEAD.fullmatch(short) or actors.exactly(short) is not None:
            continue
        if re.search(rf"\b[Tt]he {short}\b", text):
            yield Alias(short, next(iter(meant)), "organisation", True)


def _by_head(
    text: str, start: int, end: int, hits: Sequence[NameHit], starts: Sequence[int], actors: ActorTable
) -> Iterator[tuple[str, str | None, int]]:
    for match in _NAMED.finditer(text, start, end):
        first, stop, words = _trimmed(match.start(), match.group())
        name = text[first:stop]
        capitals = [word for word in words if word[:1].isupper()]
        owned = "'s " in name.replace("’", "'")
        if len(capitals) < 2 or owned or name.isupper() or len(words) > 9 or not _HEAD.search(name):
            continue
        low, high = bisect_left(starts, first), bisect_left(starts, stop)
        inside = [hit for hit in hits[low:high] if hit.end <= stop]
        if any(hit.start == first and (hit.kind != "city" or hit.end == stop) for hit in inside):
            continue  # the table knows it, or it is a country's: "Kenya's", "the Brazilian Senate"
        if any(hit.kind in ("country", "capital") and hit.end == stop for hit in inside) or _is_plain(words):
            continue
        titled = actors.titles.match([word.lower() for word in words], 0)
        if titled is not None and titled[0] < len(words):
            continue  # "Police Commissioner Jane Doe"
        yield name, _sector(name, match.group("head"), bool(match.group("right"))), stop


def _trimmed(start: int, name: str) -> tuple[int, int, list[str]]:
    """Where a name begins and ends once what only stands beside it is gone: "In", "The", "on Sunday"; and its words."""
    words = name.split(" ")
    last_article = max((at for at, word in enumerate(words) if word == "The"), default=-1)
    while words and (last_article >= 0 or words[0].lower() in _BESIDE):
        start += len(words[0]) + 1
        words, last_article = words[1:], last_article - 1
    while words and words[-1].lower() in _BESIDE:
        words = words[:-1]
    return start, start + len(" ".join(words)), words


def _sector(name: str, head: str, of: bool) -> str | None:
    """The sector that an organisation's name tells."""
    if head == "Committee" and _OF_CHAMBER.match(name):
        return "LEG"
    if head in _SECTORS_BY_HEAD:
        return _SECTORS_BY_HEAD[head]
    if head in ("Army", "Force", "Brigade", "Brigades", "Battalion", "Battalions", "Front"):
        if head == "Force" and re.search(r"\b(?:Task|Police)\b", name):
            return "COP" if "Police" in name else None
        return "MIL" if re.search(r"\b(?:Royal|Air|Imperial)\b", name) else "REB"
    if head == "Council" and not re.search(r"\b(?:City|District|County|Town|State|Municipal|Borough|Security)\b", name):
        return "NGO" if " for " in name or " of " in name else "SOC"
    return (body_sector(head) if of else None) or body_sector(name)


def _is_plain(words: Sequence[str]) -> bool:
    """True for a body that every country has, named by its portfolio alone: "Ministry of Health", "Energy Department"."""
    rest = [
        word.lower()
        for word in words
        if word.lower() not in ("ministry", "department", "of", "for", "and", "the", "&", "affairs")
    ]
    return len(rest) < len(words) and all(is_domain(word) for word in rest) and words[0] != "Office"


def _by_noun(text: str, start: int, end: int, actors: ActorTable) -> Iterator[tuple[str, str | None, int]]:
    for pattern in (_AFTER_NOUN, _APPOSED, _BEFORE_NOUN):
        for match in pattern.finditer(text, start, end):
            name = match.group("name").removesuffix("'s").removesuffix("’s")
            words = name.split(" ")
            lower = [word.lower() for word in words]
            while words and lower[-1] in CALENDAR | {"and", "of"}:
                words, lower = words[:-1], lower[:-1]
            if not words or lower[0] in SENTENCE_OPENERS | CALENDAR | ADJUNCTS | FORMER:
                continue
            name = " ".join(words)
            if fold(words[0]) in given_names() or actors.exactly(name) is not None or actors.find_names(name):
                continue
            if actors.titles.match(lower, 0) or actors.agent_noun(lower[0]) or len(name) < 3:
                continue
            yield name, _SECTOR[match.group("noun")], match.start("name") + len(name)
