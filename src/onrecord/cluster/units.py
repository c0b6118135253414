"""Inputs cut into units of work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.cluster.files import listed, opened
from onrecord.errors import UsageError
from onrecord.read.pages import pages_in
from onrecord.schema import Page, PageFault

UNIT_BYTES = 2_000_000
"""Bytes of a file for each unit: some hundred pages as plain text, a minute's work for one core."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Every ``of``-th page of a file, from page ``shard`` on; ``file`` is the file's number among the inputs."""

    file: int
    path: str
    size: int
    shard: int = 0
    of: int = 1

    @property
    def name(self) -> str:
        """Its name, by which units are in the order of the inputs."""
        return f"{self.file:07}-{self.shard:05}-of-{self.of:05}"


def units_of(inputs: Iterable[str], size: int = UNIT_BYTES) -> list[Unit]:
    """The units of files and folders, here or in an object store. Raises UsageError for an input that is not there."""
    files = [one for given in inputs for one in listed(given)]
    if not files:
        raise UsageError("no inputs; give files or folders")
    units: list[Unit] = []
    for number, (path, length) in enumerate(files):
        shards = max(1, -(-length // size))
        units += [Unit(number, path, length, shard, shards) for shard in range(shards)]
    return units


def pages_of(unit: Unit) -> Iterator[tuple[int, Page | PageFault]]:
    """The unit's pages, each with its number in the file."""
    with opened(unit.path) as file:
        for number, page in enumerate(pages_in(unit.path, file, unit.size)):
            if number % unit.of == unit.shard:
                yield number, page
