"""Years: what makes a number one, by its form and by the words around it, and years that hang on another time."""

from __future__ import annotations

from onrecord.find import time_words as words
from onrecord.find.time_draft import Draft
from onrecord.find.time_words import Tokens

FIRST_YEAR, LAST_YEAR = 1000, 2099
PLAIN_YEARS = range(1900, 2051)
"""Years that are taken without a preposition before them; others need one."""

_AMOUNT_SIGNS = frozenset("$£€¥₹#.,:/+×x")
_YEAR_LEFT = frozenset(
    "in since until till during by before after from of to as and or between early late mid through"
    " throughout circa ca around the spring summer autumn winter fall year a an his her its their our this".split()
)


def plain_year(toks: Tokens, i: int) -> int | None:
    """The four-digit number at ``i`` if it can be a year by its form: no sign of money, no decimals, nothing glued to
    it."""
    low = toks.low(i)
    if not (len(low) == 4 and low.isdecimal() and low.isascii() and FIRST_YEAR <= int(low) <= LAST_YEAR):
        return None
    left, right = toks[i - 1], toks[i + 1]
    if toks[i - 1].low in ("$", "£", "€", "#") or (
        not toks[i].gap and (left.low.isalnum() or left.low in _AMOUNT_SIGNS)
    ):
        return None
    if not toks[i].gap and left.low in words.DASHES and toks.low(i - 2).isdecimal() and len(toks.low(i - 2)) != 4:
        return None
    if toks.glued(i + 1):
        if right.low in (".", ",", ":", "/") and toks.glued(i + 2) and toks.low(i + 2).isdecimal():
            return None
        if right.low.isalpha() or right.low in ("%", "°", "_", "@"):
            return None
    return int(low)


def loose_year(toks: Tokens, i: int) -> int | None:
    """A year by itself: by its form and by what stands before and after ("in 2001", not "2001 men")."""
    year = plain_year(toks, i)
    if year is None:
        return None
    after = toks.low(i + 1)
    if after in words.QUANTITY_NOUNS or after == "%":
        return None
    left = toks.low(i - 1)
    if left in words.DASHES and not toks[i].gap:
        left = toks.low(i - 2)
    if year in PLAIN_YEARS:
        return year if left in _YEAR_LEFT or left in ("(", ",", ";", ":", "") or not _plural(after) else None
    if after.isalpha() and after not in words.FUNCTION_WORDS:
        return year if left in _YEAR_LEFT - {"a", "an", "or", "and", "of", "the"} and not _plural(after) else None
    return year if left in _YEAR_LEFT - {"a", "an"} or left in ("(", ",") else None


def _plural(low: str) -> bool:
    return (
        low.endswith("s")
        and not low.endswith(("ss", "us", "is"))
        and low not in ("was", "has", "his", "as", "its", "s", "does")
    )


def bare_year(toks: Tokens, i: int) -> Draft | None:
    """``2001``, ``the year 2001``, ``490 BC``."""
    if toks.low(i) == "the" and toks.low(i + 1) == "year" and plain_year(toks, i + 2):
        return Draft(i + 3, toks.low(i + 2), "year")
    found = _before_christ(toks, i)
    if found is not None:
        return found
    year = loose_year(toks, i)
    return None if year is None else Draft(i + 1, str(year), "year")


def _before_christ(toks: Tokens, i: int) -> Draft | None:
    low = toks.low(i)
    if not (low.isdecimal() and low.isascii() and len(low) <= 4):
        return None
    if toks[i + 1].text in ("BC", "BCE"):
        return Draft(i + 2, f"bc({int(low)})", "year")
    if [toks[i + k].text for k in (1, 2, 3, 4)] == ["B", ".", "C", "."]:
        return Draft(i + 5, f"bc({int(low)})", "year")
    return None


def relative_year(toks: Tokens, i: int) -> tuple[str, int] | None:
    """``last year``, ``this year``, ``that year``, ``the following year``, ``the year before`` as a symbol."""
    low, after = toks.low(i), toks.low(i + 1)
    if (low, after, toks.low(i - 1)) == ("the", "year", "of") and toks.low(i - 2) in ("half", "quarter"):
        return "year(?now)", i + 2
    if after == "year" and low in ("last", "this", "next", "that"):
        return {
            "last": "year(publication) - 1 year",
            "this": "year(publication)",
            "next": "year(publication) + 1 year",
            "that": "year(?context)",
        }[low], i + 2
    steps = {
        "same": "",
        "following": " + 1 year",
        "next": " + 1 year",
        "previous": " - 1 year",
        "preceding": " - 1 year",
    }
    if low in ("the", "that") and after in steps and toks.low(i + 2) == "year":
        return f"year(?context){steps[after]}", i + 3
    if low == "the" and after == "year" and toks.low(i + 2) == "before":
        return "year(?context) - 1 year", i + 3
    return None


def year_after(toks: Tokens, i: int) -> tuple[str, int] | None:
    """The year that belongs to the month or day before ``i``: ``, 2017``, ``of 2017``, ``last year``, ``of that
    year``."""
    at = i + (toks.low(i) in (",", "of", "in"))
    year = plain_year(toks, at)
    if year is not None:
        if toks.low(at + 1) in words.QUANTITY_NOUNS - {"or", "more"} and at == i:
            return None
        return str(year), at + 1
    return relative_year(toks, i + (toks.low(i) in ("of", "in", ",")))
