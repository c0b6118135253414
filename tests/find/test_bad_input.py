"""Pages that no newsroom would print: nothing is raised, and every span still says what stands there."""

from __future__ import annotations

import random

import pytest

from onrecord.find import find, relate
from onrecord.schema import Findings
from tests.find.conftest import ViewOf

WORDS = (
    "the minister said that army forces near border town would leave and Novak told reporters aid talks with Sorland "
    "failed because leaders accused rebels"
).split()
MARKS = ("“", "”", '"', "‘", "’", "«", "»", "„", "'", "``", "''")


def _long_sentence(words: int) -> str:
    chooser = random.Random(words)
    return "Novak said that " + " ".join(chooser.choice(WORDS) for _ in range(words)) + "."


def _unbalanced(lines: int) -> str:
    chooser = random.Random(lines)
    return "\n".join(f"{chooser.choice(MARKS)}We go home{chooser.choice(MARKS)} said Novak" for _ in range(lines))


STRANGE = {
    "a sentence of 3,000 words": _long_sentence(3000),
    "marks of every kind without partners": _unbalanced(200),
    "only opening marks": "“" * 500 + "Novak said it.",
    "only quotations": "\n".join(["“We shall go home tomorrow,” he said."] * 100),
    "capitals": "MINISTER NOVAK SAID ON MONDAY THAT THE ARMY HAD KILLED TEN REBELS.\n" * 20,
    "right to left, zero width": "\u202bNovak said \u200fthe road\u200b was \u2066closed\u2069.\u202c “\u05d3” said\u200b Lind.",
    "a zero width space between all letters": "\u200b".join("Novak said the road was closed."),
    "combining marks and a face": "No\u0301vak said the ro\u0308ad was closed.\U0001f600 “Yes\u0301,” she said.",
    "control characters": "Novak said\x00 the road was closed.\x0c “Yes,” said Lind.\x0b",
    "marks in marks in marks": "“" + "‘“" * 100 + "yes" + "”’" * 100 + "” said Novak.",
    "brackets in brackets": "(" * 500 + "Novak said yes" + ")" * 500,
    "a sea of spaces": "Novak said" + " " * 20000 + "the road was closed.",
    "one word": "a" * 20000,
}


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE.keys())
def test_spans_are_exact_whatever_the_page(view_of: ViewOf, text: str) -> None:
    view = view_of(text)
    found = relate(view.document, view.annotations, find(view.document, view.annotations, view.frames, view.actors))
    assert [bad for bad in _spans(found) if view.document.text[bad[0] : bad[1]] != bad[2]] == []


@pytest.mark.parametrize("name", ["a sentence of 3,000 words", "capitals", "only quotations", "control characters"])
def test_strange_pages_still_yield_what_they_say(view_of: ViewOf, name: str) -> None:
    view = view_of(STRANGE[name])
    assert find(view.document, view.annotations, view.frames, view.actors).statements


def test_one_odd_mark_costs_its_own_paragraph_only(view_of: ViewOf) -> None:
    view = view_of("“The road is shut, said Novak.\nTwo bridges fell.\n“We walked for two days,” said Lind.")
    found = find(view.document, view.annotations, view.frames, view.actors)
    assert [s.content[0].text for s in found.statements if s.speaker and s.speaker.text == "Lind"] == [
        "We walked for two days"
    ]


def _spans(found: Findings) -> list[tuple[int, int, str]]:
    pieces = [piece for one in found.statements for piece in one.content]
    cues = [one.cue for one in found.statements if one.cue is not None]
    triggers = [one.trigger for one in found.events]
    parties = [one.speaker for one in found.statements if one.speaker is not None]
    return [(one.start, one.end, one.text) for one in (*pieces, *cues, *triggers, *parties)]
