"""The JSON Lines contract, version 1: one object a line, fields and their order as documented."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.export.exporter import Options, Source
from onrecord.export.target import Target
from onrecord.schema import (
    About,
    DateCandidate,
    Document,
    Event,
    Figure,
    Findings,
    Nonstatement,
    Party,
    Place,
    Sourced,
    Span,
    Statement,
    When,
)
from onrecord.selection import above
from onrecord.store.rows import anchor

CONTRACT = 1
"""The version of the contract that these lines keep to."""

SOURCED = ("url", "title", "outlet", "byline", "dateline", "credit")
"""Fields of a document that were read off the page, or came with it; ``origins`` says where each stood."""

Json = dict[str, Any]


def lines(
    findings: Findings, *, text: bool = True, everything: bool = False, min_confidence: float = 0.0
) -> Iterator[Json]:
    """One page's lines: its document, then entries by first start, kind and id.

    ``text=False`` leaves out the document's text; ``everything`` adds nonstatements, mentions and times. Entries below
    ``min_confidence`` are left out, with every reference to them, save statements on whose word a kept entry rests.
    """
    findings = above(findings, min_confidence)
    yield document_line(findings.document, text=text)
    yield from (line for _, line in sorted(_placed(findings, everything), key=lambda one: one[0]))


def same_line(document: Document, *, text: bool = True) -> Json:
    """The only line of a page whose bytes were given before: its document, which says so in ``same_as``."""
    return {**document_line(document, text=text), "same_as": document.doc}


def dumps(line: Json) -> str:
    """The one way a line is written: no line break in it, fields in the contract's order, characters as they are.

    A lone half of a surrogate pair, which UTF-8 cannot hold, is escaped.
    """
    written = json.dumps(line, ensure_ascii=False, separators=(", ", ": "), allow_nan=False)
    return written.encode("utf-8", "backslashreplace").decode("utf-8")


def document_line(document: Document, *, text: bool = True) -> Json:
    """The object for a document."""
    sourced = {name: getattr(document, name) for name in SOURCED}
    line: Json = {
        "kind": "document",
        "contract": CONTRACT,
        "doc": document.doc,
        "sha256": document.sha256,
        "path": document.path,
        "line": document.line,
        "source_id": document.source_id,
        **{name: value.text if value else None for name, value in sourced.items()},
        "language": document.language,
        "published": _when_or_none(document.published),
        "published_bounds": _when_or_none(document.published_bounds),
        "updated": _when_or_none(document.updated),
        "blocks": [
            {"kind": block.kind, "start": block.start, "end": block.end, "why": block.why} for block in document.blocks
        ],
        "text": document.text,
        "unread": document.unread,
        "same_as": None,
        "origins": {name: _origin(value) for name, value in sourced.items() if value},
        "unread_parts": list(document.unread_parts),
        "date_candidates": [_candidate(one) for one in document.date_candidates],
    }
    if not text:
        del line["text"]
    return line


def statement_line(one: Statement) -> Json:
    """The object for a statement."""
    return {
        "kind": "statement",
        "id": one.id,
        "doc": one.doc,
        "block": one.block,
        "speaker": _party_or_none(one.speaker),
        "addressee": _party_or_none(one.addressee),
        "cue": _span_or_none(one.cue),
        "content": [span_object(piece) for piece in one.content],
        "form": one.form,
        "attitude": one.attitude,
        "within": one.within,
        "act": one.act,
        "denies": list(one.denies),
        "replies_to": one.replies_to,
        "about": [_about(about) for about in one.about],
        "medium": one.medium,
        "utterance": one.utterance,
        "when": when_object(one.when),
        "confidence": one.confidence,
        "speaker_confidence": one.speaker_confidence,
        "why": one.why,
        "rule": one.rule,
    }


def event_line(one: Event) -> Json:
    """The object for an event."""
    return {
        "kind": "event",
        "id": one.id,
        "doc": one.doc,
        "block": one.block,
        "type": one.type,
        "mode": one.mode,
        "contexts": list(one.contexts),
        "cameo": one.cameo,
        "source": [party_object(party) for party in one.source],
        "target": [party_object(party) for party in one.target],
        "against": [party_object(party) for party in one.against],
        "object": _span_or_none(one.object),
        "trigger": span_object(one.trigger),
        "sentence": span_object(one.sentence),
        "when": when_object(one.when),
        "place": _place_or_none(one.place),
        "status": one.status,
        "status_chain": list(one.status_chain),
        "condition": _span_or_none(one.condition),
        "exception": _span_or_none(one.exception),
        "until": _span_or_none(one.until),
        "figures": [_figure(figure) for figure in one.figures],
        "according_to": one.according_to,
        "voice": one.voice,
        "confidence": one.confidence,
        "why": one.why,
        "rule": one.rule,
        "codebook": one.codebook,
    }


def nonstatement_line(one: Nonstatement) -> Json:
    """The object for a saying that did not take place or is asked about."""
    return {
        "kind": "nonstatement",
        "doc": one.doc,
        "block": one.block,
        "reason": one.reason,
        "speaker": _party_or_none(one.speaker),
        "cue": span_object(one.cue),
        "content": [span_object(piece) for piece in one.content],
        "why": one.why,
    }


def span_object(one: Span) -> Json:
    """The object for a span."""
    return {"text": one.text, "start": one.start, "end": one.end}


def party_object(one: Party) -> Json:
    """The object for a party, its members included."""
    return {
        "text": one.text,
        "start": one.start,
        "end": one.end,
        "name": one.name,
        "actor": one.actor,
        "actor_kind": one.actor_kind,
        "country": one.country,
        "sector": one.sector,
        "sectors": list(one.sectors),
        "principal": one.principal,
        "capacity": one.capacity,
        "members": [party_object(member) for member in one.members],
        "how": one.how,
    }


def when_object(one: When) -> Json:
    """The object for a time; ``from`` only where it stood outside the text."""
    line: Json = {
        "text": one.text,
        "start": one.start,
        "end": one.end,
        "earliest": one.earliest.isoformat() if one.earliest else None,
        "latest": one.latest.isoformat() if one.latest else None,
        "precision": one.precision,
        "extent": one.extent,
        "basis": one.basis,
        "symbol": one.symbol,
    }
    return line if one.origin is None else {**line, "from": one.origin}


def _placed(findings: Findings, everything: bool) -> Iterator[tuple[tuple[int, str, str], Json]]:
    for statement in findings.statements:
        yield (anchor(statement)[0], "statement", statement.id), statement_line(statement)
    for event in findings.events:
        yield (anchor(event)[0], "event", event.id), event_line(event)
    if not everything:
        return
    doc = {"doc": findings.document.doc}
    for saying in findings.nonstatements:
        first = min(span.start for span in (saying.cue, *saying.content))
        yield (first, "nonstatement", ""), nonstatement_line(saying)
    for party in findings.mentions:
        yield (party.start, "mention", ""), {"kind": "mention", **doc, **party_object(party)}
    for when in findings.times:
        yield (when.start or 0, "time", ""), {"kind": "time", **doc, **when_object(when)}


def _origin(one: Sourced) -> Json:
    return {"start": one.start, "end": one.end, "from": one.origin}


def _candidate(one: DateCandidate) -> Json:
    return {
        "text": one.text,
        "start": one.start,
        "end": one.end,
        "from": one.origin,
        "earliest": one.earliest.isoformat(),
        "latest": one.latest.isoformat(),
        "evidence": one.evidence,
        "lost": one.lost,
    }


def _about(one: About) -> Json:
    return {"name": one.name, "actor": one.actor, "start": one.start, "end": one.end, "how": one.how}


def _figure(one: Figure) -> Json:
    return {
        "value": one.value,
        "low": one.low,
        "high": one.high,
        "unit": one.unit,
        "text": one.text,
        "start": one.start,
        "end": one.end,
    }


def _place_or_none(one: Place | None) -> Json | None:
    if one is None:
        return None
    return {
        "name": one.name,
        "country": one.country,
        "lat": one.lat,
        "lon": one.lon,
        "precision": one.precision,
        "text": one.text,
        "start": one.start,
        "end": one.end,
        "why": one.why,
    }


def _span_or_none(one: Span | None) -> Json | None:
    return None if one is None else span_object(one)


def _party_or_none(one: Party | None) -> Json | None:
    return None if one is None else party_object(one)


def _when_or_none(one: When | None) -> Json | None:
    return None if one is None else when_object(one)


class JsonLines:
    """The exporter: the record itself, so every entry and, unless told otherwise, the pages' whole texts."""

    name = "jsonl"
    summary = "JSON Lines: the whole record, documents and entries"

    def write(self, source: Source, out: Target, options: Options) -> Mapping[str, int]:
        """Writes every line of every page."""
        with out.text() as words:
            for one in source.whole():
                for line in lines(one, text=options.words != "none", everything=True):
                    words.write(dumps(line) + "\n")
        return {}


EXPORTER = JsonLines()
