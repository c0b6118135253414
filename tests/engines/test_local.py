from __future__ import annotations

import os
from functools import partial

import pytest

from onrecord.engines import LoopEngine, PoolEngine, local
from onrecord.errors import OnrecordError, StepError
from onrecord.run import Result, Task, doc_of
from onrecord.schema import Document, Findings, Page


class Fake:
    """Finds nothing; fails, or dies, on a page that says so."""

    fingerprint = "f" * 16

    def process(self, document: Document) -> Findings:
        if "defect" in document.text:
            raise StepError(f"{document.path}: the step find failed", "find")
        if "die" in document.text:
            os._exit(1)
        return Findings(document)


def task(path: str, text: str = "") -> Task:
    one = Page(path, (text or f"The council met at {path} on Monday and agreed to meet again.").encode(), "text")
    return Task(one, doc_of(one))


TASKS: list[Task | Result] = [
    task("c"), Result("known", "k"), task("a", "A defect shows in the text that the council gave out."), task("b"),
]  # fmt: skip


def test_the_loop_gives_results_in_input_order_and_passes_ready_ones_through() -> None:
    got = list(LoopEngine(Fake()).map(TASKS))
    assert [(one.path, one.state) for one in got] == [("c", "read"), ("k", "known"), ("a", "failed"), ("b", "read")]


def test_processes_give_the_same_results_as_the_loop() -> None:
    def plain(result: Result) -> tuple[object, ...]:
        return result.state, result.path, result.doc, result.findings, result.reason, result.step

    assert list(map(plain, PoolEngine(Fake, 2).map(TASKS))) == list(map(plain, LoopEngine(Fake()).map(TASKS)))


def test_a_process_that_dies_ends_the_run_with_a_message_of_ours() -> None:
    with pytest.raises(OnrecordError, match="smaller --jobs"):
        list(PoolEngine(Fake, 1).map([task("a", "They said that all of them would die in the flood, alas.")]))


def test_one_job_needs_no_pool() -> None:
    assert isinstance(local(Fake(), Fake, 1), LoopEngine)
    assert isinstance(local(Fake(), partial(Fake), 2), PoolEngine)
