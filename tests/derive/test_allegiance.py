"""Who says that a country will do something speaks for it; who accuses it does not."""

from __future__ import annotations

import runpy
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

from onrecord.derive.allegiance import at_odds, spoken_for
from onrecord.derive.sightings import sightings
from onrecord.schema import About, Findings, Party, Span, Statement

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("conftest.py"))))

LAND = {"Lumenia": "LUM", "Corvo": "COR"}


def minister(text: str, how: str = "context:the country the page is about") -> Party:
    at = text.index("Moor")
    return Party(
        "Moor",
        at,
        at + 4,
        "Ida Moor",
        "doc:ida-moor",
        "person",
        "COR",
        "GOV",
        capacity="official",
        how=f"page:title; {how}",
    )


def said(text: str, content: str) -> Findings:
    """A page on which Minister Moor, whom it places in Corvo, says ``content``."""
    page: Findings = made.page(text, day=date(2021, 3, 1))
    at = text.index(content)
    about = tuple(
        About(name, code, text.index(name, at), text.index(name, at) + len(name), "table")
        for name, code in LAND.items()
        if name in content
    )
    cue = text.index("said")
    one = Statement(
        "s", page.document.doc, "paragraph", Span.of(text, cue, cue + 4), (Span.of(text, at, at + len(content)),),
        "indirect", "says", minister(text), about=about, rule="say.say",
    )  # fmt: skip
    return replace(page, statements=(one,))


def test_a_minister_speaks_for_the_country_that_will_do_it() -> None:
    page = said("Moor said Lumenia will test the grain of Corvo.", "Lumenia will test the grain of Corvo")
    assert list(spoken_for(page)) == [("doc:ida-moor", "LUM")]
    (seen,) = sightings(page, 0, None)
    assert (seen.country, seen.placed, seen.whole) == ("LUM", False, False)


def test_what_a_country_should_do_or_did_is_not_said_for_it() -> None:
    assert list(spoken_for(said("Moor said Lumenia should pay.", "Lumenia should pay"))) == []
    assert list(spoken_for(said("Moor said Lumenia burned grain.", "Lumenia burned grain"))) == []


def test_who_accuses_a_country_is_not_placed_there() -> None:
    text = "Moor accused Corvo of theft."
    page: Findings = made.page(text, day=date(2021, 3, 1), acts=[("ACCUSE", "Moor", "accused", "Corvo")])
    target = replace(page.events[0].target[0], country="COR")
    page = replace(page, events=(replace(page.events[0], source=(minister(text),), target=(target,)),))
    assert list(at_odds(page)) == [("doc:ida-moor", "COR")]
    assert next(iter(sightings(page, 0, None))).country is None
