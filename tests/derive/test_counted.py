"""Two sources give other amounts of one named thing."""

from __future__ import annotations

import hashlib

import pytest

from onrecord.derive.counted import same_thing
from onrecord.schema import Document, Findings, Party, Span, Statement


def told(*said: tuple[str, str]) -> list[tuple[float, float]]:
    """The amounts that are set against each other on a page on which each of several groups says something."""
    text = " ".join(f"{who} say {words}." for who, words in said)
    sha = hashlib.sha256(text.encode()).hexdigest()
    document = Document(sha[:16], sha, "d.txt", text, ())
    statements = []
    for number, (who, words) in enumerate(said):
        at, start = text.index(words), text.index(f"{who} say")
        speaker = Party(who, start, start + len(who), actor_kind="group", how="table:agent noun")
        content = (Span.of(text, at, at + len(words)),)
        statements.append(
            Statement(f"s{number}", sha[:16], "paragraph", None, content, "indirect", "says", speaker, rule="say.say")
        )
    return [(one.value, other.value) for one, other in same_thing(Findings(document, tuple(statements)))]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("the bridge will cost $60 million", "the bridge will cost less than $25 million", (60e6, 25e6)),
        ("exports fell by 34 percent", "exports had fallen by 18 percent", (34, 18)),
        ("By noon some 500 lorries had crossed", "320 lorries had crossed", (500, 320)),
    ],
)
def test_amounts_of_one_thing_are_set_against_each_other(first: str, second: str, found: tuple[float, float]) -> None:
    assert told(("Builders", first), ("Clerks", second)) == [found]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the bridge will cost $60 million", "the bridge is 25 metres long"),
        ("exports fell by 34 percent in May", "exports fell by 18 percent in June"),
        ("at least 20 lorries had crossed", "50 lorries had crossed"),
        ("the bridge cost $60 million", "it cost $25 million"),
        ("the bridge cost $60 million", "harvests brought $25 million"),
    ],
)
def test_other_things_times_and_bounds_are_not(first: str, second: str) -> None:
    assert told(("Builders", first), ("Clerks", second)) == []
