"""HTML of invented pages from many content systems, and the day on which each came out, if it tells."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.read import read
from onrecord.schema import Document, Page
from tests.read.bodies import BODIES

DAY = date(2019, 3, 4)
MENU = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
OTHERS = (
    "<aside><h3>Related stories</h3><ul>"
    "<li><a href='/a'>Storm hits the coast towns</a> <time datetime='2019-02-12'>12 February 2019</time></li>"
    "<li><a href='/b'>School roof to be mended</a> <time datetime='2019-02-13'>13 February 2019</time></li></ul></aside>"
)
COMMENTS = (
    "<section id='comments'><h3>2 comments</h3>"
    "<div class='comment'><b>Pete Brook</b> <span>March 6, 2019 at 9:14 am</span><p>About time, I would say.</p></div>"
    "<div class='comment'><b>Mary Hill</b> <span>March 7, 2019 at 7:02 pm</span><p>It was safe for me.</p></div></section>"
)


def html(
    head: str = "", top: str = "", title: str = "Old pier closed for months", language: str = "en", after: str = ""
) -> Document:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in BODIES[language])
    page = (
        f"<!DOCTYPE html><html lang='{language}'><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>{MENU}"
        f"<main><article><h1>{title}</h1>{top}<div class='entry'>{text}</div></article></main>{after}"
        "<footer>© 2022 Westport Post</footer></body></html>"
    )
    return read(Page("page.html", page.encode(), "html"))


def json_ld(body: str) -> str:
    return f'<script type="application/ld+json">{body}</script>'


DATED = {
    "JSON-LD article": html(json_ld('{"@type": "NewsArticle", "datePublished": "2019-03-04T18:32:00+01:00"}')),
    "JSON-LD graph, with a site and a page of other days": html(
        json_ld(
            '{"@graph": [{"@type": "WebSite", "datePublished": "2011-01-01"}, '
            '{"@type": "BlogPosting", "datePublished": "2019-03-04", "dateModified": "2019-03-09"}]}'
        )
    ),
    "JSON-LD that is broken": html(json_ld('{"@type": "NewsArticle", "datePublished": "2019-03-04T18:32", "a": }')),
    "JSON-LD with a list of types": html(
        json_ld('[{"@type": ["Article", "ReportageNewsArticle"], "datePublished": "2019-03-04"}]')
    ),
    "WordPress meta": html('<meta property="article:published_time" content="2019-03-04T18:32:00+00:00">'),
    "WordPress theme without meta": html(
        top="<div class='meta'>Posted on <a href='#'><time class='entry-date published' datetime='2019-03-04T18:32:00'>March 4,"
        " 2019</time><time class='updated' datetime='2019-03-08T10:00:00'>March 8, 2019</time></a> by Jane</div>",
        after=OTHERS + COMMENTS,
    ),
    "Drupal": html(
        top="<span property='dc:date dc:created' content='2019-03-04T18:32:00+01:00' datatype='xsd:dateTime'>Mon, 03/04/2019"
        " - 18:32</span>"
    ),
    "Blogger": html(
        top="<abbr class='published' title='2019-03-04T18:32:00+01:00' itemprop='datePublished'>6:32 PM</abbr>",
        after=COMMENTS,
    ),
    "Blogger, day over the headline": html(
        top="<h2 class='date-header'><span>Monday, March 4, 2019</span></h2>", after=COMMENTS
    ),
    "Dublin Core": html('<meta name="DC.date.issued" content="2019-03-04">'),
    "Dublin Core terms": html(
        '<meta name="DCTERMS.created" content="2019-03-04T10:00Z"><meta name="dcterms.modified" content="2019-04-01">'
    ),
    "microdata": html(
        top="<meta itemprop='datePublished' content='2019-03-04'><span>by Jane Orlan</span>", after=OTHERS
    ),
    "a time element alone": html(top="<p>By Jane Orlan, <time datetime='2019-03-04T18:32'>this evening</time></p>"),
    "the address": html('<link rel="canonical" href="https://westport.example/2019/03/04/old-pier-closed/">'),
    "German, words on the page": html(
        top="<p class='info'>Von Karla Brandt | 4. März 2019, 18:32 Uhr</p>",
        title="Alte Brücke wird gesperrt",
        language="de",
    ),
    "German, a class names the date": html(
        top="<div class='newsDate'>04.03.2019</div>", title="Alte Brücke wird gesperrt", language="de", after=OTHERS
    ),
    "German, Stand": html(top="<p>Stand: 04.03.2019 18:32 Uhr</p>", title="Alte Brücke wird gesperrt", language="de"),
    "French, below the article": html(
        title="Le vieux pont de Valbrune fermé", language="fr", after="<p>Mis en ligne le 4 mars 2019</p>"
    ),
    "Spanish, words over the headline's text": html(
        top="<div>Villaseca | 4 de marzo de 2019</div>",
        title="Cierran el viejo puente de Villaseca",
        language="es",
        after=OTHERS,
    ),
    "Polish meta and words": html(
        '<meta name="publication_date" content="2019-03-04 18:32">',
        top="<p>4 marca 2019</p>",
        title="Stary most",
        language="pl",
    ),
    "a scripted day": html(top="<p>Updated often <script>showDate('2019/03/04 18:32:00')</script></p>"),
    "universal time, with the page's own day": html(
        json_ld('{"@type": "NewsArticle", "datePublished": "2019-03-05T02:32:00Z"}'),
        top="<p>Published March 4, 2019, 9:32 p.m.</p>",
    ),
    "an offset is the page's own zone": html(
        json_ld('{"@type": "NewsArticle", "datePublished": "2019-03-04T23:50:00-08:00"}')
    ),
    "metadata of a page made long ago": html(
        json_ld('{"@type": "Article", "datePublished": "2005-07-26", "dateModified": "2019-03-04"}'),
        top="<p>The northern quay was opened in 2014, and the pier was mended in 2016.</p>",
    ),
    "an update alone": html('<meta property="article:modified_time" content="2019-03-04T18:32:00Z">'),
}


@pytest.mark.parametrize("name", DATED)
def test_the_day_of_a_page_is_read_whatever_made_it(name: str) -> None:
    found = DATED[name]
    assert found.published is not None, found.date_candidates
    assert (found.published.earliest, found.published.latest) == (DAY, DAY), found.published
    assert [one.earliest for one in found.date_candidates if one.lost is None] == [DAY]


UNDATED = {
    "a default of the system": html('<meta name="date" content="1970-01-01T00:00:00Z">'),
    "other stories and comments": html(after=OTHERS + COMMENTS),
    "an empty field": html(json_ld('{"@type": "NewsArticle", "datePublished": ""}')),
    "an event's day": html(
        json_ld('{"@type": "Event", "startDate": "2019-03-04"}'), top="<p>Event: 4 March 2019, 10:00</p>"
    ),
    "today's date in the page's head": html(after="<p>Today's paper | March 4, 2019</p>"),
}


@pytest.mark.parametrize("name", UNDATED)
def test_a_page_that_does_not_tell_its_day_gets_none(name: str) -> None:
    assert UNDATED[name].published is None


def test_what_lost_is_kept_with_the_reason() -> None:
    found = html(
        json_ld('{"@type": "NewsArticle", "datePublished": "2019-03-04", "dateModified": "2019-03-09"}'), after=OTHERS
    )
    lost = {one.earliest: one.lost for one in found.date_candidates if one.lost}
    assert lost[date(2019, 3, 9)] == "the page's metadata counts for more"
    assert lost[date(2019, 2, 12)]


def test_metadata_before_what_the_page_tells_is_refused_with_the_reason() -> None:
    refused = [one for one in DATED["metadata of a page made long ago"].date_candidates if one.earliest.year == 2005]
    assert [one.lost for one in refused] == ["before 2016-01-01, which the page tells of as past"]


def test_a_day_in_universal_time_gives_way_to_the_one_that_the_page_shows() -> None:
    lost = [
        one.lost for one in DATED["universal time, with the page's own day"].date_candidates if one.earliest.day == 5
    ]
    assert lost == ["in universal time; the page shows another day in its own"]
