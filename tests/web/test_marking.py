"""How a page's text is cut up: no letter is lost, whatever overlaps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.schema import Block
from onrecord.web.marking import PART, Mark, hits, part_at, parts, pieces

TEXT = "The minister said that the army shelled the town."
places = st.integers(0, len(TEXT))


@given(st.lists(st.tuples(places, places), max_size=8))
def test_the_pieces_are_the_text_whatever_overlaps(spans: list[tuple[int, int]]) -> None:
    marks = [Mark(min(span), max(span), "content", str(at)) for at, span in enumerate(spans)]
    assert "".join(piece.text for piece in pieces(TEXT, 0, len(TEXT), marks, {})) == TEXT


def test_words_inside_others_carry_both_labels() -> None:
    start = TEXT.index("that")
    marks = [
        Mark(start, len(TEXT), "content", "a"),
        Mark(TEXT.index("shelled"), TEXT.index(" the town"), "trigger", "b"),
    ]
    cut = {piece.text: piece for piece in pieces(TEXT, 0, len(TEXT), marks, {"a": start, "b": TEXT.index("shelled")})}
    assert cut["shelled"].labels == ("content", "trigger") and cut["shelled"].begins == ("b",)
    assert cut["that the army "].begins == ("a",)


def test_hits_are_found_as_search_finds_them() -> None:
    def found(query: str) -> list[str]:
        return [
            piece.text for piece in hits("Café talks: the ceasefire, cease-fire and talking.", query) if piece.labels
        ]

    assert found("cafe") == ["Café"]
    assert found("talk*") == ["talks", "talking"]
    assert found('"the ceasefire"') == ["the ceasefire"]
    assert found('"cease fire"') == ["cease-fire"]
    assert found("- !") == []


def test_a_long_page_is_cut_between_blocks_and_a_long_block_within() -> None:
    blocks = [
        Block("paragraph", 0, PART - 10, ""),
        Block("paragraph", PART, PART + 100, ""),
        Block("caption", PART + 101, 4 * PART, ""),
    ]
    cut = parts(blocks)
    assert [[block.kind for block in some] for some in cut][:2] == [["paragraph"], ["paragraph"]]
    assert sum(block.end - block.start for some in cut for block in some) == sum(one.end - one.start for one in blocks)
    assert part_at(cut, 0) == 1 and part_at(cut, PART + 5) == 2 and part_at(cut, 4 * PART - 1) == len(cut)
    assert parts([]) == [[]]
