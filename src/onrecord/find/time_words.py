"""The English words that times are made of, and the tokens they are read from.

Closed classes (names of months and days, numbers, units) stand here and not in data files: they are grammar, not facts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from onrecord.find.time_draft import Draft

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
SHORT_MONTHS = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec".split())
NAMELIKE_MONTHS = frozenset("march april may june august".split())
"""Months that are also verbs, adjectives or people's names: alone they need a word before them that asks for a time."""

DAYS = {
    name: names.split()[0]
    for names in (
        "mon monday", "tue tuesday tues", "wed wednesday weds", "thu thursday thurs thur",
        "fri friday", "sat saturday", "sun sunday",
    )
    for name in names.split()
}  # fmt: skip
SHORT_DAYS = frozenset(name for name in DAYS if not name.endswith("day"))

SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
DAYPARTS = frozenset("morning afternoon evening night noon midday midnight dawn dusk lunchtime".split())

UNITS: dict[str, tuple[str, int]] = {
    "day": ("day", 1), "days": ("day", 1), "week": ("week", 1), "weeks": ("week", 1),
    "fortnight": ("week", 2), "fortnights": ("week", 2), "weekend": ("weekend", 1), "weekends": ("weekend", 1),
    "month": ("month", 1), "months": ("month", 1), "quarter": ("quarter", 1), "quarters": ("quarter", 1),
    "year": ("year", 1), "years": ("year", 1), "decade": ("decade", 1), "decades": ("decade", 1),
    "century": ("century", 1), "centuries": ("century", 1),
}  # fmt: skip
HOURS = frozenset("hour hours".split())

NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen".split()
    )
} | {"a": 1, "an": 1, "dozen": 12}
TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
VAGUE_NUMBERS = frozenset("several few many some couple numerous various dozens scores hundreds".split())

ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
        " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30}
DECADE_WORDS = {
    word: 10 * n
    for n, word in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split(), 2)
}

DASHES = frozenset("-–—‑−")
APOSTROPHES = frozenset("'’‘")
TIME_PREPOSITIONS = frozenset(
    "in on since until till during by before after through throughout early late mid last next this between"
    " from around circa".split()
)
QUANTITY_NOUNS = frozenset(
    "people men women children troops soldiers police personnel civilians fighters militants rebels dollars"
    " euros pounds rupees yen yuan miles mile kilometres kilometers km metres meters feet foot ft hectares"
    " acres tons tonnes kg mph percent per megawatts mw barrels cubic square hp rpm calories gb mb homes"
    " houses copies votes refugees migrants dead wounded injured others more or times hours minutes degrees".split()
)
"""What follows a number that is an amount and no year."""


FUNCTION_WORDS = frozenset(
    "and or but nor in at on to by from of with for when while as after before that than then he she they it"
    " we i you who which what was were had is are has have been be will would could should may might can did"
    " does do not no the a an his her their its our my this these there here if so because since until over"
    " under amid despite following during into onwards onward about around ago local if where both all some"
    " many more most nearly also only just even still without against between through".split()
)
"""What may follow a time that stands by itself; after "Friday" a noun ("Friday prayers") makes it part of another
phrase."""


class Token(NamedTuple):
    """A run of letters, a run of digits, or one other sign. ``gap`` is True where white space stands before it."""

    text: str
    low: str
    start: int
    end: int
    gap: bool
    newline: bool


_TOKEN = re.compile(r"[^\W\d_]+|\d+|\S")
END = Token("", "", -1, -1, True, True)


class Tokens:
    """The tokens of a text; asking beyond either end gives ``END``, which equals no word.

    ``low(index)`` is the token's text in lower case, or ''. ``points`` remembers what was read where: several readers ask
    for the same time at the same token.
    """

    def __init__(self, text: str) -> None:
        self.items: list[Token] = []
        self.points: dict[int, Draft | None] = {}
        end = 0
        for match in _TOKEN.finditer(text):
            start, word = match.start(), match[0]
            gap = start > end or start == 0
            newline = gap and text.find("\n", end, start) >= 0
            end = match.end()
            self.items.append(Token(word, word.lower(), start, end, gap, newline))
        self.low: Callable[[int], str] = defaultdict(str, enumerate(token.low for token in self.items)).__getitem__

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, index: int) -> Token:
        return self.items[index] if 0 <= index < len(self.items) else END

    def glued(self, index: int) -> bool:
        """True where no white space stands before the token."""
        return index < len(self.items) and not self[index].gap


def number_at(toks: Tokens, i: int) -> tuple[int | None, int] | None:
    """A count in digits or words at ``i``: its value (None where vague: "several") and the index after it; None where
    there is none."""
    low = toks.low(i)
    if low.isdecimal() and len(low) <= 3 and low.isascii():
        return int(low), i + 1
    if low in TENS:
        unit = NUMBERS.get(toks.low(i + 2), 99) if toks.low(i + 1) in DASHES else NUMBERS.get(toks.low(i + 1), 99)
        if 0 < unit < 10 and toks.low(i + 1) != "a":
            return TENS[low] + unit, i + (3 if toks.low(i + 1) in DASHES else 2)
        return TENS[low], i + 1
    if low == "half" and toks.low(i + 1) == "a" and toks.low(i + 2) == "dozen":
        return 6, i + 3
    if low == "a" and toks.low(i + 1) in VAGUE_NUMBERS:
        after = i + 2
        return None, after + (toks.low(after) == "of")
    if low == "a" and toks.low(i + 1) in ("dozen", "hundred"):
        return (12 if toks.low(i + 1) == "dozen" else 100), i + 2
    if low in NUMBERS and low != "zero":
        return NUMBERS[low], i + 1
    if low in VAGUE_NUMBERS:
        return None, i + 1 + (toks.low(i + 1) == "of")
    return None


def ordinal_at(toks: Tokens, i: int) -> tuple[int, int] | None:
    """An ordinal ("third", "3rd", "twenty-first") at ``i`` and the index after it."""
    low = toks.low(i)
    if (
        low.isdecimal()
        and low.isascii()
        and len(low) <= 2
        and toks.glued(i + 1)
        and toks.low(i + 1) in ("st", "nd", "rd", "th")
    ):
        return int(low), i + 2
    if low in ORDINALS:
        return ORDINALS[low], i + 1
    if low in TENS:
        at = i + 2 if toks.low(i + 1) in DASHES else i + 1
        if 0 < ORDINALS.get(toks.low(at), 99) < 10:
            return TENS[low] + ORDINALS[toks.low(at)], at + 1
    return None


def unit_at(toks: Tokens, i: int) -> tuple[str, int, int] | None:
    """A calendar unit at ``i``: its name, how many of it the word means (a fortnight is two weeks), the index after
    it."""
    found = UNITS.get(toks.low(i))
    return None if found is None else (found[0], found[1], i + 1)


def is_capital(toks: Tokens, i: int) -> bool:
    """True where the token begins with a capital letter."""
    return toks[i].text[:1].isupper()
