from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.lexicon.actors import load_actors
from onrecord.resolve.scene import NoPage
from onrecord.resolve.undergoing import with_people
from onrecord.schema import Event, Party, Span

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
