from __future__ import annotations

import json
from pathlib import Path

import peer
import pytest
from corpus_read import read_text
from peer import Coded

from corpus import Passage, passage_of

FILE = """=== port-001
topic: protest
country: KEN
style: agency
published: 2019-04-12
split: dev
--- text
[e1s Police] [e1t detained] [e1g nine dockers]. [e2s [e3s Kenya]] and [e2s [e3s Uganda]] [e2t agreed] to [e3t meet].
[e4s Uganda] may [e4t arrest] [e4g him].
--- notes
e1 COERCE arrest actual by=outlet source=KEN/COP target=KEN/LAB
e2 AGREE - actual by=outlet source=KEN/GOV+UGA/GOV
e3 CONSULT - planned by=outlet source=KEN/GOV+UGA/GOV
e4 COERCE arrest possible by=outlet source=UGA/GOV target=KEN/CVL
=== port-002
topic: sport
country: KEN
style: tabloid
published: 2019-04-12
split: dev
events: none
--- text
The home side attacked from the start. It won.
--- notes
"""
ARREST = Coded("COERCE", ("KEN",), ("KEN",))
PACT = Coded("AGREE", ("KEN", "UGA"), ())


@pytest.fixture
def passages() -> list[Passage]:
    raws = read_text(FILE, "a.txt")
    assert [raw.faults for raw in raws] == [[], []]
    return [passage_of(raw) for raw in raws]


def test_the_gold_counts_what_happened_and_an_announcement_once(passages: list[Passage]) -> None:
    gold = peer.gold_of(passages)
    assert gold["port-001_1"] == [ARREST]
    assert gold["port-001_2"] == [PACT]
    assert gold["port-001_3"] == gold["port-002_1"] == []


@pytest.mark.parametrize(
    ("code", "root"),
    [
        ("173", "COERCE"),
        ("1831", "ASSAULT"),
        ("0871", "YIELD"),
        ("02", "REQUEST"),
        ("010", None),
        ("42", None),
        ("---", None),
    ],
)
def test_a_cameo_code_has_a_plover_root(code: str, root: str | None) -> None:
    assert peer.root_of(code) == root


@pytest.mark.parametrize(
    ("actor", "country"), [("KENCOP", ("KEN",)), ("KSVGOV", ("XKX",)), ("IGOUNO", ("-",)), ("---", ())]
)
def test_an_actors_code_begins_with_its_country(actor: str, country: tuple[str, ...]) -> None:
    assert peer.country_of(actor) == country


def test_a_table_and_a_dictionary_of_the_same_codings_are_the_same(tmp_path: Path) -> None:
    table, plain = tmp_path / "a.tsv", tmp_path / "a.json"
    table.write_text("20190412\tKENCOP\tKENLAB\t173\t\tport-001_1;port-001_2\n20190412\tKEN\tUGA\t010\t\tport-001_1\n")
    event = [["KENCOP"], ["KENLAB"], "173"]
    plain.write_text(json.dumps({"port-001": {"sents": {"1": {"events": [event]}, "port-001_2": {"events": [event]}}}}))
    assert peer.load(table) == peer.load(plain) == {"port-001_1": [ARREST], "port-001_2": [ARREST]}


def test_a_row_that_is_too_short_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("20190412\tKENCOP\n")
    with pytest.raises(ValueError, match="line 1: 2 columns"):
        peer.load(tmp_path / "a.tsv")


def test_codings_are_scored_by_root_countries_and_false_events(passages: list[Passage]) -> None:
    gold = peer.gold_of(passages)
    full = peer.score("t", "", passages, gold).figures
    assert (full["root_f1"], full["complete_f1"], full["false_per_1000"]) == (1.0, 1.0, 0.0)
    abroad = {**gold, "port-001_1": [Coded("COERCE", ("UGA",), ())], "port-002_1": [ARREST]}
    some = peer.score("t", "", passages, abroad).figures
    assert some["root_f1"] < 1.0 and some["complete_f1"] < some["root_f1"] and some["false_per_1000"] == 500.0


def test_a_sentence_that_there_is_not_is_refused(passages: list[Passage]) -> None:
    with pytest.raises(ValueError, match="no such sentence"):
        peer.score("t", "", passages, {"port-009_1": [ARREST]})
