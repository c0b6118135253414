"""Denials, replies and utterances, after it is resolved who is meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

import onrecord
from onrecord.schema import Document, Findings, Statement

Read = Callable[..., Findings]


@pytest.fixture(scope="module")
def read(document_of: Callable[[str], Document]) -> Read:
    """What is found in a text; ``title=True`` makes its first line a title."""
    pipeline = onrecord.default_pipeline()

    def make(text: str, title: bool = False) -> Findings:
        document = document_of(text)
        if title:
            first = replace(document.blocks[0], kind="title")
            document = replace(document, blocks=(first, *document.blocks[1:]))
        return pipeline.process(document)

    return make


def cued(found: Findings, cue: str) -> Statement:
    (one,) = [s for s in found.statements if s.cue is not None and s.cue.text == cue]
    return one


@pytest.mark.parametrize(
    ("text", "denial", "claim"),
    [
        ("Kenya said rebels had killed nine herders. The rebels denied any role in it.", "denied", "said"),
        ("The mayor accused Lind of taking bribes. Lind denied having met the man.", "denied", "accused"),
        ("A clerk told the paper that troops were on alert, which the army in Kisumu denied.", "denied", "told"),
        ("A driver said soldiers had stolen the rice. The army dismissed the story as a rumour.", "dismissed", "said"),
        ("Doctors said the wards were full. The minister brushed aside the claim.", "brushed aside", "said"),
        ("Villagers said jets hit the well. “That is not true,” Colonel Dorn replied.", "replied", "said"),
        (
            "Elders accused the Kenyan army of burning huts. “Our men burnt nothing,” Kenya told reporters.",
            "told",
            "accused",
        ),
        ("The army said a tape in which a man claims that troops sold rice is a fake.", "said", "claims"),
        ("The minister denied reports that the bank had hidden its losses.", "denied", "reports"),
    ],
)
def test_a_denial_points_at_the_claim(read: Read, text: str, denial: str, claim: str) -> None:
    found = read(text)
    assert cued(found, denial).denies == (cued(found, claim).id,)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Lind said the bridge was safe. Lind denied that it had been closed.", "denied"),
        ("The union demanded a pay rise. Lind denied having met the man.", "denied"),
        ("The union said the bridge was safe. The mayor said no bread was left.", "said"),
    ],
)
def test_nothing_is_denied_without_a_claim_of_somebody_else(read: Read, text: str, cue: str) -> None:
    said = [s for s in read(text).statements if s.cue is not None and s.cue.text == cue]
    assert [s.denies for s in said] == [()] * len(said)


@pytest.mark.parametrize(
    ("text", "reply", "answered"),
    [
        ("The union said the bridge was unsafe. “It is not,” Mayor Novak retorted.", "retorted", "said"),
        ("A reporter asked whether the bridge was safe. “Of course,” Mayor Novak said.", "said", "asked"),
        ("“I will stay,” Mayor Novak said when a reporter asked whether she had lied.", "said", "asked"),
        ("Teldor offered to free the crew. Sorland rejected the offer on Monday.", "rejected", "offered"),
        ("“They stole it,” said the driver. Mayor Novak called that “a bad joke”.", "called", "said"),
    ],
)
def test_a_reply_points_at_what_it_answers(read: Read, text: str, reply: str, answered: str) -> None:
    found = read(text)
    assert cued(found, reply).replies_to == cued(found, answered).id


def test_an_answer_is_no_answer_to_itself(read: Read) -> None:
    assert [s.replies_to for s in read("“Never,” he replied.").statements] == [None]


def test_in_an_interview_the_answer_is_to_whoever_the_question_quotes(read: Read) -> None:
    found = read("Q: Your rival says that you lied.\nNovak: That is wrong.\nQ: Will you stay?\nNovak: Yes, I will.")
    rival, first, second = found.statements
    assert (first.replies_to, second.replies_to) == (rival.id, None)


def test_a_turn_of_a_debate_answers_the_turn_before(read: Read) -> None:
    text = "Mr Lind (North): The tax must go.\nMr Orlov: It must stay.\nMr Lind: It ruins farms.\nMr Orlov: It pays for schools."
    turns = read(text).statements
    assert [one.replies_to for one in turns] == [None, *(one.id for one in turns[:-1])]


def test_headline_and_lead_of_one_speaker_report_one_saying(read: Read) -> None:
    found = read(
        "Mayor: bridge to open in May\nMayor Ana Novak said the bridge would open in May. Rain fell.", title=True
    )
    head, lead = found.statements
    assert head.utterance == lead.utterance


def test_a_saying_told_by_somebody_else_is_not_the_telling(read: Read) -> None:
    found = read("The Gazette reported that Mayor Ana Novak said the bridge would open in May.")
    assert len({s.utterance for s in found.statements}) == 2
