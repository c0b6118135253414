"""Pull quotes: words of the article that the page shows once more, set apart from its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.read.lines import fold
from onrecord.schema import BlockKind

WORDS = (8, 45)
"""Words of a pull quote, at least and at most."""
LONGEST = 400_000
"""Code points of an article up to which they are looked for."""
WHY = "pull quote: words of the article set apart"
MOST = 0.25
"""Part of an article's paragraphs that they may be; a page with more of them says its text twice."""
_MARKS = "\"' .,…-"
_MAY_BE: frozenset[BlockKind] = frozenset({"paragraph", "subheading", "related", "caption"})


def pull_quotes(texts: Sequence[str], kinds: Sequence[BlockKind]) -> set[int]:
    """The indices of lines whose words stand, quotation marks aside, inside a longer paragraph."""
    if sum(map(len, texts)) > LONGEST:
        return set()
    folded = [fold(text).strip(_MARKS) if kind in _MAY_BE else "" for text, kind in zip(texts, kinds, strict=True)]
    # A line that stands several times is an item of a list, or its page repeats itself.
    seen = Counter(folded)
    whole = "\n".join(["", *(one for one, kind in zip(folded, kinds, strict=True) if kind == "paragraph"), ""])
    found = {
        at
        for at, own in enumerate(folded)
        if seen[own] == 1 and WORDS[0] <= own.count(" ") + 1 <= WORDS[1] and _inside(whole, own)
    }
    return found if len(found) <= MOST * kinds.count("paragraph") else set()


def _inside(whole: str, own: str) -> bool:
    """True where ``own`` stands in another line, from the beginning of a sentence or quotation on."""
    at = whole.find(own)
    while at >= 0:
        alone = whole[at - 1] == "\n" and whole[at + len(own)] == "\n"
        if not alone and (whole[at - 1] in "\n\"'" or whole[at - 2 : at] in (". ", "? ", "! ", '" ')):
            return True
        at = whole.find(own, at + 1)
    return False
