"""Pipelines that misbehave on pages that say so, and pages for them."""

from __future__ import annotations

import os
import time
from pathlib import Path

from onrecord.errors import OnrecordError, StepError
from onrecord.run import Result, Task, doc_of
from onrecord.schema import Document, Findings, Page
from onrecord.steps import attempt


class Fake:
    """Finds nothing; fails, dies, sleeps, spins or fills the memory on a page that says so."""

    fingerprint = "f" * 16

    def process(self, document: Document) -> Findings:
        text = document.text
        if "defect" in text:
            raise StepError(f"{document.path}: the step find failed", "find")
        if "die" in text:
            os._exit(1)
        if "once" in text:
            self._die_once(Path(text.split()[-1]))
        if "sleep" in text:
            time.sleep(60)
        if "nap" in text:
            time.sleep(2)
        if "spin" in text:
            spin()
        if "fill" in text:
            attempt("find", document.path, lambda: bytearray(1 << 33))
        return Findings(document)

    def _die_once(self, mark: Path) -> None:
        if not mark.exists():
            mark.touch()
            os._exit(1)


class Broken(Fake):
    """Cannot be made."""

    def __init__(self) -> None:
        raise OnrecordError("the model is missing")


class Stillborn(Fake):
    """Ends its process while it is made."""

    def __init__(self) -> None:
        os._exit(3)


def born_again(mark: str) -> Fake:
    """Ends its process the first time."""
    Fake()._die_once(Path(mark))
    return Fake()


def spin() -> None:
    """Takes processor time, and is deaf to whatever is raised in it for the first second."""
    until = time.process_time() + 30
    while time.process_time() < until:
        try:
            while time.process_time() < until:
                pass
        except Exception:  # noqa: BLE001 (as a library does that the pages' readers stand on)
            return


def task(path: str, text: str = "") -> Task:
    one = Page(path, (text or f"The council met at {path} on Monday and agreed to meet again.").encode(), "text")
    return Task(one, doc_of(one))


TASKS: list[Task | Result] = [
    task("c"), Result("known", "k"), task("a", "A defect shows in the text that the council gave out."), task("b"),
]  # fmt: skip
