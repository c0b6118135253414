"""Which lines are captions, told by credits, repetition, labels and tense."""

from __future__ import annotations

import re

from onrecord.read.dates import find_dates
from onrecord.read.frame import View

CAPTION_WORDS = 45
"""A line that stands twice in a row, or above a bare picture credit, is a caption up to this length."""
CREDITED_WORDS = 32
"""A line above a name in brackets is a caption up to this length: such a name may also credit a picture without one."""
PICTURED_WORDS = 70
"""A line that tells in the present tense what somebody does on a full date is a caption up to this length."""
_CREDIT = re.compile(
    r"[(\[]?(?:[\w .'’/-]{2,40}[|/,] ?)?"
    r"(?:(?:[\w .'’-]{2,40}/)?(?:afp|reuters|ap|epa|getty(?: images)?|shutterstock|bloomberg|file|pool)\b"
    r"(?: ?[/|,] ?[\w .]{2,30}| (?:photo|images|pool|via [\w ]{2,30}|for [\w ]{2,30}))?)[)\]]?",
)
_CREDIT_IN_BRACKETS = re.compile(
    r"[(\[] ?(?:(?:photo|image|picture|illustration)s? (?:by|courtesy of|from) )?"
    r"[A-Z][\w.'’-]*(?:,? (?:and |& )?[A-Z][\w.'’-]*){0,4}"
    r" ?(?:(?:/|\||,|for|via|from) ?(?:the |The )?[A-Z][\w .'’/&-]{1,60})? ?[)\]]"
)
_PICTURED = re.compile(
    r"^[^\"]{4,120}?\b(?:speaks?|listens?|attends?|arrives?|stands?|poses?|looks? (?:on|at)|walks?|gestures?|holds?|waits?|"
    r"waves?|sits?|watch(?:es)?|delivers?|departs?|testif(?:y|ies)|meets?|reacts?|shakes?|boards?|gathers?|"
    r"(?:is|are) (?:seen|shown|pictured|displayed)|shown) [^\"]{4,300}$"
)
_CAPTION_LABEL = re.compile(r"(?:image|media|video|picture|photo) caption[,:]?")


def is_caption(view: View, at: int) -> bool:
    """True for text under a picture: told by its credit, by standing twice, by its label or by its tense."""
    line = view.lines[at]
    if 10 <= line.words <= PICTURED_WORDS and _PICTURED.search(line.plain) and find_dates(line.text):
        return True
    if at and _CAPTION_LABEL.fullmatch(view.lines[at - 1].plain) and line.words <= CAPTION_WORDS:
        return True
    if line.words > CAPTION_WORDS or line.text[0] in '"“':
        return False
    if _CREDIT.fullmatch(line.plain) and line.words <= 10 and not line.closed:
        return True
    if line.words <= 10 and _CREDIT_IN_BRACKETS.fullmatch(line.text):
        return True
    beside = [view.lines[near] for near in (at - 1, at + 1) if 0 <= near < len(view.lines)]
    if line.words >= 3 and view.seen[line.plain] <= 3 and any(other.plain == line.plain for other in beside):
        return True
    follower = view.lines[at + 1] if at + 1 < len(view.lines) else None
    return (
        follower is not None
        and not follower.closed
        and 2 <= follower.words <= 10
        and bool(
            _CREDIT.fullmatch(follower.plain)
            or line.words <= CREDITED_WORDS
            and at != view.title
            and _CREDIT_IN_BRACKETS.fullmatch(follower.text)
        )
    )
