"""Files here or in an object store (``s3://``, ``gs://``, ``file://``), by one set of calls."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from os.path import abspath
from typing import Any, BinaryIO

from onrecord.errors import UsageError

BUFFER = 1024 * 1024
"""Bytes fetched at a time: an object store answers each request in a tenth of a second."""
HIDDEN = (".", "_")
"""A file or folder whose name begins so is none of the inputs."""


def located(uri: str) -> tuple[Any, str]:
    """The file system behind an address, and the path in it. Raises UsageError where there is none such."""
    from pyarrow import ArrowException
    from pyarrow.fs import FileSystem, LocalFileSystem

    if "://" not in uri:
        return LocalFileSystem(), abspath(uri)
    try:
        found: tuple[Any, str] = FileSystem.from_uri(uri)
    except (ArrowException, ValueError) as error:
        raise UsageError(f"{uri}: cannot be reached ({error}); give a path, s3://, gs:// or file://") from error
    return found


def listed(uri: str) -> list[tuple[str, int]]:
    """The files at an address with their sizes, those of folders included, in the order of the bytes of their paths.

    Addresses keep the form in which they were given. Raises UsageError where there is nothing.
    """
    from pyarrow.fs import FileSelector, FileType

    system, path = located(uri)
    try:
        told = system.get_file_info(path)
        if told.type == FileType.File:
            return [(uri, told.size)]
        inside = system.get_file_info(FileSelector(path, recursive=True)) if told.type == FileType.Directory else []
    except OSError as error:
        raise UsageError(f"{uri}: cannot be listed ({error.strerror or error})") from error
    below = sorted((one for one in inside if one.type == FileType.File), key=lambda one: one.path.encode())
    names = [(one.path[len(path) :].lstrip("/"), one.size) for one in below]
    shown = [(name, size) for name, size in names if not any(part.startswith(HIDDEN) for part in name.split("/"))]
    if not shown:
        raise UsageError(f"{uri}: there are no files; check the address")
    return [(f"{uri.rstrip('/')}/{name}", size) for name, size in shown]


@contextmanager
def opened(uri: str) -> Iterator[BinaryIO]:
    """The file at an address, open for reading."""
    system, path = located(uri)
    with system.open_input_file(path) as file, io.BufferedReader(file, BUFFER) as buffered:
        yield buffered


@contextmanager
def written(uri: str) -> Iterator[BinaryIO]:
    """A file that takes its name only when it is whole: another process never sees half of it."""
    from pyarrow.fs import LocalFileSystem

    system, path = located(uri)
    local = isinstance(system, LocalFileSystem)
    system.create_dir(path.rpartition("/")[0], recursive=True)
    half = f"{path}.part" if local else path
    with system.open_output_stream(half) as stream:
        yield stream
    if local:
        system.move(half, path)


def is_there(uri: str) -> bool:
    """True where there is such a file."""
    from pyarrow.fs import FileType

    system, path = located(uri)
    return bool(system.get_file_info(path).type == FileType.File)
