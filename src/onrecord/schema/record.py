"""What the record keeps beside findings: judgements and what was done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["found", "nothing", "failed"]
Verdict = Literal["accept", "reject", "correct", "add", "merge", "read", "undo"]
ActorVerdict = Literal["confirm", "merge", "rename", "split", "undo"]


@dataclass(frozen=True, slots=True)
class Done:
    """Document × step × fingerprint: what came of it. "We looked and found nothing" is not "we did not look"."""

    doc: str
    step: str
    fingerprint: str
    outcome: Outcome
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word on an entry, appended and applied on read.

    ``entry`` is an entry's id; ``doc``, ``quote``, ``prefix`` and ``suffix`` are a text quote selector, by which it is
    attached again should the id be gone. ``made`` is an ISO time given by the caller.

    ``fields`` is a JSON object. ``correct``: the corrected values. ``add``: the entry that was missed, its ``kind``
    among them. ``merge``: see ``derive.judged``. ``read``: the page was read whole for what was missed; it has no entry.
    ``undo``: the judgement whose key is ``of`` counts no more. ``"settles": true`` in an accept, reject or correct ends a
    difference between reviewers: it goes before the words that do not settle.
    """

    entry: str
    doc: str
    verdict: Verdict
    by: str
    made: str
    why: str = ""
    fields: str = "{}"
    quote: str = ""
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class ActorJudgement:
    """A person's word on who an actor is, appended and applied on read.

    ``merge``: ``into`` is another id of ``actor``, and both go by the latter. ``rename``: it is called ``name``. ``split``: in
    the document ``doc`` somebody else is meant, who gets the id ``into`` and the name. ``undo``: the judgement whose
    number is ``into`` counts no more, and ``actor`` is empty. ``made`` is an ISO time given by the caller.
    """

    actor: str
    verdict: ActorVerdict
    by: str
    made: str
    why: str = ""
    into: str = ""
    name: str = ""
    doc: str = ""
