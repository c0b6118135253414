"""Officials who act against a country are not that country's."""

from __future__ import annotations

from onrecord.resolve.selves import without_selves
from onrecord.schema import Document, Event, Findings, Party, Span, Statement

TEXT = "Minister Ida Moor accused Lumenia of theft. Moor left."
ASSUMED = "page:title or office beside the name; context:dateline"


def party(words: str, country: str, kind: str, how: str) -> Party:
    at = TEXT.index(words)
    actor = "doc:ida-moor" if kind == "person" else country
    return Party(words, at, at + len(words), words, actor, kind, country, "GOV", principal="Lumenia", how=how)  # type: ignore[arg-type]


def found(kind: str, how: str, whom: Party) -> tuple[Party, Party]:
    """The minister as the source of an act against ``whom``, and as a speaker elsewhere."""
    moor = party("Ida Moor", "LUM", "person", how)
    trigger = Span.of(TEXT, TEXT.index("accused"), TEXT.index("accused") + 7)
    event = Event("e", "d", "paragraph", kind, trigger, Span.of(TEXT, 0, 43), source=(moor,), target=(whom,))
    said = Statement("s", "d", "paragraph", None, (), "indirect", "says", party("Moor left", "LUM", "person", how))
    out = without_selves(Findings(Document("d" * 16, "d" * 64, "d.txt", TEXT, ()), (said,), (event,)))
    speaker = out.statements[0].speaker
    assert speaker is not None
    return out.events[0].source[0], speaker


LUMENIA = party("Lumenia", "LUM", "country", "table:country name")


def test_who_accuses_a_country_is_not_taken_for_one_of_it_by_the_dateline() -> None:
    for one in found("ACCUSE", ASSUMED, LUMENIA):
        assert (one.country, one.principal) == (None, None)
        assert one.how == "page:title or office beside the name; none:acts against the country that it was taken for"


def test_a_country_that_the_page_states_stays_and_so_does_that_of_who_asks_its_own() -> None:
    assert [one.country for one in found("ACCUSE", "page:title or office beside the name", LUMENIA)] == ["LUM", "LUM"]
    assert [one.country for one in found("REQUEST", ASSUMED, LUMENIA)] == ["LUM", "LUM"]
    bank = party("Lumenia", "LUM", "organisation", "table:body of a country")
    assert [one.country for one in found("ACCUSE", ASSUMED, bank)] == ["LUM", "LUM"]
