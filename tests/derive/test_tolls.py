"""Counts that two give side by side, and those that count other people."""

from __future__ import annotations

import pytest

from onrecord.derive.tolls import clashing
from onrecord.schema import Document, Findings, Party, Span, Statement


def told(*words: tuple[str, str]) -> list[tuple[int, int]]:
    """The values that clash on a page on which each speaker says its words."""
    text = " ".join(f"{words}, {speaker} said." for speaker, words in words)
    document = Document("d" * 16, "d" * 64, "d.txt", text, ())
    made = []
    for number, (speaker, content) in enumerate(words):
        at, who = text.index(content), text.index(f"{speaker} said")
        party = Party(speaker, who, who + len(speaker), speaker, f"o:{speaker}", "organisation", how="page:name")
        span = Span.of(text, at, at + len(content))
        made.append(
            Statement(f"s{number}", document.doc, "paragraph", None, (span,), "indirect", "says", party, rule="say.say")
        )
    return [(first.value, second.value) for first, second in clashing(Findings(document, tuple(made)))]


def test_two_counts_of_the_dead_clash() -> None:
    assert told(("Orda", "14 people were killed"), ("Velk", "the number of dead stood at thirty")) == [(14, 30)]


@pytest.mark.parametrize(
    "second",
    [
        ("Orda", "30 people were killed"),
        ("Velk", "14 people had died"),
        ("Velk", "30 people were injured"),
        ("Velk", "22 soldiers were killed"),
        ("Velk", "one officer and one nurse were killed"),
        ("Velk", "900 people were killed"),
        ("Velk", "we mourn"),
    ],
)
def test_one_source_other_people_or_other_sizes_do_not_clash(second: tuple[str, str]) -> None:
    assert told(("Orda", "14 people were killed"), second) == []


def test_at_least_so_many_leaves_room_for_more() -> None:
    assert told(("Orda", "at least 14 people were killed"), ("Velk", "30 people were killed")) == []
    assert told(("Orda", "14 people were killed"), ("Velk", "at least 30 people were killed")) == [(14, 30)]


def test_people_of_two_countries_and_a_part_of_the_dead_do_not_clash() -> None:
    assert told(("Orda", "killing 14 French sailors"), ("Velk", "killing 30 Dutch sailors")) == []
    assert told(("Orda", "40 people were killed"), ("Velk", "among them were 14 dead nurses")) == []
    assert told(("Orda", "a blast injured 34 clerks"), ("Velk", "51 people had been hurt")) == [(34, 51)]
