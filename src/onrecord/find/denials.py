"""What a denial denies: a claim told inside it, a saying of the same matter, the accusation before it, or an event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.find.likeness import (
    class_of,
    content_stems,
    content_words,
    end_of,
    holds,
    known_to_differ,
    plain_words,
    same_side,
    same_speaker,
    start_of,
    stem,
)
from onrecord.schema import Event, Party, Statement

SAME_MATTER = 0.5
"""Share of a denial's words found in what it denies."""
RIGHT_BEFORE = 300
"""Code points: how far back it looks where nothing before speaks of the denier."""
NEAR = 1200
"""Code points: how far back a denial without words of its own (*denied the claim*) looks."""

CLAIM_NOUNS = frozenset(
    """claim claims allegation allegations accusation accusations charge charges report reports suggestion suggestions rumour
    rumours rumor rumors story stories version account accounts assertion assertions notion impression finding findings
    testimony insinuation insinuations involvement responsibility role wrongdoing guilt""".split()
)
REPORTS = frozenset("report reports story stories article broadcast".split())
UNTRUE = frozenset(
    """false untrue baseless unfounded groundless fabricated fabrication fabrications lie lies liar nonsense fiction fake
    propaganda rubbish ridiculous absurd invented invention incorrect misleading slander fantasy ludicrous unsubstantiated
    wrong""".split()
)
ACCUSING = frozenset("accuse allege blame charge complain noun-accuse noun-allege".split())
"""Classes of frames that lay something to somebody's charge."""
TOLD = frozenset({"accuse", "allege", "noun-accuse", "noun-allege"})
"""Of these the ones that tell what was done."""
ASKING = frozenset(
    "urge demand call-for call-on promise threaten offer ask-whether want agree-to refuse decide plan".split()
)
"""Classes of frames that claim nothing: there is nothing in them to deny."""
NEGATIVE = frozenset("no not never nobody none nothing neither nor".split())
_NO_SUCH = re.compile(r"\bno such \w")
_STEMS_OF_CLAIMS = frozenset(stem(word) for word in CLAIM_NOUNS | UNTRUE)


def is_denial(statement: Statement) -> bool:
    """A verb or noun of denying; the rejection of a claim (*rejected the charge*); a claim called untrue (*called it a lie*)."""
    rule = statement.rule
    if ".deny" in rule or ".noun-deny" in rule:
        return True
    said = content_words(statement)
    if ".reject" in rule and ".refuse" not in rule:
        return bool(said & CLAIM_NOUNS)
    return any(name in rule for name in (".call", ".describe-as", ".reject", ".blame")) and bool(said & UNTRUE)


@dataclass(frozen=True)
class Denials:
    """The statements and events of a page, asked what a statement among them denies."""

    statements: Sequence[Statement]
    events: Sequence[Event]

    @cached_property
    def _denying(self) -> frozenset[str]:
        return frozenset(s.id for s in self.statements if is_denial(s))

    def of(self, one: Statement) -> tuple[str, ...]:
        """The ids of what ``one`` denies; empty where it denies nothing that is told on the page."""
        if one.attitude != "says":
            return ()
        if is_denial(one):
            return self._denied(one)
        return self._gainsaid(one)

    def _denied(self, one: Statement) -> tuple[str, ...]:
        rivals = self._rivals(one)
        if one.content and one.content[0].text.endswith(WHICH):
            return _ids(_before_which(one, rivals))
        inside = [s for s in self._inside(one) if len(content_words(s)) >= 3]
        if inside:
            return (inside[0].id,)
        if _names_a_claim(one):
            return _ids(self._nearest(one, rivals))
        same = _same_matter(one, rivals)
        found = _ids(same) + self._same_acts(one)
        return found or _ids(self._accusation(one, rivals))

    def _gainsaid(self, one: Statement) -> tuple[str, ...]:
        """*No shot was fired, the army said*: the contrary of what it is accused of, told without a word of denying."""
        told = [s for s in self._inside(one) if _calls_untrue(one, s)]
        if told:
            return (told[0].id,)
        no_such, no = _NO_SUCH.search(_text(one)) is not None, _is_answer_no(one)
        if not (no_such or no) and (not _is_negative(one) or class_of(one) in ASKING):
            return ()
        rivals = [s for s in self._rivals(one) if known_to_differ(s.speaker, one.speaker)]
        if no_such or no:
            return _ids(self._nearest(one, rivals, asking=no_such))
        return _ids(self._accusation(one, rivals, sure=True))

    def _inside(self, one: Statement) -> list[Statement]:
        """What others say or think inside its own words: *denied reports that police had fled*."""
        return [s for s in self.statements if s.content and holds(one, s) and not same_speaker(s.speaker, one.speaker)]

    def _rivals(self, one: Statement) -> list[Statement]:
        return [
            s
            for s in self.statements
            if s.id not in (one.id, one.within)
            and s.attitude == "says"
            and s.content
            and s.id not in self._denying
            and not holds(s, one)
            and not same_speaker(s.speaker, one.speaker)
        ]

    def _nearest(self, one: Statement, rivals: Sequence[Statement], asking: bool = False) -> Statement | None:
        """The last statement before it that accuses the denier or speaks of it, else the last one right before it."""
        start = start_of(one)
        before = [s for s in rivals if end_of(s) <= start + 1 and start - start_of(s) <= NEAR]
        before = [s for s in before if asking or class_of(s) not in ASKING]
        reported = [s for s in before if _is_report(s)] if REPORTS & content_words(one) else []
        near = (
            reported
            or [s for s in before if self._is_against(s, one.speaker)]
            or [s for s in before if _concerns(s, one.speaker)]
            or [s for s in before if start - end_of(s) <= RIGHT_BEFORE]
        )
        return max(near, key=lambda s: (start_of(s), s.within is None), default=None)

    def _accusation(self, one: Statement, rivals: Sequence[Statement], sure: bool = False) -> Statement | None:
        """The accusation right before it; where ``sure`` is asked for, only one against the speaker."""
        start = start_of(one)
        before = [s for s in rivals if 0 <= start - end_of(s) <= RIGHT_BEFORE and class_of(s) in ACCUSING]
        last = max(before, key=lambda s: (class_of(s) in TOLD, start_of(s)), default=None)
        if last is None or (sure and not (self._is_against(last, one.speaker) or _concerns(last, one.speaker))):
            return None
        return last

    def _is_against(self, statement: Statement, party: Party | None) -> bool:
        act = next((event for event in self.events if event.id == statement.act), None)
        return act is not None and any(same_side(one, party) for one in act.target)

    def _same_acts(self, one: Statement) -> tuple[str, ...]:
        """Events of the page that are the one denied: same type and a shared trigger or party, not told by the denier."""
        inside = [event for event in self.events if event.according_to == one.id]
        mine = {s.id for s in self.statements if same_speaker(s.speaker, one.speaker)} | {one.id}
        return tuple(
            event.id
            for event in self.events
            if event.according_to not in mine
            and event.id != one.act
            and any(_same_act(event, other) for other in inside)
        )


WHICH = (", which", ", something", ", a claim", ", a charge")
"""Ends of what stands before a denial that takes up the whole clause: *said that troops had moved,* **which** *Kenya denied*."""


def _before_which(one: Statement, rivals: Sequence[Statement]) -> Statement | None:
    """What is told in the clause that a *which* takes up."""
    at = one.content[0].start
    return max((s for s in rivals if start_of(s) <= at <= end_of(s)), key=start_of, default=None)


def _ids(statement: Statement | None) -> tuple[str, ...]:
    return (statement.id,) if statement is not None else ()


def _names_a_claim(one: Statement) -> bool:
    """*denied the claim*, *called the report a lie*: what is denied stands elsewhere."""
    said = content_words(one)
    rest = said - UNTRUE - CLAIM_NOUNS
    return (len(rest) <= 2 and bool(CLAIM_NOUNS & said)) or not rest or _points_back(one)


def _points_back(one: Statement) -> bool:
    first = plain_words(piece.text for piece in one.content)[:1]
    return bool(first) and first[0] in {"that", "this", "it"} and ".deny" not in one.rule


def _is_negative(one: Statement) -> bool:
    words = plain_words(piece.text for piece in one.content)
    return bool(NEGATIVE & set(words)) or any(word.endswith("n't") for word in words)


def _is_answer_no(one: Statement) -> bool:
    """*That is not so*, *Not true*, *This is a lie*: a first sentence that says so of what was said before."""
    if one.form != "direct" or not one.content:
        return False
    first = plain_words([one.content[0].text.split(".")[0].split("!")[0]])
    if len(first) > 5:
        return False
    said = set(first)
    return bool(said & {"lie", "lies", "false", "untrue", "nonsense", "liar", "liars"}) or (
        bool(said & {"not", "isn't"}) and bool(said & {"true", "so"})
    )


def _same_matter(one: Statement, rivals: Sequence[Statement]) -> Statement | None:
    """The rival that has most of its words, the nearest of equals; None where none has half of them."""
    said = content_stems(one) - _STEMS_OF_CLAIMS - {stem(word) for word in NEGATIVE}
    if len(said) < 2:
        return None
    shared = {s.id: len(said & content_stems(s)) for s in rivals}
    alike = [s for s in rivals if shared[s.id] >= max(2, SAME_MATTER * len(said))]
    return max(alike, key=lambda s: (shared[s.id], -abs(start_of(s) - start_of(one))), default=None)


def _same_act(event: Event, other: Event) -> bool:
    if event.type != other.type or event.status == "negated":
        return False
    if stem(event.trigger.text.lower()) == stem(other.trigger.text.lower()):
        return True
    mine = (*event.source, *event.target)
    return any(same_speaker(a, b) for a in mine for b in (*other.source, *other.target))


def _is_report(statement: Statement) -> bool:
    speaker = statement.speaker
    return statement.rule.startswith(("report.", "write.")) or (speaker is not None and speaker.sector == "JRN")


def _calls_untrue(one: Statement, told: Statement) -> bool:
    """*The report that police fled is a fake*: behind what is told it is called untrue."""
    after = [piece.text[max(0, end_of(told) - piece.start) :] for piece in one.content if piece.end > end_of(told)]
    return bool(set(plain_words(after)) & UNTRUE)


def _concerns(statement: Statement, party: Party | None) -> bool:
    keys = {key for key in (party.actor, party.name) if key} if party is not None else set()
    return any(about.actor in keys or about.name in keys for about in statement.about)


def _text(statement: Statement) -> str:
    return " ".join(piece.text for piece in statement.content)
