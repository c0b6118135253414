"""What two records say differently, and which step made the difference."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from onrecord.replication import Difference, differences
from onrecord.replication.pages import RecordSide
from onrecord.schema import Block, Document, Findings, Judgement, Nonstatement
from onrecord.store import MemoryStore

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).parent.parent / "store" / "conftest.py")))
Change = Callable[[Findings], Findings]


def page() -> Findings:
    found: Findings = made.page(
        "a.txt", [("Ada Roy", "the road is shut")], [("Lagos", "accused", "Prague", "ACCUSE", "actual")]
    )
    return found


def side(*pages: Findings, judgement: Judgement | None = None) -> RecordSide:
    store = made.fill(MemoryStore(), pages)
    if judgement is not None:
        store.judge(judgement)
    return RecordSide(store)


def told(change: Change) -> list[Difference]:
    return list(differences(side(page()), side(change(page()))))


def statement(**fields: Any) -> Change:
    return lambda found: replace(found, statements=(replace(found.statements[0], **fields),))


def event(**fields: Any) -> Change:
    return lambda found: replace(found, events=(replace(found.events[0], **fields),))


def test_the_same_pages_do_not_differ() -> None:
    assert told(lambda found: found) == []
    assert told(lambda found: replace(found, document=replace(found.document, path="elsewhere.txt"))) == []


@pytest.mark.parametrize(
    ("change", "field", "step"),
    [
        (statement(attitude="wants"), "attitude", "find"),
        (event(status="planned"), "status", "find"),
        (event(voice="own_side"), "voice", "relate"),
        (statement(confidence=0.1), "confidence", "relate"),
    ],
)
def test_a_changed_field_is_told_with_its_step(change: Change, field: str, step: str) -> None:
    [one] = told(change)
    assert (one.way, one.step, list(one.fields)) == ("changed", step, [field])


def test_another_actor_for_the_same_words_is_the_resolving() -> None:
    def other(found: Findings) -> Findings:
        speaker = found.statements[0].speaker
        assert speaker is not None
        return statement(speaker=replace(speaker, actor="t:Ada Royce", name="Ada Royce"))(found)

    [one] = told(other)
    assert (one.step, list(one.fields)) == ("resolve", ["speaker"])
    before, after = one.fields["speaker"]
    assert (before["name"], after["name"]) == ("Ada Roy", "Ada Royce")


def test_an_entry_that_is_gone_says_what_found_it_and_what_is_there_instead() -> None:
    [one] = told(lambda found: replace(found, events=()))
    assert (one.way, one.kind, one.step) == ("gone", "event", "find")
    assert "“accused”" in one.trace and "no frame or rule holds" in one.trace
    other, first = sorted(told(lambda found: event(id="f" * 16, type="REJECT")(found)), key=lambda one: one.way)
    assert (other.way, first.way) == ("added", "gone")
    assert "as REJECT" in first.trace and "as ACCUSE" in other.trace


def test_a_saying_that_no_longer_counts_as_said_is_told_so() -> None:
    def unsaid(found: Findings) -> Findings:
        one = found.statements[0]
        assert one.cue is not None
        return replace(
            found, statements=(), nonstatements=(Nonstatement(one.doc, one.block, one.cue, one.content, "negated"),)
        )

    [one] = told(unsaid)
    assert one.step == "find" and "not said (negated)" in one.trace


def test_words_in_another_kind_of_block_are_the_readers_work() -> None:
    def caption(found: Findings) -> Findings:
        whole = Block("caption", 0, len(found.document.text), "test")
        return replace(found, statements=(), events=(), document=replace(found.document, blocks=(whole,)))

    told_of = told(caption)
    assert {one.step for one in told_of} == {"read"}
    assert any("paragraph here, caption there" in one.trace for one in told_of if one.way == "gone")


def test_a_judgement_on_one_side_is_named_as_such() -> None:
    found = page()
    reject = Judgement(found.events[0].id, found.document.doc, "reject", "me", "2021")
    [one] = differences(side(found), side(found, judgement=reject))
    assert (one.way, one.step) == ("gone", "judge")


def test_pages_of_one_side_alone_are_told_once() -> None:
    more: Findings = made.page("b.txt", [("Ben Okoro", "it is open")])
    [one] = differences(side(page()), side(page(), more))
    assert (one.way, one.kind, one.doc, one.step) == ("added", "document", more.document.doc, "input")


def test_a_documents_own_fields_are_the_readers_work() -> None:
    def german(found: Findings) -> Findings:
        document: Document = replace(found.document, language="de")
        return replace(found, document=document)

    [one] = told(german)
    assert (one.kind, one.step, list(one.fields)) == ("document", "read", ["language"])
