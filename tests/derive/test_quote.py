from __future__ import annotations

import runpy
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord.derive.quote import carriers
from onrecord.schema import Findings, Party, Span, Statement
from onrecord.store import MemoryStore

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("conftest.py"))))
Fill = Callable[[Sequence[Findings]], MemoryStore]


def saying(content: str, day: int | None, outlet: str = "Oak") -> Findings:
    text = f"“{content},” Ida Moor said."
    page: Findings = made.page(text, day=date(2021, 3, day) if day else None, outlet=outlet)
    at = text.index("Ida")
    one = Statement(
        f"s{page.document.doc}", page.document.doc, "paragraph", Span.of(text, text.index("said"), text.index("said") + 4),
        (Span.of(text, 1, 1 + len(content)),), "direct", "says", Party("Ida Moor", at, at + 8, "Ida Moor"), confidence=0.9,
    )  # fmt: skip
    return replace(page, statements=(one,))


FERRY = saying("The ferry to Corvo will sail again before the winter storms", 9)
OTHER = saying("Copper duties hurt every household in the valley", 5)


@pytest.mark.parametrize(
    ("asked", "match"),
    [
        ("the ferry to Corvo will sail again", "verbatim"),
        ("The ferry to Corvo will never sail again before winter storms", "altered"),
        ("before winter storms the Corvo ferry sails", "paraphrase"),
    ],
)
def test_words_are_found_as_they_stand_altered_or_in_other_words(filled: Fill, asked: str, match: str) -> None:
    store = filled([FERRY, OTHER])
    (row,) = carriers(store, asked)
    assert (row.match, row.speaker, row.outlet, row.docs) == (match, "Ida Moor", "Oak", (FERRY.document.doc,))
    if match == "altered":
        assert "(without: never)" in row.marked and "[the] winter" in row.marked


@pytest.mark.parametrize("asked", ["", "the of and", "the glacier melts over granite", "will sail"])
def test_what_is_not_on_record_is_not_found_or_only_word_for_word(filled: Fill, asked: str) -> None:
    store = filled([FERRY, OTHER])
    assert [row.match for row in carriers(store, asked)] in ([], ["verbatim"])
    if asked != "will sail":
        assert carriers(store, asked) == []


def test_the_earliest_page_comes_first_and_undated_ones_last(filled: Fill) -> None:
    later = saying("The ferry to Corvo will sail again before the winter storms", 12, "Elm")
    undated = saying("The ferry to Corvo will sail again before the winter storms", None, "Ash")
    store = filled([undated, later, FERRY])
    rows = carriers(store, "the ferry to Corvo will sail")
    assert [row.outlet for row in rows] == ["Oak", "Elm", "Ash"]
