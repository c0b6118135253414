"""Views written as HTML: whatever comes from a page is escaped, and can neither run nor reorder what stands around it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from onrecord.display import UNSEEN, visible
from onrecord.web.marking import hits
from onrecord.web.table import Column


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates: everything is escaped, a name that is missing is an error."""
    made = Environment(
        loader=PackageLoader("onrecord.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["grouped"] = lambda number: f"{number:,}"
    made.filters["flat"] = lambda text: " ".join(text.split())
    made.globals["shown"] = shown
    made.globals["marked"] = marked
    return made


def harmless(value: Any) -> Any:
    """What a template writes, with unseen characters made visible; None is nothing."""
    if value is None:
        return ""
    if isinstance(value, str) and UNSEEN.search(value):
        cleaned = visible(value)
        # Only what was markup before, made by our templates, stays markup.
        return Markup(cleaned) if isinstance(value, Markup) else cleaned  # nosec B704
    return value


def as_written(words: str) -> str:
    """Words that were copied from one of our pages as the page that was read has them: unseen characters in their place."""

    def character(found: re.Match[str]) -> str:
        one = chr(int(found[1], 16))
        return one if UNSEEN.match(one) else found[0]

    return re.sub(r"\[U\+([0-9A-F]{4})\]", character, words)


def shown(column: Column[Any], item: Any) -> str:
    """A cell's value as it stands on the page."""
    value = column.cell(item)
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) else f"{value:g}" if isinstance(value, float) else value


def marked(text: str, query: str) -> Markup:
    """A cell's words with what was searched for marked."""
    if not query:
        return escape(harmless(text))
    return Markup("").join(
        Markup('<mark class="hit">{}</mark>').format(harmless(piece.text)) if piece.labels else harmless(piece.text)
        for piece in hits(text, query)
    )
