from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from onrecord.export import plover
from onrecord.lexicon.codebook import load_codebook
from onrecord.schema import Figure, Findings, When

REQUIRED = {"id", "date", "actor", "event"}


def written(findings: Findings, vouched: bool = True, text: bool = True) -> tuple[list[dict[str, Any]], dict[str, int]]:
    out = io.StringIO()
    left = plover.write([findings], out, vouched=vouched, text=text)
    return [json.loads(line) for line in out.getvalue().splitlines()], dict(left)


def test_a_record_has_what_the_manual_asks_for_and_leads_back_to_its_words(findings: Findings) -> None:
    (line,), _ = written(findings)
    assert line.keys() >= REQUIRED
    assert (line["event"], line["quad_code"], line["event_scale"]) == (["ACCUSE"], 3, -2.0)
    assert [one["code"] for one in line["actor"]] == ["TVO"]
    assert [one["identifier_text"] for one in line["recipient"]] == ["Lurania"]
    place = line["text_info"]
    assert findings.document.text[place["start"] : place["end"]] == line["text"]
    assert place["text_story"] == findings.document.doc
    assert line["cite_info"]["codebook"] == load_codebook().version


def test_what_is_left_out_is_told(findings: Findings) -> None:
    assert written(findings)[1] == {"conditional": 1}


def test_the_day_of_publication_is_never_put_for_a_date(findings: Findings) -> None:
    (line,), _ = written(findings)
    assert (line["date"], line["enddate"], line["date_basis"]) == (None, None, "unknown")


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (date(2022, 5, 3), date(2022, 5, 3), ("2022-05-03", None)),
        (date(2022, 5, 1), date(2022, 5, 31), ("2022-05-01", "2022-05-31")),
        (None, date(2022, 5, 4), (None, None)),
    ],
)
def test_an_interval_has_two_ends_and_an_open_one_none(
    findings: Findings, first: date | None, last: date, shown: tuple[str | None, str | None]
) -> None:
    accuse = replace(findings.events[0], when=When(earliest=first, latest=last, basis="stated"))
    (line,), _ = written(replace(findings, events=(accuse,)))
    assert (line["date"], line["enddate"]) == shown


def test_joint_actors_places_and_sizes_are_written_out(findings: Findings) -> None:
    dead = Figure(None, 12.0, None, "dead", 0, 4, "Tivo")
    shell = replace(findings.events[1], status="actual", figures=(dead, *findings.events[1].figures))
    (line,), _ = written(replace(findings, events=(shell,)))
    assert [one["code"] for one in line["actor"]] == ["TVO", "LUR"]
    assert (
        line["event_loc"] | {"resolution": 4, "city": "Porva", "country_code": "TVO", "lat": 1.5} == line["event_loc"]
    )
    assert line["size"] == {"dead": 12}
    assert line["context"] == ["military", "territory"]


def test_sentences_can_be_left_out(findings: Findings) -> None:
    (line,), _ = written(findings, text=False)
    assert "text" not in line and line["text_info"]["start"] == 0
