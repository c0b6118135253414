"""GraphML and lists of edges, read back with networkx and pandas."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.api import Record
from onrecord.errors import UsageError
from onrecord.export.graphml import _text
from onrecord.schema import Findings
from onrecord.store import MemoryStore

networkx = pytest.importorskip("networkx", reason="networkx reads graphs; pip install networkx")
pandas = pytest.importorskip("pandas", reason="pandas reads lists of edges; pip install onrecord[pandas]")


def test_networkx_reads_the_graph_and_the_list_the_same(demo: Record, tmp_path: Path) -> None:
    demo.export("graphml", tmp_path / "dyads.graphml")
    demo.export("edges", tmp_path / "edges.csv")
    graph = networkx.read_graphml(tmp_path / "dyads.graphml")
    assert graph.is_directed() and graph.number_of_edges() > 10
    assert graph.nodes["ETH"] == {"name": "Ethiopia", "kind": "country"}
    frame = pandas.read_csv(tmp_path / "edges.csv", keep_default_na=False)
    listed = networkx.from_pandas_edgelist(
        frame.groupby(["source", "target"], as_index=False)["weight"].sum(),
        edge_attr=True,
        create_using=networkx.DiGraph,
    )
    assert {(*edge, graph.edges[edge]["weight"]) for edge in graph.edges} == {
        (*edge, listed.edges[edge]["weight"]) for edge in listed.edges
    }


def test_counts_add_up(demo: Record, tmp_path: Path) -> None:
    demo.export("edges", tmp_path / "edges.csv", everything=True)
    frame = pandas.read_csv(tmp_path / "edges.csv", keep_default_na=False)
    quads = frame[["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"]].sum(axis=1)
    types = frame.loc[:, "agree":"assault"].sum(axis=1)
    assert (quads == frame["weight"]).all() and (types == frame["weight"]).all()
    assert (frame["reports"] >= frame["weight"]).all() and (frame["source"] != frame["target"]).all()


def test_months_are_those_that_are_known_and_no_others(demo: Record, tmp_path: Path) -> None:
    demo.export("edges", tmp_path / "edges.csv")
    plain = pandas.read_csv(tmp_path / "edges.csv", keep_default_na=False)
    demo.export("edges", tmp_path / "edges.csv", undated="published")
    published = pandas.read_csv(tmp_path / "edges.csv", keep_default_na=False)
    assert (plain["month"] == "").any()
    assert (published["month"] == "").sum() < (plain["month"] == "").sum()
    assert plain["weight"].sum() == published["weight"].sum()


def test_a_character_that_xml_does_not_allow_is_left_out() -> None:
    assert _text("a\x00b<c>\ud800") == "ab&lt;c&gt;"


def test_before_derive_it_is_told_what_to_do(store: MemoryStore, findings: Findings, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="run onrecord derive first"):
        Record(store, "memory").export("graphml", tmp_path / "x.graphml")
