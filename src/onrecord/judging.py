"""A person's word on an entry, as a judgement with the selector of the entry's words."""

from __future__ import annotations

import json
from collections.abc import Mapping

from onrecord.errors import UsageError
from onrecord.schema import Findings, Judgement, Verdict
from onrecord.store.rows import evidence_of, words_of

ON_ENTRIES: tuple[Verdict, ...] = ("accept", "reject", "correct")
"""The verdicts on one entry by itself."""
AROUND = 32
"""Code points kept before and after the words of a judged entry, by which it is found again should its id be gone."""


def judgement_on(
    findings: Findings, entry: str, verdict: Verdict, by: str, made: str, why: str, fields: Mapping[str, object]
) -> Judgement:
    """A judgement on an entry of ``findings``, with the selector of its words.

    Raises UsageError for a verdict that is not on one entry, for corrections without fields, and for fields without one.
    """
    if verdict not in ON_ENTRIES:
        raise UsageError(f"verdict {verdict}: choose one of {', '.join(ON_ENTRIES)}")
    if (verdict == "correct") != bool(fields):
        raise UsageError(f"{verdict} {entry}: fields belong to correct, which needs at least one")
    text, doc = findings.document.text, findings.document.doc
    judged = next((one for one in findings.entries if one.id == entry), None)
    ranges = evidence_of(judged) if judged is not None else ()
    if not ranges:
        raise UsageError(f"{entry}: no such entry on the page {doc}")
    start, end = ranges[0][0], ranges[-1][1]
    return Judgement(
        entry, doc, verdict, by, made, why, json.dumps(fields), words_of(text, ranges), text[max(0, start - AROUND) : start],
        text[end : end + AROUND],
    )  # fmt: skip
