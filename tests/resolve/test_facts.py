"""What a page teaches about actors becomes facts, with the words that tell them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from onrecord.annotate import Annotator
from onrecord.lexicon.actors import load_actors
from onrecord.resolve import resolve
from onrecord.resolve.page import Page
from onrecord.schema import Document, Findings, Learned

Teach = Callable[..., list[Learned]]


@pytest.fixture(scope="module")
def taught(annotator: Annotator, document_at: Callable[..., Document]) -> Teach:
    """The facts that a text teaches."""

    def run(text: str, day: date | None = None) -> list[Learned]:
        document = document_at(text, day=day)
        found = resolve(document, annotator.annotate(document), Findings(document), load_actors())
        assert all(document.text[one.start : one.end] == one.text for one in found.learned)
        return list(found.learned)

    return run


@pytest.mark.parametrize(
    ("text", "words", "office", "standing", "pattern"),
    [
        (
            "Army spokesman Harun Belo left.",
            "Army spokesman Harun Belo",
            "army spokesman",
            "holds",
            "title before name",
        ),
        ("The late president Joram Keter built it.", "late president Joram Keter", "president", "late", None),
        ("Acting interior minister Sefa Lund left.", "Acting interior minister Sefa Lund", None, "acting", None),
        ("Ex-president Ola Tunde left.", "Ex-president Ola Tunde", "president", "former", None),
        (
            "The ex-foreign minister Ola Tunde left.",
            "ex-foreign minister Ola Tunde",
            "foreign minister",
            "former",
            None,
        ),
        ("Former mayor Ola Tunde left.", "Former mayor Ola Tunde", "mayor", "former", None),
        (
            "On Monday Prime Minister-designate Lena Fisk left.",
            "Prime Minister-designate Lena Fisk",
            "prime minister-designate",
            "designate",
            None,
        ),
        ("Mila Vance, the mayor, left.", "Mila Vance, the mayor", "mayor", "holds", "name, office"),
        ("The finance minister, Ola Tunde, left.", "finance minister, Ola Tunde", None, "holds", "office, name"),
    ],
)
def test_an_office_beside_a_name(
    taught: Teach, text: str, words: str, office: str | None, standing: str, pattern: str | None
) -> None:
    [fact] = taught(text)
    assert (fact.text, fact.standing) == (words, standing)
    assert office in (None, fact.office)
    assert pattern in (None, fact.pattern)


def test_a_spokesperson_is_of_the_body_that_they_speak_for(taught: Teach) -> None:
    [fact] = taught("A spokesman for Hamas, Omar Tariq, denied it.")
    assert (fact.role, fact.body, fact.country) == ("spokesperson", "Hamas", "PSE")


def test_a_rank_and_an_office_are_two_facts(taught: Teach) -> None:
    facts = taught("Military spokesman Major-General Harun Belo left.")
    assert {one.office for one in facts} == {"military spokesman", "major-general"}


def test_who_heads_a_body_is_told_by_a_clause(taught: Teach) -> None:
    [fact] = taught("Ruth Amadi, who heads the Harbour Workers Union, agreed.")
    assert (fact.name, fact.office, fact.body) == ("Ruth Amadi", "head", "Harbour Workers Union")
    assert fact.text == "Ruth Amadi, who heads the Harbour Workers Union"
    assert taught("Ruth Amadi, who headed the Harbour Workers Union, agreed.") == []


def test_an_acronym_in_brackets_is_what_a_body_is_called_for_short(taught: Teach) -> None:
    facts = taught("Inter-Services Public Relations (ISPR) and the Harbour Workers Union (HWU) left.")
    assert [(one.actor, one.short, one.office) for one in facts] == [
        ("org:inter-services-public-relations", "ISPR", None),
        ("doc:harbour-workers-union", "HWU", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Workers Union (Reuters) left.",
        "The Harbour Workers Union (AFP) left.",
        "The harbour (HB) was shut.",
        "Former army chief and current president Dan Moko left.",
        "Mr Harun Belo left.",
        "Harun Belo left.",
    ],
)
def test_what_tells_nothing_for_certain_is_no_fact(taught: Teach, text: str) -> None:
    assert taught(text) == []


def test_a_country_that_is_only_assumed_is_left_out(taught: Teach) -> None:
    text = "Kenya mourned on Friday. Foreign minister Harun Belo left."
    assert [one.country for one in taught(text)] == [None]
    assert [one.country for one in taught("Kenya's foreign minister Harun Belo left.")] == ["KEN"]


def test_a_fact_has_the_day_of_its_page_and_none_where_that_is_unknown(taught: Teach) -> None:
    assert [one.day for one in taught("Mayor Harun Belo left.", date(2021, 3, 2))] == [date(2021, 3, 2)]
    assert [one.day for one in taught("Mayor Harun Belo left.")] == [None]


def test_whoever_is_only_designated_is_not_taken_for_the_holder(taught: Teach) -> None:
    titles = load_actors().titles
    found = titles.match(["foreign", "minister-designate", "jane"], 0)
    assert found is not None and found[0] == 2
    assert (found[1].text, found[1].role) == ("foreign minister-designate", "minister_elect")
    held = titles.match(["foreign", "minister", "jane"], 0)
    assert held is not None and held[1].role == "minister"
    assert titles.match(["well-designate", "jane"], 0) is None


def test_a_verb_before_a_name_makes_nobody_a_suspect(
    annotator: Annotator, document_of: Callable[[str], Document]
) -> None:
    document = document_of("Kenya continues to suspect Sorlavia of smuggling. Police held the suspect Petra Novak.")
    page = Page(document, annotator.annotate(document), load_actors())
    told = {one.name: [noun.lemma for noun in one.phrase.agents] for one in page.clusters}
    assert told == {"Sorlavia": [], "Petra Novak": ["suspect"]}
