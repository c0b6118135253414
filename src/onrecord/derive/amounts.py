"""Amounts that two sources give differently: *the police counted 300 people; the organisers put the figure at 1,500*.

The second is a bare number: it counts what the number before it counts, and is set against it by standing alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.derive.holders import Holder, giver
from onrecord.derive.tolls import NUMBER, VALUES
from onrecord.schema import Document, Findings, Statement

BEFORE = 260
"""Characters before a bare number in which the number stands that it is set against."""
SHORT = 8
"""Words that tell nothing but a number have at most."""
_NUMBER = re.compile(rf"{NUMBER}(?P<scale>\s+(?:million|billion|thousand))?(?P<rest>[^.;,“”\"]{{0,40}})", re.IGNORECASE)
_FREE = re.compile(
    r"(?:(?:only|just|about|some|around|roughly|nearly|almost|at|more|less|like|fewer|than|least|most|it|its|there|they|these|the|a|an|true|"
    r"real|actual|number|figure|total|toll|amount|sum|count|one|was|were|is|are|had|been|would|be|speaks?|spoke|spoken|talks?|of|to|as|"
    r"took|taken|put|puts|counted|per|cent|percent|people|in|all|closer|nearer|think|thinks|thought|says?|said|insists?|on|that|rather|not|"
    r"up|cited|gave|gives|by|high|low)\W*)+",
    re.IGNORECASE,
)
_HEADLESS = re.compile(r"\s+(?:had|have|were|was|are|is|came|took|died|passed|did)\b", re.IGNORECASE)
"""What stands behind a number that stands for what it counts: "more than 900 had come"."""
WISHES = frozenset(
    "refuse reject want offer promise deny agree-to plan call-for call-on urge praise accuse blame".split()
)
"""Classes of frames by which nothing is counted."""
_MONEY = re.compile(r"\b(?:euros?|dollars?|pounds?|shillings?|million|billion)\b", re.IGNORECASE)
DATE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday|aged|page|article|in)\s+$"
)
"""What stands before a number that counts nothing."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number by whose word it is; ``of`` are the words behind it. ``by`` is None where the outlet itself gives it."""

    entry: str
    by: Holder | None
    value: float
    of: str
    start: int
    end: int


def contested(findings: Findings) -> Iterator[tuple[Amount, Amount]]:
    """The amounts of one page that another source puts differently, in the order of the other."""
    document = findings.document
    for statement in findings.statements:
        by = giver(statement.speaker)
        found = _number(statement, document) if by is not None else None
        if by is None or found is None:
            continue
        before = _before(findings, found[1])
        bare = found
        if (
            before is None
            or not _is_bare(statement, document, bare, before)
            or _is_asked(statement, before)
            or before.by is not None
            and before.by.key == by.key
            or before.value == bare[0]
            or _is_part(document, bare, before)
        ):
            continue
        yield before, Amount(statement.id, by, bare[0], before.of, bare[1], bare[2])


def _is_part(document: Document, bare: tuple[float, int, int], before: Amount) -> bool:
    """True for some of those who were counted before: "two were children"."""
    return bare[0] < before.value and _HEADLESS.match(document.text, bare[2]) is not None


def _is_asked(statement: Statement, before: Amount) -> bool:
    """True where the number is no count: "refused one", or money that one side offers and the other insists on."""
    built = statement.rule.split(".")[1] if "." in statement.rule else ""
    return built in WISHES or built == "demand" and _MONEY.search(before.of) is not None


def _number(statement: Statement, document: Document) -> tuple[float, int, int] | None:
    """The one number of a short statement, with its place; None where it tells more."""
    if not statement.content:
        return None
    start, end = statement.content[0].start, statement.content[-1].end
    text = document.text[start:end]
    found = list(_NUMBER.finditer(text))
    if len(found) != 1 or len(text.split()) > SHORT:
        return None
    return _value(found[0]), start + found[0].start("number"), start + found[0].end("number")


def _is_bare(statement: Statement, document: Document, number: tuple[float, int, int], before: Amount) -> bool:
    """True where a statement tells nothing but a number; what was counted before may be named again."""
    text, (_, start, end) = document.text, number
    if _HEADLESS.match(text, end) is not None:
        return True
    around = text[statement.content[0].start : start] + " " + text[end : statement.content[-1].end]
    known = {word.lower() for word in before.of.split()}
    left = " ".join(word for word in around.split() if word.lower().strip(".,") not in known)
    return not left.strip() or _FREE.fullmatch(left) is not None


def _before(findings: Findings, at: int) -> Amount | None:
    """The number that stands last before a place in the same paragraph, and whose it is."""
    text = findings.document.text
    begin = max(at - BEFORE, text.rfind("\n", 0, at) + 1)
    near = [one for one in _NUMBER.finditer(text, begin, at) if not _tells_none(text, begin, one.start("number"))]
    found = near[-1] if near else None
    if found is None or not found["rest"].split() or re.match(r"\s*(?:,|$)", found["rest"]):
        return None
    start, end = found.start(), found.end("number")
    said = [one for one in findings.statements if any(piece.start <= start < piece.end for piece in one.content)]
    inner = max(said, key=lambda one: one.content[0].start, default=None)
    by = giver(inner.speaker) if inner is not None else None
    if inner is not None and by is None:
        return None
    entry = inner.id if inner is not None else ""
    return Amount(entry, by, _value(found), " ".join(found["rest"].split()), start, end)


def _tells_none(text: str, begin: int, at: int) -> bool:
    """True for the number of a date, and of "several hundred"."""
    return DATE.search(text, begin, at) is not None or _VAGUE.search(text, begin, at) is not None


_VAGUE = re.compile(r"\b(?:several|many|few|some few|couple of|hundreds of|dozens of)\s+$", re.IGNORECASE)


def _value(number: re.Match[str]) -> float:
    scale = (number["scale"] or "").strip().lower()
    return value_of(number["number"]) * {"thousand": 1e3, "million": 1e6, "billion": 1e9}.get(scale, 1)


def value_of(word: str) -> float:
    """The value of a number in digits or letters."""
    return VALUES.get(word.lower()) or float(word.lower().replace(",", ""))
