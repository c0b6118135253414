from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.store.words import finds, named_by, sought, words


def test_case_and_accents_do_not_matter() -> None:
    assert words("Čeněk NOVÁK's café, 2021!") == ["cenek", "novak", "s", "cafe", "2021"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("treaty sign", False),
        ("treaty signed", True),
        ("signed treaty", True),
        ('"signed treaty"', False),
        ('"treaty was signed"', True),
        ("sign*", True),
        ('"treaty was" signed', True),
        ("treaty OR nothing", False),
        ("", False),
    ],
)
def test_a_search_finds_what_it_asks_for(query: str, found: bool) -> None:
    assert finds(query, "The treaty was signed at noon") is found


@pytest.mark.parametrize(
    ("query", "fits"), [("Asha", True), ("menon ASHA", True), ("Ash", False), ("Asha Rao", False), ("-", False)]
)
def test_a_name_is_meant_by_words_that_all_stand_in_it(query: str, fits: bool) -> None:
    assert named_by(query)("Asha K. Menon") is fits


@given(st.text(max_size=40))
def test_the_database_cuts_folded_words_as_we_do(text: str) -> None:
    folded = words(text)
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5 (w, tokenize = 'unicode61 remove_diacritics 2')")
    connection.execute("INSERT INTO t VALUES (?)", (" ".join(folded),))
    known = [one for one in folded if one.isascii()]
    for word in known:
        assert connection.execute("SELECT count(*) FROM t WHERE t MATCH ?", (f'"{word}"',)).fetchone() == (1,)
    connection.close()


@given(st.text(max_size=40))
def test_no_query_is_faulty(query: str) -> None:
    assert all(one.words for one in sought(query))
    finds(query, "any text at all")


@given(name=st.text(max_size=12), word=st.text("aAbB1éÉ ", max_size=3))
def test_a_name_is_found_by_all_of_its_words_and_only_by_these(name: str, word: str) -> None:
    asked, there = words(word), words(f"{name} {word}")
    assert named_by(word)(f"{name} {word}") is bool(asked)
    assert named_by(word)(name) is (bool(asked) and set(asked) <= set(words(name)))
    assert set(asked) <= set(there)
