"""Small files of every format that is read, made from sentences of our own: for tests, and as seeds of evals/fuzz.py."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

TITLE = "Minister says the bridge will open in May"
BODY = (
    "MIRHELM (Agency) -- The minister of transport, Ilse Karran, said on Monday that the bridge over the Hadrin would open in May.",
    "“We have kept our word,” she told reporters. Teldor, which claims the east bank, rejected the plan and warned of protests.",
    "Tomas Berrin, who speaks for Teldor's government, accused Sarvonia of breaking the treaty that both signed in 2019.",
)
PDF_WIDTH = 86
"""Code points of a line on a sheet of a made PDF."""


def text(title: str = TITLE, body: Sequence[str] = BODY) -> bytes:
    """A text dump."""
    return "\n\n".join((title, "4 March 2019", *body)).encode()


COMMENTS = ("3 Comments", "Join the discussion…", "Marek T. • 3 years ago", "They said so in 2016 too.", "Reply", "Lena says:",
            "March 5, 2019 at 9:40 am", "Great news. Thank you for it.", "Reply", "Omar", "1w", "And who pays?")  # fmt: skip
ENTRIES = (
    "21:04",
    "Turnout at 61 percent",
    BODY[0],
    "20:31",
    "Karran votes",
    BODY[1],
    "19:47",
    BODY[2],
    "07:00",
    BODY[0],
)


def thread() -> bytes:
    """A text dump with readers' comments under the article."""
    return text(body=(*BODY, *COMMENTS))


def live() -> bytes:
    """A text dump of a live blog."""
    return text(body=ENTRIES)


def html(title: str = TITLE, body: Sequence[str] = BODY, head: str = "", root: str = "<html>") -> bytes:
    """A saved web page."""
    paragraphs = "".join(f"<p>{escape(one)}</p>" for one in body)
    return (
        f"<!doctype html>{root}<head><meta charset=utf-8><title>{escape(title)}</title>{head}</head><body>"
        f"<nav><a href=/>Home</a></nav><article><h1>{escape(title)}</h1>{paragraphs}</article></body></html>"
    ).encode()


def pdf(sheets: Sequence[Sequence[str]] = ((TITLE, "", *BODY),), encrypt: bool = False, packed: bool = True) -> bytes:
    """A PDF of sheets of lines, wrapped at a fixed width; an empty sheet is one without a text layer."""
    objects: list[bytes] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    picture = b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1"
    objects.append(b"<<%s>>stream\n0\nendstream" % picture)
    kids = []
    for lines in sheets:
        stream = zlib.compress(_drawn(lines)) if packed else _drawn(lines)
        filtered = b"/Filter/FlateDecode" if packed else b""
        objects.append(b"<</Length %d%s>>stream\n%s\nendstream" % (len(stream), filtered, stream))
        scan = b"" if any(lines) else b"/XObject<</I1 4 0 R>>"
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>%s>>/Contents %d 0 R>>"
            % (scan, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(out)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = (
        b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"11" * 32, b"22" * 32)
        if encrypt
        else b""
    )
    out += b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, lock, start,
    )  # fmt: skip
    return bytes(out)


def _drawn(paragraphs: Sequence[str]) -> bytes:
    """The drawing of a sheet; a paragraph that begins with ``#`` is set in large letters."""
    import textwrap

    lines = [line for one in paragraphs for line in (textwrap.wrap(one, PDF_WIDTH) or [""])]
    if not any(lines):
        return b"595 0 0 842 0 0 cm /I1 Do"
    shown = b"".join(
        (b"/F1 18 Tf (%s) Tj T* /F1 11 Tf\n" if line.startswith("#") else b"(%s) Tj T*\n")
        % line.removeprefix("#")
        .encode("cp1252", "replace")
        .replace(b"\\", b"\\\\")
        .replace(b"(", b"\\(")
        .replace(b")", b"\\)")
        for line in lines
    )
    return b"BT /F1 11 Tf 13 TL 50 800 Td\n" + shown + b"ET"


def docx(paragraphs: Sequence[tuple[str, str]] | None = None, inner: str = "") -> bytes:
    """A Word document of (style, text) paragraphs; ``inner`` is XML put behind them."""
    rows = paragraphs if paragraphs is not None else (("Title", TITLE), *(("", one) for one in BODY))
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{escape(own)}</w:t></w:r></w:p>'
        for style, own in rows
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/document.xml": f"<w:document {space}><w:body>{body}{inner}</w:body></w:document>",
    }
    return zipped({name: part.encode() for name, part in parts.items()})


def mail(subject: str = TITLE, body: str = "\n\n".join(BODY), attached: Mapping[str, bytes] | None = None) -> bytes:
    """A mail, with files attached where some are given."""
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"] = "Ministry Press Office <press@ministry.example>"
    message["To"] = "desk@courier.example"
    message["Subject"] = subject
    message["Date"] = "Mon, 04 Mar 2019 10:00:00 +0000"
    message["Message-ID"] = "<1@ministry.example>"
    message.set_content(body)
    for name, data in (attached or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    if attached:
        message.set_boundary("=====made=====")
    return message.as_bytes()


def mhtml(page: bytes | None = None, address: str = "https://courier.example/2019/03/04/bridge") -> bytes:
    """A web page as browsers save it in one file."""
    import base64

    encoded = base64.encodebytes(page if page is not None else html()).replace(b"\n", b"\r\n")
    return (
        (
            f"From: <Saved by a browser>\r\nSnapshot-Content-Location: {address}\r\nSubject: {TITLE}\r\n"
            'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b--"\r\n\r\n\r\n'
            "----b--\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n"
            f"Content-Location: {address}\r\n\r\n"
        ).encode()
        + encoded
        + b"\r\n----b----\r\n"
    )


def rss(items: Sequence[Mapping[str, str]] | None = None) -> bytes:
    """An RSS feed; an item's keys are its elements' names."""
    given = items if items is not None else [
        {"title": TITLE, "link": "https://courier.example/1", "guid": "g1", "pubDate": "Mon, 04 Mar 2019 10:00:00 GMT",
         "description": "".join(f"<p>{one}</p>" for one in BODY)},
        {"title": "Council votes on the harbour", "link": "https://courier.example/2",
         "description": "The council of Mirhelm said on Tuesday that it would sell the harbour."},
    ]  # fmt: skip
    rows = "".join(
        "<item>" + "".join(f"<{key}>{escape(value)}</{key}>" for key, value in one.items()) + "</item>" for one in given
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Courier</title>{rows}</channel></rss>'.encode()


def atom() -> bytes:
    """An Atom feed of one entry."""
    content = escape("".join(f"<p>{one}</p>" for one in BODY))
    return (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title><entry>'
        f"<title>{TITLE}</title><id>urn:1</id><link rel='alternate' href='https://courier.example/1'/>"
        f"<published>2019-03-04T10:00:00Z</published><author><name>Ada Lorne</name></author>"
        f'<content type="html">{content}</content></entry></feed>'
    ).encode()


def warc(
    captures: Sequence[tuple[str, str, bytes]] | None = None, status: str = "200 OK", packed: bool = False
) -> bytes:
    """A web archive of (address, media type, bytes) captures."""
    given = captures if captures is not None else [("https://courier.example/1", "text/html; charset=utf-8", html())]
    out = b""
    for number, (address, media, body) in enumerate(given):
        block = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012d}>\r\n"
            f"WARC-Date: 2019-03-05T08:00:00Z\r\nWARC-Target-URI: {address}\r\n"
            f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        record = head.encode() + block + b"\r\n\r\n"
        out += gzip.compress(record, mtime=0) if packed else record
    return out


def encoded(data: bytes, coding: str) -> bytes:
    """``data`` packed as a header ``Content-Encoding`` says: ``br``, ``gzip, br``."""
    import brotli

    from onrecord.read.packing import zstd

    for name in coding.split(", "):
        if name == "gzip":
            data = gzip.compress(data, mtime=0)
        elif name == "deflate":
            data = zlib.compress(data)
        elif name == "br":
            data = brotli.compress(data, quality=5)
        elif name == "zstd":
            data = zstd().compress(data)
    return data


def warc_zst(packed_dictionary: bool = False) -> bytes:
    """A web archive packed record by record with Zstandard, by a dictionary in a frame of its own at its head."""
    from onrecord.read.packing import zstd

    library = zstd()
    dictionary = library.train_dict([b"%d " % number + html() for number in range(50)], 4096)
    kept = library.compress(dictionary.dict_content) if packed_dictionary else dictionary.dict_content
    head = b"\x5d\x2a\x4d\x18" + len(kept).to_bytes(4, "little") + kept
    return head + library.compress(warc(), zstd_dict=dictionary)


def table(rows: Sequence[Mapping[str, str]] | None = None, delimiter: str = ",") -> bytes:
    """A table with a column of texts."""
    given = rows if rows is not None else [
        {"id": "1", "headline": TITLE, "date": "2019-03-04", "text": "\n\n".join(BODY)},
        {"id": "2", "headline": "Second", "date": "2019-03-05", "text": BODY[2]},
    ]  # fmt: skip
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(given[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(given)
    return out.getvalue().encode()


def jsonl() -> bytes:
    """Two texts, an object a line."""
    return "".join(json.dumps({"id": str(number), "text": one}) + "\n" for number, one in enumerate(BODY[:2])).encode()


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A ZIP archive of these members, in this order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def wacz() -> bytes:
    """A collection of one web archive, as browsers' recorders make them."""
    return zipped({"archive/data.warc.gz": warc(packed=True), "pages/pages.jsonl": b"{}\n", "datapackage.json": b"{}"})


def every_format() -> dict[str, bytes]:
    """One file of each format, by its name."""
    return {
        "page.txt": text(),
        "thread.txt": thread(),
        "live.txt": live(),
        "page.html": html(),
        "thread.html": html(body=(*BODY, *COMMENTS)),
        "amp.html": html(root="<html ⚡ lang=en>"),
        "page.pdf": pdf(),
        "plain.pdf": pdf(((TITLE, "", *BODY), (), BODY), packed=False),
        "page.docx": docx(),
        "page.eml": mail(attached={"release.pdf": pdf(), "note.txt": text()}),
        "page.mhtml": mhtml(),
        "feed.rss": rss(),
        "feed.atom": atom(),
        "crawl.warc": warc(),
        "crawl.warc.gz": warc(packed=True),
        "crawl.warc.zst": warc_zst(),
        "answers.warc": warc(
            [
                ("https://courier.example/1", f"text/html\r\nContent-Encoding: {one}", encoded(html(), one))
                for one in ("br", "zstd", "gzip, br")
            ]
        ),  # fmt: skip
        "crawl.wacz": wacz(),
        "rows.csv": table(),
        "rows.tsv": table(delimiter="\t"),
        "rows.jsonl": jsonl(),
        "pages.zip": zipped({"a.txt": text(), "in/b.html": html()}),
        "page.txt.gz": gzip.compress(text(), mtime=0),
    }
