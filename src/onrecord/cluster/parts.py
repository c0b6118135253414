"""Results as Parquet: ``pages`` holds everything and is what ``load`` reads, ``entries`` is flat, for DuckDB and its like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.cluster.files import is_there, listed, opened, written
from onrecord.errors import RecordError, UsageError
from onrecord.export import parquet
from onrecord.run import Result
from onrecord.store.codec import UNREADABLE, pack, unpack

FINGERPRINT, FAILED = b"onrecord.fingerprint", b"onrecord.failed"
"""What a part tells of itself."""
AT_ONCE = 200
"""Rows of a part that are in memory together."""
Numbered = tuple[int, Result]
"""The number of a page in its file, and what came of it."""


def part_of(folder: str, table: str, unit: str) -> str:
    """Where the part of a unit lies."""
    return f"{folder.rstrip('/')}/{table}/{unit}.parquet"


def is_done(folder: str, unit: str, fingerprint: str) -> bool:
    """True where the unit was coded under this fingerprint and no page of it failed."""
    path = part_of(folder, "pages", unit)
    return is_there(path) and told_of(path) == (fingerprint, 0)


def told_of(path: str) -> tuple[str, int]:
    """The fingerprint under which a part was coded, and how many of its pages failed. Raises UsageError for what is none."""
    from pyarrow import ArrowException
    from pyarrow.parquet import read_schema

    try:
        with opened(path) as file:
            told = read_schema(file).metadata or {}
    except (ArrowException, OSError) as error:
        raise UsageError(f"{path}: this is no part of onrecord code --output ({error})") from error
    if not told.keys() >= {FINGERPRINT, FAILED}:
        raise UsageError(f"{path}: this is no part of onrecord code --output")
    return told[FINGERPRINT].decode(), int(told[FAILED])


def write_part(folder: str, unit: str, fingerprint: str, results: Sequence[Numbered]) -> None:
    """Writes the two files of a unit; the one that says that it is done comes last."""
    found = [result.findings for _, result in results if result.findings is not None and result.state == "read"]
    with written(part_of(folder, "entries", unit)) as stream:
        parquet.write(found, stream, "entries")
    _write_pages(part_of(folder, "pages", unit), fingerprint, results)


def _write_pages(path: str, fingerprint: str, results: Sequence[Numbered]) -> None:
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    columns = {
        "number": pyarrow.int64(), "path": pyarrow.string(), "line": pyarrow.int64(), "doc": pyarrow.string(),
        "state": pyarrow.string(), "step": pyarrow.string(), "reason": pyarrow.string(), "size": pyarrow.int64(),
        "outlet": pyarrow.string(), "title": pyarrow.string(), "published_earliest": pyarrow.date32(),
        "published_latest": pyarrow.date32(), "language": pyarrow.string(), "statements": pyarrow.int64(),
        "events": pyarrow.int64(), "text": pyarrow.large_string(), "found": pyarrow.large_binary(),
    }  # fmt: skip
    failed = sum(result.state == "failed" for _, result in results)
    told = {FINGERPRINT: fingerprint.encode(), FAILED: str(failed).encode()}
    schema = pyarrow.schema(columns.items(), metadata=told)
    with written(path) as stream, ParquetWriter(stream, schema, compression="zstd") as writer:
        for start in range(0, len(results), AT_ONCE):
            rows = [_row(number, result) for number, result in results[start : start + AT_ONCE]]
            writer.write_table(pyarrow.Table.from_pylist(rows, schema))


def _row(number: int, result: Result) -> dict[str, Any]:
    row: dict[str, Any] = {
        "number": number, "path": _plain(result.path), "line": result.line, "doc": result.doc, "state": result.state,
        "step": result.step, "reason": _plain(result.reason), "size": result.size,
    }  # fmt: skip
    found = result.findings
    if found is None:
        return row
    page = found.document
    days = (page.published.earliest, page.published.latest) if page.published else (None, None)
    return {
        **row, "outlet": _plain(page.outlet.text) if page.outlet else None,
        "title": _plain(page.title.text) if page.title else None, "published_earliest": days[0],
        "published_latest": days[1], "language": page.language, "statements": len(found.statements),
        "events": len(found.events), "text": _plain(page.text), "found": pack(found),
    }  # fmt: skip


def _plain(text: str) -> str:
    """``text`` less halves of surrogate pairs, which no UTF-8 can hold; as long as it was."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if not text.isascii() else text


def read_part(path: str) -> Iterator[Numbered]:
    """What a part holds, in the order of its pages. Raises UsageError for what is none, RecordError for damage."""
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    told_of(path)
    try:
        with opened(path) as file:
            for batch in ParquetFile(file).iter_batches(batch_size=AT_ONCE):
                yield from ((row["number"], _result(row)) for row in batch.to_pylist())
    except (ArrowException, OSError, *UNREADABLE) as error:
        raise RecordError(f"{path}: it is damaged ({error}); code it again") from error


def _result(row: dict[str, Any]) -> Result:
    found = None if row["found"] is None else unpack(row["found"], row["text"])
    return Result(
        row["state"], row["path"], row["line"], row["doc"], found, row["reason"], row["step"], size=row["size"]
    )  # fmt: skip


def parts_in(folder: str) -> list[str]:
    """The parts in a folder, in the order of the inputs. Raises UsageError where there are none."""
    return [path for path, _ in listed(f"{folder.rstrip('/')}/pages") if path.endswith(".parquet")]
