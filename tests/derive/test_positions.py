from __future__ import annotations

import runpy
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord.derive import derive
from onrecord.schema import UNKNOWN, Findings, Party, Position, Span, Statement
from onrecord.store import MemoryStore

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("conftest.py"))))
Fill = Callable[[Sequence[Findings]], MemoryStore]

OFFER = "Lumenia offered Corvo joint patrols on the Bresk lake on Monday."
REFUSE = "Lumenia rejected joint patrols with Corvo on the Bresk lake."
AGREE = "Lumenia agreed to joint patrols with Corvo on the lake if the ferry sails."


def told(
    text: str, day: int | None, kind: str, word: str, rule: str = "x.reject.reject", **changes: object
) -> Findings:
    """A page on which Lumenia says yes or no to Corvo, published on a day of March 2021."""
    when = date(2021, 3, day) if day else None
    fields: dict[str, object] = {"rule": rule, **changes}
    found: Findings = made.page(
        text, day=when, outlet=f"{text}{day}", acts=[(kind, "Lumenia", word, "Corvo")], changes=[fields]
    )
    return found


def span(text: str, words: str) -> Span:
    return Span.of(text, text.index(words), text.index(words) + len(words))


def offered(day: int | None = 1) -> Findings:
    return told(OFFER, day, "AGREE", "offered", "offer.offer.agree", object=span(OFFER, "joint patrols"))


def positions(filled: Fill, pages: Sequence[Findings]) -> list[Position]:
    store = filled(pages)
    derive(store, 0.0)
    return list(store.derivations.rows(Position))


def test_a_refusal_after_an_offer_reverses_it(filled: Fill) -> None:
    first, second = positions(filled, [offered(), told(REFUSE, 9, "REJECT", "rejected")])
    assert (first.level, first.change, first.earlier) == ("offers", None, None)
    assert (second.level, second.change, second.order) == ("rejects", "reverses", "stated")
    assert second.earlier and second.later and second.earlier.doc == first.docs[0]
    assert second.lane == first.lane and "patrols" in second.issue


def test_the_order_of_reading_changes_nothing(filled: Fill) -> None:
    pages = [offered(), told(REFUSE, 9, "REJECT", "rejected")]
    assert positions(filled, pages) == positions(filled, pages[::-1])


def test_yes_and_no_on_one_day_conflict(filled: Fill) -> None:
    assert [row.change for row in positions(filled, [offered(9), told(REFUSE, 9, "REJECT", "rejected")])] == [
        None,
        "conflicts",
    ]


def test_nothing_is_claimed_where_the_order_is_not_known(filled: Fill) -> None:
    rows = positions(filled, [offered(), told(REFUSE, None, "REJECT", "rejected")])
    assert [row.change for row in rows] == [None, None]


def test_a_condition_narrows_and_another_issue_is_another_lane(filled: Fill) -> None:
    agreed = told(AGREE, 9, "AGREE", "agreed", "agree.agree-to.agree", condition=span(AGREE, "if the ferry sails"))
    rows = positions(filled, [offered(), agreed])
    assert [row.change for row in rows] == [None, "narrows"]
    assert rows[1].later and rows[1].later.limit == "if the ferry sails"
    other = "Lumenia rejected copper duties of Corvo."
    assert positions(filled, [offered(), told(other, 9, "REJECT", "rejected")]) == []


def test_what_is_left_out_of_a_yes_narrows_what_was_offered(filled: Fill) -> None:
    text = "Lumenia will work with Corvo except on joint patrols of the lake."
    kept = told(
        text, 9, "COOPERATE", "work", "work.join.cooperate", status="planned",
        exception=span(text, "except on joint patrols of the lake"),
    )  # fmt: skip
    rows = positions(filled, [offered(), kept])
    assert [(row.level, row.change) for row in rows] == [("offers", None), ("declines", "narrows")]


def test_who_turns_down_the_proposal_speaks_after_it_was_made(filled: Fill) -> None:
    text = "Lumenia rejected the joint patrols proposal of Corvo."
    first, second = positions(filled, [told(text, None, "REJECT", "rejected"), offered()])
    assert (first.level, second.level) == ("offers", "rejects")
    assert (second.change, second.order) == ("reverses", "inferred")


@pytest.mark.parametrize(("voice", "kept"), [("own_side", True), ("other_side", False), ("third_party", False)])
def test_what_others_say_of_an_actor_is_not_its_position(filled: Fill, voice: str, kept: bool) -> None:
    rows = positions(filled, [offered(), told(REFUSE, 9, "REJECT", "rejected", voice=voice)])
    assert bool(rows) is kept


def test_two_people_of_one_side_differ(filled: Fill) -> None:
    def by(page: Findings, name: str) -> Findings:
        event = page.events[0]
        one = event.source[0]
        person = Party(one.text, one.start, one.end, name, f"p:{name}", "person", "LUM", "GOV", capacity="official")
        return replace(page, events=(replace(event, source=(person,)),))

    pages = [by(offered(), "Ida Moor"), by(told(REFUSE, 9, "REJECT", "rejected"), "Per Holm")]
    assert [row.change for row in positions(filled, pages)] == [None, "differs"]


def by_words(text: str, words: str, day: int, name: str = "Ida Moor") -> Findings:
    """A page on which a minister of Lumenia says ``words``, and no event is found."""
    found: Findings = made.page(text, day=date(2021, 3, day), outlet=f"{text}{day}")
    at = found.document.text.index(words)
    speaker = Party(
        name, 0, len(name), name, f"p:{name}", "person", "LUM", "GOV", capacity="official", how="page:title"
    )
    cue = text.index("said")
    statement = Statement(
        f"{day:016d}", found.document.doc, "paragraph", Span.of(text, cue, cue + 4),
        (Span.of(found.document.text, at, at + len(words)),), "indirect", "says", speaker, rule="say.say", confidence=0.9,
    )  # fmt: skip
    return replace(found, statements=(statement,))


def test_what_a_minister_says_will_not_be_done_reverses_what_was_to_be_done(filled: Fill) -> None:
    yes, no = "our country will open the lake ferry", "our country will not open the lake ferry"
    rows = positions(filled, [by_words(f"She said {yes}.", yes, 1), by_words(f"She said {no}.", no, 9)])
    assert [(row.level, row.change) for row in rows] == [("offers", None), ("declines", "reverses")]
    other = positions(filled, [by_words(f"She said {yes}.", yes, 1), by_words(f"He said {no}.", no, 9, "Per Holm")])
    assert other[1].change == "differs"


def test_what_had_been_said_before_is_not_said_again(filled: Fill) -> None:
    yes, no = "our country will open the lake ferry", "our country would not open the lake ferry"
    rows = positions(filled, [by_words(f"She said {yes}.", yes, 1), by_words(f"She had twice said {no}.", no, 9)])
    assert [row.change for row in rows] == [None, None]


@pytest.mark.parametrize(
    ("later", "same"),
    [
        ("Lumenia rejected patrols with Corvo.", True),
        ("Lumenia rejected a loan for joint patrols of Corvo.", False),
        ("Lumenia rejected talks with Corvo.", False),
    ],
)
def test_one_shared_word_makes_a_change_only_where_it_is_what_both_name(filled: Fill, later: str, same: bool) -> None:
    rows = positions(filled, [offered(), told(later, 9, "REJECT", "rejected")])
    assert any(row.change == "reverses" for row in rows) is same


def test_what_is_named_alike_long_after_is_no_change(filled: Fill) -> None:
    text = "Lumenia rejected patrols with Corvo."
    late = made.page(
        text,
        day=date(2022, 3, 1),
        acts=[("REJECT", "Lumenia", "rejected", "Corvo")],
        changes=[{"rule": "x.reject.reject"}],
    )
    assert all(row.change is None for row in positions(filled, [offered(), late]))


def test_a_no_to_the_end_of_a_thing_is_a_yes_to_it(filled: Fill) -> None:
    stays, ends = "our country will not lift the ban on ferries", "our country will lift the ban on ferries"
    rows = positions(filled, [by_words(f"She said {stays}.", stays, 1), by_words(f"She said {ends}.", ends, 9)])
    assert [(row.level, row.change) for row in rows] == [("declines", None), ("offers", "reverses")]
    kept = "the ban on ferries would remain in force"
    rows = positions(filled, [by_words(f"She said {stays}.", stays, 1), by_words(f"She said {kept}.", kept, 9)])
    assert [row.change for row in rows] == [None, "repeats"]


def test_not_until_and_if_are_one_answer(filled: Fill) -> None:
    no, yes = "we will not open the lake ferry until Corvo pays", "we will open the lake ferry if Corvo pays"
    rows = positions(filled, [by_words(f"She said {no}.", no, 1), by_words(f"She said {yes}.", yes, 9)])
    assert [row.change for row in rows] == [None, None]


def test_a_common_thing_is_one_where_verbs_tell_whether_it_goes_on(filled: Fill) -> None:
    shut, open_ = "our country will close the border", "our country will reopen the border for milk"
    rows = positions(filled, [by_words(f"She said {shut}.", shut, 1), by_words(f"She said {open_}.", open_, 9)])
    assert [row.change for row in rows] == [None, "reverses"]


def test_what_is_planned_for_a_later_day_is_said_on_the_day_of_its_page(filled: Fill) -> None:
    may = replace(UNKNOWN, earliest=date(2021, 5, 1), latest=date(2021, 5, 31))
    first = offered(1)
    planned = replace(first, events=(replace(first.events[0], when=may),))
    rows = positions(filled, [planned, told(REFUSE, 9, "REJECT", "rejected")])
    assert [row.earliest for row in rows] == [date(2021, 3, 1), date(2021, 3, 9)]
    assert rows[1].change == "reverses"


def test_a_page_tells_what_was_held_before(filled: Fill) -> None:
    text = "Lumenia agreed to joint patrols with Corvo on the lake, a week after it had rejected such patrols."
    fields: list[dict[str, object]] = [{"rule": "agree_to.agree-to.agree"}, {"rule": "x.reject.reject"}]
    page = made.page(
        text, day=date(2021, 3, 9), outlet="Oak",
        acts=[("AGREE", "Lumenia", "agreed to", "Corvo"), ("REJECT", "Lumenia", "rejected", "patrols")], changes=fields,
    )  # fmt: skip
    rows = positions(filled, [page])
    assert [(row.level, row.change, row.order) for row in rows] == [
        ("rejects", None, None),
        ("agrees", "reverses", "stated"),
    ]
    still = made.page(
        text.replace("had rejected such patrols", "spoke"), day=date(2021, 3, 9), outlet="Oak",
        acts=[("AGREE", "Lumenia", "agreed to", "Corvo")], changes=fields[:1],
    )  # fmt: skip
    assert positions(filled, [still]) == []


def test_a_threat_that_is_withdrawn_is_reversed(filled: Fill) -> None:
    threat = told(
        "Lumenia threatened to close the lake ferry to Corvo.", 1, "THREATEN", "threatened", "x.threaten.threaten"
    )
    back = told(
        "Lumenia dropped its threat to close the lake ferry to Corvo.", 9, "CONCEDE", "dropped", "x.cancel.concede"
    )
    rows = positions(filled, [threat, back])
    assert [row.change for row in rows] == [None, "reverses"]


@pytest.mark.parametrize(("rule", "kept"), [("agree", False), ("adj-ready", True)])
def test_who_did_not_agree_on_a_thing_has_not_said_no(filled: Fill, rule: str, kept: bool) -> None:
    text = (
        "Lumenia did not agree on joint patrols with Corvo."
        if rule == "agree"
        else "Lumenia was not ready for joint patrols with Corvo."
    )
    word = "agree" if rule == "agree" else "ready"
    no = told(text, 9, "AGREE", word, f"{word}.{rule}.agree", status="negated")
    rows = positions(filled, [offered(), no])
    assert (len(rows) == 2) is kept
