"""How likely two reports tell of one happening, and why: a table of weights that one can read.

The weights are round numbers, set by hand on the dev topics of ECB+ (``python -m evals.stories ecb FOLDER``): with any one of
them a third higher or lower the CoNLL figure moves by less than a point.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.derive.reports import UNNAMED, Act

WORD = 0.5
"""For the same word, in whatever form."""
FAMILY = 0.4
"""For two words of one family: *kill* and *shoot dead*."""
SIDES = 0.35
"""For one type of act by one side against one other, in words that have nothing in common."""
GENERAL = 0.6
"""What such a score is multiplied by where the words fit most stories."""
PAGES = 0.6
"""For how alike the two pages are, up to PAGES_MOST."""
PAGES_MOST = 0.6
HERE = 0.35
"""What is put in the place of that for two reports of one page: it tells of other things of the same kind, too."""
PERSONS = 0.15
"""For a name that both have on either side."""
KIND = 0.05
"""For no more than a kind of people that both have: *protesters* are in Paris and in London."""
KIND_HERE = 0.2
"""Against, where that is all that two reports of one page share: it counts seven dead here and twenty there."""
FIGURES = 0.3
"""Against, where they count the same otherwise: on one page by any difference, on two by more than MANIFOLD."""
MANIFOLD = 2.0
"""Two pages may still mean one thing by 12 and by 15 dead; by 7 and by 84 they hardly do."""
OTHERS = 0.1
"""Against, where both name parties and none is shared."""
OTHERS_HERE = 0.25
"""The same on one page, which calls a party by one name more often than two pages do."""
ON_OTHERS = 0.35
"""Against, where on one page the same was done to somebody else: a round-up tells of arrests here and arrests there."""
ELSEWHERE = 0.3
"""Against, where they name different places."""
AROUND = 0.1
"""For the share of the words of both sentences that they share."""
SENTENCE = 0.4
"""Against, where both stand in one sentence."""
STRANGERS = 0.6
"""Against, where known parties of one side are all different, and of different countries."""
STANDING = 0.6
"""Against, where one says that it happened and the other that it did not, which is for disputes to show; and where the two
differ in status on one page: what is planned there is not what was done."""
HALF = 14.0
"""Days between two undated reports after which the likeness of their pages counts half."""
SLACK = 1
"""Days by which the dates that two reports give may differ."""
LEAST = 0.55
"""Mean score of reports from which on they tell of one happening."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The score of a pair of reports, and what speaks for and against."""

    score: float
    why: str


def compare(one: Act, other: Act, pages: float) -> Likeness | None:
    """How alike two acts are, their pages being alike by ``pages``, which does not count for two of one page.

    None where they cannot be one: their days exclude each other, or nothing of what they did is shared.
    """
    act = _act(one, other)
    if act is None or _apart(one, other):
        return None
    score, reasons = act
    here = one.page == other.page
    near = HERE if here else pages if one.dated and other.dated else pages * _nearness(one.day, other.day)
    score += PAGES * min(near, PAGES_MOST)
    reasons.append("one page" if here else f"pages {near:.2f} alike")
    both = one.persons & other.persons
    if both:
        named = sorted(word for word in both if not word.startswith(UNNAMED))
        score += PERSONS if named else -KIND_HERE if here else KIND
        reasons.append(f"both name {named[0]}" if named else f"both of {min(both)[1:]}")
    elif one.persons and other.persons:
        score -= OTHERS_HERE if here else OTHERS
        reasons.append("other names")
    for mine, theirs, side in ((one.who, other.who, "who"), (one.whom, other.whom, "whom")):
        if mine.ids and theirs.ids and not mine.meets(theirs):
            score -= STRANGERS
            reasons.append(f"another {side}")
    if _miscounted(one, other, here):
        score -= FIGURES
        reasons.append("other figures")
    if here and one.suffering and other.suffering and one.suffering.isdisjoint(other.suffering):
        score -= ON_OTHERS
        reasons.append("done to others")
    if _elsewhere(one.place, other.place) or here and _elsewhere(one.area, other.area):
        score -= ELSEWHERE
        reasons.append("another place")
    shared = len(one.around & other.around)
    if shared:
        score += AROUND * 2 * shared / (len(one.around) + len(other.around))
        reasons.append(f"{shared} words around")
    if here and one.sentence == other.sentence:
        score -= SENTENCE
        reasons.append("one sentence")
    undone = (one.status == "negated") != (other.status == "negated")
    if undone or (one.status != other.status and here):
        score -= STANDING
        reasons.append(f"{one.status} and {other.status}")
    return Likeness(round(max(0.0, min(1.0, score)), 3), ", ".join(reasons))


def _act(one: Act, other: Act) -> tuple[float, list[str]] | None:
    same = one.roots & other.roots
    if same:
        return WORD * (GENERAL if one.general and other.general else 1.0), [f"same word {min(same)}"]
    if one.families & other.families:
        return FAMILY, [f"words for {min(one.families & other.families)}"]
    if one.type and one.type == other.type and one.who.meets(other.who) and one.whom.meets(other.whom):
        return SIDES, [f"{one.type} by the same against the same"]
    return None


def _miscounted(one: Act, other: Act, here: bool) -> bool:
    for unit, mine in one.figures:
        for same, theirs in other.figures:
            low, high = sorted((mine, theirs))
            if unit == same and high > low * (1.0 if here else MANIFOLD):
                return True
    return False


def _elsewhere(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _nearness(one: date | None, other: date | None) -> float:
    return 1.0 if one is None or other is None else float(0.5 ** (abs((one - other).days) / HALF))


def _apart(one: Act, other: Act) -> bool:
    """True where the days cannot be the same, give or take the slack."""
    first = max((act.first for act in (one, other) if act.first), default=None)
    last = min((act.last for act in (one, other) if act.last), default=None)
    return first is not None and last is not None and (first - last).days > SLACK
