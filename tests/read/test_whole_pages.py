"""Whole pages of many kinds, each line with the label that a person gives it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.read import read
from onrecord.schema import Document, Page

PAGES = Path(__file__).with_name("whole") / "pages.txt"
KINDS = {
    "T": {"title"},
    "B": {"byline", "date"},
    "D": {"date"},
    "L": {"dateline", "paragraph"},
    "P": {"paragraph"},
    "P-": {"paragraph"},
    "S": {"subheading"},
    "K": {"caption"},
    "R": {"related"},
    "C": {"comment"},
    "F": {"furniture"},
    "O": {"related", "furniture"},
}


@dataclass(frozen=True)
class Whole:
    name: str
    said: dict[str, str]
    lines: list[tuple[str, str]]

    def text(self) -> tuple[str, list[tuple[str, int, int]]]:
        """The page as a dump, and each line's letter with its range."""
        text, places = "", []
        for (letter, own), (following, _) in zip(self.lines, [*self.lines[1:], ("", "")], strict=True):
            places.append((letter, len(text), len(text) + len(own)))
            text += own + ("\n" if following == "P-" else "\n\n")
        return text, places


def whole_pages() -> list[Whole]:
    found: list[Whole] = []
    for line in PAGES.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            said = dict(re.findall(r"(\w+)=(.*?)(?= \w+=|$)", line))
            found.append(Whole(line.split()[1], said, []))
        elif line and not line.startswith("#"):
            letter, _, own = line.partition(" ")
            found[-1].lines.append((letter, own))
    return found


def wrong(whole: Whole, found: Document) -> list[str]:
    """The lines that have another label than a person gives them."""
    out = []
    for letter, start, end in whole.text()[1]:
        kinds = {block.kind for block in found.blocks if block.start < end and start < block.end}
        if letter != "?" and (not kinds or kinds - KINDS[letter] or letter == "L" and len(kinds) < 2):
            out.append(f"{letter} {sorted(kinds)} {found.text[start:end]}")
    return out


@pytest.mark.parametrize("whole", whole_pages(), ids=lambda whole: whole.name)
def test_every_line_of_a_page_has_the_label_that_a_person_gives_it(whole: Whole) -> None:
    found = read(Page("page.txt", whole.text()[0].encode(), "text"))
    assert wrong(whole, found) == []
    assert found.text == whole.text()[0] and found.unread is None and all(block.why for block in found.blocks)
    said = {
        "byline": found.byline,
        "dateline": found.dateline,
        "credit": found.credit,
        "outlet": found.outlet,
    }
    for name, value in said.items():
        if name in whole.said:
            assert (value.text if value is not None else "-") == whole.said[name], name
    day = str(found.published.latest) if found.published is not None else "none"
    assert day == whole.said.get("published", day)
