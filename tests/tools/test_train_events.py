from __future__ import annotations

import gzip

import train_events
from train_events import Row, common, table_of, trained

from onrecord.lexicon.event_model import load_event_model, parse

ROWS: list[Row] = [("ASSAULT", ("lemma=strafe", "object=village"))] * 4 + [
    ("none", ("lemma=paint", "object=fence"))
] * 4


def test_the_shipped_weights_are_those_that_the_training_table_gives() -> None:
    made = table_of(*trained(train_events.read_table(train_events.TABLE)))
    shipped = gzip.decompress(train_events.WEIGHTS.read_bytes()).decode("utf-8")
    assert made.splitlines() == shipped.splitlines()


def test_training_twice_gives_the_same() -> None:
    assert table_of(*trained(ROWS)) == table_of(*trained(ROWS))


def test_a_trained_model_tells_what_it_was_shown() -> None:
    model = parse(table_of(*trained(ROWS)).splitlines())
    assert model.probabilities({"lemma=strafe": 1.0})["ASSAULT"] > 0.5
    assert model.probabilities({"lemma=paint": 1.0})["none"] > 0.5


def test_features_of_fewer_than_three_rows_are_left_out() -> None:
    rows = common([*ROWS, ("none", ("lemma=glue", "object=fence"))])
    assert rows[-1] == ("none", ("object=fence",))


def test_every_type_of_the_codebook_is_a_class() -> None:
    from onrecord.lexicon.codebook import load_codebook

    assert set(load_event_model().classes) == {*load_codebook().types, "none"}
