"""Those whom a word names by what they are to somebody else."""

from __future__ import annotations

from tests.resolve.conftest import Resolve


def test_a_counterpart_is_of_the_other_country(resolved: Resolve) -> None:
    text = "Peru and Chile reopened the border. Chile's foreign minister thanked his counterpart."
    (party,) = resolved(text, "his counterpart")
    assert (party.country, party.sector) == ("PER", "GOV")


def test_a_counterpart_stays_open_where_the_page_does_not_tell_whose(resolved: Resolve) -> None:
    text = "Chile's foreign minister thanked his counterpart."
    (party,) = resolved(text, "his counterpart")
    assert party.country is None


def test_the_neighbour_of_a_country_is_the_other_country(resolved: Resolve) -> None:
    text = "Peru closed the road to Chile. Chile said it had called its neighbour twice."
    (party,) = resolved(text, "its neighbour")
    assert (party.country, party.sector) == ("PER", "GOV")


def test_the_neighbour_of_a_villager_is_of_the_village(resolved: Resolve) -> None:
    text = "Mary Otieno, 61, sold her goats. Her neighbour kept the cow."
    (party,) = resolved(text, "Her neighbour", dateline="NAIROBI")
    assert party.country == "KEN"


def test_the_other_side_is_not_the_one_just_named(resolved: Resolve) -> None:
    text = "Peru and Chile hold talks. Chile accused the other side of delay."
    (party,) = resolved(text, "the other side")
    assert (party.country, party.sector) == ("PER", "GOV")


def test_a_town_in_capitals_that_no_actor_is_known_by_tells_where_a_page_is_set(resolved: Resolve) -> None:
    text = "GHENT. The mayor opened the bridge."
    (party,) = resolved(text, "The mayor")
    assert party.country == "BEL"
