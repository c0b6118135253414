"""What reviewers decide, in the order in which they do."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from onrecord.api import Record
from onrecord.errors import UsageError
from onrecord.review.acts import read_whole
from onrecord.review.decisions import Decisions
from onrecord.review.desk import Desk
from onrecord.schema import Judgement
from onrecord.store import Filter

Clock = Callable[[], str]


def decisions(record: Record) -> Decisions:
    return Desk().decisions(record.store)


def first(record: Record, words: str = "border") -> str:
    return next(row.id for row in record.store.entries(Filter(search=words)))


def test_a_new_word_takes_the_place_of_ones_own_and_of_nobody_elses(record: Record, clock: Clock) -> None:
    id = first(record)
    record.judge(id, "correct", by="Ada", made=clock(), fixed={"attitude": "thinks"})
    record.judge(id, "reject", by="Ben", made=clock())
    record.judge(id, "accept", by="Ada", made=clock())
    found = decisions(record)
    assert (found.word(id, "Ada"), found.word(id, "Ben"), found.word(id)) == ("right", "wrong", "right")
    assert next(record.store.statements(Filter(ids=(id,)))).attitude == "says"
    assert [one.verdict for one in record.store.judgements()] == ["correct", "reject", "undo", "accept"]


def test_undo_goes_back_step_by_step_and_takes_back_ones_own_alone(record: Record, clock: Clock) -> None:
    one, other = first(record), first(record, "bridge")
    record.judge(one, "reject", by="Ada", made=clock())
    record.judge(other, "reject", by="Ada", made=clock())
    record.judge(one, "accept", by="Ben", made=clock())
    taken = record.take_back(by="Ada", made=clock())
    assert isinstance(taken, Judgement) and taken.entry == other
    assert decisions(record).word(other) is None and decisions(record).word(one, "Ada") == "wrong"
    assert record.take_back(by="Ada", made=clock()) == record.store.judgements()[0]
    with pytest.raises(UsageError, match="nothing"):
        record.take_back(by="Ada", made=clock())
    assert decisions(record).word(one) == "right" and record.store.count() == 5


def test_undo_takes_back_what_was_said_of_an_actor_in_its_turn(record: Record, clock: Clock) -> None:
    id = first(record)
    record.judge(id, "reject", by="Ada", made=clock())
    record.judge_actor("rename", "t:Lagos", by="Ada", made=clock(), name="Lagos City")
    record.judge_actor("confirm", "t:Prague", by="Ben", made=clock())
    assert record.take_back(by="Ada", made=clock()).verdict == "rename"
    assert record.actor("t:Lagos").name == "Lagos"
    assert record.take_back(by="Ada", made=clock()).verdict == "reject"
    with pytest.raises(UsageError, match="nothing"):
        record.take_back(by="Ada", made=clock())


def test_reviewers_differ_until_somebody_settles_it(record: Record, clock: Clock) -> None:
    one, other, third = first(record), first(record, "bridge"), first(record, "talks")
    for id, ada, ben in ((one, "accept", "reject"), (other, "accept", "accept")):
        record.judge(id, ada, by="Ada", made=clock())  # type: ignore[arg-type]
        record.judge(id, ben, by="Ben", made=clock())  # type: ignore[arg-type]
    record.judge(third, "correct", by="Ada", made=clock(), fixed={"attitude": "thinks"})
    record.judge(third, "correct", by="Ben", made=clock(), fixed={"attitude": "wants"})
    assert decisions(record).differing() == [one, third]
    record.judge(one, "accept", by="Cy", made=clock(), settling=True)
    record.judge(third, "correct", by="Ada", made=clock(), fixed={"attitude": "decides"}, settling=True)
    found = decisions(record)
    assert found.differing() == [] and (found.word(one), found.word(third)) == ("right", "fixed")
    assert found.pairs("Ada", "Ben") == [("right", "wrong"), ("right", "right"), ("fixed", "fixed")]
    assert next(record.store.statements(Filter(ids=(third,)))).attitude == "decides"


def test_a_correction_says_what_was_changed_and_no_more(record: Record, clock: Clock) -> None:
    id = first(record)
    given = {"speaker": "Ben Okoro", "attitude": "says", "since": "2021-03-01", "until": "2021-03-31"}
    word = record.judge(id, "correct", by="Ada", made=clock(), fixed=given)
    assert set(json.loads(word.fields)) == {"speaker", "speaker_confidence", "when"}
    one = next(record.store.statements(Filter(ids=(id,))))
    assert one.speaker is not None and (one.speaker.text, one.speaker.country) == ("Ben Okoro", "NGA")
    assert record.store.text(one.doc)[one.speaker.start : one.speaker.end] == "Ben Okoro"  # type: ignore[index]
    assert (one.when.precision, one.when.basis, one.speaker_confidence) == ("month", "given", 1.0)
    assert (word.quote, word.suffix[:1]) == ("the border stays open", ".")
    assert list(record.verify().faults) == []


def test_who_is_not_on_the_page_gets_the_phrase_that_stood_there(record: Record, clock: Clock) -> None:
    id = first(record, "bridge")
    record.judge(id, "correct", by="Ada", made=clock(), fixed={"speaker": "ben okoro"})
    speaker = next(record.store.statements(Filter(ids=(id,)))).speaker
    assert speaker is not None and (speaker.text, speaker.name, speaker.actor) == (
        "Čeněk Novák", "Ben Okoro", "t:Ben Okoro",
    )  # fmt: skip
    record.judge(id, "correct", by="Ada", made=clock(), fixed={"speaker": ""})
    assert next(record.store.statements(Filter(ids=(id,)))).speaker is None


def test_an_event_gets_another_type_status_and_parties(record: Record, clock: Clock) -> None:
    id = next(record.store.events()).id
    given = {"type": "reject", "status": "planned", "source": "Lagos; Ada Roy", "target": ""}
    record.judge(id, "correct", by="Ada", made=clock(), fixed=given)
    one = next(record.store.events())
    assert (one.type, one.mode, one.cameo, one.status, one.target) == ("REJECT", None, "12", "planned", ())
    assert [party.text for party in one.source] == ["Lagos", "Ada Roy"]


@pytest.mark.parametrize(
    ("fixed", "message"),
    [
        ({}, "nothing was changed"),
        ({"attitude": "says"}, "nothing was changed"),
        ({"attitude": "loud"}, "choose one of"),
        ({"colour": "red"}, "cannot be corrected"),
        ({"since": "yesterday"}, "write the day"),
        ({"since": "2021-03-09", "until": "2021-03-01"}, "swap them"),
        ({"addressee": "Nobody At All"}, "does not stand on the page"),
        ({"speaker": "Ada Roy; Ben Okoro"}, "name one"),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused_and_not_kept(
    record: Record, fixed: dict[str, str], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        record.judge(first(record), "correct", by="Ada", made="2026-01-01", fixed=fixed)
    assert record.store.judgements() == []


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "Ada\x00", "Ada\u202e"])
def test_a_reviewer_has_a_name_that_can_be_read(record: Record, name: str) -> None:
    with pytest.raises(UsageError, match="reviewer's name"):
        record.judge(first(record), "accept", by=name, made="2026-01-01")


def test_a_judgement_finds_its_entry_by_its_quote_when_the_id_is_gone(record: Record, clock: Clock) -> None:
    from dataclasses import replace

    from tests.review.conftest import made, pages

    id = first(record)
    record.judge(id, "reject", by="Ada", made=clock())
    found = pages()[0]
    renamed = replace(found, statements=(replace(found.statements[0], id="new"), *found.statements[1:]))
    record.store.put(renamed, made.done(found, "f2"))
    assert decisions(record).word("new") == "wrong"


def test_a_page_that_was_read_whole_is_noted_and_can_be_taken_back(record: Record, clock: Clock) -> None:
    doc = next(iter(record.documents())).doc
    read_whole(record.store, doc, "Ada", clock())
    assert decisions(record).read == {doc: {"Ada"}} and record.store.stale() == []
    record.take_back(by="Ada", made=clock())
    assert decisions(record).read == {}
