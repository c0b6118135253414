"""A record written to a file or to stdout in one of the export formats, and what comes back from annotation tools."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from onrecord.errors import UsageError
from onrecord.settings import COMING_BACK

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


def take_annotations(
    store: Store, form: str, path: str | os.PathLike[str], by: str, made: str
) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Takes annotations from a file as judgements; see ``Record.take_annotations``."""
    from onrecord.export.registry import exporter
    from onrecord.export.reviewed import take

    reviews = getattr(exporter(form), "reviews", None)
    if reviews is None:
        raise UsageError(f"{form}: nothing comes back in this format; give one of {', '.join(COMING_BACK)}")
    try:
        with open(path, encoding="utf-8-sig") as stream:
            taken, left = take(store, reviews(stream), by, made)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{os.fspath(path)}: cannot be read ({error}); give a UTF-8 file") from error
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"{os.fspath(path)}: this is not as {form} writes it ({error!r})") from error
    return dict(taken.most_common()), dict(left.most_common())
