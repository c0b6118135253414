"""Amounts that two sources give for one named thing: *the bridge would cost $60 million; the union says it will cost $25 million*.

Both numbers are of one kind (money, a share, the same noun), and what is said around them has a word in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.derive.amounts import DATE, WISHES, Amount, value_of
from onrecord.derive.holders import giver, is_somebody
from onrecord.derive.matters import LAND, matter, stems_of
from onrecord.derive.tolls import NUMBER
from onrecord.derive.words import STOP, WORD, plain
from onrecord.schema import Document, Findings, Span, Statement

REACH = 320
"""Characters between two counts of a page that are set against each other."""
BACK = 12
"""Characters before a number that tell whether it is one of a date."""
MANY = 20.0
"""The ratio from which on two amounts of a kind are of different things."""

_COUNT = re.compile(
    rf"(?P<money>[$€£¥]\s*|\b(?:US)?\$\s*)?{NUMBER}(?:\.(?P<part>\d+))?(?P<scale>\s+(?:million|billion|thousand))?"
    r"(?P<share>\s*(?:%|percent\b|per\s+cent\b|pct\b|percentage\s+points?\b))?"
    r"(?:\s+(?P<coin>euros?|dollars?|pounds?|shillings?|rupees?|yuan|yen|francs?|roubles?|rubles?|kwacha|naira|pesos?)\b)?"
    r"(?P<rest>(?:\s+[\w’'-]+){0,3})",
    re.IGNORECASE,
)
_TIMES = frozenset(
    """year month week day hour minute second decade night kilometre kilometer metre meter mile km foot feet inch hectare acre
    degree am pm o'clock page article point goal time date member minister state country side vote""".split()
)
"""What is measured or named by numbers, and not counted by two sources."""
_OWN = re.compile(r"\W*(?:it|they|we|he|she|I|its|their|our|his|her|my)\b", re.IGNORECASE)
"""How a speaker begins to tell of its own side alone."""
_CALENDAR = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|"
    r"Friday|Saturday|Sunday|last year|this year|next year|since \d{4}|in \d{4}|by \d{4})\b"
)
_OPEN = frozenset({"could", "may", "might", "if", "unless", "would-be"})


@dataclass(frozen=True, slots=True)
class Count:
    """A count in a statement: of which kind, in which words beside it, on which days, and from what on it may be more or less."""

    amount: Amount
    kind: str
    around: frozenset[str]
    lands: frozenset[str]
    days: frozenset[str]
    own: bool
    at_least: bool


def same_thing(findings: Findings) -> Iterator[tuple[Amount, Amount]]:
    """The amounts of one page that two give for one thing, one after the other, in text order."""
    made = sorted(_counts(findings), key=lambda one: one.amount.start)
    for first, second in pairwise(made):
        if _is_one_thing(first, second) and _differ(first, second):
            yield first.amount, second.amount


def _is_one_thing(first: Count, second: Count) -> bool:
    by = first.amount.by, second.amount.by
    if by[0] is None or by[1] is None or by[0].key == by[1].key or first.own or second.own:
        return False
    if first.kind != second.kind or second.amount.start - first.amount.end > REACH:
        return False
    if first.lands and second.lands and not first.lands & second.lands:
        return False
    return first.days == second.days and bool(first.around & second.around)


def _differ(first: Count, second: Count) -> bool:
    low, high = sorted((first, second), key=lambda one: one.amount.value)
    if low.at_least or low.amount.value <= 0:
        return False
    return 1.1 < high.amount.value / low.amount.value < MANY


def _counts(findings: Findings) -> Iterator[Count]:
    for statement in findings.statements:
        built = statement.rule.split(".")[1] if "." in statement.rule else ""
        if statement.attitude != "says" or built in WISHES or not statement.content:
            continue
        for piece in statement.content:
            made = _count(statement, piece, findings.document)
            if made is not None:
                yield made


def _count(statement: Statement, piece: Span, document: Document) -> Count | None:
    """The one count of a piece; None where it holds several numbers, or tells of what may be."""
    text = document.text
    found = [
        one
        for one in _COUNT.finditer(text, piece.start, piece.end)
        if not DATE.search(text, max(0, one.start("number") - BACK), one.start("number"))
    ]
    if len(found) != 1:
        return None
    number = found[0]
    words = [plain(one[0]) for one in WORD.finditer(text, piece.start, piece.end)]
    kind = _kind(number)
    by = giver(statement.speaker)
    if kind is None or by is None or not is_somebody(statement.speaker) or _OPEN & set(words):
        return None
    stems = stems_of(text[piece.start : number.start()] + " " + text[number.end("number") : piece.end])
    amount = Amount(
        statement.id, by, _value(number), " ".join(number["rest"].split()), number.start("number"), number.end("number")
    )
    return Count(
        amount,
        kind,
        frozenset(one for one in stems if not one.startswith(LAND) and one != kind and one not in _VAGUE),
        frozenset(one for one in stems if one.startswith(LAND)),
        frozenset(_CALENDAR.findall(text, piece.start, piece.end)),
        _OWN.match(text, piece.start, piece.end) is not None,
        number["more"] is not None,
    )


_VAGUE = frozenset(
    matter(word) for word in "people government country official number figure total million billion".split()
)
"""What stands beside numbers of all kinds."""


def _kind(number: re.Match[str]) -> str | None:
    """Money, a share, or the noun that is counted; None where nothing tells, or what is measured is time or way."""
    if number["money"] or number["coin"]:
        return "money"
    if number["share"]:
        return "share"
    words = [plain(one) for one in number["rest"].split()]
    nouns = [word for word in words if word not in STOP and word.isalpha()]
    if not nouns or words and words[0] in STOP:
        return None
    return None if any(matter(word) in _SPANS for word in nouns[:1]) else matter(nouns[0])


_SPANS = frozenset(matter(word) for word in _TIMES)


def _value(number: re.Match[str]) -> float:
    part = float(f"0.{number['part']}") if number["part"] else 0.0
    scale = {"thousand": 1e3, "million": 1e6, "billion": 1e9}.get((number["scale"] or "").strip().lower(), 1.0)
    return (value_of(number["number"]) + part) * scale
