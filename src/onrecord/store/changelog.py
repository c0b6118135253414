"""What changed on record, for those who follow it: for each document and entry, when it last changed and why.

A change has a number that grows with each. Of each document and entry the last change alone is kept, so the log is as
long as the record, and whoever asks for what came after a number gets each thing once, as it is now. What is no longer
on record stays in the log by its id alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from onrecord.errors import UsageError
from onrecord.schema import Document, Event, Findings
from onrecord.store.codec import plain_of
from onrecord.store.rows import anchor

Kind = Literal["event", "statement", "document"]
Cause = Literal["read", "revised", "judged", "forgotten", "upgraded"]
CAUSES: tuple[Cause, ...] = ("read", "revised", "judged", "forgotten", "upgraded")
"""``read``: the page was read, or read again under other rules; ``revised``: another revision of the page took its place, or
gave it back; ``judged``: somebody said so; ``forgotten``: the document was erased; ``upgraded``: the record was brought up."""
KINDS: tuple[Kind, ...] = ("event", "statement", "document")

SHOWN = ("title", "outlet", "url", "byline", "language", "published", "published_bounds", "updated", "unread")
"""The fields of a document that make a change of it; another path is none."""


@dataclass(frozen=True, slots=True)
class Noted:
    """The last change of a document or an entry: its number, and ``first``, the number under which it first came.

    ``digest`` is of what it says, empty where it is no longer on record; ``other`` is the revision that took its place.
    """

    number: int
    kind: Kind
    id: str
    doc: str
    first: int
    digest: bytes
    cause: Cause
    other: str = ""

    @property
    def is_gone(self) -> bool:
        """True where it is no longer on record."""
        return not self.digest


State = Mapping[str, tuple[Kind, bytes]]
"""What is on record of a document: per id, the document's first, its kind and digest."""


class Changes(Protocol):
    """The log of a store."""

    def last(self) -> int:
        """The number of the last change, 0 where there is none."""
        ...

    def since(self, number: int) -> Iterator[Noted]:
        """The things that changed after ``number``, by their numbers."""
        ...


def state_of(found: Findings) -> State:
    """What counts of one document, by place in the text."""
    entries = sorted(found.entries, key=lambda one: (anchor(one)[0], one.id))
    state: dict[str, tuple[Kind, bytes]] = {found.document.doc: ("document", _digest(_shown(found.document)))}
    for one in entries:
        state[one.id] = ("event" if isinstance(one, Event) else "statement", _digest(plain_of(one, "", "")))
    return state


def news(doc: str, held: Iterable[Noted], state: State, cause: Cause, other: str) -> Iterator[Noted]:
    """The changes between what the log holds of a document and its state now; their numbers are yet to be given.

    What is new has the number 0 as its first.
    """
    known = {one.id: one for one in held}
    for id, (kind, digest) in state.items():
        was = known.get(id)
        if was is None or was.digest != digest:
            yield Noted(0, kind, id, doc, was.first if was else 0, digest, cause)
    for one in known.values():
        if one.id not in state and not one.is_gone:
            yield replace(one, number=0, digest=b"", cause=cause, other=other)


class MemoryChanges:
    """The log of a store that is gone when the program ends."""

    def __init__(self) -> None:
        """Nothing changed yet."""
        self._log: dict[str, Noted] = {}
        self._of: dict[str, set[str]] = {}
        self._last = 0

    def note(self, doc: str, state: State, cause: Cause, other: str = "") -> None:
        """Adds what ``state`` changes about a document."""
        ids = self._of.setdefault(doc, set())
        for one in list(news(doc, [self._log[id] for id in sorted(ids)], state, cause, other)):
            self._last += 1
            self._log.pop(one.id, None)
            self._log[one.id] = replace(one, number=self._last, first=one.first or self._last)
            ids.add(one.id)

    def last(self) -> int:
        """The number of the last change."""
        return self._last

    def since(self, number: int) -> Iterator[Noted]:
        """The things that changed after ``number``."""
        check_number(number, self._last)
        return (one for one in list(self._log.values()) if one.number > number)


def check_number(number: int, last: int) -> None:
    """Raises UsageError for a number that the record has not come to: it is that of another record."""
    if not 0 <= number <= last:
        raise UsageError(
            f"since {number}: the record's last change has the number {last}; "
            "give the number that the last run ended with, or 0 for all there is"
        )


def _shown(document: Document) -> object:
    plain = plain_of(document, "", "")
    return {name: plain[name] for name in SHOWN if name in plain}


def _digest(plain: object) -> bytes:
    return hashlib.sha256(json.dumps(plain, ensure_ascii=True, sort_keys=True).encode()).digest()[:8]
