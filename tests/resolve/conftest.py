from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from onrecord.annotate import Annotator
from onrecord.lexicon.actors import load_actors
from onrecord.resolve import resolve
from onrecord.schema import Document, Findings, Party, Sourced, Span, Statement, When

Resolve = Callable[..., list[Party]]


def stub(text: str, phrase: str, occurrence: int = 0) -> Party:
    """The unresolved party of a phrase where it stands for the ``occurrence``-th time."""
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(phrase, start + 1)
    return Party(phrase, start, start + len(phrase))


def said(text: str, speaker: Party | None, content: str) -> Statement:
    """A statement with this content."""
    start = text.index(content)
    span = Span.of(text, start, start + len(content))
    return Statement("s", "d", "paragraph", None, (span,), "direct", "says", speaker=speaker)


@pytest.fixture(scope="session")
def document_at(document_of: Callable[[str], Document]) -> Callable[..., Document]:
    """A document with a day of publication, a dateline and an outlet."""

    def make(text: str, day: date | None = None, dateline: str | None = None, outlet: str | None = None) -> Document:
        published = When(earliest=day, latest=day, precision="day", basis="stated") if day else None
        return replace(
            document_of(text),
            published=published,
            dateline=Sourced(dateline) if dateline else None,
            outlet=Sourced(outlet) if outlet else None,
        )

    return make


@pytest.fixture(scope="session")
def resolved(annotator: Annotator, document_at: Callable[..., Document]) -> Resolve:
    """The parties that phrases of a text resolve to; a phrase may be a pair of words and occurrence."""

    def run(text: str, *phrases: str | tuple[str, int], **about: object) -> list[Party]:
        document = document_at(text, **about)
        stubs = [stub(text, one) if isinstance(one, str) else stub(text, *one) for one in phrases]
        findings = Findings(document, mentions=tuple(stubs))
        return list(resolve(document, annotator.annotate(document), findings, load_actors()).mentions)

    return run
