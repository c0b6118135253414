"""What a browser shows of an HTML page, as lines: for pages whose article the extraction by elements misses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

HIDDEN = frozenset("script style noscript template svg head iframe select object canvas video audio math".split())
BREAKING = frozenset(
    "address article aside blockquote body br button center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead "
    "tr ul".split()
)
_APART = re.compile(r"author|user|name|date|time|meta|byline|source", re.IGNORECASE)
"""Names of elements that are set apart from their neighbours, though no space stands between."""
_SPACES = re.compile(r"\s+")


def rendered(tree: html.HtmlElement) -> str:
    """All visible text of a page: a line for each block, blank lines between, list items with a star."""
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(_walk(tree)).split("\n"))
    return "\n\n".join(line for line in lines if line and line != "*")


def _walk(root: html.HtmlElement) -> Iterator[str]:
    stack: list[tuple[html.HtmlElement, bool]] = [(root, False)]
    while stack:
        element, leaving = stack.pop()
        shown = isinstance(element.tag, str) and element.tag not in HIDDEN and not _invisible(element)
        breaking = element.tag in BREAKING
        apart = element.tag in ("span", "a", "time", "b") and bool(_APART.search(element.get("class") or ""))
        if not leaving and shown:
            yield "\n" if breaking else " " if apart else ""
            yield "* " if element.tag == "li" else ""
            yield _SPACES.sub(" ", element.text or "")
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
            continue
        yield "\n" if leaving and breaking else " " if leaving and apart else ""
        if element is not root:
            yield _SPACES.sub(" ", element.tail or "")


def _invisible(element: html.HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or element.get("hidden") is not None
