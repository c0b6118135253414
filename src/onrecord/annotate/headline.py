"""Headlines Set Like This, OR LIKE THIS, given to the parser like any sentence.

The parser learned from running text and takes capitals for names: of 26 invented headlines it found verb and subject
in 8 when they were set in title case, in 7 in capitals, and in 25 set as sentences; set as sentences by the rules
below, in 23 and 24 (``evals/headlines.py``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from onrecord.schema import BlockKind

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SMALL = frozenset(
    "a an the to of in on at as and or nor but for with over near against from by into onto off up down out about "
    "after before amid amidst among between through under until till via vs within without toward towards across "
    "along behind is are was were be been being has have had does do did will would can could may might must shall "
    "should not no that this these those there here who whom whose which what when where why how if than then while "
    "we he she it they you his her its their our your my him them all any some more most new also just only own "
    "same so such too very first second two three four five six seven eight nine ten".split()
)
"""Words that are no names, wherever a headline puts them."""

SHORTEST = 4
"""Letters of a word that is counted when asking whether a line is in title case: shorter ones stay small in it."""

FEWEST = 3
"""Words of that length below which a line says nothing about its case."""

SHARE = 0.8
"""Share of them with a capital from which on a line counts as set in title case. Names alone seldom reach it."""

VERB_ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("d", ""), ("ed", ""), ("ied", "y"), ("ing", ""), ("ing", "e"))
Known = Callable[[str], bool]


class WordForms:
    """How words are written within running text, apart from the first of a sentence."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Counts the words of sentences that are not set as headlines."""
        self._forms: dict[str, Counter[str]] = {}
        for text in texts:
            for match in WORD.finditer(text):
                if match.start() and text[match.start() - 1].isspace() and text[match.start() - 2] not in ".:!?":
                    self._forms.setdefault(match.group().lower(), Counter())[match.group()] += 1

    def usual(self, word: str) -> str | None:
        """The form in which the text writes ``word`` most often, in small letters where it is even; None if never."""
        forms = self._forms.get(word.lower())
        return max(sorted(forms), key=lambda form: (forms[form], form.islower())) if forms else None


def verb_test(lemmas: frozenset[str]) -> Known:
    """A test whether a word in small letters may be a form of one of the verbs ``lemmas``."""

    def known(word: str) -> bool:
        stems = (word[: -len(end)] + base for end, base in VERB_ENDINGS if word.endswith(end))
        return word in lemmas or any(stem in lemmas or _undoubled(stem) in lemmas for stem in stems)

    return known


def _undoubled(stem: str) -> str:
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem


def all_capitals(text: str) -> bool:
    """True for a line in capitals: several words, no small letter."""
    return text.isupper() and len(WORD.findall(text)) >= FEWEST and sum(letter.isalpha() for letter in text) >= 12


def in_title_case(text: str, kind: BlockKind) -> bool:
    """True for a line set in title case: a title, or a line that ends like one."""
    if kind == "paragraph" and text.rstrip()[-1:] in '.!?"”’…:;,':
        return False
    words = [word for word in WORD.findall(text)[1:] if len(word) >= SHORTEST]
    return len(words) >= FEWEST and sum(word[0].isupper() for word in words) >= SHARE * len(words)


def recased(text: str, capitals: bool, forms: WordForms, is_verb: Known) -> Iterator[tuple[int, str]]:
    """The letters of a headline that change, with their positions in ``text``; each is replaced by one letter.

    A word takes the form that the page's running text gives it. Where it has none, small words and verbs lose their
    capital; what else stands there may be a name and keeps it. ``capitals``: the line is all in capitals.
    """
    for number, match in enumerate(WORD.finditer(text)):
        word = match.group()
        new = _form(word, number == 0, capitals, forms.usual(word), is_verb)
        if len(new) == len(word):
            yield from ((match.start() + at, letter) for at, letter in enumerate(new) if letter != word[at])


def _form(word: str, first: bool, capitals: bool, usual: str | None, is_verb: Known) -> str:
    """The word as a sentence would have it."""
    small = word.lower()
    acronym = word.isupper() and len(word) > 1
    if acronym and not capitals:
        return word
    if usual is None:
        plain = small in SMALL or is_verb(small)
        usual = small if plain else word if acronym and len(word) <= 3 else word[0] + small[1:]
        usual = usual if capitals or plain else word
    return usual[0].upper() + usual[1:] if first else usual
