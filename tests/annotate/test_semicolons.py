from __future__ import annotations

from onrecord.annotate.semicolons import side_by_side
from onrecord.annotate.tokens import Node, Parse


def parse_of(text: str, arcs: str) -> Parse:
    """A parse from ``dep:head`` per word, words parted by spaces."""
    nodes, at = [], 0
    for word, arc in zip(text.split(), arcs.split(), strict=True):
        dep, head = arc.split(":")
        at = text.index(word, at)
        nodes.append(Node(at, at + len(word), word, "X", "X", dep, int(head)))
        at += len(word)
    return tuple(nodes)


def arcs_of(parse: Parse) -> str:
    return " ".join(f"{node.dep}:{node.head}" for node in parse)


def test_the_clause_before_a_semicolon_is_not_what_the_second_speaker_says() -> None:
    text = "Sorland says it won ; Teldor says it lost"
    parsed = "nsubj:1 ccomp:6 nsubj:3 ccomp:1 punct:6 nsubj:6 ROOT:6 nsubj:8 ccomp:6"
    repaired = "nsubj:1 ROOT:1 nsubj:3 ccomp:1 punct:6 nsubj:6 conj:1 nsubj:8 ccomp:6"
    assert arcs_of(side_by_side(text, parse_of(text, parsed))) == repaired


def test_a_clause_that_a_comma_parts_from_its_attribution_stays_what_was_said() -> None:
    text = "Sorland won ; it knows , Lind said"
    parsed = parse_of(text, "nsubj:1 ccomp:7 punct:7 nsubj:4 ccomp:7 punct:7 nsubj:7 ROOT:7")
    assert side_by_side(text, parsed) == parsed


def test_without_a_semicolon_nothing_changes() -> None:
    text = "Rain fell , the envoy said"
    parsed = parse_of(text, "nsubj:1 ccomp:5 punct:5 det:4 nsubj:5 ROOT:5")
    assert side_by_side(text, parsed) is parsed
