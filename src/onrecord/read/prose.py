"""How much a line is like running text, and where on the page the article's running text lies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.read.cues import Cue, is_name_line
from onrecord.read.lines import Line

# Weights of one line for or against the article, set by hand and checked with `evals/pages.py`. A full sentence of 12
# words outweighs three menu items, and long paragraphs and those that report speech count for more: boilerplate and
# teasers are short. A gap inside an article (a box of other stories, a gallery) costs at most GAP_CAP, so that what
# follows it is kept where it has two ordinary paragraphs or more.
WORDS_PER_POINT = 7.0
SENTENCE = 1.7
SENTENCE_MOST = 6.0
SPEECH = 1.0
SHORT_SENTENCE = 1.0
FULL = 1.5
"""Weight from which a line is a full sentence."""
SCRAP = 0.4
OPEN_PROSE = 2.0
HEADLINE = -1.0
SNIPPET = -0.7
_SPEECH = re.compile(r"\bsaid\b|\btold\b|\"")
_SPOKEN = re.compile(r"[\"'][^\"]{12,}[,.?!][\"'] \w+")
_CREDITED = re.compile(
    r"[.!?][\"'”’]{0,2}\s?(?:[—–-]{1,2}\s?[A-Z][A-Za-z/ ]{1,14}|[(\[][A-Z][A-Za-z/ ]{1,14}[)\]])\.?$"
)
CUE = -0.3
TAIL = -4.0
BIO = 0.2
TEASER = 0.2
ITEM = 0.3
LIVE_TIMES = 4
"""Times alone on their lines from which a page is a live blog."""
SHORT_WORDS = 14
"""Words up to which a sentence right under the head of a list is one of its headlines."""
TEXT_ABOVE = 3
"""Sentences above from which a blurb with a date can be one of another story."""
LIST_MOST = 6
"""Bullets in a row, under no colon, up to which they may be an article's points."""
LIST_WORDS = 45
"""Words on average from which bullets are paragraphs."""
_GLUED = re.compile(r"[a-z]{3}[A-Z][a-z]+ [A-Za-z]")
LONE = 4.0
"""Weight below which a sentence between two headlines is taken for a teaser (25 words)."""
GAP_CAP = 10.0
TAIL_CAP = 14.0
GAP_CAPS = ((25, 60.0), (12, 20.0))
"""The cap for gaps of so many lines or more: menus, footers and forms under an article."""
OTHER = -4.0
"""Weight of a headline with a byline or date right under it, below text: another story begins."""


def prose_score(line: Line) -> float:
    """Above 0 for running text, below for headlines and menu items; 1.7 to 7 for a full sentence."""
    if line.too_long or not line.words:
        return 0.0
    if is_doubled(line.plain):
        return HEADLINE
    if line.closed:
        if line.words >= 12 and line.share >= 0.18:
            weight = min(SENTENCE_MOST, max(SENTENCE, line.words / WORDS_PER_POINT))
            return weight + (SPEECH if _SPEECH.search(line.plain) else 0.0)
        if line.words >= 6 and line.share >= 0.12:
            return SHORT_SENTENCE
        return SCRAP if not line.bullet else 0.0
    if line.words >= 25 and line.share >= 0.25:
        return OPEN_PROSE
    if line.text.endswith((":", ",", ";", "—", "–")) and line.words >= 2 and not line.bullet:
        return OPEN_PROSE if line.words >= 12 and line.share >= 0.2 else 0.2
    if line.text[0] in "\"“‘'" and line.text[-1] in ",\"”’'" and line.words >= 8:
        return SHORT_SENTENCE
    return HEADLINE if line.words > 3 else SNIPPET


def is_doubled(plain: str) -> bool:
    """A headline that stands twice on its line, as picture and text of one link do."""
    half = len(plain) // 2
    return half > 10 and plain[:half].strip() == plain[half:].strip()


def scores(lines: Sequence[Line], cues: Sequence[Cue | None]) -> list[float]:
    """Per line, its weight as article text; lines that show themselves to be something else weigh a little against."""
    found: list[float] = []
    for line, cue in zip(lines, cues, strict=True):
        if cue is None or cue.kind == "soft":
            found.append(CUE if not line.bullet and is_name_line(line.text) else prose_score(line))
        else:
            found.append(TAIL if cue.kind == "tail" else BIO if cue.kind == "bio" else CUE)
    _raise_lists(lines, found)
    _raise_broken(lines, cues, found)
    _raise_credited(lines, cues, found)
    _lower_heads(cues, found)
    _lower_cards(lines, found)
    _lower_boxed(cues, found)
    signed = [one or two for one, two in zip(_signed(cues), _timed(cues), strict=True)]
    spoken = [bool(_SPOKEN.match(line.plain)) for line in lines]
    alone = [lone and not first for lone, first in zip(teasers(found, cues, spoken), signed, strict=True)]
    for at in _listed_below(lines, cues, found):
        alone[at] = True
    return [min(weight, TEASER) if lone else weight for weight, lone in zip(found, alone, strict=True)]


def _listed_below(lines: Sequence[Line], cues: Sequence[Cue | None], weights: Sequence[float]) -> Iterator[int]:
    """Sentences that belong to a list of other stories: under its head, until two paragraphs stand together.

    There a blurb stands alone between headlines, or short sentences, each a headline with a full stop, in a row.
    """
    listing = fresh = False
    full = 0
    for at, weight in enumerate(weights):
        cue = cues[at]
        full += weight >= FULL
        if cue is not None and cue.kind == "tail" and full >= TEXT_ABOVE:
            listing = fresh = True
            continue
        if not listing or weight <= 0:
            fresh = fresh and weight > 0
            continue
        if fresh and lines[at].words <= SHORT_WORDS:
            yield at
            continue
        fresh = False
        beside = [weights[near] for near in (at - 1, at + 1) if 0 <= near < len(weights)]
        if all(one < 0 for one in beside) and CUE not in beside[-1:]:
            yield at
        else:
            listing = False


def _timed(cues: Sequence[Cue | None]) -> list[bool]:
    """Per line, whether it opens an entry of a live blog: a time stands on one of the two lines above, as over others."""
    times = [at for at, cue in enumerate(cues) if cue is not None and cue.kind == "time"]
    if len(times) < LIVE_TIMES:
        return [False] * len(cues)
    near = {at + step for at in times for step in (1, 2)}
    return [at in near for at in range(len(cues))]


def _signed(cues: Sequence[Cue | None]) -> list[bool]:
    """Per line, whether nothing but furniture parts it from a byline or date above it: an article's first paragraph."""
    found: list[bool] = []
    near = False
    for cue in cues:
        found.append(near and cue is None)
        near = cue is not None and (near or cue.kind in ("date", "byline"))
    return found


def _raise_lists(lines: Sequence[Line], weights: list[float]) -> None:
    """Bulleted lines under a sentence with a colon belong to it."""
    listing = False
    for at, line in enumerate(lines):
        if line.bullet:
            weights[at] = max(weights[at], ITEM) if listing and weights[at] > TAIL else weights[at]
        else:
            listing = weights[at] > 0 and line.words >= 4 and line.text.endswith(":")


def _raise_broken(lines: Sequence[Line], cues: Sequence[Cue | None], weights: list[float]) -> None:
    """A line that the next goes on with, from a comma or a small letter, is half of a sentence."""
    for at in range(len(lines) - 1):
        line, follower = lines[at], lines[at + 1]
        goes_on = follower.text[0] in ",;" or follower.text[0].islower() and follower.words >= 6
        if (
            cues[at + 1] is None
            and weights[at] == HEADLINE
            and line.words >= 6
            and not line.bullet
            and not follower.bullet
            and goes_on
        ):
            weights[at] = OPEN_PROSE


def _raise_credited(lines: Sequence[Line], cues: Sequence[Cue | None], weights: list[float]) -> None:
    """An article's last sentence may have an agency's name behind it, as many captions have."""
    for at in range(1, len(lines)):
        match = _CREDITED.search(lines[at].text[-24:]) if lines[at].words >= 8 else None
        last = at + 1 == len(lines) or weights[at + 1] <= 0
        if match and last and weights[at - 1] >= FULL and weights[at] < 0 and cues[at] is None:
            weights[at] = max(FULL, lines[at].words / WORDS_PER_POINT)


def _lower_heads(cues: Sequence[Cue | None], weights: list[float]) -> None:
    """Headlines that a byline or date follows, below text, head other stories."""
    text = False
    for at in range(len(weights) - 1):
        follower = cues[at + 1]
        if text and cues[at] is None and weights[at] == HEADLINE and follower is not None:
            weights[at] = OTHER if follower.kind in ("byline", "date") else weights[at]
        text = text or weights[at] >= FULL


def _lower_boxed(cues: Sequence[Cue | None], weights: list[float]) -> None:
    """A sentence between a headline and a date or byline, below an article's text, is another story's blurb.

    Where most sentences stand so, they are the entries of a live blog.
    """
    full = boxed = 0
    found: list[int] = []
    for at in range(1, len(weights) - 1):
        follower = cues[at + 1]
        full += weights[at] >= FULL
        dated = follower is not None and follower.kind in ("date", "byline")
        above = cues[at - 1]
        headed = above is None or above.kind != "caption"
        if full >= TEXT_ABOVE and weights[at] > 0 and dated and weights[at - 1] < 0 and headed:
            found.append(at)
            boxed += weights[at] >= FULL
    if boxed * 2 < full:
        for at in found:
            weights[at] = min(weights[at], TEASER)


def _lower_cards(lines: Sequence[Line], weights: list[float]) -> None:
    """Long rows of bullets under no colon, and of headlines with a blurb glued on, are links to other stories."""
    run: list[int] = []
    hung = False
    for at, line in enumerate(lines):
        if line.bullet:
            run.append(at)
            continue
        if len(run) > LIST_MOST and not hung:
            _lower(lines, weights, run)
        run = []
        hung = line.text.endswith(":")
    if len(run) > LIST_MOST and not hung:
        _lower(lines, weights, run)
    glued = [at for at, line in enumerate(lines) if weights[at] > 0 and _GLUED.search(line.text, 20, 200)]
    several = set(glued)
    for at in glued:
        if sum(near in several for near in range(at - 3, at + 4)) >= 3:
            weights[at] = HEADLINE


def _lower(lines: Sequence[Line], weights: list[float], run: Sequence[int]) -> None:
    if sum(lines[at].words for at in run) < LIST_WORDS * len(run):
        for at in run:
            weights[at] = min(weights[at], SNIPPET)


def teasers(weights: Sequence[float], cues: Sequence[Cue | None], spoken: Sequence[bool]) -> list[bool]:
    """Per line, whether it is a sentence of ordinary length with headlines or menu items on both sides.

    Articles come in runs of paragraphs; blurbs of other stories and of the outlet's services stand each alone. Lines
    that show themselves to be furniture are looked through. One such sentence stays with the run that a single heading
    parts it from; and ``spoken``, which opens with somebody's words, is no blurb.
    """
    before, after = _neighbours(weights), _neighbours(weights[::-1])[::-1]
    lone = [
        0 < weight < LONE and one < 0 and two < 0 and not said
        for weight, one, two, said in zip(weights, before, after, spoken, strict=True)
    ]
    stops = [weight <= TAIL for weight in weights]
    _keep_near(lone, weights, stops)
    # Upwards, a byline or date shows that the heading between is the article's own headline; what is above is a teaser.
    stops = [stop or cue is not None and cue.kind in ("date", "byline") for stop, cue in zip(stops, cues, strict=True)]
    upwards = lone[::-1]
    _keep_near(upwards, weights[::-1], stops[::-1])
    return upwards[::-1]


def _keep_near(lone: list[bool], weights: Sequence[float], stops: Sequence[bool]) -> None:
    """Clears, in place, the sentences that a single heading parts from a run of text before them."""
    headings, held = 0, False
    for at, weight in enumerate(weights):
        if weight > 0:
            kept = lone[at] and held and headings == 1
            held = not lone[at]
            lone[at] = lone[at] and not kept
            headings = 0
        elif stops[at]:
            held = False
        elif weight != CUE:
            headings += 1


def _neighbours(weights: Sequence[float]) -> list[float]:
    """Per line, the weight of the nearest line before it that is no furniture; the page's edge counts as a headline."""
    found: list[float] = []
    last = HEADLINE
    for weight in weights:
        found.append(last)
        last = weight if weight != CUE else last
    return found


def body_range(weights: Sequence[float], end: int) -> tuple[int, int]:
    """The half-open range of lines, before ``end``, that holds the article: the heaviest run, gaps at a capped cost.

    Starts and ends on a line of prose. ``(0, 0)`` where no line is prose. Linear.
    """
    return heaviest(weights, 0, end)[0]


def heaviest(weights: Sequence[float], low: int, end: int) -> tuple[tuple[int, int], float]:
    """The heaviest run of lines from ``low`` to ``end``, and its weight."""
    best, best_range = 0.0, (0, 0)
    start, held = 0, 0.0
    gap = _Gap()
    for index in range(low, end):
        weight = weights[index]
        if weight < 0:
            gap = gap.longer(weight)
            continue
        held -= gap.cost
        gap = _Gap()
        if held <= 0:
            start, held = index, 0.0
        held += weight
        if weight > 0 and (held > best or held == best and start == best_range[0]):
            best, best_range = held, (start, index + 1)
    return best_range, best


@dataclass(frozen=True, slots=True)
class _Gap:
    """Lines between two runs of text. A box inside an article is short; menus and footers are long."""

    weight: float = 0.0
    lines: int = 0
    tail: bool = False

    def longer(self, weight: float) -> _Gap:
        """With one more line, of a weight below 0."""
        return _Gap(self.weight - weight, self.lines + 1, self.tail or weight <= TAIL)

    @property
    def cost(self) -> float:
        """What it costs to keep the text after the gap with the text before it."""
        cap = next((cap for least, cap in GAP_CAPS if self.lines >= least), TAIL_CAP if self.tail else GAP_CAP)
        return min(self.weight, cap)
