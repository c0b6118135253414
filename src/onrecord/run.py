"""The run plan: pages → read → process → sink, the same whatever engine carries it."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from onrecord.errors import PageError, StepError
from onrecord.schema import Document, Done, Findings, Page, PageFault
from onrecord.steps import place, read_page

STEP = "page"
"""The step's name on the Done row of a page that went the whole way."""

State = Literal["read", "unread", "same", "known", "failed"]
"""``read``, ``unread`` (set aside with a reason), ``same`` (bytes as an earlier page of this run), ``known`` (already
on record under this fingerprint), ``failed``."""


class Processes(Protocol):
    """What the plan needs of a pipeline."""

    @property
    def fingerprint(self) -> str:
        """Equal fingerprints mean equal results for equal pages."""
        ...

    def process(self, document: Document) -> Findings:
        """What is found on one document."""
        ...


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one page.

    ``doc`` is None where not even the bytes could be had. ``findings`` holds the document alone for the states
    ``unread`` and ``same``, and for a page on which a step after reading failed. ``reason`` says why a page failed or
    was set aside, or which part of a page that was read was left out, ``trace`` is the traceback of a failed step, and
    ``size`` counts the page's bytes.
    """

    state: State
    path: str
    line: int | None = None
    doc: str | None = None
    findings: Findings | None = None
    reason: str = ""
    step: str = ""
    trace: str = ""
    size: int = 0

    @property
    def where(self) -> str:
        """The path, with the line of a JSONL file."""
        return place(self.path, self.line)

    def done(self, fingerprint: str) -> Done | None:
        """The row that says what came of it; None where there is nothing to note."""
        if self.doc is None or self.state in ("same", "known"):
            return None
        if self.state == "failed":
            return Done(self.doc, self.step, fingerprint, "failed", self.reason)
        found = self.findings is not None and bool(self.findings.statements or self.findings.events)
        return Done(self.doc, STEP, fingerprint, "found" if found else "nothing", self.reason or None)


@dataclass(slots=True)
class Added:
    """What came of adding pages: read, set aside with a reason, failed, known already, or the same as another."""

    read: int = 0
    unread: int = 0
    failed: int = 0
    known: int = 0
    same: int = 0
    statements: int = 0
    events: int = 0

    def count(self, result: Result) -> None:
        """Counts one page in."""
        setattr(self, result.state, getattr(self, result.state) + 1)
        if result.state == "read" and result.findings is not None:
            self.statements += len(result.findings.statements)
            self.events += len(result.findings.events)


@dataclass(frozen=True, slots=True)
class Task:
    """One page to work on; ``same`` where equal bytes came earlier in this run."""

    page: Page
    doc: str
    same: bool = False


class Engine(Protocol):
    """Carries tasks out, and gives a result for each in the order they came in. Results that are ready pass through."""

    def map(self, tasks: Iterable[Task | Result]) -> Iterator[Result]:
        """One result a task, in input order."""
        ...


class Keeps(Protocol):
    """What the plan needs of a record; any store has it."""

    def has(self, doc: str, step: str, fingerprint: str) -> bool:
        """True where nothing is left to do for this document."""
        ...

    def put(self, findings: Findings, done: Sequence[Done], *, size: int = 0) -> bool:
        """Keeps what one page gave and the rows that say so: both or neither."""
        ...

    def mark(self, done: Sequence[Done]) -> None:
        """Keeps rows of pages that gave no document."""
        ...

    def sight(self, doc: str, path: str, line: int | None = None) -> None:
        """Notes that the same bytes were met at this path too."""
        ...


def doc_of(page: Page) -> str:
    """The id of a page's document: the first 16 hex digits of the SHA-256 of its bytes."""
    return hashlib.sha256(page.raw).hexdigest()[:16]


def plan(pages: Iterable[Page | PageFault], known: Callable[[str], bool]) -> Iterator[Task | Result]:
    """The work that ``pages`` ask for, in their order; what needs no work is a result already.

    ``known`` says of a document's id whether it is already on record under the present fingerprint.
    """
    seen: set[str] = set()
    for page in pages:
        if isinstance(page, PageFault):
            yield Result("failed", page.path, page.line, reason=page.reason, step="read")
            continue
        doc = doc_of(page)
        if doc not in seen and known(doc):
            yield Result("known", page.path, page.line, doc)
        else:
            yield Task(page, doc, same=doc in seen)
        seen.add(doc)


def work(task: Task, pipeline: Processes) -> Result:
    """Reads and processes one page. Never raises for what is wrong with the page or a step: the result says so."""
    page = task.page
    blank = Result("failed", page.path, page.line, task.doc, size=len(page.raw))
    try:
        document = read_page(page)
    except (PageError, StepError) as error:
        return _failed(blank, error)
    if task.same:
        return replace(blank, state="same", findings=Findings(document))
    if document.unread is not None:
        return replace(blank, state="unread", findings=Findings(document), reason=document.unread)
    try:
        left = "; ".join(document.unread_parts)
        return replace(blank, state="read", findings=pipeline.process(document), reason=left)
    except StepError as error:
        failed = _failed(blank, error)
        return replace(failed, findings=Findings(document, failed=((failed.step, failed.reason),)))


def run(
    pages: Iterable[Page | PageFault], engine: Engine, fingerprint: str, record: Keeps | None = None
) -> Iterator[Result]:
    """Carries the plan out with ``engine`` and yields each page's result after ``record`` has kept it.

    It runs as it is consumed: stop consuming and it stops, with everything yielded so far kept. Pages that are on
    record under ``fingerprint`` are not read again, so that a run is resumed by repeating it; failed ones are.
    """

    def known(doc: str) -> bool:
        return record is not None and record.has(doc, STEP, fingerprint)

    for result in engine.map(plan(pages, known)):
        if record is not None:
            keep(result, record, fingerprint)
        yield result


def keep(result: Result, record: Keeps, fingerprint: str) -> None:
    """Keeps what came of a page, with the row that says so."""
    done = result.done(fingerprint)
    if result.doc is not None and result.state in ("same", "known"):
        record.sight(result.doc, result.path, result.line)
    elif done is not None and result.findings is not None:
        record.put(result.findings, [done], size=result.size)
    elif done is not None:
        record.mark([done])


def _failed(blank: Result, error: PageError | StepError) -> Result:
    step = error.step if isinstance(error, StepError) else "read"
    trace = "".join(traceback.format_exception(error))
    return replace(blank, reason=str(error), step=step, trace=trace)
