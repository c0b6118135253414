"""Words parted at their hyphen."""

from __future__ import annotations

from onrecord.annotate.hyphens import whole_words
from onrecord.annotate.tokens import Node


def parted(text: str) -> tuple[Node, ...]:
    """*The ex-minister fell*, with the three parts of the word hung on the verb."""
    return (
        Node(0, 3, "the", "DET", "DT", "det", 1),
        Node(4, 6, "ex", "NOUN", "NN", "nsubj", 4),
        Node(6, 7, text[6], "NOUN", "NN", "nsubj", 4),
        Node(7, 15, "minister", "NOUN", "NN", "nsubj", 4),
        Node(16, 20, "fall", "VERB", "VBD", "ROOT", 4),
    )


def test_the_last_part_heads_the_word() -> None:
    text = "The ex-minister fell"
    found = whole_words(text, parted(text))
    assert [(one.dep, one.head) for one in found] == [
        ("det", 3),
        ("compound", 3),
        ("punct", 3),
        ("nsubj", 4),
        ("ROOT", 4),
    ]


def test_other_marks_part_words() -> None:
    text = "The ex/minister fell"
    assert whole_words(text, parted(text)) == parted(text)


def test_a_prefix_goes_with_its_noun_whatever_its_role() -> None:
    text = "The ex-minister fell"
    nodes = tuple(one._replace(dep="dobj") if one.start in {4, 6} else one for one in parted(text))
    assert [one.head for one in whole_words(text, nodes)] == [3, 3, 3, 4, 4]
