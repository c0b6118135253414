from __future__ import annotations

import gzip
import io
import sys
from pathlib import Path

import pytest

from evals import made
from onrecord.errors import MalformedPage, OversizedPage
from onrecord.read import pages, read
from onrecord.schema import Page, PageFault
from tests.read.helpers import given, lines, members, only


def test_each_item_of_a_feed_is_a_page_with_what_the_feed_says_of_it(tmp_path: Path) -> None:
    found = given(tmp_path, "feed.rss", made.rss())
    assert members(tmp_path, found) == [f"feed.rss!/https://courier.example/{number}" for number in (1, 2)]
    first, second = (read(page) for page in found if isinstance(page, Page))
    assert lines(first) == [("title", made.TITLE), *(("paragraph", one) for one in made.BODY)]
    assert first.published is not None and str(first.published.latest) == "2019-03-04" and first.source_id == "g1"
    assert second.outlet is not None and second.outlet.text == "The Courier" and second.published is None
    atom = only(tmp_path, "feed.atom", made.atom())
    assert atom.byline is not None and atom.byline.text == "Ada Lorne" and lines(atom) == lines(first)


def test_an_item_keeps_its_id_when_the_feed_around_it_grows(tmp_path: Path) -> None:
    one = {"title": "Bridge to open", "link": "https://courier.example/1", "description": made.BODY[0]}
    two = {"title": "Harbour sold", "link": "https://courier.example/2", "description": made.BODY[2]}
    before, after = given(tmp_path, "a.rss", made.rss([one])), given(tmp_path, "b.rss", made.rss([two, one]))
    assert isinstance(before[0], Page) and isinstance(after[1], Page) and before[0].raw == after[1].raw


def test_an_item_that_is_never_closed_does_not_take_the_words_of_the_next(tmp_path: Path) -> None:
    feed = made.rss().replace(b"</description></item>", b"", 1)
    fault, page = given(tmp_path, "a.rss", feed)
    assert isinstance(fault, PageFault) and "not closed" in fault.reason
    assert isinstance(page, Page) and "harbour" in read(page).text


def test_signs_that_a_feed_does_not_escape_are_kept(tmp_path: Path) -> None:
    feed = (
        made.rss([{"title": "X", "description": "Y"}])
        .replace(b"X", b"AT&T &rsquo;s plan")
        .replace(b"Y", b"a &odd; b &lt;p&gt;c")
    )
    found = only(tmp_path, "a.rss", feed)
    assert [text for _, text in lines(found)] == ["AT&T ’s plan", "a &odd; b", "c"]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz", "crawl.wacz"])
def test_a_web_archive_gives_its_captures_with_address_and_the_day_they_were_made(tmp_path: Path, name: str) -> None:
    (page,) = given(tmp_path, name, made.every_format()[name])
    assert isinstance(page, Page) and page.path.endswith("!/https://courier.example/1") and page.raw == made.html()
    found = read(page)
    assert found.url is not None and found.published is None and found.published_bounds is not None
    assert str(found.published_bounds.latest) == "2019-03-05"


def test_pictures_and_answers_that_are_no_pages_are_passed_over_in_a_web_archive(tmp_path: Path) -> None:
    captures = [
        ("https://c.example/a.png", "image/png", b"\x89PNG"),
        ("https://c.example/a.js", "text/javascript", b"let a = 1"),
        ("https://c.example/a", "text/html; charset=windows-1251", "<html><p>Мост".encode("cp1251")),
    ]
    (page,) = given(tmp_path, "a.warc", made.warc(captures))
    assert isinstance(page, Page) and page.metadata["charset"] == "windows-1251"
    (fault,) = given(tmp_path, "b.warc", made.warc(status="404 Not Found"))
    assert isinstance(fault, PageFault)


def test_a_capture_in_a_packing_that_is_not_known_is_a_fault_and_the_rest_is_read(tmp_path: Path) -> None:
    packed = ("https://c.example/0", "text/html\r\nContent-Encoding: sdch", made.html())
    plain = ("https://c.example/1", "text/html", made.html())
    fault, page = given(tmp_path, "a.warc", made.warc([packed, plain]))
    assert isinstance(fault, PageFault) and "packed it as sdch" in fault.reason and isinstance(page, Page)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "gzip, br", "identity"])
@pytest.mark.parametrize("parted", [False, True])
def test_what_a_server_packed_for_the_way_is_unpacked(tmp_path: Path, coding: str, parted: bool) -> None:
    body, headers = made.encoded(made.html(), coding), f"\r\nContent-Encoding: {coding}"
    if parted:
        body = b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (20, body[:20], len(body) - 20, body[20:])
        headers += "\r\nTransfer-Encoding: chunked"
    (page,) = given(tmp_path, "a.warc", made.warc([("https://c.example/0", "text/html" + headers, body)]))
    assert isinstance(page, Page) and page.raw == made.html()


def test_an_answer_kept_without_the_packing_that_its_header_names_is_read_as_it_is(tmp_path: Path) -> None:
    captures = [("https://c.example/0", f"text/html\r\nContent-Encoding: {coding}", made.html())
                for coding in ("gzip", "deflate", "br", "zstd")]  # fmt: skip
    found = given(tmp_path, "a.warc", made.warc(captures))
    assert [isinstance(page, Page) and page.raw == made.html() for page in found] == [True] * 4


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip"])
def test_an_answer_whose_packing_breaks_off_is_a_fault_and_the_rest_is_read(tmp_path: Path, coding: str) -> None:
    body = made.encoded(made.html(body=[f"Sentence {number} of a long page." for number in range(9000)]), coding)
    captures = [("https://c.example/0", f"text/html\r\nContent-Encoding: {coding}", body[: len(body) // 2]),
                ("https://c.example/1", "text/html", made.html())]  # fmt: skip
    fault, page = given(tmp_path, "a.warc", made.warc(captures))
    assert isinstance(fault, PageFault) and "broken" in fault.reason and isinstance(page, Page)


@pytest.mark.parametrize("coding", ["br", "zstd"])
def test_an_answer_that_unpacks_to_gigabytes_is_refused_and_the_rest_is_read(tmp_path: Path, coding: str) -> None:
    bomb = made.encoded(b"<html>" + b" " * (80 * 1024 * 1024), coding)
    captures = [("https://c.example/0", f"text/html\r\nContent-Encoding: {coding}", bomb),
                ("https://c.example/1", "text/html", made.html())]  # fmt: skip
    fault, page = given(tmp_path, "a.warc", made.warc(captures))
    assert len(bomb) < 10_000
    assert isinstance(fault, PageFault) and "64 MiB" in fault.reason and isinstance(page, Page)


@pytest.mark.parametrize("name", ["page.txt", "rows.jsonl", "rows.csv", "feed.rss", "crawl.warc", "page.html"])
def test_a_file_packed_with_zstandard_is_read_as_the_one_within(tmp_path: Path, name: str) -> None:
    plain = made.every_format()[name]
    packed = given(tmp_path, name + ".zst", made.encoded(plain, "zstd"))
    one, two = ([read(page).text for page in found if isinstance(page, Page)]
                for found in (packed, given(tmp_path, name, plain)))  # fmt: skip
    assert one == two != []
    (fault, *_) = given(tmp_path, "a.txt.zst", made.encoded(made.text(), "zstd")[:-9])
    with pytest.raises(MalformedPage):
        read(fault) if isinstance(fault, Page) else None


@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive_packed_with_a_dictionary_of_its_own_is_read(tmp_path: Path, packed: bool) -> None:
    (page,) = given(tmp_path, "crawl.warc.zst", made.warc_zst(packed))
    assert isinstance(page, Page) and page.raw == made.html()


def test_a_feed_in_another_language_is_left_unread_whatever_it_says_of_itself(tmp_path: Path) -> None:
    body = (
        "Le ministre des transports a déclaré lundi que le pont sur la rivière serait ouvert au mois de mai, et que "
        "le gouvernement tiendrait sa parole. Il a ajouté que les travaux étaient presque terminés dans la ville."
    )
    feed = made.rss([{"title": "Le pont sera ouvert", "description": body}])
    feed = feed.replace(b"<channel>", b"<channel><language>en-US</language>")
    found = only(tmp_path, "a.rss", feed)
    assert (found.language, found.unread) == ("fr", "language: fr (not English)")


def test_a_web_archive_that_breaks_off_gives_what_stands_before_the_break(tmp_path: Path) -> None:
    captures = [(f"https://c.example/{number}", "text/html", made.html()) for number in range(2)]
    page, fault = given(tmp_path, "a.warc", made.warc(captures)[:-100])
    assert isinstance(page, Page) and isinstance(fault, PageFault) and "breaks off" in fault.reason


def test_a_row_of_a_table_is_a_page_with_its_line(tmp_path: Path) -> None:
    found = given(tmp_path, "a.csv", made.table())
    assert [(page.line, page.metadata["title"]) for page in found if isinstance(page, Page)] == [
        (2, made.TITLE),
        (7, "Second"),
    ]
    tabbed = given(tmp_path, "a.tsv", made.table(delimiter="\t"))
    assert [page.raw for page in tabbed if isinstance(page, Page)] == [
        page.raw for page in found if isinstance(page, Page)
    ]
    first = read(found[0]) if isinstance(found[0], Page) else None
    assert first is not None and first.text == "\n\n".join(made.BODY) and first.published is not None


def test_an_open_quotation_mark_does_not_swallow_the_rows_after_it(tmp_path: Path) -> None:
    (fault,) = given(tmp_path, "a.csv", b'id,text\n1,"abc\n2,def\n')
    assert isinstance(fault, PageFault) and fault.line == 2


def test_a_table_without_texts_is_passed_over_in_a_folder_and_a_fault_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(made.text())
    (tmp_path / "in" / "meta.csv").write_bytes(b"path,outlet\na.txt,The Courier\n")
    assert members(tmp_path, list(pages([str(tmp_path / "in")]))) == ["in/a.txt"]
    (fault,) = pages([str(tmp_path / "in" / "meta.csv")])
    assert isinstance(fault, PageFault) and "text" in fault.reason


def test_members_of_an_archive_go_by_the_bytes_of_their_names_and_are_read_as_files_are(tmp_path: Path) -> None:
    inside = {
        "z.txt": made.text(), "B.html": made.html(), "é.pdf": made.pdf(), "a/x.csv": made.table(),
        "a/in.zip": made.zipped({"y.txt": b"Words."}), "__MACOSX/z.txt": b"x", ".hidden.txt": b"x", "photo.jpg": b"x",
    }  # fmt: skip
    found = given(tmp_path, "a.zip", made.zipped(inside))
    assert members(tmp_path, found) == [
        "a.zip!/B.html", "a.zip!/a/in.zip!/y.txt", "a.zip!/a/x.csv", "a.zip!/a/x.csv", "a.zip!/z.txt", "a.zip!/é.pdf",
    ]  # fmt: skip
    assert isinstance(found[0], Page) and found[0].raw == made.html()


def test_names_in_an_archive_are_labels_on_one_line(tmp_path: Path) -> None:
    found = given(tmp_path, "a.zip", made.zipped({"../../up.txt": made.text(), "a\nb.txt": made.text()}))
    assert members(tmp_path, found) == ["a.zip!/../../up.txt", "a.zip!/a\\x0ab.txt"]
    assert [path.name for path in tmp_path.parent.glob("*.txt")] == []


def test_a_bomb_is_refused_and_the_rest_of_the_archive_is_read(tmp_path: Path) -> None:
    fault, page = given(tmp_path, "a.zip", made.zipped({"a.txt": b"\0" * (65 << 20), "b.txt": made.text()}))
    assert isinstance(fault, PageFault) and "64 MiB" in fault.reason and isinstance(page, Page)
    with pytest.raises(OversizedPage, match="64 MiB"):
        read(Page("a.txt.gz", gzip.compress(b"\0" * (65 << 20), mtime=0), "text"))


def test_an_archive_of_a_version_to_come_is_a_fault(tmp_path: Path) -> None:
    data = bytearray(made.zipped({"a.txt": made.text()}))
    data[data.index(b"PK\x01\x02") + 6] = 148
    (fault,) = given(tmp_path, "a.zip", bytes(data))
    assert isinstance(fault, PageFault) and "version" in fault.reason


def test_archives_within_archives_are_opened_only_so_far(tmp_path: Path) -> None:
    data = made.text()
    for _ in range(7):
        data = made.zipped({"in.zip" if data.startswith(b"PK") else "a.txt": data})
    (fault,) = given(tmp_path, "a.zip", data)
    assert isinstance(fault, PageFault) and "not opened" in fault.reason


@pytest.mark.parametrize("declared", ['<!ENTITY a "lol">', '<!ENTITY a SYSTEM "file.txt">'])
def test_a_feed_that_declares_entities_is_refused(tmp_path: Path, declared: str) -> None:
    feed = made.rss().replace(b"?><rss", f"?><!DOCTYPE rss [{declared}]><rss".encode())
    (fault,) = given(tmp_path, "a.rss", feed)
    assert isinstance(fault, PageFault) and "entities" in fault.reason


def test_entities_of_a_word_document_do_not_grow() -> None:
    bomb = (
        '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n > 1 else str()};" * 10}">' for n in range(1, 9))
        + "]><d>&a8;</d>"
    )
    raw = made.zipped({"[Content_Types].xml": b"<a/>", "word/document.xml": bomb.encode()})
    with pytest.raises((MalformedPage, OversizedPage)):
        read(Page("a.docx", raw, "docx"))


def test_a_link_in_a_circle_is_a_fault_and_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(made.text())
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "up").symlink_to("..")
    page, fault = pages([str(tmp_path)])
    assert isinstance(page, Page) and isinstance(fault, PageFault)


@pytest.mark.parametrize(
    "name", ["a.pdf", "a.docx", "a.eml", "a.mhtml", "a.rss", "a.warc", "a.zip", "a.csv", "a.jsonl", "a.txt"]
)
def test_an_empty_file_is_one_fault(tmp_path: Path, name: str) -> None:
    (fault,) = given(tmp_path, name, b"")
    assert fault == PageFault(str(tmp_path / name), "the file is empty")


def test_standard_input_may_be_any_format() -> None:
    (page,) = pages(["-"], stdin=io.BytesIO(made.zipped({"a.html": made.html()})))
    assert isinstance(page, Page) and page.path == "-!/a.html"


def test_the_same_file_gives_the_same_document_twice(tmp_path: Path) -> None:
    for name, data in made.every_format().items():
        first, second = given(tmp_path, name, data), given(tmp_path, name, data)
        assert first == second and [read(page) for page in first if isinstance(page, Page)] == [
            read(page) for page in second if isinstance(page, Page)
        ], name


@pytest.mark.parametrize("name", ["bomb.xml", "bomb.rss", "bomb"])
def test_xml_that_declares_entities_of_its_own_is_refused_whatever_it_is(tmp_path: Path, name: str) -> None:
    bomb = b'<?xml version="1.0"?>\n<!DOCTYPE lolz [\n<!ENTITY a "ha">%s]>\n<lolz>&b99;</lolz>' % b"".join(
        b'<!ENTITY b%d "%s">' % (number, b"&a;" * 10) for number in range(100)
    )
    (fault,) = given(tmp_path, name, bomb)
    assert isinstance(fault, PageFault) and "declares entities" in fault.reason


def test_a_table_whose_cell_never_ends_is_left_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert given(tmp_path, "whole.csv", made.table())  # loads the reader
    monkeypatch.setattr(sys.modules["onrecord.read.containers.tables"], "LINE_BYTES", 1000)
    rows = b'id,text\n1,The port opened.\n2,"' + b"The minister said so, and the council agreed.\n" * 50
    page, fault = given(tmp_path, "a.csv", rows)
    assert isinstance(page, Page) and isinstance(fault, PageFault) and "never closed" in fault.reason


def test_a_web_archive_in_which_no_line_ends_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert given(tmp_path, "whole.warc", made.warc())  # loads the reader
    monkeypatch.setattr(sys.modules["onrecord.read.containers.warcs"], "ARCHIVE_LIMIT", 100_000)
    page, fault = given(tmp_path, "a.warc", made.warc() + b"x" * 1_000_000)
    assert isinstance(page, Page) and isinstance(fault, PageFault) and "no line ends" in fault.reason
