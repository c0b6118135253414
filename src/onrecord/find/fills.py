"""What stands in a slot of a frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FillKind = Literal["phrase", "clause"]


@dataclass(frozen=True, slots=True)
class Fill:
    """What stands in a slot: the head token, and whether it heads a phrase or a clause. ``also`` are further heads that belong
    to it: the object before its predicate (*called* **him a liar**), the subject of a raised infinitive."""

    head: int
    kind: FillKind
    also: tuple[int, ...] = ()


def phrase(index: int | None) -> Fill | None:
    """The phrase headed by ``index``, if any."""
    return None if index is None else Fill(index, "phrase")


def clause(index: int | None) -> Fill | None:
    """The clause headed by ``index``, if any."""
    return None if index is None else Fill(index, "clause")
