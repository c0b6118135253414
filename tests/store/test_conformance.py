"""What every store must do; run for each of them."""

from __future__ import annotations

import json
import runpy
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord.errors import UsageError
from onrecord.export import jsonl
from onrecord.schema import Done, Findings, Judgement, Sourced, Span
from onrecord.store import Filter, Store
from onrecord.store.base import EVERYTHING
from onrecord.store.judge import key_of

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("conftest.py"))))
page, done, fill, collection, topical = made.page, made.done, made.fill, made.collection, made.topical


def exported(store: Store) -> list[str]:
    return sorted(jsonl.dumps(line) for found in store.all_findings() for line in jsonl.lines(found, everything=True))


def said(store: Store, where: Filter = EVERYTHING) -> list[str]:
    return [row.what for row in store.entries(where)]


def test_what_was_put_comes_back_unchanged(store: Store) -> None:
    for one in collection():
        assert store.put(one, done(one), size=100)
        assert store.findings(one.document.doc) == one


def test_an_unknown_document_has_no_findings(store: Store) -> None:
    assert store.findings("0" * 16) is None
    assert store.entry("0" * 16) is None


def test_the_same_page_twice_changes_nothing(store: Store) -> None:
    fill(store, collection())
    before = exported(store), store.done(), store.documents()
    assert [store.put(one, done(one)) for one in collection()] == [False] * 5
    assert (exported(store), store.done(), store.documents()) == before


def test_the_order_of_adding_leaves_no_trace(store: Store, new_store: Callable[[], Store]) -> None:
    fill(store, collection())
    other = fill(new_store(), collection()[::-1])
    assert exported(store) == exported(other)
    assert list(store.entries()) == list(other.entries())
    assert store.documents() == other.documents()
    assert store.actors() == other.actors()


def test_lists_go_by_publication_and_undated_pages_come_last(store: Store) -> None:
    fill(store, collection()[::-1])
    rows = store.documents()
    assert [row.published_earliest for row in rows] == [
        date(2021, 3, 2),
        date(2021, 3, 9),
        *[date(2021, 4, 1)] * 2,
        None,
    ]
    assert [row.doc for row in rows[2:4]] == sorted(row.doc for row in rows[2:4])
    starts = [(row.doc, row.start) for row in store.entries(Filter(doc=rows[1].doc))]
    assert starts == sorted(starts) and len(starts) == 4


def test_a_half_built_record_that_is_resumed_equals_one_built_at_once(
    store: Store, new_store: Callable[[], Store]
) -> None:
    fill(store, collection()[:2])
    for one in collection():
        if not store.has(one.document.doc, "page", "f1"):
            fill(store, [one])
    assert exported(store) == exported(fill(new_store(), collection()))


def test_looked_at_and_found_nothing_is_not_the_same_as_not_looked_at(store: Store) -> None:
    *_, empty = fill_pages = collection()
    fill(store, fill_pages)
    assert store.has(empty.document.doc, "page", "f1")
    assert not store.has(empty.document.doc, "page", "f2")
    assert not store.has(empty.document.doc, "other step", "f1")
    assert [row.outcome for row in store.done(empty.document.doc)] == ["nothing"]


def test_a_failed_page_is_tried_again_and_its_reason_is_kept_until_then(store: Store) -> None:
    one = page("a.txt")
    store.mark([Done(one.document.doc, "read", "f1", "failed", "no text in it")])
    assert not store.has(one.document.doc, "read", "f1")
    assert store.done()[0].reason == "no text in it"
    fill(store, [one])
    assert store.done() == done(one)


def test_a_reading_with_a_failed_step_counts_until_there_is_a_whole_one(store: Store) -> None:
    whole = page("a.txt")
    broken = Findings(whole.document, failed=(("find", "a defect"),))
    failed = [Done(whole.document.doc, "find", "f1", "failed", "a defect")]
    store.put(broken, failed)
    assert store.findings(whole.document.doc) == broken
    store.put(whole, done(whole))
    assert store.findings(whole.document.doc) == whole
    store.put(broken, [replace(failed[0], fingerprint="f2")])
    assert store.findings(whole.document.doc) == whole
    assert store.count() == 1


def test_rows_of_another_document_are_refused(store: Store) -> None:
    one, other = collection()[:2]
    with pytest.raises(UsageError, match="must be its own"):
        store.put(one, done(other))
    assert store.documents() == []


def test_new_rules_replace_what_old_rules_found_and_compact_keeps_only_that(store: Store) -> None:
    old = page("a.txt")
    new = replace(old, statements=())
    store.put(old, done(old, "f1"))
    store.put(new, [Done(old.document.doc, "page", "f2", "nothing")])
    assert said(store) == []
    assert store.has(old.document.doc, "page", "f1")
    store.compact()
    assert store.findings(old.document.doc) == new
    assert [row.fingerprint for row in store.done()] == ["f2"]


def test_a_page_that_changed_at_its_path_counts_as_its_newest_revision(store: Store) -> None:
    old = page("a.txt", [("Ada Roy", "the road is shut")])
    new = page("a.txt", [("Ada Roy", "the road is open")])
    fill(store, [old, new])
    assert said(store) == ["the road is open"]
    assert [row.doc for row in store.documents()] == [new.document.doc]
    assert store.findings(old.document.doc) == old
    fill(store, [old])
    assert said(store) == ["the road is shut"]


def test_a_page_that_changed_at_the_url_it_was_given_with_is_a_revision_wherever_it_lies(store: Store) -> None:
    given = Sourced("https://pine.example/1", origin="input")
    fill(store, [page("x.txt", url=given), page("y.txt", [("Ada Roy", "the road is open")], url=given)])
    assert said(store) == ["the road is open"]


def test_pages_that_name_the_same_url_themselves_are_not_revisions(store: Store) -> None:
    own = Sourced("https://pine.example/", origin="meta:og:url")
    fill(store, [page("x.txt", url=own), page("y.txt", [("Ada Roy", "the road is open")], url=own)])
    assert store.count() == 2


def test_lines_of_one_file_and_pages_from_standard_input_are_not_revisions(store: Store) -> None:
    other = [("Ada Roy", "the road is open")]
    fill(
        store,
        [page("x.jsonl", line=1), page("x.jsonl", other, line=1), page("-"), page("-", other, day=date(2021, 1, 1))],
    )
    assert store.count() == 3


def test_a_revised_page_that_also_lies_elsewhere_still_counts_there(store: Store) -> None:
    old = page("a.txt")
    fill(store, [old])
    store.sight(old.document.doc, "b.txt")
    fill(store, [page("a.txt", [("Ada Roy", "the road is open")])])
    assert store.count() == 2
    assert sorted(row.path for row in store.documents()) == ["a.txt", "b.txt"]


def test_the_same_bytes_at_several_paths_show_the_least_path_in_any_order(store: Store) -> None:
    one = page("m.txt")
    fill(store, [one])
    for path in ("z.txt", "b.txt"):
        store.sight(one.document.doc, path)
    assert [row.path for row in store.documents()] == ["b.txt"]
    found = store.findings(one.document.doc)
    assert found is not None and found.document.path == "b.txt"


def test_meeting_a_replaced_line_of_a_file_again_does_not_bring_it_back_beside_its_revision(store: Store) -> None:
    given = Sourced("https://pine.example/1", origin="input")
    first = page("x.jsonl", url=given, line=1)
    second = page("x.jsonl", [("Ada Roy", "the road is open")], url=given, line=2)
    fill(store, [first, second])
    for one in (first, second):
        store.sight(one.document.doc, "x.jsonl", one.document.line)
    assert said(store) == ["the road is open"]


@pytest.mark.parametrize(
    ("where", "count"),
    [
        (Filter(), 9),
        (Filter(kind="event"), 4),
        (Filter(kind=("event", "statement")), 9),
        (Filter(speaker="okoro"), 2),
        (Filter(speaker="OKORO ben"), 2),
        (Filter(speaker="Novak"), 1),
        (Filter(speaker="Nov"), 0),
        (Filter(speaker="NGA"), 2),
        (Filter(speaker="clerk"), 1),
        (Filter(source="t:Lagos"), 2),
        (Filter(target="Lagos"), 2),
        (Filter(actor="Lagos"), 4),
        (Filter(actor=""), 0),
        (Filter(country="CZE"), 3),
        (Filter(country=("CZE", "FRA")), 6),
        (Filter(country="Nowhere"), 0),
        (Filter(type="ACCUSE"), 1),
        (Filter(type=("ACCUSE", "REJECT")), 2),
        (Filter(status="actual"), 7),
        (Filter(status="possible"), 1),
        (Filter(voice="other_side"), 1),
        (Filter(outlet="Oak"), 5),
        (Filter(min_confidence=0.7), 5),
        (Filter(vouched=True), 7),
        (Filter(vouched=True, kind="event"), 2),
        (Filter(since=date(2021, 3, 9)), 5),
        (Filter(until=date(2021, 3, 9)), 6),
        (Filter(since=date(2021, 3, 3), until=date(2021, 3, 31)), 4),
        (Filter(search="border"), 2),
        (Filter(search="BORDER stays"), 2),
        (Filter(search='"stays border"'), 0),
        (Filter(search='"border stays"'), 2),
        (Filter(search='"border stays'), 2),
        (Filter(search="negotiat*"), 1),
        (Filter(search="negotiat"), 0),
        (Filter(search='AND OR NEAR( * ^ " : -'), 0),
        (Filter(search="!?"), 0),
        (Filter(search=""), 0),
        (Filter(kind="statement", type="ACCUSE"), 0),
        (Filter(limit=2), 9),
        (Filter(ids=("nothing",)), 0),
    ],
)
def test_a_filter_keeps_what_it_says(store: Store, where: Filter, count: int) -> None:
    fill(store, collection())
    assert store.count(where) == count
    rows = list(store.entries(where))
    assert len(rows) == (count if where.limit is None else min(count, where.limit))
    kinds = [row.kind for row in rows]
    assert len(list(store.statements(where))) == min(
        kinds.count("statement") if where.limit is None else 5, where.limit or 9
    )
    if where.limit is None:
        assert [one.id for one in store.events(where)] == [row.id for row in rows if row.kind == "event"]


WELL, CLOSE, POOR, MET = (
    "Ben Okoro was well",
    "the office in Prague must close",
    "the harvest is poor",
    "Adaeze and the Prague Circle met",
)


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (Filter(about="Okoro"), [WELL]),
        (Filter(about="okoro BEN"), [WELL]),
        (Filter(about="t:Ben Okoro"), [WELL]),
        (Filter(about="NGA"), [WELL]),
        (Filter(about="CZE"), [CLOSE]),
        (Filter(about="prague"), [CLOSE, MET]),
        (Filter(about="circle prague"), [MET]),
        (Filter(about="Novak"), []),
        (Filter(about="nga"), []),
        (Filter(about=""), []),
        (Filter(about="Prague", speaker="Novak"), [MET]),
        (Filter(capacity="official"), [WELL, CLOSE]),
        (Filter(capacity="unnamed"), [CLOSE]),
        (Filter(capacity="other"), []),
        (Filter(capacity=("former", "expert")), [POOR]),
        (Filter(capacity="expert"), []),
        (Filter(capacity="loud"), []),
        (Filter(attitude="wants"), [CLOSE]),
        (Filter(attitude=("thinks", "decides")), [POOR, MET]),
        (Filter(form="direct"), [WELL]),
        (Filter(form=("direct", "mixed")), [WELL, CLOSE]),
        (Filter(medium="interview"), [WELL]),
        (Filter(medium=("interview", "tweet")), [WELL, MET]),
        (Filter(medium="letter"), []),
        (Filter(kind="statement", min_speaker=0.91), [WELL, CLOSE, MET]),
        (Filter(kind="statement", min_speaker=0.6), [WELL, CLOSE, POOR, MET]),
        (Filter(kind="statement", min_speaker=0.92), [WELL, CLOSE]),
        (Filter(speaker="Okoro", min_speaker=0.91), []),
        (Filter(about="Prague", capacity="official", attitude="wants", form="mixed"), [CLOSE]),
        (Filter(kind="event", attitude="says"), []),
        (Filter(kind="event", about="Lagos"), []),
        (Filter(kind="event", capacity="official"), []),
    ],
)
def test_statements_are_found_by_what_they_are_about_and_how_they_were_made(
    store: Store, where: Filter, expected: list[str]
) -> None:
    fill(store, topical())
    assert said(store, where) == expected
    assert store.count(where) == len(expected)
    assert [one.content[0].text for one in store.statements(where)] == expected
    assert len(store.documents(where)) == bool(expected)


def test_a_corrected_speaker_or_topic_is_found_as_corrected(store: Store) -> None:
    (found,) = fill_pages = topical()
    fill(store, fill_pages)
    fields = json.dumps({"speaker": {"capacity": "expert"}, "about": [], "attitude": "decides"})
    store.judge(judgement(found, verdict="correct", fields=fields))
    assert said(store, Filter(about="Okoro")) == []
    assert said(store, Filter(capacity="expert", attitude="decides")) == [WELL]


def test_what_a_rejected_or_forgotten_statement_was_about_is_not_found(store: Store) -> None:
    (found,) = fill_pages = topical()
    fill(store, fill_pages)
    store.judge(judgement(found, verdict="reject"))
    assert said(store, Filter(about="Okoro")) == []
    store.forget(found.document.doc, "2021-06-01")
    assert said(store, Filter(about="Prague")) == []


def test_pages_of_a_list_put_together_are_the_list(store: Store) -> None:
    fill(store, collection())
    parts = [row for at in range(0, 12, 2) for row in store.entries(Filter(limit=2, offset=at))]
    assert parts == list(store.entries())
    documents = [row for at in range(6) for row in store.documents(Filter(limit=1, offset=at))]
    assert documents == store.documents()


def test_a_filter_that_cannot_be_met_by_anything_is_refused() -> None:
    with pytest.raises(UsageError, match="swap them"):
        Filter(since=date(2021, 3, 9), until=date(2021, 3, 1))
    with pytest.raises(UsageError, match="0 or more"):
        Filter(limit=-1)


def test_documents_are_kept_where_they_have_such_an_entry(store: Store) -> None:
    fill(store, collection())
    assert [row.path for row in store.documents(Filter(type="REJECT"))] == ["b.txt"]
    assert len(store.documents(Filter(outlet="Oak"))) == 2
    assert len(store.documents(Filter(since=date(2021, 4, 1)))) == 2
    assert [row.path for row in store.documents(Filter(search="border", since=date(2021, 4, 1)))] == ["c.txt"]


def test_a_document_row_counts_its_entries(store: Store) -> None:
    fill(store, collection())
    row = store.documents(Filter(type="REJECT"))[0]
    assert (row.statements, row.events, row.outlet, row.fingerprint) == (2, 2, "Oak", "f1")
    assert row.size == row.characters > 0


def test_a_month_keeps_the_entries_of_pages_published_in_it(store: Store) -> None:
    fill(store, collection())
    assert (store.count(Filter(month="2021-04")), store.count(Filter(month=("2021-03", "2021-04")))) == (1, 7)
    assert {row.published_earliest.month for row in store.entries(Filter(month="2021-03"))} == {3}  # type: ignore[union-attr]
    assert store.count(Filter(month="2020-01")) == 0


def test_facets_count_entries(store: Store) -> None:
    fill(store, collection())
    assert store.facet("kind") == [("statement", 5), ("event", 4)]
    assert store.facet("country") == [("NGA", 6), ("CZE", 3), ("FRA", 3), (None, 1)]
    assert store.facet("month") == [("2021-03", 6), (None, 2), ("2021-04", 1)]
    assert store.facet("outlet", Filter(kind="event")) == [("Oak", 2), ("Pine", 1), (None, 1)]
    with pytest.raises(UsageError, match="take one of kind"):
        store.facet("colour")  # type: ignore[arg-type]


def test_actors_are_named_parties_with_what_they_do_and_what_is_done_to_them(store: Store) -> None:
    fill(store, collection())
    rows = store.actors()
    assert [(row.name, row.acts, row.receives, row.documents) for row in rows[:2]] == [
        ("Lagos", 2, 2, 3),
        ("Ada Roy", 2, 1, 2),
    ]
    assert "a clerk" not in [row.name for row in rows]
    assert [row.name for row in store.actors(Filter(limit=1, offset=1))] == ["Ada Roy"]


def test_an_entry_is_found_by_its_id_or_the_beginning_of_it(store: Store) -> None:
    fill(store, collection())
    first = next(store.statements())
    assert store.entry(first.id) == first
    assert store.entry(first.id[:12]) == first
    assert store.entry(first.id[:2]) is None


def test_a_beginning_that_fits_several_ids_is_refused(store: Store) -> None:
    one = page("a.txt", [("Ada Roy", "yes"), ("Ada Roy", "no")])
    twins = tuple(replace(saying, id=f"aaaaaaaa{number}") for number, saying in enumerate(one.statements))
    fill(store, [replace(one, statements=twins)])
    with pytest.raises(UsageError, match="give more of the id"):
        store.entry("aaaaaaaa")


def test_mentions_come_back_by_document(store: Store) -> None:
    fill(store, collection())
    doc = page("c.txt").document.doc
    assert len(list(store.mentions())) == 5
    assert list(store.mentions(doc)) == []


def judgement(found: Findings, **given: str) -> Judgement:
    base = {
        "entry": found.entries[0].id if found.entries else "",
        "doc": found.document.doc,
        "by": "a reader",
        "made": "2021-05-01T10:00:00Z",
    }
    return Judgement(**{**base, **given})  # type: ignore[arg-type]


def test_a_rejected_entry_is_out_of_lists_until_it_is_accepted(store: Store) -> None:
    found = collection()[1]
    fill(store, [found])
    store.judge(judgement(found, verdict="reject", why="a joke"))
    assert "talks may resume in April" not in said(store)
    assert store.count(Filter(search="resume")) == 0
    assert store.entry(found.statements[0].id) == found.statements[0]
    shown = store.findings(found.document.doc)
    assert shown is not None and all(one.according_to is None for one in shown.events)
    assert store.count(Filter(vouched=True, kind="event")) == 1
    assert store.findings(found.document.doc, judged=False) == found
    store.judge(judgement(found, verdict="accept"))
    assert store.count(Filter(search="resume")) == 1
    assert [one.verdict for one in store.judgements()] == ["reject", "accept"]


def test_a_correction_shows_and_can_be_searched_for(store: Store) -> None:
    found = collection()[0]
    fill(store, [found])
    fields = json.dumps({"attitude": "thinks", "speaker": {"name": "Ben Okoro", "country": "NGA"}})
    store.judge(judgement(found, verdict="correct", fields=fields))
    corrected = next(store.statements(Filter(speaker="Okoro", country="NGA")))
    assert corrected.attitude == "thinks"
    assert corrected.speaker is not None and corrected.speaker.text == "Ada Roy"


@pytest.mark.parametrize(
    "fields", ['{"form": "loud"}', '{"colour": 1}', '{"content": []}', "[]", "{", '{"speaker": {"x": 1}}']
)
def test_a_correction_that_fits_no_entry_is_refused_and_not_kept(store: Store, fields: str) -> None:
    found = collection()[0]
    fill(store, [found])
    with pytest.raises(UsageError, match="judgement on"):
        store.judge(judgement(found, verdict="correct", fields=fields))
    assert store.judgements() == []


def test_a_judgement_whose_entry_has_a_new_id_is_attached_again_by_its_quote(store: Store) -> None:
    found = collection()[0]
    fill(store, [found])
    store.judge(judgement(found, verdict="reject", quote="the northern border stays open"))
    renamed = replace(found, statements=(replace(found.statements[0], id="new"),), events=())
    store.put(renamed, done(found, "f2"))
    assert said(store) == []
    assert store.stale() == []


def test_a_judgement_that_hangs_on_nothing_is_listed_as_stale_and_not_dropped(store: Store) -> None:
    found = collection()[0]
    fill(store, [found])
    lost = judgement(found, verdict="reject", entry="gone", quote="words that are not there")
    store.judge(lost)
    assert store.stale() == [lost]
    assert store.count() == 2


def test_a_forgotten_document_is_gone_and_never_taken_in_again(store: Store) -> None:
    one, other = collection()[:2]
    fill(store, [one, other])
    store.judge(judgement(one, verdict="accept", quote="the northern border stays open", why="I was there"))
    assert store.forget(one.document.doc, "2021-06-01T00:00:00Z", "asked to")
    assert not store.forget(one.document.doc, "2021-06-01T00:00:00Z")
    assert store.findings(one.document.doc) is None
    assert store.count(Filter(search="northern")) == 0
    assert [(row.doc, row.made, row.why) for row in store.forgotten()] == [
        (one.document.doc, "2021-06-01T00:00:00Z", "asked to")
    ]
    assert [(held.quote, held.why) for held in store.judgements()] == [("", "")]
    assert store.has(one.document.doc, "page", "any rules at all")
    assert not store.put(one, done(one))
    assert [row.doc for row in store.documents()] == [other.document.doc]


def test_forgetting_a_revision_brings_the_one_before_it_back(store: Store) -> None:
    old, new = page("a.txt"), page("a.txt", [("Ada Roy", "the road is open")])
    fill(store, [old, new])
    store.forget(new.document.doc, "2021-06-01")
    assert said(store) == ["the northern border stays open"]


def test_text_outside_the_basic_plane_and_broken_text_survive(store: Store) -> None:
    words = "the \U0001f6a2 sank at \ud800 dawn"
    found = page("ü/\udce4.txt", [("Ada Roy", words)])
    store.put(found, done(found))
    assert store.findings(found.document.doc) == found
    assert next(store.entries(Filter(search="sank"))).what == words
    assert isinstance(found.statements[0].content[0], Span)


def added(found: Findings, words: str, **given: str) -> Judgement:
    text = found.document.text
    at = text.index(words)
    fields = {
        "kind": "statement", "form": "direct", "attitude": "says",
        "content": [{"start": at, "end": at + len(words), "text": words}],
    }  # fmt: skip
    return judgement(found, entry="added1", verdict="add", fields=json.dumps(fields), quote=words, **given)


def test_an_entry_that_was_missed_and_added_is_listed_and_searched_like_any_other(store: Store) -> None:
    found = page("a.txt", acts=[("Lagos", "accused", "Prague", "ACCUSE", "actual")])
    fill(store, [found])
    store.judge(added(found, "Prague", by="Ada"))
    (row,) = store.entries(Filter(search="prague", kind="statement"))
    assert (row.id, row.what, row.rule, row.why, row.confidence) == ("added1", "Prague", "added", "added by Ada", 1.0)
    assert store.entry("added1") is not None
    assert store.findings(found.document.doc, judged=False) == found
    assert store.stale() == []
    store.judge(judgement(found, entry="added1", verdict="reject"))
    assert store.count(Filter(search="prague", kind="statement")) == 0


def test_an_entry_that_a_later_version_finds_itself_is_not_on_record_twice(store: Store) -> None:
    missed, found = page("a.txt"), page("a.txt")
    fill(store, [replace(missed, statements=())])
    store.judge(added(missed, "the northern border stays open"))
    assert said(store) == ["the northern border stays open"]
    store.put(found, done(found, "f2"))
    assert [row.id for row in store.entries()] == [found.statements[0].id]
    store.judge(judgement(found, verdict="reject"))
    assert [row.id for row in store.entries()] == ["added1"]


def test_an_added_entry_moves_with_its_words_and_is_stale_without_them(store: Store) -> None:
    found = replace(page("a.txt"), statements=())
    fill(store, [found])
    store.judge(added(found, "northern"))
    text = f"Menu\n{found.document.text}"
    moved = replace(found, document=replace(found.document, text=text, blocks=()))
    store.put(moved, done(found, "f2"))
    assert said(store) == ["northern"] and store.stale() == []
    gone = replace(found, document=replace(found.document, text="Nothing to see.", blocks=()))
    store.put(gone, done(found, "f3"))
    assert said(store) == [] and [one.verdict for one in store.stale()] == ["add"]


@pytest.mark.parametrize(
    "fields",
    [
        '{"kind": "rumour"}',
        '{"kind": "statement", "content": [], "form": "direct", "attitude": "says"}',
        '{"kind": "statement", "content": [{"start": 0, "end": 3}], "form": "direct", "attitude": "says"}',
        '{"kind": "statement", "content": [{"start": 0, "end": 3, "text": "xyz"}], "form": "direct", "attitude": "says"}',
        '{"kind": "event", "type": "ACCUSE"}',
        '{"kind": "statement", "confidence": 0.1}',
    ],
)
def test_what_makes_no_entry_cannot_be_added(store: Store, fields: str) -> None:
    found = collection()[0]
    fill(store, [found])
    with pytest.raises(UsageError, match="judgement on"):
        store.judge(judgement(found, entry="new", verdict="add", fields=fields))
    assert store.judgements() == []


def test_a_judgement_that_was_taken_back_counts_no_more_and_stays_on_record(store: Store) -> None:
    found = collection()[0]
    fill(store, [found])
    reject = judgement(found, verdict="reject")
    store.judge(reject)
    before = store.count()
    store.judge(judgement(found, verdict="undo", fields=json.dumps({"of": key_of(reject)})))
    assert store.count() == before + 1
    assert [one.verdict for one in store.judgements()] == ["reject", "undo"]


def test_a_word_that_settles_goes_before_others_whenever_they_come(store: Store) -> None:
    found = collection()[0]
    fill(store, [found])
    store.judge(judgement(found, verdict="accept", by="Cy", fields='{"settles": true}'))
    store.judge(judgement(found, verdict="reject", by="Ada"))
    assert said(store, Filter(search="northern")) != []
    store.judge(
        judgement(found, verdict="correct", by="Cy", fields='{"attitude": "thinks", "settles": true}', made="2022")
    )
    assert [one.attitude for one in store.statements(Filter(search="northern"))] == ["thinks"]


def test_judgements_are_kept_all_of_them_or_none(store: Store) -> None:
    found = collection()[0]
    fill(store, [found])
    with pytest.raises(UsageError):
        store.judge(judgement(found, verdict="reject"), judgement(found, verdict="correct", fields='{"colour": 1}'))
    assert store.judgements() == [] and said(store, Filter(search="northern")) != []


def test_briefs_tell_entries_apart_and_the_stamp_pages(store: Store) -> None:
    fill(store, collection())
    where = Filter(kind="event")
    stamp = store.stamp()
    assert {(one.id, one.type) for one in store.briefs(where)} == {(row.id, row.type) for row in store.entries(where)}
    assert all(one.speaker_confidence is not None for one in store.briefs(Filter(speaker="Roy")))
    store.judge(judgement(collection()[0], verdict="reject"))
    assert store.stamp() == stamp
    store.forget(collection()[0].document.doc, "2021-06-01")
    assert store.stamp() != stamp
