from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.find.conftest import FindingsOf

PIECES = [
    "“",
    "”",
    '"',
    "Novak",
    "said",
    "that",
    "the bridge",
    "would",
    "not",
    "open",
    ",",
    ".",
    "\n",
    ":",
    "if",
    "?",
    "–",
    "’s",
    "accused",
    "Norland",
    "of",
]


@settings(max_examples=60)
@given(words=st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_page_gives_spans_that_are_its_own_words(findings_of: FindingsOf, words: list[str]) -> None:
    found = findings_of(" ".join(words))
    text = found.document.text
    spans = [span for s in found.statements for span in (*s.content, *([s.cue] if s.cue else []))]
    spans += [span for e in found.events for span in (e.trigger, e.sentence)]
    assert all(text[span.start : span.end] == span.text for span in spans)
    ids = [entry.id for entry in (*found.statements, *found.events)]
    assert len(ids) == len(set(ids))


def test_an_empty_page_gives_nothing(findings_of: FindingsOf) -> None:
    found = findings_of("")
    assert not found.statements and not found.events and not found.mentions


def test_references_point_at_entries_of_the_page(findings_of: FindingsOf) -> None:
    text = "The Gazette reported that Norland accused Sudland of attacking the town. Sudland denied the accusation."
    found = findings_of(text)
    ids = {entry.id for entry in (*found.statements, *found.events)}
    named = [r for s in found.statements for r in (s.within, s.act, *s.denies) if r]
    named += [e.according_to for e in found.events if e.according_to]
    assert named and set(named) <= ids
