"""How a clause goes on behind its subject: what its verb group says will be done, by whoever the subject is, or with it.

*Will not open the border*, *is ready to talk*, *has lifted the ban*, *accepts observers*: the subject does it (``taken``).
*The ban would be lifted*, *the port stays closed*, *milk may enter*: it is done with the subject (``undergone``). Read from the
words alone, so that a statement whose inside holds no event tells what was said all the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.derive.courses import course, moves, state

_ADVERBS = r"(?:\s+(?:\w+ly|also|now|soon|still|only|even|again|therefore|already|always|yesterday|today|once more|after all))*"
_NO = r"n['’]t|\s+(?:not|never|no longer|in no case|under no circumstances)\b"
_MODAL = re.compile(
    rf"(?:['’]ll|['’]d|\s*(?:will|would|shall|wo(?=n['’]t)))(?P<no>{_NO})?{_ADVERBS}\s+(?P<verb>\w+)", re.IGNORECASE
)
_READY = re.compile(
    rf"\s+(?:is|are|was|were|remains?|remained){_ADVERBS}(?P<no>{_NO})?{_ADVERBS}\s+"
    r"(?:(?P<not>unwilling|unprepared)|ready|willing|prepared|open|determined|going|set|happy)\s+to\s+(?P<verb>\w+)",
    re.IGNORECASE,
)
_IS_TO = re.compile(rf"\s+(?:is|are|was|were)(?P<no>{_NO})?{_ADVERBS}\s+to\s+(?P<verb>\w+)", re.IGNORECASE)
_PLANS = re.compile(
    rf"(?P<no>\s+(?:did|does|do)(?:n['’]t|\s+not))?{_ADVERBS}\s+"
    r"(?:plan(?:s|ned)?|intend(?:s|ed)?|want(?:s|ed)?|pledge[sd]?|promise[sd]?|agree[sd]?|vow(?:s|ed)?|"
    r"(?P<not>refuse[sd]?|decline[sd]?))\s+to\s+(?P<verb>\w+)",
    re.IGNORECASE,
)
_TAKES = re.compile(
    rf"(?:\s+(?:has|have))?{_ADVERBS}\s+(?:(?P<yes>accept(?:s|ed)?|back(?:s|ed)|approve[sd]?|welcome[sd]?|agree[sd]?\s+(?:to|with))|"
    r"(?P<not>reject(?:s|ed)?|refuse[sd]?|oppose[sd]?|rule[sd]?\s+out|turn(?:s|ed)\s+down))\s+",
    re.IGNORECASE,
)
_NOT_TAKES = re.compile(
    r"\s+(?:did|does|do)(?:n['’]t|\s+not)\s+(?:accept|back|approve|agree\s+to|recogni[sz]e|want)\s+", re.IGNORECASE
)
_NEVER_MEANT = re.compile(
    rf"(?:\s+(?:has|have|had|sees?|saw|feels?|felt)|(?:\s+(?:is|are|was|were)\s+)?there\s+(?:is|are|was|were)){_ADVERBS}\s+no\s+"
    r"(?:plans?|intentions?|need|reason|wish|desire|interest|room|point)\s+(?:(?:to|of|in)\s+(?P<verb>\w+)|for\s+)",
    re.IGNORECASE,
)
"""How somebody says that a thing will not be done: "has no plans to close it", "saw no need for mediation"."""
_NO_NEED = re.compile(r"\s+(?:(?:did|does|do)(?:n['’]t|\s+not)|never)\s+need\s+(?:to\s+)?", re.IGNORECASE)
_DONE = re.compile(rf"\s+(?:has|have){_ADVERBS}\s+(?P<verb>\w+)", re.IGNORECASE)
_NO_OBJECT = re.compile(r"(?:\w+\s+){1,2}(?:no|nobody|none|nothing)\b", re.IGNORECASE)
"""A verb whose object says no: "hand over no more prisoners"."""
_NO_DOING = frozenset(
    """be see need know like seem remain become win lose suffer face get die find hope think believe wait feel want prefer
    love appreciate expect understand survive benefit look happen refer do say tell ask add make""".split()
)
"""Verbs that undertake nothing, or nothing that can be told by them."""

_WILL = r"(?:will|would|shall|may|can|could|is|are|was|were|should)"
_PASSIVE = re.compile(
    rf"\s+{_WILL}(?P<no>{_NO})?{_ADVERBS}\s+(?:(?:to\s+)?be)(?:\s+(?:fully|partly|partially|gradually))?\s+(?P<verb>\w+)",
    re.IGNORECASE,
)
_STAYS = re.compile(
    rf"\s+(?:(?:will|would|shall){_ADVERBS}\s+)?(?:stay|remain)(?:s|ed)?(?P<no>\s+not)?{_ADVERBS}\s+(?:in\s+|to\s+)?(?P<state>\w+)",
    re.IGNORECASE,
)
_MOVES = re.compile(
    rf"\s+(?:will|would|shall|may|can)(?P<no>{_NO})?{_ADVERBS}\s+(?:have to\s+)?(?P<verb>\w+)"
    r"(?=\W*$|[.,;:”\"]|\s+(?:in|on|at|for|again|from|as|once|until|unless|if|when|tomorrow|next|by|with|after|before|soon|within|\w+ly|(?-i:[A-Z])\w+)\b)",
    re.IGNORECASE,
)
"""Without an object, but for a place: "the port will open in May", and not "will open the port"."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a verb group says: from ``start`` on stands what is done; ``says_no`` where it is not.

    ``sign`` is what the verb leaves of a thing that undergoes it, 1 where it goes on and -1 where it ends.
    """

    start: int
    says_no: bool
    done: bool = False
    sign: int = 1


def taken(text: str, subject: int, end: int) -> Predicate | None:
    """What the subject that ends at ``subject`` undertakes, in a clause that ends at ``end``."""
    for form in (_MODAL, _READY, _PLANS, _IS_TO):
        found = form.match(text, subject, end)
        if found is not None and not _is_empty(text, found.start("verb"), end):
            start = found.start("verb")
            no = found.group("no") or found.groupdict().get("not") or _NO_OBJECT.match(text, start, end)
            return Predicate(start, bool(no))
    for form in (_NOT_TAKES, _NO_NEED, _NEVER_MEANT):
        denied = form.match(text, subject, end)
        if denied is not None:
            return Predicate(denied.start("verb") if denied.groupdict().get("verb") else denied.end(), True)
    stance = _TAKES.match(text, subject, end)
    if stance is not None:
        return Predicate(stance.end(), stance.group("not") is not None)
    done = _DONE.match(text, subject, end)
    if done is not None and course(done.group("verb")):
        return Predicate(done.start("verb"), False, done=True)
    return None


def _is_empty(text: str, start: int, end: int) -> bool:
    """True for a verb that undertakes nothing; "have its grain tested" undertakes something."""
    word = _FIRST.match(text, start, end)
    return word is not None and (
        word.group() in _NO_DOING or word.group() == "have" and not _HAVE.match(text, start, end)
    )


_FIRST = re.compile(r"\w+")
_HAVE = re.compile(r"have\s+(?:its|their|our|the)\s+(?:\w+\s+){1,3}\w+ed\b")


_BARRED = re.compile(
    r"\s+(?:is|are|was|were|remains?|remained)\s+(?:(?P<no>not\s+(?:up\s+for|open\s+to|subject\s+to)\s+(?:negotiation|discussion|debate|talks)|"
    r"not\s+negotiable|non-negotiable)|out\s+of\s+the\s+question|off\s+the\s+table|unthinkable|not\s+an\s+option|not\s+on\s+the\s+table)\b",
    re.IGNORECASE,
)
"""How a thing is kept as it is, or barred: "the duty is not negotiable", "a recount is out of the question"."""
_IN_FORCE = re.compile(
    rf"\s+(?:will|would|shall)?(?P<no>{_NO})?{_ADVERBS}\s*(?:come|comes|go|goes|take|takes)\s+(?:into\s+)?(?:force|effect)\b",
    re.IGNORECASE,
)


def undergone(text: str, subject: int, end: int) -> Predicate | None:
    """What is done with the subject that ends at ``subject``, where the verb tells whether it goes on."""
    found = _PASSIVE.match(text, subject, end)
    if found is not None and course(found.group("verb")):
        return Predicate(found.end(), found.group("no") is not None, sign=course(found.group("verb")))
    found = _BARRED.match(text, subject, end)
    if found is not None:
        return Predicate(found.end(), found.group("no") is None)
    found = _IN_FORCE.match(text, subject, end)
    if found is not None:
        return Predicate(found.end(), found.group("no") is not None)
    found = _STAYS.match(text, subject, end)
    if found is not None and state(found.group("state")):
        return Predicate(found.end(), (found.group("no") is not None) != (state(found.group("state")) < 0))
    found = _MOVES.match(text, subject, end)
    if found is not None and moves(found.group("verb")):
        return Predicate(found.end(), found.group("no") is not None, sign=moves(found.group("verb")))
    return None
