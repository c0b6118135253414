"""What statements are about: the actors named in them, those that are only understood from what stands before, and issues.

An actor is understood where the content names none: somebody else named in the cue's sentence (*accused* **Sorland** *of
lying*), else whom the statement or sentence right before spoke of (*Use of force is not the answer*, after a sentence on the
rebels). Issues are noun phrases that the content makes its subject or object (*use of force*, *the ceasefire*); they have no actor.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.find import syntax
from onrecord.schema import About, Annotations, Document, Party, Sentence, Statement

MOST = 2
"""Actors that are understood, and issues, at a time: more are a list, not a topic."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_MODIFIERS = frozenset({"compound", "amod", "nmod"})
_VAGUE = frozenset(
    """thing way time day week month year hour minute moment man woman people person one part side case fact point problem
    question answer complaint allegation accusation claim charge move vote minister president official spokesman number
    matter kind lot bit deal place word idea reason end today tomorrow yesterday morning night""".split()
)
"""Nouns that are nobody's topic."""
_NO_KIND = frozenset("same first second third last next other own such upper lower new old".split())
_AGENTS = (" by ", " from ", " with ", " to ")
"""Before somebody who has a part in the saying: they are not what it is about."""
_ACTING = frozenset({"person", "office", "organisation", "country", "armed_group"})


def named_in(statement: Statement, named: Sequence[Party], starts: Sequence[int]) -> tuple[About, ...]:
    """The named actors inside the content, each once. ``named`` are mentions in text order, ``starts`` their positions."""
    found: dict[str, About] = {}
    for piece in statement.content:
        for one in named[bisect_left(starts, piece.start) : bisect_left(starts, piece.end)]:
            if one.name is not None and one.end <= piece.end:
                found.setdefault(one.actor or one.name, About(one.name, one.actor, one.start, one.end, one.how))
    return tuple(found.values())


class Topics:
    """The mentions and sentences of a page, asked what its statements are about beyond whom they name."""

    def __init__(self, document: Document, annotations: Annotations, mentions: Sequence[Party]) -> None:
        self._document = document
        self._sentences = annotations.sentences
        self._starts = [sentence.start for sentence in annotations.sentences]
        self._named = [one for one in mentions if one.name is not None]
        self._places = [one.start for one in self._named]
        self._mentioned = merged((one.start, one.end) for one in mentions)
        self._said: list[tuple[int, int]] = []
        self._title = next((block for block in document.blocks if block.kind == "title"), None)

    def added(self, statements: Sequence[Statement]) -> list[Statement]:
        """The statements in their order with the actors that are understood and their issues."""
        out: list[Statement] = []
        self._said = [(piece.start, piece.end) for one in statements for piece in one.content]
        for one in statements:
            actors = one.about or (self._understood(one, out) if one.within is None else ())
            out.append(replace(one, about=(*actors, *self._issues(one))))
        return out

    def _understood(self, one: Statement, before: Sequence[Statement]) -> tuple[About, ...]:
        at = self._sentence_at(one.cue.start if one.cue else one.content[0].start if one.content else 0)
        if at is None:
            return ()
        here = self._sentences[at]
        beside = self._others(one, here.start, here.end, "named beside what was said")
        if beside:
            return beside
        last = next((each for each in reversed(before) if each.within is None), None)
        if last is not None and last.block == one.block and self._is_near(last, one, here):
            return tuple(
                replace(about, how="context: what was said before is about it")
                for about in last.about
                if about.actor is not None and not _is_the_speaker(about, one)
            )[:MOST]
        if at > 0 and self._follows(self._sentences[at - 1], here):
            earlier = self._sentences[at - 1]
            found = self._others(one, earlier.start, earlier.end, "named in the sentence before")
            if found:
                return found
        return self._of_headline(one)

    def _of_headline(self, one: Statement) -> tuple[About, ...]:
        """Whom the headline names beside the speaker's own side, where nothing nearer tells."""
        title = self._title
        if title is None:
            return ()
        return self._others(one, title.start, title.end, "the headline names it", said=True)

    def _others(self, one: Statement, start: int, end: int, rule: str, said: bool = False) -> tuple[About, ...]:
        """Named actors between two places, those of the statement's own speaker and addressee left out."""
        found: dict[str, About] = {}
        for party in self._named[bisect_left(self._places, start) : bisect_left(self._places, end)]:
            about = About(party.name or "", party.actor, party.start, party.end, f"context: {rule}")
            if party.actor is None or party.sector == "JRN" or party.actor_kind not in _ACTING:
                continue
            if self._document.text.endswith(_AGENTS, 0, party.start):
                continue
            own = party.actor_kind == "country" and one.speaker is not None and party.country == one.speaker.country
            if own or _is_the_speaker(about, one) or _touches(party, one) or (not said and self._is_said(party)):
                continue
            found.setdefault(party.actor or about.name, about)
        return tuple(found.values()) if len(found) <= MOST else ()

    def _is_said(self, party: Party) -> bool:
        """In what somebody said: that statement's topic."""
        return any(start <= party.start and party.end <= end for start, end in self._said)

    def _is_somebody(self, position: int) -> bool:
        """Within the phrase for an actor: *the governor, Tomas Ilves*."""
        at = bisect_right(self._mentioned, (position, sys.maxsize)) - 1
        return at >= 0 and position < self._mentioned[at][1]

    def _sentence_at(self, position: int) -> int | None:
        at = syntax.sentence_at(self._sentences, position)
        return at if at >= 0 else None

    def _is_near(self, last: Statement, one: Statement, here: Sentence) -> bool:
        """No further back than the sentence before, in the paragraph or by the same speaker."""
        ends = [piece.end for piece in last.content] + ([last.cue.end] if last.cue else [])
        at = self._sentence_at(max(ends) - 1) if ends else None
        if at is None or here.index - self._sentences[at].index > 1:
            return False
        same = last.speaker is not None and one.speaker is not None and last.speaker.actor == one.speaker.actor
        goes_on = same and last.speaker is not None and last.speaker.actor is not None
        return goes_on or self._sentences[at].block == here.block

    def _follows(self, earlier: Sentence, here: Sentence) -> bool:
        """In one paragraph, or as the answer to the paragraph before that asks."""
        asks = self._document.text[earlier.start : earlier.end].rstrip().endswith("?")
        return earlier.block == here.block or (asks and earlier.block == here.block - 1)

    def _issues(self, one: Statement) -> tuple[About, ...]:
        found: dict[str, About] = {}
        for piece in one.content:
            first = max(syntax.sentence_at(self._sentences, piece.start), 0)
            for sentence in self._sentences[first : bisect_left(self._starts, piece.end)]:
                for about in self._issues_in(sentence, piece.start, piece.end):
                    found.setdefault(about.name, about)
        return tuple(found.values())[:MOST]

    def _issues_in(self, sentence: Sentence, start: int, end: int) -> Iterator[About]:
        for token in sentence.tokens:
            if token.pos != "NOUN" or not start <= token.start < end or self._is_somebody(token.start):
                continue
            bare = token.start == start or token.dep == "ROOT"
            if token.lemma in _VAGUE or not (token.dep in _SUBJECTS or bare) or token.lower in syntax.CALENDAR:
                continue
            first, last = _phrase(sentence, token.index)
            if (
                sentence.tokens[first].start >= start
                and sentence.tokens[last].end <= end
                and _is_topic(sentence, token.index)
            ):
                place = sentence.tokens[first].start, sentence.tokens[last].end
                name = " ".join(self._document.text[place[0] : place[1]].split())
                yield About(name, None, *place, "page: what the content is about")


def merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges in order, those that touch or overlap as one."""
    held: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if held and start <= held[-1][1]:
            held[-1] = held[-1][0], max(held[-1][1], end)
        else:
            held.append((start, end))
    return held


def _phrase(sentence: Sentence, index: int) -> tuple[int, int]:
    """The noun with what it is made of: *water data*, *use of force*."""
    first = index
    while first > 0 and sentence.tokens[first - 1].head == index and sentence.tokens[first - 1].dep in _MODIFIERS:
        first -= 1
    for one in syntax.children(sentence, index, "prep"):
        inner = syntax.child(sentence, one, "pobj")
        bare = inner is not None and inner == one + 1 and sentence.tokens[inner].pos == "NOUN"
        if inner is not None and bare and one == index + 1 and sentence.tokens[one].lower == "of":
            return first, inner
    return first, index


def _is_topic(sentence: Sentence, index: int) -> bool:
    """*the ceasefire* as a subject, *water data*, *use of force*; not *a market*, *the same note* or *pigs*."""
    token = sentence.tokens[index]
    first, last = _phrase(sentence, index)
    made_of = any(sentence.tokens[one].dep in {"compound", "nmod"} for one in range(first, index)) or last > index
    vague = any(sentence.tokens[one].lower in _NO_KIND for one in range(first, index))
    known = {"the", "this", "these", "that"} & {
        sentence.tokens[c].lower for c in syntax.children(sentence, index, "det")
    }
    return not vague and (made_of or (bool(known) and token.dep in {"nsubj", "nsubjpass"}))


def _is_the_speaker(about: About, one: Statement) -> bool:
    parties = [party for party in (one.speaker, one.addressee) if party is not None]
    every = [member for party in parties for member in (party, *party.members)]
    return any((about.actor is not None and about.actor == party.actor) or about.name == party.name for party in every)


def _touches(party: Party, one: Statement) -> bool:
    """Part of how the speaker or addressee is called, or of the cue's own words."""
    others = [each for each in (one.speaker, one.addressee) if each is not None]
    return any(party.start < each.end and each.start < party.end for each in others)
