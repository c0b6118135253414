"""When a text dump says that it was published: evidence on the page, ranked, each piece with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.read.datelimits import Limits, limits
from onrecord.read.dates import DateHit, find_dates, settle
from onrecord.read.dump import Labelled
from onrecord.read.evidence import LINE_MOST, WHY, DateEvidence, Rank, evidence
from onrecord.read.language import language_of
from onrecord.schema import Block, DateCandidate, When

ENOUGH_TEXT = 2
"""Paragraphs from which a page's own words bound its day."""
HEADS = (Rank.WITH_BYLINE, Rank.UNDER_TITLE)
"""Date lines at an article's head, or at the heads of other stories over it."""
STORIES = 3
"""Different days on such lines from which other stories are among them."""
CANDIDATES = 20
"""Dates of which a document keeps why they are not the publication's, at most: lists of stories have hundreds."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What the page says of its publication. ``bounds`` is given where day and month cannot be told apart, and where no
    day is stated, but things told as past, comments or the day of the visit say after or before what it came out.
    ``candidates`` are the dates looked at, the one taken first, then each with why it lost."""

    published: When | None = None
    updated: When | None = None
    bounds: When | None = None
    why: str = "no date of publication on the page"
    candidates: tuple[DateCandidate, ...] = ()


def publication(text: str, page: Labelled, blocks: Sequence[Block]) -> Publication:
    """The dates of publication and update that the page states. A date that can be read two ways stays open.

    ``blocks`` are the page's, the dateline among them.
    """
    within = limits(page)
    seen = [_within(one, within) for one in (*evidence(page), *_in_dateline(text, blocks))]
    found = _ordered([one for one in seen if one.rank is not None])
    published = next((one for one in found if not one.updated), None)
    updated = next((one for one in found if one.updated), None)
    first = published or updated
    candidates = tuple(_candidates(text, seen, first))
    if first is None:
        enough = page.body != (0, 0) and page.kinds.count("paragraph") >= ENOUGH_TEXT
        return Publication(bounds=within.bounds() if enough else None, candidates=candidates)
    language = language_of(text)
    others = list(_others(page))
    day = settle(first.hit, others, language)
    latest = _when(text, updated, settle(updated.hit, others, language)) if updated else None
    if day is None:
        why = f"{text[first.start : first.end]} can be two days: day and month cannot be told apart"
        return Publication(None, latest, _open(text, first), why, candidates)
    return Publication(_when(text, first, day), latest, None, WHY[first.rank or Rank.LABELLED], candidates)


def _within(one: DateEvidence, within: Limits) -> DateEvidence:
    """The evidence, refused where the page itself shows that it did not come out then."""
    refusal = within.refusal(one.hit.days, one.updated) if one.rank is not None else None
    return DateEvidence(None, one.hit, one.start, one.end, refusal) if refusal else one


def _ordered(found: Sequence[DateEvidence]) -> list[DateEvidence]:
    """Evidence, the best first: by rank, then by nearness to the headline or the text.

    Where date lines of several days stand over the text, some head other stories: there the one next to the text counts.
    """
    heads = [one for one in found if one.rank in HEADS]
    stories = len({one.hit.days for one in heads}) >= STORIES

    def place(one: DateEvidence) -> tuple[int, int]:
        if one.rank in HEADS:
            return (HEADS[0], one.over) if stories else (one.rank or 0, one.apart)
        return one.rank or 0, 0

    return sorted(found, key=place)


def _candidates(text: str, seen: Sequence[DateEvidence], taken: DateEvidence | None) -> Iterator[DateCandidate]:
    """The date taken, then the others as they rank, each with why it lost."""
    ordered = sorted(seen, key=lambda one: (one is not taken, one.rank is None, one.rank or 0, one.apart, one.start))
    for one in ordered[:CANDIDATES]:
        kind = WHY[one.rank] if one.rank is not None else "a date on the page"
        lost = None if one is taken else _why_lost(one, taken)
        yield DateCandidate(
            text[one.start : one.end], one.start, one.end, None, one.hit.days[0], one.hit.days[-1], kind, lost
        )


def _why_lost(one: DateEvidence, taken: DateEvidence | None) -> str:
    if one.rank is None or taken is None or taken.rank is None:
        return one.lost
    if one.hit.days == taken.hit.days:
        return "says the same day as the one taken"
    if one.rank == taken.rank:
        return "another of the same kind stands nearer or first"
    return f"{WHY[taken.rank]} counts for more"


def _others(page: Labelled) -> Iterator[DateHit]:
    """The dates on the page's short lines, which tell how it writes dates."""
    for line, kind in zip(page.lines, page.kinds, strict=True):
        if kind in ("date", "furniture", "comment", "byline") and len(line.text) <= LINE_MOST:
            yield from find_dates(line.text)


def _in_dateline(text: str, blocks: Sequence[Block]) -> Iterator[DateEvidence]:
    for block in blocks:
        if block.kind == "dateline":
            for hit in find_dates(text[block.start : block.end]):
                yield DateEvidence(Rank.DATELINE, hit, block.start + hit.start, block.start + hit.end)


def _open(text: str, one: DateEvidence) -> When:
    """The two days between which a date lies that can be read two ways."""
    first, last = one.hit.days[0], one.hit.days[-1]
    return When(text[one.start : one.end], one.start, one.end, first, last, "interval", "within", "bounded")


def _when(text: str, one: DateEvidence, day: date | None) -> When | None:
    if day is None:
        return None
    return When(text[one.start : one.end], one.start, one.end, day, day, "day", "within", "stated")
