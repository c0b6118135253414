"""One machine: the loop that all engines are measured against, and a pool of processes."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from onrecord.errors import OnrecordError
from onrecord.run import Processes, Result, Task, work

WAITING_PER_JOB = 4
"""Pages in hand for each process: enough that none waits, few enough that a folder of large pages fits in memory."""


@dataclass(frozen=True, slots=True)
class LoopEngine:
    """The reference: one page after the other in this process."""

    pipeline: Processes

    def map(self, tasks: Iterable[Task | Result]) -> Iterator[Result]:
        """One result a task, in input order."""
        for task in tasks:
            yield task if isinstance(task, Result) else work(task, self.pipeline)


@dataclass(frozen=True, slots=True)
class PoolEngine:
    """``jobs`` processes, each with a pipeline that ``build`` makes there; ``build`` must survive pickling."""

    build: Callable[[], Processes]
    jobs: int

    def map(self, tasks: Iterable[Task | Result]) -> Iterator[Result]:
        """One result a task, in input order. Raises OnrecordError where a process died (out of memory, most often)."""
        pool = ProcessPoolExecutor(
            self.jobs, multiprocessing.get_context("spawn"), initializer=_start, initargs=(self.build,)
        )
        waiting: deque[Result | Future[Result]] = deque()
        try:
            for task in tasks:
                waiting.append(task if isinstance(task, Result) else pool.submit(_work, task))
                if len(waiting) > self.jobs * WAITING_PER_JOB:
                    yield _take(waiting)
            while waiting:
                yield _take(waiting)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def local(pipeline: Processes, build: Callable[[], Processes], jobs: int = 1) -> LoopEngine | PoolEngine:
    """The loop for one job, a pool of processes for more."""
    return LoopEngine(pipeline) if jobs <= 1 else PoolEngine(build, jobs)


def _take(waiting: deque[Result | Future[Result]]) -> Result:
    first = waiting.popleft()
    if isinstance(first, Result):
        return first
    try:
        return first.result()
    except BrokenProcessPool as error:
        raise OnrecordError(
            "a worker process died, most often for want of memory; what was read before is kept: "
            "run the same command again, with a smaller --jobs"
        ) from error


_pipelines: list[Processes] = []
"""The pipeline of this worker process. A process pool's initialiser can hand values on in no other way."""


def _start(build: Callable[[], Processes]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; only the first one should answer it
    _pipelines.append(build())


def _work(task: Task) -> Result:
    return work(task, _pipelines[0])
