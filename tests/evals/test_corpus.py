from __future__ import annotations

from datetime import date
from pathlib import Path

import corpus_check
import pytest
from corpus_read import Fault, read_text

import corpus
from corpus import Passage, Side, Site

HEAD = """=== rain-001
topic: weather
country: KEN
style: agency
published: 2019-04-12
split: dev
"""
TEXT = """# [3s Minister]: [3c [e1s police] [e1t held] nine]
NAIROBI — [1s Governor Amina Otieno] [1q said] [e1w on Thursday] that [1c it had “rained” all day].
[2c “Nobody was harmed,”] [2s she] [2q told] [2a reporters]. [2c “They will be home tonight.”]
"""
NOTES = """1 mixed says speaker="Amina Otieno" country=KEN sector=GOV capacity=official
2 direct says speaker="Amina Otieno" country=KEN sector=GOV capacity=official replies=1 about="rain|roads" when=2019-04
3 indirect says speaker="?" country=- sector=GOV capacity=unnamed
e1 COERCE arrest actual by=3 source=KEN/COP when=2019-04-08..2019-04-11 arrested=9
"""


def given(text: str = TEXT, notes: str = NOTES, head: str = HEAD) -> str:
    return f"{head}--- text\n{text}--- notes\n{notes}"


def faults(text: str = TEXT, notes: str = NOTES, head: str = HEAD) -> list[str]:
    return [str(fault) for fault in corpus_check.check(read_text(given(text, notes, head), "a.txt"))]


@pytest.fixture
def passage(tmp_path: Path) -> Passage:
    (tmp_path / "a.txt").write_text(given(), encoding="utf-8")
    (one,) = corpus.load(tmp_path)
    return one


def shown(passage: Passage, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [passage.text[start:end] for start, end in spans]


def test_the_text_is_what_a_reader_sees_and_a_headline_is_a_title(passage: Passage) -> None:
    assert "[" not in passage.text
    assert [(block.kind, passage.text[block.start : block.end][:16]) for block in passage.blocks] == [
        ("title", "Minister: police"),
        ("paragraph", "NAIROBI — Govern"),
        ("paragraph", "“Nobody was harm"),
    ]


def test_statements_stand_where_they_are_marked_and_lose_their_outer_quotation_marks(passage: Passage) -> None:
    first, second, headline = passage.statements
    assert shown(passage, first.content) == ["it had “rained” all day"]
    assert shown(passage, second.content) == ["Nobody was harmed,", "They will be home tonight."]
    assert (shown(passage, second.speaker), shown(passage, second.addressee)) == (["she"], ["reporters"])
    assert (second.speakers, second.countries, second.sectors) == (("Amina Otieno",), ("KEN",), ("GOV",))
    assert (second.replies, second.about) == (("1",), ("rain", "roads"))
    assert second.when == (date(2019, 4, 1), date(2019, 4, 30))
    assert (headline.speakers, headline.countries, headline.cue) == ((), (), ())


def test_events_have_their_parties_and_their_days(passage: Passage) -> None:
    (event,) = passage.events
    assert (event.type, event.mode, event.status, event.by) == ("COERCE", "arrest", "actual", "3")
    assert (event.sources, event.targets) == ((Side("KEN", "COP"),), ())
    assert event.when == (date(2019, 4, 8), date(2019, 4, 11))
    assert [(role, passage.text[a:b]) for role, a, b in event.words] == [("w", "on Thursday")]


@pytest.mark.parametrize(
    ("noted", "site"),
    [
        ('place="Nairobi, KEN"', Site("Nairobi", "KEN")),
        ('place="Nairobi, -"', Site("Nairobi", None)),
        ("place=KEN", Site("", "KEN")),
        ("dead=1", None),
    ],
)
def test_an_event_has_the_place_that_its_note_names(tmp_path: Path, noted: str, site: Site | None) -> None:
    (tmp_path / "a.txt").write_text(given(notes=NOTES.replace("arrested=9", noted)), encoding="utf-8")
    (one,) = corpus.load(tmp_path)
    assert [event.place for event in one.events] == [site]


@pytest.mark.parametrize(
    ("marked", "bare"),
    [
        ("“A day,”", "A day,"),
        ("“A day”,", "A day"),
        ("“A” and “B”", "“A” and “B”"),
        ("it was “a day”", "it was “a day”"),
        ("“A day goes on", "A day goes on"),
        ("and ends here.”", "and ends here."),
        ('"A day"', "A day"),
        ('"A" and "B"', '"A" and "B"'),
        ("‘It’s a day’", "It’s a day"),
        ("‘A’ and ‘B’", "‘A’ and ‘B’"),
        ("« Un jour »", "Un jour"),
        ("„Ein Tag“", "Ein Tag"),
        ("“He said ‘no’ twice.”", "He said ‘no’ twice."),
        ("rain", "rain"),
    ],
)
def test_only_quotation_marks_around_the_whole_are_dropped(marked: str, bare: str) -> None:
    start, end = corpus.unquoted(f"x {marked} y", 2, 2 + len(marked))
    assert f"x {marked} y"[start:end] == bare


def test_a_bracket_of_the_passage_itself_is_kept() -> None:
    (raw,) = read_text(given("It [1q said] [1c “\\[sic\\] rain”].\n", NOTES.splitlines()[0]), "a.txt")
    assert raw.text == "It said “[sic] rain”."


def test_a_sound_passage_has_no_fault() -> None:
    assert faults() == []


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("[1s It [1q said] [1c rain].\n", 8, "mark 1s is not closed"),
        ("It] [1q said] [1c rain].\n", 8, "a ] closes nothing"),
        ("[1s It] [1q said] [1c rain] [sic].\n", 8, "a [ without key"),
        ("[1s It] [1q said] [1z rain].\n", 8, "no such key: 1z"),
        ("[1s It] [1q said] [1c ].\n", 8, "mark 1c is empty"),
        ("[1s It] [1q said] [1c rain] and [4c snow].\n", 8, "4 is marked and not noted"),
        ("[1s It] [1q said] rain.\n", 10, "1: no content marked"),
    ],
)
def test_a_fault_in_the_marks_names_its_line(text: str, line: int, what: str) -> None:
    found = faults(text, NOTES.splitlines()[0] + "\n")
    assert any(one.startswith(f"a.txt:{line}: rain-001: {what}") for one in found), found


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("mixed says", "mixed shouts", "attitude shouts is none of"),
        ("mixed says", "spoken says", "form spoken is none of"),
        ("country=KEN sector", "country=KEX sector", "KEX is no ISO 3166"),
        ("sector=GOV", "sector=GOVT", "sector= GOVT is none of"),
        ("capacity=official", "capacity=boss", "capacity= boss is none of"),
        ('speaker="Amina Otieno" ', "", "1: no speaker="),
        ("replies=1", "replies=7", "replies=7 leads nowhere"),
        ("replies=1", "act=1", "act=1 is the wrong kind"),
        ("replies=1", "denies=e4", "denies=e4 leads nowhere"),
        ("replies=1", "mood=1", "unknown field mood="),
        ("when=2019-04\n", "when=2019-13\n", "when=2019-13 is no date"),
        ("2019-04-08..", "2019-04-31..", "is no date"),
        ("arrested=9", 'arrested=9 place="Nairobi, KEX"', "KEX is no ISO 3166"),
        ("arrested=9", 'arrested=9 place="Mombasa, KEN"', "the passage does not name Mombasa"),
        ("arrested=9", "arrested=9 place=-", "tells neither a name nor a country"),
        ("COERCE arrest", "COERCE demo", "mode of COERCE demo is none of"),
        ("COERCE arrest", "COERCED arrest", "type COERCED is none of"),
        ("arrest actual", "arrest real", "status real is none of"),
        ("by=3", "by=outlet", "its trigger stands in the content of 3"),
        ("by=3", "by=9", "by=9 leads nowhere"),
        ("source=KEN/COP ", "", "neither source= nor target="),
        ("source=KEN/COP", "source=KEN", "is not COUNTRY/SECTOR"),
        ("3 indirect", "2 indirect", "2 is noted twice"),
    ],
)
def test_a_fault_in_the_notes_is_found(old: str, new: str, what: str) -> None:
    assert old in NOTES
    assert any(what in one for one in faults(notes=NOTES.replace(old, new, 1))), faults(
        notes=NOTES.replace(old, new, 1)
    )


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("2019-04-12", "2019-02-30", "published: 2019-02-30 is no date"),
        ("split: dev", "split: trial", "split: trial is none of"),
        ("country: KEN", "country: Kenya", "Kenya is no ISO 3166"),
        ("topic: weather\n", "", "no topic:"),
        ("split: dev", "split: dev\nevents: none", "events: none, but there are events"),
    ],
)
def test_a_fault_in_the_header_is_found(old: str, new: str, what: str) -> None:
    assert any(what in one for one in faults(head=HEAD.replace(old, new)))


def test_two_statements_may_not_have_one_content() -> None:
    text = "[1s It] [1q said], and [2q wrote], that [1c [2c rain comes]].\n"
    notes = "".join(f'{n} indirect says speaker="?" country=- sector=UNK capacity=unnamed\n' for n in (1, 2))
    assert any("2: its content is that of 1" in one for one in faults(text, notes))


def test_a_saying_inside_another_must_say_so() -> None:
    text = "[1s It] [1q said] that [1c [2s he] had [2q said] that [2c rain comes]].\n"
    note = '{} indirect says speaker="?" country=- sector=UNK capacity=unnamed{}\n'
    assert faults(text, note.format(1, "") + note.format(2, " within=1")) == []
    assert any(
        "no within=, but its cue stands in the content of 1" in one
        for one in faults(text, note.format(1, "") + note.format(2, ""))
    )


def test_names_and_long_runs_of_words_may_not_be_shared(tmp_path: Path) -> None:
    raws = read_text(given() + given(), "a.txt")
    found = [fault.what for fault in corpus_check.check(raws)]
    assert any(what.startswith("the name stands already") for what in found)
    again = given(head=HEAD.replace("001", "002"))
    assert any(
        "words shared with rain-001" in fault.what for fault in corpus_check.check(read_text(given() + again, "a.txt"))
    )
    (tmp_path / "b.jsonl").write_text(
        '{"text": "Governor Amina Otieno said on Thursday that it had \\u201crained\\u201d all day, or so."}',
        encoding="utf-8",
    )
    shared: list[Fault] = corpus_check.check(read_text(given(), "a.txt"), tmp_path)
    assert any("b.jsonl" in fault.what for fault in shared)


def test_faulty_passages_stop_the_loader_and_are_left_out_of_measures(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    bad = given(notes=NOTES.replace("by=3", "by=9"), head=HEAD.replace("001", "002").replace("weather", "roads"))
    path.write_text(given() + bad.replace("rained", "snowed").replace("Nobody", "No one"), encoding="utf-8")
    with pytest.raises(ValueError, match="by=9 leads nowhere"):
        corpus.load(path)
    passages, left = corpus.sound([path])
    assert ([one.name for one in passages], left) == (["rain-001"], 1)


def test_counts_name_every_kind(passage: Passage) -> None:
    lines = corpus.stats([passage])
    assert lines[0] == "1 passages, 29 words, 3 statements, 0 not said, 1 events"
    assert "statements by form: mixed 1, direct 1, indirect 1" in lines
    assert "events by type: COERCE 1" in lines
    assert "events with: day 1, figures 1, voice 1" in lines
