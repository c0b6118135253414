from __future__ import annotations

import pytest

from onrecord.lexicon.event_model import parse

TABLE = ["# a head", "feature\tAID\tASSAULT\tnone", "lemma=ferry\t20\t\t-10", "lemma=strafe\t\t40\t"]


def test_probabilities_sum_to_one_and_follow_the_weights() -> None:
    likely = parse(TABLE).probabilities({"lemma=ferry": 1.0})
    assert sum(likely.values()) == pytest.approx(1.0)
    assert likely["AID"] > likely["ASSAULT"] > likely["none"]


def test_a_feature_counts_by_its_value() -> None:
    model = parse(TABLE)
    assert model.probabilities({"lemma=ferry": 0.5})["AID"] < model.probabilities({"lemma=ferry": 1.0})["AID"]


def test_features_that_the_model_does_not_know_change_nothing() -> None:
    model = parse(TABLE)
    assert model.probabilities({"lemma=xyz": 1.0}) == model.probabilities({})


def test_the_best_type_is_named_even_where_no_event_is_likelier() -> None:
    table = ["feature\tAID\tASSAULT\tnone", "pos=VERB\t1\t\t60"]
    type_, likely = parse(table).best({"pos=VERB": 1.0})
    assert type_ == "AID"
    assert likely < 0.1
