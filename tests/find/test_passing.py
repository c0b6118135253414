from __future__ import annotations

import pytest

from onrecord.find.weighing import NOBODY_PUBLIC, PRIVATE_WORDS
from tests.find.conftest import ViewOf, factors


@pytest.mark.parametrize(
    "sentence",
    [
        "Brena Air threatened to leave six airports in Spain over a charge.",
        "The Teldor Society invited readers in Peru to send in their letters.",
        "Kenya's growth, which was helped by holidaymakers from Uganda, reached 4 percent.",
    ],
)
def test_where_private_people_do_something_is_no_party_to_it(view_of: ViewOf, sentence: str) -> None:
    found = factors(view_of, sentence)
    assert found and max(found.values()) < PRIVATE_WORDS


def test_a_country_in_which_a_state_does_something_stays(view_of: ViewOf) -> None:
    assert factors(view_of, "Kenya threatened to close six camps in Somalia.")["threatened"] == 1.0


def test_trade_that_is_only_counted_is_no_act(view_of: ViewOf) -> None:
    assert factors(view_of, "Kenya's exports to Peru grew by a tenth in May.")["exports"] == NOBODY_PUBLIC


def test_a_trade_agreement_is_an_act(view_of: ViewOf) -> None:
    assert factors(view_of, "Kenya agreed to raise its exports to Peru.")["agreed"] == 1.0


def test_a_country_that_owns_its_manager_in_the_plural_is_a_team(view_of: ViewOf) -> None:
    assert factors(view_of, "Peru sacked their manager on Monday.")["sacked"] == NOBODY_PUBLIC


def test_a_firm_blames_a_market(view_of: ViewOf) -> None:
    found = factors(view_of, "The brewer Brena blamed China for a bad quarter.")
    assert found["blamed"] == PRIVATE_WORDS


def test_beasts_march_for_nothing(view_of: ViewOf) -> None:
    assert not factors(view_of, "Dozens of sheep marched through Madrid on Sunday.")
    assert factors(view_of, "Dozens of farmers marched through Madrid on Sunday.")["marched"] == 1.0


@pytest.mark.parametrize(
    "sentence",
    [
        "Toldo's front office agreed to part with its manager.",
        "Egypt's squash queen defended her title.",
        "SAS was freed from court protection in New York.",
    ],
)
def test_offices_and_crowns_of_private_fields_are_none_of_state(view_of: ViewOf, sentence: str) -> None:
    found = factors(view_of, sentence)
    assert found and max(found.values()) < PRIVATE_WORDS


@pytest.mark.parametrize("ailment", ["migraine", "asthma", "shark"])
def test_an_attack_of_illness_or_beast_is_no_assault(view_of: ViewOf, ailment: str) -> None:
    assert not factors(view_of, f"The number of {ailment} attacks on patients in Peru fell.")


def test_a_court_between_firms_makes_no_public_event(view_of: ViewOf) -> None:
    found = factors(view_of, "A Milan court approved the plan of the fashion group and its creditors.")
    assert found["approved"] < PRIVATE_WORDS
    assert factors(view_of, "A Milan court upheld the ban on the protest.")["upheld"] == 1.0


def test_what_one_party_does_twice_in_a_sentence_makes_no_page_of_public_affairs(view_of: ViewOf) -> None:
    found = factors(view_of, "Officials of the fair urged and asked the painters to wait.")
    assert found and max(found.values()) < PRIVATE_WORDS


def test_an_army_of_ants_is_no_army(view_of: ViewOf) -> None:
    found = factors(view_of, "The army of ants attacked the hive in Peru.")
    assert all(one < 1.0 for one in found.values())


def test_a_name_behind_its_country_is_an_athletes_where_no_table_knows_it(view_of: ViewOf) -> None:
    found = factors(view_of, "Kenya's Teldo Marwick destroyed the Norwegian defence.")
    assert found and max(found.values()) <= PRIVATE_WORDS


def test_cooks_who_fight_over_a_menu_assault_nobody(view_of: ViewOf) -> None:
    found = factors(view_of, "The Argentine cook fought with his Italian partners over the menu.")
    assert found["fought"] == NOBODY_PUBLIC
    assert factors(view_of, "Rebels fought with villagers over the well.")["fought"] == 1.0


def test_what_is_returned_to_a_dealer_is_no_release(view_of: ViewOf) -> None:
    found = factors(view_of, "The painting was returned to the dealer in Basel.")
    assert found["returned"] == NOBODY_PUBLIC


def test_what_a_country_imports_is_trade_and_what_it_exports_to_a_state_an_act(view_of: ViewOf) -> None:
    assert factors(view_of, "The firm made the salt that Kenya imported in May.")["imported"] == NOBODY_PUBLIC
    assert factors(view_of, "Kenya exported rifles to Somalia.")["exported"] == 1.0


def test_a_side_of_women_plays_and_women_in_the_streets_do_not(view_of: ViewOf) -> None:
    assert factors(view_of, "Japan's women overran Panama with eleven goals.")["overran"] <= PRIVATE_WORDS
    assert factors(view_of, "Iran's women protested in the capital.")["protested"] == 1.0


def test_suppliers_in_three_countries_are_no_powers(view_of: ViewOf) -> None:
    found = factors(view_of, "Brena's has fired suppliers in three countries over mouldy buns.")
    assert found["fired"] == NOBODY_PUBLIC


def test_a_survey_blames_without_its_country(view_of: ViewOf) -> None:
    assert not factors(view_of, "A Dutch survey of 5,000 parents blamed screens for lost sleep.")


def test_a_disease_that_opens_a_sentence_kills_as_one(view_of: ViewOf) -> None:
    assert not factors(view_of, "Tuberculosis killed a million people last year.")


@pytest.mark.parametrize("body", ["The US space agency", "The athletes' commission in Nairobi"])
def test_agencies_and_commissions_of_private_fields_ask_in_private(view_of: ViewOf, body: str) -> None:
    found = factors(view_of, f"{body} asked companies for ideas.")
    assert found and max(found.values()) < PRIVATE_WORDS
