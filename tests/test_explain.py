from __future__ import annotations

from onrecord.explain import chain_of, explain, parties_of
from onrecord.schema import Block, Document, Event, Findings, Party, Span, Statement

TEXT = "Talks\nThe agency CPS reported that Norland said Sudland had shelled Eastport.\nMore."
DOCUMENT = Document(
    "d" * 16,
    "d" * 64,
    "a.txt",
    TEXT,
    (Block("title", 0, 5, ""), Block("paragraph", 6, 77, ""), Block("paragraph", 78, 83, "")),
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def party(words: str, *members: Party) -> Party:
    one = span(words)
    return Party(words, one.start, one.end, words, members=members)


OUTER = Statement(
    "s1", DOCUMENT.doc, "paragraph", span("reported"), (span("Norland said Sudland had shelled Eastport"),), "indirect",
    "says", party("The agency CPS"),
)  # fmt: skip
INNER = Statement(
    "s2", DOCUMENT.doc, "paragraph", span("said"), (span("Sudland had shelled Eastport"),), "indirect", "says",
    party("Norland"), within="s1", denies=("e1",),
)  # fmt: skip
EVENT = Event(
    "e1", DOCUMENT.doc, "paragraph", "ASSAULT", span("shelled"), span(TEXT.split("\n")[1]),
    source=(party("Sudland"),), target=(party("Eastport"),), according_to="s2",
)  # fmt: skip
FINDINGS = Findings(DOCUMENT, (OUTER, INNER), (EVENT,))


def test_the_chain_goes_from_the_innermost_voice_outwards() -> None:
    assert [one.id for one in chain_of(FINDINGS, EVENT)] == ["s2", "s1"]
    assert list(chain_of(FINDINGS, OUTER)) == []


def test_the_words_are_shown_with_their_whole_line_and_no_more() -> None:
    found = explain(FINDINGS, EVENT)
    assert TEXT[found.start : found.end] == TEXT.split("\n")[1]


def test_the_words_come_in_text_order_with_their_roles() -> None:
    roles = [role for role, _ in explain(FINDINGS, EVENT).marks]
    assert roles == ["source", "trigger", "target"]


def test_who_denies_an_entry_is_named_with_it() -> None:
    assert [(how, other.id) for how, other in explain(FINDINGS, EVENT).links] == [("denied by", "s2")]
    assert [(how, other.id) for how, other in explain(FINDINGS, INNER).links] == [("denies", "e1")]


def test_the_members_of_a_joint_party_follow_it() -> None:
    joint = Event("e2", DOCUMENT.doc, "paragraph", "CONSULT", span("shelled"), span("More."), source=(
        party("Norland said Sudland", party("Norland"), party("Sudland")),
    ))  # fmt: skip
    assert [role for role, _ in parties_of(joint)] == ["source", "source, of these", "source, of these"]
