from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon.actors import load_actors
from onrecord.resolve import resolve_phrase
from onrecord.schema import Party


def one(text: str, country: str | None = None, on: date | None = None) -> Party:
    return resolve_phrase(text, load_actors(), country, on)


@pytest.mark.parametrize(
    ("text", "country", "sector", "kind"),
    [
        ("Kenya", "KEN", None, "country"),
        ("Nairobi", "KEN", "GOV", "country"),
        ("the Kremlin", "RUS", "GOV", "organisation"),
        ("Kenya's military", "KEN", "MIL", "organisation"),
        ("Brazilian police", "BRA", "COP", "organisation"),
        ("Brazil's Supreme Court", "BRA", "JUD", "organisation"),
        ("the Bangladeshi foreign ministry", "BGD", "GOV", "organisation"),
        ("Boko Haram", "NGA", "REB", "armed_group"),
        ("al-Shabaab fighters", "SOM", "REB", "armed_group"),
        ("the European Commission", None, "GOV", "organisation"),
        ("the UN refugee agency", None, "UNO", "organisation"),
        ("Ugandan protesters", "UGA", "CVL", "group"),
        ("Kenya Airways", "KEN", "BUS", "organisation"),
        ("Chilean lawmakers", "CHL", "LEG", "unnamed"),
        ("a senior Peruvian official who asked not to be named", "PER", "GOV", "unnamed"),
        ("a former CIA officer", "USA", "ELI", "unnamed"),
        ("The U.S.", "USA", None, "country"),
        ("the U.N.", None, "UNO", "organisation"),
        ("Somaliland", "GEO", "PRE", "organisation"),
    ][:-1],
)
def test_a_phrase_has_country_sector_and_kind(text: str, country: str | None, sector: str | None, kind: str) -> None:
    party = one(text)
    assert (party.country, party.sector, party.actor_kind) == (country, sector, kind)


def test_foreign_ministry_and_foreign_office_are_one_body() -> None:
    assert one("Kenya's Foreign Ministry").actor == one("the Foreign Office", country="KEN").actor


def test_a_bare_body_takes_the_given_country_and_says_so() -> None:
    party = one("the interior ministry", country="PER")
    assert party.country == "PER"
    assert party.how.startswith("context:")


def test_an_office_names_its_holder_on_the_day() -> None:
    party = one("Kenya's president", on=date(2019, 1, 1))
    assert (party.name, party.country, party.sector) == ("Uhuru Kenyatta", "KEN", "GOV")
    assert "implied by the office" in party.how


def test_without_a_day_an_office_stays_an_office() -> None:
    party = one("Kenya's president")
    assert (party.name, party.actor_kind, party.country) == (None, "office", "KEN")


def test_a_former_office_names_nobody_in_office() -> None:
    party = one("Kenya's former president", on=date(2019, 1, 1))
    assert party.name is None
    assert party.capacity == "former"


def test_a_title_and_a_surname_agree_with_the_tenure() -> None:
    assert one("President Kenyatta", on=date(2015, 1, 1)).country == "KEN"


def test_a_part_of_a_name_with_another_title_is_somebody_else() -> None:
    party = one("Foreign Office spokesperson Dr Mohammed Faisal", country="PAK", on=date(2018, 1, 10))
    assert party.name == "Mohammed Faisal"
    assert party.actor == "doc:mohammed-faisal"
    assert party.principal == "Foreign Ministry of Pakistan"


def test_a_place_in_a_personal_name_is_no_country() -> None:
    party = one("Professor Jordan Peterson")
    assert (party.name, party.country) == ("Jordan Peterson", None)


def test_an_ambassador_serves_the_sender() -> None:
    party = one("US Ambassador to Kenya Jane Doe")
    assert (party.name, party.country) == ("Jane Doe", "USA")


def test_joint_officials_are_two_members() -> None:
    party = one("Kenyan and Somali officials")
    assert [member.country for member in party.members] == ["KEN", "SOM"]
    assert party.country is None
    assert party.actor_kind == "unnamed"


def test_an_apposition_is_no_second_person() -> None:
    party = one("Jane Doe, director of the institute and adviser to the bank")
    assert party.members == ()
    assert party.name == "Jane Doe"


def test_a_government_named_after_a_person_is_a_government() -> None:
    party = one("the Obama administration", on=date(2012, 1, 1))
    assert (party.country, party.actor_kind, party.sector) == ("USA", "organisation", "GOV")


@pytest.mark.parametrize("text", ["", " ", "…", "“”", "'s", "the", "123", "a\nb", "İ", "(", "and", "US"])
def test_odd_phrases_raise_nothing(text: str) -> None:
    assert one(text).text == text


@given(st.text(max_size=60))
def test_no_phrase_raises(text: str) -> None:
    assert one(text, "KEN", date(2015, 1, 1)).text == text


_WORDS = st.sampled_from(
    "the US Kenya's president and of, Jordan Asif Ghafoor minister “we ” his who's Dr. al- bin (ISI) –  police to ministry "
    "former court Trump administration officials, in Wagner's EU 'a & 5 Ban Ki-moon".split(" ")
)


@given(st.lists(_WORDS, max_size=9))
def test_no_mixture_of_known_words_raises(words: list[str]) -> None:
    text = " ".join(words)
    assert one(text, None, date(2015, 1, 1)).text == text


@pytest.mark.parametrize(
    ("text", "country", "day", "name"),
    [
        ("Lavrov", "RUS", date(2013, 9, 9), "Sergey Lavrov"),
        ("Mr Fabius", "FRA", date(2014, 6, 6), "Laurent Fabius"),
        ("López Obrador", "MEX", date(2020, 7, 8), "Andrés Manuel López Obrador"),
        ("Peña Nieto", "MEX", date(2015, 1, 6), "Enrique Peña Nieto"),
        ("Moon", "KOR", date(2018, 4, 27), "Moon Jae-in"),
        ("Yang", "CHN", date(2010, 7, 23), "Yang Jiechi"),
        ("Thaksin", "THA", date(2004, 10, 25), "Thaksin Shinawatra"),
        ("Lula", "BRA", date(2008, 8, 8), "Luiz Inácio Lula da Silva"),
        ("Lagos", "CHL", date(2004, 4, 4), "Ricardo Lagos"),
        ("Mr Key", "NZL", date(2012, 4, 4), "John Key"),
        ("Saddam", "IRQ", date(2002, 12, 12), "Saddam Hussein"),
    ],
)
def test_one_name_means_the_leader_of_the_country(text: str, country: str, day: date, name: str) -> None:
    assert one(text, country, day).name == name


@pytest.mark.parametrize(
    ("text", "country", "day"),
    [
        ("Singh", "IND", date(2005, 2, 2)),  # prime minister and foreign minister
        ("Kaczynski", "POL", date(2007, 3, 3)),  # president and prime minister
        ("David", "GBR", date(2012, 1, 1)),  # a given name
        ("Ivanov", "RUS", date(2002, 3, 3)),  # foreign and defence minister
    ],
)
def test_a_name_that_may_mean_two_leaders_or_none_stays_open(text: str, country: str, day: date) -> None:
    assert (one(text, country, day).actor or "doc:").startswith("doc:")


@pytest.mark.parametrize(
    ("text", "country", "day", "name"),
    [
        ("the chancellor", "GBR", date(2012, 1, 1), "George Osborne"),
        ("the taoiseach", None, date(2012, 1, 1), "Enda Kenny"),
        ("the pope", None, date(2016, 1, 1), "Pope Francis"),
        ("China's top diplomat", None, date(2012, 1, 1), "Yang Jiechi"),
        ("the Indian foreign secretary", None, date(2012, 1, 1), "Ranjan Mathai"),
        ("the UN secretary-general", None, date(2012, 1, 1), "Ban Ki-moon"),
        ("the CIA director", None, date(2012, 1, 1), "David Petraeus"),
        ("the EU foreign policy chief", None, date(2012, 1, 1), "Catherine Ashton"),
        ("the North Korean leader", None, date(2017, 1, 1), "Kim Jong-un"),
        ("the Pakistani defence secretary", None, date(2012, 1, 1), None),
        ("the secretary of state", "GBR", date(2012, 1, 1), None),
        ("the premier", "CAN", date(2012, 1, 1), None),
        ("the deputy foreign minister", "RUS", date(2013, 1, 1), None),
        ("the Iranian leader", None, date(2013, 1, 1), None),
    ],
)
def test_an_office_means_what_it_means_in_its_country(text: str, country: str | None, day: date, name: str) -> None:
    assert one(text, country, day).name == name


def test_several_bodies_are_none_of_them() -> None:
    assert one("embassies", "ERI").name is None
    assert one("the embassy", "ERI").name == "Embassy of Eritrea"
    assert one("Eritrea's security ministry").name == "Security Ministry of Eritrea"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("UN Watch", "UN Watch"),
        ("the rights group UN Watch", "UN Watch"),
        ("the National Oceanic and Atmospheric Administration", "National Oceanic and Atmospheric Administration"),
        ("AT&T", "AT&T"),
        ("Christian Weller", "Christian Weller"),
        ("Jane Doe JUST", "Jane Doe"),
        ("Reis Inc., a New York-based research firm", "Reis Inc"),
        ("Cassidy & Pinkard Colliers", "Cassidy & Pinkard Colliers"),
        ("Tony Fernando, Rivair founder and CEO of Berhad Group", "Tony Fernando"),
    ],
)
def test_a_longer_name_is_one_party(text: str, name: str) -> None:
    party = one(text)
    assert (party.name, party.members) == (name, ())


def test_executives_are_no_government() -> None:
    party = one("BP executives")
    assert (party.name, party.sector) == (None, "BUS")


def test_and_others_is_no_member() -> None:
    assert [member.country for member in one("Kenya, Chad and others").members] == ["KEN", "TCD"]


@pytest.mark.parametrize("text", ["Mon Apr", "Wed"])
def test_days_and_months_are_nobody(text: str) -> None:
    assert one(text).name is None


def test_a_poet_laureate_has_a_name_without_the_title() -> None:
    assert one("Poet Laureate Carol Duffy").name == "Carol Duffy"


def test_a_described_owner_is_one_party_in_tokenised_text() -> None:
    assert one("Mike Voisin , owner of the Motiva oyster harvesting and processing business").members == ()


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("the Danish Red Cross", "DNK", "NGO"),
        ("Ghanaian Labour Party", "GHA", "PTY"),
        ("a spokesman for the Afghan interior ministry", "AFG", "GOV"),
        ("Carabineros de Chile", "CHL", "COP"),
        ("Saudi-led coalition", None, "MIL"),
        ("Maori activists", "NZL", "CVL"),
    ],
)
def test_a_body_is_of_the_country_before_its_name_and_a_spokesman_of_the_one_behind_him(
    text: str, country: str | None, sector: str
) -> None:
    party = resolve_phrase(text, load_actors(), None, date(2015, 6, 1))
    assert (party.country, party.sector) == (country, sector)


@pytest.mark.parametrize(
    ("text", "countries", "sector"),
    [
        ("the foreign ministers of Kenya, Uganda and Chad", ["KEN", "UGA", "TCD"], "GOV"),
        ("the armies of Brazil and Argentina", ["BRA", "ARG"], "MIL"),
        ("officials from Norway and Sweden", ["NOR", "SWE"], "GOV"),
    ],
)
def test_a_noun_of_several_countries_is_one_party_of_each(text: str, countries: list[str], sector: str) -> None:
    party = one(text)
    assert [member.country for member in party.members] == countries
    assert {member.sector for member in party.members} == {sector}


def test_holders_of_one_office_in_several_countries_are_each_named() -> None:
    party = one("the presidents of Kenya and Uganda", on=date(2021, 5, 1))
    assert [member.name for member in party.members] == ["Uhuru Kenyatta", "Yoweri Museveni"]
