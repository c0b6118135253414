"""Event nouns with a place and nobody who acts."""

from __future__ import annotations

import pytest

from tests.find.conftest import FindingsOf


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("Protests in Kenya went on.", "Kenya", "KEN"),
        ("Protests have spread to Nairobi.", "Nairobi", "KEN"),
        ("Riots rocked the Kenyan capital.", "Kenyan", "KEN"),
        ("Many watched the protests in Kenya on screens.", "Kenya", "KEN"),
        ("There were riots in Kenya.", "Kenya", "KEN"),
    ],
)
def test_protests_without_anybody_are_those_of_the_people_of_the_place(
    resolved_of: FindingsOf, text: str, place: str, country: str
) -> None:
    (event,) = [one for one in resolved_of(text).events if one.type == "PROTEST"]
    (party,) = event.source
    assert (party.text, party.country, party.sector, party.actor_kind) == (place, country, "CVL", "group")
    assert party.actor is None
    assert not event.target


@pytest.mark.parametrize("text", ["Clashes broke out in Nairobi.", "Police reported clashes in Nairobi."])
def test_clashes_without_anybody_are_done_to_the_place(resolved_of: FindingsOf, text: str) -> None:
    (event,) = [one for one in resolved_of(text).events if one.type == "ASSAULT"]
    assert [(one.text, one.country) for one in event.target] == [("Nairobi", "KEN")]
    assert not event.source


def test_who_is_named_comes_before_the_place(resolved_of: FindingsOf) -> None:
    (event,) = resolved_of("Protests by students against the government spread to Nairobi.").events
    assert [one.text for one in event.source] == ["students"]
    assert [one.text for one in event.target] == ["the government"]


def test_where_it_is_that_protests_are_about_they_are_not(resolved_of: FindingsOf) -> None:
    found = resolved_of("Many were fed up with protests against the war in Kenya.")
    assert not [party for one in found.events if one.type == "PROTEST" for party in one.source]


@pytest.mark.parametrize("text", ["The protests went on for a week.", "Public protests swept the region."])
def test_without_a_place_nobody_is_found(resolved_of: FindingsOf, text: str) -> None:
    assert not resolved_of(text).events


def test_where_work_is_laid_down_nobody_is_hit(findings_of: FindingsOf) -> None:
    (event,) = findings_of("A general strike hit Kenya.").events
    assert (event.type, [one.text for one in event.source]) == ("PROTEST", ["Kenya"])
    assert all(one.type != "ASSAULT" for one in findings_of("Kenya was hit by a strike of nurses.").events)
