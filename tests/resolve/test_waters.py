"""Seas that bear a country's name."""

from __future__ import annotations

import pytest

from tests.resolve.conftest import Resolve


@pytest.mark.parametrize(
    ("lead", "country"),
    [
        ("A rig sank in the Gulf of Mexico. The oil reached the coast of the Gulf of Mexico. ", None),
        ("A rig sank in Mexico. The oil reached the coast of Mexico. ", "MEX"),
        ("Ships crossed the South China Sea. The South China Sea was calm. ", None),
        ("Ships crossed the Strait of Malta. ", None),
    ],
)
def test_a_sea_is_no_news_of_the_country_it_is_named_after(resolved: Resolve, lead: str, country: str | None) -> None:
    (party,) = resolved(lead + "The ministry was warned.", "The ministry")
    assert party.country == country
