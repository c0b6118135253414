"""Parts into a record."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from itertools import groupby

from onrecord.cluster.parts import Numbered, parts_in, read_part, told_of
from onrecord.run import Added, Keeps, Result, keep
from onrecord.store.rows import month_of

Loaded = Added
"""What came of loading: the counts of ``add``."""


UNDATED = "undated"
"""The name of the record of pages of which no single month of publication is known."""


def load(folder: str, record: Keeps, each: Callable[[Result], None] = lambda result: None) -> Loaded:
    """Takes the parts in a folder into a record, page by page in the order of the inputs; what is there is not taken again.

    Raises UsageError for a folder without parts, RecordError where a part is damaged.
    """
    return _load(folder, lambda result: record, each)


def load_by_month(
    folder: str, record_of: Callable[[str], Keeps], each: Callable[[Result], None] = lambda result: None
) -> Loaded:
    """Takes the parts in a folder into a record for each month of publication, in the same way.

    ``record_of`` gives the record of a month, such as ``2021-03``, or of ``undated``. Pages that failed are noted there, too.
    """
    return _load(folder, lambda result: record_of(month_of_page(result)), each)


def month_of_page(result: Result) -> str:
    """The month in which a page was published, ``undated`` where no single one is known."""
    published = result.findings.document.published if result.findings is not None else None
    return (month_of(published.earliest, published.latest) if published else None) or UNDATED


def _load(folder: str, record_for: Callable[[Result], Keeps], each: Callable[[Result], None]) -> Loaded:
    loaded = Loaded()
    for _, shards in groupby(parts_in(folder), key=lambda path: path.rpartition("/")[2].split("-")[0]):
        parts = list(shards)
        prints = [told_of(path)[0] for path in parts]
        for _, at, result in heapq.merge(*map(_placed, parts, range(len(parts))), key=lambda one: one[0]):
            keep(result, record_for(result), prints[at])
            loaded.count(result)
            each(result)
    return loaded


def _placed(path: str, at: int) -> Iterator[tuple[int, int, Result]]:
    numbered: Iterator[Numbered] = read_part(path)
    for number, result in numbered:
        yield number, at, result
