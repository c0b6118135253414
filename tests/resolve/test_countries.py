"""Which country the offices, bodies and people of a page belong to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from onrecord.schema import Party

Resolve = Callable[..., list[Party]]
DAY = date(2014, 5, 5)


def test_an_outlet_that_reports_from_elsewhere_does_not_lend_its_country(resolved: Resolve) -> None:
    text = "Floods cut off villages in Kenya on Monday. The interior minister, Peter Otumbe, blamed the rains."
    (party,) = resolved(text, "Peter Otumbe", day=DAY, outlet="bbc.co.uk")
    assert party.country == "KEN"


def test_an_outlet_lends_its_country_to_what_it_reports_at_home(resolved: Resolve) -> None:
    text = "The mayor promised new buses. The interior minister, Peter Otumbe, said the plan would be paid for."
    (party,) = resolved(text, "Peter Otumbe", day=DAY, outlet="bbc.co.uk")
    assert (party.country, party.how.rpartition("; ")[2]) == ("GBR", "context:the outlet's country")


def test_nobody_without_a_title_is_of_the_outlet_s_country_on_a_page_about_several(resolved: Resolve) -> None:
    text = "England drew with Kenya, and Uganda beat Ghana. Peter Otumbe said the pitch was wet."
    (party,) = resolved(text, "Peter Otumbe", day=DAY, outlet="bbc.co.uk")
    assert party.country is None


def test_whose_cabinet_it_is_another_country_s_embassy_does_not_tell(resolved: Resolve) -> None:
    text = "Officials met in Nairobi. A nurse fled to the Swiss embassy. The cabinet welcomed this, Kenya said."
    (party,) = resolved(text, "The cabinet", day=DAY, dateline="NAIROBI")
    assert party.country == "KEN"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The fine is 500 zloty. The mayor, Peter Otumbe, said it was too low.", "POL"),
        ("The barangay was flooded. The mayor, Peter Otumbe, asked for boats.", "PHL"),
        ("Gardaí closed the road. The mayor, Peter Otumbe, asked for calm.", "IRL"),
        ("The tehsil has no doctor, an MPA said. The mayor, Peter Otumbe, asked for one.", "PAK"),
        ("The tehsil has no doctor. The mayor, Peter Otumbe, asked for one.", None),
    ],
)
def test_words_that_one_country_uses_tell_where_a_page_is_set(
    resolved: Resolve, text: str, country: str | None
) -> None:
    (party,) = resolved(text, "Peter Otumbe", day=DAY)
    assert party.country == country


def test_the_country_of_the_lead_is_where_a_page_is_set_though_others_are_named_as_often(resolved: Resolve) -> None:
    lead = "Farmers in Kenya lost their herds after weeks of rain, and nobody has counted the dead so far. "
    text = (
        lead
        + "Roads are cut. " * 12
        + "Uganda sent tents and Uganda food, the Kenyan army said. The mayor, Peter Otumbe, said thanks."
    )
    (party,) = resolved(text, "Peter Otumbe", day=DAY)
    assert party.country == "KEN"


def test_what_another_country_s_office_is_called_later_does_not_tell_whose_is_meant_first(resolved: Resolve) -> None:
    text = "In Kenya nobody came to work in Kenya. The president’s spokesman, Peter Otumbe, said so. "
    (party,) = resolved(text + "Ugandan President John Mwanga agreed.", "Peter Otumbe", day=DAY)
    assert party.country == "KEN"


def test_who_leads_a_body_of_the_union_is_of_no_country(resolved: Resolve) -> None:
    text = "Ukraine asked Ukraine's friends for help. Catherine Ashton will fly to Ukraine."
    (party,) = resolved(text, "Catherine Ashton", day=DAY, dateline="KIEV")
    assert (party.country, party.sector, party.principal) == (None, "EUR", "European Union")


def test_leaders_of_the_union_go_by_the_surname_where_one_of_its_bodies_is_named(resolved: Resolve) -> None:
    text = "Greece asked the Eurogroup for more time. Juncker said no."
    (party,) = resolved(text, "Juncker", day=date(2015, 6, 1))
    assert (party.name, party.country) == ("Jean-Claude Juncker", None)


def test_a_monk_is_no_prime_minister_of_his_name(resolved: Resolve) -> None:
    text = "Soe Win, a monk, said the march would go on."
    (party,) = resolved(text, "Soe Win", day=date(2006, 9, 26), dateline="RANGOON")
    assert party.actor == "doc:soe-win"


def test_an_honorific_that_is_written_as_a_first_name_is_part_of_the_name(resolved: Resolve) -> None:
    text = "Khawaja Asif said Pakistan wanted peace."
    (party,) = resolved(text, "Khawaja Asif", day=date(2017, 2, 20), dateline="ISLAMABAD")
    assert (party.name, party.country) == ("Khawaja Muhammad Asif", "PAK")


def test_whose_council_it_is_another_country_s_government_does_not_tell(resolved: Resolve) -> None:
    text = "Officials met in Nairobi. The Swiss government froze the funds. The council welcomed this, Kenya said."
    (party,) = resolved(text, "The council", day=DAY, dateline="NAIROBI")
    assert party.country == "KEN"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        # written elsewhere: two others are told of, or one and the place of writing never
        ("Niger will free its prisoners. Niger's army agrees. Foreign Minister Peter Otumbe left after lunch.", "NER"),
        ("Chile and Peru quarrelled. Peru expelled an envoy of Chile. Foreign Minister Peter Otumbe spoke late.", None),
        # the counterpart whom a minister meets is not of his country
        (
            "Niger is at peace. Niger's Peter Otumbe met his Kenyan counterpart. The minister, Peter Otumbe, spoke.",
            "NER",
        ),
        # named in passing, or set there
        ("A ship sank off Chile. Foreign Minister Peter Otumbe spoke late.", "KEN"),
        ("Kenya warned Chile and Peru. Foreign Minister Peter Otumbe spoke late.", "KEN"),
    ],
)
def test_a_dateline_tells_nothing_of_a_page_that_was_only_written_there(
    resolved: Resolve, text: str, country: str | None
) -> None:
    party = resolved(text, "Peter Otumbe", day=DAY, dateline="NAIROBI")[-1]
    assert party.country == country


def test_a_country_s_own_official_tells_what_it_hopes_or_is_ready_for(resolved: Resolve) -> None:
    text = (
        "Norway is ready to talk, ministry spokesman Peter Otumbe said. Kenya laughed. Peter Otumbe did not, Kenya saw."
    )
    first, last = resolved(text, "Peter Otumbe", ("Peter Otumbe", 1), day=DAY, dateline="NAIROBI")
    assert (first.country, last.country) == ("NOR", "NOR")
    text = "Norway is arming itself, ministry spokesman Peter Otumbe said. Kenya laughed, and Kenya waits."
    (party,) = resolved(text, "Peter Otumbe", day=DAY, dateline="NAIROBI")
    assert party.country == "KEN"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The government spokeswoman in Oslo, Ann Otumbe, said no date was set.", "NOR"),
        ("The ambassador in Oslo, Ann Otumbe, said no date was set.", None),
        (
            "Norway's prime minister, Per Dahl, met his party. The interior minister, Ann Otumbe, said no date was set.",
            None,
        ),
        (
            "Norway's prime minister, Per Dahl, left Kenya. The interior minister, Ann Otumbe, said no date was set.",
            "KEN",
        ),
    ],
)
def test_an_official_is_of_the_place_named_beside_and_behind_others_of_nobody_s(
    resolved: Resolve, text: str, country: str | None
) -> None:
    (party,) = resolved(text, "Ann Otumbe", day=DAY, dateline="NAIROBI")
    assert party.country == country


def test_a_company_that_a_page_names_often_does_not_set_it_in_the_companys_country(resolved: Resolve) -> None:
    text = (
        "Crabbers in Louisiana waited while BP burned oil off the coast of the United States. "
        + "BP paid, BP said. " * 6
    ) + "The mayor, Peter Otumbe, thanked the fleet."
    (party,) = resolved(text, "Peter Otumbe", day=DAY)
    assert party.country == "USA"


def test_who_served_the_world_is_not_of_the_country_that_a_page_is_about(resolved: Resolve) -> None:
    text = "Kenya waits. Kenya's lakes rose. Kofi Annan left his post, and Mr Annan flew home."
    (party,) = resolved(text, "Mr Annan", day=date(2012, 8, 11))
    assert (party.name, party.country) == ("Kofi Annan", None)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The Korean-American activists left.", "USA"),
        ("The Kenyan activists left.", "KEN"),
        ("Kenyan-born activists left.", "KEN"),
    ],
)
def test_of_two_nationalities_that_of_the_forebears_tells_nothing(resolved: Resolve, text: str, country: str) -> None:
    (party,) = resolved(text, text.partition(" left")[0])
    assert party.country == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The police closed the road.", None),  # whose they are, a page on another's forces does not tell
        ("Sudanese troops shot at it. The police closed the road.", "SDN"),
    ],
)
def test_a_page_on_another_countrys_forces_is_set_in_neither(resolved: Resolve, text: str, country: str | None) -> None:
    lead = "Many fled in Sudan. Sudan's fields burned, and Sudan's wells ran dry. British troops left. "
    (party,) = resolved(lead + text, "The police")
    assert party.country == country


def test_strasbourg_tells_nothing_of_france(resolved: Resolve) -> None:
    (party,) = resolved("The farmers marched.", "The farmers", dateline="STRASBOURG, France")
    assert party.country is None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Voters went home. Rep. Ana Moss (D-Mich.) left early. The Senate sat late.", "USA"),
        ("The Second Amendment was read. The Senate sat late.", "USA"),
    ],
)
def test_words_of_one_country_tell_whose_a_senate_is(resolved: Resolve, text: str, country: str) -> None:
    (party,) = resolved(text, "The Senate", day=DAY)
    assert party.country == country


def test_a_chamber_is_of_the_only_country_of_the_page_that_has_one(resolved: Resolve) -> None:
    text = "The US waited. The US paid, and the US won. To help Israel and Gaza, Congress voted."
    (party,) = resolved(text, "Congress", day=DAY)
    assert party.country == "USA"


def test_a_leader_of_the_past_tells_the_country_of_a_page_without_a_day(resolved: Resolve) -> None:
    (party,) = resolved("Barack Obama and George W. Bush spoke. Congress voted.", "Congress")
    assert party.country == "USA"


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Police closed the road. An officer was hurt.", "COP"),
        ("The army closed the road, and the police watched. An officer was hurt.", "MIL"),
    ],
)
def test_officers_are_of_those_of_whom_the_page_tells(resolved: Resolve, text: str, sector: str) -> None:
    (party,) = resolved(text, "An officer", day=DAY)
    assert party.sector == sector


def test_a_title_goes_to_the_bearer_of_several_with_a_surname(resolved: Resolve) -> None:
    text = "An inquiry into President Obama began. Anna Obama was heard first, then Barack Obama."
    first, anna = resolved(text, "President Obama", "Anna Obama", day=date(2014, 5, 5))
    assert (first.name, first.country, anna.country) == ("Barack Obama", "USA", None)


def test_a_committee_of_a_chamber_belongs_to_the_legislature(resolved: Resolve) -> None:
    text = "The Senate Water Committee of Kenya met."
    (party,) = resolved(text, "The Senate Water Committee", day=DAY)
    assert party.sector == "LEG"


@pytest.mark.parametrize(
    ("text", "phrase", "country"),
    [
        ("Texas and Georgia voted. Georgia Governor Ana Moss thanked the US.", "Georgia Governor Ana Moss", "USA"),
        ("The US thanked Georgia in Tbilisi. Georgia Governor Ana Moss smiled.", "Georgia Governor Ana Moss", "GEO"),
        ("The Capitol in Texas was full in Texas. The General Assembly voted.", "The General Assembly", "USA"),
    ],
)
def test_the_american_state_of_georgia_and_the_assembly_of_a_state(
    resolved: Resolve, text: str, phrase: str, country: str
) -> None:
    (party,) = resolved(text, phrase, day=DAY)
    assert (party.country, party.sector == "UNO") == (country, False)


def test_the_general_assembly_is_the_united_nations_where_these_are_named(resolved: Resolve) -> None:
    (party,) = resolved("The United Nations met in May. The General Assembly voted.", "The General Assembly", day=DAY)
    assert party.sector == "UNO"


def test_leaders_before_and_lend_the_next_person_nothing(resolved: Resolve) -> None:
    text = "He met Senate leaders and President Barack Obama in the US."
    (party,) = resolved(text, "President Barack Obama", day=DAY)
    assert party.sector == "GOV"


def test_everybody_is_of_the_country_of_a_page_that_names_no_other(resolved: Resolve) -> None:
    text = "Peru waited. In Peru, Peru held. Peru won. Zita Barta smiled."
    (party,) = resolved(text, "Zita Barta", day=DAY)
    assert party.country == "PER"


def test_georgia_beside_its_neighbours_is_the_country(resolved: Resolve) -> None:
    (party,) = resolved("The US and Russia spoke of Texas. Georgia was invaded.", "Georgia", day=DAY)
    assert party.country == "GEO"


def test_a_country_in_a_body_is_the_country(resolved: Resolve) -> None:
    (party,) = resolved("In London he mocked NATO member Estonia.", "NATO member Estonia", day=DAY)
    assert party.country == "EST"
