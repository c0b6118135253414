"""Counts that people give: how many are dead, hurt, missing or held, by whose word, read from the words of statements.

*The ministry put the number of dead at 14*; *doctors counted 26 bodies*: most counts stand in no event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from onrecord.derive.holders import Holder, giver, is_somebody
from onrecord.derive.matters import LAND, stems_of
from onrecord.schema import Document, Findings, Statement

AFTER = 30
"""Characters behind a count that may tell whose people are counted."""
NEAR = 500
"""Characters between two counts of a page that are set against each other."""
UNITS = {
    "dead": r"dead|bodies|graves|deaths|victims|killed|died|drowned|murdered",
    "injured": r"injured|wounded|hurt",
    "missing": r"missing|disappeared",
    "hostages": r"hostages|abducted|kidnapped",
    "displaced": r"displaced|homeless|refugees",
}  # fmt: skip
_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety hundred".split()
VALUES = {
    **{
        f"{ten}-{one}": (at + 2) * 10 + more + 1
        for at, ten in enumerate(_TENS[:-1])
        for more, one in enumerate(_WORDS[:9])
    },
    **{word: at + 1 for at, word in enumerate(_WORDS)},
    **{word: (at + 2) * 10 for at, word in enumerate(_TENS)},
}
"""The numbers that words tell, those of two words first."""
NUMBER = (
    rf"(?P<more>(?:at least|more than|over)\s+)?(?<![\d.,])\b(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|{'|'.join(VALUES)})\b"
    r"(?![-–:.,]\d|\s*%)"
)
_AHEAD = {
    unit: re.compile(rf"{NUMBER}(?:\s+[\w’'-]+){{0,4}}?\s+(?:{words})\b", re.IGNORECASE)
    for unit, words in UNITS.items()
}
_BEHIND = {
    unit: re.compile(
        rf"\b(?:(?:number|toll|count|list) of (?:the )?(?:{words})\b[^.;]{{0,20}}?|death {unit}\b|the (?:{words}))"
        rf"\s*\b(?:at|to|is|was|as)\s+{NUMBER}".replace("death dead", "death toll"),
        re.IGNORECASE,
    )
    for unit, words in UNITS.items()
}
_DONE = {
    unit: re.compile(rf"\b(?:{words})\s+{NUMBER}", re.IGNORECASE)
    for unit, words in {
        "dead": "killed|killing|kills",
        "injured": "injured|injuring|injures|wounded|wounding|wounds",
    }.items()
}
_SUMMED = re.compile(rf"\b(?:\d+|{'|'.join(VALUES)})\s+\w+\s+and\s+(?:\d+|{'|'.join(VALUES)})\b", re.IGNORECASE)
"""A count in parts: "one officer and one civilian were killed"."""
_PART = re.compile(
    r"\b(?:among|including|of (?:those|whom|them)|another|other|more)\b[^.;]{0,40}$|\b[Oo]f (?:the )?$", re.IGNORECASE
)
"""What stands before a count of some of those who were counted already."""
_ARMED = re.compile(
    r"\b(?:soldiers?|troops|officers?|police\w*|military|army|personnel|fighters?|militants?|rebels?|gunmen|guards?)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"\b(?:people|civilians?|protesters?|women|children|villagers?|residents?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Toll:
    """A count: ``value`` of ``unit``, at ``start`` to ``end`` of its document, by whose word; ``least`` where it may be more.

    ``armed`` tells soldiers, police and fighters from people at large, None where the words tell neither; ``lands`` are the
    countries whose people are counted, as far as the words name them.
    """

    statement: Statement
    by: Holder
    unit: str
    value: int
    least: bool
    armed: bool | None
    start: int
    end: int
    lands: frozenset[str] = frozenset()


def clashing(findings: Findings) -> Iterator[tuple[Toll, Toll]]:
    """The counts of one page that cannot both be right, by two that speak side by side of one thing."""
    for first, second in combinations(tolls(findings), 2):
        if first.unit != second.unit or first.by.key == second.by.key or second.start - first.end > NEAR:
            continue
        low, high = sorted((first, second), key=lambda one: one.value)
        if first.armed is not None and second.armed is not None and first.armed != second.armed:
            continue
        if _are_apart(first, second):
            continue
        if low.value < high.value and not low.least and high.value <= 5 * low.value:
            yield first, second


def _are_apart(first: Toll, second: Toll) -> bool:
    """True for the people of two countries; who names no country counts at home, where another counts elsewhere."""
    if first.lands and second.lands:
        return not first.lands & second.lands
    abroad, other = (first, second) if first.lands else (second, first)
    return bool(abroad.lands and other.by.country and f"{LAND}{other.by.country}" not in abroad.lands)


def tolls(findings: Findings) -> list[Toll]:
    """The counts of one page, in text order: one for each statement."""
    found: list[Toll] = []
    for statement in sorted(findings.statements, key=lambda one: one.content[0].start if one.content else 0):
        by = giver(statement.speaker)
        if by is None or not is_somebody(statement.speaker) or not statement.content or statement.attitude != "says":
            continue
        made = _toll(statement, by, findings.document)
        if made is not None and all(made.start != one.start for one in found):
            found.append(made)
    return found


def _toll(statement: Statement, by: Holder, document: Document) -> Toll | None:
    spans = [*statement.content, *([statement.cue] if statement.cue is not None else [])]
    start, end = min(one.start for one in spans), max(one.end for one in spans)
    for patterns in (_BEHIND, _DONE, _AHEAD):
        for unit, pattern in patterns.items():
            match = pattern.search(document.text, start, end)
            if (
                match is not None
                and not _PART.search(document.text, max(0, start - 30), match.start())
                and not _SUMMED.search(document.text, max(start, match.start() - 30), match.end())
            ):
                return _made(
                    statement,
                    by,
                    unit,
                    match,
                    document.text[match.start() : min(end, match.end() + AFTER)],
                    document.text[start:end],
                )
    return None


def _made(statement: Statement, by: Holder, unit: str, match: re.Match[str], around: str, told: str) -> Toll:
    word = match.group("number").lower()
    value = VALUES.get(word) or int(word.replace(",", ""))
    counted = around
    armed = True if _ARMED.search(counted) else False if _PEOPLE.search(counted) else None
    return Toll(
        statement, by, unit, value, match.group("more") is not None, armed, match.start(), match.end(), _lands(told)
    )


def _lands(text: str) -> frozenset[str]:
    return frozenset(one for one in stems_of(text) if one.startswith(LAND))
