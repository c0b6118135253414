"""What a statement answers: a question, the turn before, the speech act it names, or the accusation of its speaker."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.find.denials import ASKING, is_denial
from onrecord.find.likeness import (
    class_of,
    end_of,
    holds,
    known_to_differ,
    plain_words,
    same_speaker,
    start_of,
    stem,
)
from onrecord.schema import Document, Event, Statement

TURN = "transcript.turn"
"""The rule behind a turn of an interview or debate."""
PRONOUNS = frozenset({"he", "she", "they", "it"})
NEAR = 1200
"""Code points: how far back a reply looks for what it answers."""
NEXT = 260
"""Code points between a question and the end of the cue of its answer, or between an accusation and what the accused says."""
STOPS = (". ", "? ", "! ", ".\n", "\n")
REPLIES = frozenset({"reply", "respond", "retort", "answer", "counter", "hit_back", "shoot_back", "fire_back", "react"})
REPLY_NOUNS = frozenset({"answer", "reply", "response", "retort", "rejoinder"})
ASKS = frozenset({"ask-whether"})
ACTS = frozenset(
    stem(word)
    for word in """offer ultimatum demand remark remarks call calls proposal request appeal invitation threat warning criticism
    complaint comment comments statement words question suggestion""".split()
)
"""Nouns by which a reply names the speech act that it answers."""
REMARKS = frozenset(
    stem(word) for word in "remark remarks comment comments statement words criticism complaint".split()
)
"""Of these the ones that any saying can be called."""
DEMONSTRATIVE = frozenset({"that", "this", "those", "these", "such"})
DEFINITE = DEMONSTRATIVE | {"the", "his", "her", "their", "its"}
TURNS_ON = (
    ".reject",
    ".dismiss",
    ".praise",
    ".call",
    ".describe-as",
    ".blame",
    ".deny",
    ".accept",
    ".agree",
    ".welcome",
)
OPINES = (".call", ".describe-as", ".blame")
"""Of these the ones by which anybody may speak of an offer or a demand, not only those to whom it was made."""
CHARGES = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT"})
"""Acts whose target may well speak next in its own defence."""


class Replies:
    """The statements and events of a page, asked what a statement among them replies to."""

    def __init__(self, document: Document, statements: Sequence[Statement], events: Sequence[Event]) -> None:
        """Looks at each statement once, so that a page of a thousand sayings takes no time by the square."""
        self.document, self.statements, self.events = document, statements, events
        self._placed = sorted((s for s in statements if s.content), key=start_of)
        self._starts = [start_of(s) for s in self._placed]
        self._outer = sorted(start_of(s) for s in statements if s.within is None and (s.content or s.cue))
        self._asking = [s for s in statements if _asks(s) and s.within is None]

    def of(self, one: Statement) -> str | None:
        """The id of what ``one`` answers, or None."""
        before = [s for s in self._before(one) if not same_speaker(s.speaker, one.speaker)]
        found = (
            self._turn_before(one)
            or self._question(one)
            or self._named_reply(one)
            or self._named_act(one, before)
            or self._charge(one, before)
        )
        return found.id if found is not None else None

    def _before(self, one: Statement) -> list[Statement]:
        """What others said before it, in text order; never what it stands in, or what stands in it."""
        start = start_of(one)
        near = self._placed[bisect_left(self._starts, start - NEAR) : bisect_left(self._starts, start)]
        return [s for s in near if s.id != one.id and end_of(s) <= start + 1]

    def _turn_before(self, one: Statement) -> Statement | None:
        """In an interview what the question quotes; in a debate the turn before."""
        if one.rule != TURN:
            return None
        turns = [s for s in self.statements if s.rule == TURN and start_of(s) < start_of(one)]
        last = max(turns, key=start_of, default=None)
        since = end_of(last) if last is not None else max(0, start_of(one) - NEAR)
        asked = [
            s
            for s in self._before(one)
            if s.rule != TURN
            and start_of(s) >= since
            and s.within is None
            and ".noun-" not in s.rule
            and self.document.text.count("\n", end_of(s), start_of(one)) <= 1
        ]
        if asked:
            return asked[-1]
        between = self.document.text[since : start_of(one)]
        if last is None or between.strip().count("\n") or same_speaker(last.speaker, one.speaker):
            return None
        return last

    def _question(self, one: Statement) -> Statement | None:
        """*Asked whether it would resign, the board said …*; *A reporter asked how many. “None,” he replied.*"""
        if one.attitude != "says" or _asks(one):
            return None
        near = [s for s in self._asking if s.id != one.id and not holds(one, s) and self._answers(one, s)]
        return max(near, key=start_of, default=None)

    def _answers(self, one: Statement, question: Statement) -> bool:
        if one.within is not None or not _is_another(one, question) or one.cue is None or question.cue is None:
            return False
        begins, asked = start_of(one), start_of(question)
        start, end = min(end_of(question), end_of(one)), max(asked, begins)
        if end_of(one) <= asked:
            return not any(mark in self.document.text[start:end] for mark in STOPS)
        if end - start > NEXT or sum(self.document.text.count(mark, start, end) for mark in STOPS) > 1:
            return False
        return bisect_right(self._outer, asked) >= bisect_left(self._outer, begins)

    def _named_reply(self, one: Statement) -> Statement | None:
        """A verb or noun of replying answers whoever spoke last; the pronoun before it is not the one who is answered."""
        cue = plain_words([one.cue.text]) if one.cue is not None else []
        if one.rule.split(".")[0] not in REPLIES and ".reply" not in one.rule and not REPLY_NOUNS & set(cue):
            return None
        before = [s for s in self._before(one) if _is_another(one, s)]
        outer = [s for s in before if s.within is None] or before
        return outer[-1] if outer else None

    def _named_act(self, one: Statement, before: Sequence[Statement]) -> Statement | None:
        """*Dismissed the offer*, *called that “a joke”*: the content begins with the speech act that is answered."""
        if not any(name in one.rule for name in TURNS_ON) or one.within is not None:
            return None
        inside = [s for s in self.statements if holds(one, s) and known_to_differ(s.speaker, one.speaker)]
        words = plain_words(piece.text for piece in one.content)[:5]
        if inside and {stem(word) for word in words} & ACTS:
            return inside[0]
        if not words or words[0] not in DEFINITE or is_denial(one):
            return None
        last = before[-1] if before and start_of(one) - end_of(before[-1]) <= NEXT else None
        if words[0] in DEMONSTRATIVE and len(words) > 1:
            return last
        if any(name in one.rule for name in OPINES):
            return None
        named = {stem(word) for word in words} & ACTS
        alike = [s for s in before if named & {stem(word) for word in plain_words([s.rule.split(".")[0]])}]
        if alike:
            return alike[-1]
        fits = last is not None and bool(named & REMARKS or (named and class_of(last) in {*ASKING, "warn"}))
        return last if fits else None

    def _charge(self, one: Statement, before: Sequence[Statement]) -> Statement | None:
        """What the accused, asked or threatened one says next."""
        last = before[-1] if before else None
        if last is None or one.attitude not in {"says", "decides"} or one.within is not None or is_denial(one):
            return None
        if start_of(one) - end_of(last) > NEXT or not known_to_differ(last.speaker, one.speaker):
            return None
        act = next((event for event in self.events if event.id == last.act), None)
        charged = (
            act is not None and act.type in CHARGES and any(same_speaker(party, one.speaker) for party in act.target)
        )
        return last if charged else None


def _is_another(one: Statement, other: Statement) -> bool:
    """Not the same speaker; who answers with a pronoun is taken for another whatever it was resolved to."""
    return not same_speaker(one.speaker, other.speaker) or (
        one.speaker is not None and one.speaker.text.lower() in PRONOUNS
    )


def _asks(one: Statement) -> bool:
    return any(f".{name}" in one.rule for name in ASKS)
