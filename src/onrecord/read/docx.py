"""Word documents (DOCX): paragraphs in the order of the text, with what their styles say they are.

Read with the XML library at hand: the paragraphs of python-docx, which was tried, lack what stands in tracked insertions,
and a "not" that is silently missing turns a sentence round.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from onrecord.errors import EmptyPage, LockedPage, MalformedPage, OversizedPage
from onrecord.read.extracted import Extracted, Maker
from onrecord.read.limits import megabytes
from onrecord.schema import BlockKind, Sourced

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_BODY, _STYLES, _CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"
PART_LIMIT = 32 * 1024 * 1024
"""Bytes of the XML in which the text stands, unpacked: a thick book has a tenth of that."""
_LEFT_OUT = frozenset({"del", "moveFrom", "instrText", "delText"})
"""Elements whose words are no longer, or never were, part of the text."""
_BREAKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_KINDS: tuple[tuple[re.Pattern[str], BlockKind, str], ...] = (
    (re.compile(r"title", re.IGNORECASE), "title", "style Title"),
    (re.compile(r"heading ?\d|subtitle", re.IGNORECASE), "subheading", "style of a heading"),
    (re.compile(r"caption", re.IGNORECASE), "caption", "style Caption"),
)


def docx_text(raw: bytes) -> Extracted:
    """The text of a Word document, a paragraph a line, headers, footers and notes left out.

    Raises MalformedPage where the file is broken, LockedPage where it is encrypted, EmptyPage where it has no text.
    """
    if raw.startswith(_OLD_OFFICE):
        raise LockedPage("the document is encrypted, or in Word's old format (.doc); save it as .docx")
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, struct.error) as error:
        raise MalformedPage(f"broken Word document ({error})") from error
    with archive:
        body = _part(archive, _BODY)
        if body is None:
            raise MalformedPage("broken Word document (it has no text part)")
        styles, core = _part(archive, _STYLES), _part(archive, _CORE)
    names = _style_names(styles)
    made = Maker()
    titled = False
    for style, text in _paragraphs(body):
        kind, why = _kind(names.get(style, style))
        if kind == "title" and titled:
            kind, why = "subheading", "a second line in the style Title"
        titled = titled or kind == "title"
        made.add(text, kind, why)
    found = made.extracted()
    if not found.text.strip():
        raise EmptyPage("the Word document holds no text")
    return Extracted(found.text, found.said, _core(core, "title"))


def _part(archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    """The XML of one part; None where there is none. Entities are not resolved, so that they cannot grow."""
    try:
        with archive.open(name) as file:
            data = file.read(PART_LIMIT + 1)
    except KeyError:
        return None
    except RuntimeError as error:
        raise LockedPage(f"the Word document is encrypted ({error})") from error
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise MalformedPage(f"broken Word document ({error})") from error
    if len(data) > PART_LIMIT:
        raise OversizedPage(f"the document's text unpacks to more than {megabytes(PART_LIMIT)}")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise MalformedPage(f"broken Word document ({error})") from error


def _style_names(styles: etree._Element | None) -> dict[str, str]:
    """Style ids, which other languages' versions of the program translate, to names, which they do not."""
    if styles is None:
        return {}
    found = {}
    for style in styles.iter(f"{_W}style", f"{_STRICT}style"):
        name = next((child for child in style if _local(child) == "name"), None)
        if name is not None:
            found[_attribute(style, "styleId")] = _attribute(name, "val")
    return found


def _paragraphs(body: etree._Element) -> Iterator[tuple[str, str]]:
    """Style id and text of each paragraph with words in it; those in text boxes after the one that they hang on."""
    for paragraph in body.iter(f"{_W}p", f"{_STRICT}p"):
        if any(_is_left_out(above) for above in paragraph.iterancestors()):
            continue
        style = ""
        letters: list[str] = []
        for element in _own(paragraph):
            local = _local(element)
            if local == "pStyle" and not style:
                style = _attribute(element, "val")
            elif local == "t":
                letters.append(element.text or "")
            elif local in _BREAKS:
                letters.append(_BREAKS[local])
        for line in "".join(letters).split("\n"):
            if line.strip():
                yield style, " ".join(line.split(" ")).strip()


def _own(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The elements of a paragraph in order, without those of paragraphs in it and of what was deleted."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if not isinstance(element.tag, str) or _local(element) in ("p", "tabs") or _is_left_out(element):
            continue
        yield element
        waiting += reversed(element)


def _is_left_out(element: etree._Element) -> bool:
    return element.tag == _FALLBACK or _local(element) in _LEFT_OUT


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _attribute(element: etree._Element, name: str) -> str:
    return str(element.get(_W + name) or element.get(_STRICT + name) or "")


def _kind(style: str) -> tuple[BlockKind | None, str]:
    return next(((kind, why) for pattern, kind, why in _KINDS if pattern.fullmatch(style)), (None, ""))


def _core(core: etree._Element | None, name: str) -> Sourced | None:
    """A property of the file. Its author is not asked for: that is whoever typed it, or owned the machine."""
    value = "" if core is None else " ".join((core.findtext(f"{_DC}{name}") or "").split())
    return Sourced(value, origin=f"meta:docx:{name}") if value else None
