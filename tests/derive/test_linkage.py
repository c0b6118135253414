from __future__ import annotations

import random

import pytest

from onrecord.derive import linkage
from onrecord.derive.linkage import Scores, average_link, blocks, mean_score


def test_groups_are_joined_by_their_mean_and_not_by_one_close_pair() -> None:
    chain = {(0, 1): 0.9, (1, 2): 0.6, (2, 3): 0.9}
    assert average_link(4, chain, 0.5) == [[0, 1], [2, 3]]
    assert average_link(4, {**chain, (0, 2): 0.6, (0, 3): 0.6, (1, 3): 0.6}, 0.5) == [[0, 1, 2, 3]]


def test_pairs_that_were_not_compared_count_as_unlike() -> None:
    assert average_link(3, {(0, 1): 0.8, (1, 2): 0.7}, 0.5) == [[0, 1], [2]]


def test_equal_scores_go_by_place() -> None:
    assert average_link(3, {(0, 1): 0.6, (1, 2): 0.6}, 0.5) == [[0, 1], [2]]


def test_a_single_thing_fits_itself() -> None:
    assert mean_score([3], {}) == 1.0
    assert mean_score([0, 1, 2], {(0, 1): 0.9, (1, 2): 0.6}) == 0.5


def test_blocks_grouped_one_by_one_give_the_groups_of_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    joined = parted = 0
    for seed in range(200):
        dice = random.Random(seed)
        many = dice.randrange(2, 40)
        drawn = (sorted(dice.sample(range(many), 2)) for _ in range(3 * many))
        scores = {(one, other): round(dice.random(), dice.choice((1, 6))) for one, other in drawn}
        least = dice.choice((0.3, 0.6, 0.9))
        groups = average_link(many, scores, least)
        with monkeypatch.context() as patch:
            patch.setattr(linkage, "FEW", 0)
            assert average_link(many, scores, least) == groups
        made = list(blocks(many, Scores.of(scores), least))
        assert sorted(place for places, _ in made for place in places) == list(range(many))
        joined += len(groups) < many
        parted += len(made) > 1
    assert joined > 150 and parted > 100


def test_scores_as_arrays_are_those_of_a_dictionary() -> None:
    plain = {(0, 2): 0.5, (1, 2): 0.25, (0, 1): 0.75}
    held = Scores.of(plain)
    assert dict(held) == plain == dict(held.items()) and list(held) == sorted(plain) and len(held) == 3
    assert (0, 2) in held and (0, 3) not in held and held.get((2, 3)) is None and held[0, 1] == 0.75
    assert dict(Scores.of({})) == {} and Scores.of(held) is held
