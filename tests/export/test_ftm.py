"""FollowTheMoney entities, read back with the followthemoney package."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onrecord.api import Record
from onrecord.schema import Done, Findings
from onrecord.store import MemoryStore

ftm = pytest.importorskip("followthemoney", reason="the followthemoney package; pip install 'followthemoney<4'")


def entities(record: Record, folder: Path, **asked: Any) -> list[dict[str, Any]]:
    record.export("ftm", folder / "out.ijson", **asked)
    return [json.loads(line) for line in (folder / "out.ijson").read_text(encoding="utf-8").splitlines()]


def test_the_package_takes_every_entity_with_every_property(demo: Record, tmp_path: Path) -> None:
    found = entities(demo, tmp_path, everything=True)
    assert len(found) > 500
    for one in found:
        proxy = ftm.model.get_proxy(one, cleaned=False)
        assert proxy.schema.name == one["schema"]
        kept = {name: sorted(proxy.get(name)) for name in one["properties"]}
        assert {name: len(values) for name, values in kept.items()} == {
            name: len(set(values)) for name, values in one["properties"].items()
        }, one


def test_whatever_an_entity_points_to_is_there(demo: Record, tmp_path: Path) -> None:
    found = entities(demo, tmp_path)
    ids = {one["id"] for one in found}
    assert len(ids) == len(found)
    for one in found:
        proxy = ftm.model.get_proxy(one)
        for prop, value in proxy.itervalues():
            assert prop.type.name != "entity" or value in ids, (one["id"], prop.name)


def test_names_are_tied_to_who_is_meant(demo: Record, tmp_path: Path) -> None:
    found = {one["id"]: one for one in entities(demo, tmp_path)}
    mentions = [one["properties"] for one in found.values() if one["schema"] == "Mention"]
    assert mentions
    for one in mentions:
        assert found[one["resolved"][0]]["schema"] == one["detectedSchema"][0]


def test_what_did_not_happen_ties_nobody_and_says_so(findings: Findings, tmp_path: Path) -> None:
    store = MemoryStore()
    store.put(findings, [Done(findings.document.doc, "find", "f1", "found")])
    found = {one["id"]: one for one in entities(Record(store, "memory"), tmp_path, everything=True)}
    assert found["entry-e-shell"]["properties"]["name"] == ["ASSAULT bombard (conditional, by word of own side)"]
    links = [one["properties"] for one in found.values() if one["schema"] == "UnknownLink"]
    assert [(one["role"], one["recordId"]) for one in links] == [(["ACCUSE"], ["e-accuse"])]


def test_a_page_without_entries_gives_no_article(findings: Findings, tmp_path: Path) -> None:
    store = MemoryStore()
    store.put(replace(findings, statements=(), events=()), [Done(findings.document.doc, "find", "f1", "nothing")])
    assert entities(Record(store, "memory"), tmp_path) == []
