"""Positions: half-open ranges of Unicode code points in a document's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text`` is exactly ``document.text[start:end]``; ``start < end``."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, source: str, start: int, end: int) -> Span:
        """The span ``source[start:end]``."""
        return cls(start, end, source[start:end])

    def overlaps(self, other: Span) -> bool:
        """True where the two share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Sourced:
    """A value read off a page: from the text (``start`` and ``end`` given) or from elsewhere (``origin`` given).

    ``origin`` names the place that is not in the text: ``json-ld:datePublished``, ``meta:og:title``, ``url``, ``input``.
    """

    text: str
    start: int | None = None
    end: int | None = None
    origin: str | None = None
