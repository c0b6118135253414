"""Whatever address is asked for, the answer is a page, rows, or a sentence that says what was wrong: never a failure."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from hypothesis import example, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from onrecord.web.app import PLACES
from onrecord.web.guard import HEADERS
from tests.web.conftest import plain

WORDS = st.text(max_size=30) | st.sampled_from(
    [
        "", " ", "0", "1", "-1", "1e309", "٣", "9" * 40, "2021-03-04", "2021-13-40", "0000-01-01", "9999-12-31", "2021-02",
        "NOR", "c:NOR", "actual", "statement", "precise", "everything", "NaN", "inf", "'", '"', "a*", "*", '"a', "AND", "NEAR(",
        "a OR b", "col:x", "^a", "<script>alert(1)</script>", "../../etc/passwd", "%00", "\u202e", "\ud800", "x" * 600,
        plain().document.doc, plain().statements[0].id,
    ]
)  # fmt: skip
NAMES = sorted(
    {name for place in PLACES for name in place.parameters} | {"page", "token", "nonsense", "since", "until"}
)
PATHS = sorted({place.path for place in PLACES})


@st.composite
def addresses(draw: st.DrawFn) -> str:
    """An address: mostly of a kind that there is, with parameters that there are."""
    place = draw(st.sampled_from(PLACES))
    path = place.path.replace("{id:path}", "{id}").replace("{id}", quote(draw(WORDS).encode("utf-8", "replace")))
    ending = draw(st.sampled_from(["", "", ".json", ".csv", ".html"])) if place.is_list else ""
    known = st.sampled_from(list(place.parameters) or NAMES)
    pairs = draw(st.lists(st.tuples(known | st.sampled_from(NAMES), WORDS), max_size=4))
    return (
        path
        + ending
        + ("?" + urlencode([(name, value.encode("utf-8", "replace")) for name, value in pairs]) if pairs else "")
    )


@given(addresses())
@example("/entries?search=%22")
@example("/entries?since=9999-12-31&until=0001-01-01")
@example("/page/0/")
@example("//evil.example/page/")
@settings(max_examples=250)
def test_every_address_is_answered_with_a_page_rows_or_a_sentence(browser: TestClient, address: str) -> None:
    answer = browser.get(address, follow_redirects=False)
    assert answer.status_code in (200, 307, 400, 404), (address, answer.status_code, answer.text[-400:])
    assert answer.headers.get("location", "http://localhost:8642/").startswith("http://localhost:8642/")
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "Traceback" not in answer.text
    assert "html" not in answer.headers.get("content-type", "") or "<script>alert" not in answer.text
    if answer.status_code == 400:
        assert len(answer.text.strip()) > 10


@given(st.sampled_from(["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "HEAD"]), addresses())
@settings(max_examples=40)
def test_nothing_but_looking_is_answered(browser: TestClient, method: str, address: str) -> None:
    answer = browser.request(method, address, follow_redirects=False)
    assert answer.status_code in ((200, 307, 400, 404) if method == "HEAD" else (307, 404, 405)), (method, address)


@given(
    st.text(max_size=40)
    | st.sampled_from(["localhost", "127.0.0.1:8000", "[::1]:9", "evil.example", "localhost.evil.example"])
)
@settings(max_examples=60)
def test_a_name_that_is_not_ours_is_turned_away(browser: TestClient, host: str) -> None:
    sent = host.encode("ascii", "ignore").decode().translate({code: None for code in (*range(33), 127)})
    answer = browser.get("/", headers={"host": sent or "evil"})
    ours = sent.lower().startswith(("localhost", "127.0.0.1", "[::1]")) and ".evil" not in sent
    assert answer.status_code == 421 or (answer.status_code in (200, 400) and ours)
