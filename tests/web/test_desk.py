"""The review desk: decisions are kept at once and can be taken back, and nobody else's page can make them."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.responses import Response
from starlette.testclient import TestClient

from onrecord.schema import Block
from onrecord.store import Filter, SQLiteStore
from onrecord.web import application
from tests.web.conftest import hostile, plain, put
from tests.web.test_pages import structure, text_of

HERE = "http://localhost:8642"
SAID, POSSIBLE = plain().statements[0].id, plain().events[0].id
DOC, EVIL = plain().document.doc, hostile().document.doc


class Reviewer:
    """A browser with a reviewer in front of it."""

    def __init__(self, path: Path, name: str = "", **served: bool) -> None:
        self.browser = TestClient(application(path, **served), base_url=HERE, follow_redirects=False)
        self.path = path
        if name:
            self.see("/review")
            assert self.send("/review/reviewer", name=name, back="/review").status_code == 303

    def see(self, address: str) -> str:
        self.answer = self.browser.get(address, follow_redirects=True)
        return self.answer.text

    def send(self, address: str, origin: str | None = HERE, **fields: str) -> Response:
        found = re.search(r'name="token" value="([^"]+)"', self.answer.text)
        data = {"token": found[1] if found else "", **fields}
        return self.browser.post(address, data=data, headers={"origin": origin} if origin else {})  # type: ignore[return-value]

    def decide(self, verdict: str, **fields: str) -> str:
        """Decides on the entry of the screen, and gives the address of the next."""
        entry = re.search(r'name="entry" value="([^"]+)"', self.answer.text)
        back = re.search(r'name="back" value="([^"]+)"', self.answer.text)
        assert entry and back
        given = {"entry": entry[1], "back": unescape(back[1]), "verdict": verdict, **fields}
        answer = self.send("/review/judge", **given)
        assert answer.status_code == 303, text_of(
            bytes(answer.body if hasattr(answer, "body") else answer.content).decode()
        )
        return self.see(answer.headers["location"])

    def verdicts(self) -> list[tuple[str, str, str]]:
        with SQLiteStore(self.path, write=False) as store:
            return [(one.entry, one.verdict, one.by) for one in store.judgements()]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "desk.onrecord"
    put(made, hostile(), plain())
    return made


@pytest.fixture
def ada(path: Path) -> Reviewer:
    return Reviewer(path, "Ada Roy")


def current(html: str) -> str:
    found = re.search(r'name="entry" value="([^"]+)"', html)
    return found[1] if found else ""


SCREENS = (
    "/review", "/review/entry", f"/review/entry?id={SAID}", f"/review/entry?id={POSSIBLE}", "/review/entry?order=doubt",
    "/review/entry?order=differ", "/review/entry?type=AID", f"/review/page/{DOC}", f"/review/page/{EVIL}", "/review/pages",
    "/review/figures",
)  # fmt: skip


@pytest.mark.parametrize("address", SCREENS)
def test_a_screen_is_sound_and_can_be_walked_by_keyboard_and_screen_reader(ada: Reviewer, address: str) -> None:
    html = ada.see(address)
    assert ada.answer.status_code == 200
    parsed = structure(html)
    assert parsed.headings[0] == 1 and parsed.headings.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in zip(parsed.headings, parsed.headings[1:], strict=False))
    assert len(parsed.ids) == len(set(parsed.ids)) and set(parsed.refs) <= set(parsed.ids)
    textareas = re.findall(r'<textarea id="([^"]+)"', html)
    assert sorted([*parsed.fields, *textareas]) == sorted(parsed.labels)
    assert not [name for name in parsed.attributes if name.startswith("on") or name == "style"]
    assert {one for one in re.findall(r'<script src="([^"]+)"', html)} <= {"/static/walk.js", "/static/review.js"}
    assert "<script>" not in html and "style" not in parsed.tags


def test_every_decision_is_on_record_before_the_next_entry_is_shown(ada: Reviewer) -> None:
    first = current(ada.see("/review/entry"))
    second = current(ada.decide("accept"))
    assert ada.verdicts() == [(first, "accept", "Ada Roy")]
    ada.decide("reject", why="nobody said so")
    assert ada.verdicts()[1:] == [(second, "reject", "Ada Roy")]
    assert "2 decided" in ada.answer.text
    with SQLiteStore(ada.path, write=False) as store:
        assert store.count() == 3 and store.judgements()[1].why == "nobody said so"


def test_a_queue_goes_on_where_it_was_left_and_ends(ada: Reviewer) -> None:
    ada.see("/review/entry?size=2")
    third = current(ada.decide("accept"))
    assert current(Reviewer(ada.path, "Ada Roy").see("/review/entry?size=2")) == third
    html = ada.decide("accept")
    assert "All 2 are decided" in text_of(html) and "/review/figures?size=2" in html


def test_two_reviewers_with_one_seed_look_at_the_same_entries_and_do_not_see_what_the_other_said(ada: Reviewer) -> None:
    ben = Reviewer(ada.path, "Ben Okoro")
    ada.see("/review/entry?seed=7"), ben.see("/review/entry?seed=7")
    for _ in range(4):
        assert current(ada.answer.text) == current(ben.answer.text)
        ada.decide("reject", why="a telling note")
        assert "Ada Roy" not in ben.see(str(ben.answer.url)) and "telling" not in ben.answer.text
        ben.decide("accept")
    assert "All 4 are decided" in text_of(ben.answer.text)


def test_what_is_skipped_comes_again_at_the_end(ada: Reviewer) -> None:
    html = ada.see("/review/entry")
    skipped = current(html)
    skip = re.search(r'href="([^"]+)" data-key="s"', html)
    assert skip
    ada.see(unescape(skip[1]))
    for _ in range(3):
        assert current(ada.answer.text) != skipped
        ada.decide("accept")
    assert current(ada.answer.text) == skipped and len(ada.verdicts()) == 3


def test_undo_shows_the_entry_again_undecided(ada: Reviewer) -> None:
    first = current(ada.see("/review/entry?seed=3"))
    ada.decide("reject")
    answer = ada.send("/review/undo", back="/review/entry?seed=3&after=" + first)
    assert answer.status_code == 303
    assert parse_qs(urlsplit(answer.headers["location"]).query) == {"seed": ["3"], "after": [first], "id": [first]}
    assert current(ada.see(answer.headers["location"])) == first and "You said" not in ada.answer.text
    assert [verdict for _, verdict, _ in ada.verdicts()] == ["reject", "undo"]
    assert ada.send("/review/undo", back="/review").status_code == 400


def test_undo_on_a_page_that_is_read_whole_stays_there(ada: Reviewer) -> None:
    page = f"/review/page/{DOC}?seed=1"
    ada.see(page)
    for id in (SAID, POSSIBLE):
        ada.send("/review/judge", entry=id, verdict="accept", stay="yes", back=page)
    assert ada.send("/review/undo", back=page).headers["location"] == f"{page}#n-{POSSIBLE}"
    ada.send("/review/read", doc=DOC, back=page)
    assert ada.send("/review/undo", back="/review/pages").headers["location"] == f"/review/page/{DOC}"
    other = f"/review/page/{EVIL}"
    assert ada.send("/review/undo", back=other).headers["location"] == f"/review/entry?id={SAID}"


def test_an_entry_is_corrected_field_by_field(ada: Reviewer) -> None:
    html = ada.see(f"/review/entry?id={POSSIBLE}")
    assert 'name="fix-type"' in html and '<option value="possible" selected>' in html
    fields = {"fix-type": "ACCUSE", "fix-status": "actual", "fix-source": "Sudland", "fix-since": "2021-03-02"}
    ada.decide("correct", **fields)
    with SQLiteStore(ada.path, write=False) as store:
        (one,) = store.events(Filter(ids=(POSSIBLE,)))
    assert (one.type, one.status, one.source[0].country) == ("ACCUSE", "actual", "SUD")
    assert "You said: right with a correction" in ada.see(f"/review/entry?id={POSSIBLE}")
    # The form shows the entry as it was found.
    assert '<option value="possible" selected>' in ada.answer.text


def test_what_was_typed_is_not_lost_where_it_cannot_be_kept(ada: Reviewer) -> None:
    ada.see("/review/entry?seed=5")
    fields = {
        "entry": SAID,
        "verdict": "correct",
        "fix-addressee": "<b>Nobody</b>",
        "fix-attitude": "wants",
        "why": "so it is",
    }
    answer = ada.send("/review/judge", back="/review/entry?seed=5", **fields)
    html = answer.text  # type: ignore[attr-defined]
    assert answer.status_code == 400 and current(html) == SAID and structure(html).headings[0] == 1
    assert (
        "“&lt;b&gt;Nobody&lt;/b&gt;” does not stand on the page" in html and 'value="&lt;b&gt;Nobody&lt;/b&gt;"' in html
    )
    assert '<option value="wants" selected>' in html and ">so it is</textarea>" in html and 'id="fix" open' in html
    fields = {"doc": DOC, "kind": "event", "words": "shell", "type": "DANCE", "source": "Norland", "near-words": "12"}
    html = ada.send("/review/add", back=f"/review/page/{DOC}?seed=1", **fields).text  # type: ignore[attr-defined]
    assert ">shell</textarea>" in html and 'value="12"' in html and "choose one of" in html
    assert "?seed=1" in html and ada.verdicts() == []


def test_differences_are_shown_with_both_words_and_settled(ada: Reviewer) -> None:
    ben = Reviewer(ada.path, "Ben <script>")
    for one, verdict in ((ada, "accept"), (ben, "reject")):
        one.see(f"/review/entry?id={SAID}")
        one.decide(verdict, why="<b>sure</b>")
    assert "Settle differences: 1" in ada.see("/review")
    html = ada.see("/review/entry?order=differ")
    assert current(html) == SAID and "&lt;script&gt;" in html and "&lt;b&gt;sure" in html and "<b>sure" not in html
    ada.decide("reject", settling="yes")
    assert "No differences left" in text_of(ada.answer.text)
    with SQLiteStore(ada.path, write=False) as store:
        assert store.count(Filter(ids=(SAID,))) == 0
    assert "of 1 looked at, 0 the same" in ada.see("/review/figures")


def test_what_was_missed_is_added_from_the_page(ada: Reviewer) -> None:
    back = f"/review/page/{DOC}?seed=1&pages=2"
    ada.see(back)
    text = plain().document.text
    near = str(text.index("Midtown"))
    fields = {"doc": DOC, "kind": "event", "words": "Talks", "type": "CONSULT", "source": "Sudland", "near-words": near}
    answer = ada.send("/review/add", back=back, **fields)
    assert answer.status_code == 303
    html = ada.see(answer.headers["location"])
    with SQLiteStore(ada.path, write=False) as store:
        (one,) = store.events(Filter(type="CONSULT"))
    assert "Added." in html and "said=added" not in html
    assert one.trigger.text == "Talks" and one.source[0].name == "Sudland" and f'id="n-{one.id}"' in html
    refused = ada.send("/review/add", back=back, doc=DOC, kind="event", words="Dances", type="CONSULT")
    assert refused.status_code == 400 and "does not stand on the page" in refused.text


def test_words_are_added_as_they_are_shown(ada: Reviewer) -> None:
    html = ada.see(f"/review/page/{EVIL}")
    assert "[U+202E]evil[U+202C]" in html and "<script>steal" not in html
    answer = ada.send("/review/add", doc=EVIL, kind="event", words="[U+202E]evil[U+202C] &", type="AID")
    assert answer.status_code == 303
    with SQLiteStore(ada.path, write=False) as store:
        assert [one.trigger.text for one in store.events(Filter(type="AID"))] == ["\u202eevil\u202c &"]


def test_a_page_that_is_read_whole_leads_to_the_next_and_to_figures(ada: Reviewer) -> None:
    seen = set()
    for _ in range(2):
        ada.see("/review/pages?seed=1&pages=2")
        doc = urlsplit(str(ada.answer.url)).path.rpartition("/")[2]
        seen.add(doc)
        for id in re.findall(r'<li id="n-(\w+)"', ada.answer.text):
            answer = ada.send(
                "/review/judge", entry=id, verdict="accept", stay="yes", back=f"/review/page/{doc}#n-{id}"
            )
            assert answer.headers["location"] == f"/review/page/{doc}#n-{id}"
        back = "/review/pages?seed=1&pages=2"
        assert ada.send("/review/read", doc=doc, back=back).headers["location"] == back
    assert seen == {DOC, EVIL} and "All pages of the sample are read" in text_of(
        ada.see("/review/pages?seed=1&pages=2")
    )
    figures = ada.see("/review/figures?pages=2")
    assert "of 2 on 2 pages, 2 found; between 34 and 100 in 100" in text_of(figures)
    rows = ada.browser.get("/review/figures.json?pages=2").json()["rows"]
    assert {"measure": "found", "of": "statements, everything"}.items() <= rows[-6].items()
    assert 'found,"statements, everything",2,2,1' in ada.browser.get("/review/figures.csv?pages=2").text


def test_an_actor_is_joined_with_another_and_two_entries_parted(ada: Reviewer) -> None:
    ada.see(f"/review/entry?id={SAID}")
    back = f"/review/entry?id={SAID}"
    fields = {"entry": SAID, "actor": "c:SUD", "what": "rename", "other": "South <i>land</i>", "back": back}
    assert ada.send("/review/actor", **fields).status_code == 303
    assert "South &lt;i&gt;land&lt;/i&gt;" in ada.see(back) and "<i>" not in ada.answer.text
    assert ada.send("/review/undo", back=back).headers["location"] == back  # type: ignore[attr-defined]
    assert "South" not in ada.see(back)
    other = hostile().events[0].id
    assert ada.send("/review/pair", entry=POSSIBLE, other=other, what="apart", back="/review").status_code == 303
    wrong = ada.send("/review/pair", entry=POSSIBLE, other="ffff", what="apart", back=back)
    assert wrong.status_code == 400 and str(ada.path.parent) not in wrong.text  # type: ignore[attr-defined]
    assert "no entry with this id in desk.onrecord" in text_of(wrong.text)  # type: ignore[attr-defined]
    assert ada.verdicts() == [(POSSIBLE, "merge", "Ada Roy")]


def test_judgements_can_be_taken_along(ada: Reviewer, tmp_path: Path) -> None:
    ada.see("/review/entry")
    ada.decide("accept")
    answer = ada.browser.get("/review/judgements.jsonl")
    assert answer.headers["content-disposition"] == 'attachment; filename="judgements.jsonl"'
    assert answer.text.count("\n") == 1 and '"verdict": "accept"' in answer.text


def test_a_decision_says_whose_it_is_or_is_not_made(path: Path) -> None:
    nobody = Reviewer(path)
    assert "give your name" in text_of(nobody.see("/review/entry"))
    answer = nobody.send("/review/judge", entry=SAID, verdict="accept")
    assert answer.status_code == 400 and "Give your name" in text_of(answer.text)  # type: ignore[attr-defined]
    for name in ("", "\u202e", "x" * 81):
        assert nobody.send("/review/reviewer", name=name).status_code == 400
    assert nobody.verdicts() == []


@pytest.mark.parametrize("action", ("judge", "undo", "add", "read", "actor", "pair", "reviewer"))
def test_another_site_cannot_judge(ada: Reviewer, action: str) -> None:
    ada.see(f"/review/entry?id={SAID}")
    ada.decide("accept")
    ada.see(f"/review/entry?id={POSSIBLE}")
    before = ada.verdicts()
    fields = {
        "entry": SAID,
        "verdict": "reject",
        "doc": DOC,
        "name": "Eve",
        "actor": "c:SUD",
        "what": "rename",
        "other": "x",
    }
    fields |= {"kind": "event", "words": "Talks", "type": "AID"}
    for origin in ("http://evil.example", "null", "http://localhost:9999", "https://evil.example:8642", None):
        assert ada.send(f"/review/{action}", origin=origin, **fields).status_code == 403
    for token in ("", "x" * 43, "é"):
        assert ada.send(f"/review/{action}", **{**fields, "token": token}).status_code == 403
    token = re.search(r'name="token" value="([^"]+)"', ada.answer.text)
    assert token
    headers = {"origin": HERE, "sec-fetch-site": "cross-site"}
    sent = ada.browser.post(f"/review/{action}", data={"token": token[1], **fields}, headers=headers)
    assert sent.status_code == 403 and "another site" in text_of(sent.text)
    assert ada.browser.get(f"/review/{action}").status_code == 405
    assert ada.verdicts() == before


def test_another_visitors_token_is_of_no_use(ada: Reviewer) -> None:
    other = Reviewer(ada.path, "Eve")
    other.see("/review")
    token = re.search(r'name="token" value="([^"]+)"', other.answer.text)
    ada.see("/review/entry")
    assert token and ada.send("/review/judge", entry=SAID, verdict="reject", token=token[1]).status_code == 403


@pytest.mark.parametrize(
    "back",
    (
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "/reviewer",
        "/review\r\nX: 1",
    ),
)
def test_a_form_leads_nowhere_but_to_the_desk(ada: Reviewer, back: str) -> None:
    ada.see("/review")
    assert ada.send("/review/reviewer", name="Ada Roy", back=back).headers["location"] == "/review"


def test_a_form_that_is_too_large_or_odd_is_refused(ada: Reviewer) -> None:
    ada.see("/review/entry")
    assert ada.send("/review/judge", entry=SAID, verdict="accept", why="x" * 200_000).status_code == 403
    assert ada.send("/review/judge", entry=SAID, verdict="accept", why="x" * 2_001).status_code == 400
    assert ada.send("/review/judge", entry=SAID, verdict="maybe").status_code == 400
    assert ada.send("/review/judge", entry="ffff", verdict="accept").status_code == 400
    assert ada.send("/review/judge", **{str(number): "" for number in range(200)}).status_code == 403
    assert ada.verdicts() == []


@pytest.mark.parametrize(
    ("address", "status"),
    (
        ("/review/entry?size=0", 400), ("/review/entry?size=10001", 400), ("/review/entry?order=best", 400),
        ("/review/entry?type=DANCE", 400), ("/review/entry?kind=rumour", 400), ("/review/entry?seed=" + "x" * 41, 400),
        ("/review/entry?id=ffff", 400), ("/review/page/ffff", 404), (f"/review/page/{DOC}?part=9", 404),
        ("/review/entry?colour=red", 400), ("/review/figures.json?size=x", 400), ("/review/nothing", 404),
    ),
)  # fmt: skip
def test_what_cannot_be_answered_is_told_in_a_sentence(ada: Reviewer, address: str, status: int) -> None:
    html = ada.see(address)
    assert ada.answer.status_code == status and "Traceback" not in html


def test_a_record_that_is_served_to_be_looked_at_is_not_judged(path: Path) -> None:
    visitor = Reviewer(path, review=False)
    assert "nothing can be judged" in text_of(visitor.see("/review"))
    assert 'action="/review/judge"' not in visitor.see("/review/entry")
    visitor.see("/review")
    assert visitor.send("/review/reviewer", name="Ada").status_code == 403
    assert visitor.verdicts() == []


def test_looking_at_the_desk_changes_nothing(ada: Reviewer) -> None:
    before = ada.path.read_bytes()
    for address in SCREENS:
        ada.see(address)
    assert ada.path.read_bytes() == before


def test_an_entry_on_a_page_of_millions_of_characters_is_shown_with_what_is_near(tmp_path: Path) -> None:
    page = plain()
    text = page.document.text + "word " * 1_000_000
    blocks = (Block("paragraph", 0, len(text), "test"),)
    path = tmp_path / "long.onrecord"
    put(path, replace(page, document=replace(page.document, text=text, blocks=blocks)))
    ada = Reviewer(path, "Ada")
    html = ada.see(f"/review/entry?id={SAID}")
    assert "an agreement on the ceasefire is near" in html and len(html) < 30_000
    assert len(ada.see(f"/review/page/{DOC}")) < 200_000


def test_cookies_stay_with_this_site_and_out_of_reach_of_scripts(path: Path) -> None:
    visitor = Reviewer(path)
    visitor.see("/review")
    given = [visitor.answer.headers["set-cookie"], visitor.send("/review/reviewer", name="Ada É").headers["set-cookie"]]
    assert all("HttpOnly" in one and "samesite=lax" in one.lower() for one in given)
    assert "Ada É" in visitor.see("/review")


def test_an_entrys_own_page_tells_what_reviewers_said_of_it(ada: Reviewer) -> None:
    ada.see(f"/review/entry?id={SAID}")
    ada.decide("correct", **{"fix-speaker": "Norland", "fix-attitude": "thinks"}, why="<i>sic</i>")
    html = ada.see(f"/entry/{SAID}")
    told = "Ada Roy right with a correction; attitude: thinks ; speaker: Norland . “ <i>sic</i> ”"
    assert told in text_of(html)
    assert "<i>sic" not in html and f'href="/review/entry?id={SAID}"' in html
    assert structure(html).headings[0] == 1
    assert f'href="/review/page/{DOC}"' in ada.see(f"/page/{DOC}")
