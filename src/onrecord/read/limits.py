"""How much is read: the sizes beyond which a page or an archive is refused, and the meter that keeps count."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.errors import MalformedPage, OversizedPage

PAGE_LIMIT = 64 * 1024 * 1024
"""Bytes of one page, unpacked: a report with pictures in PDF has a third of that."""
TEXT_LIMIT = 4_000_000
"""Code points of one page's text: a thick book. Tokens and trees of more do not fit into 1.5 GB of memory."""
ARCHIVE_LIMIT = 256 * 1024 * 1024
"""Bytes of an archive that stands in another: it is read into memory, since its list of members is at its end."""
LINE_BYTES = 32 * 1024 * 1024
"""Bytes of one line of a JSONL file or one row of a table."""
DEPTH_LIMIT = 4
"""Archives within one another: a web archive in a ZIP, packed once more, has three."""
UNPACKED_FREE = 1024 * 1024 * 1024
"""Bytes that a file may always unpack to, all its members together."""
UNPACKED_RATIO = 200
"""Times its size that a file may unpack to beyond that: text packs to a tenth, logs to a fiftieth, bombs to a thousandth."""
CHUNK = 1024 * 1024


def megabytes(size: int) -> str:
    """``64 MiB``."""
    return f"{size // (1024 * 1024):,} MiB"


def read_limited(file: BinaryIO, limit: int = PAGE_LIMIT) -> bytes:
    """What is left of ``file``. Raises OversizedPage where that is more than ``limit`` bytes; no more is read then."""
    parts: list[bytes] = []
    size = 0
    while piece := file.read(min(CHUNK, limit + 1 - size)):
        size += len(piece)
        if size > limit:
            raise OversizedPage(f"more than {megabytes(limit)}: over the limit for one page")
        parts.append(piece)
    return b"".join(parts)


def lines_limited(file: BinaryIO, limit: int = LINE_BYTES) -> Iterator[bytes | None]:
    """The lines of ``file`` as they come in; None for one of more than ``limit`` bytes, which is skipped."""
    while line := file.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        yield None
        while line and not line.endswith(b"\n"):
            line = file.readline(CHUNK)


class Budget:
    """What all members of one file may unpack to, together."""

    def __init__(self, size: int) -> None:
        """``size`` is the file's own."""
        self.limit = UNPACKED_FREE + UNPACKED_RATIO * size
        self.spent = 0

    def spend(self, size: int) -> None:
        """Counts ``size`` bytes. Raises OversizedPage once they are more than the file may give."""
        self.spent += size
        if self.is_spent():
            raise OversizedPage(f"unpacks to more than {megabytes(self.limit)}: a decompression bomb, not read further")

    def is_spent(self) -> bool:
        """True once more was unpacked than the file may give."""
        return self.spent > self.limit


class Metered(io.RawIOBase):
    """A stream whose every byte is counted against a budget; it seeks where the stream under it does."""

    def __init__(self, file: BinaryIO, budget: Budget, faults: tuple[type[Exception], ...]) -> None:
        """Reads from ``file``, which stays open when this is closed; ``faults`` is what it raises where it is broken."""
        self._file = file
        self._budget = budget
        self._faults = faults

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """As the stream under it."""
        return self._file.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """As the stream under it."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """As the stream under it."""
        return self._file.tell()

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fills ``buffer``. Raises OversizedPage where the budget is spent, MalformedPage where the packing is broken."""
        try:
            data = self._file.read(len(buffer))
        except self._faults as error:
            raise MalformedPage(f"broken packing ({error})") from error
        self._budget.spend(len(data))
        buffer[: len(data)] = data
        return len(data)


def metered(
    file: BinaryIO, budget: Budget, faults: tuple[type[Exception], ...] = (OSError, EOFError, zlib.error)
) -> BinaryIO:
    """``file``, buffered, its bytes counted against ``budget``."""
    return io.BufferedReader(Metered(file, budget, faults), CHUNK)


def is_metered(file: BinaryIO) -> bool:
    """True for what is unpacked as it is read, where jumping back means unpacking anew."""
    return isinstance(getattr(file, "raw", None), Metered)
