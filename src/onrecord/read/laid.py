"""Lines of an article that a page's markup gave, labelled and laid out as one text."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.read.cues import cue_of
from onrecord.read.lines import make_line
from onrecord.read.prose import prose_score
from onrecord.schema import Block, BlockKind

LaidLine = tuple[BlockKind, str, str]
"""Kind, text and reason."""


def labelled(own: str, kind: str) -> LaidLine:
    """A line of an article with its label; ``kind`` is its element: ``head``, ``row``, or any other for running text."""
    line = make_line(own, 0, len(own))
    cue = cue_of(line)
    if cue is not None and cue.kind not in ("bio", "soft"):
        kinds: dict[str, BlockKind] = {
            "caption": "caption",
            "byline": "byline",
            "date": "date",
            "related": "related",
            "tail": "related",
        }
        return kinds.get(cue.kind, "furniture"), own, cue.why
    if line.too_long:
        return "furniture", own, "over the limit, left unread"
    if kind == "row" and prose_score(line) <= 0:
        return "furniture", own, "cell of a table"
    if own.isupper() and line.words > 4 and not line.closed:
        return "related", own, "a headline in capitals inside the article"
    if kind == "head":
        return "subheading", own, "heading inside the article"
    if cue is not None and cue.kind == "bio" and line.words < 60:
        return "paragraph", own, "running text"
    return "paragraph", own, "text of the article"


def layout(lines: Sequence[LaidLine], at: int = 0) -> tuple[str, tuple[Block, ...]]:
    """The lines as one text, blank lines between, and their blocks, the first of which starts at ``at``."""
    blocks: list[Block] = []
    for kind, own, why in lines:
        blocks.append(Block(kind, at, at + len(own), why))
        at += len(own) + 2
    return "\n\n".join(own for _, own, _ in lines), tuple(blocks)
