"""Is this installation sound? Each check says what was found, and where something is amiss, what to do."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from onrecord.errors import OnrecordError

ROOM = 200 * 1024 * 1024
"""Bytes of disk below which a run is likely to end in the middle: a record of some ten thousand pages."""
LEAST_PYTHON = (3, 11)
SENTENCE = "Norway accused Iceland of blocking the talks."
"""An accusation between parties whom the tables have."""


@dataclass(frozen=True, slots=True)
class Check:
    """What one check found. ``state`` is ``well``, ``note`` (works, but worth knowing) or ``amiss``."""

    name: str
    state: str
    found: str
    advice: str = ""


def checks(record: Path | None = None) -> Iterator[Check]:
    """All checks in turn, the quick ones first; those of a record where one is named."""
    yield _python()
    yield _program()
    yield _database()
    yield _streams()
    yield _disk(record)
    for name in ("pandas", "polars"):
        yield _extra(name)
    yield _guarded("plug-ins", _plugins)
    yield _guarded("tables", _tables)
    yield _guarded("language model", _model)
    yield _guarded("reading", _reading)
    if record is not None:
        yield _guarded("record", lambda: _record(record))


def _guarded(name: str, check: Callable[[], Check]) -> Check:
    """A check whose own errors are its finding; the message says what to do."""
    try:
        return check()
    except OnrecordError as error:
        return Check(name, "amiss", str(error))


def _python() -> Check:
    found = (
        f"{platform.python_implementation()} {platform.python_version()} on {platform.system()} {platform.machine()}"
    )
    if sys.version_info < LEAST_PYTHON:
        return Check("python", "amiss", found, "install Python 3.11 or newer")
    return Check("python", "well", found)


def _program() -> Check:
    from onrecord.steps import package_digest

    digest = f"rules {package_digest()[:12]}"
    try:
        return Check("onrecord", "well", f"{version('onrecord')}, {digest}")
    except PackageNotFoundError:
        return Check("onrecord", "note", f"a source tree, {digest}", "it runs, but is not installed: pip install .")


def _database() -> Check:
    from onrecord.store.connection import probe

    found, amiss = probe()
    return Check("sqlite", "amiss" if amiss else "well", found, amiss)


def _streams() -> Check:
    found = f"stdout {sys.stdout.encoding or 'unknown'}, file names {sys.getfilesystemencoding()}"
    if sys.getfilesystemencoding().lower().replace("-", "") != "utf8":
        return Check(
            "encoding", "note", found, "set PYTHONUTF8=1, so that file names with accents are read as they are"
        )
    return Check("encoding", "well", found)


def _disk(record: Path | None) -> Check:
    folder = record.resolve().parent if record is not None else Path.cwd()
    free = shutil.disk_usage(folder).free
    found = f"{free // (1024 * 1024):,} MiB free in {folder}"
    if not os.access(folder, os.W_OK):
        return Check("disk", "note", found, "the folder may not be written to; keep records elsewhere")
    return Check("disk", "amiss" if free < ROOM else "well", found, "make room first" if free < ROOM else "")


def _extra(name: str) -> Check:
    try:
        return Check(name, "well", version(name))
    except PackageNotFoundError:
        return Check(name, "note", "not installed", f"only to_{name}() needs it: pip install 'onrecord[{name}]'")


def _plugins() -> Check:
    from onrecord.export.registry import exporter
    from onrecord.plugins import installed
    from onrecord.read.plugged import readers

    names = [one.name for one in readers()]
    exporters, books = installed("onrecord.exporters"), installed("onrecord.codebooks")
    names += [exporter(name, exporters).name for name in exporters]
    return Check("plug-ins", "well", ", ".join([*names, *books]) or "none")


def _tables() -> Check:
    from onrecord.lexicon.actors import load_actors
    from onrecord.lexicon.codebook import load_codebook
    from onrecord.lexicon.frames import load_frames

    load_actors()
    load_frames(None)
    return Check("tables", "well", f"actors, frames, codebook {load_codebook().version}")


def _model() -> Check:
    from onrecord.annotate import DEFAULT_MODEL
    from onrecord.annotate.model import check_pins, describe, locate, pinned, weight_digests

    folder = locate(DEFAULT_MODEL)
    digests = weight_digests(folder)
    check_pins(DEFAULT_MODEL, digests, pinned()[DEFAULT_MODEL])
    return Check("language model", "well", describe(DEFAULT_MODEL, folder, digests))


def _reading() -> Check:
    from onrecord.pagewise import read

    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text(f"Talks\n{SENTENCE}\n", encoding="utf-8")
        events = [event for found in read(page, min_confidence=0) for event in found.events]
    if "ACCUSE" not in {event.type for event in events}:
        return Check("reading", "amiss", f"“{SENTENCE}” gave no accusation", "reinstall onrecord and its packages")
    return Check("reading", "well", f"“{SENTENCE}” is an accusation")


def _record(path: Path) -> Check:
    from onrecord.api import open as open_record

    with open_record(path, create=False) as record:
        found = f"{len(record.documents()):,} pages, {path.stat().st_size // 1024:,} KiB, schema up to date"
        stale = len(record.store.stale())
        derived = record.is_derived()
    notes = [] if derived else [f"onrecord derive {path} brings what pages tell together up to date"]
    notes += [f"{stale} judgements hang on no entry any more"] if stale else []
    return Check("record", "note" if notes else "well", found, "; ".join(notes))
