from __future__ import annotations

import pytest

from onrecord.read.cues import cue_of, is_name_line
from onrecord.read.lines import make_line


def kind(text: str) -> str | None:
    cue = cue_of(make_line(text, 0, len(text)))
    return cue.kind if cue else None


@pytest.mark.parametrize(
    "text",
    [
        "Ana Reth | Valley Desk | Apr 7, 2019, 15:43 IST",
        "The Valley Post / March 1, 2019",
        "editor — March 11, 2019 add comment",
        "| Jun 2, 2019 | Business | News",
        "Ben Oro, The Valley News Published 7:40 p.m. ET March 17, 2019",
        "Valley News28 October 2019",
        "martes 17 de marzo de 2019",
    ],
)
def test_a_date_beside_names_and_sections_is_a_date_line(text: str) -> None:
    assert kind(text) == "date"


@pytest.mark.parametrize(
    "text",
    [
        "What happened on July 4, 2019 in the valley, and why it matters",
        "Valley budget: what changes for you from April 1, 2019",
        "The talks began on 3 March 2019 and went on for a week without any result.",
    ],
)
def test_a_headline_or_sentence_with_a_date_is_none(text: str) -> None:
    assert kind(text) is None


@pytest.mark.parametrize("text", ["8:31PM", "14:05 GMT", "18:16 (IST), Oct 02"])
def test_a_time_alone_is_the_stamp_of_an_entry(text: str) -> None:
    assert kind(text) == "time"


@pytest.mark.parametrize(
    "text", ["Ana Reth, Ben Oro, Cleo Vance | VALLEY TODAY", "Ana Reth, The Valley Press", "Ana Reth"]
)
def test_names_with_their_outlet_are_names(text: str) -> None:
    assert is_name_line(text)


@pytest.mark.parametrize("text", ["The Valley House", "Top News", "Valley officials and their plans"])
def test_what_names_no_person_is_none(text: str) -> None:
    assert not is_name_line(text)
