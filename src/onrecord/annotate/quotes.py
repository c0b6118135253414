"""Pairs quotation marks, paragraph by paragraph.

A mark without a partner costs its own paragraph at most: every paragraph starts afresh, except that a quotation
which is still open may go on in the next one, as the printed convention has it (the new paragraph opens with a mark
again), or where the next paragraph's first mark is a closing one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.annotate.marks import UNTYPED_DOUBLE, Family, Mark, marks_in
from onrecord.schema import READ_KINDS, Block, Quote
from onrecord.schema.annotation import QuoteEnd

DEEPEST = 4
"""Quotations of one family inside one another; prose has two, so beyond this a mark is a stray."""

MARKLESS = 6
"""Lines without a mark that a quotation may run over before the line that closes it (pages with a line to each sentence)."""

LOOK_AHEAD = 200
"""Marks looked through for the partner of a single mark: keeps a page of nothing but marks linear."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A quotation within one paragraph; the marks' own ranges are between start and inner_start, inner_end and end."""

    start: int
    inner_start: int
    inner_end: int
    end: int
    ending: QuoteEnd
    family: Family


@dataclass(slots=True)
class Paragraph:
    """One block on its way through the pairer."""

    index: int
    block: Block
    first: int
    """Its first code point that is not white space."""
    marks: list[Mark]
    pairs: list[Pair] = field(default_factory=list)

    def begins_with(self, family: Family) -> bool:
        """True where the paragraph opens with a mark of the family."""
        return bool(self.marks) and self.marks[0].start == self.first and self.marks[0].family == family

    def closes_first(self, family: Family) -> bool:
        """True where the family's first mark in the paragraph closes something."""
        mark = next((one for one in self.marks if one.family == family), None)
        return mark is not None and mark.role == "close" and mark.firm and family != "single"


def pair_quotes(text: str, blocks: Sequence[Block]) -> tuple[Quote, ...]:
    """The quotations in the blocks that are read, in order of their opening marks; outer before inner.

    Any text gives a result. Quotations lie within their block and are nested or apart, never crossing. Apostrophes,
    inch marks and empty pairs of marks are no quotations.
    """
    paragraphs = [_paragraph(text, index, block) for index, block in enumerate(blocks) if block.kind in READ_KINDS]
    carried: Family | None = None
    quotes: list[Quote] = []
    for number, here in enumerate(paragraphs):
        if carried and not here.marks and _follower(paragraphs, number, carried) is not None:
            quotes.append(Quote(here.index, here.first, here.block.end, here.first, here.block.end, 0, "continued"))
            continue
        left_open = _pair(text, here, carried)
        follower = _follower(paragraphs, number, left_open[0].family if left_open else None)
        carried = _close_at_end(text, here, left_open, follower)
        quotes += _quotes(here)
    return tuple(quotes)


def _follower(paragraphs: Sequence[Paragraph], number: int, family: Family | None) -> Paragraph | None:
    """The paragraph in which a quotation left open here may go on: the next, or, where lines without any mark lie between, the
    one whose first mark closes it."""
    for step, after in enumerate(paragraphs[number + 1 : number + 2 + MARKLESS]):
        if not paragraphs[number].block.kind == after.block.kind == "paragraph":
            return None
        if after.marks:
            return after if step == 0 or (family is not None and after.closes_first(family)) else None
    return None


def _paragraph(text: str, index: int, block: Block) -> Paragraph:
    first = block.start
    while first < block.end and text[first].isspace():
        first += 1
    return Paragraph(index, block, first, marks_in(text, block.start, block.end))


def _pair(text: str, here: Paragraph, carried: Family | None) -> list[Mark]:
    """Pairs the paragraph's marks; gives the opening marks that stay without a partner, outermost first."""
    marks = here.marks
    partners = _single_partners(text, marks)
    closing = {partner: opener for opener, partner in partners.items()}
    balance = _balance(marks)
    stack: list[tuple[int, Mark]] = []
    if carried and here.closes_first(carried):
        stack.append((-1, Mark(here.first, here.first, carried, "open")))
    for number, mark in enumerate(marks):
        if mark.family == "single":
            if number in partners:
                stack.append((number, mark))
            elif number in closing:
                _close(here, stack, [at for at, (opener, _) in enumerate(stack) if opener == closing[number]], mark)
            continue
        same = [at for at, (_, opened) in enumerate(stack) if opened.family == mark.family]
        if mark.role == "close" or (mark.role == "either" and same):
            _close(here, stack, same, mark)
            continue
        if same and not _nests(text, stack[same[-1]][1], mark, len(same), balance[number + 1].get(mark.family, 0)):
            _cut(text, here, stack[same[0]][1], mark.start)
            del stack[same[0] :]
        stack.append((number, mark))
    return [mark for _, mark in stack if mark.family != "single"] + _lone_single(here, partners)


def _nests(text: str, outer: Mark, mark: Mark, depth: int, closing: int) -> bool:
    """True where an opening mark within an open quotation of its family begins an inner one, rather than showing that
    the outer one lost its closing mark: enough closing marks follow for both, or one is typographic and one is not.
    """
    plain = (text[one.start : one.end] in UNTYPED_DOUBLE for one in (outer, mark))
    return depth < DEEPEST and (closing >= 2 or len(set(plain)) == 2)


def _close(here: Paragraph, stack: list[tuple[int, Mark]], same: list[int], mark: Mark) -> None:
    """Closes the innermost of ``same`` with ``mark``; what was opened inside it and is still open is given up."""
    if not same:
        return
    opened = stack[same[-1]][1]
    del stack[same[-1] :]
    here.pairs.append(Pair(opened.start, opened.end, mark.start, mark.end, "closed", mark.family))


def _cut(text: str, here: Paragraph, opened: Mark, end: int, ending: QuoteEnd = "open") -> None:
    """Ends a quotation that has no closing mark at ``end``, less the white space before it."""
    while end > opened.end and text[end - 1].isspace():
        end -= 1
    here.pairs.append(Pair(opened.start, opened.end, end, end, ending, opened.family))


def _close_at_end(text: str, here: Paragraph, left_open: list[Mark], follower: Paragraph | None) -> Family | None:
    """Ends what is open at the paragraph's end; gives the family that goes on in the next paragraph, or None."""
    carried: Family | None = None
    for depth, mark in enumerate(left_open):
        on = follower is not None and (follower.begins_with(mark.family) or follower.closes_first(mark.family))
        _cut(text, here, mark, here.block.end, "continued" if on else "open")
        if on and depth == 0:
            carried = mark.family
    return carried


def _lone_single(here: Paragraph, partners: dict[int, int]) -> list[Mark]:
    """A typographic single mark that opens the paragraph and has no partner in it: quotations over paragraphs."""
    if here.marks and here.begins_with("single") and here.marks[0].firm and 0 not in partners:
        return [here.marks[0]] if here.marks[0].role == "open" and not here.pairs else []
    return []


def _single_partners(text: str, marks: list[Mark]) -> dict[int, int]:
    """Per opening single mark, the closing mark that it belongs to; marks that have none are apostrophes or strays."""
    partners: dict[int, int] = {}
    taken = -1
    for number, mark in enumerate(marks):
        if mark.family == "single" and mark.role == "open" and number > taken:
            partner = _single_partner(text, marks, number)
            if partner is not None:
                partners[number] = partner
                taken = partner
    return partners


def _single_partner(text: str, marks: list[Mark], number: int) -> int | None:
    """The closing mark for the single mark ``number``: the first that is no plural's apostrophe, else the first.

    A closing double mark that was opened before ends the search.
    """
    doubtful: int | None = None
    inside = 0
    for other in range(number + 1, min(len(marks), number + 1 + LOOK_AHEAD)):
        mark = marks[other]
        if mark.family != "single":
            if mark.role == "open" or (mark.role == "either" and inside == 0):
                inside += 1
            elif inside == 0:
                break
            else:
                inside -= 1
        elif inside == 0 and mark.role == "close":
            if mark.firm or text[mark.start - 1] not in "sS" or text[mark.end : mark.end + 1] != " ":
                return other
            doubtful = other if doubtful is None else doubtful
        elif inside == 0 and doubtful is not None:
            break
    return doubtful


def _balance(marks: list[Mark]) -> list[dict[Family, int]]:
    """Per position, how many more closing than opening marks of each family follow from there on."""
    following: dict[Family, int] = {}
    result = [following]
    for mark in reversed(marks):
        step = {"close": 1, "open": -1, "either": 0}[mark.role]
        following = {**following, mark.family: following.get(mark.family, 0) + step}
        result.append(following)
    return result[::-1]


def _quotes(here: Paragraph) -> list[Quote]:
    """The paragraph's quotations in order, with the depth at which each stands; empty ones are left out."""
    quotes: list[Quote] = []
    around: list[int] = []
    for pair in sorted(here.pairs, key=lambda one: (one.start, -one.end)):
        if pair.inner_start >= pair.inner_end:
            continue
        while around and around[-1] <= pair.start:
            around.pop()
        quotes.append(
            Quote(here.index, pair.start, pair.end, pair.inner_start, pair.inner_end, len(around), pair.ending)
        )
        around.append(pair.end)
    return quotes
