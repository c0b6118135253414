"""What an exporter is, what it is given, and where it writes. ``registry`` knows the exporters by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

from onrecord.export.target import Target
from onrecord.schema import Derived, Findings

Words = Literal["none", "passages", "whole"]
"""How much of a page's text goes out: none of its sentences, short passages, or the whole text."""

Undated = Literal["empty", "published", "drop"]
UNDATED: tuple[Undated, ...] = ("empty", "published", "drop")


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for. ``table`` is for formats of one table; ``everything`` takes in what is left out by default.

    ``undated`` says what stands where a page does not tell the day of an event: nothing (``empty``), the day of publication
    (``published``), or no row at all (``drop``). ``header`` writes the names of the columns of other people's tables.
    """

    table: str | None = None
    words: Words = "passages"
    everything: bool = False
    undated: Undated = "empty"
    header: bool = True


class Source(Protocol):
    """What is exported: pages in the order of the record, judgements applied, private persons masked where that was asked.

    Every method starts anew when it is called again, and none holds more than a page, or a few hundred rows.
    """

    def whole(self) -> Iterator[Findings]:
        """Every page with every entry."""
        ...

    def sure(self) -> Iterator[Findings]:
        """Every page with the entries of high confidence and those on whose word they rest; all where everything is asked for."""
        ...

    def chosen(self) -> Iterator[Findings]:
        """Those of them that the outlet itself reports as having happened or been said; all where everything is asked for."""
        ...

    def page(self, doc: str) -> Findings | None:
        """One page as ``sure`` gives it; None where it is not on record."""
        ...

    def derived(self, kind: type[Derived]) -> Iterator[Derived]:
        """What several pages give together, each row at the first of its pages; nothing before ``onrecord derive``."""
        ...

    def is_derived(self) -> bool:
        """True where ``onrecord derive`` has run."""
        ...


@runtime_checkable
class Exporter(Protocol):
    """One format. ``name`` is what ``--as`` takes, ``summary`` one line for lists."""

    name: str
    summary: str

    def write(self, source: Source, out: Target, options: Options) -> Mapping[str, int]:
        """Writes ``source`` to ``out``; gives what was left out: how many, by reason in words.

        Raises UsageError where an option does not fit the format.
        """
        ...
