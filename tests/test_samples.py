from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import pytest

from onrecord.read import pages, read
from onrecord.schema import READ_KINDS, Document, PageFault

FOLDER = Path(str(files("onrecord"))) / "data" / "samples"
PAGES = sorted(path.name for path in FOLDER.iterdir() if path.suffix in (".txt", ".html"))
DATED = [name for name in PAGES if re.match(r"\d{4}-\d\d-\d\d-", name)]
UNDATED = [name for name in PAGES if name.startswith("undated-")]

NOT_THE_ARTICLE = {
    "2018-03-22-kigali-trade-area.txt": ["What tariffs are", "Share this"],
    "2018-06-17-prespa.html": ["cookies", "Lakes of the Balkans", "Imprint"],
    "2021-02-16-local-flood.txt": ["Photo: the Mill Bridge", "Bus line 4", "Choir looks"],
    "2021-03-11-denial.html": ["Seven dead at Hadrin Dam", "All rights reserved"],
    "2021-05-26-crossing-closed.txt": [
        "About time!",
        "who will buy my eels",
        "ran out of ideas",
        "Five things to know",
        "Eel prices",
        "cookie policy",
        "A lorry turns round",
    ],
    "2021-06-09-council.html": ["nobody moved an inch", "one for each frog", "Log in"],
    "2021-07-14-agreement.html": ["Subscribers may reprint"],
    "2021-07-15-reprint.txt": ["Ferry to Brask", "brigade to leave"],
    "undated-asmara.txt": ["Skip to main content", "Sitemap"],
    "undated-mediation.txt": ["few words, long dinner", "count the fish"],
}
"""Words of comments, links, captions and furniture, by page."""

TITLES = {
    "2018-06-17-prespa.html": "Greece and Macedonia sign accord on name",
    "2021-03-09-agency-dam-attack.txt": "Teldor shelters Grey Banner, says Sarvonian minister after attack on dam site",
    "2021-03-11-denial.html": "Teldor denies sheltering Grey Banner, offers joint patrols",
    "2021-04-18-interview.txt": "'Show us the photographs and we will search every barn'",
    "2021-05-26-crossing-closed.txt": "Sarvonia closes Lower Vessa crossing, recalls ambassador",
    "2021-07-15-reprint.txt": "Joint patrols in the strip: neighbours strike deal in Lunsee",
    "undated-mediation.txt": "Quellar works behind closed doors on Vessa deal, diplomats say",
}


@lru_cache
def document(name: str) -> Document:
    (page,) = pages([str(FOLDER / name)])
    assert not isinstance(page, PageFault)
    return read(page)


def article(name: str) -> Iterator[str]:
    one = document(name)
    return (one.text[block.start : block.end] for block in one.blocks if block.kind in READ_KINDS)


def test_there_are_pages_of_all_formats_and_they_are_small() -> None:
    assert len(PAGES) >= 10
    assert {Path(name).suffix for name in PAGES} == {".txt", ".html"}
    assert len(UNDATED) >= 2
    assert sum((FOLDER / name).stat().st_size for name in PAGES) < 60_000


def test_the_readme_lists_every_page_and_states_the_licence() -> None:
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([^`]+)`", text, flags=re.MULTILINE) == PAGES
    assert "written for onrecord" in text
    assert "CC0" in text


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_read_and_has_a_title(name: str) -> None:
    one = document(name)
    assert one.unread is None
    assert one.title is not None
    assert sum(len(text) for text in article(name)) > 900


@pytest.mark.parametrize("name", DATED)
def test_the_date_on_the_page_is_found(name: str) -> None:
    published = document(name).published
    assert published is not None
    assert (published.earliest, published.latest) == (date.fromisoformat(name[:10]),) * 2


@pytest.mark.parametrize("name", UNDATED)
def test_a_page_that_states_no_date_stays_undated(name: str) -> None:
    assert document(name).published is None


@pytest.mark.parametrize("name", sorted(NOT_THE_ARTICLE))
def test_comments_links_and_furniture_are_not_the_article(name: str) -> None:
    text = "\n".join(article(name))
    assert [words for words in NOT_THE_ARTICLE[name] if words in text] == []


@pytest.mark.parametrize(("name", "title"), sorted(TITLES.items()))
def test_the_headline_is_the_title(name: str, title: str) -> None:
    found = document(name).title
    assert found is not None
    assert found.text == title


def test_a_question_and_its_answer_are_both_read() -> None:
    text = "\n".join(article("2021-04-18-interview.txt"))
    assert "Do you agree with him?" in text
    assert "There was a camp, in 2017, and we closed it." in text
