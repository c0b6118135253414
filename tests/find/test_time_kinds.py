"""Times that tell no day, times of the clock beside a day, and feasts."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.find.time_feast_days import feast_days, orthodox_easter
from onrecord.find.time_of import counted_from, tells_day
from onrecord.find.times import parse_times, resolve_symbol
from onrecord.schema import Sentence

TUESDAY = date(2017, 10, 10)


@pytest.mark.parametrize(
    ("text", "words", "symbol"),
    [
        ("The siege lasted three years.", "three years", "duration(3 years)"),
        ("It ran more than six hours.", "more than six hours", "duration(6 hours)"),
        ("A two-year plan was made.", "two-year", "duration(2 years)"),
        ("The 47-year-old driver left.", "47-year-old", "duration(47 years)"),
        ("They waited for weeks.", "weeks", "duration(some weeks)"),
        ("It stood for half a century.", "half a century", "duration(0.5 century)"),
        ("They built it in two weeks.", "in two weeks", "duration(2 weeks)"),
        ("They march every Friday.", "every Friday", "set(weekday(fri))"),
        ("It pumps 40 barrels a day.", "a day", "set(1 day)"),
        ("It sails twice a week.", "twice a week", "set(1 week)"),
        ("It sails every two weeks.", "every two weeks", "set(2 weeks)"),
        ("Shops shut on Sundays.", "Sundays", "set(weekday(sun))"),
        ("Trains run daily.", "daily", "set(1 day)"),
        ("It shook at 4:17 a.m. local time.", "4:17 a.m. local time", "clock(04:17 local)"),
        ("It shook before dawn.", "dawn", "clock(dawn)"),
        ("Sales fell in fiscal 2014.", "fiscal 2014", "fiscal(2014)"),
        ("Sales fell in FY2014.", "FY2014", "fiscal(2014)"),
        ("He fled two days after the raid.", "two days after", "event + 2 days"),
        ("He spoke on the eve of the vote.", "the eve", "event - 1 day"),
        ("He now lives abroad.", "now", "present"),
        ("It may come in the future.", "the future", "future"),
        ("It happened in the past.", "the past", "past"),
    ],
)
def test_what_tells_no_day_is_kept_with_its_symbol_and_without_dates(text: str, words: str, symbol: str) -> None:
    (when,) = parse_times(text, 0, TUESDAY)
    assert (when.text, when.symbol) == (words, symbol)
    assert (when.earliest, when.latest, when.precision, when.basis) == (None, None, None, "unknown")
    assert not tells_day(when)


@pytest.mark.parametrize(
    "text",
    [
        "Three quarters of the seats are theirs.",
        "The Daily Herald won 3:1 in the second round.",
        "She ate an apple a little late.",
        "It is 5.45 metres long and cost $10.",
        "Easter Island has Christmas trees.",
    ],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert parse_times(text, 0, TUESDAY) == []


@pytest.mark.parametrize(
    ("text", "words", "symbol", "day"),
    [
        ("It fell at 8 p.m. on Monday.", "8 p.m. on Monday", "weekday(mon) <= publication at 20:00", date(2017, 10, 9)),
        ("It will go Friday at 0900 GMT.", "Friday at 0900 GMT", "weekday(fri) >= publication at 09:00 gmt", date(2017, 10, 13)),
        ("It fell on May 3, 2016, at 21:30.", "May 3, 2016, at 21:30", "2016-05-03 at 21:30", date(2016, 5, 3)),
    ],
)  # fmt: skip
def test_the_hour_and_its_zone_are_noted_with_the_day(text: str, words: str, symbol: str, day: date) -> None:
    (when,) = parse_times(text, 0, TUESDAY)
    assert (when.text, when.symbol, when.earliest, when.latest) == (words, symbol, day, day)
    assert resolve_symbol(symbol, TUESDAY) == (day, day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They prayed on Good Friday.", "2017-04-14", "2017-04-14"),
        ("They prayed at Easter 2016.", "2016-03-27", "2016-03-27"),
        ("They will dine on Thanksgiving.", "2017-11-23", "2017-11-23"),
        ("They met on Yom Kippur.", "2017-09-30", "2017-09-30"),
        ("They fasted in Ramadan.", "2017-05-27", "2017-06-25"),
        ("They met on Eid al-Adha last year.", "2016-09-11", "2016-09-12"),
        ("They danced at Chinese New Year.", "2017-01-28", "2017-01-28"),
        ("They will light lamps on Diwali.", "2017-10-19", "2017-10-19"),
        ("They met on New Year's Eve 2015.", "2015-12-31", "2015-12-31"),
    ],
)
def test_a_feast_has_its_days(text: str, first: str, last: str) -> None:
    (when,) = parse_times(text, 0, TUESDAY)
    assert (when.earliest, when.latest) == (date.fromisoformat(first), date.fromisoformat(last))


def test_moving_feasts_fall_where_the_almanacs_have_them() -> None:
    def first(name: str, year: int) -> str:
        return str(feast_days(name, year)[0][0])

    assert [first("easter", year) for year in (1961, 2008, 2019, 2024)] == [
        "1961-04-02", "2008-03-23", "2019-04-21", "2024-03-31",
    ]  # fmt: skip
    assert [str(orthodox_easter(year)) for year in (2019, 2024)] == ["2019-04-28", "2024-05-05"]
    assert [first("passover", year) for year in (2016, 2024)] == ["2016-04-23", "2024-04-23"]
    assert [first("hanukkah", year) for year in (2016, 2021)] == ["2016-12-25", "2021-11-29"]
    assert [first("lunarnewyear", year) for year in (1985, 2015, 2033, 2034)] == [
        "1985-02-20", "2015-02-19", "2033-01-31", "2034-02-19",
    ]  # fmt: skip
    assert [first("diwali", year) for year in (2018, 2020, 2022)] == ["2018-11-07", "2020-11-14", "2022-10-24"]
    assert [first("eidalfitr", year) for year in (2021, 2023)] == ["2021-05-13", "2023-04-21"]
    assert feast_days("easter", 1800) == ()


def test_what_happened_before_the_main_clause_is_counted_back_from_its_day() -> None:
    text = "Troops withdrew on Sunday, two days after guns shelled the port, killing three."
    sentence, times = Sentence(0, 0, 0, len(text), ()), parse_times(text, 0, TUESDAY)
    shelled, killing = (counted_from(times, sentence, text.index(verb), text) for verb in ("shelled", "killing"))
    assert shelled is not None and shelled.earliest == shelled.latest == date(2017, 10, 6)
    assert shelled == killing
    assert counted_from(times, sentence, text.index("withdrew"), text) is None


def test_a_phrase_that_opens_the_sentence_does_not_count_for_what_follows_its_comma() -> None:
    text = "Two days after the raid, police held ten men on Sunday."
    sentence, times = Sentence(0, 0, 0, len(text), ()), parse_times(text, 0, TUESDAY)
    assert counted_from(times, sentence, text.index("held"), text) is None


@pytest.mark.parametrize(
    ("text", "words", "symbol"),
    [
        ("Its fourth-quarter loss grew.", "fourth-quarter", "quarter(4) <= publication"),
        ("The decades-old feud went on.", "decades-old", "duration(some decades)"),
        ("A yearlong truce held.", "yearlong", "duration(1 year)"),
        ("He got two years and six months.", "two years and six months", "duration(2 years + 6 months)"),
        ("It grew by end-March 2016.", "by end-March 2016", ".. end(2016-03)"),
        ("The 2012/13 season was long.", "2012/13", "2012 .. 2013"),
        ("They slept through the night.", "the night", "clock(night)"),
    ],
)
def test_joined_words_are_read_as_their_parts(text: str, words: str, symbol: str) -> None:
    assert [(when.text, when.symbol) for when in parse_times(text, 0, TUESDAY)] == [(words, symbol)]
