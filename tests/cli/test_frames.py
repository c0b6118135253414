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
