from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from onrecord.annotate import Annotator
from onrecord.lexicon.actors import load_actors
from onrecord.resolve import resolve
from onrecord.resolve.realms import find_realms
from onrecord.resolve.taught import find_bodies
from onrecord.schema import Document, Findings, Party
from tests.resolve.conftest import Resolve, said, stub

REALM = (
    "DORNAVAR — Belvaria's army crossed the river on Monday. The Belvarian president said the troops would stay. "
    "In Belvaria, shops were shut. Farmers said they had seen nothing."
)


def test_an_invented_country_is_a_country_of_the_page() -> None:
    actors = load_actors()
    taught = find_realms(REALM, actors.find_names(REALM), actors)
    assert [row.name for row in taught.rows.values()] == ["Belvaria"]
    assert {(alias.text, alias.kind) for alias in taught.aliases} == {
        ("Belvaria", "country"),
        ("Belvarian", "demonym"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Merkel's government fell. Merkel's ministers resigned, and in Berlin nobody was surprised.",
        "Mr Tolvanen's government fell. The army of Tolvanen's enemies marched, the government of Tolvanen said.",
        "The European parliament met. European diplomats and African troops were there.",
        "Kenya's army and Uganda's army met in Busia.",
        "Western troops left. The Gulf governments and the Arab armies stayed in the Gulf.",
    ],
)
def test_leaders_surnames_and_regions_are_no_countries(text: str) -> None:
    actors = load_actors()
    assert find_realms(text, actors.find_names(text), actors).rows == {}


def test_a_country_of_the_page_has_no_code(resolved: Resolve) -> None:
    army, president, country = resolved(REALM, "Belvaria's army", "The Belvarian president", ("Belvaria", 2))
    assert (army.name, army.country, army.sector) == ("Military of Belvaria", None, "MIL")
    assert army.actor == "doc:military-of-belvaria"
    assert (president.country, president.capacity) == (None, "official")
    assert (country.actor, country.actor_kind, country.country) == ("doc:belvaria", "country", None)


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("The Council for Stray Animals wrote a letter.", "Council for Stray Animals", "NGO"),
        ("The charity Warm Hands opened a kitchen.", "Warm Hands", "NGO"),
        ("Budget carrier Velojet cut two routes.", "Velojet", "BUS"),
        ("The Union of Harbour Pilots met.", "Union of Harbour Pilots", "LAB"),
        ("On Sunday the Hill Liberation Army fired.", "Hill Liberation Army", "REB"),
        ("The weekly Morgenpost on Friday named him.", "Morgenpost", "JRN"),
    ],
)
def test_an_organisation_that_no_table_knows_is_one(text: str, name: str, sector: str) -> None:
    actors = load_actors()
    rows = find_bodies(text, [(0, len(text))], actors.find_names(text), actors).rows
    assert [(row.name, row.sectors) for row in rows.values()] == [(name, (sector,))]


@pytest.mark.parametrize(
    "text",
    [
        "Police Commissioner Jane Mutua spoke.",
        "The group Friday said no.",
        "The union, Jane Mutua, said no.",
        "Kenya's Ministry of Health wrote.",
        "The Ministry of Health wrote.",
    ],
)
def test_people_and_bodies_of_the_table_are_no_new_organisations(text: str) -> None:
    actors = load_actors()
    assert find_bodies(text, [(0, len(text))], actors.find_names(text), actors).rows == {}


def test_the_company_takes_up_the_firm_named_before(resolved: Resolve) -> None:
    text = "Budget carrier Velojet cut two routes. The company said fuel was dear. It will refund tickets."
    company, it = resolved(text, "The company", "It")
    assert company.name == it.name == "Velojet"


def test_the_rebels_are_the_armed_group_named_before(resolved: Resolve) -> None:
    text = "Fighters of the Hill Liberation Army took the town. The rebels said they would stay."
    (party,) = resolved(text, "The rebels")
    assert party.name == "Hill Liberation Army"


def test_the_two_sides_are_the_two_that_the_page_is_about(resolved: Resolve) -> None:
    text = "Kenya and Uganda met in Busia. Kenya brought maps, and Uganda did too. The two sides agreed to meet again."
    (party,) = resolved(text, "The two sides")
    assert [member.country for member in party.members] == ["KEN", "UGA"]


def test_the_two_sides_stay_open_among_three(resolved: Resolve) -> None:
    text = "Kenya, Uganda and Rwanda met in Busia. The two sides agreed to meet again."
    (party,) = resolved(text, "The two sides")
    assert party.members == ()


def test_its_president_is_the_unions(resolved: Resolve) -> None:
    text = "The Union of Harbour Pilots met. Its president, Rosa Lima, asked for patience. Lima smiled."
    first, surname = resolved(text, "Its president, Rosa Lima", ("Lima", 1), dateline="NAIROBI")
    assert (first.name, first.sector, first.principal) == ("Rosa Lima", "LAB", "Union of Harbour Pilots")
    assert (surname.sector, surname.country) == ("LAB", "KEN")


def test_the_age_takes_up_the_person(resolved: Resolve) -> None:
    text = "Rosa Lima sold fish for years. The 61-year-old said the market had changed."
    (party,) = resolved(text, "The 61-year-old")
    assert party.name == "Rosa Lima"


def test_a_heading_in_title_case_teaches_no_names(annotator: Annotator, document_at: Callable[..., Document]) -> None:
    text = (
        "Otieno Says Hungry Elephants Cannot Wait\n\nRanger Paul Otieno asked for maize. Otieno said the herd was thin."
    )
    document = document_at(text)
    stubs = (stub(text, "Otieno"), stub(text, "Hungry Elephants"))
    found = resolve(document, annotator.annotate(document), Findings(document, mentions=stubs), load_actors()).mentions
    assert [party.name for party in found] == ["Paul Otieno", None]


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("“If Velojet pays, we fly,” said Rosa Lima.", "Rosa Lima", "Rosa Lima"),
        ("On Sunday Rosa Lima spoke.", "Rosa Lima", "Rosa Lima"),
        ("Shanice “Rocket” Brown won the race. Brown wept.", "Brown wept"[:5], "Shanice Brown"),
        ("ROSA LIMA: We are tired.", "ROSA LIMA", "Rosa Lima"),
        ("Western-educated Saif Tolvan spoke.", "Western-educated Saif Tolvan", "Saif Tolvan"),
    ],
)
def test_a_name_is_the_name_and_no_more(resolved: Resolve, text: str, phrase: str, name: str) -> None:
    (party,) = resolved(text, phrase)
    assert party.name == name


def test_a_square_is_nobody(resolved: Resolve) -> None:
    (party,) = resolved("Thousands filled Harmony Square. Harmony Square was loud.", ("Harmony Square", 1))
    assert party.name is None


def test_he_is_no_town(resolved: Resolve) -> None:
    text = "Colonel Bachir Adoum counted the tents. The queue in Ardamo grew. He said the water was gone."
    (party,) = resolved(text, "He")
    assert party.name == "Bachir Adoum"


def test_she_is_not_somebody_with_a_mans_name(resolved: Resolve) -> None:
    text = "Maria Costa opened the session. John Otieno answered. She said the vote was fair."
    (party,) = resolved(text, "She")
    assert party.name == "Maria Costa"


def test_private_people_take_the_country_of_the_dateline(resolved: Resolve) -> None:
    text = "Rosa Lima, 61, sold fish. Residents said the market was closed. Western diplomats watched."
    person, residents, diplomats = resolved(text, "Rosa Lima", "Residents", "Western diplomats", dateline="LIMA")
    assert (person.country, person.sector) == ("PER", "CVL")
    assert residents.country == "PER"
    assert diplomats.country is None


def test_the_head_of_a_bare_text_is_its_dateline(resolved: Resolve) -> None:
    (party,) = resolved(
        "DHAKA, March 3 (Agency) — The foreign ministry summoned Myanmar's envoy.", "The foreign ministry"
    )
    assert (party.country, party.how) == ("BGD", "context:dateline")


def test_a_bare_office_names_no_holder_where_the_page_contradicts_the_table(resolved: Resolve) -> None:
    text = "Kenyan Foreign Minister Obadiah Zuri resigned. Kenya's president thanked him."
    (party,) = resolved(text, "Kenya's president", day=date(2016, 4, 2))
    assert party.name is None


def test_a_governor_is_nobody_in_particular(resolved: Resolve) -> None:
    (party,) = resolved("Kenya's governor signed the paper.", "Kenya's governor", day=date(2016, 4, 2))
    assert party.name is None


@pytest.mark.parametrize(
    ("text", "phrase", "capacity"),
    [
        ("Analysts said the price would fall.", "Analysts", "unnamed"),
        ("Prosecutors said the price would fall.", "Prosecutors", "unnamed"),
        ("State radio said the price would fall.", "State radio", "other"),
        (
            "Professor Rosa Lima, head of the Water Unit, said so.",
            "Professor Rosa Lima, head of the Water Unit",
            "expert",
        ),
        ("Executive Director Rosa Lima said so.", "Executive Director Rosa Lima", "official"),
        ("Team boss Rosa Lima said so.", "boss Rosa Lima", "other"),
        ("Rebel spokesman Omar Lima said so.", "Rebel spokesman Omar Lima", "other"),
        ("Retired general Omar Lima said so.", "Retired general Omar Lima", "former"),
        ("Officials said the price would fall.", "Officials", "unnamed"),
        ("Kenya's police said nothing.", "Kenya's police", "official"),
        ("Farmers said the price would fall.", "Farmers", "other"),
        ("Former minister Rosa Lima said the price would fall.", "Former minister Rosa Lima", "former"),
        ("Economist Rosa Lima said the price would fall.", "Economist Rosa Lima", "expert"),
    ],
)
def test_the_capacity_tells_for_whom_somebody_speaks(resolved: Resolve, text: str, phrase: str, capacity: str) -> None:
    (party,) = resolved(text, phrase)
    assert party.capacity == capacity


def test_a_country_that_speaks_is_its_government(annotator: Annotator, document_at: Callable[..., Document]) -> None:
    text = "Kenya said the road was open."
    document = document_at(text)
    statement = said(text, Party("Kenya", 0, 5), "the road was open")
    found = resolve(document, annotator.annotate(document), Findings(document, (statement,)), load_actors())
    speaker = found.statements[0].speaker
    assert speaker is not None
    assert (speaker.actor, speaker.sector) == ("KEN", "GOV")
