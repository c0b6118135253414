"""Words of a page for comparing it with others: small letters, no marks, only what was read as its own text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from onrecord.schema import BlockKind, Document

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")

BODY: frozenset[BlockKind] = frozenset({"paragraph", "subheading"})
"""What copies are compared by: headlines are rewritten where the text is not."""

STOP = frozenset(
    """a about above after again against all also am an and any are as at back be because been before being below between
    both but by came can cannot come could day days did do does doing down during each even few first for former from
    further get go got had has have having he her here hers him his how i if in into is it its just last later like made
    make many may me might more most much must my new next no nor not now of off on once one only or other our out over
    own per put said same saw say says she should since so some still such take than that the their them then there these
    they this those three through time to told too two under until up upon us very was way we week weeks well were what
    when where which while who whom why will with would year years yesterday yet you your
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december according added reported reportedly report reports statement""".split()
)
"""Words that tell no story from another."""


def body_words(document: Document) -> list[str]:
    """The words of the page's body, in order."""
    return [
        word
        for block in document.blocks
        if block.kind in BODY
        for word in words(document.text[block.start : block.end])
    ]


def words(text: str) -> Iterator[str]:
    """The words of ``text`` in small letters; a possessive ending goes."""
    for found in WORD.finditer(text):
        yield plain(found[0])


def plain(word: str) -> str:
    """``word`` in small letters, without a possessive ending."""
    return word.lower().replace("’", "'").removesuffix("'s")


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """``word`` without the endings of plurals and of verb forms: enough to bring reports of one thing together.

    The first and third step of Porter's stemmer (1980), no more: "killed", "killing" and "kills" meet, "killer" does not.
    """
    if len(word) <= 3 or not word.isalpha():
        return word
    for ending, instead in (("sses", "ss"), ("ies", "y"), ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", "")):
        if word.endswith(ending):
            word = word[: -len(ending)] + instead
            break
    for ending in ("ing", "ed"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= 3 and re.search("[aeiouy]", base):
            return base[:-1] if base[-1] == base[-2] and base[-1] not in "lsz" else base
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def terms(text: str) -> Iterator[str]:
    """The stems of the words that tell something."""
    for word in words(text):
        if word not in STOP and len(word) > 1:
            yield stem(word)
