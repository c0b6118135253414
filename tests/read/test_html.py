from __future__ import annotations

import pytest

from onrecord.errors import BinaryPage, EmptyPage
from onrecord.read import read
from onrecord.schema import READ_KINDS, Document, Page

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
        "furniture",
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


def test_text_under_a_picture_is_a_caption() -> None:
    text = "The bridge across the river, seen from the north bank."
    found = document(body=f"<figure><img src='a.jpg'><figcaption><p>{text}</p></figcaption></figure>" + PARAGRAPHS)
    assert not any(text in found.text[b.start : b.end] for b in found.blocks if b.kind == "paragraph")


def test_a_headline_that_stands_twice_and_its_blurb_are_another_storys() -> None:
    card = (
        "<h3>Storm leaves the coast dark <span>Storm leaves the coast dark</span></h3>"
        "<p>The grid operator said on Friday that it would take days to mend all of the lines on the coast.</p>"
    )
    found = document(body=PARAGRAPHS + card)
    assert not any("grid operator" in found.text[b.start : b.end] for b in found.blocks if b.kind == "paragraph")
    assert sum(b.kind == "paragraph" for b in found.blocks) == 3


@pytest.mark.parametrize(
    "line",
    ["<div>By Ana Reth</div><div>4 March 2019</div>", "<div>The Valley Post / March 4, 2019</div>"],
)
def test_a_day_that_only_the_lines_show_is_found(line: str) -> None:
    found = document(title="<h1>Bridge to open this year, minister says</h1>" + line)
    assert found.published is not None and str(found.published.earliest) == "2019-03-04"


def test_metadata_in_universal_time_gives_way_to_the_day_that_the_page_shows() -> None:
    head = "<meta property='article:published_time' content='2019-03-05T02:54:29Z'>"
    found = document(
        head, title="<h1>Bridge to open this year, minister says</h1><div>By Ana Reth</div><div>4 March 2019</div>"
    )
    assert found.published is not None and str(found.published.earliest) == "2019-03-04"
    far = document(
        head, title="<h1>Bridge to open this year, minister says</h1><div>By Ana Reth</div><div>1 March 2019</div>"
    )
    assert far.published is not None and str(far.published.earliest) == "2019-03-05"


def test_an_article_in_several_containers_is_read_whole() -> None:
    entry = "<article><h2>{head}</h2><p>{first}</p><p>{second}</p></article>"
    entries = "".join(
        entry.format(
            head=f"Talks, round {at}",
            first=f"The two neighbours met again on the border in the morning, and they spoke for hour number {at}.",
            second=f"They said in the evening that they had agreed on point {at} of the list, and on nothing more.",
        )
        for at in range(12)
    )
    found = document(body=PARAGRAPHS + "</article>" + entries)
    assert found.text.count("They said in the evening") == 12


def test_what_a_page_shows_beside_its_article_is_labelled_and_not_read() -> None:
    around = (
        "<figure><img src=a.jpg><figcaption>Workers on the bridge in Karsk.</figcaption></figure>"
        "<aside>“We have kept our word and nobody will have to take the ferry again”</aside>"
        "<section><h2>Related stories</h2><a href=/x>Storm kills three in the north of Karsk</a></section>"
        "<div id=comments><h3>2 Comments</h3><p>Peter</p><p>3 hours ago</p>"
        "<p>I will believe it when I see it.</p></div>"
        "<footer>© 2019 Karsk Courier. All rights reserved.</footer>"
    )
    plain, page = document(), document(body=PARAGRAPHS + around)
    kinds = {page.text[block.start : block.end]: block.kind for block in page.blocks}
    assert kinds["Workers on the bridge in Karsk."] == "caption"
    assert kinds["Storm kills three in the north of Karsk"] == "related"
    assert kinds["I will believe it when I see it."] == "comment"
    assert kinds["© 2019 Karsk Courier. All rights reserved."] == "furniture"
    assert [block for block in page.blocks if block.kind in READ_KINDS] == [
        block for block in plain.blocks if block.kind in READ_KINDS
    ]


def test_comments_inside_the_element_of_the_article_are_comments() -> None:
    thread = ("3 Comments", "Marek T. • 3 years ago", "They said so in 2016 too, and nothing came of it.", "Reply",
              "Lena • 3 years ago", "Great news. Thank you for the report, it is the first honest one.", "Reply")  # fmt: skip
    page = document(body=PARAGRAPHS + "".join(f"<p>{line}</p>" for line in thread))
    assert [page.text[block.start : block.end] for block in page.blocks if block.kind == "comment"] == list(thread)
    assert [block for block in page.blocks if block.kind == "paragraph"] == [
        block for block in document().blocks if block.kind == "paragraph"
    ]


def test_comments_stand_with_their_writers_and_times_in_the_pages_order() -> None:
    thread = "".join(
        f"<div class=comment><span class=author>{who}</span><span class=date>May 02, 2019 09:{minute}am</span>"
        f"<p>{said}</p><a>Reply</a></div>"
        for who, minute, said in (
            ("Asad R", 12, "Truth always wins in the end."), ("Meena", 40, "Nine months for an article, a shame.")
        )
    )  # fmt: skip
    page = document(body=PARAGRAPHS + f"<section id=comments><h3>Comments (2)</h3>{thread}</section>")
    assert [page.text[block.start : block.end] for block in page.blocks if block.kind == "comment"] == [
        "Comments (2)",
        "Asad R May 02, 2019 09:12am", "Truth always wins in the end.", "Reply",
        "Meena May 02, 2019 09:40am", "Nine months for an article, a shame.", "Reply",
    ]  # fmt: skip


@pytest.mark.parametrize("ending", [".txt", ".html"])
def test_a_pull_quote_is_not_read_twice(ending: str) -> None:
    lines = [
        "Bridge to open this year, minister says",
        "The minister said on Monday that the bridge would open in May, two years later than it was planned.",
        "“We have kept our word, and nobody will have to take the ferry again,” she told reporters in Karsk.",
        "“We have kept our word, and nobody will have to take the ferry again”",
        "The opposition said that it would vote against any further money for the bridge until the books were open.",
        "The council of Karsk has asked for a hearing, and the owner of the ferry has asked for his money back.",
    ]
    body = "".join(f"<p>{line}</p>" for line in lines[1:])
    html = f"<html><body><article><h1>{lines[0]}</h1>{body}</article></body></html>"
    raw = "\n\n".join(lines) if ending == ".txt" else html
    found = read(Page("page" + ending, raw.encode(), "text" if ending == ".txt" else "html"))
    kinds = {found.text[block.start : block.end]: (block.kind, block.why) for block in found.blocks}
    assert kinds[lines[3]] == ("furniture", "pull quote: words of the article set apart")
    assert kinds[lines[2]][0] == "paragraph"
