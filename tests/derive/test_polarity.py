from __future__ import annotations

from importlib.resources import files

import pytest

from onrecord.derive.polarity import ROLES, load_polarity, root


def test_no_word_has_two_signs_in_one_role() -> None:
    seen: dict[tuple[str, str, str], str] = {}
    table = (files("onrecord") / "data" / "derive" / "stance.tsv").read_text("utf-8")
    for line in table.splitlines():
        if line.startswith("#"):
            continue
        role, sign, group, words = line.split("\t")
        assert role in ROLES and sign in "+-" and words == words.lower()
        for word in words.split():
            key = role, group if role in ("pole", "contrast") else "", word
            assert key not in seen, f"{word} stands twice in {role}"
            seen[key] = sign


@pytest.mark.parametrize(
    ("first", "second"),
    [("immunity", "immunise"), ("tourism", "tourist"), ("strengthen", "strengthening"), ("neutral", "neutrality")],
)
def test_words_of_a_family_share_a_root(first: str, second: str) -> None:
    assert root(first) == root(second)


def test_short_words_keep_their_endings() -> None:
    assert root("bus") == "bus" and root("rally") != root("rail")


def test_a_word_that_takes_a_thing_away_has_its_name_with_the_other_sign() -> None:
    table = load_polarity()
    assert table.concept("privatise") == ("private", 1)
    assert table.concept("nationalise") == ("private", -1)
