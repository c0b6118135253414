from __future__ import annotations

from pathlib import Path

import agreement
import pytest

import corpus

HEAD = "=== rain-001\ntopic: weather\ncountry: KEN\nstyle: agency\npublished: 2019-04-12\nsplit: dev\n"
FIRST = """--- text
[1s Governor Amina Otieno] [1q [e1t warned]] [e1g farmers] of [1c floods].

[2s She] [2q said] [2c police had [e2t detained] [e2g a driver] in Kisumu]. [3s The mayor] [3q denied] [3c it].
--- notes
1 indirect says speaker="Amina Otieno" country=KEN sector=GOV capacity=official act=e1
2 indirect says speaker="Amina Otieno" country=KEN sector=GOV capacity=official
3 indirect says speaker="?" country=KEN sector=GOV capacity=unnamed denies=2
e1 THREATEN - actual by=outlet source=KEN/GOV target=KEN/CVL when=?
e2 COERCE arrest actual by=2 source=KEN/COP target=KEN/CVL when=2019-04-11 place="Kisumu, KEN"
"""
OTHER = FIRST.replace("\n\n[2s", "\n[2s")
"""As the first pass, with other white space."""


def compared(tmp_path: Path, second: str, first: str = FIRST) -> agreement.Report:
    for name, text in (("first.txt", first), ("second.txt", second)):
        (tmp_path / name).write_text(HEAD + text, encoding="utf-8")
    both, left = agreement.paired([tmp_path / "first.txt"], [tmp_path / "second.txt"])
    assert left == []
    return agreement.report(both, "gold")


@pytest.mark.parametrize("second", [FIRST, OTHER], ids=["same", "other white space"])
def test_a_pass_agrees_with_itself_in_everything(tmp_path: Path, second: str) -> None:
    report = compared(tmp_path, second)
    assert {key: value for key, value in report.figures.items() if value != 1 and key not in EMPTY} == {}
    assert report.misses == []


EMPTY = {"within_links", "unsaid_f1"}
"""Figures about what the passages above do not hold: 0 of 0 is 0."""


def test_a_statement_that_only_one_pass_has_costs_the_other_ones_share(tmp_path: Path) -> None:
    second = FIRST.replace("[3s The mayor] [3q denied] [3c it]", "The mayor denied it").replace(
        '3 indirect says speaker="?" country=KEN sector=GOV capacity=unnamed denies=2\n', ""
    )
    report = compared(tmp_path, second)
    assert report.figures["content_f1"] == pytest.approx(4 / 5)
    assert report.figures["denies_links"] == 0
    assert any("only first: The mayor | denied" in line for line in report.misses)


def test_places_are_compared_where_both_passes_tell_one(tmp_path: Path) -> None:
    wider = FIRST.replace('place="Kisumu, KEN"', "place=KEN")
    assert compared(tmp_path, wider).figures["place_same"] == 0
    assert compared(tmp_path, FIRST.replace(' place="Kisumu, KEN"', "")).lines[-1].endswith("(0 of 0)")


def test_another_speaker_form_or_attitude_is_counted_over_what_both_have(tmp_path: Path) -> None:
    second = FIRST.replace('2 indirect says speaker="Amina Otieno"', '2 mixed thinks speaker="Peter Kamau"')
    figures = compared(tmp_path, second).figures
    assert figures["form_same"] == figures["attitude_same"] == pytest.approx(2 / 3)
    assert (figures["content_f1"], figures["speaker_f1"], figures["name_f1"]) == (1, 1, pytest.approx(2 / 3))


def test_a_described_body_may_be_nobody_by_name_for_the_other_pass(tmp_path: Path) -> None:
    second = FIRST.replace(
        'speaker="?" country=KEN sector=GOV capacity=unnamed',
        'speaker="town hall" country=KEN sector=GOV capacity=official',
    )
    assert compared(tmp_path, second).figures["name_f1"] == 1


def test_to_deny_an_act_is_to_deny_the_statement_that_reports_it(tmp_path: Path) -> None:
    assert compared(tmp_path, FIRST.replace("denies=2", "denies=e2")).figures["denies_links"] == 1
    assert compared(tmp_path, FIRST.replace("denies=2", "denies=e1")).figures["denies_links"] == 0


def test_events_agree_by_type_and_then_by_countries_and_status(tmp_path: Path) -> None:
    second = FIRST.replace("source=KEN/COP", "source=UGA/COP").replace("e1 THREATEN - actual", "e1 ACCUSE - actual")
    figures = compared(tmp_path, second).figures
    assert (figures["type_f1"], figures["complete_f1"], figures["status_same"]) == (0.5, 0, 1)


def test_a_passage_with_other_words_is_left_out_and_named(tmp_path: Path) -> None:
    (tmp_path / "first.txt").write_text(HEAD + FIRST, encoding="utf-8")
    (tmp_path / "second.txt").write_text(HEAD + FIRST.replace("driver", "cook"), encoding="utf-8")
    both, left = agreement.paired([tmp_path / "first.txt"], [tmp_path / "second.txt"])
    assert (both, left) == ([], ["rain-001: the texts differ"])


def test_a_second_pass_in_a_folder_below_is_no_part_of_the_corpus(tmp_path: Path) -> None:
    (tmp_path / "second").mkdir()
    (tmp_path / "a.txt").write_text(HEAD + FIRST, encoding="utf-8")
    (tmp_path / "second" / "a.txt").write_text(HEAD + FIRST, encoding="utf-8")
    assert [Path(one.path).parent.name for one in corpus.load(tmp_path)] == [tmp_path.name]
