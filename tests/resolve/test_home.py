"""Who is not taken for people of the country that a page is set in."""

from __future__ import annotations

import pytest

from tests.resolve.conftest import Resolve


@pytest.mark.parametrize(
    "who",
    [
        "The presidents of four island nations",
        "Five governments",
        "troops from nine countries",
        "The heads of state of the region",
        "the creditors",
        "the opposition in exile",
        "Mediators",
    ],
)
def test_states_and_people_of_several_are_not_of_the_country_of_the_page(resolved: Resolve, who: str) -> None:
    (party,) = resolved(f"On Monday {who} met again.", who, dateline="NAIROBI")
    assert party.country is None


@pytest.mark.parametrize("who", ["The teachers", "senior officials", "the government", "two ministers"])
def test_everybody_else_is(resolved: Resolve, who: str) -> None:
    (party,) = resolved(f"On Monday {who} met again.", who, dateline="NAIROBI")
    assert party.country == "KEN"


def test_diplomats_are_not_of_the_country_to_which_they_are_sent(resolved: Resolve) -> None:
    text = "NAIROBI - Kenya waited. Diplomats in London and officials in London said so."
    sent, officials = resolved(text, "Diplomats in London", "officials in London", dateline="NAIROBI")
    assert (sent.country, officials.country) == (None, "GBR")


def test_whoever_bears_a_title_of_the_country_before_is_of_that_country(resolved: Resolve) -> None:
    text = "Japan is ready to wait, its chief negotiator, Hana Onoda, told reporters."
    (party,) = resolved(text, "its chief negotiator, Hana Onoda", dateline="NAIROBI")
    assert (party.name, party.country) == ("Hana Onoda", "JPN")


def test_the_bloc_is_the_union_named_before(resolved: Resolve) -> None:
    text = "The European Union met in Brussels. Later the bloc froze the funds."
    (party,) = resolved(text, "the bloc", dateline="NAIROBI")
    assert (party.name, party.country) == ("European Union", None)
