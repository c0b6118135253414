"""An export format of one's own: who said what, as a plain page of HTML."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from onrecord.export.exporter import Options, Source
from onrecord.export.target import Target


class StatementsPage:
    """The exporter behind the entry point ``statements-html``."""

    name = "statements-html"
    summary = "a plain page of who said what"

    def write(self, source: Source, out: Target, options: Options) -> Mapping[str, int]:
        """Writes the page; statements without content are left out, and counted."""
        empty = 0
        with out.text() as page:
            page.write('<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>On record</title>\n<dl>\n')
            for found in source.chosen():
                for one in found.statements:
                    said = " … ".join(piece.text for piece in one.content)
                    if not said:
                        empty += 1
                        continue
                    who = one.speaker.name or one.speaker.text if one.speaker else "unknown"
                    page.write(f'<dt>{escape(who)}</dt><dd id="{one.id}">{escape(said)}</dd>\n')
            page.write("</dl></html>\n")
        return {"statement without content": empty} if empty else {}


EXPORTER = StatementsPage()
