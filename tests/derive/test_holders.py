"""Whom a party's word binds."""

from __future__ import annotations

import pytest

from onrecord.derive.holders import giver, holder_of, is_somebody
from onrecord.schema import Party


def official(name: str, principal: str | None, sector: str, actor: str = "doc:x") -> Party:
    return Party(
        name,
        0,
        len(name),
        name,
        actor,
        "person",
        "LUM",
        sector,
        capacity="official",
        principal=principal,
        how="page:title",
    )


@pytest.mark.parametrize(
    ("party", "key"),
    [
        (official("Ida Moor", "Government of Lumenia", "GOV"), "state:LUM"),
        (official("Judge Per Holm", "Election Commission of Lumenia", "GOV"), "org:election-commission@LUM"),
        (official("Rosa Vik", "Federation of Ferry Crews", "LAB"), "doc:federation-of-ferry-crews"),
        (official("Ole Brand", None, "GOV"), "state:LUM"),
    ],
)
def test_who_speaks_for_a_body_binds_the_body(party: Party, key: str) -> None:
    holder = holder_of(party)
    assert holder is not None and (holder.key, holder.person) == (key, "doc:x")


def group(words: str) -> Party:
    return Party(words, 0, len(words), None, None, "group", "LUM", "LAB", how="table:agent noun")


def test_the_one_group_of_its_kind_is_an_actor_and_a_further_one_is_not() -> None:
    held = [holder_of(group(words)) for words in ("The union", "Lumenia's main ferry union", "a rival union")]
    assert [one.key if one else None for one in held] == ["group:LUM:union", "group:LUM:union", None]


def test_a_share_of_those_asked_gives_no_word_and_a_decision_denies_nothing() -> None:
    share = Party("43 percent", 0, 10, actor_kind="unnamed", how="none:no known actor in the phrase")
    thing = Party("the decision", 0, 12, actor_kind="unnamed", how="none:no known actor in the phrase")
    assert giver(share) is None
    assert giver(thing) is not None and not is_somebody(thing)
