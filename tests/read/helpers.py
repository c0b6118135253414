"""What tests of formats share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from onrecord.read import pages, read
from onrecord.schema import Document, Page, PageFault


def given(folder: Path, name: str, data: bytes) -> list[Page | PageFault]:
    (folder / name).write_bytes(data)
    return list(pages([str(folder / name)]))


def only(folder: Path, name: str, data: bytes) -> Document:
    (page,) = given(folder, name, data)
    assert isinstance(page, Page), page
    return read(page)


def lines(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def members(folder: Path, found: Sequence[Page | PageFault]) -> list[str]:
    return [one.path.removeprefix(str(folder) + "/") for one in found]
