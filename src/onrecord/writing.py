"""Findings written to a file or to stdout in one of the export formats."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import UsageError
from onrecord.schema import Findings
from onrecord.selection import above, vouched
from onrecord.settings import EXPORT_FORMATS, MIN_CONFIDENCE


def write(
    findings: Iterable[Findings],
    form: str,
    out: str | os.PathLike[str] | None,
    *,
    table: str = "entries",
    text: bool = True,
    everything: bool = False,
) -> Mapping[str, int]:
    """Writes ``findings``; see ``Record.export``. Raises UsageError for an unknown format or table, or an unfit ``out``."""
    from onrecord.export import csv, jsonl, parquet, plover
    from onrecord.export.columns import columns_of

    if form not in EXPORT_FORMATS:
        raise UsageError(f"{form}: no such format; give one of {', '.join(EXPORT_FORMATS)}")
    columns_of(table)
    with _target(out) as stream:
        if form == "parquet":
            parquet.write(_chosen(findings, everything), stream, table)
            return {}
        with _text_over(stream) as words:
            if form == "plover":
                return plover.write(_sure(findings, everything), words, vouched=not everything, text=text)
            if form == "csv":
                csv.write(_chosen(findings, everything), words, table)
                return {}
            for one in findings:
                for line in jsonl.lines(one, text=text, everything=True):
                    words.write(jsonl.dumps(line) + "\n")
    return {}


def _chosen(findings: Iterable[Findings], everything: bool) -> Iterable[Findings]:
    return findings if everything else (above(vouched(one), MIN_CONFIDENCE["precise"]) for one in findings)


def _sure(findings: Iterable[Findings], everything: bool) -> Iterable[Findings]:
    return findings if everything else (above(one, MIN_CONFIDENCE["precise"]) for one in findings)


@contextmanager
def _target(out: str | os.PathLike[str] | None) -> Iterator[BinaryIO]:
    """The bytes of stdout, or of a file that takes its name only when it is whole."""
    if out is None:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(out)
    half = path.with_name(path.name + ".part")
    try:
        with half.open("wb") as stream:
            yield stream
        half.replace(path)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise UsageError(
            f"{path}: cannot be written ({error.strerror}); check the folder and the room on the disk"
        ) from error


@contextmanager
def _text_over(stream: BinaryIO) -> Iterator[TextIOWrapper]:
    words = TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace", newline="")
    try:
        yield words
        words.flush()
    finally:
        words.detach()
