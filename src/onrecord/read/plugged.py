"""Readers of further formats, brought by installed packages under the entry points ``onrecord.readers``.

A plug-in gives texts, each with what is known of it, as the lines of a JSONL file do, and they are read as such: the text as
it stands, every line a paragraph. A document's id is that of this text and its metadata, so that the record does not hang
on the version of the plug-in. onrecord's own formats go first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.metadata import entry_points
from typing import BinaryIO, Protocol, runtime_checkable

from onrecord.errors import EmptyPage, MalformedPage, UsageError
from onrecord.read.jsonl import FIELDS, canonical, page_of
from onrecord.schema import Page, PageFault

GROUP = "onrecord.readers"
KNOWN = frozenset({"text", *FIELDS})


@runtime_checkable
class Reader(Protocol):
    """One format. ``name`` is told in messages; ``suffixes`` are the endings of its files, in small letters (``.nitf``)."""

    name: str
    suffixes: tuple[str, ...]

    def reads(self, head: bytes) -> bool:
        """Whether a file with such an ending, or one that onrecord knows nothing of, is of this format by its first bytes."""
        ...

    def texts(self, file: BinaryIO) -> Iterator[Mapping[str, str]]:
        """The texts in a file, each with ``text`` and where known ``id``, ``title``, ``published`` (YYYY-MM-DD), ``outlet``,
        ``url`` and ``language``.

        Raises PageError (MalformedPage, say) for what cannot be read; what was given before it stands.
        """
        ...


@lru_cache(maxsize=1)
def readers() -> tuple[Reader, ...]:
    """The installed plug-ins, by name. Raises UsageError for one that is no reader."""
    found = []
    for point in sorted(entry_points(group=GROUP), key=lambda one: one.name):
        made = point.load()
        if not isinstance(made, Reader):
            raise UsageError(
                f"{point.name}: the plug-in {point.value} is no reader; it lacks a name, suffixes, reads or texts"
            )
        found.append(made)
    return tuple(found)


def reader_of(ending: str, head: bytes) -> Reader | None:
    """The plug-in that reads a file with this ending and beginning; None where there is none."""
    return next((one for one in readers() if (not ending or ending in one.suffixes) and one.reads(head)), None)


def has_reader(ending: str) -> bool:
    """True where a plug-in is for files with this ending."""
    return any(ending in one.suffixes for one in readers())


def plugged_pages(reader: Reader, path: str, file: BinaryIO) -> Iterator[Page | PageFault]:
    """The pages that a plug-in gives. Raises EmptyPage where it gives none, MalformedPage for what breaks its contract."""
    number = 0
    for number, given in enumerate(reader.texts(file), 1):
        odd = sorted(set(given) - KNOWN)
        text = given.get("text")
        if odd or not isinstance(text, str):
            what = f"fields {', '.join(odd)}, which there are not" if odd else "no text"
            raise MalformedPage(f"the plug-in {reader.name} gave {what}")
        data = {name: value for name, value in given.items() if value}
        yield page_of(path, canonical(data), data, number)
    if number == 0:
        raise EmptyPage(f"the plug-in {reader.name} found no text in it")
