"""One machine: the loop that all engines are measured against, or a pool of processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from onrecord.engines.limits import NONE, Limits, work_within
from onrecord.engines.pool import PoolEngine
from onrecord.run import Processes, Result, Task


@dataclass(frozen=True, slots=True)
class LoopEngine:
    """The reference: one page after the other in this process."""

    pipeline: Processes
    limits: Limits = NONE

    def map(self, tasks: Iterable[Task | Result]) -> Iterator[Result]:
        """One result a task, in input order."""
        for task in tasks:
            yield task if isinstance(task, Result) else work_within(task, self.pipeline, self.limits)


def local(
    model: str | None = None,
    frames: Path | None = None,
    actors: Path | None = None,
    *,
    jobs: int = 1,
    limits: Limits = NONE,
) -> tuple[LoopEngine | PoolEngine, str]:
    """The loop for one job, a pool of processes for more, and the fingerprint under which their results go.

    The arguments are those of ``steps.assemble``, and so is what is raised. With a pool, this process loads no model.
    """
    from onrecord.steps import assemble, fingerprint_of

    if jobs > 1:
        engine = PoolEngine(partial(assemble, model, frames, actors), jobs, limits)
        return engine, fingerprint_of(model, frames, actors)
    pipeline = assemble(model, frames, actors)
    return LoopEngine(pipeline, limits), pipeline.fingerprint
