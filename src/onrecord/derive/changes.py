"""What became of a position from one commitment to the next: repeated, narrowed, widened, reversed, or nothing to tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.derive.commitments import Commitment
from onrecord.derive.courses import course_of
from onrecord.derive.former import is_before
from onrecord.derive.levels import AGAINST, OPEN
from onrecord.derive.sameness import Weights, is_named_alone, likeness
from onrecord.schema import Change, Order, Scale

SURE = 0.55
"""How like two issues must be for a yes and a no on them to be a change."""
STEPS: dict[Scale, int] = {"conditional": 0, "agrees in part": 1, "offers": 1, "agrees": 2, "does": 3}
"""How far a commitment that says yes goes."""
NEAR = 183
"""Days between two commitments that are held to be on one thing by a single word that they share."""
NEWS = 2
"""Blocks of a page, its headline with them, that tell the news; what follows tells how it came to that."""


@dataclass(frozen=True, slots=True)
class Held:
    """A commitment with the days on which it was made, as far as they are known, and whether they are stated."""

    commitment: Commitment
    first: date | None
    last: date | None
    stated: bool
    also: tuple[str, ...] = ()


def is_retold(one: Held, before: Held) -> bool:
    """True for a passing mention of what was on record before: told by the outlet, deep in its page, and not dated."""
    made, known = one.commitment, before.commitment
    if made.says_no != known.says_no or made.doc == known.doc:
        return False
    if made.former:
        return True
    if made.statement is not None or made.event is None:
        return False
    if made.when.earliest is not None and made.when.earliest > (before.last or date.max):
        return False
    return is_past(made) or not _is_leading(made)


def is_past(made: Commitment) -> bool:
    """True for what had been said or done before what the page tells."""
    return made.former or is_before(made.document.text, made.cue)


def _is_leading(made: Commitment) -> bool:
    """True for what stands in a headline or in the first paragraphs, which tell the news."""
    blocks = [block for block in made.document.blocks if block.kind in ("title", "paragraph")]
    return any(block.start <= made.start < block.end for block in blocks[:NEWS])


def is_told_once(first: Commitment, second: Commitment, told: Mapping[str, str]) -> bool:
    """True for two reports of one saying, or of one deed."""
    return first.says_no == second.says_no and any(
        told.get(one) is not None and told.get(one) == told.get(other)
        for one in first.entries
        for other in second.entries
    )


def change_between(earlier: Held, later: Held, weights: Weights) -> tuple[Change | None, Order | None]:
    """What became of a position from one commitment to the next, and whether their order is stated or inferred.

    Nothing is claimed where the order is not known, or where the issues are not surely one.
    """
    first, second = earlier.commitment, later.commitment
    order = order_of(earlier, later)
    alike = likeness(first.issue, second.issue, weights)
    people = first.person, second.person
    apart = None not in people and people[0] != people[1]
    if first.doc == second.doc and order != "stated" and not apart:
        return None, None
    opposite = first.says_no != second.says_no and not {first.level, second.level} & OPEN
    shared = first.issue.stems & second.issue.stems
    if len(shared) < 2 and not _is_close(earlier, later) or alike < SURE:
        return None, None
    if order is None:
        same_day = earlier.first is not None and earlier.first == earlier.last == later.first == later.last
        clear = opposite and not _excludes(first, second) and len(shared) > 1
        return ("conflicts", "stated") if same_day and clear else (None, None)
    if (first.is_deed or second.is_deed or first.level == second.level == "does") and not opposite:
        return None, None
    if opposite and first.level == second.level == "does" and not (_says_course(first) and _says_course(second)):
        return None, None
    if (first.is_deed or second.is_deed) and not _is_same_deed(first, second):
        return None, None
    if opposite:
        return _turned(first, second, apart), order
    if {first.level, second.level} & OPEN:
        taken_back = first.level == "threatens" and second.level not in OPEN and first.says_no != second.says_no
        return ("reverses" if taken_back else "repeats" if first.level == second.level else "supersedes"), order
    if first.level in AGAINST and second.level in AGAINST:
        stopped = "has stopped" in (first.level, second.level) and first.level != second.level
        return ("supersedes" if stopped else "repeats"), order
    change = _between_yes(first, second)
    known = len(first.issue.telling & second.issue.telling) > 1
    return (None, None) if change == "supersedes" and not known else (change, order)


def _is_same_deed(first: Commitment, second: Commitment) -> bool:
    """True where a deed has all words by which the other names its issue first, and two that tell something."""
    deed, other = (first, second) if first.is_deed else (second, first)
    shared = deed.issue.telling & other.issue.telling
    moved = deed.issue.moved and other.issue.moved
    return moved or other.is_deed or other.issue.head <= deed.issue.stems and len(shared) > 1


def _says_course(one: Commitment) -> bool:
    """True for a deed whose verb tells whether its thing goes on: of two deeds nothing else tells that they are opposite."""
    return one.event is None or course_of(one.event.trigger.text) != 0


def _turned(first: Commitment, second: Commitment, apart: bool) -> Change | None:
    """What to call a no after a yes, or a yes after a no. *Not until you pay* and *if you pay* are one answer."""
    if first.limit and second.limit and {first.level, second.level} & AGAINST:
        return None
    if apart:
        return "differs"
    if second.excluded or second.limit and second.says_no:
        return "narrows"
    return "widens" if first.excluded or second.limit and first.level in AGAINST else "reverses"


def _is_close(earlier: Held, later: Held) -> bool:
    """True for two commitments to a thing that one of them names alone, if it is not long from the one to the other."""
    days = (later.first - earlier.first).days if earlier.first and later.first else 0
    return is_named_alone(earlier.commitment.issue, later.commitment.issue) and days <= NEAR


def _excludes(first: Commitment, second: Commitment) -> bool:
    """True for a yes with an exception: the two say one thing."""
    return first.id == second.id


def _between_yes(first: Commitment, second: Commitment) -> Change:
    limited = bool(first.limit), bool(second.limit)
    if limited == (False, True):
        return "narrows"
    if limited == (True, False):
        return "widens"
    levels = _for(first), _for(second)
    if levels[0] == levels[1] or first.says_no and second.says_no:
        return "repeats"
    if STEPS[levels[1]] < STEPS[levels[0]] and levels[1] in ("conditional", "agrees in part"):
        return "narrows"
    return "widens" if levels[0] in ("conditional", "agrees in part") else "supersedes"


def _for(one: Commitment) -> Scale:
    """The level of what is for its issue: who will not lift the ban is for it as much as who promises to keep it."""
    return "offers" if one.level in AGAINST else one.level


def order_of(earlier: Held, later: Held) -> Order | None:
    """``stated`` or ``inferred`` where the one surely lies before the other; None where that is not known.

    Who turns down *the proposal* speaks of one that was made before, as long as the days allow it.
    """
    if earlier.last is not None and later.first is not None and earlier.last < later.first:
        return "stated" if earlier.stated and later.stated else "inferred"
    if earlier.commitment.doc == later.commitment.doc and is_past(earlier.commitment) and not is_past(later.commitment):
        return "stated"
    possible = earlier.first is None or later.last is None or earlier.first <= later.last
    return "inferred" if possible and _refers(later.commitment, earlier.commitment) else None


_PROPOSED = re.compile(
    r"\b(?:the|this|that|its|their|such an?)\b[^,;]*\b(?:proposal|offer|plan|invitation|initiative|bid)s?\b"
)


def _refers(later: Commitment, earlier: Commitment) -> bool:
    """True for a no to *the … proposal*, where the other is an offer."""
    if not later.says_no or earlier.level != "offers" or later.doc == earlier.doc:
        return False
    return _PROPOSED.search(later.document.text[later.issue.start : later.issue.end].lower()) is not None
