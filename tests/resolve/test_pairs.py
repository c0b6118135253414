from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.resolve.pairs import pairs
from onrecord.schema import Document, Event, Findings, Party, Span, Statement

TEXT = "Kenya met Peru in Lima, and the two agreed to meet again."
KENYA = Party("Kenya", 0, 5, country="KEN", how="table:country name")
PERU = Party("Peru", 10, 14, country="PER", how="table:country name")
TWO = Party("the two", 28, 35, how="none:no known actor in the phrase")
DONE = {(one.start, one.end): one for one in (KENYA, PERU, TWO)}


def act(type_: str, source: tuple[Party, ...], target: tuple[Party, ...]) -> Event:
    span = Span(6, 9, "met")
    return Event("e", "d", "paragraph", type_, span, span, source=source, target=target, rule="meet.meet.consult")


def members(document: Document, event: Event, two: Party = TWO) -> list[str | None]:
    done = {**DONE, (two.start, two.end): two}
    found = pairs([(two.start, two.end)], Findings(document, events=(event,)), done)
    return [one.country for party in found.values() for one in party.members]


@pytest.fixture
def document(document_of: Callable[[str], Document]) -> Document:
    return document_of(TEXT)


def test_the_two_are_those_who_met_before(document: Document) -> None:
    assert members(document, act("CONSULT", (KENYA,), (PERU,))) == ["KEN", "PER"]
    assert members(document, act("CONSULT", (KENYA, PERU), ())) == ["KEN", "PER"]


def test_the_two_are_not_one_who_was_praised_by_nobody(document: Document) -> None:
    assert members(document, act("SUPPORT", (), (PERU,))) == []


def test_the_two_nurses_are_not_those_who_met(document: Document) -> None:
    assert members(document, act("CONSULT", (KENYA,), (PERU,)), replace(TWO, text="the two nurses")) == []


def test_who_accuses_somebody_makes_no_pair_of_them(document: Document) -> None:
    event = replace(act("ACCUSE", (KENYA,), (PERU,)), rule="accuse.accuse.accuse")
    assert members(document, event) == []


def test_the_two_are_those_who_spoke_to_each_other(document: Document) -> None:
    said = Statement("s", "d", "paragraph", Span(6, 9, "met"), (), "indirect", "says", speaker=KENYA, addressee=PERU)
    found = pairs([(28, 35)], Findings(document, statements=(said,)), DONE)
    assert [one.country for one in found[28, 35].members] == ["KEN", "PER"]
