"""What an HTML page shows beside the article that its elements tell: pictures' texts, other stories, comments, furniture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from onrecord.read.dump import Labelled
from onrecord.read.laid import LaidLine
from onrecord.read.lines import fold
from onrecord.schema import READ_KINDS, BlockKind

_KEPT: frozenset[BlockKind] = frozenset({"caption", "related", "comment", "furniture"})
FEW = 2_000
"""Lines of a page up to which a line is looked for inside the article's lines too, and not only among them."""


def comments_of(page: Labelled, body: Sequence[LaidLine]) -> frozenset[str]:
    """The lines among ``body``, folded, that are readers' comments: they stand among the rest, with their writers and times.

    The page's elements may say so, or its lines, where comments stand in the element of the article.
    """
    shown = {fold(line.text) for line in page.lines}
    told = {fold(line.text) for line, kind in zip(page.lines, page.kinds, strict=True) if kind == "comment"}
    told -= {fold(line.text) for line, kind in zip(page.lines, page.kinds, strict=True) if kind in READ_KINDS}
    shown -= {fold(text) for kind, text, _ in body if kind in READ_KINDS}
    return frozenset(own for kind, text, _ in body if (own := fold(text)) in told or kind == "comment" and own in shown)


def rest_lines(page: Labelled, own: Sequence[LaidLine], pictured: Set[str], comments: Set[str]) -> Iterator[LaidLine]:
    """The lines shown that are none of ``own``, in the page's order, each with its label and why.

    ``page`` is what the page shows, labelled as a text dump, ``pictured`` the texts under its pictures and ``comments`` those
    of readers, folded. None of these lines is read for entries: what a dump would take for article text is furniture here,
    since the page's elements say otherwise.
    """
    held = {fold(text) for _, text, _ in own}
    whole = "\n".join(held) if len(page.lines) <= FEW else ""
    for line, kind, why in zip(page.lines, page.kinds, page.whys, strict=True):
        folded = fold(line.text)
        if folded in held or whole and line.words > 2 and folded in whole:
            continue
        if folded in comments:
            yield "comment", line.text, "readers' comments"
        elif folded in pictured:
            yield "caption", line.text, "text under a picture"
        elif kind in _KEPT:
            yield kind, line.text, why
        else:
            yield "furniture", line.text, f"shown outside the article that the page's elements tell ({kind})"
