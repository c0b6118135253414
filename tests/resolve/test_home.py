"""Who is not taken for people of the country that a page is set in."""

from __future__ import annotations

from datetime import date

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


def test_the_country_of_an_office_before_a_titled_name_holds_for_the_name_elsewhere(resolved: Resolve) -> None:
    text = "Kenya heard the Peruvian foreign minister, Prince Ivo Lind, on Monday. Later Prince Ivo Lind left."
    _, later = resolved(
        text, "the Peruvian foreign minister, Prince Ivo Lind", ("Prince Ivo Lind", 1), dateline="NAIROBI"
    )
    assert later.country == "PER"


@pytest.mark.parametrize("what", ["the Libya Contact Group", "the Friends of Syria group"])
def test_states_that_meet_about_a_country_are_not_of_it(resolved: Resolve, what: str) -> None:
    (party,) = resolved(f"On Monday {what} met.", what, dateline="NAIROBI")
    assert (party.country, party.sector) == (None, "IGO")


@pytest.mark.parametrize(("name", "country"), [("Hana Gaddafi", "LBY"), ("Hana Karran", None)])
def test_whoever_bears_the_rare_surname_of_a_leader_is_of_that_country(
    resolved: Resolve, name: str, country: str | None
) -> None:
    text = f"Libyan leader Muammar Gaddafi met envoys of Chile and Peru. Chile and Peru waited. {name} died on Monday."
    (party,) = resolved(text, name, day=date(2011, 3, 1))
    assert party.country == country


def test_the_ruler_is_the_leader_named_before(resolved: Resolve) -> None:
    text = "Peruvian leader Ivo Lind met Chile and Kenya. On Monday the ruler left."
    (party,) = resolved(text, "the ruler")
    assert party.name == "Ivo Lind"


def test_islamists_are_not_of_the_country_of_the_page(resolved: Resolve) -> None:
    (party,) = resolved(
        "Peru waited. Peru mourned. In 1993 radical Islamists bombed a hall.", "radical Islamists", dateline="LIMA"
    )
    assert party.country is None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Kenya and Peru waited. Rebels shelled the town of Brega.", None),
        ("Kenya and Moldova waited. Brega spoke of the towns.", "MDA"),
    ],
)
def test_a_town_is_no_leader_of_a_country_that_the_page_never_names(
    resolved: Resolve, text: str, country: str | None
) -> None:
    (party,) = resolved(text, "Brega", day=date(2015, 10, 1))
    assert party.country == country


@pytest.mark.parametrize(("who", "country"), [("The western rebels", "KEN"), ("Western diplomats", None)])
def test_rebels_in_the_west_of_a_country_are_no_westerners(resolved: Resolve, who: str, country: str | None) -> None:
    (party,) = resolved(f"Kenya's rebels hid. On Monday, Kenya waited. {who} spoke.", who, dateline="NAIROBI")
    assert party.country == country


@pytest.mark.parametrize(("who", "country"), [("Arab foreign ministers", None), ("Two ministers", "KEN")])
def test_ministers_of_several_states_are_not_of_the_page(resolved: Resolve, who: str, country: str | None) -> None:
    (party,) = resolved(f"{who} met over Kenya. On Monday the ministers agreed.", "the ministers", dateline="NAIROBI")
    assert party.country == country


@pytest.mark.parametrize(
    ("text", "phrase", "country"),
    [
        ("The United States and its Western allies waited.", "its Western allies", None),
        ("Peru and its allies waited.", "its allies", None),
        ("Peruvian President Ivo Lind and his allies waited.", "his allies", "PER"),
    ],
)
def test_allies_of_a_state_are_other_states_and_those_of_a_president_his_own(
    resolved: Resolve, text: str, phrase: str, country: str | None
) -> None:
    (party,) = resolved(f"Kenya spoke. {text}", phrase)
    assert party.country == country


def test_state_media_are_no_government(resolved: Resolve) -> None:
    text = "Kenya waited. Peruvian state media told of it. On Monday authorities blamed others."
    (party,) = resolved(text, "authorities", dateline="NAIROBI")
    assert party.country == "KEN"


@pytest.mark.parametrize(
    ("who", "country"), [("Kidnappers of a Peruvian nurse", None), ("Kidnappers from Peru", "PER")]
)
def test_whoever_harms_somebody_is_not_of_his_country(resolved: Resolve, who: str, country: str | None) -> None:
    (party,) = resolved(f"On Monday {who} asked for money.", who, dateline="NAIROBI")
    assert party.country == country
