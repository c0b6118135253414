"""Each kind of page shows what is on record, in words that claim no more than the pages do."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.web import said
from tests.web.conftest import entry_id, hostile, plain

SAID = plain().statements[0].id
POSSIBLE = plain().events[0].id
DOC = plain().document.doc
LISTS = ("/entries", "/pages", "/actors", "/stories", "/timeline", "/positions", "/disputes", "/dyads")
QUOTED = "/quote?words=an+agreement+on+the+ceasefire+is+near"
PAGES = (
    "/",
    *LISTS,
    "/quote",
    QUOTED,
    "/glossary",
    f"/page/{DOC}",
    f"/entry/{SAID}",
    f"/entry/{POSSIBLE}",
    "/actor/c:NOR",
)
VOID = {"meta", "link", "input", "br", "img", "hr"}


class Structure(HTMLParser):
    """Checks that tags close in order; gathers headings, ids, references and form fields."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.refs: list[str] = []
        self.fields: list[str] = []
        self.labels: list[str] = []
        self.attributes: set[str] = set()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.attributes |= set(given)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        self.refs += [given[name] or "" for name in ("aria-labelledby",) if name in given]
        self.refs += [given["href"][1:] for _ in (1,) if (given.get("href") or "").startswith("#")]  # type: ignore[index]
        if tag in ("input", "select") and given.get("type") != "hidden":
            self.fields.append(given.get("id") or "")
        if tag == "label":
            self.labels.append(given.get("for") or "")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def structure(html: str) -> Structure:
    parsed = Structure()
    parsed.feed(html)
    assert parsed.open == []
    return parsed


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_sound_and_can_be_walked_by_keyboard_and_screen_reader(browser: TestClient, address: str) -> None:
    answer = browser.get(address)
    assert answer.status_code == 200
    parsed = structure(answer.text)
    assert parsed.headings[0] == 1 and parsed.headings.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in zip(parsed.headings, parsed.headings[1:], strict=False))
    assert len(parsed.ids) == len(set(parsed.ids))
    assert set(parsed.refs) <= set(parsed.ids)
    assert sorted(parsed.fields) == sorted(parsed.labels)
    assert {"main", "nav", "header", "footer"} <= parsed.tags
    assert 'lang="en"' in answer.text and "<title>" in answer.text


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_no_inline_script_style_or_handler(browser: TestClient, address: str) -> None:
    html = browser.get(address).text
    parsed = structure(html)
    assert not [name for name in parsed.attributes if name.startswith("on") or name == "style"]
    assert "style" not in parsed.tags
    assert all(
        re.fullmatch(r'<script src="/static/[a-z]+\.js" defer>', one) for one in re.findall(r"<script[^>]*>", html)
    )


@pytest.mark.parametrize("address", LISTS)
def test_csv_and_json_hold_exactly_the_rows_of_the_page(browser: TestClient, address: str) -> None:
    rows = browser.get(f"{address}.json").json()["rows"]
    table = list(csv.DictReader(io.StringIO(browser.get(f"{address}.csv").text)))
    assert len(table) == len(rows)
    for one, other in zip(table, rows, strict=True):
        assert list(one) == list(other)
        for name, value in other.items():
            assert one[name].removeprefix("'") == ("" if value is None else str(value))
    page = text_of(browser.get(address).text)
    if address in ("/positions", "/disputes"):
        return
    for row in rows:
        for value in row.values():
            if isinstance(value, str):
                assert " ".join(value.split()).replace("\u202e", "[U+202E]").replace("\u202c", "[U+202C]") in page


def test_home_says_how_much_there_is_and_what_is_missing(browser: TestClient) -> None:
    page = text_of(browser.get("/").text)
    assert "Undated pages: 1" in page and "Not read for entries: 0" in page and "Steps that failed: 0" in page
    assert "Norland → Westport" in page


def test_entries_are_narrowed_by_every_facet(browser: TestClient) -> None:
    def ids(query: str) -> list[str]:
        return [row["id"] for row in browser.get(f"/entries.json?{query}").json()["rows"]]

    assert len(ids("")) == 4
    assert ids("status=possible") == [POSSIBLE]
    assert set(ids("kind=statement")) == {SAID, hostile().statements[0].id}
    assert len(ids("type=ASSAULT")) == 2
    assert ids("country=SUD") == [SAID]
    assert set(ids("month=2021-03")) == {one.id for one in hostile().entries}
    assert len(ids("outlet=The+%3COrlan%3E+Post")) == 4
    assert POSSIBLE not in ids("word=outlet")


def test_facets_lead_to_narrower_lists_and_back(browser: TestClient) -> None:
    html = browser.get("/entries?search=agreement").text
    assert 'href="/entries?search=agreement&amp;kind=statement"' in html
    chosen = browser.get("/entries?search=agreement&kind=statement").text
    assert 'href="/entries?search=agreement" aria-current="true"' in chosen


def test_what_is_searched_for_is_marked(browser: TestClient) -> None:
    html = browser.get('/entries?search="ceasefire is" agree*').text
    assert '<mark class="hit">ceasefire is</mark>' in html and '<mark class="hit">agreement</mark>' in html


def test_an_event_that_is_only_possible_is_told_as_possible(browser: TestClient) -> None:
    rows = {row["id"]: row["standing"] for row in browser.get("/entries.json").json()["rows"]}
    assert rows[POSSIBLE] == "possible, according to The <Orlan> Post"
    assert rows[entry_id(f"e{hostile().document.doc}shelled")] == "presented by The <Orlan> Post as having happened"
    assert rows[SAID] == "said, according to The <Orlan> Post"


def test_what_is_nobodys_own_word_is_not_put_on_the_outlet() -> None:
    assert said.standing_of("actual", "outlet", None, "The Post") == "presented by The Post as having happened"
    assert said.standing_of("actual", "unnamed", None, "The Post") == (
        "presented as having happened, by an unnamed source's word"
    )
    assert said.standing_of("negated", "own_side", "Norland", "The Post").endswith("according to Norland")


def test_a_page_marks_its_entries_in_place_with_notes_beside_them(browser: TestClient) -> None:
    html = browser.get(f"/page/{DOC}").text
    assert '<mark class="content">an agreement on the ceasefire is near</mark>' in html
    assert '<mark class="cue">said</mark>' in html and '<mark class="trigger">shell</mark>' in html
    assert f'id="e-{SAID}" href="#n-{SAID}"' in html and f'id="n-{SAID}"' in html
    assert "Sudland – said said, according to The <Orlan> Post" in text_of(html)
    assert "title" in text_of(html) and "paragraph" in text_of(html)


def test_an_entry_shows_why_it_is_on_record(browser: TestClient) -> None:
    page = text_of(browser.get(f"/entry/{SAID}").text)
    assert "The <Orlan> Post says so itself" in page
    assert "said so" in page and "test" in page and "0.90, of the speaker 0.95" in page
    assert "found in the table of known actors (test)" in page


def test_an_actor_shows_offices_entries_and_counterparts(browser: TestClient) -> None:
    page = text_of(browser.get("/actor/c:NOR").text)
    assert "mayor on 1 page" in page and "Westport" in page and "In entries together with" in page


def test_a_happening_shows_every_passage_that_tells_of_it(browser: TestClient) -> None:
    row = next(
        row
        for row in browser.get("/timeline.json").json()["rows"]
        if row["who"] == "Norland" and "shelled" in row["words"]
    )
    assert f'href="/happening/{row["id"]}"' in browser.get("/timeline").text
    html = browser.get(f"/happening/{row['id']}").text
    assert structure(html).headings == [1, 2]
    assert f"/entry/{hostile().events[0].id}" in html and "presented by an outlet itself as having happened" in html
    assert browser.get("/happening/ffff").status_code == 404


def test_pasted_words_are_looked_up(browser: TestClient) -> None:
    html = browser.get(QUOTED).text
    assert "1–1 of 1" in html and "word for word" in html and f"/entry/{SAID}" in html
    row = browser.get(QUOTED.replace("?", ".json?")).json()["rows"][0]
    assert (row["speaker"], row["doc"], row["published"]) == ("Sudland", DOC, "undated")
    assert "Nothing on record meets this" in browser.get("/quote?words=nobody+ever+said+anything+like+it").text
    assert "Nothing on record" not in browser.get("/quote").text


def test_the_glossary_has_every_type_and_status(browser: TestClient) -> None:
    html = browser.get("/glossary").text
    assert 'id="ASSAULT"' in html and 'id="status-counterfactual"' in html


def test_a_record_that_was_not_derived_says_what_to_run(tmp_path: Path) -> None:
    from onrecord.web import application
    from tests.web.conftest import put

    path = tmp_path / "new.onrecord"
    put(path, plain())
    fresh = TestClient(application(path), base_url="http://127.0.0.1")
    assert "onrecord derive new.onrecord" in fresh.get("/").text
    answer = fresh.get("/timeline")
    assert answer.status_code == 400 and "onrecord derive new.onrecord" in text_of(answer.text)
    assert str(tmp_path) not in answer.text


def test_a_list_of_entries_comes_in_the_order_and_with_the_columns_that_are_asked_for(browser: TestClient) -> None:
    days = [row["published"] for row in browser.get("/entries.json?sort=newest").json()["rows"]]
    assert days == ["2021-03-11", "2021-03-11", "undated", "undated"]
    rows = browser.get("/entries.json?column=who&column=status").json()["rows"]
    assert {tuple(row) for row in rows} == {("who", "status")}
    assert browser.get("/entries.json?column=who,status").json()["rows"] == rows
    assert browser.get("/entries?column=colour").status_code == browser.get("/entries?sort=best").status_code == 400
