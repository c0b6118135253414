from __future__ import annotations

from dataclasses import replace

from onrecord.annotate import Annotator
from onrecord.framecheck import check, unmark
from onrecord.lexicon.actors import load_actors
from onrecord.lexicon.frames import load_frames


def test_every_frame_matches_its_example_and_not_its_near_miss(annotator: Annotator) -> None:
    table = load_frames()
    faults = [str(fault) for fault in check(table.frames, table, annotator, load_actors())]
    assert not faults, "\n".join(faults)


def test_an_example_that_does_not_bear_out_its_frame_is_a_fault(annotator: Annotator) -> None:
    table = load_frames()
    frame = next(f for f in table.frames if f.lemma == "accuse")
    wrong = replace(frame, example="{S:Norland} praised {T:Sudland}.")
    (fault,) = check([wrong], table, annotator, load_actors())
    assert "does not match its example" in fault.problem


def test_a_near_miss_that_matches_is_a_fault(annotator: Annotator) -> None:
    table = load_frames()
    frame = next(f for f in table.frames if f.lemma == "accuse")
    wrong = replace(frame, near_miss="Norland accused Sudland of theft.")
    faults = list(check([wrong], table, annotator, load_actors()))
    assert [fault.problem for fault in faults] == ["matches its near miss"]


def test_the_lexicon_covers_all_sixteen_types() -> None:
    assert len({frame.type for frame in load_frames().frames if frame.type}) == 16


def test_marks_are_taken_out_of_an_example() -> None:
    marked = unmark("{S:Norland} accused {T:Sudland}.")
    assert marked.text == "Norland accused Sudland."
    assert [(role, marked.text[a:b]) for role, a, b in marked.roles] == [("source", "Norland"), ("target", "Sudland")]
