"""What is written goes out while pages are read: no export waits for the last page, or holds them all."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import RawIOBase, TextIOWrapper
from typing import Any

import pytest

from onrecord.export.exporter import Options
from onrecord.export.registry import exporter
from onrecord.export.reported import reported
from onrecord.export.source import RecordSource
from onrecord.export.target import Target, text_over
from onrecord.export.ties import ties
from onrecord.projection import AS_CAMEO
from onrecord.schema import Derived, Findings, Happening, Report
from onrecord.store import MemoryStore

PAGES = 600
STREAMED = (
    "jsonl", "csv", "plover", "polecat", "icews", "gdelt-events", "gdelt-mentions", "petrarch", "web-annotation", "schema-org",
    "ftm", "label-studio", "prodigy", "doccano",
)  # fmt: skip


class Many(RecordSource):
    """One page again and again, each time another; ``drawn`` counts them."""

    def __init__(self, page: Findings) -> None:
        super().__init__(MemoryStore(), everything=True)
        self._page = page
        self.drawn = 0

    def whole(self) -> Iterator[Findings]:
        for number in range(PAGES):
            self.drawn = number + 1
            yield self._numbered(number)

    def page(self, doc: str) -> Findings:
        return self._numbered(int(doc, 16))

    def derived(self, kind: type[Derived]) -> Iterator[Derived]:
        for number in range(PAGES):
            self.drawn = number + 1
            page = self._numbered(number)
            entry = page.events[0]
            yield Happening(
                id=f"h{number}", entries=(entry.id,), docs=(entry.doc,), type=entry.type, story="", who="", whom="", what="",
                reported=(Report(entry.id, entry.doc, "actual", "outlet", 1.0, ""),),
            )  # fmt: skip

    def is_derived(self) -> bool:
        return True

    def _numbered(self, number: int) -> Findings:
        page, doc = self._page, f"{number:016x}"
        key = hashlib.sha256(doc.encode()).hexdigest()[:8]
        return replace(
            page,
            document=replace(page.document, doc=doc),
            statements=tuple(replace(one, id=f"{one.id}{key}", doc=doc) for one in page.statements),
            events=tuple(replace(one, id=f"{one.id}{key}", doc=doc) for one in page.events),
        )


class Watched(Target):
    """A file of which nothing is kept; ``early`` is how much had come when half of the pages were not read yet."""

    def __init__(self, source: Many) -> None:
        super().__init__(None)
        self._source = source
        self.early = self.all = 0

    @contextmanager
    def text(self) -> Iterator[TextIOWrapper]:
        with text_over(Counting(self)) as words:  # type: ignore[arg-type]
            yield words

    def took(self, size: int) -> None:
        self.all += size
        if self._source.drawn <= PAGES // 2:
            self.early += size


class Counting(RawIOBase):
    """A binary stream that counts."""

    def __init__(self, target: Watched) -> None:
        self._target = target

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        self._target.took(len(content))
        return len(content)


@pytest.mark.parametrize("form", STREAMED)
def test_half_of_it_is_out_when_half_of_the_pages_are_read(findings: Findings, form: str) -> None:
    source = Many(findings)
    target = Watched(source)
    exporter(form).write(source, target, Options(everything=True))
    assert source.drawn == PAGES and target.all > 40_000
    assert target.early > target.all / 3


def test_graphs_grow_with_pairs_and_not_with_pages(findings: Findings) -> None:
    found = ties(Many(findings), Options(everything=True), Counter())
    assert len(found.months) == 1 and sum(one.events for one in found.months.values()) == PAGES


def test_an_attack_to_come_is_a_threat_in_gdelt_and_nothing_in_a_graph(findings: Findings) -> None:
    attack = replace(findings.events[0], type="ASSAULT", cameo="18", status="planned")
    source = Many(replace(findings, statements=(), events=(attack,)))
    assert ties(source, Options(everything=True), Counter()).months == {}
    one = next(reported(source, Options(everything=True), Counter(), AS_CAMEO))
    assert one.event.type == "THREATEN"
