"""Where an export goes: stdout, a file that takes its name only when it is whole, or a folder."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import UsageError


class Target:
    """What the user named to write to; ``path`` is None for stdout."""

    def __init__(self, path: str | os.PathLike[str] | None) -> None:
        """``path`` as it was given: a name that ends in ``/`` is that of a folder."""
        self.path = Path(path) if path is not None else None
        self._slashed = path is not None and os.fspath(path).endswith(("/", os.sep))

    @property
    def is_folder(self) -> bool:
        """True where a folder was named: one that is there, or a name that ends in ``/`` or has no ending."""
        return self.path is not None and (
            self._slashed or self.path.is_dir() or not (self.path.suffix or self.path.exists())
        )

    def file_of(self, name: str) -> Target:
        """The file itself, or the file ``name`` in the folder that was named, which is made where it is not there."""
        if self.path is None or not (self._slashed or self.path.is_dir()):
            return self
        self.path.mkdir(exist_ok=True)
        return Target(self.path / name)

    @contextmanager
    def binary(self) -> Iterator[BinaryIO]:
        """The bytes of stdout or of the file."""
        if self.path is None:
            sys.stdout.flush()
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
            return
        half = _half(self.path)
        with _opened(half, self.path) as stream:
            yield stream
        half.replace(self.path)

    @contextmanager
    def text(self) -> Iterator[TextIOWrapper]:
        """The same as UTF-8 text, line ends as they are written."""
        with self.binary() as stream, text_over(stream) as words:
            yield words

    @contextmanager
    def file(self) -> Iterator[Path]:
        """A path at which nothing is, for formats that want a file of their own. Raises UsageError for stdout."""
        path = self._named()
        half = _half(path)
        half.unlink(missing_ok=True)
        with _opened(half, path):
            pass
        half.unlink()
        yield half
        half.replace(path)

    @contextmanager
    def folder(self) -> Iterator[Path]:
        """An empty folder; what is written there takes the place of files of the same names. Raises UsageError for stdout."""
        path = self._named()
        half = _half(path)
        shutil.rmtree(half, ignore_errors=True)
        try:
            half.mkdir()
            path.mkdir(exist_ok=True)
        except OSError as error:
            raise UsageError(f"{path}: cannot be written ({error.strerror}); check the folder") from error
        yield half
        for one in sorted(half.iterdir()):
            one.replace(path / one.name)
        half.rmdir()

    @contextmanager
    def beside(self, ending: str) -> Iterator[TextIOWrapper]:
        """A text file beside the one that was named, its ending exchanged. Raises UsageError for stdout."""
        path = self._named()
        with Target(path.with_suffix(ending)).text() as words:
            yield words

    def _named(self) -> Path:
        if self.path is None:
            raise UsageError("this format makes files of its own; name one with -o")
        return self.path


@contextmanager
def text_over(stream: BinaryIO) -> Iterator[TextIOWrapper]:
    """UTF-8 text over bytes; half of a surrogate pair, which a broken page may hold, is written as an escape."""
    words = TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace", newline="")
    try:
        yield words
        words.flush()
    finally:
        words.detach()


def _half(path: Path) -> Path:
    return path.with_name(path.name + ".part")


def _opened(half: Path, path: Path) -> BinaryIO:
    try:
        return half.open("wb")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}); check the folder") from error
