"""Elements of an HTML page that stand beside its article: lists of other stories, menus, readers' comments."""

from __future__ import annotations

import re

from lxml import html

_TAGS = frozenset({"aside", "nav", "footer"})
_WHOLE = frozenset({"html", "body", "main", "article"})
_SIGNS = re.compile(
    r"(?:^|\s)(?:related|recommend|sidebar|side-bar|comments?(?=\s|$|-list|-item|-body|-meta)|commentlist|widget|latest|"
    r"popular|trending|most-?read|most-?viewed|teasers?(?=\s|$|-)|read-?more|more-(?:stories|news|articles)|also-like|"
    r"next-(?:article|post)|ticker|footer|menu|breaking)",
)
ANCESTORS = 15
"""Elements around one that are looked at: an article lies no deeper below such a box."""


def is_aside(element: html.HtmlElement) -> bool:
    """True for what lies inside a box beside the article, by the tags around it and the names of their classes."""
    near = [element, *element.iterancestors()][:ANCESTORS]
    for one in near:
        if one.tag in _TAGS:
            return True
        if one.tag not in _WHOLE:
            signs = f"{one.get('class') or ''} {one.get('id') or ''}"[:200].lower()
            if _SIGNS.search(signs):
                return True
    return False
