"""Judgements applied on read: rejected entries left out, corrected fields in their place. Pure functions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import astuple, is_dataclass, replace
from typing import Any, TypeVar

from onrecord.errors import UsageError
from onrecord.schema import Entry, Event, Findings, Judgement, Statement
from onrecord.store.added import added_entry, is_told_by, with_entries
from onrecord.store.codec import decoded_field
from onrecord.store.rows import evidence_of, words_of

One = TypeVar("One", Statement, Event)

EVIDENCE = frozenset({"id", "doc", "block", "cue", "content", "trigger", "sentence", "rule"})
"""Fields that no correction changes: an entry with other words is another entry."""


SETTLES = "settles"
"""Stands in the ``fields`` of a judgement that ends a difference between reviewers."""
DECIDING = ("accept", "reject", "correct")


def key_of(judgement: Judgement) -> str:
    """What an undo names a judgement by, and what tells on import that it is there already: a hash of all of it, however
    its ``fields`` are spaced and ordered.
    """
    given = fields_of(judgement)
    same = replace(judgement, fields=json.dumps(given, sort_keys=True)) if given else judgement
    packed = json.dumps(astuple(same), ensure_ascii=True)
    return hashlib.sha256(packed.encode("ascii")).hexdigest()[:16]


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that no undo takes back, in their order; an undo is not among them."""
    held = list(judgements)
    gone = {str(fields_of(one).get("of")) for one in held if one.verdict == "undo"}
    return [one for one in held if one.verdict != "undo" and (not gone or key_of(one) not in gone)]


def fields_of(judgement: Judgement) -> dict[str, Any]:
    """The ``fields`` as an object; empty where they are none."""
    with suppress(ValueError):
        given = json.loads(judgement.fields)
        if isinstance(given, dict):
            return given
    return {}


def settles(judgement: Judgement) -> bool:
    """True where it ends a difference between reviewers."""
    return judgement.verdict in DECIDING and fields_of(judgement).get(SETTLES) is True


def counting(judgements: Sequence[Judgement]) -> Sequence[Judgement]:
    """Of the judgements on one entry those that count: what settles a difference goes before all that does not."""
    settled = [one for one in judgements if settles(one)]
    return settled[-1:] or judgements


def changes_entries(judgements: Sequence[Judgement]) -> list[Judgement]:
    """The standing judgements less those that leave every entry as it was found: what is derived does not depend on them."""
    held = standing(judgements)
    rejected = {one.entry for one in held if one.verdict == "reject"}
    return [one for one in held if one.verdict != "read" and (one.verdict != "accept" or one.entry in rejected)]


def judged(findings: Findings, judgements: Sequence[Judgement]) -> Findings:
    """``findings`` with corrections applied in the order they were made, without the entries that were rejected, and with
    those that were added.

    An entry is rejected where its last accept, reject or correct is a reject; a word that settles a difference goes
    before the others. References to rejected entries go too. An added entry that was found, too, is not added.
    """
    held_to = standing(judgements)
    if not held_to:
        return findings
    added = added_entries(findings, held_to)
    found, findings = findings, with_entries(findings, added.values())
    held = {entry: counting(ones) for entry, ones in attached(findings, held_to).items()}
    rejected = {entry for entry, ones in held.items() if is_rejected(ones)}
    told = [one for one in found.entries if one.id not in rejected]
    rejected |= {id for id, one in added.items() if any(is_told_by(one, other) for other in told)}
    kept = replace(
        findings,
        statements=tuple(_corrected(one, findings, held.get(one.id, [])) for one in findings.statements),
        events=tuple(_corrected(one, findings, held.get(one.id, [])) for one in findings.events),
    )
    return without(kept, lambda entry: entry.id not in rejected)


def is_rejected(judgements: Sequence[Judgement]) -> bool:
    """True where the last word on an entry is a reject."""
    last = [one.verdict for one in judgements if one.verdict in ("accept", "reject", "correct")]
    return bool(last) and last[-1] == "reject"


def attached(findings: Findings, judgements: Iterable[Judgement]) -> dict[str, list[Judgement]]:
    """The judgements on each entry: by its id, else by the quote where just one entry has those words there."""
    held: dict[str, list[Judgement]] = {}
    ids = {one.id for one in findings.entries}
    for judgement in judgements:
        entry = judgement.entry if judgement.entry in ids else _quoted(findings, judgement)
        if entry is not None:
            held.setdefault(entry, []).append(judgement)
    return held


def unattached(findings: Findings | None, judgements: Sequence[Judgement]) -> list[Judgement]:
    """The standing judgements that hang on no entry; one that adds an entry, where its words are not on the page any more."""
    held = attached(findings, judgements) if findings is not None else {}
    placed = {id(one) for ones in held.values() for one in ones}
    return [
        one
        for one in standing(judgements)
        if id(one) not in placed and one.verdict != "read" and not (findings is not None and _is_placed(findings, one))
    ]


def without(findings: Findings, keep: Callable[[Entry], bool]) -> Findings:
    """``findings`` less the entries that ``keep`` turns down, with no reference left to an entry that is gone.

    A reference becomes None or leaves its list; a statement that had no content and now denies nothing goes too.
    """
    statements = tuple(one for one in findings.statements if keep(one))
    events = tuple(one for one in findings.events if keep(one))
    while True:
        ids = {one.id for one in statements} | {one.id for one in events}
        pruned = tuple(_pruned(one, ids) for one in statements)
        left = tuple(one for one in pruned if one.content or one.denies)
        statements = left
        if len(left) == len(pruned):
            break
    events = tuple(replace(one, according_to=_if_in(one.according_to, ids)) for one in events)
    return replace(findings, statements=statements, events=events)


def check(findings: Findings | None, judgement: Judgement) -> None:
    """Raises UsageError where a correction names an entry among ``findings`` and cannot be applied to it, and where an
    entry that is added makes none on its page.
    """
    if findings is None:
        return
    if judgement.verdict == "correct":
        for entry in findings.entries:
            if entry.id == judgement.entry:
                _changes(entry, findings, judgement)
    if judgement.verdict == "add" and added_entry(findings.document, judgement) is None:
        raise UsageError(f"judgement on {judgement.doc}: the page has no such words at this place")


def _corrected(entry: One, findings: Findings, judgements: Sequence[Judgement]) -> One:
    for judgement in judgements:
        if judgement.verdict == "correct":
            # It was checked when it was made. One that fits no more, since the fields changed with a version or it was
            # attached anew by its quote, must not make the document unreadable.
            with suppress(UsageError):
                entry = replace(entry, **_changes(entry, findings, judgement))
    return entry


def added_entries(findings: Findings, judgements: Sequence[Judgement]) -> dict[str, Entry]:
    """The entries that are added, by id; what does not fit the page any more is left out, and listed as stale."""
    found: dict[str, Entry] = {}
    for one in judgements:
        if one.verdict == "add":
            with suppress(UsageError):
                entry = added_entry(findings.document, one)
                if entry is not None and not any(is_told_by(entry, other) for other in found.values()):
                    found.setdefault(entry.id, entry)
    return {id: one for id, one in found.items() if id not in {other.id for other in findings.entries}}


def _is_placed(findings: Findings, judgement: Judgement) -> bool:
    with suppress(UsageError):
        return judgement.verdict == "add" and added_entry(findings.document, judgement) is not None
    return False


def _changes(entry: Entry, findings: Findings, judgement: Judgement) -> dict[str, Any]:
    try:
        given = json.loads(judgement.fields)
    except ValueError as error:
        raise UsageError(f"judgement on {judgement.entry}: its fields are no JSON object ({error})") from error
    if not isinstance(given, dict):
        raise UsageError(f"judgement on {judgement.entry}: its fields are no JSON object")
    named = {name: value for name, value in given.items() if name != SETTLES}
    return {name: _change(entry, findings, judgement, name, value) for name, value in named.items()}


def _change(entry: Entry, findings: Findings, judgement: Judgement, name: str, value: Any) -> Any:
    where = f"judgement on {judgement.entry}: {name}"
    if name in EVIDENCE:
        raise UsageError(f"{where} is evidence and cannot be corrected; reject the entry instead")
    text, doc = findings.document.text, findings.document.doc
    try:
        present = getattr(entry, name, None)
        if is_dataclass(present) and not isinstance(present, type) and isinstance(value, dict):
            parts = {part: decoded_field(type(present), part, item, text, doc) for part, item in value.items()}
            return replace(present, **parts)
        return decoded_field(type(entry), name, value, text, doc)
    except KeyError as error:
        raise UsageError(f"{where}: there is no field {error.args[0]}") from error
    except (TypeError, ValueError) as error:
        raise UsageError(f"{where}: {error}") from error


def _quoted(findings: Findings, judgement: Judgement) -> str | None:
    if not judgement.quote:
        return None
    text = findings.document.text
    fits = []
    for entry in findings.entries:
        ranges = evidence_of(entry)
        if ranges and words_of(text, ranges) == judgement.quote:
            before, after = text[: ranges[0][0]], text[ranges[-1][1] :]
            if before.endswith(judgement.prefix) and after.startswith(judgement.suffix):
                fits.append(entry.id)
    return fits[0] if len(fits) == 1 else None


def _pruned(statement: Statement, ids: set[str]) -> Statement:
    return replace(
        statement,
        within=_if_in(statement.within, ids),
        act=_if_in(statement.act, ids),
        denies=tuple(one for one in statement.denies if one in ids),
        replies_to=_if_in(statement.replies_to, ids),
    )


def _if_in(reference: str | None, ids: set[str]) -> str | None:
    return reference if reference in ids else None
