from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.time_of import tells_day
from onrecord.find.times import find_times, parse_times, resolve_symbol
from onrecord.schema import Annotations, Block, BlockKind, Document, Sentence, Token, When

TUESDAY = date(2017, 10, 10)


def shown(text: str, anchor: date | None = TUESDAY) -> list[str]:
    """Each time as ``words = first/last day``; open ends are left out, a single day stands once."""
    out = []
    for when in filter(tells_day, parse_times(text, 0, anchor)):
        days = str(when.earliest) if when.earliest == when.latest else f"{when.earliest or ''}/{when.latest or ''}"
        out.append(f"{when.text} = {days}")
    return out


def document(text: str, published: When | None = None, kind: BlockKind = "paragraph") -> Document:
    return Document("0" * 16, "0" * 64, "page.txt", text, (Block(kind, 0, len(text), "test"),), published=published)


NOTHING = Annotations((), (), "none")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Wednesday.", "Wednesday = 2017-10-04"),
        ("They met on Tuesday.", "Tuesday = 2017-10-10"),
        ("He will be there on Friday.", "Friday = 2017-10-13"),
        ("Leaders to meet on Friday", "Friday = 2017-10-13"),
        ("The talks will be held on Friday.", "Friday = 2017-10-13"),
        ("The payment will be made on Friday.", "Friday = 2017-10-13"),
        ("He is due to report on Friday.", "Friday = 2017-10-13"),
        ("The talks were held on Friday.", "Friday = 2017-10-06"),
        ("He said on Friday that they will meet.", "Friday = 2017-10-06"),
        ("The mission will send armed men on Friday.", "Friday = 2017-10-13"),
        ("The text approved on Friday will be published.", "Friday = 2017-10-06"),
        ("It opened last Friday.", "last Friday = 2017-10-06"),
        ("It opens next Monday.", "next Monday = 2017-10-16"),
        ("It shut Friday night.", "Friday night = 2017-10-06"),
        ("It shut on Friday last week.", "Friday last week = 2017-10-06"),
        ("She left yesterday.", "yesterday = 2017-10-09"),
        ("She left the day before yesterday.", "the day before yesterday = 2017-10-08"),
        ("Tonight they vote.", "Tonight = 2017-10-10"),
        ("It rained this week.", "this week = 2017-10-09/2017-10-15"),
        ("It rained last week.", "last week = 2017-10-02/2017-10-08"),
        ("It rained earlier this month.", "earlier this month = 2017-10-01/2017-10-10"),
        ("They will meet later this week.", "later this week = 2017-10-10/2017-10-15"),
        ("It rained over the weekend.", "the weekend = 2017-10-07/2017-10-08"),
        ("Prices rose in August.", "August = 2017-08-01/2017-08-31"),
        ("Prices will rise in August.", "August = 2018-08-01/2018-08-31"),
        ("Prices rose in October last year.", "October last year = 2016-10-01/2016-10-31"),
        ("It was founded in 2001.", "2001 = 2001-01-01/2001-12-31"),
        ("It has grown over the past few years.", "the past few years = /2017-10-10"),
        ("They have fought for the past 17 years.", "the past 17 years = 2000-10-10/2017-10-10"),
        ("He left two weeks ago.", "two weeks ago = 2017-09-25/2017-10-01"),
        ("He left more than a year ago.", "more than a year ago = /2016-12-31"),
        ("He left 2 years, 1 month and 21 days ago.", "2 years, 1 month and 21 days ago = 2015-08-20"),
        ("He will travel in the coming weeks.", "the coming weeks = 2017-10-10/"),
        ("He will travel in two weeks.", "in two weeks = 2017-10-23/2017-10-29"),
        ("He has been away since 2014.", "since 2014 = 2014-01-01/2017-10-10"),
        ("The road will stay shut until March.", "until March = /2018-03-31"),
        ("It will be done by the end of this year.", "by the end of this year = 2017-10-10/2017-12-31"),
        ("He ruled between 2003 and 2007.", "between 2003 and 2007 = 2003-01-01/2007-12-31"),
        ("They talked from May 3 to May 9.", "from May 3 to May 9 = 2017-05-03/2017-05-09"),
        ("They talked on 10-12 September 2016.", "10-12 September 2016 = 2016-09-10/2016-09-12"),
        ("The war of 1941–42 was long.", "1941–42 = 1941-01-01/1942-12-31"),
        ("Crime fell in the 1990s.", "the 1990s = 1990-01-01/1999-12-31"),
        ("It was on October 10, 2017.", "October 10, 2017 = 2017-10-10"),
        ("It was on 8th October 2011.", "8th October 2011 = 2011-10-08"),
        ("It was on Tuesday, Sept. 5, 2017.", "Tuesday, Sept. 5, 2017 = 2017-09-05"),
        ("It was on 10 October.", "10 October = 2017-10-10"),
        ("It was on Oct 10.", "Oct 10 = 2017-10-10"),
        ("Updated 2017-10-10.", "2017-10-10 = 2017-10-10"),
        ("It fell in the third quarter of 2016.", "the third quarter of 2016 = 2016-07-01/2016-09-30"),
        ("It rose in the first half of 2019.", "the first half of 2019 = 2019-01-01/2019-06-30"),
        ("It was signed in the summer of 2016.", "the summer of 2016 = 2016-06-01/2016-08-31"),
        ("It was signed in late 2016.", "late 2016 = 2016-07-01/2016-12-31"),
        ("It was signed in mid-March.", "mid-March = 2017-03-11/2017-03-21"),
        ("They will meet at the end of the year.", "the end of the year = 2017-09-01/2017-12-31"),
        ("They meet on the first Friday of November.", "the first Friday of November = 2017-11-03"),
        ("He wrote two days after May 5, 2010.", "two days after May 5, 2010 = 2010-05-07"),
    ],
)
def test_the_words_come_to_their_days(text: str, expected: str) -> None:
    assert shown(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "We met and we sat in the sun for a second.",
        "They may march again, and prices may fall.",
        "May I ask Theresa May, whom April Jones met?",
        "A crowd of 2000 people met 1999 men.",
        "Call 555-2017-1234 or 0300 1234567.",
        "The team won 21-19 and 3-1.",
        "Version 2.0.2017 of the program is out.",
        "It cost $2000 and ran 1,999 miles.",
        "The 17-year-old boy and the two-year plan.",
        "He recalled the September 11 attacks and 9/11.",
        "They waited for hours and could last months.",
        "At the end of the day, it is about money.",
        "He is in his late 40s.",
        "The fall of the city was the day before the vote.",
    ],
)
def test_words_that_look_like_times_are_left_alone(text: str) -> None:
    assert shown(text) == []


def test_the_next_day_follows_the_time_told_before() -> None:
    text = "The bridge fell on March 3, 2015. The following day the mayor resigned. A year later it was rebuilt."
    assert shown(text)[1:] == ["The following day = 2015-03-04", "A year later = 2016-01-01/2016-12-31"]


def test_the_next_day_after_nothing_is_unknown() -> None:
    (when,) = parse_times("The following day it rained.", 0, TUESDAY)
    assert (when.basis, when.earliest, when.latest, when.symbol) == ("unknown", None, None, "day(context) + 1 day")


def test_an_amount_of_time_after_something_untold_is_no_date() -> None:
    assert shown("They left in 2010. Two months after it began, they came back.")[1:] == []


def test_a_bare_month_belongs_to_the_old_year_told_in_its_paragraph() -> None:
    text = "The treaty was signed in July 1936. In September the parliament rejected it.\nIn August they spoke."
    assert shown(text)[1:] == ["September = 1936-09-01/1936-09-30", "August = 2017-08-01/2017-08-31"]


def test_a_text_that_tells_history_keeps_its_own_years() -> None:
    text = (
        "War broke out in May 1911. In June 1912 the capital fell. On 3 July 1912 the king fled. Peace came in 1913.\n"
        "In April 1914 the border was drawn.\nIn September the army went home."
    )
    assert shown(text)[-1] == "September = 1914-09-01/1914-09-30"


@pytest.mark.parametrize("text", ["on Friday", "in August", "yesterday", "earlier this month", "two weeks ago"])
def test_an_undated_page_keeps_words_and_symbol_and_gets_no_date(text: str) -> None:
    (when,) = parse_times(f"They met {text}.", 0, None)
    assert (when.earliest, when.latest, when.basis) == (None, None, "unknown")
    assert when.precision is not None
    assert when.symbol is not None and resolve_symbol(when.symbol, TUESDAY) != (None, None)


def test_a_symbol_kept_on_an_undated_page_gives_the_dated_page_s_days_later() -> None:
    text = "They met on Friday. The next day they left. In August they will return."
    dated, undated = parse_times(text, 0, TUESDAY), parse_times(text, 0, None)
    assert [resolve_symbol(w.symbol or "", TUESDAY) for w in undated] == [(w.earliest, w.latest) for w in dated]


@pytest.mark.parametrize(
    ("text", "basis", "extent", "precision"),
    [
        ("on October 3, 2016", "stated", "within", "day"),
        ("yesterday", "relative", "within", "day"),
        ("on Friday", "weekday", "within", "day"),
        ("last month", "relative", "within", "month"),
        ("since 2014", "relative", "throughout", "interval"),
        ("for the past three months", "relative", "throughout", "interval"),
        ("in the 1990s", "stated", "within", "decade"),
    ],
)
def test_basis_extent_and_precision_say_how_it_is_known(text: str, basis: str, extent: str, precision: str) -> None:
    (when,) = parse_times(f"They met {text}.", 0, TUESDAY)
    assert (when.basis, when.extent, when.precision) == (basis, extent, precision)


def test_a_numeric_date_that_can_be_read_two_ways_is_not_decided() -> None:
    assert shown("Signed 2/3/2017, filed 3/14/2017.") == ["2/3/2017 = 2017-02-03/2017-03-02", "3/14/2017 = 2017-03-14"]


def test_only_title_paragraphs_and_subheadings_are_read() -> None:
    published = When(earliest=TUESDAY, latest=TUESDAY, precision="day", basis="stated")
    assert find_times(document("Posted yesterday.", published, "comment"), NOTHING) == ()
    assert [w.text for w in find_times(document("He left yesterday.", published), NOTHING)] == ["yesterday"]


def test_a_page_dated_only_to_a_week_gives_times_as_wide() -> None:
    week = When(earliest=date(2017, 10, 9), latest=date(2017, 10, 15), precision="week", basis="bounded")
    (when,) = find_times(document("He left yesterday.", week), NOTHING)
    assert (when.earliest, when.latest, when.precision) == (date(2017, 10, 8), date(2017, 10, 14), "interval")


def test_a_lone_word_parsed_as_a_verb_is_no_time() -> None:
    text = "In March they sang."
    token = Token(0, 3, 8, "March", "march", "VERB", "VB", "ROOT", 0)
    annotations = Annotations((Sentence(0, 0, 0, len(text), (token,)),), (), "none")
    assert find_times(document(text), annotations) == ()


def test_positions_are_moved_by_the_offset() -> None:
    (when,) = parse_times("He left yesterday.", 100, TUESDAY)
    assert (when.start, when.end) == (108, 117)


def test_a_page_of_nothing_but_white_space_or_one_endless_line_is_read_in_no_time() -> None:
    before = time.process_time()
    assert parse_times("\n" * 300_000, 0, TUESDAY) == []
    assert len(parse_times("He left in 2001 and " * 5_000, 0, TUESDAY)) == 5_000
    assert time.process_time() - before < 5


PIECES = st.sampled_from(
    "the a in on since until from to between and last next two few 2001 1999 10 31 May March Friday October week year "
    "years day ago later before after of early end 's . , - – ( ) '90s BC th Sept \n said will".split(" ")
)


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.lists(PIECES, max_size=25).map(" ".join), st.sampled_from([None, TUESDAY, date(1, 1, 1), date(9999, 12, 31)]))
def test_any_words_give_exact_ordered_spans_that_begin_before_they_end(text: str, anchor: date | None) -> None:
    times = parse_times(text, 0, anchor)
    last = 0
    for when in times:
        assert when.start is not None and when.end is not None
        assert last <= when.start < when.end and text[when.start : when.end] == when.text
        assert when.earliest is None or when.latest is None or when.earliest <= when.latest
        assert (when.basis == "unknown") == (when.earliest is None and when.latest is None)
        last = when.end
    assert times == parse_times(text, 0, anchor)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ticket sales start Monday.", "Monday = 2017-10-16"),
        ("The ban takes effect on Friday.", "Friday = 2017-10-13"),
        ("The union threatened to boycott exams in November.", "November = 2017-11-01/2017-11-30"),
        ("They expect her to win on Thursday.", "Thursday = 2017-10-12"),
        ("They will need no visa under a deal signed in Oslo on Thursday.", "Thursday = 2017-10-05"),
        ("Sales will grow less than forecast in July.", "July = 2017-07-01/2017-07-31"),
        ("He died in June.", "June = 2017-06-01/2017-06-30"),
        ("They raised cash in May. They collected it in November.", "November = 2016-11-01/2016-11-30"),
        ("Cyprus has until Monday to pay.", "until Monday = /2017-10-16"),
        ("It was lost on the day after Monday's vote.", "the day after Monday = 2017-10-10"),
        ("The chief was killed overnight.", "overnight = 2017-10-09/2017-10-10"),
        ("They fled in the early morning hours of Friday.", "the early morning hours of Friday = 2017-10-06"),
    ],
)
def test_the_tense_of_the_clause_turns_a_bare_name_back_or_ahead(text: str, expected: str) -> None:
    assert shown(text)[-1] == expected


def test_a_year_mentioned_inside_a_sentence_does_not_move_the_story() -> None:
    text = (
        "War came on 3 May 1920. Troops left on 5 May 1920. They met on 2 June 1920. A fort fell on 4 June 1920, and"
        " one on 9 June 1920. A book of 2004 tells of it. On 6 September they fled."
    )
    assert shown(text)[-1] == "6 September = 1920-09-06"


def test_which_quarter_is_meant_is_not_guessed() -> None:
    (when,) = parse_times("Sales fell in the quarter.", 0, TUESDAY)
    assert (when.earliest, when.latest, when.symbol) == (None, None, "quarter(context)")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He threatened those who do not return by Monday.", "by Monday = 2017-10-10/2017-10-16"),
        ("Teachers to down tools on Monday", "Monday = 2017-10-16"),
        ("LIMA, Sept. 28 (Wire) - The party will meet.", "Sept. 28 = 2017-09-28"),
        ("They must move, they said in a letter of September 21.", "September 21 = 2017-09-21"),
        ("He told the Sunday Herald on Friday.", "Friday = 2017-10-06"),
        ("Most favour a vote before November.", "before November = 2017-10-10/2017-10-31"),
        ("It comes two weeks from Monday.", "two weeks from Monday = 2017-10-30"),
    ],
)
def test_a_limit_a_headline_and_a_dateline_have_the_right_side_of_publication(text: str, expected: str) -> None:
    assert shown(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Bloody Sunday and Super Tuesday are names.",
        "The bank is open Monday to Friday.",
        "He will rule until the last day the law allows.",
    ],
)
def test_names_and_opening_hours_tell_no_day(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The road will stay closed until the end of April.", "until the end of April = /2018-04-30"),
        ("It expects growth in the second half of the year.", "the second half of the year = 2017-07-01/2017-12-31"),
        ("Prices rose between March and September.", "between March and September = 2017-03-01/2017-09-30"),
        ("It was put off from Sept. 27 to Oct. 25.", "from Sept. 27 to Oct. 25 = 2017-09-27/2017-10-25"),
        ("Diwali begins next week.", "Diwali = 2017-10-19"),
    ],
)
def test_states_halves_and_feasts_that_begin(text: str, expected: str) -> None:
    assert shown(text)[0] == expected


def test_an_amount_in_the_singular_counts_from_an_event_too() -> None:
    (when,) = parse_times("He died a week before the trial.", 0, TUESDAY)
    assert (when.text, when.symbol) == ("a week before", "event - 1 week")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So far this year, nine ships were lost.", "So far this year = 2017-01-01/2017-10-10"),
        ("They will vote this autumn.", "this autumn = 2017-09-01/2017-11-30"),
        ("They met this spring.", "this spring = 2017-03-01/2017-05-31"),
        ("The law of the 1800s still holds.", "the 1800s = 1800-01-01/1899-12-31"),
        ("The weekend's talks failed.", "The weekend = 2017-10-07/2017-10-08"),
        ("The deal expires March 3.", "March 3 = 2018-03-03"),
        ("Forecasters expect snow on Thursday.", "Thursday = 2017-10-12"),
        ("Growth slowed in the April-June quarter.", "April-June quarter = 2017-04-01/2017-06-30"),
    ],
)
def test_what_business_pages_say_of_times(text: str, expected: str) -> None:
    assert shown(text)[0] == expected


def test_a_siege_that_could_last_several_weeks_tells_of_none_past() -> None:
    (when,) = parse_times("The siege could last several weeks.", 0, TUESDAY)
    assert (when.text, when.earliest, when.symbol) == ("several weeks", None, "duration(some weeks)")
