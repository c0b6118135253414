"""Whom the phrases of speakers mean that are neither a plain name nor a plain office."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from onrecord.annotate import Annotator
from onrecord.lexicon.actors import load_actors
from onrecord.resolve import resolve
from onrecord.resolve.phrases import parse_phrase
from onrecord.schema import Document, Findings

from .conftest import Resolve, said, stub

DAY = date(2012, 5, 14)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Flemish environment minister, Jane Otumbe", "Jane Otumbe"),
        ("Popular Riverside director, Jane Otumbe", "Jane Otumbe"),
        ("Breaststroke record holder Jane Otumbe", "Jane Otumbe"),
        ("Chief Medical Officer Dr Jane Otumbe", "Jane Otumbe"),
        ("Odinga lawyer Jane Otumbe", "Jane Otumbe"),
        ("Jane Otumbe, who met John Kamau", "Jane Otumbe"),
        ("Deputy Chairman of the Cabinet of Ministers Jane Otumbe", "Jane Otumbe"),
        ("a spokesman for President Daniel Otumbe", None),
    ],
)
def test_the_name_is_not_the_capitalised_word_before_the_office(text: str, name: str | None) -> None:
    assert parse_phrase(text, load_actors()).name == name


def test_a_survey_says_what_its_authors_say(resolved: Resolve) -> None:
    phrase = "a survey by the Human Rights League"
    (party,) = resolved(f"The mood is bad, according to {phrase}.", phrase)
    assert (party.text, party.name) == (phrase, "Human Rights League")


def test_a_letter_by_nobody_named_is_nobodys(resolved: Resolve) -> None:
    (party,) = resolved("A letter by residents says the wall broke.", "A letter by residents")
    assert party.name is None


def test_the_ministry_is_the_one_of_the_minister_before(resolved: Resolve) -> None:
    text = "Kenyan Interior Minister Jane Otumbe praised the officers. The ministry said 58 people were held."
    (party,) = resolved(text, "The ministry")
    assert (party.name, party.actor, party.country) == (
        "Interior Ministry of Kenya",
        "org:interior-ministry@KEN",
        "KEN",
    )


def test_the_side_of_a_country_is_its_government(resolved: Resolve) -> None:
    (party,) = resolved("The Zambian side explained the delay.", "The Zambian side")
    assert (party.name, party.country) == ("Zambia", "ZMB")


@pytest.mark.parametrize(("dateline", "name"), [("PARIS", "European Union"), ("ANTWERP", "Brussels")])
def test_brussels_speaks_for_the_union_but_at_home(
    document_at: Callable[..., Document], annotator: Annotator, dateline: str, name: str
) -> None:
    text = "Brussels said the law was unfair."
    document = document_at(text, dateline=dateline)
    found = Findings(document, statements=(said(text, stub(text, "Brussels"), "the law was unfair"),))
    (one,) = resolve(document, annotator.annotate(document), found, load_actors()).statements
    assert one.speaker is not None
    assert one.speaker.name == name


def test_a_surname_before_a_colon_is_the_person_of_the_lead(resolved: Resolve) -> None:
    text = "Maria Shebira drives an ambulance. It was loud.\n\nShebira: It was a long day, and its end was bad."
    (party,) = resolved(text, ("Shebira", 1))
    assert (party.actor_kind, party.name) == ("person", "Maria Shebira")


def test_the_ambassador_is_of_the_country_told_before(resolved: Resolve) -> None:
    text = "The Turkish ambassador came out smiling in Athens. “Fine,” said the ambassador, Cemal Otumbe, in Greece."
    (party,) = resolved(text, "the ambassador, Cemal Otumbe")
    assert party.country == "TUR"


def test_a_town_that_is_the_only_place_of_a_page_tells_the_country(resolved: Resolve) -> None:
    text = "Jane Otumbe, 34, sold fish in Asaba. Jane Otumbe said the road was closed."
    (party,) = resolved(text, ("Jane Otumbe", 1))
    assert party.country == "NGA"


def test_a_dateline_outside_the_seats_of_international_bodies_tells_the_country(resolved: Resolve) -> None:
    antwerp, brussels = (
        resolved("Jane Otumbe, 34, said the road was closed.", "Jane Otumbe, 34", dateline=town)[0].country
        for town in ("ANTWERP", "BRUSSELS")
    )
    assert (antwerp, brussels) == ("BEL", None)


def test_somebody_with_nearly_the_same_name_is_not_the_person_of_the_table(resolved: Resolve) -> None:
    text = "“It is hard to do,” said Robert Baur, a former American agent. Iran's Hassan Rohani agreed."
    agent, other = resolved(text, "Robert Baur, a former American agent", "Hassan Rohani", day=date(2014, 2, 3))
    assert agent.actor == "doc:robert-baur"
    assert other.name == "Hassan Rouhani"


def test_a_mere_spokesman_is_not_the_government_s(resolved: Resolve) -> None:
    text = "Kenya and Chad met in Nairobi. In Kenya, spokesman John Otumbe said no. Kenyan police agreed."
    (party,) = resolved(text, "spokesman John Otumbe")
    assert (party.sector, party.capacity) == (None, "official")


def test_a_lawmaker_who_chairs_a_committee_is_a_lawmaker(resolved: Resolve) -> None:
    phrase = "Rep. Jane Otumbe, chairman of the Government Reform Committee"
    (party,) = resolved(f"{phrase}, said no.", phrase)
    assert party.sector == "LEG"


def test_a_name_does_not_tell_the_branch_of_an_economist(resolved: Resolve) -> None:
    phrase = "Jane Otumbe, economist at the Economist Intelligence Unit"
    (party,) = resolved(f"Prices will rise, said {phrase}.", phrase)
    assert (party.sector, party.capacity) == ("EDU", "expert")


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the Kenyan government", "Government of Kenya"),
        ("the Kenyan authorities", "Government of Kenya"),
        ("the Kenyan museum authorities", None),
        ("the Kenyan departmental government", None),
    ],
)
def test_part_of_a_state_is_not_called_the_state_s_government(resolved: Resolve, phrase: str, name: str | None) -> None:
    (party,) = resolved(f"On Monday {phrase} said no.", phrase)
    assert (party.name, party.country, party.sector) == (name, "KEN", "GOV")


def test_the_government_named_after_its_head_keeps_its_name(resolved: Resolve) -> None:
    (party,) = resolved("On Monday the Bush administration said no.", "the Bush administration", day=date(2005, 5, 2))
    assert party.name == "Government of United States"


def test_its_report_says_what_the_body_says(resolved: Resolve) -> None:
    text = "The Human Rights League met on Monday. Its report said that guards beat a man."
    (party,) = resolved(text, "Its report")
    assert party.name == "Human Rights League"


def test_georgia_with_an_age_is_somebody(resolved: Resolve) -> None:
    (party,) = resolved("Georgia, 27, said she was glad.", "Georgia, 27", dateline="LONDON")
    assert (party.actor_kind, party.country) == ("person", "GBR")


def test_a_town_abroad_with_the_name_of_a_county_does_not_place_a_park(resolved: Resolve) -> None:
    (party,) = resolved("A Surrey theme park closed on Monday.", "A Surrey theme park", dateline="LONDON")
    assert party.country is None


def test_a_body_is_of_the_place_in_its_name(resolved: Resolve) -> None:
    text = "U.S. officials met in New York. The United States is ready. The Ontario Agency for Health said no."
    (party,) = resolved(text, "The Ontario Agency for Health")
    assert party.country != "USA"


def test_a_task_force_is_no_armed_group(resolved: Resolve) -> None:
    (party,) = resolved("The Clean Rivers Task Force said no.", "The Clean Rivers Task Force")
    assert (party.sector, party.capacity) == (None, "official")


def test_the_mayor_of_a_namesake_is_of_the_page_s_country(resolved: Resolve) -> None:
    phrase = "The mayor of Villahermosa, Juan Otumbe"
    (party,) = resolved(f"{phrase}, said no.", phrase, dateline="BOGOTÁ")
    assert party.country == "COL"


def test_the_governor_of_a_region_is_of_its_country(resolved: Resolve) -> None:
    phrase = "Texas Governor John Otumbe"
    (party,) = resolved(f"{phrase} said no.", phrase, dateline="LONDON")
    assert party.country == "USA"


def test_the_minister_for_labour_is_of_no_party(resolved: Resolve) -> None:
    phrase = "the Minister of State for Labour, Bolanle Otumbe"
    (party,) = resolved(f"On Monday {phrase}, said no.", phrase, dateline="ABUJA")
    assert (party.country, party.sector) == ("NGA", "GOV")


def test_a_predecessor_held_the_office_before(resolved: Resolve) -> None:
    (party,) = resolved("His predecessor, Jane Otumbe, said no.", "His predecessor, Jane Otumbe")
    assert (party.name, party.capacity) == ("Jane Otumbe", "former")


def test_a_surname_that_is_also_a_trade_is_a_name_behind_mr_and_behind_a_given_name(resolved: Resolve) -> None:
    text = "Kenyan minister Ana Baker resigned. Ms Baker was arrested."
    first, second = resolved(text, "Kenyan minister Ana Baker", "Ms Baker")
    assert (first.name, second.name) == ("Ana Baker", "Ana Baker")


def test_those_who_have_led_a_country_tell_what_a_page_is_about(resolved: Resolve) -> None:
    text = "Mitch McConnell will step down. He fought Barack Obama and quarrelled with Donald Trump."
    (party,) = resolved(text, "Mitch McConnell", day=date(2024, 3, 2))
    assert party.country == "USA"
