from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.view import INVISIBLE, view_of


def test_white_space_and_invisible_letters_are_laid_out_like_plain_text() -> None:
    text = "They\u00a0\n said\u00ad no\u200bthing"
    assert view_of(text, 0, len(text)).text == "They said nothing"


def test_a_word_of_the_view_is_found_again_in_the_document() -> None:
    text = "He  said no\u200bthing."
    view = view_of(text, 0, len(text))
    start = view.text.index("nothing")
    assert text[slice(*view.span(start, start + 7))] == "no\u200bthing"


def test_changed_letters_are_seen_and_left_out_ones_are_not() -> None:
    assert view_of("• 'No'", 0, 6, {0: "", 2: "“", 5: "”"}).text == "“No”"


@given(st.text(), st.integers(0, 5))
def test_every_character_of_a_view_stands_for_one_of_the_text(text: str, start: int) -> None:
    view = view_of(text, start, len(text))
    assert len(view.text) == len(view.offsets)
    assert all(seen == text[at] or text[at].isspace() for seen, at in zip(view.text, view.offsets, strict=True))
    assert list(view.offsets) == sorted(set(view.offsets))
    assert not INVISIBLE & set(view.text)


def test_half_of_a_pair_is_seen_as_one_character_that_the_parser_can_take() -> None:
    text = "He \ud83dsaid so."
    view = view_of(text, 0, len(text))
    assert view.text == "He \ufffdsaid so." and view.span(4, 8) == (4, 8)
