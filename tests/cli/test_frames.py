from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Call = Callable[..., Any]
HEAD = "lemma\tclass\ttype\tmode\timplies\tneeds\texample\tnear_miss\n"
GOOD = "pillory\tblame\tACCUSE\t\t\t\t{S:The senator} pilloried {T:the bank}.\tThe pillory stood in the square.\n"
BAD = "pillory\tblame\tACCUSE\t\t\t\t{S:The senator} praised {T:the bank}.\t\n"


def test_frames_of_ones_own_are_tried_on_their_own_examples(onrecord: Call, tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    file.write_text(HEAD + GOOD)
    good = onrecord("frames", "check", file)
    assert (good.code, good.out) == (0, "")
    assert "1 frame checked: 0 faults" in good.err
    file.write_text(HEAD + BAD)
    bad = onrecord("frames", "check", file)
    assert bad.code == 1
    assert bad.out.startswith("mine.tsv:2: ")
    assert "does not match its example" in bad.out


def test_a_faulty_frames_file_is_told_with_its_line(onrecord: Call, tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    file.write_text(HEAD + GOOD.replace("blame", "no-such-class"))
    ran = onrecord("frames", "check", file)
    assert ran.code == 2
    assert "mine.tsv" in ran.err and "no-such-class" in ran.err


def test_frames_can_be_looked_up(onrecord: Call) -> None:
    out = onrecord("frames", "list", "accuse").out
    assert out
    assert all("accuse" in line.lower() for line in out.splitlines())


def test_frames_are_listed_by_type(onrecord: Call) -> None:
    ids = [line.split("\t")[0] for line in onrecord("frames", "list", "--type", "mobilize").out.splitlines()]
    assert ids and all(one.endswith(".mobilize") for one in ids)
    assert onrecord("frames", "list", "--type", "WIBBLE").code == 2


def test_what_no_frame_covers_is_shown_with_the_share(onrecord: Call, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "The army wallpapered the barracks on Monday, and the police arrested two journalists there.\n"
        "On Tuesday the army wallpapered the officers' mess, and nobody in the town was told why that was so.\n"
    )
    ran = onrecord("frames", "coverage", page)
    assert ran.code == 0
    count, pos, lemma, known, example = ran.out.splitlines()[0].split("\t")
    assert (count, pos, lemma, known) == ("2", "verb", "wallpaper", "-")
    assert example.startswith("The army wallpapered")
    assert "predicates with public actors" in ran.err


def test_a_page_that_cannot_be_read_does_not_stop_the_count(onrecord: Call, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(
        "The army wallpapered the barracks on Monday, said the general in the hall of the town.\n"
    )
    ran = onrecord("frames", "coverage", tmp_path)
    assert ran.code == 1 and "wallpaper" in ran.out and "a.txt" in ran.err
