"""Plug-ins: what installed packages bring along, found by their entry points.

Three groups: ``onrecord.readers`` (``read/plugged.py``: files of further formats), ``onrecord.exporters``
(``export/exporter.py``: further export formats) and ``onrecord.codebooks`` (``coding.py``: events by codes of one's own).
Nothing of a package is imported before it is asked for by name, readers aside, which are asked about files that
onrecord does not know by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.metadata import entry_points
from typing import Literal

Group = Literal["onrecord.readers", "onrecord.exporters", "onrecord.codebooks"]


def installed(group: Group) -> Mapping[str, Callable[[], object]]:
    """The names of a group, each with what loads it; of two with one name the one found first counts, as for imports."""
    found: dict[str, Callable[[], object]] = {}
    for point in entry_points(group=group):
        found.setdefault(point.name, point.load)
    return dict(sorted(found.items()))
