"""Why an entry is on record: its words in their place, what found it, and on whose word it rests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.schema import Document, Entry, Event, Findings, Known, Party, Span, Statement


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an entry is on record.

    ``start`` and ``end`` bound the lines of the page that hold its words, ``marks`` are the words with their role, in
    text order. ``known`` is what other pages teach about its parties, as far as ``derive`` worked it out. ``chain`` are the
    statements it stands in, from the innermost outwards: beyond the last one it is the outlet that says so. ``parties`` come
    with their role. ``links`` name related entries on the page.
    """

    entry: Entry
    document: Document
    start: int
    end: int
    marks: tuple[tuple[str, Span], ...]
    chain: tuple[Statement, ...]
    parties: tuple[tuple[str, Party], ...]
    links: tuple[tuple[str, Entry], ...]
    known: tuple[Known, ...] = ()


def explain(findings: Findings, entry: Entry, known: Iterable[Known] = ()) -> Explanation:
    """The explanation of one entry of ``findings``."""
    document = findings.document
    marks = tuple(sorted(_marks(entry), key=lambda mark: (mark[1].start, mark[1].end, mark[0])))
    start, end = _lines_around(document, [span for _, span in marks])
    return Explanation(
        entry,
        document,
        start,
        end,
        marks,
        tuple(chain_of(findings, entry)),
        tuple(parties_of(entry)),
        tuple(_links(findings, entry)),
        tuple(known),
    )


def chain_of(findings: Findings, entry: Entry) -> Iterator[Statement]:
    """The statements that ``entry`` stands in, from the innermost outwards."""
    by_id = {one.id: one for one in findings.statements}
    met: set[str] = {entry.id}
    link = entry.according_to if isinstance(entry, Event) else entry.within
    while link is not None and link in by_id and link not in met:
        met.add(link)
        yield by_id[link]
        link = by_id[link].within


def parties_of(entry: Entry) -> Iterator[tuple[str, Party]]:
    """Each party of an entry with its role, a joint one followed by its members."""
    for role, parties in entry.sides:
        for party in parties:
            yield role, party
            yield from ((f"{role}, of these", member) for member in party.members)


def _marks(entry: Entry) -> Iterator[tuple[str, Span]]:
    if isinstance(entry, Event):
        yield "trigger", entry.trigger
        parts = (("object", entry.object), ("if", entry.condition), ("except", entry.exception), ("until", entry.until))
    else:
        yield from (("content", span) for span in entry.content)
        parts = (("cue", entry.cue),)  # type: ignore[assignment]
    yield from ((role, span) for role, span in parts if span is not None)
    for role, party in parties_of(entry):
        yield role, Span(party.start, party.end, party.text)
    when = entry.when
    if when.text is not None and when.start is not None and when.end is not None:
        yield "when", Span(when.start, when.end, when.text)


def _lines_around(document: Document, spans: list[Span]) -> tuple[int, int]:
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    touched = [block for block in document.blocks if block.start < end and start < block.end]
    return min((start, *(block.start for block in touched))), max((end, *(block.end for block in touched)))


def _links(findings: Findings, entry: Entry) -> Iterator[tuple[str, Entry]]:
    by_id = {one.id: one for one in findings.entries}
    if isinstance(entry, Statement):
        named = [("is the act", entry.act), ("answers", entry.replies_to), *(("denies", one) for one in entry.denies)]
        yield from ((how, by_id[link]) for how, link in named if link in by_id)
        yield from (
            ("said the same", one)
            for one in findings.statements
            if entry.utterance and one.utterance == entry.utterance and one.id != entry.id
        )
    for one in findings.statements:
        if entry.id in one.denies:
            yield "denied by", one
        if one.act == entry.id:
            yield "said in", one
        if one.replies_to == entry.id:
            yield "answered by", one
