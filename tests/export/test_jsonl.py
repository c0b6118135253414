from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from onrecord.export import jsonl
from onrecord.schema import Findings

DOCUMENT = (
    "kind contract doc sha256 path line source_id url title outlet byline dateline credit language published "
    "published_bounds updated blocks text unread same_as origins unread_parts date_candidates"
)
STATEMENT = (
    "kind id doc block speaker addressee cue content form attitude within act denies replies_to about medium utterance "
    "when confidence speaker_confidence why rule"
)
EVENT = (
    "kind id doc block type mode contexts cameo source target against object trigger sentence when place status "
    "status_chain condition exception until figures according_to voice confidence why rule codebook"
)
PARTY = "text start end name actor actor_kind country sector sectors principal capacity members how"
WHEN = "text start end earliest latest precision extent basis symbol"


def all_lines(findings: Findings) -> list[dict[str, Any]]:
    return list(jsonl.lines(findings, everything=True))


def spans(value: Any) -> list[dict[str, Any]]:
    """Every object with a text and a place in it, wherever it stands."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    own = [value] if isinstance(value, dict) and {"text", "start", "end"} <= value.keys() else []
    return [*own, *(one for item in inside for one in spans(item))]


def test_the_document_comes_first_and_entries_by_first_start_kind_and_id(findings: Findings) -> None:
    assert [(line["kind"], line.get("id")) for line in jsonl.lines(findings)] == [
        ("document", None),
        ("event", "e-accuse"),
        ("statement", "s-title"),
        ("statement", "s-oda"),
        ("event", "e-shell"),
        ("statement", "s-denial"),
    ]


def test_everything_adds_what_was_set_aside_mentions_and_times_in_their_places(findings: Findings) -> None:
    kinds = [line["kind"] for line in all_lines(findings)]
    assert sorted(set(kinds)) == ["document", "event", "mention", "nonstatement", "statement", "time"]
    assert kinds[:2] == ["document", "mention"]
    assert kinds.index("time") < kinds.index("nonstatement")


@pytest.mark.parametrize(
    ("kind", "names"),
    [("document", DOCUMENT), ("statement", STATEMENT), ("event", EVENT), ("mention", f"kind doc {PARTY}")],
)
def test_an_object_has_the_fields_of_the_contract_in_their_order(findings: Findings, kind: str, names: str) -> None:
    for line in all_lines(findings):
        if line["kind"] == kind:
            assert list(line) == names.split()


def test_parties_and_times_have_their_fields(findings: Findings) -> None:
    line = next(line for line in jsonl.lines(findings) if line.get("id") == "s-oda")
    assert list(line["speaker"]) == PARTY.split()
    assert list(line["when"]) == WHEN.split()
    assert (line["when"]["earliest"], line["when"]["extent"]) == ("2022-05-03", "within")
    joint = next(line for line in jsonl.lines(findings) if line.get("id") == "e-shell")["source"][0]
    assert [member["name"] for member in joint["members"]] == ["Tivo", "Lurania"]


def test_every_span_is_exactly_the_text_at_its_place(findings: Findings) -> None:
    first, *rest = all_lines(findings)
    found = [one for line in rest for one in spans(line) if one["start"] is not None]
    assert len(found) > 20
    assert all(first["text"][one["start"] : one["end"]] == one["text"] for one in found)


def test_what_stood_elsewhere_says_where(findings: Findings) -> None:
    line = next(jsonl.lines(findings))
    assert (line["title"], line["outlet"], line["byline"]) == (
        "Tivo accuses Lurania of arming rebels",
        "The Tivo Post",
        None,
    )
    assert line["origins"] == {
        "title": {"start": 0, "end": 37, "from": None},
        "outlet": {"start": None, "end": None, "from": "meta:og:site_name"},
    }
    assert line["published"]["from"] == "json-ld:datePublished"
    assert line["published"]["start"] is None


def test_the_text_can_be_left_out(findings: Findings) -> None:
    assert "text" not in next(jsonl.lines(findings, text=False))


def test_a_floor_leaves_no_reference_to_what_is_left_out(findings: Findings) -> None:
    kept = {line["id"]: line for line in jsonl.lines(findings, min_confidence=0.5) if "id" in line}
    assert set(kept) == {"e-accuse", "s-title", "s-oda"}
    kept = {line["id"]: line for line in jsonl.lines(findings, min_confidence=0.9) if "id" in line}
    assert set(kept) == {"e-accuse", "s-title"}


def test_a_page_given_before_is_one_line_that_says_so(findings: Findings) -> None:
    line = jsonl.same_line(findings.document)
    assert line["same_as"] == line["doc"] == findings.document.doc
    assert list(line) == DOCUMENT.split()


def test_a_line_is_one_line_and_reads_back(findings: Findings) -> None:
    for line in all_lines(findings):
        written = jsonl.dumps(line)
        assert "\n" not in written
        assert json.loads(written) == line
        assert list(json.loads(written)) == list(line)


def test_letters_stay_letters_and_broken_ones_are_escaped(findings: Findings) -> None:
    odd = replace(findings.document, path="ä\udce4.txt")
    written = jsonl.dumps(jsonl.document_line(odd))
    assert "ä\\udce4.txt" in written and "“They" in written
    assert json.loads(written.encode("utf-8"))["path"] == "ä\udce4.txt"
