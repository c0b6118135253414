from __future__ import annotations

import pytest
from actors_compile import seats
from actors_compile.terms import Term

NAMES = {"TZA": ("tanzania", "tanzanian"), "IRQ": ("iraq", "iraqi"), "AUS": ("australia", "australian"), "NLD": ()}


def term(person: str, start: str, end: str = "", source: str = "wikidata") -> Term:
    return Term(person, person, "KEN", "o", "President of Kenya", start, end, "2022-07-01", source)


def tidied(*terms: Term) -> list[tuple[str, str, str]]:
    return sorted((one.person, one.start, one.end) for one in seats.tidy(terms, {"o": "state"}))


@pytest.mark.parametrize(
    ("label", "country", "role"),
    [
        ("President of Tanzania", "TZA", "president"),
        ("President of Iraqi Kurdistan", "IRQ", "other_president"),
        ("Premier of Western Australia", "AUS", "other_prime_minister"),
        ("Chief of staff of the Prime Minister of Australia", "AUS", "chief_of_staff"),
        ("Foreign Secretary of India", "IND", "permanent_secretary"),
        ("Secretary of State for Foreign Affairs", "NLD", "deputy_minister"),
        ("Secretary of State for Foreign Affairs", "GBR", "minister"),
    ],
)
def test_only_heads_of_the_whole_country_have_its_roles(label: str, country: str, role: str) -> None:
    assert seats.role(label, country, NAMES) == role


def test_a_minister_of_foreign_trade_is_no_foreign_minister() -> None:
    assert seats.seat("KEN", "minister", "Minister of Foreign Trade") == ""
    assert seats.seat("KEN", "minister", "Minister of Foreign Affairs and Trade") == "foreign"


def test_a_term_ends_where_one_that_outlasts_it_begins() -> None:
    assert tidied(term("A", "2001-02-03", "2008-01-01"), term("B", "2005-06-07", "2009-01-01")) == [
        ("A", "2001-02-03", "2005-06-07"),
        ("B", "2005-06-07", "2009-01-01"),
    ]


def test_who_stands_in_for_some_days_ends_no_term() -> None:
    kept = [("A", "2001-02-03", "2008-01-01"), ("B", "2005-06-07", "2005-06-09")]
    assert tidied(term("A", "2001-02-03", "2008-01-01"), term("B", "2005-06-07", "2005-06-09")) == kept


def test_of_two_ends_of_one_term_the_later_counts() -> None:
    assert tidied(term("A", "2014-09-23", "2018-05-18"), term("A", "2014-09-23")) == [("A", "2014-09-23", "")]


def test_a_row_written_by_hand_stands_against_the_list() -> None:
    listed, own = term("A B", "2011", "2013"), term("A B", "2011-07-11", "2013-09-11", "hand")
    assert tidied(listed, own) == [("A B", "2011-07-11", "2013-09-11")]


def test_a_hand_written_term_in_another_spelling_is_the_same_person() -> None:
    listed = term("Abdulhamid Dbeibeh", "2021-03-15")
    own = term("Abdul Hamid Dbeibah", "2021-03-15", "2026-01-01", "hand")
    assert {person for person, *_ in tidied(listed, own)} == {"Abdulhamid Dbeibeh"}
