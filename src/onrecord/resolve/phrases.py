"""Reading a phrase: its titles, the name in it, the bodies and countries it mentions, and how it is determined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.lexicon.actors import ActorTable, AgentNoun, NameHit, Title
from onrecord.resolve.lexing import Segment, lex
from onrecord.resolve.words import (
    ADJUNCTS,
    DEFINITE,
    FAMILY,
    FORMER,
    INDEFINITE,
    KIN,
    POSTINGS,
    PRONOUNS,
    RELATIVE,
    UNNAMED_NOUNS,
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a phrase says by itself, before anybody asks the page or the table.

    ``name`` is a personal name, ``owner`` tells that it only owns what the phrase means ("Odinga's lawyer");
    ``body`` is an
    organisation no table knows. ``countries`` are those of allegiance, in order; ``post``
    is where an envoy is sent; ``place`` a country that merely locates. ``bodies`` are ids of organisations and
    armed groups,
    ``bare`` the hit where the phrase is nothing but one name of the table. ``head`` is the last noun before any
    modifier.
    """

    text: str
    pronoun: str | None = None
    name: str | None = None
    name_start: int = 0
    name_end: int = 0
    owner: bool = False
    body: str | None = None
    titles: tuple[Title, ...] = ()
    agents: tuple[AgentNoun, ...] = ()
    head: str = ""
    head_kind: str = ""
    head_actor: str | None = None
    bodies: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    post: str | None = None
    place: str | None = None
    bare: NameHit | None = None
    former: bool = False
    definite: bool = False
    indefinite: bool = False
    plural: bool = False
    unnamed: bool = False
    kin: bool = False
    quoted_first_person: bool = False

    @property
    def title(self) -> Title | None:
        """The title that says most: an office before a role before a rank before an honorific."""
        order = {"office": 0, "role": 1, "rank": 2, "honorific": 3}
        return min(self.titles, key=lambda title: order[title.form], default=None)


_ANONYMITY = re.compile(
    "condition of anonymity|not (?:to )?be named|not to be identified|declined to be named|asked not to be|requested anonymity|"
    "not authori[sz]ed to|unnamed|anonymous"
)


def parse_phrase(
    text: str,
    actors: ActorTable,
    start: int = 0,
    end: int | None = None,
    hits: Sequence[NameHit] | None = None,
    common: frozenset[int] = frozenset(),
) -> Phrase:
    """What ``text[start:end]`` says; positions in the result count in ``text``."""
    end = len(text) if end is None else min(end, len(text))
    end = _without_possessive(text, start, end)
    written = text[start:end]
    bare = written.strip(" \"'“”‘’.,")
    lowered = bare.lower()
    if lowered in PRONOUNS and bare not in ("US", "WHO", "IT"):
        return Phrase(written, pronoun=lowered)
    segments = _without_clause(_without_brackets(lex(text, actors, start, end, hits, common)))
    parts = _Parts(segments)
    return parts.phrase(written, _ANONYMITY.search(lowered) is not None)


_LETTERS = re.compile(r"\b(?:[A-Z]\.){2,}\Z")
"""Letters with stops (*the U.S.*): the last stop is part of the name."""


def _without_possessive(text: str, start: int, end: int) -> int:
    """The end of the phrase without a possessive mark: "Kenya's" is Kenya."""
    while end > start and text[end - 1] in " ,.;:" and not _LETTERS.search(text, start, end):
        end -= 1
    return end - 2 if end - start > 3 and text[end - 2 : end] in ("'s", "’s") else end


def _without_brackets(segments: list[Segment]) -> list[Segment]:
    """The segments without brackets around a title: "Chief (Mrs.) Jane Doe"."""
    kept = []
    for at, segment in enumerate(segments):
        neighbours = (
            segments[at + 1 : at + 2] if segment.text == "(" else segments[at - 1 : at] if segment.text == ")" else []
        )
        if not (neighbours and neighbours[0].kind == "title"):
            kept.append(segment)
    return kept


def _without_clause(segments: list[Segment]) -> list[Segment]:
    """The segments up to a relative clause, unless it begins the phrase."""
    for at, segment in enumerate(segments):
        if at and segment.kind == "word" and segment.lower in RELATIVE:
            return segments[:at]
    return segments


LONGEST_ACRONYM = 7
"""Letters that a word in capitals may have and be an acronym."""


class _Parts:
    """Sorts the segments of one phrase; lives for one call."""

    def __init__(self, segments: list[Segment]) -> None:
        self.segments = segments
        self.words = [segment for segment in segments if segment.kind not in ("comma", "possessive")]

    def phrase(self, written: str, anonymous: bool) -> Phrase:
        name = self._name()
        body = next((segment for segment in self.segments if segment.kind == "body"), None) or self._acronym()
        countries, post, place = self._countries()
        head = self._head()
        first = next((segment.lower for segment in self.words if segment.lower not in ("all", "of")), "")
        titles = tuple(segment.title for segment in self.segments if segment.title)
        agents = tuple(segment.agent for segment in self.segments if segment.agent)
        lowered = [segment.lower for segment in self.words]
        owned = any(segment.kind == "possessive" for segment in self.segments)
        indefinite = first in INDEFINITE or first[:1].isdigit()
        plural = _is_plural(head)
        return Phrase(
            text=written,
            name=name.text if name else None,
            name_start=name.start if name else 0,
            name_end=name.end if name else 0,
            owner=name is not None and (self._owns(name) or self._describes(name, head)),
            body=body.text if body else None,
            titles=titles,
            agents=agents,
            head=head.lower if head else "",
            head_kind=head.kind if head else "",
            head_actor=head.hit.actor
            if head and head.hit and head.hit.kind in ("organisation", "armed_group")
            else None,
            bodies=tuple(s.hit.actor for s in self.segments if s.hit and s.hit.kind in ("organisation", "armed_group")),
            countries=countries,
            post=post,
            place=place,
            bare=self._bare(),
            former=any(word in FORMER or word.startswith("ex-") for word in lowered),
            definite=first in DEFINITE or owned,
            indefinite=indefinite,
            plural=plural,
            unnamed=anonymous
            or (name is None and (indefinite or plural) and self._is_source(head, indefinite and not plural)),
            kin=(any(word in KIN for word in lowered) and (owned or "of" in lowered))
            or (first in _POSSESSIVES and any(word in FAMILY for word in lowered[1:3])),
            quoted_first_person=first in ("our", "my", "we"),
        )

    def _acronym(self) -> Segment | None:
        """The unknown acronym that a title belongs to: TEPCO in "the president of TEPCO"."""
        for at, segment in enumerate(self.segments):
            short = segment.kind == "name" and segment.text.isupper() and 1 < len(segment.text) <= LONGEST_ACRONYM
            if short and self._preposition(at) in ("of", "for", "at") and any(one.title for one in self.segments[:at]):
                return segment
        return None

    def _name(self) -> Segment | None:
        """The personal name: the one that follows a title, else the first that is not the owner of something.

        An honorific tells most: in "Chief Medical Officer Dr Jane Doe", "Medical" follows a title, too.
        """
        names = [s for at, s in enumerate(self.segments) if s.kind == "name" and not self._is_object(at)]
        titled = [(self._title_before(segment), segment) for segment in names if not self._owns(segment)]
        for title, segment in sorted(titled, key=lambda one: one[0] is None or one[0].form != "honorific"):
            if title is not None:
                return segment
        for segment in names:
            at = self.segments.index(segment)
            if self._is_modifier(at):
                continue
            owner = at + 1 < len(self.segments) and self.segments[at + 1].kind == "possessive"
            if not owner and not self._is_lead(at):
                return segment
        first = self.segments.index(names[0]) if names else -1
        return names[0] if names and not self._is_lead(first) and not self._is_modifier(first) else None

    def _title_before(self, name: Segment) -> Title | None:
        at = self.segments.index(name)
        return self.segments[at - 1].title if at else None

    def _is_modifier(self, at: int) -> bool:
        """True for a word that only looks like a name: another follows, and small words alone lead up to it.

        So in "the Flemish environment minister, Jane Doe", "Budget carrier Zefiro", "Breaststroke record holder Jane Doe".
        """
        first, following = self.segments[at], self.segments[at + 1 :]
        if not following or " " in first.text and following[0].kind == "word" or following[0].start != first.end + 1:
            return False
        for index, segment in enumerate(following):
            known = segment.hit is not None and segment.hit.kind == "organisation"
            if index and (segment.kind == "name" or known):
                return True
            comma = segment.kind == "comma" and index and following[index - 1].kind in ("title", "agent")
            lower = segment.kind in ("title", "agent", "word") and segment.text[:1].islower()
            if not comma and (not lower or segment.lower in _PREPOSITIONS | {"and", "or"}):
                return False
        return False

    def _is_object(self, at: int) -> bool:
        """True for a name that a preposition ties to a noun before it: "an adviser to Mr Odinga"."""
        before = self.segments[at - 1] if at else None
        if before is not None and any(segment.title for segment in self.segments[: at - 1]):
            body = before.kind == "agent" or (before.kind == "title" and before.lower.endswith("s"))
            whole = " " in self.segments[at].text and before.text[:1].isupper() and self._preposition(at - 1) == "of"
            if before.kind == "hit" or (body and whole):
                return False  # "ambassador to Japan Jane Doe", "chairman of the Cabinet of Ministers Jane Doe"
        for index in range(at - 1, -1, -1):
            segment = self.segments[index]
            if segment.kind == "comma":
                return False
            if segment.kind == "word" and segment.lower in _PREPOSITIONS:
                return any(one.kind in ("title", "agent", "hit", "name", "body") for one in self.segments[:index])
            if segment.kind == "word" and segment.lower == "and":
                return False
        return False

    def _owns(self, name: Segment) -> bool:
        at = self.segments.index(name)
        return at + 1 < len(self.segments) and self.segments[at + 1].kind == "possessive"

    def _describes(self, name: Segment, head: Segment | None) -> bool:
        """True for a name right before the noun it describes: "Trump officials", "the Obama team"."""
        if head is None or head.kind not in ("agent", "title") or name.end > head.start or head.text[:1].isupper():
            return False
        between = self.segments[self.segments.index(name) + 1 : self.segments.index(head)]
        return all(segment.kind in ("agent", "title") for segment in between)

    def _is_lead(self, at: int) -> bool:
        """True for a capitalised word before a title or noun that only describes it: "Deputy", "Senior"."""
        return self.segments[at].lower in ADJUNCTS | FORMER

    def _countries(self) -> tuple[tuple[str, ...], str | None, str | None]:
        allegiance: list[str] = []
        post = place = None
        for at, segment in enumerate(self.segments):
            if segment.hit is None or segment.hit.kind in ("organisation", "armed_group", "person"):
                continue
            before = self._preposition(at)
            seen_head = any(s.title or s.agent for s in self.segments[:at])
            if before in POSTINGS and seen_head and not (before == "for" and self._speaks_for(at)):
                post = post or segment.hit.actor
            elif before in ("in", "across", "inside", "near", "throughout", "around"):
                place = place or segment.hit.actor
            elif segment.hit.actor not in allegiance:
                allegiance.append(segment.hit.actor)
        return tuple(allegiance), post, place

    def _speaks_for(self, at: int) -> bool:
        """True for "a spokesman for the Afghan ministry": spokesmen are not sent, they serve."""
        return any(one.title and one.title.role == "spokesperson" for one in self.segments[:at])

    def _preposition(self, at: int) -> str:
        for segment in reversed(self.segments[:at]):
            if segment.kind == "word" and segment.lower in ("the", "a", "an", "and"):
                continue
            return segment.lower if segment.kind == "word" else ""
        return ""

    def _head(self) -> Segment | None:
        """The last title, agent noun, name or hit before a preposition, a comma or a second noun phrase."""
        head: Segment | None = None
        for segment in self.segments:
            if segment.kind == "comma" and head is not None:
                break
            if segment.kind == "word":
                if head is not None and segment.lower in _PREPOSITIONS:
                    break
                if head is not None and (_is_noun_after(head, segment) or self._is_crowd_after(head, segment)):
                    head = segment
                continue
            if segment.kind in ("title", "agent", "hit", "body") or (segment.kind == "name" and head is None):
                head = segment
        return head

    def _is_crowd_after(self, head: Segment, word: Segment) -> bool:
        """True for the unknown plural that ends a phrase right behind a name: "Novak cofounders" are not Novak."""
        body = head.hit is not None and head.hit.kind == "organisation"
        named = (
            body
            or head.kind in ("name", "body")
            or (head.kind == "agent" and head.text[:1].isupper() and head.start > 0)
        )
        if not named or word.start != head.end + 1 or not word.text.isalpha():
            return False
        following = self.segments[self.segments.index(word) + 1 :]
        ends = not following or following[0].kind == "comma" or following[0].lower in _PREPOSITIONS
        plural = word.lower.endswith("s") and not word.lower.endswith(("ss", "ous", "us", "is"))
        return ends and plural and len(word.text) > 4 and word.text.islower() and word.lower not in _AFTER_NOUNS

    def _bare(self) -> NameHit | None:
        """The hit where the phrase is one name of the table, with nothing but determiners and adjuncts beside it."""
        hits = [segment.hit for segment in self.segments if segment.hit]
        others = [s for s in self.segments if not s.hit and not (s.kind == "word" and s.lower in _EMPTY)]
        return hits[0] if len(hits) == 1 and not others else None

    def _is_source(self, head: Segment | None, one: bool) -> bool:
        if head is None:
            return False
        if one and head.agent is not None and head.agent.form == "person":
            return True  # "a protester in the square"
        word = head.agent.lemma if head.agent else head.title.text if head.title else head.lower
        return word in UNNAMED_NOUNS or (
            head.agent is not None and head.agent.form == "person" and "GOV" in head.agent.sectors
        )


def _is_noun_after(head: Segment, word: Segment) -> bool:
    """True for the unknown noun that a branch of the forces only describes: "military action", "army operations"."""
    if head.agent is None or head.agent.form != "body" or head.agent.sectors[0] not in ("MIL", "COP"):
        return False
    return (
        len(word.text) > 3
        and word.start == head.end + 1
        and not word.lower.endswith(("ed", "ing", "ly"))
        and word.lower not in _AFTER_NOUNS
    )


_AFTER_NOUNS = frozenset(
    "alone itself themselves ready able willing loyal close also today here there still have will would".split()
)
_PREPOSITIONS = frozenset(
    "of in at on for from to with by across against near among under over who said , including about".split()
)
_POSSESSIVES = frozenset("his her their my our".split())
_EMPTY = frozenset("the a an both all of and".split()) | ADJUNCTS


def _is_plural(head: Segment | None) -> bool:
    if head is None:
        return False
    word = head.lower
    if head.agent is not None:
        return word != head.agent.lemma or head.agent.form == "group"
    if head.title is None or not word.endswith("s"):
        return False
    return not head.title.text.endswith("s") or word.endswith(_OFFICERS)


_OFFICERS = ("ministers", "secretaries", "presidents", "premiers", "chiefs", "leaders")
"""Ends of titles in the plural, also where the table has them as they stand; "the minister of foreign affairs" is one."""
