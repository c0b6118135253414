"""What is attached to a mail."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.read.kinds import is_page_name
from onrecord.read.mail import decoded_payload, header_text, parsed, parts_of


def attachments(raw: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each attached file that may be a page, in the mail's order.

    Raises MalformedPage where the mail cannot be taken apart.
    """
    for part in parts_of(parsed(raw)):
        name = header_text(part.get_filename())
        if name and part.get_content_disposition() == "attachment" and is_page_name(name):
            yield name, decoded_payload(part)
