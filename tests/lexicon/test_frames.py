from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from onrecord.errors import LexiconError
from onrecord.lexicon.codebook import load_codebook
from onrecord.lexicon.frames import Frame, load_classes, load_frames

HEADER = "lemma\tclass\ttype\tmode\timplies\tneeds\texample\tnear_miss"
MARK = re.compile(r"\{([STACOG]):([^{}]+)\}")


@pytest.fixture(scope="module")
def frames() -> tuple[Frame, ...]:
    return load_frames().frames


def write(folder: Path, *rows: str, header: str = HEADER) -> Path:
    file = folder / "mine.tsv"
    file.write_text("\n".join(["# my own frames", header, *rows]) + "\n", encoding="utf-8")
    return file


def test_all_sixteen_types_can_be_found_by_verbs_and_by_nouns(frames: tuple[Frame, ...]) -> None:
    every = set(load_codebook().types)
    assert {frame.type for frame in frames if frame.cls.pos == "verb"} - {None} == every
    assert {frame.type for frame in frames if frame.cls.pos == "noun"} - {None} == every


def test_the_packaged_lexicon_holds_enough_of_each_part_of_speech(frames: tuple[Frame, ...]) -> None:
    counts = Counter(frame.cls.pos for frame in frames)
    assert counts["verb"] >= 900
    assert counts["noun"] >= 250
    assert counts["adjective"] >= 40
    assert counts["adverb"] >= 4
    assert counts["preposition"] >= 3


def test_types_and_modes_are_those_of_the_codebook(frames: tuple[Frame, ...]) -> None:
    types = load_codebook().types
    wrong = [f.where for f in frames if f.type is not None and f.type not in types]
    assert wrong == []
    loose = [f.where for f in frames if f.mode is not None and (f.type is None or f.mode not in types[f.type].modes)]
    assert loose == []


def test_each_entry_has_an_example_whose_marks_are_well_formed(frames: tuple[Frame, ...]) -> None:
    broken = [f.where for f in frames if not f.example or re.search(r"[{}]", MARK.sub("", f.example))]
    assert broken == []


def test_an_example_marks_only_roles_that_its_class_has(frames: tuple[Frame, ...]) -> None:
    names = {"S": "source", "T": "target", "A": "addressee", "C": "content", "O": "object", "G": "against"}
    strange = [
        (f.where, letter)
        for f in frames
        for letter, _ in MARK.findall(f.example)
        if names[letter] not in f.cls.roles and not (letter == "C" and f.cls.attitude)
    ]
    assert strange == []


def test_a_near_miss_is_another_sentence_than_the_example(frames: tuple[Frame, ...]) -> None:
    same = [f.where for f in frames if f.near_miss and f.near_miss == MARK.sub(r"\2", f.example)]
    assert same == []
    assert [f.where for f in frames if MARK.search(f.near_miss)] == []


def test_no_two_entries_ask_for_exactly_the_same(frames: tuple[Frame, ...]) -> None:
    keys = Counter((f.lemma, f.particles, f.cls.pos, frozenset(f.needs), f.cls.name, f.type) for f in frames)
    assert [key for key, count in keys.items() if count > 1] == []


def test_american_and_british_spellings_stand_side_by_side(frames: tuple[Frame, ...]) -> None:
    lemmas = {(f.lemma, f.cls.name) for f in frames}
    for british, american in (("criticise", "criticize"), ("apologise", "apologize"), ("mobilise", "mobilize")):
        assert {name for lemma, name in lemmas if lemma == british} == {
            name for lemma, name in lemmas if lemma == american
        }


def test_operators_all_say_what_they_imply(frames: tuple[Frame, ...]) -> None:
    kinds = {"operator", "operator-on", "noun-operator", "adj-operator", "set-to"}
    assert [f.where for f in frames if f.cls.name in kinds and f.implies is None] == []


@pytest.mark.parametrize(
    ("lemma", "implies"),
    [("manage", "actual"), ("fail", "negated"), ("try", "possible"), ("avoid", "negated"), ("need", "demanded")],
)
def test_an_operator_gives_its_status_to_what_is_embedded(lemma: str, implies: str) -> None:
    every = [f for f in load_frames().lookup(lemma, "verb") if f.cls.name == "operator"]
    found = [f for f in every if not any(need.lemmas for need in f.needs)]  # whatever is embedded
    assert found
    assert {f.implies for f in found} == {implies}


def test_the_entry_with_more_needs_is_tried_first() -> None:
    for lemma in ("meet", "fire", "strike", "withdraw"):
        asked = [frame.specificity for frame in load_frames().lookup(lemma, "verb")]
        assert len(asked) > 1
        assert asked == sorted(asked, reverse=True)


def test_a_word_that_nobody_entered_gives_no_frames() -> None:
    assert load_frames().lookup("zzyzx", "verb") == ()
    assert load_frames().lookup("accuse", "noun") == ()


def test_a_plain_denial_is_no_event_but_marks_what_it_denies() -> None:
    plain = [frame for frame in load_frames().lookup("deny", "verb") if frame.cls.name == "deny"]
    assert plain
    assert all(frame.type is None and frame.cls.denies and frame.implies == "negated" for frame in plain)


def test_a_users_entry_wins_over_a_packaged_one_that_asks_for_as_much(tmp_path: Path) -> None:
    own = load_frames(write(tmp_path, "resign\tact-alone\tCONCEDE\t\t\t\t{S:The mayor} resigned.\t"))
    assert own.lookup("resign", "verb")[0].type == "CONCEDE"
    assert own.lookup("resign", "verb")[0].where == "mine.tsv:3"
    assert load_frames().lookup("resign", "verb")[0].type == "RETREAT"


def test_a_users_entry_adds_a_word_with_particles_and_needs(tmp_path: Path) -> None:
    needs = "subj~actor !obj prep:to=junta|regime"
    row = f"cosy up to\tact-prep\tSUPPORT\t\t\t{needs}\t{{S:The trader}} cosied up to the junta.\t"
    frame = load_frames(write(tmp_path, row)).lookup("cosy", "verb")[0]
    assert frame.particles == ("up", "to")
    assert [(n.slot, n.absent, n.test) for n in frame.needs] == [
        ("subj", False, "actor"),
        ("obj", True, None),
        ("prep:to", False, None),
    ]
    assert frame.needs[2].lemmas == {"junta", "regime"}
    assert frame.id == "cosy_up_to.act-prep.support"


def test_columns_may_stand_in_another_order_and_a_dash_is_nothing(tmp_path: Path) -> None:
    file = write(tmp_path, "say\tmurmur\t{S:He} murmured.\t-", header="class\tlemma\texample\ttype")
    frame = load_frames(file).lookup("murmur", "verb")[0]
    assert (frame.cls.name, frame.type, frame.near_miss) == ("say", None, "")


def test_all_faulty_lines_are_reported_at_once_with_file_and_line(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        "nag\tno-such-class\t\t\t\t\tShe nagged.\t",
        "moan\tsay\t\t\tmaybe\t\tShe moaned.\t",
        "sulk\tsay\t\t\t\tsideways\tShe sulked.\t",
        "whine\tsay\t\t\t\tsubj~purple\tShe whined.\t",
        "hum\tsay\t\t\t\t\tShe hummed.\t",
    )
    with pytest.raises(LexiconError) as raised:
        load_frames(file)
    lines = str(raised.value).split("\n")
    assert [line.split(": ")[0] for line in lines] == ["mine.tsv:3", "mine.tsv:4", "mine.tsv:5", "mine.tsv:6"]
    for line, word in zip(lines, ("no-such-class", "maybe", "sideways", "purple"), strict=True):
        assert word in line


def test_a_header_without_a_needed_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="mine.tsv:2: the header lacks class, example"):
        load_frames(write(tmp_path, "nag\tx", header="lemma\ttype"))


def test_a_file_that_is_not_there_says_what_to_give(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read .*; give a TSV file of frames"):
        load_frames(tmp_path / "gone.tsv")


def test_every_class_is_used_by_an_entry(frames: tuple[Frame, ...]) -> None:
    assert set(load_classes()) - {frame.cls.name for frame in frames} == set()


def test_each_packaged_file_names_its_source_and_licence(root: Path) -> None:
    for file in sorted((root / "src/onrecord/data/frames").iterdir()):
        head = "\n".join(line for line in file.read_text(encoding="utf-8").split("\n")[:6] if line.startswith("#"))
        assert "Source:" in head, file.name
        assert "Licence:" in head, file.name


def test_a_group_stands_for_its_words(tmp_path: Path) -> None:
    extra = tmp_path / "own.tsv"
    extra.write_text(
        "lemma\tclass\ttype\tneeds\texample\nzap\tact-on\tASSAULT\tobj=@vehicle|kite\tRebels zapped a bus.\n"
    )
    (frame,) = load_frames(extra).lookup("zap", "verb")
    assert {"bus", "kite"} <= frame.needs[0].lemmas


def test_a_group_that_is_not_there_is_named(tmp_path: Path) -> None:
    extra = tmp_path / "own.tsv"
    extra.write_text("lemma\tclass\ttype\tneeds\texample\nzap\tact-on\tASSAULT\tobj=@nothing\tRebels zapped a bus.\n")
    with pytest.raises(LexiconError, match="no group is named 'nothing'"):
        load_frames(extra)
