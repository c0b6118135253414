"""What a page says that somebody held before, of what it has just told: *closed the port, a week after it ruled out such a step*.

Such words name their matter by *such a step*, *it*, *to do so*, or by standing behind *weeks after*: it is what the same actor does
or says in the sentence before them. Read are words in the past of the past alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.derive.commitments import Commitment
from onrecord.derive.holders import Holder, holders_of, speaking
from onrecord.derive.levels import AGAINST, level_of
from onrecord.schema import Event, Findings, Statement

NEAR = 260
"""Characters between what is told and what was held before of it."""
HAD_REACH = 26
"""Characters before a word in which *had* puts it into the past of the past."""
AFTER_REACH = 80
"""The same for *weeks after*."""
_HAD = re.compile(r"\b(?:had|has already|earlier)(?:\s+\w+){0,2}\s+$")
_AFTER = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?)\s+after\b[^.;“”\"]*$")
_SAME = re.compile(
    r"\s*(?:such (?:an? )?\w+|(?:to )?(?:do|doing) so|it|this|that|the (?:step|move|idea|measure|proposal|offer|plan))"
    r"(?=\s*(?:[.,;:”\"]|$)|\s+(?:on|in|at|last|earlier|only|just|before|since|two|three|four|a|an|for|as|when)\b)",
    re.IGNORECASE,
)
"""How the matter is named again."""
_WHICH = re.compile(
    r",\s+(?:which|something|a (?:step|move|measure|demand|condition))\s+(?:that\s+)?(?:[\w’'-]+\s+){1,4}$"
)
"""How a relative clause names it."""
_NOT_SO = re.compile(
    r"(?:that\s+)?(?:[\w’'-]+\s+){1,4}(?:would|will)\s+(?:not|never)(?:\s+(?:do\s+(?:so|it|that)|happen))?\W*|"
    r"there\s+(?:was|is|were)\s+no\s+(?:plans?|intention|need|reason)\s+(?:to|of|for)\s+(?:do(?:ing)?\s+(?:so|it|that)|it|that|such\s+.*)\W*",
    re.IGNORECASE,
)
"""What is said of a matter that is not to be: "it would not do so"."""
_END = re.compile(r"[.!?][”\"’']?\s+(?=[A-Z“\"‘])|\n")


@dataclass(frozen=True, slots=True)
class Before:
    """What was held before: who held it, where its words begin and the cue, and whether it was against what is told."""

    holder: Holder
    event: Event | None
    statement: Statement | None
    cue: int
    against: bool
    again: bool


def is_before(text: str, cue: int) -> bool:
    """True for what had been said or done before what a page tells."""
    if _HAD.search(text, max(0, cue - HAD_REACH), cue) is not None:
        return True
    return _AFTER.search(text, max(0, cue - AFTER_REACH), cue) is not None


def former(findings: Findings, made: Sequence[Commitment]) -> Iterator[Commitment]:
    """What those of ``made`` are set against, by their page's own words."""
    text = findings.document.text
    told = [one for one in made if not is_before(text, one.cue) and not one.excluded]
    for before in (*_of_events(findings), *_of_statements(findings)):
        main = _meant(text, before, told)
        if main is None or before.against == (main.level in AGAINST):
            continue
        yield replace(
            main,
            event=before.event,
            statement=before.statement,
            start=before.cue,
            holder=replace(main.holder, person=before.holder.person, words=before.holder.words),
            level="rejects" if before.against else "agrees",
            issue=replace(main.issue, turn=(1 if before.against else -1) * (-1 if main.says_no else 1)),
            limit="",
            former=True,
        )


def _meant(text: str, before: Before, told: Sequence[Commitment]) -> Commitment | None:
    """What stands last before it by the same actor, in its sentence; in the one before only where the matter is named again."""
    begin = _sentence(text, before.cue)
    if before.again and begin > 0:
        begin = _sentence(text, begin - 2)
    near = [
        one
        for one in told
        if one.holder.key == before.holder.key
        and begin <= one.cue < before.cue
        and before.cue - one.cue <= NEAR
        and one.level not in ("threatens", "evades")
    ]
    return max(near, key=lambda one: one.cue, default=None)


def _sentence(text: str, at: int) -> int:
    """Where the sentence begins in which ``at`` lies."""
    ends = [found.end() for found in _END.finditer(text, max(0, at - 600), at)]
    return ends[-1] if ends else max(0, at - 600)


def _of_events(findings: Findings) -> Iterator[Before]:
    text = findings.document.text
    said = {one.id: one for one in findings.statements}
    for event in findings.events:
        level, cue = level_of(event), event.trigger.start
        if level not in (*AGAINST, "agrees", "offers") or event.status != "actual" or not is_before(text, cue):
            continue
        after = _AFTER.search(text, max(0, cue - AFTER_REACH), cue) is not None
        named = _SAME.match(text, event.trigger.end, event.sentence.end) is not None
        named = named or _SAME.match(text, _particle(text, event.trigger.end), event.sentence.end) is not None
        which = _WHICH.search(text, max(0, cue - AFTER_REACH), cue) is not None
        if not (named or which or after and level in AGAINST):
            continue
        holders = holders_of(event.source)
        if len(holders) == 1:
            statement = said.get(event.according_to or "")
            yield Before(holders[0], event, statement, cue, level in AGAINST, named and not which)


def _particle(text: str, at: int) -> int:
    found = re.compile(r"\s+(?:out|down|off)\b").match(text, at)
    return found.end() if found is not None else at


def _of_statements(findings: Findings) -> Iterator[Before]:
    text = findings.document.text
    for statement in findings.statements:
        if statement.cue is None or not statement.content or not is_before(text, statement.cue.start):
            continue
        words = " ".join(" ".join(piece.text for piece in statement.content).split())
        holder = speaking(statement.speaker) if statement.speaker is not None else None
        if holder is not None and _NOT_SO.fullmatch(words):
            yield Before(holder, None, statement, statement.cue.start, True, True)
