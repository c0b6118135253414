"""Events by the codes of somebody's own codebook, brought by a plug-in under the entry points ``onrecord.codebooks``.

A codebook of one's own does not change what is found: it says of each event on record which of its codes it has, if any.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol, runtime_checkable

from onrecord.errors import UsageError
from onrecord.schema import Event, Party
from onrecord.store.rows import BETWEEN_NAMES, with_members


@runtime_checkable
class OwnCodebook(Protocol):
    """A codebook: ``name`` and ``version`` stand with every code, ``codes`` gives each code its meaning."""

    name: str
    version: str
    codes: Mapping[str, str]

    def code(self, event: Event) -> str | None:
        """The code of an event, by its type, mode, contexts, sides, status and words; None where it has none."""
        ...


@dataclass(frozen=True, slots=True)
class Coded:
    """An event with its code. ``codebook`` is the codebook's name and version; several parties are parted by "; "."""

    id: str
    doc: str
    codebook: str
    code: str
    meaning: str
    type: str
    mode: str | None
    source: str | None
    source_country: str | None
    target: str | None
    target_country: str | None
    when_earliest: date | None
    when_latest: date | None
    status: str
    voice: str
    according_to: str | None
    confidence: float
    sentence: str


def own_codebook(name: str, installed: Mapping[str, Callable[[], object]]) -> OwnCodebook:
    """The codebook of this name. Raises UsageError for a name that there is not, and for what is no codebook."""
    if name not in installed:
        raise UsageError(f"{name}: no such codebook; installed plug-ins bring {', '.join(installed) or 'none'}")
    found = installed[name]()
    if not isinstance(found, OwnCodebook):
        raise UsageError(f"{name}: the plug-in is no codebook; it lacks a name, version, codes or code")
    return found


def coded(events: Iterable[Event], book: OwnCodebook) -> Iterator[Coded]:
    """The events that have a code, in their order. Raises UsageError for a code that the codebook does not list."""
    for event in events:
        code = book.code(event)
        if code is None:
            continue
        if code not in book.codes:
            raise UsageError(f"{book.name}: gave the event {event.id} the code {code!r}, which it does not list")
        yield Coded(
            event.id, event.doc, f"{book.name} {book.version}", code, book.codes[code], event.type, event.mode,
            _names(event.source), _countries(event.source), _names(event.target), _countries(event.target),
            event.when.earliest, event.when.latest, event.status, event.voice, event.according_to, event.confidence,
            event.sentence.text,
        )  # fmt: skip


def _names(parties: tuple[Party, ...]) -> str | None:
    return BETWEEN_NAMES.join(" ".join((one.name or one.text).split()) for one in with_members(parties)) or None


def _countries(parties: tuple[Party, ...]) -> str | None:
    cells = [one.country or "" for one in with_members(parties)]
    return BETWEEN_NAMES.join(cells) if any(cells) else None
