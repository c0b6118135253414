"""A time as it was read off the words, before its page is known."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.schema import Extent, Precision


@dataclass(frozen=True, slots=True)
class Draft:
    """What the words from some token up to the token ``end`` (not included) say.

    ``symbol`` is a time symbol in which two things may be left open: a pick with a question mark (``?month(8)``:
    which August hangs on tense and context) and ``?context`` (the time told before). ``needs_future`` marks words
    that are a day only where the future is spoken of ("in two weeks"); elsewhere they are what ``otherwise`` says.
    ``precision`` is None where no day can be told. ``clock`` is the time of the clock told with the day, if any.
    """

    end: int
    symbol: str
    precision: Precision | None
    extent: Extent = "within"
    needs_future: bool = False
    otherwise: str = ""
    clock: str = ""


def term(symbol: str) -> str:
    """``symbol`` such that an operator may follow: bracketed where it is more than one term."""
    return f"({symbol})" if " " in symbol else symbol


def amount(number: int | None, unit: str) -> str:
    """``1 day``, ``2 weeks``, ``some years`` (a number that is not told)."""
    if number == 1:
        return f"1 {unit}"
    return (
        f"{'some' if number is None else number} {unit.removesuffix('y') + 'ies' if unit == 'century' else unit + 's'}"
    )
