from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from onrecord import actorcheck
from onrecord.lexicon.actors import load_actors


def organisation(**cells: str) -> Mapping[str, str]:
    return {"id": "org:x", "name": "X Union", "aliases": "", "country": "", "sectors": "LAB", "source": "own"} | cells


def test_the_shipped_table_has_no_fault() -> None:
    assert [str(fault) for fault in actorcheck.check_table()] == []


def test_an_id_that_stands_twice_is_a_fault() -> None:
    assert [fault.row for fault in actorcheck.duplicates(["a", "b", "a"])] == ["a"]


def test_a_term_of_nobody_and_of_no_office_is_a_fault() -> None:
    rows = [["nobody", "no-office", "2001-01-01", "", "", "own"]]
    assert [fault.row for fault in actorcheck.dangling(rows, [], load_actors())] == ["nobody", "no-office"]


def test_a_body_of_no_country_is_a_fault() -> None:
    (fault,) = actorcheck.dangling([], [organisation(country="XYZ")], load_actors())
    assert "XYZ" in fault.problem


@pytest.mark.parametrize(("end", "faults"), [("2012-01-01", 1), ("2010-06-01", 0), ("2010-05-31", 0)])
def test_two_people_in_one_seat_are_a_fault_beyond_the_time_of_standing_in(end: str, faults: int) -> None:
    people = load_actors().people
    office = people.by_seat["KEN", "state"][0]
    one, other = list(people.rows)[:2]
    terms = (f"{one}\t{office}\t2005-05-05\t{end}\t\town", f"{other}\t{office}\t2010-06-01\t2013-01-02\t\town")
    table = replace(people, by_seat={("KEN", "state"): (office,)}, terms_of_office={office: terms})
    assert len(list(actorcheck.overlaps(table))) == faults


def test_a_term_that_ends_before_it_begins_is_a_fault() -> None:
    rows = [["p", "o", "2009-02-01", "2008", "", "own"], ["p", "o", "2009-02-01", "2009", "", "own"]]
    assert len(list(actorcheck.odd_terms(rows))) == 1


@pytest.mark.parametrize(
    ("aliases", "faults"), [("Xu", 0), ("=Xu", 0), ("Minister", 1), ("John", 1), ("=JOHN", 0), ("Union of Xs", 0)]
)
def test_a_name_that_is_a_common_word_is_a_fault(aliases: str, faults: int) -> None:
    assert len(list(actorcheck.dangerous([organisation(aliases=aliases)], load_actors()))) == faults


def test_one_name_for_two_bodies_is_a_fault() -> None:
    rows = [organisation(aliases="=XU"), organisation(id="org:y", name="Y Union", aliases="=XU")]
    assert [fault.row for fault in actorcheck.dangerous(rows, load_actors())] == ["org:y"]


def test_a_row_without_a_source_is_a_fault() -> None:
    term = ["p", "o", date(2001, 1, 1).isoformat(), "", "", ""]
    assert len(list(actorcheck.without_source([organisation(source=" ")], [], [term]))) == 2


def test_a_word_of_no_country_a_doubled_one_and_one_without_a_source_are_faults() -> None:
    rows = [
        {"word": "zorin", "countries": "XYZ", "source": "own"},
        {"word": "zorin", "countries": "KEN", "source": ""},
    ]
    assert [fault.problem for fault in actorcheck.odd_words(rows, load_actors())] == [
        "no country XYZ",
        "stands twice",
        "has no source",
    ]
