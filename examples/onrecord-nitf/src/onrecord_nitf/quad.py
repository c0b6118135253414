"""A codebook of one's own: the four quad classes of the types that events are coded by."""

from __future__ import annotations

from onrecord.lexicon.codebook import load_codebook
from onrecord.schema import Event


class Quad:
    """Quad classes as codes Q1 to Q4. Only what happened has one: plans and threats to do a thing have none."""

    name = "quad"
    version = "1"

    def __init__(self) -> None:
        """Classes and types are those of the codebook in use."""
        self._book = load_codebook()
        self.codes = {f"Q{number}": name for number, name in self._book.quads.items()}

    def code(self, event: Event) -> str | None:
        """The class of an event's type."""
        return f"Q{self._book.types[event.type].quad}" if event.status == "actual" else None


BOOK = Quad()
