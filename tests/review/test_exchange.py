from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.api import Record
from onrecord.errors import UsageError
from onrecord.review.acts import read_whole
from onrecord.store import Filter
from tests.review.conftest import filled, made, pages

Clock = Callable[[], str]


def worked(record: Record, clock: Clock) -> list[str]:
    """A morning's work: one of each kind of judgement."""
    ids = [row.id for row in record.store.entries()]
    doc = next(iter(record.documents(search="border"))).doc
    record.judge(ids[0], "accept", by="Ada", made=clock(), why="checked")
    record.judge(ids[1], "reject", by="Ada", made=clock())
    record.judge(ids[2], "correct", by="Ada", made=clock(), fixed={"since": "2021-03-01"})
    record.take_back(by="Ada", made=clock())
    record.add_missed(doc, "statement", by="Ada", made=clock(), words="Lagos accused Prague", speaker="Lagos")
    read_whole(record.store, doc, "Ada", clock())
    record.judge_pair(ids[0], next(id for id in ids[1:] if kind(record, id) == kind(record, ids[0])), "apart",
                      by="Ada", made=clock())  # fmt: skip
    record.judge_actor("rename", "t:Ada Roy", by="Ada", made=clock(), name="Ada B. Roy")
    record.judge_actor("confirm", "t:Lagos", by="Ada", made=clock())
    record.judge_actor("undo", "", by="Ada", made=clock(), other="1")
    return list(record.judgement_lines())


def kind(record: Record, id: str) -> str:
    return type(record.store.entry(id)).__name__


def test_another_copy_of_the_record_takes_judgements_in_once(record: Record, clock: Clock) -> None:
    lines, other = worked(record, clock), filled(pages())
    taken = other.take_in(lines)
    assert (taken.new, taken.known, taken.without_page) == (len(lines), 0, 0)
    assert list(other.judgement_lines()) == lines
    assert list(other.store.entries()) == list(record.store.entries())
    again = other.take_in(lines)
    assert (again.new, again.known) == (0, len(lines))
    assert list(other.judgement_lines()) == lines


def test_two_reviewers_work_apart_and_join_what_they_did(record: Record, clock: Clock) -> None:
    other = filled(pages())
    id = next(iter(record.store.entries())).id
    record.judge(id, "accept", by="Ada", made=clock())
    other.judge(id, "reject", by="Ben", made=clock())
    # On the other copy numbers of judgements on actors are taken already.
    other.judge_actor("confirm", "t:Lagos", by="Ben", made=clock())
    record.judge_actor("rename", "t:Ada Roy", by="Ada", made=clock(), name="Ada B. Roy")
    record.judge_actor("undo", "", by="Ada", made=clock(), other="1")
    other.take_in(record.judgement_lines())
    assert [one.by for one in other.store.judgements()] == ["Ben", "Ada"]
    assert [(one.verdict, one.into) for one in other.store.actor_judgements()][1:] == [("rename", ""), ("undo", "2")]
    assert next(other.store.statements(Filter(speaker="Roy"))).speaker.name == "Ada Roy"  # type: ignore[union-attr]


def test_judgements_on_pages_that_are_not_here_wait_for_them(record: Record, clock: Clock) -> None:
    lines, empty = worked(record, clock), filled([])
    lines = [line for line in lines if json.loads(line)["kind"] == "judgement"]
    assert empty.take_in(lines).without_page == len(lines)
    for found in pages():
        empty.store.put(found, [])
    assert list(empty.store.entries()) == [row for row in record.store.entries()]


def test_what_does_not_fit_a_page_as_it_was_read_here_is_kept_and_told_of(record: Record, clock: Clock) -> None:
    lines, other = worked(record, clock), pages()
    text = "Nothing of this stands here."
    page = replace(other[0].document, text=text, blocks=())
    found = replace(other[0], document=page, statements=(), events=(), learned=())
    changed = filled([found, other[1]])
    taken = changed.take_in(lines)
    assert (taken.new, taken.unfit) == (len(lines), 1)
    assert "add" in {one.verdict for one in changed.store.stale()} and not changed.verify().faults
    changed.store.put(other[0], made.done(other[0], "f2"))
    assert changed.store.stale() == [] and list(changed.store.entries()) == list(record.store.entries())


@pytest.mark.parametrize(
    "line",
    [
        "{", "[]", '{"kind": "rumour"}', '{"kind": "judgement"}',
        '{"kind": "judgement", "doc": "d", "verdict": "maybe", "by": "b", "made": "m"}',
        '{"kind": "judgement", "doc": "d", "verdict": "accept", "by": 7, "made": "m"}',
        '{"kind": "judgement", "doc": "d", "verdict": "accept", "by": "b", "made": "m", "fields": "x"}',
        '{"kind": "actor_judgement", "verdict": "merge", "by": "b", "made": "m"}',
        '{"kind": "actor_judgement", "number": 1, "verdict": "marry", "by": "b", "made": "m"}',
    ],
)  # fmt: skip
def test_a_line_that_is_no_judgement_is_named_and_nothing_is_taken(record: Record, clock: Clock, line: str) -> None:
    good = json.dumps({"kind": "judgement", "doc": "d", "verdict": "accept", "by": "b", "made": "m"})
    with pytest.raises(UsageError, match="line 2"):
        record.take_in([good, line])
    assert record.store.judgements() == []


def test_spacing_and_order_of_fields_make_no_other_judgement(record: Record, clock: Clock) -> None:
    id = next(iter(record.store.entries())).id
    record.judge(id, "correct", by="Ada", made=clock(), fixed={"since": "2021-03-01"})
    (line,) = record.judgement_lines()
    turned = json.dumps(dict(reversed(json.loads(line).items())), indent=None, separators=(",", ":"))
    assert record.take_in([turned]).known == 1
