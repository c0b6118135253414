from __future__ import annotations

from dataclasses import replace

from onrecord.schema import Document, Event, Findings, Party, Span, Statement, Status
from onrecord.selection import above, vouched

DOCUMENT = Document("d" * 16, "d" * 64, "a.txt", "They said it.", ())
WORD = Span(0, 4, "They")


def said(
    id: str, confidence: float, within: str | None = None, denies: tuple[str, ...] = (), content: bool = True
) -> Statement:
    return Statement(
        id,
        DOCUMENT.doc,
        "paragraph",
        WORD,
        (WORD,) if content else (),
        "indirect",
        "says",
        within=within,
        denies=denies,
        confidence=confidence,
    )


def done(id: str, confidence: float, according_to: str | None = None, status: Status = "actual") -> Event:
    plain = Event(id, DOCUMENT.doc, "paragraph", "ASSAULT", WORD, WORD, confidence=confidence)
    return replace(plain, according_to=according_to, status=status)


def ids(findings: Findings) -> str:
    return "".join(one.id for one in (*findings.statements, *findings.events))


def test_entries_below_the_floor_are_left_out() -> None:
    found = Findings(DOCUMENT, (said("a", 0.9), said("b", 0.4)), (done("c", 0.5), done("d", 0.49)))
    assert ids(above(found, 0.5)) == "ac"
    assert above(found, 0.0) is found


def test_a_claim_keeps_the_words_it_rests_on_however_doubtful() -> None:
    found = Findings(DOCUMENT, (said("a", 0.1), said("b", 0.2, within="a")), (done("c", 0.9, according_to="b"),))
    assert ids(above(found, 0.5)) == "abc"


def test_at_the_precise_point_a_doubtful_name_is_left_out() -> None:
    named = replace(said("a", 0.9), speaker=Party("Novak", 0, 4, name="Novak"), speaker_confidence=0.85)
    sure = replace(named, id="b", speaker_confidence=0.95)
    unnamed = replace(named, id="c", speaker=Party("sources", 0, 4))
    found = Findings(DOCUMENT, (named, sure, unnamed), ())
    assert ids(above(found, 0.5)) == "abc"
    assert ids(above(found, 0.7)) == "bc"


def test_links_to_entries_that_are_gone_are_cut() -> None:
    found = Findings(DOCUMENT, (said("a", 0.9, denies=("b", "c")), said("b", 0.9)), (done("c", 0.1),))
    assert above(found, 0.5).statements[0].denies == ("b",)


def test_a_denial_that_lost_all_it_denied_goes_too() -> None:
    found = Findings(DOCUMENT, (said("a", 0.9, denies=("c",), content=False),), (done("c", 0.1),))
    assert ids(above(found, 0.5)) == ""


def test_vouched_for_is_what_the_outlet_says_has_happened() -> None:
    events = done("c", 0.9), done("d", 0.9, according_to="a"), done("e", 0.9, status="planned")
    found = Findings(DOCUMENT, (said("a", 0.9), said("b", 0.9, within="a")), events)
    assert ids(vouched(found)) == "ac"
