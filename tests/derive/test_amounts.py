"""A bare number is set against the number before it."""

from __future__ import annotations

import hashlib

import pytest

from onrecord.derive.amounts import contested
from onrecord.schema import Document, Findings, Party, Span, Statement


def told(text: str, *said: tuple[str, str], rule: str = "say.say") -> list[tuple[float, float, str]]:
    """The amounts of a page on which each of several groups says words of ``text``."""
    sha = hashlib.sha256(text.encode()).hexdigest()
    document = Document(sha[:16], sha, "d.txt", text, ())
    statements = []
    for name, words in said:
        at, start = text.index(words), text.index(name)
        speaker = Party(name, start, start + len(name), actor_kind="group", how="table:agent noun")
        statements.append(
            Statement(
                name,
                document.doc,
                "paragraph",
                None,
                (Span.of(text, at, at + len(words)),),
                "indirect",
                "says",
                speaker,
                rule=rule,
            )
        )
    return [(one.value, other.value, one.of) for one, other in contested(Findings(document, tuple(statements)))]


@pytest.mark.parametrize(
    ("text", "said", "found"),
    [
        (
            "Police saw 300 people. The organisers put it at 1,500.",
            [("Police", "300 people"), ("organisers", "1,500")],
            (300, 1500, "people"),
        ),
        (
            "The mill has ore for eighteen days. The union thinks it is more like ten.",
            [("union", "it is more like ten")],
            (18, 10, "days"),
        ),
        ("Ninety-eight clerks left. The guild says it was 214.", [("guild", "it was 214")], (98, 214, "clerks left")),
        (
            "Some 200 people sang. The choirs say more than 2,000 had come.",
            [("choirs", "more than 2,000 had come")],
            (200, 2000, "people sang"),
        ),
        (
            "It spilled 40 cubic metres. The guild says it was at least 300 cubic metres.",
            [("guild", "it was at least 300 cubic metres")],
            (40, 300, "cubic metres"),
        ),
        ("It lost 4 million euros. The owners speak of 90.", [("owners", "90")], (4e6, 90, "euros")),
    ],
)
def test_a_bare_number_counts_what_was_counted_before(
    text: str, said: list[tuple[str, str]], found: tuple[float, float, str]
) -> None:
    assert told(text, *said) == [found]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Police saw 300 people.\nThe organisers say 1,500.", [("organisers", "1,500")]),
        ("Police saw 300 people. The organisers say 40 stewards helped.", [("organisers", "40 stewards helped")]),
        ("Police saw 300 people. The organisers say 40 were stewards.", [("organisers", "40 were stewards")]),
        ("Several hundred people came. The organisers say 1,500.", [("organisers", "1,500")]),
        ("It was on May 3. The organisers say 1,500.", [("organisers", "1,500")]),
        ("Police saw 300 people. Police say 300.", [("Police", "300 people"), ("Police", "300.")]),
    ],
)
def test_other_numbers_are_not_set_against_each_other(text: str, said: list[tuple[str, str]]) -> None:
    assert told(text, *said) == []


def test_who_refuses_one_counts_nothing() -> None:
    text = "Two years after the inquiry the government has refused one."
    assert told(text, ("government", "one"), rule="refuse.refuse.reject") == []
