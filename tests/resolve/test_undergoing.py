from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.annotate import Annotator
from onrecord.lexicon.actors import load_actors
from onrecord.resolve import resolve
from onrecord.resolve.scene import NoPage
from onrecord.resolve.undergoing import with_people
from onrecord.schema import Document, Event, Findings, Party, Place, Span
from tests.resolve.conftest import stub

SCENE = NoPage(load_actors(), home="KEN")
MARKET = Party("a market", 15, 23, how="none:no known actor in the phrase")


def shelling(type_: str, target: Party) -> Event:
    return Event(
        "e", "d", "paragraph", type_, Span("shelled", 7, 14), Span("Rebels shelled a market", 0, 23), target=(target,)
    )


def test_whoever_undergoes_force_is_somebody_of_the_place() -> None:
    (party,) = with_people(shelling("ASSAULT", MARKET), SCENE).target
    assert (party.country, party.sector) == ("KEN", "CVL")
    assert party.how == "page:who undergoes it; context:the country given"


@pytest.mark.parametrize(
    ("type_", "target"),
    [("SUPPORT", MARKET), ("ASSAULT", replace(MARKET, sector="MIL")), ("ASSAULT", replace(MARKET, name="Berov"))],
)
def test_what_is_known_or_not_done_by_force_stays(type_: str, target: Party) -> None:
    event = shelling(type_, target)
    assert with_people(event, SCENE) == event


@pytest.mark.parametrize(("who", "country"), [("demonstrators", "SYR"), ("Kenyan demonstrators", "KEN")])
def test_people_are_of_the_place_of_the_act_unless_they_are_said_to_be_of_another(
    annotator: Annotator, document_at: Callable[..., Document], who: str, country: str
) -> None:
    text = f"Some {who} burned two embassies in Damascus."
    document = document_at(text, dateline="NAIROBI")
    at = text.index("Damascus")
    event = Event(
        "e", "d", "paragraph", "PROTEST", Span.of(text, text.index("burned"), text.index("burned") + 6),
        Span.of(text, 0, len(text)), source=(stub(text, who),),
        place=Place("Damascus", None, None, None, "unknown", at, at + 8, "Damascus"),
    )  # fmt: skip
    (made,) = resolve(document, annotator.annotate(document), Findings(document, events=(event,)), load_actors()).events
    assert made.source[0].country == country


def test_a_country_that_acts_is_its_government(annotator: Annotator, document_at: Callable[..., Document]) -> None:
    text = "Peru arrested two sailors."
    document = document_at(text)
    event = Event(
        "e", "d", "paragraph", "COERCE", Span.of(text, 5, 13), Span.of(text, 0, len(text)), source=(stub(text, "Peru"),)
    )
    (made,) = resolve(document, annotator.annotate(document), Findings(document, events=(event,)), load_actors()).events
    assert (made.source[0].sector, made.source[0].capacity) == ("GOV", "official")


def test_a_town_that_no_table_knows_is_of_the_country_of_the_act(
    annotator: Annotator, document_at: Callable[..., Document]
) -> None:
    text = "Two died in Gomartu. A strike on Gomartu by Kenya near Nairobi killed a driver."
    document = document_at(text)
    at, word = text.index("Nairobi"), text.index("strike")
    event = Event(
        "e", "d", "paragraph", "ASSAULT", Span.of(text, word, word + 6), Span.of(text, 0, len(text)),
        target=(stub(text, "Gomartu", 1),),
        place=Place("Nairobi", None, None, None, "unknown", at, at + 7, "Nairobi"),
    )  # fmt: skip
    (made,) = resolve(document, annotator.annotate(document), Findings(document, events=(event,)), load_actors()).events
    assert (made.target[0].country, made.target[0].how) == ("KEN", "page:place; page:where it takes place")


def test_troops_are_not_of_the_place_where_they_fight(
    annotator: Annotator, document_at: Callable[..., Document]
) -> None:
    text = "Some 900 troops attacked a bridge in Damascus."
    document = document_at(text, dateline="NAIROBI")
    at, word = text.index("Damascus"), text.index("attacked")
    event = Event(
        "e", "d", "paragraph", "ASSAULT", Span.of(text, word, word + 8), Span.of(text, 0, len(text)),
        source=(stub(text, "Some 900 troops"),),
        place=Place("Damascus", None, None, None, "unknown", at, at + 8, "Damascus"),
    )  # fmt: skip
    (made,) = resolve(document, annotator.annotate(document), Findings(document, events=(event,)), load_actors()).events
    assert made.source[0].country != "SYR"


def test_a_part_of_the_world_is_of_no_country() -> None:
    europe = Party("Europe", 15, 21, how="none:no known actor in the phrase")
    (party,) = with_people(shelling("ASSAULT", europe), SCENE).target
    assert party.country is None


@pytest.mark.parametrize(("who", "country"), [("Tens of thousands", "KEN"), ("Nobody", None)])
def test_thousands_who_march_are_people_of_the_place(who: str, country: str | None) -> None:
    party = Party(who, 0, len(who), how="none:no known actor in the phrase")
    event = Event("e", "d", "paragraph", "PROTEST", Span("marched", 20, 27), Span(who, 0, 30), source=(party,))
    (made,) = with_people(event, SCENE).source
    assert made.country == country
