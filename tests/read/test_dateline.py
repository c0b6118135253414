from __future__ import annotations

import pytest

from onrecord.read import read
from onrecord.read.dateline import dateline_end
from onrecord.schema import Document, Page

REST = "The minister said on Monday that the bridge across the river would be open by the end of the year."


def document(*lines: str) -> Document:
    return read(Page("page.txt", "\n\n".join(lines).encode("utf-8"), "text"))


@pytest.mark.parametrize(
    ("head", "place", "agency"),
    [
        ("KARSK –  ", "KARSK", None),
        ("KARSK: ", "KARSK", None),
        ("Karsk: ", "Karsk", None),
        ("NEW KARSK, March 3 (AFP) — ", "NEW KARSK", "AFP"),
        ("KARSK, Orland (AP) — ", "KARSK, Orland", "AP"),
        ("KARSK (Reuters) - ", "KARSK", "Reuters"),
        ("KARSK/ELM: ", "KARSK/ELM", None),
    ],
)
def test_the_place_at_the_head_is_a_block_of_its_own(head: str, place: str, agency: str | None) -> None:
    found = document("Bridge to open this year, minister says", head + REST, REST + " She said so twice.")
    assert [block.kind for block in found.blocks] == ["title", "dateline", "paragraph", "paragraph"]
    assert found.text[found.blocks[2].start : found.blocks[2].end] == REST
    assert found.dateline is not None and found.dateline.text == place
    assert (found.credit.text if found.credit else None) == agency


@pytest.mark.parametrize(
    "line",
    [
        "NATO – the alliance of thirty states – said on Monday that it would send no soldiers.",
        "Analysis: The bridge will not be open by the end of the year, whatever the minister says.",
        "“No,” said the minister: the bridge would not be open by the end of the year at all.",
        "Aro: We will open the bridge by the end of the year, and it will cost no more than planned.",
        "CLAIM: The bridge will be open by the end of the year, and it will cost no more than planned.",
    ],
)
def test_other_heads_are_no_datelines(line: str) -> None:
    assert dateline_end(line) == 0


def test_speakers_of_a_transcript_are_no_places() -> None:
    assert dateline_end("Karsk: " + REST, ["Aro: No, it is not.", "Karsk: Yes, it is."]) == 0


def test_outlet_and_credit_are_never_guessed_from_prose() -> None:
    found = document(
        "Bridge to open this year, minister says", REST, "The minister told The Courier that AFP had it wrong."
    )
    assert found.outlet is None and found.credit is None


def test_the_outlet_is_read_off_imprint_copyright_or_masthead() -> None:
    title = "Bridge to open this year, minister says"
    for line, name in (
        ("Published in The Valley Courier, 3 March 2019.", "The Valley Courier"),
        ("© 2019 The Courier. All rights reserved", "The Courier"),
    ):
        found = document(title, REST, REST, line)
        assert found.outlet is not None and found.outlet.text == name
    found = document("COURIER.COM", title, REST, REST)
    assert found.outlet is not None and found.outlet.text == "COURIER.COM"
