from __future__ import annotations

import pytest

from onrecord.read.sequence import Look, parts

TEXT = Look(weight=4.0, words=28, closed=True)
SHORT = Look(weight=-1.0, words=4)
HEADLINE = Look(weight=-1.0, words=11)
BLURB = Look(weight=2.5, words=18, closed=True, dated=True)


def test_nothing_gives_nothing() -> None:
    assert parts([]) == []


def test_a_short_line_between_paragraphs_is_a_heading() -> None:
    assert parts([TEXT, SHORT, TEXT]) == ["text", "heading", "text"]


def test_a_name_and_a_place_over_each_letter_are_headings() -> None:
    assert parts([TEXT, SHORT, SHORT, TEXT]) == ["text", "heading", "heading", "text"]


def test_a_long_headline_between_paragraphs_is_another_storys() -> None:
    assert parts([TEXT, HEADLINE, TEXT]) == ["text", "other", "text"]


def test_a_long_headline_over_an_entry_of_a_live_blog_is_a_heading() -> None:
    live = Look(weight=-1.0, words=11, live=True)
    assert parts([TEXT, live, TEXT]) == ["text", "heading", "text"]


def test_a_sentence_under_a_headline_and_over_a_date_is_a_blurb() -> None:
    assert parts([TEXT, HEADLINE, BLURB, TEXT]) == ["text", "other", "other", "text"]


def test_bullets_under_a_colon_are_items_and_others_are_links() -> None:
    listed = Look(weight=-1.0, words=5, bullet=True, listed=True)
    bare = Look(weight=-1.0, words=5, bullet=True)
    assert parts([TEXT, listed, listed, TEXT]) == ["text", "item", "item", "text"]
    assert parts([TEXT, bare, bare, TEXT]) == ["text", "other", "other", "text"]


@pytest.mark.parametrize("sign", ["capitals", "doubled", "headed"])
def test_what_heads_another_story_is_no_heading(sign: str) -> None:
    look = Look(weight=-1.0, words=6, **{sign: True})  # type: ignore[arg-type]
    assert parts([TEXT, look, TEXT]) == ["text", "other", "text"]
