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


def test_somebody_without_a_title_is_not_of_the_country_that_a_page_speaks_of(resolved: Resolve) -> None:
    text = "A new road opened in Slovakia, and Slovakia paid for it. Zita Barta smiled. Engineer Emil Kos did not."
    bare, titled = resolved(text, "Zita Barta", "Engineer Emil Kos")
    assert (bare.country, titled.country) == (None, "SVK")


def test_the_states_of_a_region_are_no_government(resolved: Resolve) -> None:
    text = "Kenya waited in Nairobi. Now the Arab states asked for more."
    (party,) = resolved(text, "the Arab states", dateline="NAIROBI")
    assert (party.name, party.country) == (None, None)


def test_two_holders_of_an_office_are_not_both_of_the_country_of_the_page(resolved: Resolve) -> None:
    (party,) = resolved("The two finance ministers met in Lima.", "The two finance ministers", dateline="BOGOTA")
    assert (party.country, party.name) == (None, None)


def test_a_country_behind_two_joined_nouns_is_that_of_both(resolved: Resolve) -> None:
    text = "Egypt thanked the government and people of Kenya."
    (party,) = resolved(text, "the government", dateline="CAIRO")
    assert party.country == "KEN"


def test_forces_from_outside_are_not_those_of_the_country_of_the_page(resolved: Resolve) -> None:
    text = "Kenya is calm. Kenya has voted. External forces attacked the port."
    (party,) = resolved(text, "External forces", dateline="NAIROBI")
    assert party.country is None


def test_brackets_of_tokenised_text_are_no_name(resolved: Resolve) -> None:
    (party,) = resolved("The Peru Harbour Bank -LRB- PHB -RRB- closed.", "The Peru Harbour Bank -LRB- PHB -RRB-")
    assert "RB" not in (party.name or "")


@pytest.mark.parametrize(
    ("text", "phrase", "country"),
    [
        ("The rebels fled.", "The rebels", None),
        ("The rebels fled. Sudanese rebels were seen.", "The rebels", "SDN"),
        ("The opposition fled. Sudanese rebels were seen.", "The opposition", "SDN"),
        ("The officials fled.", "The officials", "KEN"),
        ("The oil-rich nation fell silent.", "The oil-rich nation", None),
        ("The alliance fell silent.", "The alliance", None),
    ],
)
def test_rebels_are_not_of_the_country_that_a_page_was_written_in(
    resolved: Resolve, text: str, phrase: str, country: str | None
) -> None:
    lead = "Sudan burned. Sudan fell apart, and Kenya sent tents. "
    (party,) = resolved(lead + text, phrase, dateline="NAIROBI")
    assert party.country == country


def test_a_secretary_general_is_of_no_country_by_the_page_alone(resolved: Resolve) -> None:
    text = "Kenya waits. Kenya's lakes rose. The body's secretary-general Peter Otumbe flew home."
    (party,) = resolved(text, "Peter Otumbe")
    assert party.country is None


def test_states_of_a_region_are_of_no_country(resolved: Resolve) -> None:
    (party,) = resolved("Syria burned. Syria fell apart. Gulf Arab states watched.", "Gulf Arab states")
    assert party.country is None


@pytest.mark.parametrize(
    ("court", "country"),
    [("the International Criminal Court", None), ("a U.N.-backed tribunal", None), ("a lawyer", "KEN")],
)
def test_judges_are_not_of_the_page_where_a_court_of_no_country_is_named(
    resolved: Resolve, court: str, country: str | None
) -> None:
    (party,) = resolved(f"Kenya turned to {court}. On Monday the judges met.", "the judges", dateline="NAIROBI")
    assert party.country == country


def test_the_central_bank_is_the_one_of_no_country_that_is_named(resolved: Resolve) -> None:
    text = "Kenya wrote to the European Central Bank. On Monday the central bank answered."
    (party,) = resolved(text, "the central bank", dateline="NAIROBI")
    assert (party.name, party.country) == ("European Central Bank", None)


def test_the_soldiers_are_those_of_whom_the_word_was_used(resolved: Resolve) -> None:
    text = "Peruvian soldiers fired on Chilean troops. Later the soldiers left."
    (party,) = resolved(text, "the soldiers")
    assert party.country == "PER"


@pytest.mark.parametrize(("of", "country"), [("his father", "PER"), ("his opponents in Chile", "CHL")])
def test_relatives_and_opponents_abroad(resolved: Resolve, of: str, country: str) -> None:
    text = f"Peruvian President Tom Hart spoke of {of}."
    (party,) = resolved(text, of, dateline="NAIROBI")
    assert party.country == country


def test_an_adjective_holds_for_what_is_joined_to_its_noun(resolved: Resolve) -> None:
    text = "Peruvian officers and rescue workers came. Peruvian officers left and the rescue workers stayed."
    bare, told = resolved(text, "rescue workers", "the rescue workers", dateline="NAIROBI")
    assert (bare.country, told.country) == ("PER", None)


@pytest.mark.parametrize("opening", ["In Peru, ", "Meanwhile, in Peru, ", "Elsewhere in Peru, "])
def test_the_country_that_opens_the_sentence_is_that_of_its_bare_office(resolved: Resolve, opening: str) -> None:
    (party,) = resolved(f"Kenya waited. {opening}the army left.", "the army", dateline="NAIROBI")
    assert party.country == "PER"


def test_the_network_is_the_broadcaster_named_before(resolved: Resolve) -> None:
    (party,) = resolved("Kenya spoke to Al Jazeera. On Monday the network closed.", "the network", dateline="NAIROBI")
    assert party.country == "QAT"


def test_islamists_are_not_of_the_country_of_the_page(resolved: Resolve) -> None:
    (party,) = resolved(
        "Peru waited. Peru mourned. In 1993 radical Islamists bombed a hall.", "radical Islamists", dateline="LIMA"
    )
    assert party.country is None
