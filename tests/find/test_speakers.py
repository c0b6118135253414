from __future__ import annotations

import pytest

from tests.find.conftest import FindingsOf


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "“Nobody asked us,” said Jana Beric, a farmer who lost two fields in the flood.",
            "Jana Beric, a farmer who lost two fields in the flood",
        ),
        ("Officials with knowledge of the talks said the pact was near.", "Officials with knowledge of the talks"),
        ("Residents who fled the valley said the road was mined.", "Residents who fled the valley"),
        ("A study by the Meridian Institute found that wages had fallen.", "A study by the Meridian Institute"),
    ],
)
def test_the_phrase_goes_as_far_as_it_describes_the_speaker(findings_of: FindingsOf, text: str, speaker: str) -> None:
    assert [s.speaker.text for s in findings_of(text).statements if s.speaker] == [speaker]


def test_a_relative_pronoun_under_which_the_cue_stands_belongs_to_the_phrase(findings_of: FindingsOf) -> None:
    found = findings_of("The mayor met Petr Lind, who said the dam would hold.")
    (one,) = [s for s in found.statements if s.cue is not None and s.cue.text == "said"]
    assert one.speaker is not None
    assert one.speaker.text == "Petr Lind, who"


def test_who_issues_a_text_speaks_through_it(findings_of: FindingsOf) -> None:
    found = findings_of("The health ministry issued a statement saying the clinic would close.")
    (one,) = [s for s in found.statements if s.cue is not None and s.cue.text == "saying"]
    assert one.speaker is not None
    assert one.speaker.text == "The health ministry"


def test_a_text_that_somebody_reads_keeps_its_own_voice(findings_of: FindingsOf) -> None:
    found = findings_of("The mayor read a report saying the dam would hold.")
    (one,) = [s for s in found.statements if s.cue is not None and s.cue.text == "saying"]
    assert one.speaker is not None
    assert one.speaker.text != "The mayor"
