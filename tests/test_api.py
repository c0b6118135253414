from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import onrecord
from onrecord import steps
from onrecord.errors import NotARecord, OnrecordError, PageError, RecordError, UsageError
from onrecord.schema import About, Document, Event, Findings, Party, Span, Statement

PAGE = """Border dispute goes on
The ministers of both countries met in the town of Midtown on Monday and talked for three hours about the border.
Norland said "we shelled nobody at all".
"""
SPEAKER = Party("Norland", 0, 0, "Norland", "c:NOR", "country", "NOR", "GOV", how="table:test")


class Fake:
    """Finds the one quotation on a page, and an event in it."""

    fingerprint = "f" * 16

    def process(self, document: Document) -> Findings:
        text = document.text
        if "defect" in text:
            return steps.attempt("find", document.path, lambda: self._broken())
        start, end = text.index('"') + 1, text.rindex('"')
        at = text.index("Norland")
        speaker = Party(
            "Norland", at, at + 7, "Norland", "c:NOR", "country", "NOR", "GOV", capacity="official", how="table:test"
        )
        statement = Statement(
            f"s{document.doc}",
            document.doc,
            "paragraph",
            Span.of(text, at + 8, at + 12),
            (Span.of(text, start, end),),
            "direct",
            "says",
            speaker,
            about=(About("Norland", "c:NOR", at, at + 7, "table:test"),),
            confidence=0.9,
            speaker_confidence=0.95,
        )
        act = text.index("shelled")
        event = Event(
            f"e{document.doc}",
            document.doc,
            "paragraph",
            "ASSAULT",
            Span.of(text, act, act + 7),
            Span.of(text, at, end + 1),
            source=(speaker,),
            according_to=statement.id,
            voice="own_side",
            status="negated",
            confidence=0.8,
        )
        return Findings(document, (statement,), (event,))

    def _broken(self) -> Findings:
        raise KeyError("subject")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(PAGE.replace("Monday", "Monday" if name == "a" else "Friday"))
    return folder


def test_the_public_names_are_these_and_no_more() -> None:
    assert onrecord.__all__ == sorted(onrecord.__all__)
    assert onrecord.__all__ == [
        "Added", "Document", "Event", "Findings", "OnrecordError", "Party", "Record", "Span", "Statement", "When",
        "default_pipeline", "open", "plover", "read", "resolve",
    ]  # fmt: skip
    assert all(hasattr(onrecord, name) for name in onrecord.__all__)


def test_resolve_tells_whom_a_phrase_means_on_a_day() -> None:
    party = onrecord.resolve("the president", country="KEN", on=date(2016, 5, 2))
    assert (party.name, party.country, party.sector) == ("Uhuru Kenyatta", "KEN", "GOV")
    assert party.how.startswith("context:")
    assert onrecord.resolve("Kenya's president", on="2016-05-02").name == "Uhuru Kenyatta"
    assert onrecord.resolve("Kenya's president").name is None


@pytest.mark.parametrize("wrong", [{"country": "Kenya"}, {"country": "XXX"}, {"on": "May 2016"}])
def test_resolve_says_what_is_wrong_with_a_country_or_a_day(wrong: dict[str, str]) -> None:
    with pytest.raises(onrecord.OnrecordError):
        onrecord.resolve("the president", **wrong)


def test_resolve_is_a_function_though_a_room_has_its_name() -> None:
    from onrecord.resolve import resolve_phrase

    assert callable(onrecord.resolve)
    assert callable(resolve_phrase)


def test_read_is_a_function_though_a_room_has_its_name() -> None:
    from onrecord.read import pages as room_pages

    assert callable(onrecord.read)
    assert callable(room_pages)


def test_a_record_is_made_filled_and_asked(pages: Path, tmp_path: Path) -> None:
    with onrecord.open(tmp_path / "r.onrecord") as record:
        added = record.add(pages, pipeline=Fake())  # type: ignore[arg-type]
        assert (added.read, added.statements, added.events) == (2, 2, 2)
        assert [row.who for row in record.statements(speaker="norland")] == ["Norland", "Norland"]
        assert len(record.statements(search="nobody")) == 2
        assert len(record.documents()) == 2
        assert [row.name for row in record.actors()] == ["Norland"]
        assert repr(record).endswith("2 documents, 2 statements, 2 events>")


def test_an_entry_can_be_judged_and_the_last_word_counts(pages: Path) -> None:
    with onrecord.open(":memory:") as record:
        record.add(pages / "a.txt", pipeline=Fake())  # type: ignore[arg-type]
        [event] = record.events()
        record.judge(event.id, "correct", by="me", made="2021-05-01", fields={"status": "planned"})
        assert [row.status for row in record.events()] == ["planned"]
        record.judge(event.id[:6], "reject", by="me", made="2021-05-02", why="nothing happened")
        assert not record.events()
        record.judge(event.id, "accept", by="you", made="2021-05-03")
        words = [one.quote for one in record.store.judgements() if one.verdict != "undo"]
        assert words == ['Norland said "we shelled nobody at all"'] * 3
        assert [row.status for row in record.events()] == [
            "negated"
        ]  # as found: "reject" took the place of "correct" before it


def test_a_judgement_that_says_nothing_is_refused(pages: Path) -> None:
    with onrecord.open(":memory:") as record:
        record.add(pages / "a.txt", pipeline=Fake())  # type: ignore[arg-type]
        [event] = record.events()
        with pytest.raises(UsageError, match="nothing was changed"):
            record.judge(event.id, "correct", by="me", made="2021-05-01")
        with pytest.raises(UsageError, match="choose one of"):
            record.judge(event.id, "wrong", by="me", made="2021-05-01")  # type: ignore[arg-type]
        with pytest.raises(UsageError, match="no entry"):
            record.judge("0000", "reject", by="me", made="2021-05-01")


def test_who_is_who_can_be_said_and_taken_back(pages: Path) -> None:
    with onrecord.open(":memory:") as record:
        record.add(pages, pipeline=Fake())  # type: ignore[arg-type]
        [row] = record.actors(of_kind="country")
        assert not record.actors(of_kind="person") and row.actor is not None
        number = record.judge_actor("rename", row.actor, by="me", made="2021-05-01", name="North")
        record.judge_actor("merge", "group:hamas", by="me", made="2021-05-01", other="North")
        page = record.actor(row.actor)
        assert (page.actor, page.name, list(page.judgements)) == ("group:hamas", "Hamas", [number, number + 1])
        assert [one.judged for one in record.actors(name=row.actor)] == [f"renamed; with {row.actor}"]
        assert len(record.statements(speaker=row.actor)) == 2
        record.judge_actor("undo", "", by="me", made="2021-05-02", other=str(number + 1))
        assert [one.name for one in record.actors()] == ["North"]
        with pytest.raises(onrecord.OnrecordError, match="no such actor on record"):
            record.actor("nobody")


def test_a_denied_event_is_there_but_not_vouched_for(pages: Path) -> None:
    with onrecord.open(":memory:") as record:
        record.add(pages / "a.txt", pipeline=Fake())  # type: ignore[arg-type]
        assert [row.status for row in record.events()] == ["negated"]
        assert not record.events(vouched=True)


def test_each_page_is_reported_as_it_comes(pages: Path) -> None:
    seen: list[str] = []
    with onrecord.open(":memory:") as record:
        record.add([pages / "b.txt", pages / "a.txt"], pipeline=Fake(), each=lambda one: seen.append(one.path[-5:]))  # type: ignore[arg-type]
    assert seen == ["b.txt", "a.txt"]


def test_a_failed_page_does_not_lose_the_others(pages: Path) -> None:
    (pages / "c.txt").write_text(PAGE.replace("Midtown", "defect"))
    with onrecord.open(":memory:") as record:
        added = record.add(pages, pipeline=Fake())  # type: ignore[arg-type]
        assert (added.read, added.failed) == (2, 1)
        assert len(record.statements()) == 2


def test_why_gives_words_chain_and_links(pages: Path) -> None:
    with onrecord.open(":memory:") as record:
        record.add(pages / "a.txt", pipeline=Fake())  # type: ignore[arg-type]
        event = next(iter(record.events()))
        found = record.why(event.id[:8])
        assert [one.id[0] for one in found.chain] == ["s"]
        assert found.document.text[found.start : found.end] == 'Norland said "we shelled nobody at all".'
        assert ("trigger", "shelled") in [(role, span.text) for role, span in found.marks]


def test_an_id_that_is_not_there_is_told() -> None:
    with onrecord.open(":memory:") as record, pytest.raises(UsageError, match="no entry with this id"):
        record.why("ffffffff")


def test_an_unknown_condition_is_told_with_those_there_are() -> None:
    with onrecord.open(":memory:") as record, pytest.raises(UsageError, match="no such condition: spkr; there are"):
        record.statements(spkr="Norland")  # type: ignore[call-arg]


def test_statements_are_asked_for_by_what_they_are_about_and_how_they_were_made(pages: Path) -> None:
    with onrecord.open(":memory:") as record:
        record.add(pages / "a.txt", pipeline=Fake())  # type: ignore[arg-type]
        assert len(record.statements(attitude="says", form=("direct", "mixed"))) == 1
        assert len(record.statements(capacity="official", about="Norland")) == 1
        assert len(record.statements(medium="tweet")) == len(record.statements(about="Sudland")) == 0
        assert len(record.entries(form="direct")) == 1


@pytest.mark.parametrize(("name", "value"), [("attitude", "say"), ("capacity", ("official", "boss")), ("kind", "fact")])
def test_a_value_that_there_is_not_is_told_with_those_there_are(name: str, value: object) -> None:
    with onrecord.open(":memory:") as record, pytest.raises(UsageError, match=f"{name} .*: no such {name}; there are"):
        record.entries(**{name: value})  # type: ignore[misc]


def test_days_are_taken_as_text_or_dates(pages: Path) -> None:
    with onrecord.open(":memory:") as record:
        record.add(pages, pipeline=Fake())  # type: ignore[arg-type]
        assert len(record.statements(since="2021-03-01")) == len(record.statements(since=date(2021, 3, 1))) == 0
        with pytest.raises(UsageError, match="write it as 2021-03-09"):
            record.statements(since="last week")


def test_verify_finds_nothing_wrong_and_sees_a_changed_page(pages: Path) -> None:
    with onrecord.open(":memory:") as record:
        record.add(pages, pipeline=Fake())  # type: ignore[arg-type]
        (pages / "a.txt").write_text("changed")
        checked = record.verify()
        assert checked.faults == []
        assert (checked.documents, checked.unchanged, checked.changed, checked.gone) == (2, 1, 1, 0)


def test_a_file_that_is_no_record_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no record\n" * 200)
    with pytest.raises(NotARecord):
        onrecord.open(tmp_path / "notes.txt")


def test_reading_without_a_record_gives_findings(pages: Path) -> None:
    found = onrecord.read(pages, pipeline=Fake())  # type: ignore[arg-type]
    assert [len(one.statements) for one in found] == [1, 1]


def test_reading_without_a_record_raises_for_a_page_that_fails(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="none.txt"):
        next(onrecord.read(tmp_path / "none.txt", pipeline=Fake()))  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="no such floor"):
        onrecord.read(tmp_path / "none.txt", min_confidence="sure", pipeline=Fake())  # type: ignore[arg-type]


def test_reading_goes_no_further_than_it_is_walked(pages: Path) -> None:
    (pages / "c.txt").write_text("A defect on the page, and words enough to be read as a paragraph of it.")
    found = onrecord.read(sorted(pages.iterdir()), pipeline=Fake())  # type: ignore[arg-type]
    assert [len(next(found).statements), len(next(found).statements)] == [1, 1]
    with pytest.raises(OnrecordError, match="the step find failed"):
        next(found)


def test_the_export_is_the_same_in_whatever_order_pages_were_added(pages: Path, tmp_path: Path) -> None:
    written = []
    for at, order in enumerate((["a.txt", "b.txt"], ["b.txt", "a.txt"])):
        with onrecord.open(tmp_path / f"{at}.onrecord") as record:
            for name in order:
                record.add(pages / name, pipeline=Fake())  # type: ignore[arg-type]
            record.export("jsonl", tmp_path / f"{at}.jsonl")
        written.append((tmp_path / f"{at}.jsonl").read_bytes())
    assert written[0] == written[1]
    assert written[0].count(b'"kind": "document"') == 2


def test_lists_at_the_precise_point_leave_out_a_name_that_is_not_sure(pages: Path) -> None:
    class Unsure(Fake):
        def process(self, document: Document) -> Findings:
            found = super().process(document)
            return replace(found, statements=tuple(replace(one, speaker_confidence=0.8) for one in found.statements))

    with onrecord.open(":memory:") as record:
        record.add(pages / "a.txt", pipeline=Unsure())  # type: ignore[arg-type]
        assert (len(record.statements()), len(record.statements(min_confidence="balanced"))) == (0, 1)


def test_a_record_opened_for_reading_is_never_changed_nor_made(tmp_path: Path) -> None:
    path = tmp_path / "r.onrecord"
    with pytest.raises(UsageError, match="no such record"):
        onrecord.open(path, write=False)
    onrecord.open(path).close()
    with onrecord.open(path, write=False) as record, pytest.raises(RecordError, match="opened for reading"):
        record.derive()
