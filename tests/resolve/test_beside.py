"""What stands beside names: who heads what, whom somebody serves, whose relative somebody is, what a name is part of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from onrecord.schema import Party

Resolve = Callable[..., list[Party]]
DAY = date(2014, 5, 5)


def test_who_heads_a_body_speaks_for_it(resolved: Resolve) -> None:
    text = "Jane Otumbe, who heads the Security Service of Ukraine, spoke in Kiev."
    (party,) = resolved(text, "Jane Otumbe", day=DAY)
    assert (party.country, party.sector, party.principal) == ("UKR", "SPY", "Security Service of Ukraine")


def test_a_president_who_chairs_an_international_body_stays_president(resolved: Resolve) -> None:
    text = "Alassane Ouattara, who chairs ECOWAS, sent troops."
    (party,) = resolved(text, "Alassane Ouattara", day=date(2013, 1, 11))
    assert (party.country, party.sector) == ("CIV", "GOV")


@pytest.mark.parametrize("words", ["His spokesman, Peter Otumbe,", "Ouattara’s spokesman, Peter Otumbe,"])
def test_a_spokesman_is_of_whom_he_serves(resolved: Resolve, words: str) -> None:
    text = f"President Alassane Ouattara flew to Paris. {words} told reporters in France and Germany so."
    _, party = resolved(text, words.strip(","), "Peter Otumbe", day=date(2013, 1, 11))
    assert (party.country, party.sector, party.principal) == ("CIV", "GOV", "Government of Ivory Coast")


def test_a_surname_is_not_the_ancestor_s_who_is_only_named_as_one(resolved: Resolve) -> None:
    text = "Peter Mwanga, the son of John Mwanga, won. President-elect Mwanga thanked Kenya."
    (party,) = resolved(text, ("Mwanga", 2), day=DAY)
    assert party.name == "Peter Mwanga"


def test_a_title_behind_and_is_not_of_the_relative_before_it(resolved: Resolve) -> None:
    text = "In Kenya a miner hugged his son and President Peter Mwanga on Sunday."
    (party,) = resolved(text, "President Peter Mwanga", day=DAY)
    assert party.sector == "GOV"


def test_an_acronym_in_brackets_does_not_part_an_office_from_its_name(resolved: Resolve) -> None:
    text = "The head of the Security Service of Ukraine (SBU), Peter Otumbe, spoke. The SBU chief left."
    (party,) = resolved(text, "The head of the Security Service of Ukraine (SBU)", day=DAY)
    assert party.name == "Peter Otumbe"


def test_who_leads_an_unknown_acronym_speaks_for_it_and_for_no_government(resolved: Resolve) -> None:
    text = "Jane Otumbe, the president of ZEPCO, spoke in Kenya."
    (party,) = resolved(text, "Jane Otumbe", day=DAY, dateline="NAIROBI")
    assert (party.sector, party.principal) == (None, "ZEPCO")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peter de la Mora said so.", "Peter de la Mora"),
        ("Leah West, a law professor, said so.", "Leah West"),
        ("Jane English, a lawyer, said so.", "Jane English"),
    ],
)
def test_particles_and_words_that_describe_are_parts_of_names(resolved: Resolve, text: str, name: str) -> None:
    (party,) = resolved(text, name, day=DAY)
    assert party.name == name


def test_a_retired_teacher_is_no_former_official(resolved: Resolve) -> None:
    text = "Retired teacher Jane Otumbe said so."
    (party,) = resolved(text, "Retired teacher Jane Otumbe", day=DAY)
    assert (party.sector, party.capacity) == ("EDU", "other")


def test_muhammad_v_is_not_mohammed_vi(resolved: Resolve) -> None:
    text = "The ruler, Sultan Muhammad V, received him."
    (party,) = resolved(text, "Sultan Muhammad V", day=date(2018, 5, 10), dateline="KUALA LUMPUR")
    assert (party.actor, party.country) == ("doc:muhammad-v", "MYS")


def test_a_party_with_a_common_name_is_the_page_s_and_not_another_country_s(resolved: Resolve) -> None:
    text = "In Ireland, Labour said it would vote no."
    (party,) = resolved(text, "Labour", day=DAY, dateline="DUBLIN")
    assert (party.actor, party.country, party.sector) == ("doc:labour", "IRL", "PTY")


def test_an_agency_of_a_named_country_is_not_another_s_of_that_name(resolved: Resolve) -> None:
    text = "He told Mauritania’s ANI news agency so."
    (party,) = resolved(text, "Mauritania’s ANI news agency", day=DAY)
    assert (party.actor, party.country, party.sector) == ("doc:ani", "MRT", "JRN")


def test_officials_from_both_sides_are_some_of_each(resolved: Resolve) -> None:
    text = "Kenya and Uganda met. Officials from both sides said Kenya had asked Uganda to stop."
    (party,) = resolved(text, "Officials from both sides", day=DAY)
    assert [(one.country, one.sector) for one in party.members] == [("KEN", "GOV"), ("UGA", "GOV")]


def test_the_two_sides_of_three_are_not_all_of_one_country(resolved: Resolve) -> None:
    text = "Kenya met Uganda. Uganda met Rwanda. Rwanda met Kenya. The two sides agreed."
    (party,) = resolved(text, "The two sides", day=DAY, dateline="NAIROBI")
    assert (party.country, party.how) == (None, "none:which two the page does not tell")


@pytest.mark.parametrize(
    "text",
    [
        "Juma Abdallah, alias Abu Sitta, took over. Abu Sitta vowed to fight on.",
        "Juma Abdallah, better known as “Abu Sitta”, took over. Abu Sitta vowed to fight on.",
        "Juma Abdallah, whose real name is Abu Sitta, took over. Abu Sitta vowed to fight on.",
    ],
)
def test_two_names_of_one_person_are_one(resolved: Resolve, text: str) -> None:
    assert {party.name for party in resolved(text, "Abu Sitta", day=DAY)} == {"Juma Abdallah"}


def test_a_name_beside_another_is_somebody_else(resolved: Resolve) -> None:
    text = "Juma Abdallah, known to Abu Sitta, took over. Abu Sitta vowed to fight on."
    assert {party.name for party in resolved(text, "Abu Sitta", day=DAY)} == {"Abu Sitta"}
