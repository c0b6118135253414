"""Lines inside an article, decided together: its text, its headings, its lists, and boxes of other stories.

A Viterbi search over four labels. What a line shows alone gives each label points; which label may follow which gives
the rest. Points are set by hand, from reading the misses that `evals/pages.py` lists; no text was learned from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Part = Literal["text", "heading", "item", "other"]
PARTS: tuple[Part, ...] = ("text", "heading", "item", "other")

NEVER = -50.0
MOST = 2.0
"""Points of running text at most: a box's blurb is as good a sentence as any."""
NO_TEXT = -3.0
HEADING = ((6, 0.5), (9, -2.0), (14, -3.0))
"""Points of a heading of up to so many words."""
LIVE = 2.5
"""More of them in a live blog, where each entry has its heading and its time."""
ASKING = 1.2
"""A heading that is a question, which as a line of text has up to 1."""
CAPITALS = 4
"""Words from which a line in capitals heads another story."""
FOLLOWS: dict[tuple[Part, Part], float] = {
    ("text", "item"): -0.5,
    ("text", "other"): -1.0,
    ("heading", "text"): 1.0,
    ("heading", "heading"): -0.7,
    ("heading", "other"): -2.0,
    ("item", "text"): -0.3,
    ("item", "other"): -1.0,
    ("other", "other"): 0.5,
    ("other", "heading"): -0.5,
    ("other", "item"): -1.0,
}


@dataclass(frozen=True, slots=True)
class Look:
    """What a line inside the article shows: its weight as running text, words and marks, and what stands beside it.

    ``listed``: it hangs on a line with a colon. ``dated``: a date line follows. ``headed``: the head of a list of other
    stories stands right above. ``labelled``: a section's name does. ``live``: the page is a live blog. ``asks``: a short
    question, with a paragraph under it.
    """

    weight: float
    words: int
    closed: bool = False
    bullet: bool = False
    capitals: bool = False
    quoted: bool = False
    doubled: bool = False
    listed: bool = False
    dated: bool = False
    headed: bool = False
    labelled: bool = False
    live: bool = False
    asks: bool = False


def parts(looks: Sequence[Look]) -> list[Part]:
    """The best labels for the lines, in order. Linear."""
    if not looks:
        return []
    scores = {part: points(looks[0], part) for part in PARTS}
    back: list[dict[Part, Part]] = []
    for look in looks[1:]:
        came: dict[Part, Part] = {}
        held: dict[Part, float] = {}
        for part in PARTS:
            came[part] = max(PARTS, key=lambda one: scores[one] + FOLLOWS.get((one, part), 0.0))
            held[part] = scores[came[part]] + FOLLOWS.get((came[part], part), 0.0) + points(look, part)
        back.append(came)
        scores = held
    last = max(PARTS, key=lambda part: scores[part])
    path = [last]
    for came in reversed(back):
        path.append(came[path[-1]])
    return path[::-1]


def points(look: Look, part: Part) -> float:
    """What the line alone says for one label."""
    if part == "text":
        return min(look.weight, MOST) if look.weight > 0 else NO_TEXT
    if part == "heading":
        return _heading(look)
    if part == "item":
        return 1.5 if look.listed else NEVER if look.weight > 0 or not look.bullet else -1.5
    return _other(look)


def _heading(look: Look) -> float:
    if look.asks:
        return ASKING
    if look.bullet or look.doubled or look.weight > 0 or look.words > HEADING[-1][0]:
        return NEVER
    own = next(points for most, points in HEADING if look.words <= most)
    if look.quoted:
        own = max(own, HEADING[0][1])
    if look.live:
        own = min(own + LIVE, HEADING[0][1])
    return own - (2.0 if look.capitals and look.words > CAPITALS and not look.live else 0.0)


def _other(look: Look) -> float:
    own = -0.5 * min(look.weight, MOST) if look.weight > 0 else 0.5 if look.words > HEADING[0][0] else 0.0
    own += 1.0 * look.bullet + 1.5 * (look.capitals and look.words > CAPITALS) + 2.0 * look.doubled
    own += (1.0 if look.weight >= MOST else 3.0) * look.headed + 1.0 * look.labelled
    return own + (4.0 if look.weight > 0 else 2.0) * (look.dated and not look.live) - 2.0 * look.listed
