"""Whose acts are public ones: private people, bodies and things under a country's name, against forces, crowds and unions."""

from __future__ import annotations

import pytest

from onrecord.find.weighing import NOBODY_PUBLIC, PRIVATE_WORDS
from tests.find.conftest import ViewOf, factors


@pytest.mark.parametrize(
    "sentence",
    [
        "The Kenyan potter attacked the Peruvian tenant.",
        "The Kenyan brewery ambushed a Peruvian rival.",
        "The British actress invaded the French trainer.",
        "The Kenyan fighter ambushed Peru's sculptor.",
        "The Kenyan fighter Jane Doe defended the title.",
        "The Kenyan airline criticised the baker.",
        "The Kenyan space agency trained the Peruvian gardener.",
        "The Kenyan chef banned ketchup from his grill.",
        "Kenyan bakers raid the market in Lima.",
        "The crowd booed the Swede.",
        "The bank defended its adviser in court.",
        "A Kenyan court ordered the sculptor to repay the gallery.",
        "Kenya's young side never allowed Peru to settle.",
        "Kenyan film-makers thanked the jury in verse.",
        "Fungi supply the spruces of Finland with sugar.",
        "The Kenyan arm will release the capsule.",
        "Kenyan fertiliser shipments to Peru jumped.",
    ],
)
def test_a_nation_before_private_people_makes_nothing_public(view_of: ViewOf, sentence: str) -> None:
    assert all(factor <= NOBODY_PUBLIC for factor in factors(view_of, sentence).values())


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya attacked Peru in the second half.",
        "Peru will be ambushed by Kenya on the counter-attack.",
        "Canada's curlers will battle Peru.",
    ],
)
def test_a_phase_of_a_match_and_players_make_countries_teams(view_of: ViewOf, sentence: str) -> None:
    (factor,) = factors(view_of, sentence).values()
    assert factor <= PRIVATE_WORDS


@pytest.mark.parametrize(
    "sentence",
    [
        "The Kenyan army attacked the Peruvian tenants.",
        "Kenyan fighters attacked a Peruvian village.",
        "Kenyan teachers attacked Peruvian traders.",
        "Kenya criticised the bakers' union.",
        "Kenyan warplanes attacked a tenant.",
        "The crowd booed the prime minister.",
        "Kenyan farmers blocked the border.",
        "The jury convicted the minister.",
        "Kenya attacked Peru in the second half of the year.",
    ],
)
def test_forces_crowds_and_unions_stay_public(view_of: ViewOf, sentence: str) -> None:
    (factor,) = factors(view_of, sentence).values()
    assert factor == 1.0
