from __future__ import annotations

from dataclasses import replace

import events
import pytest
from corpus_match import document_of
from corpus_read import read_text
from events import Tally

from corpus import Passage, passage_of
from onrecord.schema import Event, Findings, Party, Place, Span

FILE = """=== port-001
topic: protest
country: KEN
style: agency
published: 2019-04-12
split: dev
--- text
[e1s Police] [e1t detained] [e1g nine dockers] on Thursday. [e2s Kenya] and [e2s Uganda] will [e2t meet] in Gulu in May.
--- notes
e1 COERCE arrest actual by=outlet source=KEN/COP target=KEN/LAB when=2019-04-11
e2 CONSULT - planned by=outlet source=KEN/GOV+UGA/GOV when=2019-05 place="Gulu, UGA"
=== port-002
topic: sport
country: KEN
style: tabloid
published: 2019-04-12
split: dev
events: none
--- text
The home side attacked from the start. It won.
--- notes
"""


@pytest.fixture
def passages() -> list[Passage]:
    raws = read_text(FILE, "a.txt")
    assert [raw.faults for raw in raws] == [[], []]
    return [passage_of(raw) for raw in raws]


def party(passage: Passage, text: str, country: str | None, sector: str) -> Party:
    start = passage.text.index(text)
    return Party(text, start, start + len(text), country=country, sector=sector)


def event(passage: Passage, kind: str, word: str, sentence: str, **fields: object) -> Event:
    at, begin = passage.text.index(word), passage.text.index(sentence)
    made = Event(
        word, "", "paragraph", kind, Span(at, at + len(word), word), Span(begin, begin + len(sentence), sentence)
    )
    return replace(made, confidence=0.9, **fields)  # type: ignore[arg-type]


def perfect(passage: Passage) -> list[Event]:
    first = "Police detained nine dockers on Thursday."
    police, dockers = party(passage, "Police", "KEN", "COP"), party(passage, "nine dockers", "KEN", "LAB")
    both = (party(passage, "Kenya", "KEN", "GOV"), party(passage, "Uganda", "UGA", "GOV"))
    second = passage.text[len(first) + 1 :]
    return [
        event(passage, "COERCE", "detained", first, mode="arrest", source=(police,), target=(dockers,)),
        event(passage, "CONSULT", "meet", second, status="planned", source=both),
    ]


def figures(passages: list[Passage], *found: list[Event]) -> dict[str, float]:
    tally = Tally()
    for passage, made in zip(passages, found, strict=True):
        tally.passage(passage, Findings(document_of(passage), events=tuple(made)))
    return tally.report("test", "").figures


def test_the_gold_itself_is_fully_right(passages: list[Passage]) -> None:
    made = figures(passages, perfect(passages[0]), [])
    for key in ("type_f1", "type_macro_f1", "complete_f1", "phrases_f1", "status_right", "mode_right", "voice_right"):
        assert made[key] == 1.0, key
    assert (made["party_country_right"], made["party_sector_right"], made["false_per_1000"]) == (1.0, 1.0, 0.0)


def test_events_where_there_are_none_are_counted_by_the_sentence(passages: list[Passage]) -> None:
    alarm = event(passages[1], "ASSAULT", "attacked", "The home side attacked from the start.")
    assert figures(passages, perfect(passages[0]), [alarm])["false_per_1000"] == 500.0


def test_another_trigger_in_the_sentence_is_the_same_event(passages: list[Passage]) -> None:
    first, second = perfect(passages[0])
    moved = replace(first, trigger=Span.of(passages[0].text, 0, 6))
    assert figures(passages, [moved, second], [])["type_f1"] == 1.0
    assert figures(passages, [moved, moved], [])["type_f1"] == 0.5


def test_another_type_on_the_same_trigger_is_a_confusion_and_no_pair(passages: list[Passage]) -> None:
    first, second = perfect(passages[0])
    tally = Tally()
    tally.passage(passages[0], Findings(document_of(passages[0]), events=(replace(first, type="ASSAULT"), second)))
    report = tally.report("test", "")
    assert report.figures["type_f1"] == 0.5
    assert "type taken for another: COERCE as ASSAULT 1" in report.lines
    assert report.misses[0].startswith("type     port-001: gold COERCE actual KEN/COP -> KEN/LAB: Police >>detained<<")


def test_a_missing_country_costs_the_complete_event(passages: list[Passage]) -> None:
    first, second = perfect(passages[0])
    abroad = replace(first, target=(replace(first.target[0], country="UGA"),))
    made = figures(passages, [abroad, second], [])
    assert (made["type_f1"], made["source_f1"], made["target_f1"], made["complete_f1"]) == (1.0, 1.0, 0.5, 0.5)
    assert made["party_country_right"] == 0.75


def test_members_of_a_joint_party_count_each(passages: list[Passage]) -> None:
    first, second = perfect(passages[0])
    joint = Party("Kenya and Uganda", second.source[0].start, second.source[1].end, members=second.source)
    assert figures(passages, [first, replace(second, source=(joint,))], [])["complete_f1"] == 1.0


def test_a_wrong_status_and_a_wrong_voice_cost_only_themselves(passages: list[Passage]) -> None:
    first, second = perfect(passages[0])
    made = figures(passages, [replace(first, according_to="x"), replace(second, status="actual")], [])
    assert (made["type_f1"], made["status_right"], made["voice_right"]) == (1.0, 0.5, 0.5)


@pytest.mark.parametrize(
    ("name", "country", "right"),
    [("Gulu", "UGA", (1.0, 1.0)), ("Uganda", "UGA", (1.0, 0.0)), ("Gulu", "KEN", (0.0, 1.0))],
)
def test_a_place_is_right_by_country_and_by_name(
    passages: list[Passage], name: str, country: str, right: tuple[float, float]
) -> None:
    first, second = perfect(passages[0])
    found = Place(name, country, None, None, "city", 0, 4, name)
    made = figures(passages, [first, replace(second, place=found)], [])
    assert (made["place_country_right"], made["place_right"]) == right
    assert figures(passages, [first, second], [])["place_country_right"] == 0.0


def test_wrong_answers_name_what_is_wrong(passages: list[Passage]) -> None:
    tally = Tally()
    found = (perfect(passages[0])[0],)
    tally.passage(passages[0], Findings(document_of(passages[0]), events=found))
    (line,) = tally.report("test", "").misses
    assert line.startswith("missed   port-001: CONSULT planned KEN/GOV + UGA/GOV -> -: ")
    assert events.WRONG[0] == "missed"
