"""Cutting a phrase into segments: names of the table, titles, agent nouns, unknown capitalised runs, small words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from onrecord.lexicon.actors import ActorTable, AgentNoun, NameHit, Title
from onrecord.lexicon.names import given_names
from onrecord.lexicon.titles import is_domain
from onrecord.resolve.descent import nationality
from onrecord.resolve.words import (
    ADJUNCTS,
    CALENDAR,
    FIRST_NAMES_LIKE_PLACES,
    NAME_PARTICLES,
    NO_NAMES,
    ORGANISATION_HEADS,
    PEOPLE_OF,
    SENTENCE_OPENERS,
    SURNAMES_LIKE_TITLES,
)

SegmentKind = Literal["hit", "title", "agent", "name", "body", "word", "comma", "possessive"]
_BRACKETS = {f"-{side}{shape}B-": mark for side, mark in (("L", "("), ("R", ")")) for shape in "RSC"}
"""Brackets as tokenised corpora write them: *-LRB- Reuters -RRB-*."""
_WORD = re.compile(r"-[LR][RSC]B-|['’]s?(?![\w])|[^\W_]+(?:[.'’\-–&][^\W_]+)*\.?|[,;:()\[\]\"“”–—]|[&/]")
_INITIAL = re.compile(r"[A-Z]\.?|Jr\.?|Sr\.?|[IV]{1,3}")
_ABBREVIATIONS = frozenset(
    "mr. mrs. ms. dr. gen. lt. col. maj. brig. sen. rep. gov. capt. sgt. adm. prof. rev. hon. st. cpl.".split()
)


class Segment(NamedTuple):
    """A piece of a phrase, ``text[start:end]``. ``hit``, ``title`` and ``agent`` are set for segments of that kind.

    A ``name`` is a run of capitalised words that no table knows; a ``body`` is such a run that ends in a word for
    organisations.
    """

    kind: SegmentKind
    start: int
    end: int
    text: str
    hit: NameHit | None = None
    title: Title | None = None
    agent: AgentNoun | None = None

    @property
    def lower(self) -> str:
        """The text in lower case."""
        return self.text.lower()


class _Word(NamedTuple):
    text: str
    start: int
    end: int
    lower: str

    @property
    def capital(self) -> bool:
        if self.text[:1].isupper():
            return True
        first, dash, rest = self.text.partition("-")
        return bool(dash) and first.lower() in _ARTICLES and rest[:1].isupper()


_ARTICLES = frozenset("al el ul as ar ash an".split())


def _words(text: str, start: int, end: int) -> list[_Word]:
    found = []
    for match in _WORD.finditer(text, start, end):
        word, stop = _BRACKETS.get(match.group(), match.group()), match.end()
        if word.endswith(".") and len(word) > 2 and word.lower() not in _ABBREVIATIONS and word.count(".") == 1:
            word, stop = word[:-1], stop - 1
        if word.endswith(_OWNING) and len(word) > 2:  # "Pakistan's": the mark is a segment of its own
            found.append(_Word(word[:-2], match.start(), stop - 2, word[:-2].lower()))
            found.append(_Word(word[-2:], stop - 2, stop, word[-2:]))
        else:
            found.append(_Word(word, match.start(), stop, word.lower()))
    return found


_OWNING = ("'s", "’s")


def lex(
    text: str,
    actors: ActorTable,
    start: int = 0,
    end: int | None = None,
    hits: Sequence[NameHit] | None = None,
    common: frozenset[int] = frozenset(),
) -> list[Segment]:
    """The segments of ``text[start:end]``, in order. ``hits`` are the names of the table, if already looked up.

    ``common`` are positions of words that are capitalised for another reason than being a name.
    """
    end = len(text) if end is None else end
    if hits is None:
        hits = [
            NameHit(hit.start + start, hit.end + start, hit.actor, hit.kind)
            for hit in actors.find_names(text[start:end])
        ]
    words = _words(text, start, end)
    lowered = [word.lower.rstrip(".") if word.lower in _ABBREVIATIONS else word.lower for word in words]
    by_start = {hit.start: hit for hit in hits if start <= hit.start and hit.end <= end}
    segments: list[Segment] = []
    at = 0
    while at < len(words):
        previous = segments[-1] if segments else None
        segment, at = _segment(text, words, lowered, at, by_start, actors, previous, common)
        segments.append(segment)
    return _joined(text, segments)


def _segment(
    text: str,
    words: list[_Word],
    lowered: list[str],
    at: int,
    hits: dict[int, NameHit],
    actors: ActorTable,
    previous: Segment | None,
    common: frozenset[int],
) -> tuple[Segment, int]:
    word = words[at]
    hit = nationality(word.text, word.start, hits)
    if hit is not None and _is_portfolio(lowered, at):
        hit = None
    if hit is None and (word.text in _PLAIN or _is_common(word, lowered[at], actors)):
        return Segment("word", word.start, word.end, word.text), at + 1
    styled = previous is not None and previous.kind == "title" and _follows_honorific(word, previous)
    # "Bishop" in "Ms Bishop" is a name, "President" in "Mr President" is not
    titled = None if styled and word.lower in SURNAMES_LIKE_TITLES else actors.titles.match(lowered, at)
    title_end = words[at + titled[0] - 1].end if titled else -1
    if hit is not None and hit.end >= title_end:
        stop = at
        while stop < len(words) and words[stop].start < hit.end:
            stop += 1
        personal = hit.kind == "person" or _is_personal(words, at, stop, hit, previous)
        end = words[stop - 1].end if personal else hit.end
        return Segment(
            "name" if personal else "hit", hit.start, end, text[hit.start : end], hit=None if personal else hit
        ), stop
    ministry = _ministry(lowered, at)
    if ministry > (titled[0] if titled else 0):
        body, stop_at = actors.agents["ministry"], words[at + ministry - 1].end
        return Segment("agent", word.start, stop_at, text[word.start : stop_at], agent=body), at + ministry
    if titled is not None:
        return Segment("title", word.start, title_end, text[word.start : title_end], title=titled[1]), at + titled[0]
    for length in () if styled else (3, 2, 1) if lowered[at] in actors.long_agents else (1,):  # "Mr Cook" is a name
        if at + length <= len(words):
            agent = actors.agents.get(" ".join(lowered[at : at + length]))
            if agent is not None and not (length == 1 and _is_given_name(words, at, actors)):
                stop_at = words[at + length - 1].end
                return Segment("agent", word.start, stop_at, text[word.start : stop_at], agent=agent), at + length
    if word.text in (",", ";", ":", "(", ")", "[", "]", "–", "—"):
        return Segment("comma", word.start, word.end, word.text), at + 1
    if word.text in ("'s", "’s", "'", "’"):
        return Segment("possessive", word.start, word.end, word.text), at + 1
    if styled and (word.lower not in NO_NAMES or word.lower in CALENDAR):
        return Segment("name", word.start, word.end, word.text), at + 1
    if word.lower in NO_NAMES or (word.lower in CALENDAR and (previous is None or previous.kind != "name")):
        return Segment("word", word.start, word.end, word.text), at + 1
    if word.lower in ADJUNCTS and not _opens_name(words, at) and not _ends_name(word, previous):
        return Segment("word", word.start, word.end, word.text), at + 1
    if _COMPOUND.fullmatch(word.text):
        return Segment("word", word.start, word.end, word.text), at + 1
    if (
        word.capital
        and word.start not in common
        and not (word.lower in SENTENCE_OPENERS and (_begins(words, at) or len(word.text) == 1))
    ):
        return Segment("name", word.start, word.end, word.text), at + 1
    return Segment("word", word.start, word.end, word.text), at + 1


def _is_common(word: _Word, lowered: str, actors: ActorTable) -> bool:
    """True for a word in small letters with which no title, noun for people or ministry begins."""
    if not word.text.isalpha() or not word.text.islower():
        return False
    heads = lowered in actors.titles.firsts or lowered in actors.agents or lowered in actors.long_agents
    return not heads and lowered not in ("ministry", "department") and not is_domain(lowered)


_HONORIFICS = frozenset("mr mr. mrs mrs. ms ms. miss".split())


def _follows_honorific(word: _Word, previous: Segment) -> bool:
    """True for "Key" in "Mr Key", "May" in "Mrs May": what follows such a word is a name, whatever else it may be."""
    return word.start == previous.end + 1 and word.capital and previous.lower in _HONORIFICS


def _is_given_name(words: list[_Word], at: int, actors: ActorTable) -> bool:
    """True for the first half of "Christian Horner": a noun for people that is a given name before a surname."""
    if at + 1 >= len(words) or words[at].lower not in given_names() or not words[at].text[:1].isupper():
        return False
    after = words[at + 1]
    plain = after.lower in actors.agents or after.lower in ORGANISATION_HEADS or after.lower.endswith(ADJECTIVE)
    joined = after.capital and not after.text.isupper() and after.start == words[at].end + 1
    return joined and not plain and not after.lower.endswith("s")


_COMPOUND = re.compile(
    r"[DRI]-(?:[A-Z][a-z]*\.?)+|[A-Z][\w’']*(?:-of-\w+|-(?:born|led|style|trained|wide|sponsored|bound|only|[a-z]{2,}ed))|(?:Anti|Pro|Non|Post|Pre|Mid)-\w+"
)
"""Descriptions with a capital letter: "Western-educated", "Father-of-three", "Anti-Mubarak"."""


def _begins(words: list[_Word], at: int) -> bool:
    """True for the first word of a sentence, of a quotation, or behind a colon or dash."""
    return at == 0 or words[at - 1].text in _OPENING


_OPENING = frozenset('" “ ” : ; ( [ – —'.split())


_PLAIN = frozenset(
    "the of to and in that is was were has have had it for on with as at by from be been not but are which its an this their "
    "would will after who also more his her they he she or about over into than said there when".split()
)
"""The commonest words: never a title, a noun for people or a part of a name where they are written in small letters."""


def _ministry(lowered: list[str], at: int) -> int:
    """How many words a ministry named by its portfolio has: "commerce ministry", "department of energy"; 0 for none."""
    end = at
    while end < len(lowered) and (is_domain(lowered[end]) or (end > at and lowered[end] in _INSIDE_PORTFOLIOS)):
        end += 1
    if end > at and end < len(lowered) and lowered[end] in ("ministry", "department"):
        return end + 1 - at
    if lowered[at] in ("ministry", "department") and at + 2 < len(lowered) and lowered[at + 1] in ("of", "for"):
        end = at + 3 if lowered[at + 2] == "the" else at + 2
        first = end
        while end < len(lowered) and (is_domain(lowered[end]) or (end > first and lowered[end] in _INSIDE_PORTFOLIOS)):
            end += 1
        while end > first and lowered[end - 1] == "and":
            end -= 1
        return end - at if end > first else 0
    return 0


def _is_portfolio(lowered: list[str], at: int) -> bool:
    """True for "Labour" in "Minister of State for Labour": what a minister is for is no party."""
    if at < 2 or lowered[at - 1] not in ("for", "of") or not is_domain(lowered[at]):
        return False
    return any(word in ("minister", "ministry", "secretary", "department") for word in lowered[max(0, at - 4) : at - 1])


_INSIDE_PORTFOLIOS = frozenset(
    "and affairs management development services protection works security resources planning".split()
)


def _opens_name(words: list[_Word], at: int) -> bool:
    """True for "Western Province", "Christian Lindner": a descriptive word that begins a capitalised name."""
    word = words[at]
    if not word.capital or word.lower in _PLAIN_ADJUNCTS:
        return False
    return at + 1 < len(words) and words[at + 1].capital and words[at + 1].start == word.end + 1


def _ends_name(word: _Word, previous: Segment | None) -> bool:
    """True for "Leah West", "Jane National": a descriptive word with a capital right behind a given name is a surname."""
    follows = previous is not None and previous.kind == "name" and previous.end + 1 == word.start
    given = previous is not None and previous.lower in given_names()
    return follows and word.capital and (given or word.lower in ("west", "north", "east", "south"))


_PLAIN_ADJUNCTS = frozenset("former retired senior deputy acting top chief neighbouring neighboring nearby".split())
"""Descriptive words that never begin a name."""


def _is_personal(words: list[_Word], at: int, stop: int, hit: NameHit, previous: Segment | None) -> bool:
    """True for a place that is part of a person's name: "Jordan Peterson", "Chad Wolf", "President Santos"."""
    if hit.kind == "demonym":  # "Moreira Franco", "Jane English"
        return hit.end - hit.start > 2 and stop - at == 1 and _ends_person(words, stop, hit, previous)
    if hit.kind not in ("country", "city", "capital"):
        return False
    if at and words[at - 1].lower in ("to", "in", "of", "from", "for", "with", "against"):
        return False
    follows_name = previous is not None and previous.kind == "name" and previous.end + 1 == hit.start
    before_name = (
        stop < len(words)
        and words[stop].capital
        and words[stop].start == hit.end + 1
        and words[stop].lower not in ORGANISATION_HEADS
        and words[stop].lower not in SENTENCE_OPENERS
    )
    if hit.kind == "city":
        titled = previous is not None and previous.kind == "title" and previous.end + 1 == hit.start
        return follows_name or titled or (before_name and words[at].lower in FIRST_NAMES_LIKE_PLACES)
    aged = stop + 1 < len(words) and words[stop].text == "," and words[stop + 1].text.isdigit()
    return stop - at == 1 and words[at].lower in FIRST_NAMES_LIKE_PLACES and (follows_name or before_name or aged)


def _ends_person(words: list[_Word], stop: int, hit: NameHit, previous: Segment | None) -> bool:
    """True for the last word of a name whose first word alone stands before it."""
    follows = previous is not None and previous.kind == "name" and previous.end + 1 == hit.start
    ends = (
        stop == len(words)
        or words[stop].text in (",", ".", ";", ")", "’s", "'s")
        or words[stop].lower in ("said", "who")
    )
    return follows and ends and previous is not None and " " not in previous.text


def _joined(text: str, segments: list[Segment]) -> list[Segment]:
    """Adjacent capitalised words made one run; particles and initials between them belong to it."""
    out: list[Segment] = []
    at = 0
    while at < len(segments):
        segment = segments[at]
        if segment.kind != "name":
            out.append(segment)
            at += 1
            continue
        before = out[-1] if out else None
        if before is not None and _begins_body(before, segments, at):
            out[-1] = Segment("body", before.start, segment.end, text[before.start : segment.end])
            at += 1
            continue
        stop = at + 1
        while stop < len(segments):
            after = stop + 1 if _continues(segments, stop) else _after_nickname(segments, stop)
            after = max(after, _after_second_half(segments, stop))
            if after == stop:
                break
            stop = after
        last = segments[stop - 1]
        run = _NICKNAME.sub(" ", text[segment.start : last.end])
        ends_body = last.lower.rstrip(".") in ORGANISATION_HEADS or last.lower in PEOPLE_OF
        kind: SegmentKind = "body" if ends_body else "name"
        out.append(Segment(kind, segment.start, last.end, run))
        at = stop
    return out


def _after_second_half(segments: list[Segment], at: int) -> int:
    """Where "Oceanic" **and Atmospheric Administration** ends, half of the name of one body; ``at`` where there is none."""
    if at + 2 >= len(segments) or segments[at].lower != "and" or segments[at + 1].kind != "name":
        return at
    halves = segments[at - 1].lower, segments[at + 1].lower
    if not all(half.endswith(ADJECTIVE) for half in halves):
        return at
    last = segments[at + 2]
    noun = last.text[:1].isupper() and last.lower in ORGANISATION_HEADS | PEOPLE_OF
    return at + 3 if noun else at


ADJECTIVE = ("al", "ic", "ary", "ive", "ian", "ous")
"""Endings of the adjectives that name what a body is for."""


def _begins_body(before: Segment, segments: list[Segment], at: int) -> bool:
    """True for a single word behind a body's abbreviation: "UN Watch" is another body, and nobody called Watch."""
    name = segments[at]
    known = before.hit is not None and before.hit.kind == "organisation" and len(before.text) > 1
    if not known or not before.text.isalpha() or not before.text.isupper() or name.start != before.end + 1:
        return False
    alone = at + 1 == len(segments) or not _continues(segments, at + 1)
    return alone and not name.text.isupper() and not any(segment.title for segment in segments[:at])


_NICKNAME = re.compile(r"\s*[“\"‘'][^”\"’]{2,24}[”\"’']\s+")
_MARKS = frozenset('“ ” " ‘ ’'.split())


def _after_nickname(segments: list[Segment], at: int) -> int:
    """Where a name goes on behind a nickname in quotation marks (``Jane “Red” Doe``); ``at`` where there is none."""
    if segments[at].text not in _MARKS or segments[at].start - segments[at - 1].end != 1:
        return at
    for index in range(at + 1, min(at + 5, len(segments) - 1)):
        if segments[index].text in _MARKS:
            following = segments[index + 1]
            return index + 2 if following.kind == "name" and following.start - segments[index].end == 1 else at
    return at


def _continues(segments: list[Segment], at: int) -> bool:
    segment = segments[at]
    if segment.start - segments[at - 1].end > 1:
        return False
    if segment.kind == "name" or _INITIAL.fullmatch(segment.text):
        return not (
            segment.text.isupper() and segment.lower in SENTENCE_OPENERS and len(segment.text) > 2
        )  # "Jane Doe JUST"
    if segment.kind == "word" and (segment.lower in NAME_PARTICLES or segment.text == "&"):
        following = segments[at + 1 : at + 3]  # "Jane de la Doe" has two particles
        if len(following) == 2 and following[0].kind == "word" and following[0].lower in NAME_PARTICLES:
            following = following[1:]
        return bool(following) and following[0].kind == "name"
    if segment.kind not in ("agent", "title") or not segment.text[:1].isupper():
        return False
    # "Harbour Trade Office" ends in an agent noun, "Julie Bishop" in a title
    return segment.lower in ORGANISATION_HEADS or segment.lower in SURNAMES_LIKE_TITLES
