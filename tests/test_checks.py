from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from evals import made
from onrecord.checks import check, check_all, spans_checked
from onrecord.read import pages, read
from onrecord.schema import Block, Document, Event, Findings, Learned, Page, Party, Sourced, Span, Statement

TEXT = 'Talks fail\nNorland said "no".'
SHA = "ab" * 32
DOCUMENT = Document(
    SHA[:16],
    SHA,
    "a.txt",
    TEXT,
    (Block("title", 0, 10, "first line"), Block("paragraph", 11, 29, "prose")),
    title=Sourced("Talks fail", 0, 10),
    outlet=Sourced("The Orlan Post", origin="input"),
)
STATEMENT = Statement(
    "s1",
    DOCUMENT.doc,
    "paragraph",
    Span.of(TEXT, 19, 23),
    (Span.of(TEXT, 25, 27),),
    "direct",
    "says",
    Party("Norland", 11, 18),
)
EVENT = Event("e1", DOCUMENT.doc, "title", "REJECT", Span.of(TEXT, 6, 10), Span.of(TEXT, 0, 10), according_to="s1")


def faults(document: Document = DOCUMENT, statement: Statement = STATEMENT, event: Event = EVENT) -> list[str]:
    return [fault.what for fault in check(Findings(document, (statement,), (event,)))]


def test_sound_findings_have_no_faults() -> None:
    assert faults() == []
    assert spans_checked(Findings(DOCUMENT, (STATEMENT,), (EVENT,))) == 8


def test_words_that_are_not_the_texts_are_found() -> None:
    wrong = replace(STATEMENT, content=(Span(25, 27, "yes"),))
    assert faults(statement=wrong) == ["statement.content: says 'yes', the text has 'no'"]


def test_a_range_beyond_the_text_is_found() -> None:
    wrong = replace(STATEMENT, speaker=Party("Norland", 110, 118))
    assert faults(statement=wrong) == ["statement.speaker: the range 110–118 is not in the text"]


def test_words_that_teach_something_of_an_actor_are_checked_too() -> None:
    fact = Learned(DOCUMENT.doc, 11, 18, "Norland", "title before name", "Norland", "doc:norland", "person", "mayor")
    sound = Findings(DOCUMENT, learned=(fact,))
    assert list(check(sound)) == [] and spans_checked(sound) == spans_checked(Findings(DOCUMENT)) + 1
    wrong = Findings(DOCUMENT, learned=(replace(fact, text="Sudland"),))
    assert [fault.what for fault in check(wrong)] == [
        "learned of Norland: says 'Sudland', the text has 'Norland'",
    ]  # fmt: skip


def test_a_link_that_leads_nowhere_is_found() -> None:
    assert faults(event=replace(EVENT, according_to="s9")) == ["names the entry s9, which is not on this page"]


def test_an_entry_without_words_is_found() -> None:
    assert faults(statement=replace(STATEMENT, cue=None, content=())) == ["stands on no words of the page"]


def test_a_document_that_is_not_its_hash_is_found() -> None:
    assert faults(document=replace(DOCUMENT, doc="0" * 16))[0].startswith("its id is not the beginning of its SHA-256")


def test_blocks_that_overlap_are_found() -> None:
    blocks = Block("title", 0, 10, "first line"), Block("paragraph", 5, 29, "prose")
    assert faults(document=replace(DOCUMENT, blocks=blocks)) == ["its block 5–29 is out of place"]


def test_a_page_in_an_archive_is_found_again_by_its_path(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    file.write_bytes(made.zipped({"a.txt": made.text(), "b.html": made.html(), "c.txt": b"Words that go."}))
    kept = [Findings(read(page)) for page in pages([str(file)]) if isinstance(page, Page)]
    file.write_bytes(made.zipped({"a.txt": made.text(), "b.html": made.html(title="Another headline on the bridge")}))
    checked = check_all(kept)
    assert (checked.unchanged, checked.changed, checked.gone) == (1, 1, 1)
