"""Annotations that come back from a tool, as judgements: accepted, rejected, or with other parties."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from onrecord.export.tasks import Mark, Review, Task, is_same, task_of
from onrecord.schema import Entry, Findings, Judgement, Party, Span
from onrecord.store import Store
from onrecord.store.rows import evidence_of, with_members, words_of

PARTIES = {"SPEAKER", "ADDRESSEE", "SOURCE", "TARGET", "AGAINST"}
ONE = {"SPEAKER", "ADDRESSEE"}
WORDS = {"CUE", "CONTENT", "TRIGGER"}
AROUND = 32
"""Code points before and after a quote, by which a judgement finds its entry again."""
GONE = "of an entry that is not on record"
OTHER_WORDS = "with other words as cue, content or trigger: that would be another entry; reject this one instead"
KNOWN = "on record already"


def take(store: Store, reviews: Iterable[Review], by: str, made: str) -> tuple[Counter[str], Counter[str]]:
    """Appends a judgement for each review; gives how many of each kind, and how many gave none, by reason.

    ``by`` and ``made`` stand in where a review tells neither who judged nor when. The same judgement is not taken twice.
    """
    taken: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for review in reviews:
        found = _found(store, review.entry)
        if found is None:
            left[GONE] += 1
            continue
        judged = judgement(*found, review, by, made)
        if isinstance(judged, str):
            left[judged] += 1
        elif any(_says_same(judged, one) for one in store.judgements(judged.doc)):
            left[KNOWN] += 1
        else:
            store.judge(judged)
            taken[judged.verdict] += 1
    return taken, left


def judgement(entry: Entry, page: Findings, review: Review, by: str, made: str) -> Judgement | str:
    """What a review says of an entry as it was found; a reason where it says nothing that can be kept."""
    text = page.document.text
    ranges = evidence_of(entry)
    quote = words_of(text, ranges)
    before, after = (ranges[0][0], ranges[-1][1]) if ranges else (0, 0)

    def made_of(verdict: Any, fields: dict[str, Any]) -> Judgement:
        return Judgement(
            entry.id, entry.doc, verdict, review.by or by, review.made or made, review.why,
            json.dumps(fields, ensure_ascii=True, sort_keys=True), quote,
            text[max(0, before - AROUND) : before], text[after : after + AROUND],
        )  # fmt: skip

    if review.right is False or (review.right is None and not review.marks):
        return made_of("reject", {})
    present = window(entry, page, review).marks
    if is_same(review.marks, present):
        return made_of("accept", {})
    changed = {label for _, _, label in {*review.marks} ^ {*present}}
    if changed & WORDS:
        return OTHER_WORDS
    given = {label: sorted(mark for mark in {*review.marks} if mark[2] == label) for label in sorted(changed)}
    outside = {name: _outside(name, present, entry, review.start) for name in given}
    values = {name: _value(name, marks, entry, page, review.start) for name, marks in given.items()}
    return made_of("correct", {name.lower(): _joined(values[name], outside[name]) for name in values})


def window(entry: Entry, page: Findings, review: Review) -> Task:
    """The task that was handed out: that of the entry's blocks, or of the whole page."""
    narrow = task_of(entry, page)
    return narrow if narrow.start == review.start else task_of(entry, page, whole=True)


def _value(label: str, marks: list[Mark], entry: Entry, page: Findings, start: int) -> Any:
    """The corrected field: parties, one party, or the object's words; nothing where no mark is left."""
    if label not in PARTIES:
        if not marks:
            return None
        span = Span.of(page.document.text, marks[0][0] + start, marks[0][1] + start)
        return {"start": span.start, "end": span.end, "text": span.text}
    found = [_party(entry, page, first + start, last + start) for first, last, _ in marks]
    if label in ONE:
        return asdict(_joint(found, page)) if found else None
    return [asdict(party) for party in found]


def _joint(parties: list[Party], page: Findings) -> Party:
    """One party, of several that speak together."""
    if len(parties) == 1:
        return parties[0]
    start, end = parties[0].start, parties[-1].end
    return Party(page.document.text[start:end], start, end, members=tuple(parties), how="none:joint")


def _outside(label: str, present: Iterable[Mark], entry: Entry, start: int) -> list[dict[str, Any]]:
    """The parties of a side that stand beyond the task's text beside some that stand in it: nobody saw them, so they stay."""
    seen = {(first + start, last + start) for first, last, one in present if one == label}
    parties = next((parties for side, parties in entry.sides if side.upper() == label), ())
    return [asdict(one) for one in parties if not one.members and (one.start, one.end) not in seen] if seen else []


def _joined(value: Any, outside: list[dict[str, Any]]) -> Any:
    return [*value, *outside] if isinstance(value, list) else value


def _party(entry: Entry, page: Findings, start: int, end: int) -> Party:
    """Who is marked: as the entry or the page knows a phrase in this place, else the phrase alone, with nobody's name."""
    sides = [party for _, parties in entry.sides for party in with_members(parties)]
    for known in (*sides, *page.mentions):
        if (known.start, known.end) == (start, end):
            return known
    return Party(page.document.text[start:end], start, end, how="none:marked by a person")


def _found(store: Store, id: str) -> tuple[Entry, Findings] | None:
    """An entry as it was found, with its page; one that somebody added as it was added. None where it is not on record.

    What others corrected since is left aside, so that the same file gives the same judgements whenever it is read.
    """
    there = store.entry(id) if id else None
    for judged in (False, True):
        page = store.findings(there.doc, judged=judged) if there is not None else None
        entry = next((one for one in page.entries if there and one.id == there.id), None) if page else None
        if entry is not None and page is not None:
            return entry, page
    return None


def _says_same(one: Judgement, other: Judgement) -> bool:
    return (one.entry, one.verdict, one.by, one.fields) == (other.entry, other.verdict, other.by, other.fields)
