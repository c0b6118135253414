"""Quotation marks as they stand in a paragraph, apart from apostrophes, inch marks and feet.

A mark belongs to a family (double, single, pointed): within one family any closing mark closes any opening one,
because pages mix typographic and typewriter marks in one quotation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Family = Literal["double", "single", "pointed"]
Role = Literal["open", "close", "either"]


@dataclass(frozen=True, slots=True)
class Mark:
    """``text[start:end]`` is a quotation mark that opens, closes, or may do either.

    ``firm``: where it stands leaves no doubt; a single mark that is not firm may be an apostrophe.
    """

    start: int
    end: int
    family: Family
    role: Role
    firm: bool = True


TOKEN = re.compile(r"``|''|‘‘|’’|[“”„‟\"«»‘’‚‛'‹›`]")
TYPED: dict[str, tuple[Family, Role]] = {
    "“": ("double", "open"),
    "”": ("double", "close"),
    "„": ("double", "open"),
    "‟": ("double", "open"),
    "``": ("double", "open"),
    "‘‘": ("double", "open"),
    "’’": ("double", "close"),
    "«": ("pointed", "open"),
    "»": ("pointed", "close"),
    "‹": ("single", "open"),
    "›": ("single", "close"),
    "‚": ("single", "open"),
}
UNTYPED_DOUBLE = frozenset(('"', "''"))
OPENS_AFTER = frozenset("([{-–—:/=>")
SENTENCE_MARKS = frozenset(".,!?…;:)")
ELISIONS = frozenset(
    "em tis twas til till cause bout round cos cuz neath twere twill n nuff kay tween gainst fraid mongst".split()
)
"""Words that lost their beginning: 'em, 'tis, rock 'n' roll."""
CLITICS = frozenset("s t d m re ve ll".split())
"""Endings that stand off by a space in tokenised text: "he 's", "we 'll"."""


def marks_in(text: str, start: int, end: int) -> list[Mark]:
    """The quotation marks of ``text[start:end]``, in order. Apostrophes and inch marks are left out."""
    marks: list[Mark] = []
    doubled = False
    for match in TOKEN.finditer(text, start, end):
        sign = match.group()
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end() : min(end, match.end() + 8)]
        if sign in UNTYPED_DOUBLE:
            mark = _untyped_double(match, before, after[:1] or " ", doubled)
        elif sign in TYPED:
            mark = _typed(match, before, after[:1] or " ")
        else:
            mark = _single(match, before, after or " ")
        if mark is not None:
            marks.append(mark)
            doubled = doubled or mark.family == "double"
    return marks


def _typed(match: re.Match[str], before: str, after: str) -> Mark:
    """A typographic mark says what it is, except an opening one that plainly stands at a quotation's end."""
    family, role = TYPED[match.group()]
    if match.group() == "“" and (after.isspace() or after in SENTENCE_MARKS) and not _opens_after(before):
        role = "close"
    elif match.group() == "”" and before.isspace() and after.isalnum():
        role = "open"
    return Mark(match.start(), match.end(), family, role)


def _opens_after(before: str) -> bool:
    return before.isspace() or before in OPENS_AFTER


def _untyped_double(match: re.Match[str], before: str, after: str, doubled: bool) -> Mark | None:
    """A typewriter mark opens before a word and closes after one; between two words or two spaces it may do either."""
    left = _opens_after(before) or before in "“‘'"
    right = after.isspace() or after in SENTENCE_MARKS or after in "-–—/]}”’'"
    if before.isdigit() and not doubled and not after.isalpha():
        return None
    if match.group() == "''" and right:
        return Mark(match.start(), match.end(), "double", "close")  # as tokenised text has it: ` `` so ''  `
    if left and not right:
        return Mark(match.start(), match.end(), "double", "open")
    if right and not left:
        return Mark(match.start(), match.end(), "double", "close")
    return Mark(match.start(), match.end(), "double", "either")


def _single(match: re.Match[str], before: str, after: str) -> Mark | None:
    """A single mark where it may be one: not inside a word, and not for letters or a century left out."""
    sign, start, end = match.group(), match.start(), match.end()
    if before.isalnum() and after[0].isalnum():
        return None
    if sign == "‘" or ((_opens_after(before) or before in '“"') and not after[0].isspace()):
        word = re.split(r"[^\w]", after, maxsplit=1)[0]
        if sign != "`" and (word.lower() in ELISIONS or word in CLITICS or re.match(r"\d0s|\d\d\b", after)):
            return None
        if before.isalnum():
            return None
        return Mark(start, end, "single", "open", firm=sign == "‘")
    if sign == "`" or before.isspace():
        return None
    return Mark(start, end, "single", "close", firm=before in SENTENCE_MARKS)
