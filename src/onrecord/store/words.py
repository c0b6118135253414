"""Words as search and names see them: folded to lower case without accents, the same in every store.

The rule is that of SQLite's ``unicode61`` tokenizer with ``remove_diacritics 2``, so that both stores find the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

PLAIN = re.compile("[a-z0-9]+")
PHRASE = re.compile(r'"([^"]*)"?|([^\s"]+)')


def fold(text: str) -> str:
    """``text`` in lower case, accents dropped."""
    return "".join(char for char in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(char))


def words(text: str) -> list[str]:
    """The folded words of ``text``: runs of letters and digits."""
    if text.isascii():
        return PLAIN.findall(text.lower())
    return "".join(char if _is_word(char) else " " for char in fold(text)).split()


@dataclass(frozen=True, slots=True)
class Sought:
    """One thing to search for: words that stand together; the last one may go on where ``beginning`` is set."""

    words: tuple[str, ...]
    beginning: bool = False

    def stands_in(self, text: list[str]) -> bool:
        """True where the words stand together in ``text``."""
        return any(self.fits(text[at : at + len(self.words)]) for at in range(len(text) - len(self.words) + 1))

    def fits(self, window: list[str]) -> bool:
        """True where ``window``, as many words as are sought, is what is sought."""
        *head, last = self.words
        return window[:-1] == head and (window[-1].startswith(last) if self.beginning else window[-1] == last)


def sought(query: str) -> tuple[Sought, ...]:
    """What a search asks for, all of which must stand in the text: words, ``"a phrase"``, ``beginn*``.

    Nothing else is special, so no query is faulty; one without a word asks for nothing and finds nothing.
    """
    found = []
    for phrase, word in PHRASE.findall(query):
        inside = tuple(words(phrase or word))
        if inside:
            found.append(Sought(inside, beginning=word.endswith("*")))
    return tuple(found)


def finds(query: str, text: str) -> bool:
    """True where everything that ``query`` asks for stands in ``text``."""
    asked = sought(query)
    there = words(text)
    return bool(asked) and all(one.stands_in(there) for one in asked)


def named_by(query: str) -> Callable[[str], bool]:
    """A test whether a name holds all the words of ``query``."""
    asked = frozenset(words(query))

    def fits(name: str) -> bool:
        if not asked or (name.isascii() and not all(word in name.lower() for word in asked)):
            # Plain letters fold to lower case and nothing else: most names are ruled out without cutting them up.
            return False
        return asked <= set(words(name))

    return fits


def all_named(query: str, names: Iterable[str]) -> list[str]:
    """Those of ``names`` that hold all the words of ``query``."""
    fits = named_by(query)
    return [name for name in names if fits(name)]


@lru_cache(maxsize=4096)
def _is_word(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] in "LN" or category == "Co"
