"""JSON that is too long to be held: objects written one a line, in an array or in a map."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TextIO

from onrecord.errors import UsageError

Json = dict[str, Any]


def dumps(value: Any) -> str:
    """A value on one line, characters as they are."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def lines(items: Iterable[Mapping[str, Any]], out: TextIO) -> None:
    """JSON Lines."""
    for item in items:
        out.write(dumps(item) + "\n")


def objects(stream: TextIO) -> Iterator[Json]:
    """The objects of JSON Lines, empty lines passed over. Raises UsageError for a line that holds none."""
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            given = json.loads(line)
        except ValueError as error:
            raise UsageError(f"line {number}: this is no JSON object ({error})") from error
        if not isinstance(given, dict):
            raise UsageError(f"line {number}: this is no JSON object")
        yield given


def array(items: Iterable[Mapping[str, Any]], out: TextIO) -> None:
    """An array with an object on each line."""
    out.write("[")
    _parted((dumps(item) for item in items), out)
    out.write("]")


def mapping(items: Iterable[tuple[str, Mapping[str, Any]]], out: TextIO) -> None:
    """A map with an object on each line. A key that comes twice is for the caller to avoid."""
    out.write("{")
    _parted((f"{dumps(key)}: {dumps(item)}" for key, item in items), out)
    out.write("}")


def opened(head: Mapping[str, Any], key: str) -> str:
    """The beginning of an object, up to the value of its last key, which the caller writes."""
    return f"{dumps(head)[:-1]}, {dumps(key)}: " if head else f"{{{dumps(key)}: "


def without_nothing(item: Mapping[str, Any]) -> Json:
    """``item`` without the fields of which nothing is known."""
    return {key: value for key, value in item.items() if value not in (None, "", [], {}, ())}


def _parted(items: Iterable[str], out: TextIO) -> None:
    between = "\n"
    for item in items:
        out.write(between + item)
        between = ",\n"
    out.write("\n")
