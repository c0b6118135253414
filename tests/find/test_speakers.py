from __future__ import annotations

import pytest

from onrecord.schema import Findings
from tests.find.conftest import FindingsOf


def speakers(found: Findings) -> dict[str, str]:
    """Who speaks, by the word that tells so."""
    return {one.cue.text: one.speaker.text for one in found.statements if one.cue and one.speaker}


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


def test_a_participle_behind_a_quotation_has_the_speaker_before_it(findings_of: FindingsOf) -> None:
    text = (
        "Novak suggested on Monday that allies would “do all that is needed, so Norland cannot win the war,” "
        "stressing that “nothing can be ruled out.”"
    )
    assert speakers(findings_of(text))["stressing"] == "Novak"


def test_a_name_that_opens_the_sentence_before_a_participle(findings_of: FindingsOf) -> None:
    text = (
        "Otieno, speaking publicly for the first time since defecting to Britain last month, said he was no longer "
        "in contact with the government."
    )
    assert speakers(findings_of(text)) == {"said": "Otieno"}


def test_the_day_is_no_part_of_the_speaker(findings_of: FindingsOf) -> None:
    found = findings_of("Norland's leader Ayatollah Hosseini on Wednesday blamed the storm for the losses.")
    assert speakers(found) == {"blamed": "Norland's leader Ayatollah Hosseini"}


def test_a_description_before_the_name_is_not_the_subject(findings_of: FindingsOf) -> None:
    text = "A former minister, Okoro was close to the president since the 1970s and is believed to have led the talks."
    (one,) = findings_of(text).statements
    assert [piece.text for piece in one.content] == ["Okoro", "to have led the talks"]


def test_a_description_that_is_parsed_as_a_clause_is_not_what_was_said(findings_of: FindingsOf) -> None:
    text = (
        "The team, the first Norland has allowed in since a crackdown began in March, said there was no hunger there."
    )
    (one,) = findings_of(text).statements
    assert one.speaker is not None
    assert one.speaker.text.startswith("The team")
    assert [piece.text for piece in one.content] == ["there was no hunger there"]


def test_whose_saying_goes_on_behind_what_was_said(findings_of: FindingsOf) -> None:
    text = (
        "The agency said Mexico has reported nine cases, up from two on Saturday, and repeated that one man had died."
    )
    assert speakers(findings_of(text))["repeated"] == "The agency"


def test_a_participle_right_behind_a_text_belongs_to_it(findings_of: FindingsOf) -> None:
    text = "Sen. Ana Novak came to the hearing with data from the Meridian Institute saying the hall was nearly empty."
    assert speakers(findings_of(text)) == {"saying": "data from the Meridian Institute"}
