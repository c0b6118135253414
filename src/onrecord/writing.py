"""A record written to a file or to stdout in one of the export formats."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.export.exporter import Options
    from onrecord.export.privacy import Privacy
    from onrecord.export.registry import More
    from onrecord.store import Store


def write(
    store: Store,
    form: str,
    out: str | os.PathLike[str] | None,
    options: Options,
    privacy: Privacy | None = None,
    more: More | None = None,
) -> Mapping[str, int]:
    """Writes what is in ``store``; see ``Record.export``. ``more`` are exporters that do not ship.

    Raises UsageError for an unknown format or table, or an unfit ``out``.
    """
    from onrecord.export.registry import NO_MORE, exporter
    from onrecord.export.source import RecordSource
    from onrecord.export.target import Target

    one = exporter(form, more or NO_MORE)
    source = RecordSource(store, everything=options.everything, mask=privacy)
    return one.write(source, Target(out), options)
