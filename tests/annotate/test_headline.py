from __future__ import annotations

import pytest

from onrecord.annotate.headline import WordForms, all_capitals, in_title_case, recased, verb_test

IS_VERB = verb_test(frozenset({"reject", "deny", "trump", "plan", "said", "meet"}))


def as_sentence(text: str, *running: str) -> str:
    letters = list(text)
    for at, letter in recased(text, text.isupper(), WordForms(running), IS_VERB):
        letters[at] = letter
    return "".join(letters)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Borduria Rejects the Claims of Syldavia", "Borduria rejects the Claims of Syldavia"),
        ("US Army Denies It Planned a Raid", "US Army denies it planned a Raid"),
        ("SYLDAVIA REJECTS UN PLAN", "Syldavia rejects UN plan"),
    ],
)
def test_verbs_and_small_words_lose_their_capitals_and_names_keep_them(text: str, expected: str) -> None:
    assert as_sentence(text) == expected


def test_a_word_is_written_as_the_page_writes_it() -> None:
    running = "On Monday Trump spoke. The claims of the US were old."
    assert as_sentence("Omar Meets Trump Over Claims", running) == "Omar meets Trump over claims"
    assert as_sentence("TRUMP REJECTS US CLAIMS", running) == "Trump rejects US claims"


def test_the_first_word_of_a_sentence_says_nothing_of_its_case() -> None:
    assert WordForms(["Claims were made. Denials came."]).usual("claims") is None


@pytest.mark.parametrize("text", ["Minister Rejects Claims Of Defeat", "Army Chief: We Will Not Bow to Threats"])
def test_title_case_is_told_by_its_long_words(text: str) -> None:
    assert in_title_case(text, "title")


@pytest.mark.parametrize(
    "text",
    ["Minister rejects claims of defeat", "Ada Lind", "Minister Varga of Borduria meets Omar Bari again in Klow"],
)
def test_a_line_with_names_in_it_is_no_title_case(text: str) -> None:
    assert not in_title_case(text, "title")


def test_a_sentence_of_a_paragraph_is_no_headline() -> None:
    assert not in_title_case("Foreign Minister Omar Bari Met President Ada Lind.", "paragraph")


def test_capitals_are_told_by_several_words() -> None:
    assert all_capitals("ARMY REJECTS CLAIMS")
    assert not all_capitals("KLOW")
    assert not all_capitals("ARMY Rejects CLAIMS")


def test_inflected_verbs_are_known_by_their_lemma() -> None:
    assert all(IS_VERB(word) for word in ("rejects", "denies", "denied", "planning", "planned", "said"))
    assert not IS_VERB("minister")
