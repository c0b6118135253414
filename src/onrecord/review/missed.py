"""An entry that was missed, from words of its page to the judgement that adds it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from onrecord.errors import UsageError
from onrecord.lexicon.codebook import load_codebook
from onrecord.review.acts import checked_why, dumped, quoted, reviewer
from onrecord.review.fixes import BETWEEN, CHOICES
from onrecord.review.places import Naming, located, plain_span, sentence_around, whole
from onrecord.schema import Judgement, Span
from onrecord.store.added import added_entry, id_of, is_told_by

FIELDS: dict[str, tuple[str, ...]] = {
    "statement": ("words", "speaker", "cue", "addressee", "attitude", "form"),
    "event": ("words", "type", "status", "source", "target"),
}
QUOTES = "\"“”„«»'‘’"


def missed(
    naming: Naming, kind: str, given: Mapping[str, str], by: str, made: str, *,
    near: Mapping[str, int] | None = None, why: str = "",
) -> Judgement:  # fmt: skip
    """The judgement that adds an entry to a page. ``words`` are what is said, or the word for what is done.

    ``near`` says where in the text each of the words stands, as far as is known: words that stand once need no place.
    Raises UsageError for words that are not on the page, and for an entry that is on record already.
    """
    document, places = naming.findings.document, near or {}
    if kind not in FIELDS:
        raise UsageError(f"{kind}: add a statement or an event")
    words = given.get("words", "").strip()
    if not words:
        what = "what is said" if kind == "statement" else "the word for what is done"
        raise UsageError(f"words: give {what}, as it stands on the page")
    span = located(document.text, words, _at(places, "words"))
    make = _statement if kind == "statement" else _event
    fields = make(naming, span, given, places)
    id = id_of(document.doc, kind, fields.get("type", ""), span.start, span.end)
    draft = Judgement(id, document.doc, "add", reviewer(by), made, checked_why(why), dumped({"kind": kind, **fields}))
    entry = added_entry(document, draft)
    if entry is None:
        raise UsageError("these words are not on the page")
    for other in naming.findings.entries:
        if is_told_by(entry, other):
            raise UsageError(f"this is on record as {other.id}; correct that entry instead")
    return Judgement(*_fields_of(draft), *quoted(naming.findings, entry))


def _fields_of(draft: Judgement) -> tuple[str, str, Any, str, str, str, str]:
    return draft.entry, draft.doc, draft.verdict, draft.by, draft.made, draft.why, draft.fields


def _statement(naming: Naming, span: Span, given: Mapping[str, str], near: Mapping[str, int]) -> dict[str, Any]:
    document = naming.findings.document
    content = _without_marks(document.text, span)
    found: dict[str, Any] = {
        "content": [plain_span(content)],
        "form": _choice(given, "form", "direct" if content != span or _is_quoted(document.text, span) else "indirect"),
        "attitude": _choice(given, "attitude", "says"),
    }
    near_by, cue = (span.start, span.end), given.get("cue", "").strip()
    if cue:
        said = located(document.text, cue, _at(near, "cue") or near_by, "cue")
        found["cue"] = plain_span(said)
        near_by = said.start, said.end
    for role in ("speaker", "addressee"):
        name = given.get(role, "").strip()
        if name:
            found[role] = whole(naming.party(name, _at(near, role) or near_by, what=role))
    return found


def _event(naming: Naming, span: Span, given: Mapping[str, str], near: Mapping[str, int]) -> dict[str, Any]:
    book = load_codebook()
    type = given.get("type", "").strip().upper()
    if type not in book.types:
        raise UsageError(f"type {type or 'not given'}: choose one of {', '.join(book.types)}")
    found: dict[str, Any] = {
        "type": type,
        "cameo": book.types[type].cameo,
        "codebook": book.version,
        "status": _choice(given, "status", "actual"),
        "trigger": plain_span(span),
        "sentence": plain_span(sentence_around(naming.findings.document, span)),
    }
    for role in ("source", "target"):
        names = [one.strip() for one in given.get(role, "").split(BETWEEN.strip()) if one.strip()]
        found[role] = [whole(naming.party(one, _at(near, role) or (span.start, span.end), what=role)) for one in names]
    return found


def _at(near: Mapping[str, int], name: str) -> tuple[int, int] | None:
    return (near[name], near[name]) if name in near else None


def _choice(given: Mapping[str, str], name: str, default: str) -> str:
    value = given.get(name, "").strip() or default
    if value not in CHOICES[name]:
        raise UsageError(f"{name} {value}: choose one of {', '.join(CHOICES[name])}")
    return value


def _without_marks(text: str, span: Span) -> Span:
    """What is said, without the quotation marks around it."""
    start, end = span.start, span.end
    while start < end and text[start] in QUOTES:
        start += 1
    while start < end and text[end - 1] in QUOTES:
        end -= 1
    return Span.of(text, start, end) if start < end else span


def _is_quoted(text: str, span: Span) -> bool:
    return text[max(0, span.start - 1) : span.start] in QUOTES[:-2] and span.start > 0
