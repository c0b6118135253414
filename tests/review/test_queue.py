from __future__ import annotations

import pytest

from onrecord.api import Record
from onrecord.errors import UsageError
from onrecord.review.desk import Desk
from onrecord.review.queue import Wanted, pages, population, queue
from onrecord.schema import Judgement
from onrecord.store import Filter
from tests.review.conftest import made


def ids(record: Record, **wanted: object) -> list[str]:
    return [one.id for one in queue(record.store, Wanted(**{"where": Filter(), **wanted}))]  # type: ignore[arg-type]


def test_the_same_seed_gives_everybody_the_same_sample_and_another_seed_another(record: Record) -> None:
    samples = {seed: ids(record, seed=seed) for seed in "123456"}
    assert samples["1"] == ids(record, seed="1") and len(set(samples["1"])) == 5
    assert len({tuple(one) for one in samples.values()}) > 1
    assert ids(record, seed="1", size=2) == samples["1"][:2]


def test_what_was_judged_stays_in_the_sample_as_it_was_found(record: Record) -> None:
    before = ids(record)
    first, second = before[0], next(one.id for one in record.store.events())
    record.judge(first, "reject", by="Ada", made="2026-01-01")
    record.judge(second, "correct", by="Ada", made="2026-01-02", fixed={"type": "REJECT"})
    assert ids(record) == before
    assert second in [one.id for one in population(record.store, Filter(type="ACCUSE"))]
    assert population(record.store, Filter(type="REJECT")) == []


def test_what_was_added_is_no_part_of_a_sample_of_what_was_found(record: Record) -> None:
    before = ids(record)
    doc = record.documents().head(1).__iter__().__next__().doc
    record.add_missed(doc, "statement", by="Ada", made="2026-01-01", words="Lagos accused Prague")
    assert len(record.entries(min_confidence=0)) == 6 and ids(record) == before


def test_the_most_doubtful_come_first(record: Record) -> None:
    found = queue(record.store, Wanted(Filter(kind="statement"), "doubt"))
    assert [one.confidence for one in found] == [0.5, 0.7, 0.8, 0.9]
    assert found[0].id in ids(record, order="doubt", size=1, where=Filter(kind="statement"))


def test_a_queue_is_narrowed_by_type_and_actor(record: Record) -> None:
    assert ids(record, where=Filter(type="ACCUSE")) == [one.id for one in record.store.events()]
    assert len(ids(record, where=Filter(actor="Roy"))) == 2


def test_pages_are_drawn_by_seed_too(record: Record) -> None:
    docs = {row.doc for row in record.documents()}
    assert set(pages(record.store, "1", 9)) == docs and pages(record.store, "1", 1) == pages(record.store, "1", 9)[:1]


@pytest.mark.parametrize("wanted", [{"size": 0}, {"size": 10_001}, {"seed": ""}, {"seed": "x" * 41}, {"order": "best"}])
def test_a_queue_that_makes_no_sense_is_refused(record: Record, wanted: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        ids(record, **wanted)


def test_a_queue_holds_for_a_while_as_pages_come_in_and_then_takes_them(record: Record) -> None:
    now = iter((0.0, 1.0, 5.0, 30.0, 31.0, 40.0))
    desk, wanted = Desk(lambda: next(now)), Wanted(Filter())
    before = desk.queue(record.store, wanted)
    record.store.put(made.page("c.txt", [("Ada Roy", "a third page")]), [])
    assert desk.queue(record.store, wanted) is before
    after = desk.queue(record.store, wanted)
    assert len(after) == 6 and desk.queue(record.store, wanted) is after


def test_what_hangs_on_nothing_is_counted_apart(record: Record) -> None:
    id = next(record.store.entries()).id
    record.judge(id, "reject", by="Ada", made="2026-01-01")
    record.store.judge(Judgement("gone", "d" * 16, "accept", "Ada", "2026-01-02"))
    found = Desk().decisions(record.store)
    assert found.word(id) == "wrong" and [one.entry for one in found.lost] == ["gone"]
