"""The colours can be told apart by everybody: WCAG 2.2 AA, in light and in dark."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

STYLE = files("onrecord.web").joinpath("static/style.css").read_text(encoding="utf-8")
LIGHT, DARK = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part)) for part in STYLE.split("@media", 2)[:2])
GROUNDS = ("paper", "raised")
PAIRS = [
    *((ink, ground) for ink in ("ink", "quiet", "link", "conflict") for ground in GROUNDS),
    *(("ink", ground) for ground in ("said", "done", "party", "hit")),
    ("quiet", "said"),
    ("paper", "link"),
]


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", (LIGHT, DARK), ids=("light", "dark"))
@pytest.mark.parametrize("pair", PAIRS, ids="-on-".join)
def test_text_stands_out_from_its_ground(colours: dict[str, str], pair: tuple[str, str]) -> None:
    ink, ground = (colours[name] for name in pair)
    assert contrast(ink, ground) >= 4.5


def test_every_colour_is_one_of_those() -> None:
    desk = files("onrecord.web").joinpath("static/review.css").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9a-f]{3,8}\b|rgb|hsl", desk) == []
    assert set(re.findall(r"var\(--([\w-]+)\)", desk)) <= set(LIGHT) & set(DARK)


def test_nothing_is_fetched_from_elsewhere() -> None:
    static = files("onrecord.web").joinpath("static")
    for name in ("style.css", "walk.js", "review.css", "review.js"):
        assert not re.search(r"url\(|@import|https?:|fetch\(", static.joinpath(name).read_text(encoding="utf-8"))
