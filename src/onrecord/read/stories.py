"""Several stories on one page: where the second begins."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.read.cues import Cue
from onrecord.read.lines import Line
from onrecord.read.prose import FULL
from onrecord.read.title import headline_like

PARAGRAPHS = 2
"""Paragraphs that a story has, at least."""
HEADS = 3
"""Headlines with a byline up to which they head stories; a live blog has one over each of its entries."""


def second_story(
    lines: Sequence[Line], cues: Sequence[Cue | None], prose: Sequence[float], title: int | None, body: tuple[int, int]
) -> int | None:
    """The line of the headline at which a second story begins inside the text found: it has a byline under it, as the
    first has, and a text of its own. None where there is none."""
    if title is None or not _signed(cues, title):
        return None
    heads = [
        at for at in range(body[0] + 1, body[1] - 1)
        if prose[at] <= 0 and lines[at].words >= 4 and headline_like(lines[at], cues[at]) and _signed(cues, at)
    ]  # fmt: skip
    if not heads or len(heads) > HEADS:
        return None
    before = sum(weight >= FULL for weight in prose[body[0] : heads[0]])
    after = sum(weight > 0 for weight in prose[heads[0] : body[1]])
    return heads[0] if min(before, after) >= PARAGRAPHS else None


def _signed(cues: Sequence[Cue | None], at: int) -> bool:
    """True where a byline stands right under the line, or under the date that stands there."""
    near = cues[at + 1 : at + 3]
    kinds = [cue.kind if cue is not None else None for cue in near]
    return kinds[:1] == ["byline"] or kinds == ["date", "byline"]
