"""Amounts in words and digits, as they are stated: one number, or bounds where the text gives bounds.

*at least 12* has a lower bound, *up to 40* an upper one, *12 to 15* both; *about 30* and *nearly 40* are the number that stands
there. *Dozens* are two dozen or more: a plural of a number word is taken at the least that it can mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_UNITS = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
}
_TENS = {
    word: 10.0 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12}
_SHORT = {"m": 1e6, "mn": 1e6, "bn": 1e9, "k": 1e3, "tn": 1e12}
_VAGUE = {
    "dozens": 24.0,
    "scores": 40.0,
    "hundreds": 200.0,
    "thousands": 2000.0,
    "tens of thousands": 20_000.0,
    "hundreds of thousands": 200_000.0,
    "millions": 2e6,
    "several": 3.0,
    "a few": 3.0,
    "a handful": 3.0,
    "several dozen": 36.0,
    "several hundred": 300.0,
    "several thousand": 3000.0,
    "a few dozen": 36.0,
    "a few hundred": 300.0,
    "a few thousand": 3000.0,
}
"""The least that a vague amount can be."""
_FEW = {"a few": 10.0, "a handful": 10.0}
"""The most that some of them can be."""
_EXACT = {"a couple": 2.0, "a pair": 2.0, "half a dozen": 6.0, "a dozen": 12.0, "two dozen": 24.0, "a hundred": 100.0}
_EXACT |= {"a thousand": 1000.0, "a million": 1e6, "dozen": 12.0}

_SMALL = "|".join(_UNITS)
_DIGITS = r"\d{1,3}(?:[,  ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
_TEN = "|".join(_TENS)
_WORDED = rf"(?:(?:{_TEN})(?:[- ](?:{_SMALL}))?|{_SMALL})"
_SCALE = "|".join(_SCALES)
_NUMBER = rf"(?:(?:{_DIGITS})(?: ?(?:bn|mn|tn|m|k)\b)?|{_WORDED}|an?(?= (?:{_SCALE})\b))(?:[ -](?:{_SCALE})(?!s))*"
_SET = "|".join(sorted(map(re.escape, (*_VAGUE, *_EXACT)), key=lambda one: -len(one)))
_LOW = r"at least|at the least|no fewer than|no less than|not less than|not fewer than|more than|over|upwards of|a minimum of|above"
_HIGH = r"at most|up to|as many as|no more than|not more than|fewer than|less than|under|a maximum of|below"
_AMOUNT = re.compile(
    rf"\b(?:(?P<between>between|from) )?(?:(?P<bound>{_LOW}|{_HIGH}) )?(?:about |around |some |nearly |almost )?[$€£¥₹]?"
    rf"(?:(?P<set>(?:{_SET}))|(?P<first>{_NUMBER}))\b"
    rf"(?:(?P<range> ?[-–] ?| to | and | or )[$€£¥₹]?(?P<second>{_NUMBER})\b(?! (?:more|others?)\b))?"
    r"(?P<more>,? or more\b)?",
    re.IGNORECASE,
)
_IS_LOW = re.compile(_LOW, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amount:
    """``value`` as stated, or ``low`` and ``high`` (inclusive, None where open); code points, half-open."""

    value: float | None
    low: float | None
    high: float | None
    start: int
    end: int


def amounts(text: str, start: int = 0, end: int | None = None) -> Iterator[Amount]:
    """The amounts in ``text[start:end]``, in order."""
    at = start
    stop = len(text) if end is None else end
    while (found := _AMOUNT.search(text, at, stop)) is not None:
        made = _amount(found)
        at = made.end if made is not None else found.end()
        if made is not None:
            yield made


def _amount(found: re.Match[str]) -> Amount | None:
    start = found.start("bound") if found["bound"] else found.start()
    if found["between"]:
        start = found.start()
    if found["set"]:
        return _of_set(found, start)
    first, second = number(found["first"]), number(found["second"]) if found["second"] else None
    if first is None:
        return None
    joint = (found["range"] or "").strip()
    if second is not None and (joint in {"-", "–", "to", "or"} or (joint == "and" and found["between"])):
        first = _scaled(first, second, found["first"], found["second"])
        if first < second:
            return Amount(None, first, second, start, found.end("second"))
    last = found.end("more") if found["more"] and second is None else found.end("first")
    if found["more"] and second is None:
        return Amount(None, first, None, start, last)
    if found["bound"]:
        low = _IS_LOW.fullmatch(found["bound"]) is not None
        return Amount(None, first if low else None, None if low else first, start, last)
    begin = found.start("first")
    return Amount(first, None, None, begin, last)


def _of_set(found: re.Match[str], start: int) -> Amount:
    name = " ".join(found["set"].lower().split())
    last = found.end("set")
    if name in _EXACT:
        value = _EXACT[name]
        if not found["bound"]:
            return Amount(value, None, None, found.start("set"), last)
        low = _IS_LOW.fullmatch(found["bound"]) is not None
        return Amount(None, value if low else None, None if low else value, start, last)
    return Amount(None, _VAGUE[name], _FEW.get(name), found.start("set"), last)


def _scaled(first: float, second: float, one: str, other: str) -> float:
    """*2 to 3 million*: the first is in millions, too."""
    scale = next((value for name, value in _SCALES.items() if name in other.lower()), 1.0)
    bare = not any(name in one.lower() for name in _SCALES)
    return first * scale if bare and first < second / scale + 1 and scale > 1 else first


def number(written: str) -> float | None:
    """The number that is written in digits or words; None for what is none."""
    text = re.sub(r"(?<=\d)[,  ](?=\d{3})", "", written.strip().lower())
    match = re.match(r"\d+(?:\.\d+)?", text)
    if match is not None:
        value, rest = float(match[0]), text[match.end() :].strip(" -")
        for word in rest.split():
            value *= _SHORT.get(word) or _SCALES.get(word, 1.0)
        return value
    total = current = 0.0
    for word in re.split(r"[\s-]+", text):
        if word in _SCALES:
            current = max(current, 1.0) * _SCALES[word]
            if _SCALES[word] >= 1000:
                total, current = total + current, 0.0
        elif word in _UNITS or word in _TENS:
            current += _UNITS.get(word, _TENS.get(word, 0.0))
        elif word not in {"a", "an"}:
            return None
    return total + current
