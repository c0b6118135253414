"""Which statements hold a place of the text in their content, without comparing each with each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from onrecord.schema import Statement


class Holders:
    """The pieces of content of a page's statements, asked by position."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        pieces = [(piece.start, piece.end, one) for one in statements for piece in one.content]
        self._pieces = sorted(pieces, key=lambda entry: (entry[0], entry[1], entry[2].id))
        self._starts = [start for start, _, _ in self._pieces]
        self._longest = max((end - start for start, end, _ in self._pieces), default=0)

    def innermost(self, start: int, end: int, without: str | None = None, strictly: bool = False) -> Statement | None:
        """The statement of the shortest content that holds ``start`` to ``end``, other than ``without``; None where none does.

        ``strictly``: a piece of just this extent holds nothing but itself.
        """
        found: list[Statement] = []
        at = bisect_right(self._starts, start) - 1
        while at >= 0 and self._starts[at] >= start - self._longest:
            piece_start, piece_end, one = self._pieces[at]
            same = strictly and (piece_start, piece_end) == (start, end)
            if end <= piece_end and one.id != without and not same:
                found.append(one)
            at -= 1
        return min(found, key=lambda one: (sum(len(piece.text) for piece in one.content), one.id), default=None)
