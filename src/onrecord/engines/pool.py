"""One machine, several processes: each has a pipeline of its own, and a page that ends its process costs only itself."""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait

from onrecord.engines.limits import NONE, Limits, failed, work_within
from onrecord.errors import OnrecordError
from onrecord.run import Processes, Result, Task

WAITING_PER_JOB = 4
"""Pages in hand for each process: enough that none waits, few enough that a folder of large pages fits in memory."""
TRIES = 2
"""How often a page is tried whose process dies: the first time something else on the machine may have been to blame."""
PATIENCE = 10
"""Times the limit of processor time that a page may take by the clock, until its process counts as hanging and is ended."""

STILLBORN = 3
"""Processes in a row that may die before they have a pipeline, until something is wrong with all that are started here."""

Build = Callable[[], Processes]


@dataclass(eq=False, slots=True)
class Slot:
    """A place in the order of results: a task, and what came of it once it did."""

    task: Task
    result: Result | None = None
    tries: int = 0

    def lose(self, why: str) -> None:
        """Gives the page up."""
        page = self.task.page
        self.result = failed(Result("failed", page.path, page.line, self.task.doc, size=len(page.raw)), why)


@dataclass(frozen=True, slots=True)
class PoolEngine:
    """``jobs`` processes, each with a pipeline that ``build`` makes there; ``build`` must survive pickling.

    A page that takes more than ``limits``, or whose process dies twice, is a failed one. Processes end with the one that
    started them, also where that one is killed.
    """

    build: Build
    jobs: int
    limits: Limits = NONE

    def map(self, tasks: Iterable[Task | Result]) -> Iterator[Result]:
        """One result a task, in input order. Raises OnrecordError where a process cannot make its pipeline."""
        team = Team(self.build, self.jobs, self.limits)
        order: deque[Slot | Result] = deque()
        try:
            for task in tasks:
                order.append(task if isinstance(task, Result) else team.take_on(Slot(task)))
                while len(order) >= self.jobs * WAITING_PER_JOB:
                    team.wait_for(order[0])
                    yield _first(order)
            while order:
                team.wait_for(order[0])
                yield _first(order)
        finally:
            team.end()


def _first(order: deque[Slot | Result]) -> Result:
    """Takes the first result, which is there."""
    first = order.popleft()
    result = first if isinstance(first, Result) else first.result
    if result is None:
        raise AssertionError("a result was taken before it was there")
    return result


class Team:
    """The processes, and which page each works on."""

    def __init__(self, build: Build, jobs: int, limits: Limits) -> None:
        """Processes are started when there is work for them."""
        self._build, self._jobs, self._limits = build, jobs, limits
        self._waiting: deque[Slot] = deque()
        self._idle: list[Worker] = []
        self._busy: dict[Worker, Slot] = {}
        self._stillborn = 0

    def take_on(self, slot: Slot) -> Slot:
        """Puts a page in line, and hands out what can be."""
        self._waiting.append(slot)
        self._hand_out()
        return slot

    def wait_for(self, first: Slot | Result) -> None:
        """Comes back when there is a result for ``first``; meanwhile every process has work."""
        while isinstance(first, Slot) and first.result is None:
            self._hand_out()
            self._collect()
        self._hand_out()

    def end(self) -> None:
        """Ends all processes."""
        for worker in (*self._idle, *self._busy):
            worker.end()

    def _hand_out(self) -> None:
        while self._waiting and (self._idle or len(self._busy) < self._jobs):
            worker = self._idle.pop() if self._idle else Worker(self._build, self._limits)
            slot = self._waiting.popleft()
            self._busy[worker] = slot
            worker.give(slot.task)

    def _collect(self) -> None:
        """Waits until a process answers, dies or takes too long, and takes in what came of its page."""
        heard = wait([one.pipe for one in self._busy], timeout=min(one.left for one in self._busy))
        for worker, slot in list(self._busy.items()):
            if worker.pipe in heard:
                self._hear(worker, slot)
            elif worker.left <= 0:
                del self._busy[worker]
                worker.end()
                slot.lose(f"{self._limits.too_long}: it hung, and its process was ended")

    def _hear(self, worker: Worker, slot: Slot) -> None:
        answer = worker.answer()
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, Result):
            slot.result = answer
            del self._busy[worker]
            self._idle.append(worker)
        elif answer is None:
            self._stillborn = 0
        elif not worker.is_ready:
            self._bear_again(worker, slot, answer)
        else:
            del self._busy[worker]
            slot.tries += 1
            if slot.tries < TRIES:
                self._waiting.appendleft(slot)
            else:
                slot.lose(answer)

    def _bear_again(self, worker: Worker, slot: Slot, how: str) -> None:
        """Gives a page to another process, its own having died before it looked at it."""
        del self._busy[worker]
        self._stillborn += 1
        if self._stillborn >= STILLBORN:
            raise OnrecordError(
                f"the processes that should read pages do not start: {how}. Where a program of yours started them, its own "
                'work must stand under if __name__ == "__main__", in a file; or read with one job'
            )
        self._waiting.appendleft(slot)


class Worker:
    """One process and the pipe to it. It is given one page at a time, so that neither end waits for the other to listen."""

    def __init__(self, build: Build, limits: Limits) -> None:
        """Starts the process; it makes its pipeline before it looks for a page."""
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, build, limits), daemon=True)
        self._process.start()
        theirs.close()
        self._patience = limits.seconds * PATIENCE
        self.is_ready = False
        self._until = float("inf")

    @property
    def left(self) -> float:
        """Seconds by the clock until the page at work counts as hanging; a day where there is no limit."""
        return max(0.0, min(self._until - time.monotonic(), 86_400.0))

    def give(self, task: Task) -> None:
        """Sends a page. Where the process is gone already, the answer will tell."""
        with suppress(BrokenPipeError, ConnectionResetError):
            self.pipe.send(task)
        self._start_clock()

    def answer(self) -> Result | Exception | str | None:
        """What the process sent: a result, None for being ready, or why it has no pipeline; in words, how it died."""
        try:
            answer: Result | Exception | None = self.pipe.recv()
        except (EOFError, ConnectionResetError):
            self.end()
            return f"its process died {_how(self._process.exitcode)}"
        self.is_ready = True
        self._start_clock()
        return answer

    def end(self) -> None:
        """Ends the process."""
        self.pipe.close()
        self._process.kill()
        self._process.join()

    def _start_clock(self) -> None:
        if self.is_ready and self._patience:
            self._until = time.monotonic() + self._patience


def _serve(pipe: Connection, build: Build, limits: Limits) -> None:
    """What a process does: makes its pipeline, says so, and answers each page until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; only the first one should answer it
    try:
        pipeline = build()
    except OnrecordError as error:
        pipe.send(error)
        return
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):  # the process that asked is gone
        pipe.send(None)
        while True:
            pipe.send(work_within(pipe.recv(), pipeline, limits))


def _how(code: int | None) -> str:
    """How a process ended, in words."""
    if code is None or code >= 0:
        return f"while it was read (exit code {code})"
    hint = ", most often for want of memory" if -code in (signal.SIGKILL, signal.SIGABRT) else ""
    return f"while it was read (signal {signal.Signals(-code).name}{hint})"
