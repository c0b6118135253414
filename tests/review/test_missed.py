from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.api import Record
from onrecord.errors import UsageError
from onrecord.review.acts import page_seen
from onrecord.review.missed import missed
from onrecord.review.places import Naming, located, sentence_around
from onrecord.schema import Block, Document, Findings, Span
from tests.review.conftest import filled

TEXT = "Gates\nNovak met Lind. “The gates stay\nshut,” Lind told Novak. Novak said nothing more. Lind shelled Port Ada."


@pytest.fixture
def gates() -> Record:
    cut = TEXT.index("\n")
    blocks = (Block("title", 0, cut, "test"), Block("paragraph", cut + 1, len(TEXT), "test"))
    digest = "ab" * 32
    return filled([Findings(Document(digest[:16], digest, "gates.txt", TEXT, blocks))])


def doc(record: Record) -> str:
    return next(iter(record.documents())).doc


def test_words_that_were_missed_make_a_statement(gates: Record) -> None:
    gates.add_missed(
        doc(gates), "statement", by="Ada", made="2026-01-01", words="“The gates stay shut,”", speaker="Lind", cue="told"
    )
    (one,) = gates.store.statements()
    assert [span.text for span in one.content] == ["The gates stay\nshut,"]
    assert one.speaker is not None and one.speaker.start == TEXT.index("Lind told")
    assert one.cue is not None and one.cue.text == "told"
    assert (one.form, one.attitude, one.block, one.rule) == ("direct", "says", "paragraph", "added")
    assert gates.verify().faults == []


def test_a_word_that_was_missed_makes_an_event(gates: Record) -> None:
    gates.add_missed(
        doc(gates),
        "event",
        by="Ada",
        made="2026-01-01",
        words="shelled",
        type="assault",
        source="Lind",
        target="Port Ada",
    )
    (one,) = gates.store.events()
    assert (one.type, one.cameo, one.status) == ("ASSAULT", "18", "actual")
    assert one.sentence.text == "Lind shelled Port Ada."
    assert one.source[0].start == TEXT.rindex("Lind")
    assert gates.verify().faults == []


def test_who_is_known_on_the_page_is_taken_as_known_there(record: Record) -> None:
    row = next(iter(record.documents(search="border")))
    record.add_missed(row.doc, "statement", by="Ada", made="2026-01-01", words="accused Prague", speaker="Lagos")
    one = next(one for one in record.store.statements() if one.rule == "added")
    assert one.speaker is not None and (one.speaker.actor, one.speaker.country) == ("t:Lagos", "NGA")


@pytest.mark.parametrize(
    ("kind", "given", "message"),
    [
        ("statement", {}, "give what is said"),
        ("event", {"words": "shelled"}, "choose one of"),
        ("event", {"words": "shelled", "type": "DANCE"}, "choose one of"),
        ("statement", {"words": "not there"}, "does not stand on the page"),
        ("statement", {"words": "Novak"}, "stands 3 times"),
        ("statement", {"words": "nothing more", "speaker": "Somebody Else"}, "speaker"),
        ("rumour", {"words": "nothing more"}, "add a statement or an event"),
    ],
)
def test_what_is_not_on_the_page_cannot_be_added(gates: Record, kind: str, given: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        gates.add_missed(doc(gates), kind, by="Ada", made="2026-01-01", **given)
    assert gates.store.judgements() == []


def test_what_is_on_record_is_to_be_corrected_and_not_added(record: Record) -> None:
    row = next(iter(record.documents(search="border")))
    with pytest.raises(UsageError, match="is on record as"):
        record.add_missed(row.doc, "statement", by="Ada", made="2026-01-01", words="the border stays open")


def test_a_selection_tells_which_of_equal_words_is_meant(gates: Record) -> None:
    found = page_seen(gates.store, doc(gates))
    assert found is not None
    near = {"words": TEXT.index("Novak said")}
    judgement = missed(Naming(gates.store, found), "statement", {"words": "Novak"}, "Ada", "2026", near=near)
    assert f'"start": {TEXT.index("Novak said")}' in judgement.fields


def test_two_who_add_the_same_words_add_one_entry(gates: Record, clock: Callable[[], str]) -> None:
    for by in ("Ada", "Ben"):
        found = page_seen(gates.store, doc(gates), by)
        assert found is not None and found.statements == ()
        given = {"words": "The gates stay shut" if by == "Ada" else "gates stay shut"}
        gates.store.judge(missed(Naming(gates.store, found), "statement", given, by, clock()))
    assert [one.why for one in gates.store.statements()] == ["added by Ada"]


def test_white_space_is_as_good_as_any_other() -> None:
    assert located("a  b\nc", "a b c") == Span(0, 6, "a  b\nc")


def test_of_equal_words_those_in_brackets_are_meant() -> None:
    text = "The bridge is shut. The old bridge\nis shut, [and] so on."
    assert located(text, "old bridge is [shut]").start == text.rindex("shut")
    assert located(text, "[The] bridge") == Span(0, 3, "The")
    assert located(text, "[and]").text == "[and]"
    with pytest.raises(UsageError, match=r"2 times .* the \[is shut\] one"):
        located(text, "is shut")
    with pytest.raises(UsageError, match="does not stand"):
        located(text, "new [bridge]")


def test_a_sentence_ends_with_its_block() -> None:
    page = Document("a", "a", "p", "No stop\nOne. Two!", (Block("title", 0, 7, ""), Block("paragraph", 8, 17, "")))
    assert sentence_around(page, Span(3, 7, "stop")).text == "No stop"
    assert sentence_around(page, Span(13, 16, "Two")).text == "Two!"
