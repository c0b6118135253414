"""Derived rows as a store keeps them: by the step that made them, found by document, entry or id, rebuilt at any time."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields, replace
from typing import Any, Protocol, TypeVar

from onrecord.schema import DERIVED, Derived
from onrecord.store.codec import decoded, field_decoders, plain_of, sound
from onrecord.store.deflate import plain

T = TypeVar("T", bound=Derived)
DAMAGED = "what was derived", "onrecord derive --anew makes all of it anew"
"""What is said of derived rows that are not, or no longer, what was put."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A row that stands as a step put it the last time: its kind and id take the place of it."""

    kind: type[Derived]
    id: str


@dataclass(frozen=True, slots=True)
class Part:
    """What was worked out of a page or a group of pages: a digest of all it was made of, and JSON."""

    digest: str
    packed: str


@dataclass(frozen=True, slots=True)
class Parts:
    """What is kept of one kind of parts from now on: those made anew, by name, and the names of those that are gone."""

    kind: str
    made: Mapping[str, Part] = field(default_factory=dict)
    gone: Sequence[str] = ()


class Derivations(Protocol):
    """The derived part of a record. Nothing in it is a source: ``onrecord derive`` makes all of it anew.

    Rows keep places in texts and not the words; ``Store.text`` gives these. A document that is forgotten takes every
    row with it that rests on it.
    """

    def put(self, step: str, fingerprint: str, rows: Sequence[Derived | Standing], parts: Iterable[Parts] = ()) -> None:
        """Takes ``rows`` for all that ``step`` gives, in their order, in one transaction with the parts that it kept. Rows of
        before that are not among them are gone. Raises KeyError for a row that does not stand.
        """
        ...

    def digests(self, kind: str) -> dict[str, str]:
        """The digest of each part of a kind, by its name."""
        ...

    def part(self, kind: str, name: str) -> str:
        """What is kept of a part. Raises KeyError where there is none."""
        ...

    def drop(self) -> None:
        """Drops all rows and parts, in one transaction."""
        ...

    def made(self) -> dict[str, str]:
        """The fingerprint that each step's rows were put under."""
        ...

    def rows(
        self, kind: type[T], *, ids: Iterable[str] | None = None, docs: Iterable[str] | None = None,
        entries: Iterable[str] | None = None,
    ) -> list[T]:  # fmt: skip
        """The rows of one kind in the order they were put: all, or those with any of these ids, documents or entries."""
        ...

    def brief(self, kind: type[T], wanted: Sequence[str] = ()) -> list[T]:
        """All rows of one kind in their order, to choose among: the fields that have no default, and those ``wanted``; of the
        others nothing is sure.
        """
        ...

    def kept(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What ``make`` gives. A store that answers many may give what it made before, while the rows are the same."""
        ...


class MemoryDerivations:
    """Derived rows that are gone when the program ends. See ``Derivations``."""

    def __init__(self) -> None:
        """Nothing derived yet."""
        self._made: dict[str, str] = {}
        self._rows: dict[str, list[Derived]] = {}
        self._parts: dict[str, dict[str, Part]] = {}

    def put(self, step: str, fingerprint: str, rows: Sequence[Derived | Standing], parts: Iterable[Parts] = ()) -> None:
        """Takes ``rows`` for all that ``step`` gives, and the parts that it kept."""
        old: dict[tuple[type[Derived], str], list[Derived]] = {}
        for one in reversed(self._rows.get(step, ())):
            old.setdefault((type(one), one.id), []).append(one)
        self._rows[step] = [old[row.kind, row.id].pop() if isinstance(row, Standing) else wordless(row) for row in rows]
        for part in parts:
            held = self._parts.setdefault(part.kind, {})
            held.update(part.made)
            for name in part.gone:
                held.pop(name, None)
        self._made[step] = fingerprint

    def digests(self, kind: str) -> dict[str, str]:
        """The digest of each part of a kind."""
        return {name: part.digest for name, part in self._parts.get(kind, {}).items()}

    def part(self, kind: str, name: str) -> str:
        """What is kept of a part."""
        return self._parts[kind][name].packed

    def made(self) -> dict[str, str]:
        """The fingerprint of each step's rows."""
        return dict(self._made)

    def rows(
        self, kind: type[T], *, ids: Iterable[str] | None = None, docs: Iterable[str] | None = None,
        entries: Iterable[str] | None = None,
    ) -> list[T]:  # fmt: skip
        """The rows of one kind, all or those asked for."""
        found = [row for step in sorted(self._rows) for row in self._rows[step] if type(row) is kind]
        if ids is not None:
            asked = set(ids)
            found = [row for row in found if row.id in asked]
        if docs is not None:
            asked = set(docs)
            found = [row for row in found if not asked.isdisjoint(row.docs)]
        if entries is not None:
            asked = set(entries)
            found = [row for row in found if not asked.isdisjoint(row.entries)]
        return [row for row in found if isinstance(row, kind)]

    def brief(self, kind: type[T], wanted: Sequence[str] = ()) -> list[T]:
        """All rows of one kind."""
        return self.rows(kind)

    def kept(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What ``make`` gives."""
        return make()

    def drop(self) -> None:
        """Drops all rows and parts."""
        self.clear()

    def clear(self) -> None:
        """Drops all rows."""
        self._rows, self._made, self._parts = {}, {}, {}


def wordless(row: T) -> T:
    """``row`` without the words of its passages, whose places stay."""
    return replace(row, passages=tuple(replace(one, text="") for one in row.passages))


def packed(row: Derived) -> str:
    """A row as one line of JSON, defaults left out."""
    return json.dumps(plain_of(wordless(row), "", ""), ensure_ascii=True, separators=(",", ":"), sort_keys=True)


def unpacked(kind: str, kept: str | bytes) -> Derived:
    """The row that ``packed`` was given, from its line of JSON as it is kept."""
    with sound(*DAMAGED):
        row: Derived = decoded(DERIVED[kind], json.loads(plain(kept)))
        return row


def brief_fields(kind: type[Derived], wanted: Sequence[str]) -> tuple[str, ...]:
    """The names of the fields of a brief row."""
    needed = [one.name for one in fields(kind) if one.default is MISSING]
    return tuple(dict.fromkeys((*needed, *wanted)))


def briefly(kind: type[T], names: Sequence[str]) -> Callable[[str | bytes], T]:
    """What makes brief rows from rows as they are kept."""
    decoders = field_decoders(kind, names)
    needed = {one.name for one in fields(kind) if one.default is MISSING}
    each = [(name, decode, name in needed) for name, decode in zip(names, decoders, strict=True)]

    def make(kept: str | bytes) -> T:
        with sound(*DAMAGED):
            held = json.loads(plain(kept))
            values = ((name, decode, held.get(name), must) for name, decode, must in each)
            return kind(
                **{name: decode(value, "", "") for name, decode, value, must in values if must or value is not None}
            )

    return make
