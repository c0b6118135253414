"""Offices and names on a page: whose country, whose holder, and who is left open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from onrecord.schema import Party

Resolve = Callable[..., list[Party]]
DAY = date(2014, 5, 5)


def test_a_person_without_a_title_is_of_no_country_where_the_page_speaks_of_several(resolved: Resolve) -> None:
    text = (
        "Kenya signed a pact with Uganda. Kenya will pay for it. Uganda agreed. Kenya hopes so. Peter Otumbe said no."
    )
    (party,) = resolved(text, "Peter Otumbe", day=DAY)
    assert party.country is None


def test_a_neighbouring_country_is_not_the_country_of_the_page(resolved: Resolve) -> None:
    text = "Kenya raised fees. An official of a neighbouring country said it would pay. Neighbouring Uganda said no."
    official, country = resolved(text, "An official of a neighbouring country", "Neighbouring Uganda", day=DAY)
    assert official.country is None
    assert (country.name, country.country) == ("Uganda", "UGA")


def test_the_president_is_not_the_former_one(resolved: Resolve) -> None:
    text = "Former president Daniel Otumbe said on Monday the plan would fail. The president said it would go ahead."
    (party,) = resolved(text, "The president", day=DAY)
    assert party.name is None


def test_the_president_beside_a_former_one_is_who_holds_the_office(resolved: Resolve) -> None:
    text = "Former French president Nicolas Sarkozy met reporters. The president said he would not comment."
    (party,) = resolved(text, "The president", day=DAY, dateline="PARIS")
    assert party.name == "François Hollande"


@pytest.mark.parametrize(
    ("name", "capacity"), [("Captain Jane Otumbe", "other"), ("Chief executive Jane Otumbe", "official")]
)
def test_captains_and_chief_executives_are_nobodys_officers_by_their_title(
    resolved: Resolve, name: str, capacity: str
) -> None:
    (party,) = resolved(f"{name} said the team was ready.", name, day=DAY)
    assert (party.sector, party.capacity) == (None, capacity)


def test_a_captain_of_the_army_is_an_officer(resolved: Resolve) -> None:
    (party,) = resolved("Army Captain Jane Otumbe said the road was open.", "Army Captain Jane Otumbe", day=DAY)
    assert (party.sector, party.capacity) == ("MIL", "official")


def test_a_surname_alone_is_the_foreign_minister_of_the_page_s_country(resolved: Resolve) -> None:
    text = "Officials met on Monday. Fabius said talks would go on."
    (party,) = resolved(text, "Fabius", day=DAY, dateline="PARIS")
    assert (party.name, party.country) == ("Laurent Fabius", "FRA")


def test_a_surname_that_the_page_gives_to_somebody_else_is_not_the_minister_s(resolved: Resolve) -> None:
    text = "Anna Fabius, a baker, met customers on Monday. Fabius said bread would cost more."
    (party,) = resolved(text, ("Fabius", 1), day=DAY, dateline="PARIS")
    assert party.name == "Anna Fabius"


def test_an_office_in_a_sentence_about_another_country_than_the_dateline_s_stays_open(resolved: Resolve) -> None:
    text = "Japan will send a team to the talks, the foreign minister said."
    (party,) = resolved(text, "the foreign minister", day=DAY, dateline="PARIS")
    assert party.name is None


def test_an_office_on_a_page_about_one_country_is_its_holder(resolved: Resolve) -> None:
    text = "Japan will send a team to the talks, the foreign minister said."
    (party,) = resolved(text, "the foreign minister", day=DAY)
    assert party.name == "Fumio Kishida"


def test_a_given_name_before_a_verb_is_no_full_name_of_the_table(resolved: Resolve) -> None:
    text = "Mohammed said the shop was shut."
    (party,) = resolved(text, "Mohammed", day=date(2018, 6, 6), dateline="DOHA")
    assert (party.actor or "").startswith("doc:")


def test_a_leader_whose_name_hardly_anybody_else_has_is_known_on_a_page_without_a_date(resolved: Resolve) -> None:
    text = "Merkel met Brown. They spoke of Kenya and Peru."
    leader, many = resolved(text, "Merkel", "Brown")
    assert (leader.name, leader.country) == ("Angela Merkel", "DEU")
    assert many.country is None
