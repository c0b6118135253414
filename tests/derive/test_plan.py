from __future__ import annotations

import runpy
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from types import SimpleNamespace

from onrecord.derive import derive, is_fresh
from onrecord.schema import Copy, Findings, Happening, Judgement, Story
from onrecord.store import MemoryStore, Store

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("conftest.py"))))
page = made.page

QUAKE = (
    "Arvonia shelled Bresk on Monday and killed twelve villagers near the mill.\n"
    "The shells fell on the mill and on two barns while the villagers were at work in the fields by the river.\n"
    "Rescuers dug through the rubble of the mill until nightfall, and the mayor asked for tents and blankets."
)
OTHER = (
    "On Monday Arvonia shelled Bresk; fifteen villagers died at the mill.\n"
    "Doctors in the valley hospital treated villagers for burns, a nurse told the radio, and the mill burned all night."
)
FERRY = (
    "Lumenia opened a ferry to Corvo after years of planning, and Lumenia praised Corvo for its patience.\n"
    "Passengers cheered as the white ship left the harbour with flags and a brass band on deck."
)


def pages() -> list[Findings]:
    return [
        page(
            QUAKE,
            "Shells kill villagers at mill",
            day=date(2021, 3, 2),
            acts=[("ASSAULT", "Arvonia", "shelled", "Bresk")],
        ),
        page(OTHER, "Mill shelled", day=date(2021, 3, 3), acts=[("ASSAULT", "Arvonia", "shelled", "Bresk")]),
        page(
            QUAKE,
            "Villagers killed",
            day=date(2021, 3, 3),
            outlet="Oak",
            acts=[("ASSAULT", "Arvonia", "shelled", "Bresk")],
        ),
        page(FERRY, "Ferry opens", day=date(2021, 3, 3), acts=[("SUPPORT", "Lumenia", "praised", "Corvo")]),
    ]


def rows(store: Store) -> list[object]:
    return [row for kind in (Copy, Story, Happening) for row in store.derivations.rows(kind)]


Fill = Callable[[Sequence[Findings]], MemoryStore]


def test_pages_become_copies_stories_and_happenings(filled: Fill) -> None:
    store = filled(pages())
    derive(store, 0.0)
    [copy] = store.derivations.rows(Copy)
    assert (copy.relation, copy.original, copy.copy) == ("identical", pages()[0].document.doc, pages()[2].document.doc)
    stories = [row for row in store.derivations.rows(Story) if row.level == "story"]
    assert [(row.pages, row.sources) for row in stories] == [(3, 2), (1, 1)]
    shelling = next(row for row in store.derivations.rows(Happening) if row.type == "ASSAULT")
    assert (shelling.reports, shelling.independent_sources) == (3, 2)


def test_the_order_of_reading_leaves_no_trace(filled: Fill) -> None:
    one, other = filled(pages()), filled(pages()[::-1])
    derive(one, 0.0)
    derive(other, 0.0)
    assert rows(one) == rows(other)


def test_a_record_that_grew_equals_one_built_at_once(filled: Fill) -> None:
    grown, whole = filled(pages()[:2]), filled(pages())
    derive(grown, 0.0)
    for one in pages()[2:]:
        grown.put(one, [made.Done(one.document.doc, "page", "f1", "found")])
    assert not is_fresh(grown, 0.0)
    derive(grown, 0.0)
    derive(whole, 0.0)
    assert rows(grown) == rows(whole)


def test_ids_stay_when_later_pages_join(filled: Fill) -> None:
    few, all_of_them = filled(pages()[:1]), filled(pages())
    derive(few, 0.0)
    derive(all_of_them, 0.0)
    assert {row.id for row in few.derivations.rows(Story)} <= {row.id for row in all_of_them.derivations.rows(Story)}
    assert few.derivations.rows(Happening)[0].id in {row.id for row in all_of_them.derivations.rows(Happening)}


def test_what_has_not_changed_is_not_worked_out_again(filled: Fill) -> None:
    store = filled(pages())
    assert not any(made.known for made in derive(store, 0.0))
    assert is_fresh(store, 0.0)
    assert all(made.known for made in derive(store, 0.0))
    event = store.findings(pages()[0].document.doc).events[0]  # type: ignore[union-attr]
    store.judge(Judgement(event.id, event.doc, "reject", "ann", "2021-05-01T00:00:00Z"))
    assert not is_fresh(store, 0.0)
    derive(store, 0.0)
    assert all(event.id not in row.entries for row in store.derivations.rows(Happening))


def test_rows_of_a_step_that_there_is_no_more_are_dropped(filled: Fill) -> None:
    store = filled(pages())
    derive(store, 0.0)
    (story, *_) = store.derivations.rows(Story)
    before = len(store.derivations.rows(Story))
    store.derivations.put("0 sagas", "old", [story])
    assert len(store.derivations.rows(Story)) == before + 1
    derive(store, 0.0)
    assert len(store.derivations.rows(Story)) == before
