from __future__ import annotations

import comments


def test_comments_as_many_systems_show_them_stay_out_of_the_article() -> None:
    count, _ = comments.tally()
    assert count["C read"] <= 0.01 * count["read"]
    assert count["A read"] >= 0.99 * count["A"] and count["A comment"] == 0


def test_threads_without_stamps_are_comments() -> None:
    for name in ("unstamped", "unstamped_long", "hearsay", "turns", "paragraphs"):
        count, misses = comments.tally(name)
        assert count["C comment"] > 0.9 * count["C"] and misses == [], name
