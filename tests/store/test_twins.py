"""Both stores give the same answer to any filter, whatever is on record."""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.store import ColumnStore, Filter, MemoryStore, SQLiteStore, Store, Who
from onrecord.store.base import FACETS, SORTS
from onrecord.store.columns import Columns, load, renew
from onrecord.store.held import Held

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("conftest.py"))))

days = st.dates(date(2021, 2, 1), date(2021, 5, 1))
parties = st.sampled_from(["Ada Roy", "roy", "novak", "NGA", "t:Lagos", "lagos prague", "clerk", "", "!"])
conditions = {
    "speaker": parties,
    "source": parties,
    "target": parties,
    "actor": parties,
    "country": st.sampled_from(["FRA", ("NGA", "CZE"), ("nowhere",)]),
    "kind": st.sampled_from(["event", "statement", ("event", "statement"), "other"]),
    "type": st.sampled_from(["ACCUSE", ("REJECT", "ASSAULT")]),
    "status": st.sampled_from(["actual", ("possible", "planned")]),
    "voice": st.sampled_from(["outlet", "other_side"]),
    "about": st.sampled_from(["okoro", "prague", "CZE", "NGA", "t:Ben Okoro", "circle", ""]),
    "capacity": st.sampled_from(["official", ("former", "unnamed"), "expert", "loud"]),
    "attitude": st.sampled_from(["says", ("wants", "decides"), "shouts"]),
    "form": st.sampled_from(["indirect", ("direct", "mixed")]),
    "medium": st.sampled_from(["tweet", ("interview", "letter")]),
    "outlet": st.sampled_from(["Oak", "Pine", "Elm"]),
    "since": days.filter(lambda day: day < date(2021, 3, 15)),
    "until": days.filter(lambda day: day > date(2021, 3, 15)),
    "search": st.sampled_from(["border", '"border stays"', "st*", "ferry late", '"', "n*gotiations", "Mar", "the"]),
    "min_confidence": st.sampled_from([0.0, 0.6, 0.7, 1.0]),
    "min_speaker": st.sampled_from([0.0, 0.5, 0.91]),
    "vouched": st.booleans(),
    "sort": st.sampled_from(SORTS),
    "limit": st.integers(0, 5),
    "offset": st.integers(0, 3),
}
MOST = 3
"""Conditions at a time: with more, almost nothing meets them, and two empty lists are always the same."""
filters = st.lists(st.sampled_from(sorted(conditions)), max_size=MOST, unique=True).flatmap(
    lambda names: st.builds(Filter, **{name: conditions[name] for name in sorted(names)})
)


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, ...]]:
    """The same pages in every store, put in different orders; the columns were taken when the first of them were there."""
    path = tmp_path_factory.mktemp("twins") / "r"
    pages = [*made.collection(), *made.topical()]
    kept: list[Columns] = []
    with MemoryStore() as memory, SQLiteStore(path) as file:
        made.fill(memory, pages)
        made.fill(file, pages[:2])
        ColumnStore(path, lambda database: kept.append(load(database)) or kept[0], Held(8)).close()
        made.fill(file, pages[:1:-1])
        with ColumnStore(path, lambda database: renew(kept[0], database), Held(8)) as columned:
            yield memory, file, columned


@given(where=filters)
def test_every_list_is_the_same(twins: tuple[Store, ...], where: Filter) -> None:
    memory, *others = twins
    for other in others:
        assert list(memory.entries(where)) == list(other.entries(where))
        assert list(memory.statements(where)) == list(other.statements(where))
        assert list(memory.events(where)) == list(other.events(where))
        assert memory.documents(where) == other.documents(where)
        assert memory.actors(where) == other.actors(where)
        assert memory.count(where) == other.count(where)
        assert memory.count_documents(where) == other.count_documents(where)
        for facet in FACETS:
            assert memory.facet(facet, where) == other.facet(facet, where)


@given(who=st.builds(Who, st.sampled_from(["", "person"]), st.sampled_from(["", "NGA"]), st.none() | parties))
def test_every_list_of_actors_is_the_same(twins: tuple[Store, ...], who: Who) -> None:
    memory, *others = twins
    for other in others:
        assert memory.actors(who=who) == other.actors(who=who)
        assert memory.count_actors(who=who) == other.count_actors(who=who)


def test_every_overview_is_the_same(twins: tuple[Store, ...]) -> None:
    memory, *others = twins
    for other in others:
        assert memory.overview(2) == other.overview(2)
        assert memory.readings() == other.readings()
        assert sorted(memory.holding("border")) == sorted(other.holding("border"))
        assert memory.beginning("") == other.beginning("")
