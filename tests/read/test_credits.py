"""The agency whose text a page shows, wherever the page says so."""

from __future__ import annotations

import pytest

from onrecord.read import read
from onrecord.schema import Page

PAGE = (
    "Envoy summoned over border firing\n\n4 March 2019\n\n{head}The foreign ministry said on Thursday that it had summoned "
    "the envoy over firing across the border.\n\n“We reject this,” the foreign ministry said in a statement released to "
    "the press late on Thursday night.\n\nThe army said that two soldiers were wounded in the exchange, which lasted for "
    "three hours.{end}\n\n{foot}\n"
)


@pytest.mark.parametrize(
    ("head", "end", "foot", "credit"),
    [
        ("(Reuters) - ", "", "", "Reuters"),
        ("LUSK, March 4 (Xinhua) -- ", "", "", "Xinhua"),
        ("Lusk, Mar 4 (IANS) ", "", "", "IANS"),
        ("LUSK, March 4. /TASS/. ", "", "", "TASS"),
        ("LUSK -LRB- AP -RRB- _ ", "", "", "AP"),
        ("By The Associated Press\n\n", "", "", "The Associated Press"),
        ("", " —AFP", "", "AFP"),
        ("", " (AP)", "", "AP"),
        ("", "", "AFP", "AFP"),
        ("", "", "Source: Xinhua", "Xinhua"),
        ("", "", "(With inputs from ANI and Reuters)", "ANI"),
        ("", "", "© 2019 AFP", "AFP"),
        ("", "", "© 2019 Mirhelm Courier", None),
        ("", "", "", None),
    ],
)
def test_the_agency_is_credited_and_nothing_of_its_text_is_lost(
    head: str, end: str, foot: str, credit: str | None
) -> None:
    found = read(Page("a.txt", PAGE.format(head=head, end=end, foot=foot).encode(), "text"))
    assert (found.credit.text if found.credit else None) == credit
    kept = [found.text[block.start : block.end] for block in found.blocks if block.kind == "paragraph"]
    assert [one.split()[0] for one in kept] == ["The", "“We", "The"]
    assert found.byline is None
