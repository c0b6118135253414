from __future__ import annotations

import runpy
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord.derive import derive
from onrecord.schema import Findings, Span, Statement, Utterance
from onrecord.store import MemoryStore

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("conftest.py"))))
Fill = Callable[[Sequence[Findings]], MemoryStore]
STORY = (
    "The dispute over the copper mine near the ridge road kept the valley council of Bresk busy until late at night."
)


def said(who: str, words: str, day: int) -> Findings:
    """A page on which somebody says something."""
    found = made.page(f"{who} said {words}.\n{STORY}", "Dispute over copper mine", day=date(2021, 3, day))
    text = found.document.text
    at = text.index(f"{who} said")
    start = at + len(who) + 6
    statement = Statement(
        f"{day:016x}", found.document.doc, "paragraph", Span.of(text, start - 5, start - 1),
        (Span.of(text, start, start + len(words)),), "indirect", "says", speaker=made.party(text, who, at)[0],
    )  # fmt: skip
    return replace(found, statements=(statement,))


@pytest.mark.parametrize(
    ("second", "wording"),
    [
        ("the mine stays shut until the council has seen every document", "same"),
        ("the mine stays shut until the council has seen", "shortened"),
        ("the mine would stay shut while the council had not seen documents", "reworded"),
    ],
)
def test_one_saying_on_two_pages_is_one_utterance(filled: Fill, second: str, wording: str) -> None:
    first = said("Arvonia", "the mine stays shut until the council has seen every document", 2)
    store = filled([first, said("Arvonia", second, 3)])
    derive(store, 0.0)
    [row] = store.derivations.rows(Utterance)
    assert (row.who, row.reports, row.words) == ("Arvonia", 2, wording)
    assert row.entries == (f"{2:016x}", f"{3:016x}")


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("Bresk", "the mine stays shut until the council has seen every document"),
        ("Arvonia", "the harvest was poor this autumn"),
    ],
)
def test_another_speaker_or_other_words_are_another_saying(filled: Fill, who: str, words: str) -> None:
    first = said("Arvonia", "the mine stays shut until the council has seen every document", 2)
    store = filled([first, said(who, words, 3)])
    derive(store, 0.0)
    assert store.derivations.rows(Utterance) == []
