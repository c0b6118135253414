"""Mails (EML) and web pages saved as one (MHTML)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from onrecord.errors import EmptyPage, MalformedPage
from onrecord.read.decode import decode
from onrecord.read.extracted import Extracted, Maker
from onrecord.read.item import html_lines
from onrecord.read.webmeta import when_of
from onrecord.schema import Sourced, When

_SIGNATURE = "-- "
_OPENS_QUOTE = re.compile(r"On .{6,120} wrote:")
HEADER_LIMIT = 2000
"""Code points of a header that are read."""
PARTS = 500
"""Parts of a mail that are looked at; a saved page has one for each of its pictures."""


def parsed(raw: bytes) -> Message:
    """The message in ``raw``. Raises MalformedPage where it cannot be taken apart."""
    try:
        return message_from_bytes(raw)
    except (MessageError, ValueError, LookupError, AttributeError, TypeError, RecursionError) as error:
        raise MalformedPage(f"a mail that cannot be taken apart ({type(error).__name__})") from error


def parts_of(message: Message) -> Iterator[Message]:
    """The parts that hold something themselves, in order; those of an attached mail are not gone into."""
    waiting = [message]
    for _ in range(PARTS):
        if not waiting:
            return
        part = waiting.pop()
        inner = part.get_payload() if part.is_multipart() else None  # of others it would be decoded, which may fail
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting += [one for one in reversed(inner) if isinstance(one, Message)]
        elif part.get_content_maintype() != "message":
            yield part


def decoded_payload(part: Message) -> bytes:
    """The bytes that a part holds, its transfer encoding taken off."""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def header_text(value: object) -> str:
    """A header as text: encoded words read, folded lines joined."""
    if value is None:
        return ""
    try:
        text = str(make_header(decode_header(str(value)[:HEADER_LIMIT])))
    except (MessageError, ValueError, LookupError):
        text = str(value)
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())


def text_of(part: Message) -> str:
    """The text of a part, by the character set that it names, else as told from its bytes.

    Raises PageError where there is none. Lines that were broken for the way ("format=flowed") are joined.
    """
    raw = decoded_payload(part)
    charset = part.get_content_charset()
    try:
        text = raw.decode(charset) if charset and charset not in ("us-ascii", "ascii") else decode(raw)
    except (LookupError, ValueError):
        text = decode(raw)
    text = text.replace("\r\n", "\n")
    if str(part.get_param("format", "")).lower() == "flowed":
        text = re.sub(r"(?<!^-- )(?<=\S) \n(?![>\n])", " ", text, flags=re.MULTILINE)
    return text


def is_attached(part: Message) -> bool:
    """True for a part that is a file of its own."""
    return part.get_content_disposition() == "attachment"


def body_of(message: Message, wanted: str) -> Message | None:
    """The first part of the media type ``wanted`` that is no attachment and not blank."""
    found = (part for part in parts_of(message) if part.get_content_type() == wanted and not is_attached(part))
    return next((part for part in found if decoded_payload(part).strip()), None)


def sent_by(message: Message) -> Sourced | None:
    """The sender's name, as the header has it; None where there is but an address."""
    name = parseaddr(header_text(message["From"]))[0].strip()
    return Sourced(name, origin="meta:From") if name and "@" not in name else None


def sent_on(message: Message) -> When | None:
    """The day on which the mail was sent, in the sender's time zone."""
    return when_of([(header_text(message["Date"]), "meta:Date")])


def mail_text(message: Message) -> Extracted:
    """Subject and body as one text: the plain body, else the lines of the HTML one. The subject is the title; what is
    quoted from earlier messages, and what follows the signature's mark, is furniture: a reader of this mail must not take
    it for the sender's words. Raises EmptyPage where the mail has no text."""
    plain, written = body_of(message, "text/plain"), body_of(message, "text/html")
    if plain is not None:
        lines = [(line, line.startswith(">")) for line in text_of(plain).split("\n")]
    elif written is not None:
        lines = [row for kind, line in html_lines(text_of(written)) for row in ((line, kind == "quote"), ("", False))]
    else:
        raise EmptyPage("the mail holds no text")
    made = Maker()
    subject = header_text(message["Subject"])
    if subject:
        made.add(subject, "title", "the mail's subject")
    why = ""
    for line, quoted in lines:
        if line == _SIGNATURE:
            why = "the sender's signature"
        earlier = quoted or bool(_OPENS_QUOTE.fullmatch(line.strip()))
        made.line(line, why or ("an earlier message, quoted" if earlier else ""))
    return made.extracted(byline=sent_by(message), published=sent_on(message))


def saved_page(raw: bytes) -> tuple[bytes, str, str]:
    """Of a page saved as MHTML: the HTML's bytes, its character set and its address (either may be "").

    Raises EmptyPage where there is no HTML in it, MalformedPage where it cannot be taken apart.
    """
    message = parsed(raw)
    part = body_of(message, "text/html") or body_of(message, "application/xhtml+xml")
    if part is None:
        raise EmptyPage("the saved page holds no HTML")
    address = header_text(message["Snapshot-Content-Location"] or part["Content-Location"])
    return decoded_payload(part), part.get_content_charset() or "", address if address.startswith("http") else ""
