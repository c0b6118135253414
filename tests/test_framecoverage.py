from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.annotate import Annotator
from onrecord.framecoverage import Coverage, Predicate, predicates_of
from onrecord.lexicon.actors import load_actors
from onrecord.lexicon.codebook import load_codebook
from onrecord.lexicon.frames import load_frames
from onrecord.schema import Document
from onrecord.steps import Pipeline

PredicatesIn = Callable[[str], list[Predicate]]


@pytest.fixture(scope="module")
def predicates_in(annotator: Annotator, document_of: Callable[[str], Document]) -> PredicatesIn:
    pipeline = Pipeline(annotator, load_frames(), load_codebook(), load_actors())
    return lambda text: list(predicates_of(document_of(text), pipeline))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Police arrested two journalists.", [("arrest", True)]),
        ("Kenya and Uganda held talks.", [("hold", True)]),
        ("The army wallpapered the barracks.", [("wallpaper", False)]),
        ("The gulls wallpapered the shop.", []),
        ("The barracks were wallpapered by the minister.", [("wallpaper", False)]),
        ("The government is in Kampala.", []),
    ],
)
def test_what_public_actors_do_is_covered_or_missing(
    predicates_in: PredicatesIn, text: str, found: list[tuple[str, bool]]
) -> None:
    assert [(one.lemma, one.covered) for one in predicates_in(text) if one.pos == "verb"] == found


def test_an_event_noun_counts_where_it_names_a_side(predicates_in: PredicatesIn) -> None:
    nouns = [one for one in predicates_in("The refurbishment by the army pleased nobody.") if one.pos == "noun"]
    assert [(one.lemma, one.covered, one.known) for one in nouns] == [("refurbishment", False, False)]
    assert not [one for one in predicates_in("The refurbishment of the shop pleased nobody.") if one.pos == "noun"]


def test_the_missing_come_by_frequency_with_their_first_sentence(predicates_in: PredicatesIn) -> None:
    counts = Coverage()
    counts.count(predicates_in("The army wallpapered a hall. The senator gilded a cage."))
    counts.count(predicates_in("The police wallpapered a cell and arrested a boy."))
    assert [(one.lemma, one.count, one.example) for one in counts.missing] == [
        ("wallpaper", 2, "The army wallpapered a hall."),
        ("gild", 1, "The senator gilded a cage."),
    ]
    assert (counts.covered, counts.total, counts.share) == (1, 4, 0.25)


def test_nothing_read_is_nothing_covered() -> None:
    assert Coverage().share == 0.0
