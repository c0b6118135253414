from __future__ import annotations

from onrecord.derive.linkage import average_link, mean_score


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
