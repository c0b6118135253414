"""Checks that what is on record still stands in the words it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import RecordError
from onrecord.read import pages
from onrecord.read.containers.source import MEMBER
from onrecord.run import doc_of
from onrecord.schema import DERIVED, Derived, Document, Entry, Event, Findings, Page
from onrecord.store import Store


@dataclass(frozen=True, slots=True)
class Fault:
    """Something on record that its evidence does not bear out. ``entry`` is an id, or None for the document itself."""

    doc: str
    path: str
    entry: str | None
    what: str


@dataclass(slots=True)
class Checked:
    """What was checked, what was wrong, and how many pages on disk are as they were read, changed, or gone."""

    faults: list[Fault] = field(default_factory=list)
    documents: int = 0
    entries: int = 0
    spans: int = 0
    unchanged: int = 0
    changed: int = 0
    gone: int = 0


def check_all(everything: Iterable[Findings]) -> Checked:
    """Checks every document's findings, and the pages behind them where they can still be had."""
    checked = Checked()
    kept: dict[str, dict[tuple[str, int | None], str]] = {}
    for findings in everything:
        document = findings.document
        checked.documents += 1
        checked.entries += len(findings.statements) + len(findings.events)
        checked.spans += spans_checked(findings)
        checked.faults += check(findings)
        kept.setdefault(_file_of(document.path), {})[document.path, document.line] = document.doc
    for file, expected in kept.items():
        found = _digests(file)
        for place, doc in expected.items():
            checked.gone += place not in found
            checked.unchanged += doc in found.get(place, ())
            checked.changed += place in found and doc not in found[place]
    return checked


def readable(store: Store, path: str, faults: list[Fault]) -> Iterator[Findings]:
    """The findings that can be read; what is damaged goes into ``faults``, and the rest goes on."""
    faults += [Fault("", path, None, what) for what in store.damage()]
    try:
        documents = store.documents()
    except RecordError as error:
        faults.append(Fault("", path, None, f"the documents cannot be listed: {error}"))
        return
    for row in documents:
        try:
            found, drifted = store.findings(row.doc), store.drifted(row.doc)
        except RecordError as error:
            faults.append(Fault(row.doc, row.path, None, str(error)))
            continue
        if drifted is not None:
            faults.append(Fault(row.doc, row.path, None, drifted))
        if found is not None:
            yield found


def check_derived(store: Store) -> Iterator[Fault]:
    """Derived rows that cannot be read, whose passages are no words of their page, or that rest on what is not on record."""
    known: dict[str, tuple[int, frozenset[str]] | None] = {}
    for shape in DERIVED.values():
        try:
            rows = store.derivations.rows(shape)
        except RecordError as error:
            yield Fault("", "", None, f"{shape.__name__.lower()}: {error}")
            continue
        for row in rows:
            for doc in row.docs:
                if doc not in known:
                    known[doc] = _length_and_entries(store, doc)
            yield from _row_faults(row, known)


def _length_and_entries(store: Store, doc: str) -> tuple[int, frozenset[str]] | None:
    """Characters of a page and the ids of its entries; None for a page that is not on record."""
    found = store.findings(doc)
    return (len(found.document.text), frozenset(entry.id for entry in found.entries)) if found else None


def _row_faults(row: Derived, known: Mapping[str, tuple[int, frozenset[str]] | None]) -> Iterator[Fault]:
    what = f"{type(row).__name__.lower()} {row.id}"
    pages = {doc: page for doc in row.docs if (page := known[doc]) is not None}
    for doc in row.docs:
        if doc not in pages:
            yield Fault(doc, "", None, f"{what} rests on a page that is not on record")
    for one in row.passages:
        if not 0 <= one.start < one.end <= (pages[one.doc][0] if one.doc in pages else 0):
            yield Fault(one.doc, "", None, f"{what} names the passage {one.start}:{one.end}, which is not there")
    entries = frozenset[str]().union(*(page[1] for page in pages.values()))
    for entry in row.entries:
        if entry not in entries:
            yield Fault(row.docs[0] if row.docs else "", "", entry, f"{what} rests on an entry that is not on record")


def _file_of(path: str) -> str:
    """The file in which a page stands: its path, less the members of archives in it."""
    return path if Path(path).is_file() else path.split(MEMBER)[0]


def _digests(file: str) -> dict[tuple[str, int | None], set[str]]:
    """The document ids of the pages in a file now, by path and line; empty where the file is not there.

    One address may stand in a web archive several times, so there may be several ids in one place.
    """
    found: dict[tuple[str, int | None], set[str]] = {}
    if Path(file).is_file():
        for page in pages([file]):
            if isinstance(page, Page):
                found.setdefault((page.path, page.line), set()).add(doc_of(page))
    return found


def check(findings: Findings) -> Iterator[Fault]:
    """What is wrong with one document's findings: spans that are not in the text, links that lead nowhere."""
    document = findings.document
    ids = {entry.id for entry in findings.entries}

    def fault(entry: str | None, what: str) -> Fault:
        return Fault(document.doc, document.path, entry, what)

    yield from (fault(None, what) for what in _document_faults(document))
    for fact in findings.learned:
        yield from (fault(None, what) for what in _span_faults(fact, document.text, f"learned of {fact.name}"))
    for entry in findings.entries:
        if not _evidence(entry):
            yield fault(entry.id, "stands on no words of the page")
        for what in _span_faults(entry, document.text, type(entry).__name__.lower()):
            yield fault(entry.id, what)
        for other in _links(entry):
            if other not in ids:
                yield fault(entry.id, f"names the entry {other}, which is not on this page")


def spans_checked(findings: Findings) -> int:
    """How many places in the text the entries, the document and the facts about actors name."""
    things: tuple[Any, ...] = (findings.document, *findings.entries, *findings.learned)
    return sum(1 for thing in things for _ in _places(thing, ""))


def _document_faults(document: Document) -> Iterator[str]:
    if document.doc != document.sha256[:16]:
        yield f"its id is not the beginning of its SHA-256 {document.sha256}"
    end = 0
    for block in document.blocks:
        if not end <= block.start < block.end <= len(document.text):
            yield f"its block {block.start}–{block.end} is out of place"
        end = block.end
    yield from _span_faults(document, document.text, "document")


def _span_faults(thing: object, text: str, where: str) -> Iterator[str]:
    for name, start, end, words in _places(thing, where):
        if not 0 <= start < end <= len(text):
            yield f"{name}: the range {start}–{end} is not in the text"
        elif words is not None and text[start:end] != words:
            yield f"{name}: says {words!r}, the text has {text[start:end]!r}"


def _places(thing: object, where: str) -> Iterator[tuple[str, int, int, str | None]]:
    """Every place in the text that ``thing`` names: where in it, start, end, and its words, None where it has none."""
    if isinstance(thing, tuple):
        for item in thing:
            yield from _places(item, where)
    elif is_dataclass(thing):
        start, end = getattr(thing, "start", None), getattr(thing, "end", None)
        if isinstance(start, int) and isinstance(end, int):
            yield where, start, end, getattr(thing, "text", None)
        for part in fields(thing):
            yield from _places(getattr(thing, part.name), f"{where}.{part.name}")


def _evidence(entry: Entry) -> bool:
    return isinstance(entry, Event) or bool(entry.content or entry.cue)


def _links(entry: Entry) -> Iterable[str]:
    if isinstance(entry, Event):
        links: tuple[str | None, ...] = (entry.according_to,)
    else:
        links = (entry.within, entry.act, entry.replies_to, *entry.denies)
    return [link for link in links if link is not None]
