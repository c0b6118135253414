from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from onrecord.derive import Archive
from onrecord.schema import Block, Document, Done, Event, Findings, Party, Sourced, Span, When
from onrecord.store import MemoryStore

Said = tuple[str, str, str, str]
"""Type, who, trigger, whom: words of one sentence of the page's body."""


def page(
    text: str, title: str = "", *, day: date | None = None, outlet: str | None = None, credit: str | None = None,
    acts: Sequence[Said] = (), changes: Sequence[dict[str, object]] = (),
) -> Findings:  # fmt: skip
    """A page with a headline, a paragraph for each line, and an event for each of ``acts``, with fields changed."""
    whole = f"{title}\n{text}" if title else text
    doc = hashlib.sha256(f"{whole}{day}{outlet}".encode()).hexdigest()
    blocks, at = [], 0
    for number, line in enumerate(whole.split("\n")):
        kind = "title" if title and number == 0 else "paragraph"
        if line:
            blocks.append(Block(kind, at, at + len(line), "test"))  # type: ignore[arg-type]
        at += len(line) + 1
    when = When(earliest=day, latest=day, precision="day", basis="metadata") if day else None
    document = Document(
        doc[:16], doc, f"{doc[:6]}.txt", whole, tuple(blocks), published=when,
        title=Sourced(title, 0, len(title)) if title else None,
        outlet=Sourced(outlet, origin="input") if outlet else None,
        credit=Sourced(credit, origin="input") if credit else None,
    )  # fmt: skip
    events = [_event(document, number, act) for number, act in enumerate(acts)]
    changed = [replace(one, **dict(changes[at])) if at < len(changes) else one for at, one in enumerate(events)]  # type: ignore[arg-type]
    return Findings(document, events=tuple(changed))


def party(text: str, name: str, at: int) -> tuple[Party, ...]:
    start = text.find(name, at)
    known = name[0].isupper()
    actor = f"t:{name}" if known else None
    return (Party(name, start, start + len(name), name if known else None, actor, "country" if known else "unnamed"),)


def _event(document: Document, number: int, act: Said) -> Event:
    kind, who, word, whom = act
    text = document.text
    lines = ((block.start, text[block.start : block.end]) for block in document.blocks)
    start = next(start for start, line in lines if who in line and word in line)
    end = text.find("\n", start) if "\n" in text[start:] else len(text)
    at = text.index(word, start)
    return Event(
        id=hashlib.sha256(f"{document.doc}{number}".encode()).hexdigest()[:16],
        doc=document.doc, block="paragraph", type=kind, trigger=Span.of(text, at, at + len(word)),
        sentence=Span.of(text, start, end), source=party(text, who, start),
        target=party(text, whom, at) if whom else (), confidence=0.9,
    )  # fmt: skip


@pytest.fixture
def filled() -> Callable[[Sequence[Findings]], MemoryStore]:
    """Makes a record of pages."""

    def fill(pages: Sequence[Findings]) -> MemoryStore:
        store = MemoryStore()
        for one in pages:
            store.put(one, [Done(one.document.doc, "page", "f1", "found")])
        return store

    return fill


@pytest.fixture
def archive(filled: Callable[[Sequence[Findings]], MemoryStore]) -> Callable[[Sequence[Findings]], Archive]:
    """Makes what the steps see of pages."""
    return lambda pages: Archive(filled(pages), 0.0)
