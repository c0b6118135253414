from __future__ import annotations

import pytest
from lxml import html

from onrecord.read.aside import is_aside


@pytest.mark.parametrize(
    ("page", "aside"),
    [
        ("<aside><p><time>x</time></p></aside>", True),
        ("<div class='related-posts'><ul><li><time>x</time></li></ul></div>", True),
        ("<ol class='commentlist'><li><time>x</time></li></ol>", True),
        ("<body class='has-sidebar comments-open'><article class='related'><time>x</time></article></body>", False),
        ("<div class='entry-meta with-widgetry'><time>x</time></div>", False),
    ],
)
def test_boxes_beside_the_article_are_known_by_tag_and_class(page: str, aside: bool) -> None:
    (element,) = html.document_fromstring(page).iter("time")
    assert is_aside(element) is aside
