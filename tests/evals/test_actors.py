from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import actor_mentions
import gum_chains
import pytest
import unresolved

from onrecord.schema import Party

NAMED = Party("he", 0, 2, name="Jane Otumbe", actor="doc:jane-otumbe", actor_kind="person", country="KEN")


def test_the_party_whose_words_are_nearest_is_held_against_a_mark() -> None:
    parties = [Party("the minister", 0, 12), Party("the minister of trade", 0, 21)]
    assert actor_mentions.closest((0, 21), parties) is parties[1]


def test_a_party_that_shares_too_few_words_is_none() -> None:
    assert actor_mentions.closest((0, 40), [Party("the minister", 0, 12)]) is None


@pytest.mark.parametrize(
    ("party", "name", "country"),
    [
        (NAMED, "right", "right"),
        (replace(NAMED, name="Peter Mwanga", country="UGA"), "wrong", "wrong"),
        (replace(NAMED, name=None, country=None), "open", "open"),
    ],
)
def test_a_wrong_answer_and_none_are_told_apart(party: Party, name: str, country: str) -> None:
    marked = actor_mentions.Marked((0, 2), ("Jane Otumbe",), "KEN", "GOV")
    assert dict(actor_mentions.verdicts(marked, party))["name"] == name
    assert dict(actor_mentions.verdicts(marked, party))["country"] == country


@pytest.mark.parametrize(
    ("party", "kind"),
    [
        (NAMED, None),
        (replace(NAMED, name="Otumbe"), "surname"),
        (replace(NAMED, country=None), "person without a country"),
        (Party("they", 0, 4, how="none:pronoun without antecedent"), "pronoun"),
        (Party("the minister", 0, 12, actor_kind="office"), "office without a country"),
        (Party("farmers", 0, 7, actor_kind="group", country="KEN"), "nominal"),
    ],
)
def test_what_is_open_about_a_party_has_a_kind(party: Party, kind: str | None) -> None:
    assert unresolved.kind_of(party) == kind


def test_a_nominal_of_a_chain_is_asked_with_the_names_of_the_chain(tmp_path: Path) -> None:
    rows = [
        ("1-1", "Jane", "person[1]", "coref", "2-1[2_1]"),
        ("1-2", "Otumbe", "person[1]", "_", "_"),
        ("1-3", "left", "_", "_", "_"),
        ("2-1", "The", "person[2]", "ana", "2-4[0_2]"),
        ("2-2", "minister", "person[2]", "_", "_"),
        ("2-3", "said", "_", "_", "_"),
        ("2-4", "she", "person", "_", "_"),
    ]
    lines = ["\t".join((one, "0-1", word, kind, "_", "_", "_", "_", link, to)) for one, word, kind, link, to in rows]
    text = "\n".join(["#Text=Jane Otumbe left", *lines[:3], "", "#Text=The minister said she", *lines[3:]])
    (tmp_path / "coref").mkdir()
    (tmp_path / "coref" / "GUM_news_x.tsv").write_text(text + "\n", encoding="utf-8")
    (document,) = gum_chains.load(tmp_path)
    assert document.text == "Jane Otumbe left\nThe minister said she "
    asked = [(mention.text, names) for mention, names in document.asked]
    assert asked == [("The minister", ("Jane Otumbe",)), ("she", ("Jane Otumbe",))]
