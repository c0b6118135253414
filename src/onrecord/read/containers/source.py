"""One file or member of an archive, open for reading."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from onrecord.read.limits import Budget
from onrecord.schema import PageFault

MEMBER = "!/"
"""What parts an archive's path from a member's name."""


@dataclass(frozen=True, slots=True)
class Source:
    """``path`` is what is shown, ``name`` what the file's ending and a sidecar's row are told by.

    ``budget`` counts what all that the outermost file holds unpacks to, ``depth`` the archives around this source.
    ``beside`` is set for what was met in a folder or an archive, and may be no page at all; ``given`` gives a sidecar's
    row for a path, ``known`` is what the archive says of its member.
    """

    path: str
    file: BinaryIO
    name: str
    budget: Budget
    depth: int = 0
    beside: bool = False
    given: Callable[[str], Mapping[str, str]] | None = None
    known: Mapping[str, str] = field(default_factory=dict)

    def metadata(self) -> dict[str, str]:
        """What is known of the page from beside it: the archive's word, then the sidecar's."""
        row = self.given(self.name) if self.given is not None else {}
        return {**self.known, **row}

    def member(self, name: str, data: bytes | BinaryIO, known: Mapping[str, str] | None = None) -> Source:
        """What this source holds under ``name``."""
        file = io.BytesIO(data) if isinstance(data, bytes) else data
        return replace(
            self,
            path=f"{self.path}{MEMBER}{plain_name(name)}",
            name=f"{self.name}{MEMBER}{name}",
            file=file,
            depth=self.depth + 1,
            beside=True,
            known=known or {},
        )

    def fault(self, reason: str, member: str | None = None) -> PageFault:
        """A fault of this source, or of the member of that name."""
        return PageFault(self.path if member is None else f"{self.path}{MEMBER}{plain_name(member)}", reason)


def plain_name(name: str) -> str:
    """A member's name as text that can be written out on one line; it is never used as a path on this machine."""
    shown = "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in name[:1000])
    return shown.encode("utf-8", "backslashreplace").decode("utf-8")
