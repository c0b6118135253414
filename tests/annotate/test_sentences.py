from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.sentences import LONGEST, split_sentences

PIECES = st.sampled_from(
    "The talks failed|He said so|U.S.|Gen.|J.|no|No.|5|3.5|Rs.|a.m.|.|. |! |? |…|...|“|”|\"|'|’|(|)| |\n|\n\n|• |1. |"
    "India.The|e.g.|Inc.|said|Who|—|\u200b|\u00a0|é".split("|")
)
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=40).map("".join), st.text())


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Varga met Gen. J. K. Rao in the U.S. Senate.",
        "Lt. Gen. Omar Bari spoke on Jan. 5 with Sen. Ada Lind, R-Ariz., and Dr. Moss.",
        "Tickets cost Rs. 5 million, or 3.5 percent of the budget, at 5 p.m. Monday.",
        "The firm, Acme Inc., sued Borduria et al. in St. Petersburg.",
        "He spoke of vegetables, e.g. Brussels sprouts, i.e. No. 5 of the list.",
        "Varga, A. B. Rao and S. Jansen came.",
        "The talks... went on.",
        "Then… nothing came of it.",
        "“Why?” he asked.",
        "“Never!” shouted the crowd.",
        "“Who knows?” Mr Varga asked.",
        "“We will go.” he added.",
        "Is the war over? the judge asked.",
        "The site www.Example.Com is down.",
        "No. 10 denied it.",
        "1. The government agreed.",
        "He (see U.S. Army) left.",
        "Ministers meet in Klow",
        "A line that was\nwrapped at its end.",
        "She holds a Ph.D. from the U.N. University.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert pieces(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She came.", ["He left.", "She came."]),
        ("He lives in the U.S. The law is old.", ["He lives in the U.S.", "The law is old."]),
        ("They left at 9 a.m. Two stayed.", ["They left at 9 a.m.", "Two stayed."]),
        ("“A,” said Bari. “B.”", ["“A,” said Bari.", "“B.”"]),
        ("“We will go.” The crowd left.", ["“We will go.”", "The crowd left."]),
        ("“Done?” The crowd left.", ["“Done?”", "The crowd left."]),
        ('\'We will go.\' He left. "Fine." "Good."', ["'We will go.'", "He left.", '"Fine."', '"Good."']),
        ("It met Borduria.The commanders spoke.", ["It met Borduria.", "The commanders spoke."]),
        ("He said “stop.”The army did not.", ["He said “stop.”", "The army did not."]),
        ("It cost 5 in 2016. The next year, 6.", ["It cost 5 in 2016.", "The next year, 6."]),
        ("Then… Nothing. Wait . . . No.", ["Then…", "Nothing.", "Wait . . .", "No."]),
        ("See No. 5. No. We will not.", ["See No. 5.", "No.", "We will not."]),
        ("They lost World War I. Peace came.", ["They lost World War I.", "Peace came."]),
        ("(He left.) Then she came.", ["(He left.)", "Then she came."]),
        ("They agreed:\n• one thing\n• another", ["They agreed:", "• one thing", "• another"]),
        ("One\n\nTwo", ["One", "Two"]),
        ("The group left. al-Nur denied it.", ["The group left.", "al-Nur denied it."]),
        ("“It is over. ” Then he left.", ["“It is over. ”", "Then he left."]),
        ("He came in May. 12 people left.", ["He came in May.", "12 people left."]),
        ("1. They agreed. 2. They left.", ["1. They agreed.", "2. They left."]),
    ],
)
def test_sentences_are_told_apart(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_a_block_is_cut_only_within_its_range() -> None:
    text = "Before. One here. Two here. After."
    assert [text[start:end] for start, end in split_sentences(text, 8, 27)] == ["One here.", "Two here."]


def test_white_space_alone_is_no_sentence() -> None:
    assert split_sentences(" \n\t \u00a0", 0, 5) == []


def test_a_long_stretch_without_stops_is_cut_at_spaces() -> None:
    spans = split_sentences("word " * 1500, 0, 7500)
    assert len(spans) > 3
    assert all(end - start <= LONGEST and (end - start + 1) % 5 == 0 for start, end in spans)


def test_a_long_stretch_without_spaces_is_cut_all_the_same() -> None:
    assert [end - start for start, end in split_sentences("x" * 4500, 0, 4500)] == [2000, 2000, 500]


@given(TEXTS)
def test_every_letter_is_in_one_sentence_and_in_order(text: str) -> None:
    spans = split_sentences(text, 0, len(text))
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in zip(spans, spans[1:], strict=False))
    inside = {position for start, end in spans for position in range(start, end)}
    assert all(position in inside or letter.isspace() for position, letter in enumerate(text))
    assert not any(text[start].isspace() or text[end - 1].isspace() for start, end in spans)


@given(TEXTS, TEXTS)
def test_what_stands_around_a_block_changes_nothing(around: str, text: str) -> None:
    alone = split_sentences(text, 0, len(text))
    shift = len(around)
    within = split_sentences(around + text + around, shift, shift + len(text))
    assert within == [(start + shift, end + shift) for start, end in alone]
