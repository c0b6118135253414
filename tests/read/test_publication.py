from __future__ import annotations

from datetime import date

import pytest

from onrecord.read import read
from onrecord.schema import Document, Page

HEAD = "Orland accuses Vesna of shelling border villages"
BODY = """Orland accused its neighbour Vesna on Sunday of shelling three villages on the disputed border, they said.

The two had agreed on 7 May 2011 to keep the peace, but the defence minister said that this was long forgotten.
"""


def document(*lines: str) -> Document:
    return read(Page("page.txt", "\n\n".join(lines).encode("utf-8"), "text"))


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ((HEAD, "Published: October 10, 2017", BODY), date(2017, 10, 10)),
        ((HEAD, "Published", "4 June 2018", BODY), date(2018, 6, 4)),
        ((HEAD, "By Ana Reth", "Tue 5 Mar 2019 14.02 GMT", BODY), date(2019, 3, 5)),
        ((HEAD, "Ana Reth October 08, 2011", BODY), date(2011, 10, 8)),
        ((HEAD, BODY, "Published in The Courier, October 8th, 2011."), date(2011, 10, 8)),
        (("Updated 19 Nov, 2014 05:14pm", HEAD, BODY), date(2014, 11, 19)),
        ((HEAD, "KARSK, March 3, 2019 (Reuters) - " + BODY), date(2019, 3, 3)),
        ((HEAD, "2019-03-05", BODY), date(2019, 3, 5)),
        ((HEAD, "Published On 5 Mar 20195 Mar 2019", BODY), date(2019, 3, 5)),
        ((HEAD, "25/04/2019", BODY), date(2019, 4, 25)),
    ],
)
def test_a_stated_day_of_publication_is_found(lines: tuple[str, ...], day: date) -> None:
    found = document(*lines)
    assert found.published is not None
    assert (found.published.earliest, found.published.latest, found.published.basis) == (day, day, "stated")
    assert found.published.start is not None
    assert found.text[found.published.start : found.published.end] == found.published.text


@pytest.mark.parametrize(
    "lines",
    [
        (HEAD, BODY),
        ("Today's Paper | November 22, 2024", HEAD, BODY),
        ("Friday, November 22, 2024", HEAD, BODY),
        (HEAD, BODY, "© 2019 The Courier"),
        (HEAD, BODY, "Reader Comments (1)", "  • Peter", "Jun 12, 2018 - 7:11AM", "I do not believe it.", "Reply"),
        (HEAD, BODY, "Related stories", "Storm hits the coast", "12 February 2019"),
    ],
)
def test_other_dates_on_the_page_are_no_publication(lines: tuple[str, ...]) -> None:
    assert document(*lines).published is None


def test_published_beats_updated_and_both_are_kept() -> None:
    found = document(HEAD, "Published: 14:05, 3 March 2019 | Updated: 16:20, 4 March 2019", BODY)
    assert found.published is not None and found.published.earliest == date(2019, 3, 3)
    assert found.updated is not None and found.updated.earliest == date(2019, 3, 4)


def test_an_update_alone_counts_as_publication() -> None:
    found = document(HEAD, "Last updated 5 June 2018", BODY)
    assert found.published is not None and found.updated is not None
    assert found.published.earliest == found.updated.earliest == date(2018, 6, 5)


def test_a_day_that_can_be_read_two_ways_stays_open_and_says_so() -> None:
    found = document(HEAD, "03/04/2019", BODY)
    assert found.published is None
    assert found.published_bounds is not None and found.published_bounds.basis == "bounded"
    assert (found.published_bounds.earliest, found.published_bounds.latest) == (date(2019, 3, 4), date(2019, 4, 3))
    assert any("two days" in block.why for block in found.blocks)


def test_a_second_date_settles_which_number_is_the_month() -> None:
    found = document(HEAD, "03/04/2019", BODY, "Published in The Courier, 4 April 2019")
    assert found.published is not None and found.published.earliest == date(2019, 4, 4)
    found = document(HEAD, "Published: 03/04/2019", "Updated: 4 April 2019", BODY)
    assert found.published is not None and found.published.earliest == date(2019, 4, 3)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ((HEAD, "Ana Reth | Valley Desk | Apr 7, 2019, 15:43 IST", BODY), date(2019, 4, 7)),
        ((HEAD, "Valley Desk Editor June 11, 2019", BODY), date(2019, 6, 11)),
        ((HEAD, "March 23, 2019timer5 min. read", BODY), date(2019, 3, 23)),
        ((HEAD, "April 21, 2019 at 5:52 pm Updated April 22, 2019 at 7:07 am", BODY), date(2019, 4, 21)),
        ((HEAD, "By Ana Reth", "Publicado: 06/05/2019", BODY, "27/04/2019"), date(2019, 5, 6)),
        ((HEAD, BODY, "13 June 2019, 09:08"), date(2019, 6, 13)),
    ],
)
def test_a_day_is_found_beside_names_and_under_the_article(lines: tuple[str, ...], day: date) -> None:
    found = document(*lines)
    assert found.published is not None and found.published.earliest == day


def test_a_labelled_day_below_pictures_is_found() -> None:
    pictures = [f"Ana Reth looks on in Karsk on March 2, 2019, picture {at} of the day." for at in range(9)]
    found = document(HEAD, BODY, *pictures, "PUBLISHED: March 4, 2019 at 9:06 a.m. | UPDATED: March 5, 2019", BODY)
    assert found.published is not None and found.published.earliest == date(2019, 3, 4)
    assert found.updated is not None and found.updated.earliest == date(2019, 3, 5)


def test_a_day_after_the_first_comment_is_the_day_of_the_visit() -> None:
    thread = ("Reader Comments (2)", "  • Peter", "Jun 12, 2018 - 7:11AM", "I do not believe it.", "Reply")
    assert document(HEAD, "22 November 2024", BODY, *thread).published is None


def test_a_day_before_what_the_page_tells_as_past_is_none() -> None:
    past = "The bridge was shelled on March 12, 2019, the army said, and it had to be closed for a week after that."
    assert document(HEAD, "4 February 2017", BODY, past).published is None
    ahead = (
        "The bridge will be opened on March 12, 2019, the army said, and it had to be closed for a week before that."
    )
    found = document(HEAD, "4 February 2017", BODY, ahead)
    assert found.published is not None and found.published.earliest == date(2017, 2, 4)


def test_an_undated_page_is_bounded_by_what_it_tells_and_by_when_it_was_there() -> None:
    told = "The two had made peace in 2016, and the minister said that it was signed on 3 May 2018, in the capital."
    found = document("Today's Paper | November 22, 2024", HEAD, BODY, told)
    assert found.published is None and found.published_bounds is not None
    assert (found.published_bounds.earliest, found.published_bounds.latest) == (date(2018, 5, 3), date(2024, 11, 23))
    assert (found.published_bounds.basis, found.published_bounds.start) == ("bounded", None)


def test_a_copyright_year_bounds_nothing() -> None:
    found = document(HEAD, BODY, "© 2009 The Courier")
    assert found.published is None
    assert found.published_bounds is None or found.published_bounds.latest is None


def test_a_page_that_tells_of_no_day_has_no_bounds() -> None:
    found = document(HEAD, BODY.split("\n\n")[0])
    assert (found.published, found.published_bounds) == (None, None)
