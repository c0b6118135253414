from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.read import pages, read
from onrecord.schema import Page, PageFault

TEXT = "The minister said on Monday that the bridge would be open by the end of the year.\n"


def given(*paths: str | Path, **options: object) -> list[Page | PageFault]:
    return list(pages([str(path) for path in paths], **options))  # type: ignore[arg-type]


def test_arguments_keep_their_order_and_folders_go_by_the_bytes_of_their_paths(tmp_path: Path) -> None:
    for name in ("b/z.txt", "b/é.txt", "b/a/x.txt", "b/B.txt", "a.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    found = given(tmp_path / "b", tmp_path / "a.txt")
    names = [Path(page.path).relative_to(tmp_path).as_posix() for page in found]
    assert names == ["b/B.txt", "b/a/x.txt", "b/z.txt", "b/é.txt", "a.txt"]


def test_what_stands_beside_saved_pages_is_passed_over_in_folders(tmp_path: Path) -> None:
    for name in ("page.html", "style.css", "photo.jpg", "meta.csv", ".hidden.txt"):
        (tmp_path / name).write_text("<html>", encoding="utf-8")
    assert [Path(page.path).name for page in given(tmp_path)] == ["page.html"]


def test_a_missing_path_is_a_fault_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    fault, page = given(tmp_path / "gone.txt", tmp_path / "a.txt")
    assert isinstance(fault, PageFault) and fault.path.endswith("gone.txt") and "No such file" in fault.reason
    assert isinstance(page, Page)


def test_an_empty_folder_is_a_fault(tmp_path: Path) -> None:
    assert isinstance(given(tmp_path)[0], PageFault)


def test_html_is_told_by_name_or_by_how_it_begins(tmp_path: Path) -> None:
    (tmp_path / "a.htm").write_text("words", encoding="utf-8")
    (tmp_path / "b").write_text("\n<!-- saved --><!DOCTYPE html><p>words", encoding="utf-8")
    (tmp_path / "c.txt").write_text("words about <html>", encoding="utf-8")
    (tmp_path / "d.html.gz").write_bytes(gzip.compress(b"<p>words", mtime=0))
    assert [page.media for page in given(tmp_path) if isinstance(page, Page)] == ["html", "html", "text", "html"]


def test_standard_input_is_one_page_or_one_a_line() -> None:
    (page,) = given("-", stdin=io.BytesIO(TEXT.encode()))
    assert isinstance(page, Page) and page.path == "-" and page.raw == TEXT.encode()
    found = given("-", stdin=io.BytesIO(b'{"id": "1", "text": "One."}\n{"id": "2", "text": "Two."}\n'))
    assert [page.line for page in found] == [1, 2]
    assert isinstance(given("-")[0], PageFault)


def test_a_line_that_is_no_object_is_reported_with_its_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = [
        '{"id": "1", "text": "One."}',
        "{broken",
        '["text"]',
        '{"id": "4"}',
        "",
        '{"id": "6", "text": "Six."}',
        '{"text": "\\ud800"}',
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = given(tmp_path / "a.jsonl")
    assert [(type(page).__name__, page.line) for page in found] == [
        ("Page", 1), ("PageFault", 2), ("PageFault", 3), ("PageFault", 4), ("Page", 6), ("PageFault", 7),
    ]  # fmt: skip


def test_json_lines_stream(tmp_path: Path) -> None:
    read_lines = 0

    class Counting(io.BytesIO):
        def __next__(self) -> bytes:
            nonlocal read_lines
            read_lines += 1
            return super().__next__()

    stream: Iterator[Page | PageFault] = pages(["-"], stdin=Counting(b'{"text": "One."}\n' * 1000))
    next(stream), next(stream)
    assert read_lines <= 2


def test_a_json_object_keeps_its_digest_however_it_is_written() -> None:
    one = given("-", stdin=io.BytesIO(b'{"id": 1, "text": "Caf\\u00e9.", "note": [1]}\n'))[0]
    two = given("-", stdin=io.BytesIO('{"text":"Café.",  "note":[1], "id":1}\n'.encode()))[0]
    assert isinstance(one, Page) and isinstance(two, Page)
    assert (
        one.raw
        == two.raw
        == json.dumps({"id": 1, "note": [1], "text": "Café."}, separators=(",", ":"), ensure_ascii=False).encode()
    )


def test_a_json_text_is_read_as_it_stands() -> None:
    line = {
        "id": "a1",
        "text": "Related\n\nThe minister said no.",
        "title": "On the bridge",
        "published": "2019-03-04",
        "outlet": "The Courier",
        "url": "https://courier.example/1",
        "language": "en",
    }
    (page,) = given("-", stdin=io.BytesIO(json.dumps(line).encode()))
    assert isinstance(page, Page)
    found = read(page)
    assert [(block.kind, found.text[block.start : block.end]) for block in found.blocks] == [
        ("paragraph", "Related"),
        ("paragraph", "The minister said no."),
    ]
    assert found.title is not None and (found.title.text, found.title.start, found.title.origin) == (
        "On the bridge",
        None,
        "input",
    )
    assert found.published is not None and (
        str(found.published.earliest),
        found.published.basis,
        found.published.origin,
    ) == ("2019-03-04", "given", "input")
    assert found.source_id == "a1" and found.outlet is not None and found.url is not None and found.language == "en"


def test_a_sidecar_fits_by_path_name_or_id(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / "in" / name).write_text(TEXT, encoding="utf-8")
    table = tmp_path / "meta.csv"
    table.write_text("path,id,outlet,published\nin/a.txt,A,The Courier,2019-03-04\n,b,The Post,\n", encoding="utf-8")
    found = [read(page) for page in given(tmp_path / "in", sidecar=str(table)) if isinstance(page, Page)]
    assert [document.outlet and document.outlet.text for document in found] == ["The Courier", "The Post", None]
    assert found[0].published is not None and found[0].published.basis == "given" and found[0].source_id == "A"


def test_a_sidecar_that_cannot_be_used_is_refused_before_the_first_page(tmp_path: Path) -> None:
    (tmp_path / "meta.csv").write_text("name,outlet\nx,y\n", encoding="utf-8")
    with pytest.raises(UsageError, match="path, file or id"):
        pages([], sidecar=str(tmp_path / "meta.csv"))
    with pytest.raises(UsageError):
        pages([], sidecar=str(tmp_path / "gone.csv"))
