from __future__ import annotations

import pytest

from tests.find.conftest import FindingsOf


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Novak said in an interview with Radio Berov that the bridge was closed.", "interview"),
        ("Novak said by telephone that the bridge was closed.", "interview"),
        ("“The bridge is closed,” Novak told the Berov Gazette.", "interview"),
        ("“The bridge is closed,” Novak told this newspaper.", "interview"),
        ("“The bridge is closed,” Novak told the broadcaster Kanal Berov.", "interview"),
        ("Novak wrote on his Facebook page that the bridge was closed.", "tweet"),
        ("Novak wrote on X that the bridge was closed.", "tweet"),
        ("“The bridge is closed,” Novak posted on Sunday.", "tweet"),
        ("In a letter to the council, Novak complained that the bridge was closed.", "letter"),
        ("“The bridge is closed,” Novak told us by e-mail.", "letter"),
        ("“The bridge is closed,” Novak told a news conference.", "briefing"),
        ("Briefing the press on Monday, Novak said that the bridge was closed.", "briefing"),
        ("Minister Ana Novak, who disclosed this at a press briefing, said the bridge was closed.", "briefing"),
        ("Novak said on state television that the bridge was closed.", "broadcast"),
        ("“The bridge is closed,” Novak said in a televised address.", "broadcast"),
        ("In a voice message Novak said that the bridge was closed.", "broadcast"),
        ("The ministry issued a statement condemning the raid.", "document"),
        ("Novak signed an open letter in which she accused the police of lying.", "letter"),
        ("The bridge is unsafe, according to a survey by the ministry.", "document"),
        ("The report says that the bridge is unsafe.", "document"),
        ("Novak was quoted by the news agency as saying that the bridge was closed.", "article"),
        ("The bridge is closed, according to the daily Berov Listy.", "article"),
    ],
)
def test_the_carrier_beside_the_cue_tells_the_medium(resolved_of: FindingsOf, text: str, medium: str) -> None:
    assert [one.medium for one in resolved_of(text).statements if one.within is None] == [medium]


@pytest.mark.parametrize(
    "text",
    [
        "Novak said that the letter was late.",
        "Novak said at the conference that the bridge was closed.",
        "Novak told reporters that the bridge was closed.",
        "Novak told the Ministry of Sport that the bridge was closed.",
        "Novak told the committee that he had seen the report.",
        "Novak denied the claims in the report.",
        "At his post by the river, Novak said the bridge was closed.",
        "The court issued a ruling that Novak said would close the bridge.",
        "Novak said in her speech that the bridge was closed.",
    ],
)
def test_what_carries_no_words_gives_no_medium(resolved_of: FindingsOf, text: str) -> None:
    found = [one for one in resolved_of(text).statements if one.speaker is not None and one.speaker.text == "Novak"]
    assert found and {one.medium for one in found} == {None}


def test_the_medium_goes_on_with_its_speaker(resolved_of: FindingsOf) -> None:
    text = "Minister Ana Novak told a news conference that it was closed. “It opens in May,” she said.\nNovak promised new ferries."
    assert [one.medium for one in resolved_of(text).statements] == ["briefing"] * 3


def test_the_medium_does_not_go_over_to_another_speaker(resolved_of: FindingsOf) -> None:
    text = "Novak told a news conference that the bridge was closed. Jana Beric said that it was open."
    assert [one.medium for one in resolved_of(text).statements] == ["briefing", None]


def test_a_fronted_carrier_holds_for_the_second_verb_and_a_later_one_does_not(resolved_of: FindingsOf) -> None:
    both = resolved_of("In a note Novak called the duties hasty and said that talks would follow.").statements
    assert [one.medium for one in both] == ["document", "document"]
    two = resolved_of("Novak wrote in a letter that the duties were hasty and told viewers that talks would follow.")
    assert [s.medium for s in two.statements] == ["letter", "broadcast"]


def test_a_handout_is_a_document_as_a_whole(resolved_of: FindingsOf) -> None:
    text = "FOR IMMEDIATE RELEASE\nThe bridge will close in May, the ministry announces.\n“Ferries will run,” said Ana Novak."
    assert {one.medium for one in resolved_of(text).statements} == {"document"}


@pytest.mark.parametrize(
    ("asker", "medium"), [("Berov Gazette", "interview"), ("PRESENTER", "broadcast"), ("QUESTION", "briefing")]
)
def test_who_asks_tells_what_a_transcript_is(resolved_of: FindingsOf, asker: str, medium: str) -> None:
    text = (
        f"{asker}: When will it open?\nNovak: In May, if the steel comes.\n{asker}: And if not?\nNovak: Then in June."
    )
    answers = [s for s in resolved_of(text).statements if s.speaker is not None and s.speaker.text == "Novak"]
    assert [one.medium for one in answers] == [medium, medium]


def test_minutes_of_a_house_have_no_medium(resolved_of: FindingsOf) -> None:
    text = "Mr. SPEAKER: Order.\nMr. FORDE: Who paid for the plates?\nMr. HINDS: The state did.\nMr. FORDE: I thank him for that."
    assert {one.medium for one in resolved_of(text).statements} == {None}
