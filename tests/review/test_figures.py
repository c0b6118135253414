from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from onrecord.api import Record
from onrecord.review.acts import read_whole
from onrecord.review.figures import Figure
from onrecord.store import Filter

Clock = Callable[[], str]


def found(figures: Iterable[Figure], measure: str, of: str) -> Figure:
    return next(one for one in figures if (one.measure, one.of) == (measure, of))


def test_a_sample_that_was_looked_at_says_how_much_is_right(record: Record, clock: Clock) -> None:
    ids = [row.id for row in record.store.entries()]
    for id in ids[:3]:
        record.judge(id, "accept", by="Ada", made=clock())
    record.judge(ids[3], "reject", by="Ada", made=clock())
    record.judge(ids[4], "correct", by="Ada", made=clock(), fixed={"since": "2021-03-01"})
    figures = record.figures(min_confidence=0)
    right = found(figures, "right", "all entries")
    assert (right.looked, right.has, right.share) == (5, 3, pytest.approx(0.6))
    assert right.words == "of 5 looked at, 3 right; between 23 and 88 in 100"
    assert found(figures, "right or fixed", "all entries").has == 4
    assert found(figures, "right", "statements").looked == 4 and found(figures, "right", "ACCUSE").looked == 1


def test_nothing_decided_gives_no_share(record: Record) -> None:
    (figure,) = record.figures()
    assert (figure.looked, figure.share, figure.words) == (0, None, "none looked at yet")


def test_pages_read_whole_say_how_much_was_found_at_each_floor(record: Record, clock: Clock) -> None:
    row = next(iter(record.documents(search="border")))
    for one in record.store.entries(Filter(doc=row.doc)):
        record.judge(one.id, "accept", by="Ada", made=clock())
    record.add_missed(row.doc, "statement", by="Ada", made=clock(), words="Lagos accused Prague")
    assert not [one for one in record.figures() if one.measure == "found"]
    read_whole(record.store, row.doc, "Ada", clock())
    figures = record.figures()
    # Two statements are right, one of them below the floor, and one was missed.
    assert found(figures, "found", "statements, everything").words.startswith("of 3 on 1 page, 2 found")
    assert found(figures, "found", "statements, precise").words.startswith("of 3 on 1 page, 1 found")
    assert found(figures, "found", "events, precise").has == 1
    assert not [one for one in record.figures(by="Ben") if one.measure == "found"]


def test_a_page_with_an_entry_that_nobody_judged_does_not_count_as_read(record: Record, clock: Clock) -> None:
    row = next(iter(record.documents(search="border")))
    read_whole(record.store, row.doc, "Ada", clock())
    assert not [one for one in record.figures() if one.measure == "found"]


def test_what_an_added_entry_rejects_is_not_missing(record: Record, clock: Clock) -> None:
    row = next(iter(record.documents(search="border")))
    for one in record.store.entries(Filter(doc=row.doc)):
        record.judge(one.id, "accept", by="Ada", made=clock())
    added = record.add_missed(row.doc, "statement", by="Ada", made=clock(), words="Lagos accused Prague")
    read_whole(record.store, row.doc, "Ada", clock())
    record.judge(added.entry, "reject", by="Ben", made=clock())
    assert found(record.figures(), "found", "statements, everything").words.startswith("of 2 on 1 page, 2 found")


def test_two_reviewers_agree_to_a_degree(record: Record, clock: Clock) -> None:
    ids = [row.id for row in record.store.entries()]
    for id, ada, ben in zip(ids, "rrrw", "rrww", strict=False):
        for by, word in (("Ada", ada), ("Ben", ben)):
            record.judge(id, "accept" if word == "r" else "reject", by=by, made=clock())
    figures = record.figures()
    assert found(figures, "agreement", "Ada and Ben").words.startswith("of 4 looked at, 3 the same")
    assert found(figures, "kappa", "Ada and Ben").share == pytest.approx(0.5)
    assert found(figures, "alpha", "all reviewers").share == pytest.approx(0.533, abs=1e-3)
    assert found(record.figures(by="Ben", min_confidence=0), "right", "all entries").has == 2
