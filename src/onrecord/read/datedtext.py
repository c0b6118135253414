"""Date lines that stand between a headline and running text, wherever on the page: for pages whose article the labels
miss, as in languages whose menus and buttons no table lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.read.cues import Cue, cue_of, is_date_label
from onrecord.read.dates import DateHit, find_dates
from onrecord.read.lines import Line
from onrecord.read.prose import FULL, prose_score
from onrecord.read.title import headline_like

HEAD_REACH = 4
"""Lines above a date line in which its headline stands: byline and section may stand between."""
HEAD_WORDS = 4
"""Words of a headline, at least."""
TEXT_REACH = 14
"""Lines below it in which the text starts: share buttons, a picture and a standfirst may stand between."""
OPEN_LINES = 3
"""Lines of the text that may be no sentences before it has its second paragraph."""
PARAGRAPHS = 2
"""Full sentences from which it is running text: a teaser has one."""


@dataclass(frozen=True, slots=True)
class DatedText:
    """A date line at ``at`` with the date on it, and the weight of the text under it."""

    at: int
    hit: DateHit
    weight: float


def dated_texts(lines: Sequence[Line]) -> Iterator[DatedText]:
    """The page's date lines that a headline stands over and running text under, in text order."""
    cues = [cue_of(line) if line.words <= 40 else None for line in lines]
    for at, (line, cue) in enumerate(zip(lines, cues, strict=True)):
        if cue is None or cue.kind not in ("date", "byline") or line.bullet:
            continue
        hits = find_dates(line.text)
        if not hits or not _headed(lines, cues, at):
            continue
        weight = _text_below(lines, cues, at)
        if weight:
            yield DatedText(at, hits[0], weight)


def _headed(lines: Sequence[Line], cues: Sequence[Cue | None], at: int) -> bool:
    return any(
        lines[above].words >= HEAD_WORDS
        and headline_like(lines[above], cues[above])
        and not is_date_label(lines[above])
        for above in range(max(0, at - HEAD_REACH), at)
    )


def _text_below(lines: Sequence[Line], cues: Sequence[Cue | None], at: int) -> float:
    """The weight of the running text that starts below a line, before the next date; 0 where there is none."""
    weights: list[float] = []
    gap = 0
    for below in range(at + 1, len(lines)):
        cue = cues[below]
        weight = prose_score(lines[below]) if cue is None else 0.0
        if cue is not None and cue.kind == "date" and find_dates(lines[below].text) and not weights:
            return 0.0
        if weight >= FULL:
            weights.append(weight)
            gap = 0
        elif cue is None:
            gap += 1
        if gap > (OPEN_LINES if weights else TEXT_REACH):
            break
    return sum(weights) if len(weights) >= PARAGRAPHS else 0.0
