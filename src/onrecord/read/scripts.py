"""Words and sentences in scripts that put no spaces between words, or whose short words the tables do not list."""

from __future__ import annotations

import re

UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"  # kana and Chinese characters
)
_MARKED = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
CHARACTERS_PER_WORD = 2
"""Letters of a word in a script without spaces: what running Chinese, Japanese and Thai have on average, roughly."""
SENTENCE_SHARE = 0.25
"""Part of function words that a line in another script than Latin is taken to have: there, length must tell."""
MOST = 0.5
"""Part of a line's letters from which it counts as being in such a script."""
MARKED_SHARE = 0.18
"""The same for a line in Latin letters with so many marks that it is no English:"""
MANY_MARKS = 0.04


def word_count(text: str) -> int:
    """The words of ``text``: parted by white space, or so many letters each where the script has no spaces."""
    words = len(text.split())
    if text.isascii():
        return words
    return max(words, len(UNSPACED.findall(text)) // CHARACTERS_PER_WORD)


def supposed_share(text: str) -> float:
    """The part of function words to suppose in a language whose short words are not listed, or bend too much to count;
    0 where they can be counted."""
    if text.isascii():
        return 0.0
    letters = sum(character.isalpha() for character in text)
    if not letters:
        return 0.0
    if sum(character > "\u036f" and character.isalpha() for character in text) >= MOST * letters:
        return SENTENCE_SHARE
    return MARKED_SHARE if len(_MARKED.findall(text)) >= MANY_MARKS * letters else 0.0
