"""Parquet: typed columns that DuckDB, Spark, pandas and R read. Equal findings give equal bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, BinaryIO

from onrecord.export.columns import TABLES, Cell, Column, columns_of, rows
from onrecord.export.exporter import Options, Source, Words
from onrecord.export.package import write_tables
from onrecord.export.target import Target
from onrecord.schema import Findings

ROW_GROUP = 20_000
"""Rows that are held in memory and written together: some tens of MB, and groups that readers skip well."""


def write(
    findings: Iterable[Findings], out: Path | BinaryIO, table: str = "entries", words: Words = "passages"
) -> None:
    """Writes one table to a file or a binary stream. Raises UsageError for an unknown table."""
    with _Table(table, out, words) as target:
        for one in findings:
            target.add(one)


def write_folder(findings: Iterable[Findings], folder: Path, words: Words = "passages") -> dict[str, Path]:
    """Writes every table to a file of its name in ``folder``, which must be there; gives the files by table."""
    paths = {table: folder / f"{table}.parquet" for table in TABLES}
    with ExitStack() as open_tables:
        targets = [open_tables.enter_context(_Table(table, path, words)) for table, path in paths.items()]
        for one in findings:
            for target in targets:
                target.add(one)
    return paths


class _Table:
    """One table being written, a row group at a time."""

    def __init__(self, table: str, out: Path | BinaryIO, words: Words) -> None:
        # Imported here: it takes a third of a second that other formats need not wait for.
        import pyarrow
        import pyarrow.parquet

        self._arrow: Any = pyarrow
        self._table = table
        self._words = words
        self._schema = pyarrow.schema([self._field_of(column) for column in columns_of(table, words)])
        self._writer = pyarrow.parquet.ParquetWriter(out, self._schema, compression="zstd")
        self._held: list[tuple[Cell, ...]] = []

    def __enter__(self) -> _Table:
        return self

    def __exit__(self, *exit: object) -> None:
        if exit[0] is None:
            self._flush()
        self._writer.close()

    def add(self, findings: Findings) -> None:
        self._held += rows(self._table, findings, self._words)
        if len(self._held) >= ROW_GROUP:
            self._flush()

    def _flush(self) -> None:
        if not self._held:
            return
        arrays = [
            self._arrow.array(list(_cleaned(values)), field.type)
            for values, field in zip(zip(*self._held, strict=True), self._schema, strict=True)
        ]
        self._writer.write_table(self._arrow.Table.from_arrays(arrays, schema=self._schema))
        self._held = []

    def _field_of(self, column: Column) -> Any:
        """The column with its type and its meaning, which readers of Parquet show as the field's metadata."""
        arrow = self._arrow
        types = {"text": arrow.string(), "whole": arrow.int64(), "number": arrow.float64()}
        kind = {**types, "yes": arrow.bool_(), "day": arrow.date32()}[column.kind]
        return arrow.field(column.name, kind, metadata={"description": column.meaning})


def _cleaned(values: Iterable[Cell]) -> Iterator[Cell]:
    """``values`` with half of a surrogate pair, which a broken page may hold and UTF-8 cannot, written as an escape."""
    for value in values:
        yield value.encode("utf-8", "backslashreplace").decode("utf-8") if isinstance(value, str) else value


class Parquet:
    """The exporter."""

    name = "parquet"
    summary = "Parquet: one table, or with a folder to write to all four"

    def write(self, source: Source, out: Target, options: Options) -> Mapping[str, int]:
        """Writes one table, or all to a folder."""

        def single(file: Target, table: str) -> None:
            with file.binary() as stream:
                write(source.chosen(), stream, table, options.words)

        write_tables(source, out, options, "parquet", write_folder, single)
        return {}


EXPORTER = Parquet()
