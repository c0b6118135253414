from __future__ import annotations

from collections.abc import Sequence

import pytest

from onrecord import run, steps
from onrecord.engines import LoopEngine
from onrecord.errors import EmptyPage, StepError
from onrecord.schema import Document, Done, Findings, Page, PageFault


class Fake:
    """A pipeline that finds nothing, and fails on a page that says so."""

    fingerprint = "f" * 16

    def __init__(self) -> None:
        self.seen: list[str] = []

    def process(self, document: Document) -> Findings:
        self.seen.append(document.path)
        if "defect" in document.text:
            raise StepError(f"{document.path}: the step find failed: KeyError: 1", "find")
        return Findings(document)


def page(path: str, text: str = "") -> Page:
    return Page(path, (text or f"The council met in {path}.").encode(), "text")


@pytest.fixture(autouse=True)
def plain_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    def read_page(one: Page) -> Document:
        text = one.raw.decode()
        if text == "empty":
            raise EmptyPage(f"{one.path}: no text in it")
        return Document(run.doc_of(one), "", one.path, text, (), unread="language: fr" if "Bonjour" in text else None)

    monkeypatch.setattr(run, "read_page", read_page)


class Kept:
    """A record that remembers what it was given."""

    def __init__(self, *known: str) -> None:
        self.known = set(known)
        self.puts: list[tuple[Findings, Done, int]] = []
        self.marks: list[Done] = []
        self.sights: list[tuple[str, str]] = []

    def has(self, doc: str, step: str, fingerprint: str) -> bool:
        return doc in self.known and (step, fingerprint) == (run.STEP, Fake.fingerprint)

    def put(self, findings: Findings, done: Sequence[Done], *, size: int = 0) -> bool:
        self.puts += [(findings, row, size) for row in done]
        return True

    def mark(self, done: Sequence[Done]) -> None:
        self.marks += done

    def sight(self, doc: str, path: str, line: int | None = None) -> None:
        self.sights.append((doc, path))


def states(*pages: Page | PageFault) -> list[str]:
    pipeline = Fake()
    return [result.state for result in run.run(pages, LoopEngine(pipeline), pipeline.fingerprint)]


def test_results_come_in_the_order_of_the_pages() -> None:
    pipeline = Fake()
    got = list(run.run([page("b"), page("a")], LoopEngine(pipeline), pipeline.fingerprint))
    assert [result.path for result in got] == ["b", "a"]


def test_a_page_that_cannot_be_had_does_not_stop_the_others() -> None:
    assert states(PageFault("x", "no such file"), page("a"), page("c", "empty"), page("d")) == [
        "failed", "read", "failed", "read",
    ]  # fmt: skip


def test_a_defect_on_one_page_does_not_stop_the_others() -> None:
    assert states(page("a", "a defect"), page("b")) == ["failed", "read"]


def test_a_page_in_another_language_is_set_aside_with_its_reason() -> None:
    pipeline = Fake()
    (result,) = run.run([page("a", "Bonjour.")], LoopEngine(pipeline), pipeline.fingerprint)
    assert (result.state, result.reason) == ("unread", "language: fr")
    assert pipeline.seen == []


def test_equal_bytes_are_worked_on_once() -> None:
    pipeline = Fake()
    got = list(run.run([page("a", "Same."), page("b", "Same.")], LoopEngine(pipeline), pipeline.fingerprint))
    assert [result.state for result in got] == ["read", "same"]
    assert got[0].doc == got[1].doc
    assert pipeline.seen == ["a"]


def test_a_page_already_on_record_is_not_read_again_but_its_path_is_noted() -> None:
    pipeline, kept = Fake(), Kept(run.doc_of(page("a")))
    got = run.run([page("a"), page("b")], LoopEngine(pipeline), pipeline.fingerprint, kept)
    assert [result.state for result in got] == ["known", "read"]
    assert pipeline.seen == ["b"]
    assert kept.sights == [(run.doc_of(page("a")), "a")]


def test_the_record_gets_findings_with_the_row_that_says_so() -> None:
    pipeline, kept = Fake(), Kept()
    pages = [page("a", "Twelve bytes"), page("b", "a defect"), page("c", "empty"), PageFault("d", "no such file")]
    list(run.run(pages, LoopEngine(pipeline), pipeline.fingerprint, kept))
    assert [(row.step, row.outcome, size) for _, row, size in kept.puts] == [
        ("page", "nothing", 12), ("find", "failed", 8),
    ]  # fmt: skip
    assert [(row.step, row.outcome, row.reason) for row in kept.marks] == [("read", "failed", "c: no text in it")]


def test_a_page_whose_step_failed_is_kept_as_failed_with_its_document() -> None:
    pipeline, kept = Fake(), Kept()
    list(run.run([page("b", "a defect")], LoopEngine(pipeline), pipeline.fingerprint, kept))
    ((findings, row, _),) = kept.puts
    assert findings.document.text == "a defect"
    assert findings.failed == (("find", "b: the step find failed: KeyError: 1"),)
    assert row.reason == "b: the step find failed: KeyError: 1"


def test_what_was_kept_stays_when_the_run_is_left_in_the_middle() -> None:
    pipeline, kept = Fake(), Kept()
    results = run.run((page(name) for name in "abc"), LoopEngine(pipeline), pipeline.fingerprint, kept)
    next(results)
    results.close()
    assert [row.doc for _, row, _ in kept.puts] == [run.doc_of(page("a"))]


def test_a_failed_page_carries_its_traceback_for_debugging() -> None:
    pipeline = Fake()
    (result,) = run.run([page("a", "a defect")], LoopEngine(pipeline), pipeline.fingerprint)
    assert "Traceback" in result.trace


def test_the_pages_id_is_the_hash_of_its_bytes() -> None:
    assert run.doc_of(Page("a", b"", "text")) == "e3b0c44298fc1c14"
    assert steps.place("a", None) == "a"
