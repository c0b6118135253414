"""What the page teaches about people: titles before names, offices beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.lexicon.actors import ActorTable, NameHit
from onrecord.lexicon.names import name_tokens
from onrecord.lexicon.titles import is_domain
from onrecord.resolve.lexing import Segment, lex
from onrecord.resolve.phrases import Phrase, parse_phrase
from onrecord.resolve.words import ADJUNCTS, FORMER, THINGS

_LINKS = frozenset("the a an of for and at in to with 's".split())
_TRIM = _LINKS | frozenset({"by", "from"})
MAX_APPOSITION = 16
"""Segments an office beside a name may have: longer ones run into the next clause."""


@dataclass(frozen=True, slots=True)
class NameMention:
    """A personal name on the page, ``text[start:end]`` of the document, with what stands around it.

    ``first`` and ``last`` are where the words begin and end that ``phrase`` was read from.
    """

    start: int
    end: int
    name: str
    phrase: Phrase
    first: int
    last: int
    aside: bool = False
    """True where the name only tells whose relative somebody is: "the son of Peter Doe"."""


def read_names(
    text: str,
    spans: Iterable[tuple[int, int]],
    hits: Sequence[NameHit],
    actors: ActorTable,
    common: frozenset[int] = frozenset(),
) -> list[NameMention]:
    """The personal names in the given stretches (sentences) of ``text``, with titles and appositions."""
    found = []
    starts = [hit.start for hit in hits]
    for start, end in spans:
        low, high = bisect_left(starts, start), bisect_left(starts, end)
        inside = [hit for hit in hits[low:high] if hit.end <= end]
        segments = _without_acronyms(lex(text, actors, start, end, inside, common))
        for at, segment in enumerate(segments):
            if segment.kind == "name" and _is_name(segment):
                first, last = _reach(text, segments, at)
                phrase = parse_phrase(text, actors, first, last, inside, common)
                if phrase.name != segment.text:
                    first, last = segment.start, segment.end
                    alone = parse_phrase(text, actors, segment.start, segment.end, inside, common)
                    phrase = replace(alone, name=segment.text, countries=())  # Georgia is nobody's country by her name
                aside = _KIN_OF.search(text, max(start, segment.start - KIN_REACH), segment.start) is not None
                found.append(NameMention(segment.start, segment.end, segment.text, phrase, first, last, aside))
    return found


def _without_acronyms(segments: list[Segment]) -> list[Segment]:
    """The segments without an acronym in brackets, which lengthens what stands before it: "the Harbour Union (HU), Jane Doe"."""
    out: list[Segment] = []
    at = 0
    while at < len(segments):
        inner = segments[at + 1 : at + 3]
        if out and segments[at].text == "(" and len(inner) == 2 and inner[0].text.isupper() and inner[1].text == ")":
            out[-1] = out[-1]._replace(end=inner[1].end)
            at += 3
            continue
        out.append(segments[at])
        at += 1
    return out


_KIN_OF = re.compile(
    r"\b(?:son|daughter|brother|sister|wife|husband|widow|widower|nephew|niece|cousin|grandson|granddaughter|uncle|aunt|father|"
    r"mother|heir|child|children|relative)s? (?:of|to) (?:(?:the|late|former|ex-\w+|president|prime|minister|king|general|"
    r"dictator|leader|founder|founding|president,|mr\.?|dr\.?) ){0,4}$",
    re.IGNORECASE,
)
KIN_REACH = 70
"""Code points before a name in which a relative stands who is of that family."""


def _is_name(segment: Segment) -> bool:
    tokens = name_tokens(segment.text)
    return bool(tokens) and any(len(token) > 1 for token in tokens) and not is_called_thing(segment.text)


def is_called_thing(name: str) -> bool:
    """True for a name of several words whose last is a thing: a square, a law, a war."""
    words = name.lower().split()
    return len(words) > 1 and words[-1] in THINGS


def _reach(text: str, segments: list[Segment], at: int) -> tuple[int, int]:
    """From where to where the words around a name belong to it."""
    first, last = segments[at].start, segments[at].end
    before = _leftward(segments, at)
    if before < at:
        first = segments[before].start
    after = _rightward(text, segments, at)
    if after > at:
        last = segments[after].end
    elif (
        before == at
        and at >= 2
        and segments[at - 1].kind == "comma"
        and segments[at - 1].text == ","
        and _ends_clause(text, segments, at)
    ):
        office = _leftward(segments, at - 1)
        if office < at - 1 and segments[at - 1].start - segments[at - 2].end <= 1:
            first = segments[office].start
    return first, last


VERBS_TOO = frozenset({"suspect", "guard", "witness", "champion", "host"})
"""Nouns for people that are verbs behind *to*."""


def _leftward(segments: list[Segment], at: int) -> int:
    """The first of an unbroken run of titles, bodies and countries right before ``at``; ``at`` where there is none."""
    first, titled = at, False
    index = at - 1
    while index >= 0 and segments[index + 1].start - segments[index].end <= 1:
        segment = segments[index]
        if segment.lower in VERBS_TOO and index and segments[index - 1].lower in ("to", "not"):
            break  # "continues to suspect Kenya" makes nobody a suspect
        if segment.kind in ("title", "agent"):
            titled = True
        elif (
            segment.kind == "name"
            and not (segments[index + 1].kind in ("title", "possessive", "agent") or titled)
            or segment.kind == "comma"
            or (segment.kind == "word" and not _links(segment))
        ):
            break
        if segment.lower == "and" and _joins_people(segments, index):
            break
        first = index
        index -= 1
    while first < at and segments[first].kind in ("word", "possessive") and segments[first].lower in _TRIM:
        first += 1
    return first if titled and _has_title(segments[first:at]) else at


def _joins_people(segments: list[Segment], at: int) -> bool:
    """True for the "and" of "his son and President Jane Doe": a person before it, a title with a capital behind it."""
    before, after = segments[at - 1] if at else None, segments[at + 1]
    agent = before is not None and before.agent is not None and before.agent.form == "person"
    titles = (
        before is not None and before.title is not None and before.lower.endswith("s")
    )  # "union leaders and President …"
    person = agent or titles
    return person and before is not None and before.text.islower() and after.text[:1].isupper()


def _rightward(text: str, segments: list[Segment], at: int) -> int:
    """The last segment of an office that follows the name after a comma; ``at`` where there is none."""
    if at + 2 >= len(segments) or segments[at + 1].text != ",":
        return at
    index, last = at + 2, at
    while index < len(segments) and index - at <= MAX_APPOSITION:
        segment = segments[index]
        if segment.kind == "comma" or (segment.kind == "word" and not _links(segment)):
            break
        if segment.kind == "name" and index and segments[index - 1].kind == "title":
            return at  # a title with a name of its own: the next item of a list
        last = index
        index += 1
    if last == at or not _has_title(segments[at + 2 : last + 1]):
        return at
    rest = text[segments[last].end : segments[last].end + 5].lstrip()
    # "…, the spokesman said": a subject of its own
    closed = not rest or not rest[0].isalnum() or rest.startswith(("who", "in ", "on ", "at ", "and"))
    full = len(name_tokens(segments[at].text)) > 1
    return last if closed or full else at


def _has_title(segments: Sequence[Segment]) -> bool:
    return any(segment.title or (segment.agent and segment.agent.form == "person") for segment in segments)


def _links(segment: Segment) -> bool:
    return (
        segment.lower in _LINKS
        or segment.lower in ADJUNCTS
        or segment.lower in FORMER
        or is_domain(segment.lower)
        or segment.lower.startswith("ex-")
    )


def _ends_clause(text: str, segments: list[Segment], at: int) -> bool:
    """True where a comma, a stop or nothing follows the name, and no quotation mark parts it from the words before."""
    between = text[segments[at - 2].end : segments[at].start]
    if any(mark in between for mark in '"“”‘'):
        return False
    rest = text[segments[at].end : segments[at].end + 1]
    return rest in ("", ",", ".", "\n")
