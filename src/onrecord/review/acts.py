"""Decisions as judgements to be appended: a reviewer's new word on an entry takes back the one before it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Literal

from onrecord.errors import UsageError
from onrecord.review.decisions import Decisions
from onrecord.schema import ActorJudgement, Entry, Findings, Judgement
from onrecord.store import Store
from onrecord.store.identity import Identities
from onrecord.store.judge import DECIDING, SETTLES, judged, key_of, settles, standing
from onrecord.store.rows import evidence_of, words_of

Verdict = Literal["accept", "reject", "correct"]
LONGEST_NAME, LONGEST_WHY = 80, 2_000
AROUND = 32
"""Characters before and after the quote that tell it from the same words elsewhere on the page."""


def now() -> str:
    """This moment as judgements have it: two decisions of one person never share it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def reviewer(name: str) -> str:
    """A reviewer's name, checked. Raises UsageError."""
    given = " ".join(name.split())
    if not given or len(given) > LONGEST_NAME or not given.isprintable():
        raise UsageError(f"a reviewer's name has 1 to {LONGEST_NAME} letters that can be seen")
    return given


def decide(
    store: Store, entry: str, verdict: Verdict, by: str, made: str, *,
    why: str = "", fields: Mapping[str, Any] | None = None, settling: bool = False,
) -> Judgement:  # fmt: skip
    """Says of an entry (its whole id) that it is right, wrong, or right with other ``fields``; kept at once.

    A word that settles a difference between reviewers goes before theirs, and leaves them as they are. Raises UsageError
    for an entry that there is not, and for fields that do not fit it.
    """
    found, one = seen(store, entry)
    given = {**(fields or {}), **({SETTLES: True} if settling else {})}
    if verdict == "correct" and not (fields or {}):
        raise UsageError("nothing was changed: say what is wrong, or that the entry is right")
    quote, prefix, suffix = quoted(found, one)
    word = Judgement(
        one.id, found.document.doc, verdict, reviewer(by), made, checked_why(why), dumped(given), quote, prefix, suffix
    )
    store.judge(*_taken_back(store, word), word)
    return word


def read_whole(store: Store, doc: str, by: str, made: str) -> Judgement:
    """Says that a page was read whole, so that what was not added to it is not missing. Raises UsageError."""
    if store.findings(doc, judged=False) is None:
        raise UsageError(f"{doc}: no such page on record")
    word = Judgement("", doc, "read", reviewer(by), made)
    store.judge(word)
    return word


def take_back(store: Store, decisions: Decisions, by: str, made: str) -> Judgement | ActorJudgement:
    """Takes back what a reviewer decided last, on an entry, a page or an actor, and gives it. The decision stays on record,
    and that it was taken back.

    Raises UsageError where there is nothing to take back.
    """
    last = decisions.last_of(by)
    known = Identities(store.actor_judgements()).standing
    number = max((number for number, one in known.items() if one.by == by), default=0)
    if number and (last is None or known[number].made > last.made):
        store.judge_actor(ActorJudgement("", "undo", by, made, into=str(number)))
        return known[number]
    if last is None:
        raise UsageError(f"{by} has decided nothing that could be taken back")
    store.judge(undoing(last, by, made))
    return last


def undoing(judgement: Judgement, by: str, made: str, why: str = "") -> Judgement:
    """The judgement that takes another back."""
    return Judgement(judgement.entry, judgement.doc, "undo", by, made, why, dumped({"of": key_of(judgement)}))


def seen(store: Store, entry: str) -> tuple[Findings, Entry]:
    """The page of an entry as it was found, with what reviewers added, and the entry. Raises UsageError where there is none."""
    known = store.entry(entry)
    entry = known.id if known is not None else entry
    doc = known.doc if known is not None else next((one.doc for one in store.judgements() if one.entry == entry), None)
    found = page_seen(store, doc) if doc is not None else None
    for one in found.entries if found is not None else ():
        if one.id == entry and found is not None:
            return found, one
    raise UsageError(f"{entry}: no entry with this id")


def page_seen(store: Store, doc: str, by: str | None = None) -> Findings | None:
    """A page as it was found, with what reviewers (or one of them) added, and actors as judgements have them; None for an
    unknown page.
    """
    found = store.findings(doc, judged=False)
    if found is None:
        return None
    added = [one for one in standing(store.judgements(doc)) if one.verdict == "add" and by in (None, one.by)]
    return Identities(store.actor_judgements()).apply(judged(found, added))


def quoted(findings: Findings, entry: Entry) -> tuple[str, str, str]:
    """The words of an entry, and what stands before and after them."""
    text, ranges = findings.document.text, evidence_of(entry)
    start, end = ranges[0][0], ranges[-1][1]
    return words_of(text, ranges), text[max(0, start - AROUND) : start], text[end : end + AROUND]


def dumped(fields: Mapping[str, Any]) -> str:
    """Fields as a judgement has them."""
    return json.dumps(fields, ensure_ascii=True, sort_keys=True)


def checked_why(why: str) -> str:
    """A note, checked. Raises UsageError."""
    if len(why) > LONGEST_WHY or "\x00" in why:
        raise UsageError(f"a note has at most {LONGEST_WHY:,} characters")
    return why.strip()


def _taken_back(store: Store, word: Judgement) -> list[Judgement]:
    """What takes back the words that the same reviewer gave on the same entry before, in the same role."""
    earlier = [
        one
        for one in standing(store.judgements(word.doc))
        if one.entry == word.entry and one.by == word.by and one.verdict in DECIDING and settles(one) == settles(word)
    ]
    return [undoing(one, word.by, word.made, "judged anew") for one in earlier]
