"""``onrecord code --output``: pages into parts, by processes here or by Ray on many machines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.cli.common import complain, counted, note
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.cluster import Coded, Unit
    from onrecord.engines import Limits

ENGINES = ("local", "ray")
Chosen = tuple[str | None, Path | None, Path | None]


def code_parts(
    paths: Sequence[str], output: str, engine: str, pipeline: Chosen, jobs: int, limits: Limits, address: str | None
) -> bool:
    """Codes the pages behind the paths into parts; True where none failed. Raises UsageError for an odd option."""
    if engine not in ENGINES:
        raise UsageError(f"--engine {engine}: no such engine; there are {', '.join(ENGINES)}")
    from onrecord.cluster import units_of

    units = units_of(paths)
    done = read = failed = statements = events = 0
    for coded in _coded(engine, units, output, pipeline, jobs, limits, address):
        done += coded.was_done
        read, statements, events = read + coded.states["read"], statements + coded.statements, events + coded.events
        failed += len(coded.failed)
        for one in coded.failed:
            complain("", one)
    before = f", {counted(done, 'unit')} done before" if done else ""
    note(
        f"{counted(len(units), 'unit')}{before}, {counted(read, 'page')} read, {failed:,} failed: "
        f"{counted(statements, 'statement')}, {counted(events, 'event')}"
    )
    return failed == 0


def _coded(
    engine: str, units: Sequence[Unit], output: str, pipeline: Chosen, jobs: int, limits: Limits, address: str | None
) -> Iterator[Coded]:
    from onrecord.cluster import code_units
    from onrecord.engines import local

    if engine == "ray":
        from onrecord.cluster.ray import code_with_ray

        return code_with_ray(units, output, pipeline, workers=jobs, limits=limits, address=address)
    ready, fingerprint = local(*pipeline, jobs=jobs, limits=limits)
    return code_units(units, output, ready, fingerprint)
