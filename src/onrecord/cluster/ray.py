"""Units coded by Ray Data, on one machine or many.

Each worker loads the pipeline once and codes unit after unit into its part. A worker or a machine that is lost costs the unit
it was at: Ray gives that to another worker, and the part is the same.
"""

from __future__ import annotations

import logging
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from onrecord.cluster.coding import Coded, code_unit
from onrecord.cluster.units import Unit
from onrecord.engines import Limits, LoopEngine
from onrecord.errors import MissingExtra

CPUS = 0.5
"""Processors that a worker asks for: with 0.9, two workers on a machine of two leave Ray none for itself, and it waits for
ever. Each works on one thread, whatever it asks for."""


def code_with_ray(
    units: Sequence[Unit],
    folder: str,
    pipeline: tuple[str | None, Path | None, Path | None],
    *,
    workers: int,
    limits: Limits,
    address: str | None = None,
) -> Iterator[Coded]:
    """Codes the units with so many workers, on the cluster at ``address``, or one that is started here and ends with it.

    ``pipeline`` are the arguments of ``steps.assemble``. Results come as they are ready. Raises MissingExtra.
    """
    ray = _ray()
    ray.init(
        address=address,
        ignore_reinit_error=True,
        log_to_driver=False,
        logging_level=logging.ERROR,
        include_dashboard=None if address else False,
        runtime_env={"env_vars": {"PYTHONPATH": ":".join(filter(None, sys.path)), "OMP_NUM_THREADS": "1"}},
    )
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    # One unit a task and a few waiting: a block of many would be lost and done again together.
    data = ray.data.from_items([asdict(unit) for unit in units], override_num_blocks=max(1, len(units)))
    coded = data.map_batches(
        _Worker,
        fn_constructor_args=(folder, pipeline, limits),
        batch_size=1,
        num_cpus=CPUS,
        compute=ray.data.ActorPoolStrategy(size=max(1, min(workers, len(units)))),
    )
    for row in coded.iter_rows():
        states = {name.removeprefix("state_"): int(count) for name, count in row.items() if name.startswith("state_")}
        failed = [one for one in str(row["failed"]).split("\n") if one]
        yield Coded(
            row["unit"], Counter(states), int(row["statements"]), int(row["events"]), failed, bool(row["was_done"])
        )


STATES = ("read", "unread", "same", "known", "failed")


class _Worker:
    """One process of Ray with its pipeline."""

    def __init__(self, folder: str, pipeline: tuple[str | None, Path | None, Path | None], limits: Limits) -> None:
        """Loads the pipeline."""
        from onrecord.steps import assemble

        ready = assemble(*pipeline)
        self._folder, self._fingerprint = folder, ready.fingerprint
        self._engine = LoopEngine(ready, limits)

    def __call__(self, batch: dict[str, Any]) -> dict[str, list[Any]]:
        """Codes the units of a batch; gives what came of each."""
        names = list(batch)
        rows = [dict(zip(names, values, strict=True)) for values in zip(*batch.values(), strict=True)]
        done = [code_unit(_unit(row), self._folder, self._engine, self._fingerprint) for row in rows]
        return {
            "unit": [one.unit for one in done],
            "statements": [one.statements for one in done],
            "events": [one.events for one in done],
            "failed": ["\n".join(one.failed) for one in done],
            "was_done": [one.was_done for one in done],
            **{f"state_{state}": [one.states[state] for one in done] for state in STATES},
        }


def _unit(row: dict[str, Any]) -> Unit:
    return Unit(int(row["file"]), str(row["path"]), int(row["size"]), int(row["shard"]), int(row["of"]))


def _ray() -> Any:
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise MissingExtra("Ray is not installed; install it with: pip install 'onrecord[cluster]'") from error
    return ray
