from __future__ import annotations

import pytest

from onrecord.errors import BinaryPage, EmptyPage
from onrecord.read import read
from onrecord.schema import Document, Page

PARAGRAPHS = (
    "<p>KARSK (Reuters) - The minister said on Monday that the bridge across the river would be open"
    " by the end of the year.</p>"
    "<p>She told reporters that the work had cost more than the government had planned,"
    " and that more money was needed.</p>"
    "<h2>More money needed</h2>"
    "<p>The opposition said that it would vote against any further money for the bridge until the books were open.</p>"
)


def document(
    head: str = "", body: str = PARAGRAPHS, title: str = "<h1>Bridge to open this year, minister says</h1>"
) -> Document:
    source = (
        f"<html><head>{head}</head><body><nav><a href='/'>Home</a></nav><article>{title}{body}</article></body></html>"
    )
    return read(Page("page.html", source.encode("utf-8"), "html"))


def test_the_visible_title_comes_first_and_every_block_is_a_line() -> None:
    found = document("<meta property='og:title' content='Bridge to open this year, minister says'>")
    assert found.title is not None and found.title.start == 0
    assert found.text.startswith("Bridge to open this year, minister says\n\n")
    assert [block.kind for block in found.blocks] == [
        "title",
        "dateline",
        "paragraph",
        "paragraph",
        "subheading",
        "paragraph",
    ]
    assert found.dateline is not None and found.dateline.text == "KARSK"
    assert found.credit is not None and found.credit.text == "Reuters"


@pytest.mark.parametrize(
    ("head", "origin"),
    [
        (
            '<script type="application/ld+json">'
            '{"@type":"NewsArticle","datePublished":"2019-03-04T23:50:00-05:00"}</script>',
            "json-ld:datePublished",
        ),
        (
            '<script type="application/ld+json">'
            '{"@graph":[{"@type":"NewsArticle","datePublished":"2019-03-04"}]}</script>',
            "json-ld:datePublished",
        ),
        ('<script type="application/ld+json">{"datePublished":"2019-03-04", broken}</script>', "json-ld:datePublished"),
        ('<meta property="article:published_time" content="2019-03-04T10:00:00Z">', "meta:article:published_time"),
        ('<link rel="canonical" href="https://courier.example/2019/03/04/bridge">', "url"),
    ],
)
def test_the_day_of_publication_says_where_it_stood(head: str, origin: str) -> None:
    when = document(head).published
    assert when is not None and (str(when.earliest), when.basis, when.origin) == ("2019-03-04", "metadata", origin)


def test_years_in_the_text_are_no_day_of_publication() -> None:
    old = (
        "<p>The first bridge was built in 2001, and the second on 4 May 2005, by the same company from the capital.</p>"
    )
    assert document(body=PARAGRAPHS + old).published is None


def test_an_update_alone_counts_as_publication() -> None:
    found = document('<meta property="article:modified_time" content="2019-03-05">')
    assert found.published is not None and str(found.published.earliest) == "2019-03-05"
    assert found.updated == found.published


def test_outlet_byline_and_address_come_from_metadata() -> None:
    found = document(
        '<meta property="og:site_name" content="The Courier"><meta name="author" content="Ana Reth">'
        '<meta property="og:url" content="https://courier.example/bridge">'
    )
    assert found.outlet is not None and (found.outlet.text, found.outlet.origin) == ("The Courier", "meta:og:site_name")
    assert found.byline is not None and found.byline.origin == "meta:author"
    assert found.url is not None and found.url.text.endswith("/bridge")


@pytest.mark.parametrize("source", [b"<html><body></body></html>", b"<html>", b"<!DOCTYPE html>", b"   "])
def test_a_page_with_nothing_in_it_is_empty(source: bytes) -> None:
    with pytest.raises(EmptyPage):
        read(Page("page.html", source, "html"))


def test_a_picture_named_html_is_binary() -> None:
    with pytest.raises(BinaryPage):
        read(Page("page.html", b"\x89PNG\r\n\x1a\n", "html"))


def test_two_readings_are_the_same() -> None:
    assert document() == document()
