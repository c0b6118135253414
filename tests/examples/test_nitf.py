"""The example plug-in: its reader, its exporter and its codebook, as an installed package brings them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

import onrecord
from onrecord.cli import main
from onrecord.errors import UsageError
from onrecord.read import pages
from onrecord.read.reader import read
from onrecord.schema import Document, Page, PageFault

NITF = """<?xml version="1.0" encoding="UTF-8"?>
<nitf xml:lang="en-GB"><head><title>Talks on fish</title>
<docdata><doc-id id-string="fish-1"/><date.issue norm="20210310T091500Z"/></docdata><pubdata name="The Wire"/></head>
<body><body.head><hedline><hl1>Norway  stays in
talks</hl1></hedline><byline>By A. Writer</byline></body.head>
<body.content><p>Norwegian Foreign Minister Lena Aas said on Tuesday that Norway would not leave the agreement.</p>
<media media-type="image"><media-caption>Boats in port accused Iceland.</media-caption></media>
<block><p>Norway accused Iceland of blocking the talks.</p></block></body.content></body></nitf>
"""
NEWSML = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:one" xml:lang="en"><itemMeta><versionCreated>2021-03-11T08:00:00Z</versionCreated></itemMeta>
<contentMeta><headline>One</headline></contentMeta><contentSet><inlineXML>
<html xmlns="http://www.w3.org/1999/xhtml"><body><p>The first item of two, on talks that began this week.</p></body></html>
</inlineXML></contentSet></newsItem>
<newsItem guid="urn:two" xml:lang="en"><contentMeta><headline>Two</headline></contentMeta><contentSet><inlineXML>
<html xmlns="http://www.w3.org/1999/xhtml"><body><p>The second item, on boats that left the port.</p></body></html>
</inlineXML></contentSet></newsItem></itemSet></newsMessage>
"""


def documents(found: Iterable[Page | PageFault]) -> list[Document]:
    out = []
    for page in found:
        assert isinstance(page, Page), page
        out.append(read(page))
    return out


def test_an_item_is_read_with_what_its_head_tells(plugin: Path, tmp_path: Path) -> None:
    (tmp_path / "one.xml").write_text(NITF, encoding="utf-8")
    [document] = documents(pages([str(tmp_path / "one.xml")]))
    assert document.title is not None and document.title.text == "Norway stays in talks"
    assert document.outlet is not None and document.outlet.text == "The Wire"
    assert document.published is not None and str(document.published.earliest) == "2021-03-10"
    assert (document.source_id, document.language, len(document.blocks)) == ("fish-1", "en", 2)
    assert "Boats in port" not in document.text and document.text.endswith("blocking the talks.")


def test_a_message_with_two_items_gives_two_pages_also_in_folders_archives_and_packed(
    plugin: Path, tmp_path: Path
) -> None:
    import gzip

    folder = tmp_path / "wire"
    folder.mkdir()
    (folder / "m.xml").write_text(NEWSML, encoding="utf-8")
    (folder / "m.newsml.gz").write_bytes(gzip.compress(NEWSML.encode()))
    with zipfile.ZipFile(folder / "m.zip", "w") as archive:
        archive.writestr("inner.g2", NEWSML)
    found = documents(pages([str(folder)]))
    assert [one.source_id for one in found] == ["urn:one", "urn:two"] * 3
    assert len({one.doc for one in found}) == 2


def test_without_the_plug_in_such_a_file_is_passed_over_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "one.xml").write_text(NITF, encoding="utf-8")
    assert list(pages([str(tmp_path)])) == []


def test_broken_xml_is_a_fault_and_nothing_outside_a_file_is_loaded(plugin: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.nitf").write_text(NITF[:300])
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    entity = f'<!DOCTYPE nitf [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    (tmp_path / "entity.nitf").write_text(
        f"{entity}<nitf><body><body.content><p>&x; and more</p></body.content></body></nitf>"
    )
    broken, entity_page = pages([str(tmp_path / "broken.nitf"), str(tmp_path / "entity.nitf")])
    assert isinstance(broken, PageFault) and "broken XML" in broken.reason
    assert "secret" not in (entity_page.raw.decode() if isinstance(entity_page, Page) else entity_page.reason)


def test_pages_of_the_plug_in_are_put_on_record_exported_and_coded(
    plugin: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.nitf").write_text(NITF, encoding="utf-8")
    path, out = tmp_path / "r.onrecord", tmp_path / "page.html"
    with onrecord.open(path) as record:
        assert record.add(tmp_path / "one.nitf").read == 1
        assert record.verify().unchanged == 1
        record.export("statements-html", out)
        coded = record.coded("quad", min_confidence=0)
        assert ("Q3", "ACCUSE") in {(row.code, row.type) for row in coded}
        assert len(coded) == coded.to_arrow().num_rows > 0
    assert "would not leave the agreement" in out.read_text(encoding="utf-8")
    for arguments in (
        ["export", str(path), "--as", "statements-html", str(out)],
        ["codebook", "code", str(path), "--with", "quad", "--format", "csv", "--min-confidence", "everything"],
    ):
        with pytest.raises(SystemExit) as end:
            main(arguments)
        assert end.value.code == 0
    assert "Q3," in capsys.readouterr().out


def test_a_codebook_that_there_is_not_is_told_with_those_that_there_are(plugin: Path) -> None:
    with onrecord.open(":memory:") as record, pytest.raises(UsageError, match="installed plug-ins bring quad"):
        record.coded("none")


def test_what_is_no_reader_is_refused_with_its_name(plugin: Path, tmp_path: Path) -> None:
    from onrecord.read import plugged

    info = tmp_path / "site" / "odd-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: odd\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[onrecord.readers]\nodd = io:BytesIO\n")
    plugged.readers.cache_clear()
    with pytest.raises(UsageError, match="odd: the plug-in io:BytesIO is no reader"):
        list(pages(["-"], io.BytesIO(b"\x01words")))
