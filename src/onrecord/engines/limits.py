"""How much one page may take: processor time and memory. A page that takes more fails, with the reason, and the rest goes on."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType

from onrecord.errors import OnrecordError
from onrecord.run import Processes, Result, Task, work

AGAIN = 1.0
"""Seconds after which the bell rings again: a library that catches whatever is raised in it must not silence it."""
MEGABYTE = 1024 * 1024


class PageLimit(OnrecordError):
    """A page took more than it may."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may take: ``seconds`` of the processor's time, ``memory`` in MiB beyond what the process had before it.

    0 sets no limit.
    """

    seconds: float = 0.0
    memory: int = 0

    @property
    def too_long(self) -> str:
        """What is said of a page that took too long."""
        return f"it took more than {self.seconds:g} seconds of processor time; give it more with --page-seconds"

    @property
    def too_much(self) -> str:
        """What is said of a page that took too much memory."""
        return f"it took more than {self.memory:,} MiB of memory; give it more with --page-memory"


NONE = Limits()


def work_within(task: Task, pipeline: Processes, limits: Limits) -> Result:
    """What ``work`` gives, within ``limits``: a page that breaks them is a failed one, whatever else came of it.

    Time is watched in the main thread of a process only, where signals arrive, and memory where the system can limit it
    (Linux). A page that hangs inside compiled code is not ended by this; a pool of processes ends it.
    """
    try:
        with _memory(limits.memory), _time(limits) as rang:
            result = work(task, pipeline)
    except PageLimit:  # the bell rang between two steps, where no step took it for its own failure
        return failed(
            Result("failed", task.page.path, task.page.line, task.doc, size=len(task.page.raw)), limits.too_long
        )
    if rang():
        return failed(result, limits.too_long)
    if result.state == "failed" and _is_out_of_memory(result):
        return failed(result, limits.too_much if limits.memory else "there was not enough memory for it")
    return result


def failed(result: Result, reason: str) -> Result:
    """``result`` as one of a page that failed for ``reason``, with nothing found on it."""
    return replace(
        result, state="failed", findings=None, reason=f"{result.where}: {reason}", step=result.step or "page"
    )


def _is_out_of_memory(result: Result) -> bool:
    return "\nMemoryError" in result.trace or "bad allocation" in result.reason or "bad_alloc" in result.reason


@contextmanager
def _time(limits: Limits) -> Iterator[Callable[[], bool]]:
    """Raises PageLimit in what runs inside once the time is up; gives whether it was."""
    rang: list[bool] = []
    if (
        not limits.seconds
        or not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield lambda: False
        return

    def ring(_signal: int, _frame: FrameType | None) -> None:
        rang.append(True)
        raise PageLimit(limits.too_long)

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, limits.seconds, AGAIN)
    try:
        yield lambda: bool(rang)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0.0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def _memory(megabytes: int) -> Iterator[None]:
    """Limits how much address space the process may take beyond what it has."""
    status = Path("/proc/self/statm")
    if not megabytes or not status.exists():
        yield
        return
    import resource

    taken = int(status.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    before = resource.getrlimit(resource.RLIMIT_AS)
    wanted = taken + megabytes * MEGABYTE
    for bound in before:
        wanted = wanted if bound == resource.RLIM_INFINITY else min(wanted, bound)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
