"""Whose president a bare "President" is: not that of the page's country where another is, or where it has none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from onrecord.schema import Party

Resolve = Callable[..., list[Party]]
DAY = date(2025, 5, 5)
LEAD = "Floods cut off villages in Kenya on Monday. Kenya asked Uganda for tents, and Kenya's lakes rose. "


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("President Peter Otumbe flew over the lakes.", "KEN"),
        ("President Jane Velde offered help to President Peter Otumbe.", None),  # one of them is from elsewhere
        ("President Peter Otumbe called the Kenyan president, Mark Wanjo.", None),
        ("President Peter Otumbe called the Kenyan foreign minister.", None),  # a page from elsewhere
        ("Health Secretary Peter Otumbe sent tents.", "KEN"),
        ("Chancellor Peter Otumbe sent tents.", None),
        ("The United States sends tents, Secretary of State Peter Otumbe said.", "USA"),
    ],
)
def test_a_bare_office_is_of_the_pages_country_where_nobody_else_there_holds_it(
    resolved: Resolve, text: str, country: str | None
) -> None:
    (party,) = resolved(LEAD + text, "Peter Otumbe", day=DAY)
    assert party.country == country


def test_a_government_named_after_somebody_is_of_the_country_the_page_told_of_him(resolved: Resolve) -> None:
    text = "Kenyan President Peter Otumbe met ministers of Uganda. The Otumbe administration refused to pay."
    (party,) = resolved(text, "The Otumbe administration", day=DAY)
    assert (party.name, party.country) == ("Government of Kenya", "KEN")


@pytest.mark.parametrize(
    ("said", "country"),
    [
        ("Mr Otumbe said that Nairobi had offered Kampala talks.", "KEN"),
        ("Mr Otumbe said that Kenya would pay.", "KEN"),
        ("Mr Otumbe said that Kenya had paid.", None),  # anybody can tell that
        ("Mr Otumbe said that Nairobi had been offered talks.", None),
    ],
)
def test_what_a_capital_did_and_a_country_will_do_its_own_officials_tell(
    resolved: Resolve, said: str, country: str | None
) -> None:
    text = f"Kenya and Uganda met in May. Uganda and Kenya parted. Foreign Minister Peter Otumbe came to Paris. {said}"
    (party,) = resolved(text, "Foreign Minister Peter Otumbe", day=DAY)
    assert party.country == country
