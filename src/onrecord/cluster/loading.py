"""Parts into a record."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from itertools import groupby

from onrecord.cluster.parts import Numbered, parts_in, read_part, told_of
from onrecord.run import Added, Keeps, Result, keep

Loaded = Added
"""What came of loading: the counts of ``add``."""


def load(folder: str, record: Keeps, each: Callable[[Result], None] = lambda result: None) -> Loaded:
    """Takes the parts in a folder into a record, page by page in the order of the inputs; what is there is not taken again.

    Raises UsageError for a folder without parts, RecordError where a part is damaged.
    """
    loaded = Loaded()
    for _, shards in groupby(parts_in(folder), key=lambda path: path.rpartition("/")[2].split("-")[0]):
        parts = list(shards)
        prints = [told_of(path)[0] for path in parts]
        for _, at, result in heapq.merge(*map(_placed, parts, range(len(parts))), key=lambda one: one[0]):
            keep(result, record, prints[at])
            loaded.count(result)
            each(result)
    return loaded


def _placed(path: str, at: int) -> Iterator[tuple[int, int, Result]]:
    numbered: Iterator[Numbered] = read_part(path)
    for number, result in numbered:
        yield number, at, result
