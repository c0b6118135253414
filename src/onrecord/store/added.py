"""Entries that a person added since they were missed: made from a judgement, and put among those that were found."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from onrecord.errors import UsageError
from onrecord.schema import Document, Entry, Event, Findings, Judgement, Statement
from onrecord.schema.document import BlockKind
from onrecord.store.codec import decoded
from onrecord.store.rows import anchor, evidence_of

RULE = "added"
"""What stands as the rule of an entry that no rule found."""
KINDS: dict[str, type[Statement] | type[Event]] = {"statement": Statement, "event": Event}
GIVEN = frozenset({"id", "doc", "block", "rule", "why", "confidence", "speaker_confidence"})
"""Fields that an added entry gets from where it stands and by whom it was added."""


def id_of(doc: str, kind: str, type: str, start: int, end: int) -> str:
    """The id of an added entry: two people who add the same words add one entry."""
    evidence = "\x1f".join((RULE, doc, kind, type, f"{start}:{end}"))
    return hashlib.sha256(evidence.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def added_entry(document: Document, judgement: Judgement) -> Entry | None:
    """The entry that a judgement adds to a page; None where the page does not have its words (any more).

    Where another version of the program extracts the page's text in another way, the words are found again by the
    quote, and all places move with it. Raises UsageError for ``fields`` that make no entry.
    """
    plain = _moved(document.text, judgement, _plain(judgement))
    if plain is None:
        return None
    kind = KINDS[plain.pop("kind")]
    base: dict[str, Any] = {"cue": None, "speaker_confidence": 1.0} if kind is Statement else {}
    given = {
        "id": judgement.entry, "doc": document.doc, "block": "paragraph", "rule": RULE, "confidence": 1.0,
        "why": f"added by {judgement.by}",
    }  # fmt: skip
    try:
        entry: Entry = decoded(kind, {**base, **plain, **given})
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"judgement on {judgement.doc}: its fields make no entry ({error})") from error
    if not evidence_of(entry):
        raise UsageError(f"judgement on {judgement.doc}: an entry needs words of the page")
    return replace(entry, block=_block_at(document, evidence_of(entry)[0][0]))


def is_told_by(one: Entry, other: Entry) -> bool:
    """True where two entries rest on the same words: of events the trigger (and the type is one), of statements the content."""
    if isinstance(one, Event) and isinstance(other, Event):
        return one.type == other.type and one.trigger.overlaps(other.trigger)
    if isinstance(one, Statement) and isinstance(other, Statement):
        pairs = [(mine, theirs) for mine in evidence_of(one) for theirs in evidence_of(other)]
        same_cue = one.cue is None or other.cue is None or one.cue.overlaps(other.cue)
        return same_cue and any(mine[0] < theirs[1] and theirs[0] < mine[1] for mine, theirs in pairs)
    return False


def with_entries(findings: Findings, added: Iterable[Entry]) -> Findings:
    """``findings`` with more entries, each kind in text order."""
    more = list(added)
    if not more:
        return findings
    statements = [one for one in more if isinstance(one, Statement)]
    events = [one for one in more if isinstance(one, Event)]
    return replace(
        findings,
        statements=tuple(sorted((*findings.statements, *statements), key=anchor))
        if statements
        else findings.statements,
        events=tuple(sorted((*findings.events, *events), key=anchor)) if events else findings.events,
    )


def _plain(judgement: Judgement) -> dict[str, Any]:
    try:
        given = json.loads(judgement.fields)
    except ValueError as error:
        raise UsageError(f"judgement on {judgement.doc}: its fields are no JSON object ({error})") from error
    if not isinstance(given, dict) or given.get("kind") not in KINDS:
        raise UsageError(f"judgement on {judgement.doc}: it adds neither a statement nor an event")
    odd = sorted(GIVEN & given.keys())
    if odd:
        raise UsageError(f"judgement on {judgement.doc}: {', '.join(odd)}: this is not for the reviewer to give")
    return given


def _moved(text: str, judgement: Judgement, plain: dict[str, Any]) -> dict[str, Any] | None:
    """``plain`` with its places where their words are in ``text`` now."""
    if _stands(text, plain):
        return plain
    quote, found = judgement.quote.split(" … ")[0], []
    starts = [span["start"] for span in _spans(plain) if span.get("text") == quote]
    at = text.find(quote) if quote and starts else -1
    while at >= 0:
        if text[:at].endswith(judgement.prefix):
            found.append(at)
        at = text.find(quote, at + 1)
    if len(found) != 1:
        return None
    moved: dict[str, Any] = _shifted(plain, found[0] - starts[0])
    return moved if _stands(text, moved) else None


def _stands(text: str, plain: Any) -> bool:
    return all(
        0 <= span["start"] < span["end"] and text[span["start"] : span["end"]] == span.get("text")
        for span in _spans(plain)
    )


def _spans(plain: Any) -> Iterator[dict[str, Any]]:
    """Every object that names a place."""
    if isinstance(plain, dict):
        if _is_span(plain):
            yield plain
        plain = list(plain.values())
    if isinstance(plain, list):
        for one in plain:
            yield from _spans(one)


def _shifted(plain: Any, by: int) -> Any:
    if isinstance(plain, list):
        return [_shifted(one, by) for one in plain]
    if not isinstance(plain, dict):
        return plain
    moved = {name: _shifted(value, by) for name, value in plain.items()}
    return {**moved, "start": plain["start"] + by, "end": plain["end"] + by} if _is_span(plain) else moved


def _is_span(plain: dict[str, Any]) -> bool:
    return type(plain.get("start")) is int and type(plain.get("end")) is int


def _block_at(document: Document, place: int) -> BlockKind:
    return next((block.kind for block in document.blocks if block.start <= place < block.end), "paragraph")
