from __future__ import annotations

import pytest

from tests.find.conftest import FindingsOf


def speakers(findings_of: FindingsOf, text: str) -> list[str]:
    found = findings_of(text).statements
    return [one.speaker.text for one in found if one.speaker is not None and one.rule == "transcript.turn"]


@pytest.mark.parametrize("asker", ["Q", "QUESTION", "Presenter", "Host", "Moderator", "First reporter"])
def test_who_is_called_an_asker_makes_no_statements(findings_of: FindingsOf, asker: str) -> None:
    text = (
        f"{asker}: The bridge is late.\nNovak: It opens in May.\n{asker}: You said April.\nNovak: The steel was late."
    )
    assert speakers(findings_of, text) == ["Novak", "Novak"]


@pytest.mark.parametrize(
    ("lead", "asker"),
    [
        ("In an interview with the Berov Mirror she talks about bridges.", "Berov Mirror"),
        ("The Lantern spoke to her by telephone.", "The Lantern"),
        ("Our bridge correspondent Rudo Kane (R.K.) sat down with Ana Novak.", "R.K."),
    ],
)
def test_whom_the_page_brings_in_as_asking_makes_no_statements(findings_of: FindingsOf, lead: str, asker: str) -> None:
    text = f"{lead}\n{asker}: The bridge is late.\nNovak: It opens in May.\n{asker}: Is it?\nNovak: The steel was late."
    assert speakers(findings_of, text) == ["Novak", "Novak"]


def test_who_mostly_asks_makes_no_statements(findings_of: FindingsOf) -> None:
    text = (
        "Lind: When does it open?\nNovak: In May.\nLind: And the road?\nNovak: Is it not open already?\nNovak: It is."
    )
    assert speakers(findings_of, text) == ["Novak", "Novak", "Novak"]


def test_a_question_now_and_then_makes_nobody_an_asker(findings_of: FindingsOf) -> None:
    text = "Mr. FORDE: We waited.\nMr. HINDS: It opens in May.\nMr. FORDE: Who pays for it?\nMr. HINDS: The state does."
    assert speakers(findings_of, text) == ["Mr. FORDE", "Mr. HINDS", "Mr. FORDE", "Mr. HINDS"]


def test_what_others_said_is_still_found_in_a_question(findings_of: FindingsOf) -> None:
    text = "Host: Your rival says that the bridge is late.\nNovak: It opens in May.\nHost: Is it safe?\nNovak: It is."
    (one,) = [s for s in findings_of(text).statements if s.cue is not None]
    assert (one.speaker is not None and one.speaker.text, one.within) == ("Your rival", None)


def test_a_question_in_quotation_marks_goes_to_nobody_else(findings_of: FindingsOf) -> None:
    text = "“LIND: When does it open?\n“NOVAK: In May, as I said.\n“LIND: And who is going to pay for it?\n“NOVAK: The state.”"
    assert [one.content[0].text for one in findings_of(text).statements] == ["In May, as I said.", "The state."]


def test_headings_with_a_colon_here_and_there_are_no_turns(findings_of: FindingsOf) -> None:
    text = (
        "Bottom Line: the Rebels have won nine in a row.\n\nThe team plays at home.\n\nTop Scorers: Otis Hale made 20.\n\n"
        "He also led in steals.\n\nLast Games: the Rebels lost twice.\n\nThey rest on Friday.\n\nBlue Tide: seven wins so far."
    )
    assert not any(one.rule.startswith("transcript") for one in findings_of(text).statements)
