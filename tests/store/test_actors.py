"""What pages teach about actors and judgements on who they are: the same in every store."""

from __future__ import annotations

import runpy
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord.errors import UsageError
from onrecord.schema import ActorJudgement, Findings
from onrecord.store import Filter, Store, Who

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("conftest.py"))))
page, done, fill, collection, taught = made.page, made.done, made.fill, made.collection, made.taught
ADA, BEN, NEW = "t:Ada Roy", "t:Ben Okoro", "doc:other-okoro"


def judged(verdict: str, actor: str = "", **given: str) -> ActorJudgement:
    return ActorJudgement(actor, verdict, "me", "2021-05-01", **given)  # type: ignore[arg-type]


def listed(store: Store) -> dict[str | None, tuple[str, int]]:
    return {row.actor: (row.name, row.documents) for row in store.actors()}


def test_facts_come_by_day_and_are_found_by_name_by_id_and_by_document(store: Store) -> None:
    pages = fill(store, collection()[::-1]) and collection()
    assert [(one.name, one.day) for one in store.learned()] == [
        ("Ada Roy", date(2021, 3, 2)),
        ("Ben Okoro", date(2021, 3, 9)),
        ("Čeněk Novák", date(2021, 4, 1)),
        ("Ben Okoro", None),
    ]
    assert [one.doc for one in store.learned("okoro")] == [pages[1].document.doc, pages[3].document.doc]
    assert store.learned("okoro") == store.learned(actor=BEN)
    assert [one.name for one in store.learned(doc=pages[2].document.doc)] == ["Čeněk Novák"]
    assert store.learned("nobody") == [] == store.learned("okoro", actor=ADA)


def test_a_body_is_found_by_its_short_name(store: Store) -> None:
    found = page("a.txt")
    fact = replace(found.learned[0], office=None, role=None, standing=None, short="ISPR", name="Public Relations")
    fill(store, [replace(found, learned=(fact,))])
    assert store.learned("ispr") == [fact]
    assert store.actors()[0].seen_as == "“ISPR” for short in 1 document"


def test_actors_say_as_what_they_were_seen_in_how_many_documents_and_when(store: Store) -> None:
    later = page("f.txt", [("Ben Okoro", "the road is open")], day=date(2021, 4, 3))
    other = replace(later.learned[0], office="envoy", standing="former", body="Lagos Council")
    fill(store, [*collection(), replace(later, learned=(*later.learned, other))])
    row = next(one for one in store.actors() if one.actor == BEN)
    assert row.seen_as == (
        "mayor (NGA) in 3 documents, 2021-03-09 to 2021-04-03; "
        "former envoy of Lagos Council (NGA) in 1 document, 2021-04-03"
    )
    assert (row.statements, row.events, row.judged) == (3, 0, "")


def test_facts_go_with_a_page_that_was_revised_or_forgotten(store: Store) -> None:
    first = page("a.txt", [("Ada Roy", "the gate is shut")])
    fill(store, [first, page("a.txt", [("Ben Okoro", "the gate is open")])])
    assert [one.name for one in store.learned()] == ["Ben Okoro"]
    store.forget(store.learned()[0].doc, "2021-05-01")
    assert [one.name for one in store.learned()] == ["Ada Roy"]


@pytest.mark.parametrize(
    ("who", "names"),
    [
        (Who(kind="person"), ["Ada Roy", "Ben Okoro", "Lagos", "Prague", "Čeněk Novák"]),
        (Who(kind="country"), []),
        (Who(country=("FRA", "CZE")), ["Ada Roy", "Prague", "Čeněk Novák"]),
        (Who(name="novak"), ["Čeněk Novák"]),
        (Who(name="t:Lagos"), ["Lagos"]),
        (Who(country="NGA", name="ben"), ["Ben Okoro"]),
    ],
)
def test_a_list_of_actors_keeps_those_asked_for(store: Store, who: Who, names: list[str]) -> None:
    fill(store, collection())
    assert sorted(row.name for row in store.actors(who=who)) == names
    assert [row.name for row in store.actors(Filter(limit=1, offset=1), who)] == [
        row.name for row in store.actors(who=who)
    ][1:2]


def test_two_ids_that_mean_one_go_by_the_first_in_lists_until_it_is_undone(store: Store) -> None:
    fill(store, collection())
    before = listed(store)
    assert store.judge_actor(judged("merge", ADA, into=BEN, name="Ada Roy", why="pen name")) == 1
    assert listed(store)[ADA] == ("Ada Roy", 3) and BEN not in listed(store)
    assert store.count(Filter(speaker="Ada Roy")) == 3
    assert store.count(Filter(speaker="Okoro")) == 0
    speakers = [one.speaker for one in store.statements(Filter(speaker=ADA)) if one.speaker]
    assert [one.actor for one in speakers] == [ADA] * 3
    assert [one.how for one in speakers] == ["table:test", *["table:test; joined by a judgement"] * 2]
    assert len(store.learned(actor=ADA)) == 3
    assert [row.judged for row in store.actors(who=Who(name=ADA))] == ["with t:Ben Okoro"]
    assert store.judge_actor(judged("undo", into="1")) == 2
    assert listed(store) == before


def test_merges_chain_and_a_page_that_comes_later_is_under_them_too(store: Store) -> None:
    fill(store, collection()[:2])
    store.judge_actor(judged("merge", ADA, into=BEN, name="Ada Roy"))
    store.judge_actor(judged("merge", "t:Čeněk Novák", into=ADA, name="C. Novák"))
    fill(store, collection()[2:])
    assert listed(store)["t:Čeněk Novák"] == ("C. Novák", 4)
    assert not {ADA, BEN} & set(listed(store))
    store.judge_actor(judged("undo", into="2"))
    assert listed(store)[ADA][0] == "Ada Roy"
    assert listed(store)["t:Čeněk Novák"][0] == "Čeněk Novák"


def test_an_actor_is_shown_by_the_name_it_was_given_last(store: Store) -> None:
    fill(store, collection())
    store.judge_actor(judged("rename", BEN, name="Benjamin Okoro"))
    store.judge_actor(judged("rename", BEN, name="B. Okoro"))
    assert listed(store)[BEN][0] == "B. Okoro"
    assert {one.name for one in store.learned(actor=BEN)} == {"B. Okoro"}
    store.judge_actor(judged("undo", into="2"))
    assert listed(store)[BEN][0] == "Benjamin Okoro"


def test_somebody_else_of_the_same_name_is_split_off_in_one_document(store: Store) -> None:
    pages = collection()
    fill(store, pages)
    there = pages[3].document.doc
    store.judge_actor(judged("split", BEN, into=NEW, name="Ben Okoro (harbour)", doc=there))
    assert listed(store)[BEN] == ("Ben Okoro", 1)
    assert listed(store)[NEW] == ("Ben Okoro (harbour)", 1)
    assert [one.doc for one in store.learned(actor=NEW)] == [there]
    store.judge_actor(judged("merge", ADA, into=BEN, name="Ada Roy"))
    assert listed(store)[NEW] == ("Ben Okoro (harbour)", 1)
    store.judge_actor(judged("merge", ADA, into=NEW, name="Ada Roy"))
    assert NEW not in listed(store)


def test_a_confirmed_actor_says_so_and_keeps_it_under_new_rules(store: Store) -> None:
    fill(store, collection())
    store.judge_actor(judged("confirm", BEN, why="asked him"))
    for one in collection():
        store.put(one, done(one, "f2"))
    assert [row.judged for row in store.actors(who=Who(name=BEN))] == ["confirmed"]
    assert [one.why for one in store.actor_judgements()] == ["asked him"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (judged("merge", ADA, into=ADA), "is the same actor already"),
        (judged("merge", BEN, into=ADA), "is the same actor already"),
        (judged("rename", ADA), "give the name"),
        (judged("split", ADA, into=NEW, name="A"), "name the document"),
        (judged("undo", into="9"), "no judgement with this number stands"),
        (judged("undo", into="x"), "no judgement with this number stands"),
    ],
)
def test_a_judgement_that_says_nothing_is_refused_and_not_kept(store: Store, wrong: ActorJudgement, told: str) -> None:
    fill(store, collection())
    store.judge_actor(judged("merge", ADA, into=BEN))
    with pytest.raises(UsageError, match=told):
        store.judge_actor(wrong)
    assert len(store.actor_judgements()) == 1


def test_what_was_written_about_a_forgotten_page_is_gone(store: Store) -> None:
    pages: list[Findings] = collection()
    fill(store, pages)
    doc = pages[3].document.doc
    store.judge_actor(judged("split", BEN, into=NEW, name="Secret Name", doc=doc, why="secret reason"))
    store.forget(doc, "2021-05-02")
    assert [(one.name, one.why) for one in store.actor_judgements()] == [("", "")]


def test_a_name_that_was_written_about_a_forgotten_page_is_shown_nowhere(store: Store) -> None:
    pages: list[Findings] = collection()
    fill(store, pages)
    doc = pages[3].document.doc
    store.judge_actor(judged("split", BEN, into=NEW, name="Secret Name", doc=doc))
    store.judge_actor(judged("merge", NEW, into=ADA))
    assert listed(store)[NEW] == ("Secret Name", 2)
    store.forget(doc, "2021-05-02")
    assert listed(store)[NEW] == ("Ada Roy", 1)
    assert store.count(Filter(speaker="Secret")) == 0
