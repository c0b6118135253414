"""What the page teaches about people: titles before names, offices beside them, and which surname is whose."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from onrecord.lexicon.actors import ActorTable, NameHit
from onrecord.lexicon.names import compatible, given_names, name_tokens, same_token, sound
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


@dataclass(frozen=True, slots=True)
class Cluster:
    """All mentions that are one person, in text order; ``phrase`` joins what they told."""

    name: str
    tokens: tuple[str, ...]
    phrase: Phrase
    mentions: tuple[NameMention, ...]


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
    person = before is not None and before.agent is not None and before.agent.form == "person"
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


def cluster(mentions: Sequence[NameMention]) -> list[Cluster]:
    """The people of the page: full names that fit one another are one person; surnames go to whom they end."""
    groups: list[list[NameMention]] = []
    keys: list[tuple[str, ...]] = []
    known: dict[tuple[str, ...], int] = {}
    by_pair: dict[tuple[str, str], list[int]] = {}
    starts: list[int] = []

    def put(mention: NameMention, tokens: tuple[str, ...], at: int | None) -> None:
        if at is None:
            groups.append([mention])
            keys.append(tokens)
            starts.append(_begun(groups[-1]))
            at = len(groups) - 1
        else:
            groups[at].append(mention)
            if starts[at] < 0 and not mention.aside:
                starts[at] = groups[at][0].start
        known[tokens] = at

    full = sorted(
        (one for one in mentions if len(name_tokens(one.name)) > 1),
        key=lambda one: (-len(name_tokens(one.name)), one.start),
    )
    for mention in full:
        tokens = name_tokens(mention.name)
        at = known.get(tokens)  # groups only grow: the first that fitted a name fits it again
        if at is None:
            near = sorted({index for pair in _pairs(tokens) for index in by_pair.get(pair, ())})
            at = next((index for index in near if compatible(tokens, keys[index])), None)
        if at is None:
            for pair in _pairs(tokens):
                by_pair.setdefault(pair, []).append(len(keys))
        put(mention, tokens, at)
    owners = Owners(keys)
    for mention in mentions:
        tokens = name_tokens(mention.name)
        if len(tokens) == 1:
            at = owners.of(tokens[0], starts, mention.start)
            if at is not None and _clash(mention, groups[at], keys[at]):
                fitting = (
                    i for i, key in enumerate(keys) if tokens[0] == key[-1] and not _clash(mention, groups[i], key)
                )
                at = next(fitting, None)
            put(mention, tokens, at)
    return [joined(group, key) for group, key in zip(groups, keys, strict=True)]


def begun(groups: Iterable[Sequence[NameMention]]) -> list[int]:
    """Where each person is first named; before everybody where only as a relative: a surname alone means the others."""
    return [_begun(group) for group in groups]


def _begun(group: Sequence[NameMention]) -> int:
    return -1 if all(one.aside for one in group) else group[0].start


def _clash(mention: NameMention, group: Sequence[NameMention], key: tuple[str, ...]) -> bool:
    """ "Mrs Jackson" is not Michael Jackson: the title tells another gender than the full name or its own titles."""
    mine = _genders([mention])
    theirs = _genders(group)
    if not theirs and len(key) > 1:
        theirs = set(filter(None, (given_names().get(key[0]),)))
    return bool(mine and theirs) and not mine & theirs


def _genders(mentions: Iterable[NameMention]) -> set[str]:
    return {title.gender for one in mentions for title in one.phrase.titles if title.gender}


def _pairs(tokens: tuple[str, ...]) -> set[tuple[str, str]]:
    """The pairs of first sounds in a name: names that fit one another share one, as they share two tokens."""
    letters = sorted(sound(token)[:1] for token in tokens)
    return set(combinations(letters, 2))


class Owners:
    """Answers which full name a bare name belongs to, comparing each bare name with each likely key once; ``keys`` may grow.

    Only keys with a token that begins with the same sound are compared: names an edit apart at the first letter stay apart.
    """

    def __init__(self, keys: Sequence[tuple[str, ...]]) -> None:
        self._keys = keys
        self._by_sound: dict[str, list[int]] = {}
        self._indexed = 0
        self._fitting: dict[str, tuple[list[int], list[int], int]] = {}

    def of(self, token: str, starts: Sequence[int], at: int) -> int | None:
        """The key with ``token`` as its last token, else as any; of several the latest begun before ``at``."""
        self._index()
        last, anywhere, seen = self._fitting.get(token, ([], [], 0))
        for index in self._by_sound.get(sound(token)[:1], ()):
            if index < seen:
                continue
            key = self._keys[index]
            if same_token(token, key[-1]):
                last.append(index)
            if any(same_token(token, other) for other in key):
                anywhere.append(index)
        self._fitting[token] = (last, anywhere, len(self._keys))
        fitting = last or anywhere
        if not fitting:
            return None
        earlier = [index for index in fitting if starts[index] <= at]
        if earlier:
            return max(earlier, key=lambda index: starts[index])
        return min(fitting, key=lambda index: starts[index])

    def _index(self) -> None:
        for index in range(self._indexed, len(self._keys)):
            for letter in {sound(token)[:1] for token in self._keys[index] if token}:
                self._by_sound.setdefault(letter, []).append(index)
        self._indexed = len(self._keys)


def joined(group: Sequence[NameMention], key: tuple[str, ...]) -> Cluster:
    """The mentions as one person, under the fullest name, with what all of them tell."""
    ordered = sorted(group, key=lambda mention: mention.start)
    name = max(ordered, key=lambda mention: (len(name_tokens(mention.name)), -mention.start)).name
    phrases = [mention.phrase for mention in ordered]
    titles = tuple(dict.fromkeys(title for phrase in phrases for title in phrase.titles))
    titled = [phrase for phrase in phrases if phrase.titles] or phrases
    joined = replace(
        phrases[0],
        name=name,
        owner=False,
        titles=titles,
        agents=tuple(dict.fromkeys(agent for phrase in phrases for agent in phrase.agents)),
        bodies=tuple(dict.fromkeys(body for phrase in phrases for body in phrase.bodies)),
        body=next((phrase.body for phrase in phrases if phrase.body), None),
        countries=tuple(dict.fromkeys(code for phrase in titled for code in phrase.countries)),
        former=any(phrase.former for phrase in phrases),
        bare=None,
    )
    return Cluster(name, key, joined, tuple(ordered))
