"""Whose rebels, protesters and forces they are on a page about several countries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from onrecord.annotate import Annotator
from onrecord.lexicon.actors import load_actors
from onrecord.resolve import resolve
from onrecord.schema import Document, Event, Findings, Span
from tests.resolve.conftest import Resolve, stub

TOLD = "France and Norway met Turkey on Monday over the uprising in Kenya. Norway and Turkey waited. "


@pytest.mark.parametrize(
    ("rest", "who"),
    [
        ("Officials said the rebels had taken a town.", "the rebels"),
        ("Later anti-government protesters burned a car.", "anti-government protesters"),
        ("Opposition groups asked for help.", "Opposition groups"),
        ("Security forces fired on a crowd.", "Security forces"),
        ("The army shelled a village.", "The army"),
        ("Government forces in the third city fired.", "Government forces in the third city"),
    ],
)
def test_those_who_take_part_in_the_unrest_are_of_the_country_that_has_it(
    resolved: Resolve, rest: str, who: str
) -> None:
    (party,) = resolved(TOLD + rest, who)
    assert party.country == "KEN"


@pytest.mark.parametrize(
    ("rest", "who", "country"),
    [
        ("The delegation left early.", "The delegation", None),
        ("In Peru, protesters burned a car.", "protesters", "PER"),
        ("A plane fell in Peru, where rebels hold the east.", "rebels", None),
        ("Protests in Peru went on, and the rebels held out.", "the rebels", "PER"),
    ],
)
def test_others_and_those_whom_the_sentence_puts_elsewhere_are_not(
    resolved: Resolve, rest: str, who: str, country: str | None
) -> None:
    (party,) = resolved(TOLD + rest, who)
    assert party.country == country


def test_of_two_countries_with_unrest_nothing_tells_which(resolved: Resolve) -> None:
    (party,) = resolved("Protests in Peru and unrest in Kenya worried France. On Monday rebels took a town.", "rebels")
    assert party.country is None


def test_a_page_that_is_set_in_one_country_needs_to_tell_twice_of_unrest_in_another(resolved: Resolve) -> None:
    text = "NAIROBI - Kenya met Peru over the unrest in Peru. {}Protesters burned a car."
    (once,), (twice,) = (
        resolved(text.format(more), "Protesters", dateline="NAIROBI")
        for more in ("", "Peru's crackdown went on as Kenya waited. ")
    )
    assert (once.country, twice.country) == ("KEN", "PER")


@pytest.mark.parametrize(
    ("rest", "country"),
    [("At least 30 people were killed.", "KEN"), ("At least 30 people were killed on a ferry to Peru.", None)],
)
def test_whoever_is_killed_in_the_unrest_is_of_that_country_unless_another_is_named(
    annotator: Annotator, document_at: Callable[..., Document], rest: str, country: str | None
) -> None:
    text = TOLD + rest
    document = document_at(text)
    at = text.index("killed")
    event = Event(
        "e", "d", "paragraph", "ASSAULT", Span.of(text, at, at + 6), Span.of(text, len(TOLD), len(text)),
        target=(stub(text, "At least 30 people"),),
    )  # fmt: skip
    (made,) = resolve(document, annotator.annotate(document), Findings(document, events=(event,)), load_actors()).events
    assert made.target[0].country == country


def test_a_debt_crisis_is_no_unrest(resolved: Resolve) -> None:
    text = "France and Norway met Turkey over the debt crisis in Kenya. Norway and Turkey waited. On Monday {} spoke."
    (party,) = resolved(text.format("the rebels"), "the rebels")
    assert party.country is None


@pytest.mark.parametrize(
    ("who", "country"),
    [
        ("Rebel gunmen", "KEN"),
        ("Fighters", "KEN"),
        ("Gunmen", None),
        ("Two prisoners", "KEN"),
        ("pro-Lind fighters", "KEN"),
    ],
)
def test_fighters_are_of_the_unrest_by_the_word_that_says_for_whom_they_fight(
    resolved: Resolve, who: str, country: str | None
) -> None:
    (party,) = resolved(f"{TOLD.replace('uprising', 'talks')}Rebels in Kenya hid. {who} waited.", who)
    assert party.country == country


@pytest.mark.parametrize(
    ("doer", "country"), [("Peruvian President Tom Hart's forces", "PER"), ("Norway's police", "KEN")]
)
def test_those_whom_a_state_fights_in_its_own_unrest_are_its_people(
    annotator: Annotator, document_at: Callable[..., Document], doer: str, country: str
) -> None:
    text = f"Kenya spoke of the revolt in Peru. Kenya and Norway waited. {doer} killed civilians opposed to him."
    document = document_at(text, dateline="NAIROBI")
    at = text.index("killed")
    event = Event(
        "e", "d", "paragraph", "ASSAULT", Span.of(text, at, at + 6), Span.of(text, text.index(doer), len(text)),
        source=(stub(text, doer),), target=(stub(text, "civilians"),),
    )  # fmt: skip
    (made,) = resolve(document, annotator.annotate(document), Findings(document, events=(event,)), load_actors()).events
    assert made.target[0].country == country


@pytest.mark.parametrize(("rest", "country"), [("and the rebels met", "KEN"), ("met its creditors", "TUR")])
def test_the_government_is_the_one_that_the_rebels_of_the_sentence_are_up_against(
    resolved: Resolve, rest: str, country: str
) -> None:
    text = f"{TOLD}The Turkish government asked for calm. On Monday the government {rest}."
    (party,) = resolved(text, "the government")
    assert party.country == country


@pytest.mark.parametrize("who", ["fighters loyal to Lind", "pro-Lind fighters", "troops loyal to President Lind"])
def test_those_who_are_loyal_to_somebody_are_of_his_country(resolved: Resolve, who: str) -> None:
    text = f"Peruvian President Ivo Lind met Turkey and Norway. On Monday {who} took a town."
    (party,) = resolved(text, who)
    assert party.country == "PER"


def test_protests_erupt_and_go_on_in_a_country(resolved: Resolve) -> None:
    text = TOLD.replace("over the uprising", "as protests grew") + "On Monday demonstrators waited."
    (party,) = resolved(text, "demonstrators")
    assert party.country == "KEN"


@pytest.mark.parametrize("before", ["", "Kenya saw an uprising. Protests in Kenya went on. "])
def test_the_air_force_strikes_its_own_protesters(
    annotator: Annotator, document_at: Callable[..., Document], before: str
) -> None:
    text = f"{before}Kenya and Norway waited. Norway wanted to keep Peru's air force from attacking protesters."
    document = document_at(text)
    at = text.index("attacking")
    event = Event(
        "e", "d", "paragraph", "ASSAULT", Span.of(text, at, at + 9), Span.of(text, 0, len(text)),
        source=(stub(text, "Peru's air force"),), target=(stub(text, "protesters"),),
    )  # fmt: skip
    (made,) = resolve(document, annotator.annotate(document), Findings(document, events=(event,)), load_actors()).events
    assert made.target[0].country == "PER"


@pytest.mark.parametrize(
    ("rest", "who", "country"),
    [
        ("On Sunday, Sudan saw protests. Students demanded bread.", "Students", "SDN"),
        ("In Peru, Sudan and Chile people marched. Students demanded bread.", "Students", None),
        ("Peruvians threw stones at police.", "police", "PER"),
    ],
)
def test_a_page_that_goes_round_the_unrest_of_several_is_about_the_country_told_of_last(
    resolved: Resolve, rest: str, who: str, country: str | None
) -> None:
    text = (
        "Kenya may see protests. Kenya fears the uprisings in Peru, the unrest in Sudan and protests in Chile. Kenya waits. "
        "Kenya hopes. "
    )
    (party,) = resolved(text + rest, who)
    assert party.country == country


def test_the_title_of_a_book_is_nobody_who_is_attacked(
    annotator: Annotator, document_at: Callable[..., Document]
) -> None:
    text = TOLD + "Reviewers renewed their attacks on Children of Abraham."
    document = document_at(text)
    at = text.index("attacks")
    event = Event(
        "e", "d", "paragraph", "ASSAULT", Span.of(text, at, at + 7), Span.of(text, len(TOLD), len(text)),
        target=(stub(text, "Children of Abraham"),),
    )  # fmt: skip
    (made,) = resolve(document, annotator.annotate(document), Findings(document, events=(event,)), load_actors()).events
    assert made.target[0].country is None


@pytest.mark.parametrize(
    "before",
    [
        "Libya could slip into civil war.",
        "Refugees from Libya reached a camp.",
        "The revolt against leader Muammar Gaddafi grew.",
        "Anger grew.",
    ],
)
def test_unrest_is_told_of_in_several_ways(resolved: Resolve, before: str) -> None:
    text = f"France and Norway met Turkey over Libya. Norway and Turkey waited, and so did Libya. {before} Rebels hid."
    (party,) = resolved(text, "Rebels", day=date(2011, 3, 1))
    assert party.country == (None if before == "Anger grew." else "LBY")


@pytest.mark.parametrize(
    ("rest", "country"), [("The army was seen.", "KEN"), ("On the Peruvian side the army was seen.", None)]
)
def test_forces_are_not_of_the_unrest_beside_anything_of_another_country(
    resolved: Resolve, rest: str, country: str | None
) -> None:
    (party,) = resolved(TOLD + rest, "The army" if rest.startswith("The") else "the army")
    assert party.country == country
