"""Web Annotation, schema.org and PROV-JSON, read back with a JSON-LD processor and the prov package.

The contexts are excerpts of those that W3C and schema.org publish, so that nothing is fetched.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onrecord.api import Record
from onrecord.export.privacy import MASK
from onrecord.schema import Done, Event, Findings
from onrecord.store import MemoryStore

CONTEXTS = Path(__file__).parent / "contexts"
OA = "http://www.w3.org/ns/oa#"
PUBLISHED = {"http://www.w3.org/ns/anno.jsonld": "anno.json", "https://schema.org": "schema.json"}


def expanded(found: Any) -> Any:
    pyld = pytest.importorskip("pyld", reason="a JSON-LD processor; pip install pyld")

    def load(url: str, options: Any) -> dict[str, Any]:
        context = json.loads((CONTEXTS / PUBLISHED[url.rstrip("/")]).read_text(encoding="utf-8"))
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": context}

    return pyld.jsonld.expand(found, {"documentLoader": load})


def exported(record: Record, form: str, folder: Path, **asked: Any) -> Any:
    record.export(form, folder / "out.json", **asked)
    return json.loads((folder / "out.json").read_text(encoding="utf-8"))


def record_of(findings: Findings) -> Record:
    store = MemoryStore()
    store.put(findings, [Done(findings.document.doc, "find", "f1", "found")])
    return Record(store, "memory")


def annotations(found: Any) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = found["first"]["items"]
    return items


def test_every_selector_of_every_annotation_resolves_to_its_words(demo: Record, tmp_path: Path) -> None:
    items = annotations(exported(demo, "web-annotation", tmp_path, everything=True))
    texts = {row.doc: demo.store.text(row.doc) or "" for row in demo.documents()}
    by_entry = {entry.id: entry for page in demo.findings() for entry in page.entries}
    assert len(items) > 1000
    for item in items:
        entry = by_entry[item["id"].split(":")[2]]
        text = texts[entry.doc]
        position, quote = item["target"]["selector"]
        words = text[position["start"] : position["end"]]
        assert words == quote["exact"] != ""
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text[position["start"] - len(quote["prefix"]) :].startswith(around)


def test_the_parts_of_an_entry_are_its_own(findings: Findings, tmp_path: Path) -> None:
    items = annotations(exported(record_of(findings), "web-annotation", tmp_path, everything=True))
    accuse = {item["body"]["value"]: item["target"]["selector"][1]["exact"]
              for item in items if item["id"].startswith("urn:onrecord:e-accuse:")}  # fmt: skip
    assert accuse == {"source": "Tivo", "target": "Lurania", "trigger": "accuses"}


def test_an_event_that_did_not_happen_is_classified_as_such(findings: Findings, tmp_path: Path) -> None:
    items = annotations(exported(record_of(findings), "web-annotation", tmp_path, everything=True))
    (shell,) = [item for item in items if item["id"] == "urn:onrecord:e-shell"]
    told = [one["value"] for one in shell["body"] if one["purpose"] == "classifying"]
    assert told == ["ASSAULT/bombard", "status: conditional", "voice: own_side"]


def test_a_json_ld_processor_keeps_every_field(demo: Record, tmp_path: Path) -> None:
    (collection,) = expanded(exported(demo, "web-annotation", tmp_path))
    (page,) = collection["http://www.w3.org/ns/activitystreams#first"]
    items = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert {one["@type"][0] for one in items} == {f"{OA}Annotation"}
    for item in items:
        (target,) = item[f"{OA}hasTarget"]
        kinds = {one["@type"][0] for one in target[f"{OA}hasSelector"]}
        assert kinds == {f"{OA}TextPositionSelector", f"{OA}TextQuoteSelector"}
        assert target[f"{OA}hasSource"][0]["@id"].startswith(("http", "urn:sha256:"))
        assert item[f"{OA}motivatedBy"][0]["@id"] in (f"{OA}classifying", f"{OA}tagging")


def test_no_quote_holds_masked_letters_and_positions_stay(findings: Findings, tmp_path: Path) -> None:
    record = record_of(findings)
    plain, masked = (
        annotations(exported(record, "web-annotation", tmp_path, everything=True, protect=protect))
        for protect in ((), ["Oda Renn"])
    )
    assert [one["target"]["selector"][0] for one in plain] == [one["target"]["selector"][0] for one in masked]
    quotes = [one for item in masked for one in item["target"]["selector"][1:]]
    assert quotes and not any(MASK in f"{one['exact']}{one['prefix']}{one['suffix']}" for one in quotes)
    assert len(quotes) < len(masked) and "Renn" not in json.dumps(masked)


def walk(found: Any) -> Iterator[dict[str, Any]]:
    if isinstance(found, dict):
        yield found
        for value in found.values():
            yield from walk(value)
    elif isinstance(found, list):
        for value in found:
            yield from walk(value)


def test_schema_org_holds_quotations_and_claims_and_never_a_verdict(demo: Record, tmp_path: Path) -> None:
    graph = expanded(exported(demo, "schema-org", tmp_path, everything=True))
    types = {one for node in walk(graph) for one in node.get("@type", ())}
    assert {f"http://schema.org/{one}" for one in ("Quotation", "Claim", "NewsArticle")} <= types
    words = {key for node in walk(graph) for key in node} | types
    assert not [one for one in words if any(bad in one.lower() for bad in ("review", "rating", "verdict", "true"))]


def test_each_quotation_leads_to_its_article_and_speaker(demo: Record, tmp_path: Path) -> None:
    graph = exported(demo, "schema-org", tmp_path)["@graph"]
    articles = {one["@id"] for one in graph if one["@type"] == "NewsArticle"}
    quotes = [one for one in graph if one["@type"] == "Quotation"]
    claims = [one for one in graph if one["@type"] == "Claim"]
    assert quotes and all(one["isBasedOn"]["@id"] in articles and one["text"] for one in quotes)
    assert claims and all(one["appearance"]["@id"] in articles for one in claims)
    named = [
        one["creator"]["name"] for one in quotes if isinstance(one.get("creator"), dict) and "name" in one["creator"]
    ]
    assert named


def test_a_wish_in_other_words_is_no_claim_and_is_told(findings: Findings, tmp_path: Path) -> None:
    wish = replace(findings.statements[0], attitude="wants", speaker_confidence=0.95)
    record = record_of(replace(findings, statements=(wish,), events=()))
    left = record.export("schema-org", tmp_path / "out.json")
    assert sum(left.values()) == 1 and "schema.org has no type" in next(iter(left))
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["@graph"] == []


def test_the_prov_package_reads_what_came_from_what(demo: Record, tmp_path: Path) -> None:
    model = pytest.importorskip("prov.model", reason="the prov package reads PROV-JSON; pip install prov")
    demo.export("prov-json", tmp_path / "out.json", everything=True)
    found = model.ProvDocument.deserialize(str(tmp_path / "out.json"))
    entries = [entry for page in demo.findings() for entry in page.entries]
    derived = {str(one.args[0]): str(one.args[1]) for one in found.get_records(model.ProvDerivation)}
    for entry in entries:
        assert derived[f"onrecord:{entry.id}"] == f"onrecord:text-{entry.doc}"
        assert derived[f"onrecord:text-{entry.doc}"] == f"onrecord:page-{entry.doc}"
    assert len(list(found.get_records(model.ProvEntity))) == len(entries) + 2 * len(demo.documents())
    generated = {str(one.args[0]) for one in found.get_records(model.ProvGeneration)}
    assert {f"onrecord:{one.id}" for one in entries} <= generated


def test_provenance_quotes_only_who_is_named(findings: Findings, tmp_path: Path) -> None:
    found = exported(record_of(findings), "prov-json", tmp_path, everything=True)
    labels = {one["prov:label"] for one in found["agent"].values()}
    assert {"Oda Renn", "Lurania", "Tivo", "The Tivo Post"} <= labels
    events = [one for one in findings.entries if isinstance(one, Event)]
    assert (
        found["entity"][f"onrecord:{events[1].id}"]["prov:label"]
        == "ASSAULT bombard (conditional, by word of own side)"
    )


def test_texts_are_only_there_where_they_are_asked_for(demo: Record, tmp_path: Path) -> None:
    texts = [demo.store.text(row.doc) or "" for row in demo.documents()]
    for form in ("web-annotation", "schema-org", "prov-json", "ftm"):
        demo.export(form, tmp_path / "x.json")
        found = (tmp_path / "x.json").read_text(encoding="utf-8")
        assert not [text for text in texts if json.dumps(text, ensure_ascii=False)[1:-1] in found], form
    for form in ("schema-org", "prov-json", "ftm"):
        demo.export(form, tmp_path / "x.json", whole_texts=True)
        assert json.dumps(texts[0], ensure_ascii=False)[1:-1] in (tmp_path / "x.json").read_text(encoding="utf-8"), form
