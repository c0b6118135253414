"""Reading the files of the actor table: tab-separated, with `#` lines (source and licence) and a header; .gz is compressed."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from importlib.resources import files

from onrecord.errors import LexiconError


def read_rows(name: str) -> list[Mapping[str, str]]:
    """The rows of a table of the package as dicts by column.

    Raises LexiconError, naming file and line, where a row has another number of cells than the header.
    """
    head, body = _split(name)
    return [dict(zip(head, cells, strict=True)) for cells in body]


def read_cells(name: str) -> Iterator[list[str]]:
    """The rows of a table as lists of cells, for the big files."""
    _, body = _split(name)
    return body


def read_lines(name: str) -> list[str]:
    """The rows of a table as they are written, cells parted by tabs, for files whose rows are read when they are asked for."""
    lines = _text(name).split("\n")
    return lines[_header(lines) + 1 :]


def _text(name: str) -> str:
    data = (files("onrecord") / "data" / "actors" / name).read_bytes()
    return (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8").rstrip("\n")


def _header(lines: list[str]) -> int:
    """The index of the line with the column names."""
    return next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))


def _split(name: str) -> tuple[list[str], Iterator[list[str]]]:
    lines = _text(name).split("\n")
    at = _header(lines)
    head = lines[at].split("\t")
    return head, _cells(name, lines, at, len(head))


def _cells(name: str, lines: list[str], header: int, width: int) -> Iterator[list[str]]:
    for number, line in enumerate(lines[header + 1 :], start=header + 2):
        cells = line.split("\t")
        if len(cells) != width:
            raise LexiconError(f"actors/{name}, line {number}: {len(cells)} cells where the header has {width}")
        yield cells
