from __future__ import annotations

from datetime import date

import pytest

import onrecord
from onrecord.charts import chart
from onrecord.display import marked, table
from onrecord.errors import UsageError
from onrecord.schema import Dyad, Happening, Position, Story
from onrecord.store import MemoryStore
from tests.web.conftest import hostile, plain


@pytest.fixture
def record() -> onrecord.Record:
    store = MemoryStore()
    for found in (hostile(), plain()):
        store.put(found, [])
    return onrecord.Record(store, ":memory:")


def test_a_notebook_shows_entries_with_their_words_marked_and_runs_nothing(record: onrecord.Record) -> None:
    shown = record.entries()._repr_html_()
    assert "4 × EntryRow" in shown
    assert 'font-weight: 600">shelled</mark>' in shown
    assert "an agreement on the ceasefire is near</mark>" in shown
    assert "<script" not in shown and "onerror=alert" in shown and "<img" not in shown and "[U+202E]" in shown


def test_marks_that_overlap_or_reach_out_of_the_text_are_cut() -> None:
    assert marked("abcdef", [(4, 99, "x"), (1, 3, "y"), (2, 4, "z")]) == (
        'a<mark style="color: inherit; y">bc</mark><mark style="color: inherit; z">d</mark>'
        '<mark style="color: inherit; x">ef</mark>'
    )


def test_a_long_list_says_how_much_is_left_out() -> None:
    happening = Happening(id="a", type="AID", story="s", who="<b>", whom="", what="")
    assert "… and 6 more" in table([happening], 7, "Happening") and "&lt;b&gt;" in table([happening], 7, "Happening")


def test_lists_become_charts(record: onrecord.Record) -> None:
    day = date(2021, 3, 4)
    happening = Happening(id="a", type="AID", story="s", who="Ada", whom="Ben", what="Ada helped Ben", latest=day)
    made = chart(Happening, [happening]).to_dict()
    assert made["data"]["values"][0] | {"earliest": "2021-03-04", "latest": "2021-03-04"} == made["data"]["values"][0]
    stand = Position(
        id="p", lane="l", actor="a", name="Ada", counterpart=None, issue="ferries", level="offers", earliest=day
    )
    assert chart(Position, [stand]).to_dict()["data"]["values"][0]["lane"] == "Ada: ferries"
    dyad = Dyad(
        id="d", period="2021-03", source="KEN", target="UGA", happenings=3, reports=3, verbal_cooperation=1,
        material_cooperation=1, verbal_conflict=1, material_conflict=0, net_cooperation=0, intensity=0,
        pages_read=1, outlets_read=1,
    )  # fmt: skip
    assert [one["happenings"] for one in chart(Dyad, [dyad]).to_dict()["data"]["values"]] == [2, -1]
    counted = record.entries().chart().to_dict()["data"]["values"]
    assert {(one["month"], one["type"], one["entries"]) for one in counted} == {
        ("2021-03", "ASSAULT", 1), ("2021-03", "statement", 1),
    }  # fmt: skip
    with pytest.raises(UsageError, match="no chart of Story"):
        chart(Story, [])
