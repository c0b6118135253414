"""Whose official somebody is, by all pages together."""

from __future__ import annotations

from onrecord.derive.officials import Officials
from onrecord.schema import Document, Findings, Party, Statement


def page(*speakers: Party) -> Findings:
    document = Document("d" * 16, "d" * 64, "d.txt", "", ())
    made = (Statement(f"s{at}", "d", "paragraph", None, (), "indirect", "says", one) for at, one in enumerate(speakers))
    return Findings(document, tuple(made))


def person(country: str | None, how: str, *, official: bool = True, former: bool = False) -> Party:
    capacity = "former" if former else "official" if official else "other"
    sector = "GOV" if official else None
    return Party("Moor", 0, 4, "Ida Moor", "doc:ida-moor", "person", country, sector, capacity=capacity, how=how)  # type: ignore[arg-type]


def seen(one: Party, *pages: Findings) -> tuple[str | None, str | None]:
    speaker = Officials(pages).applied(page(one)).statements[0].speaker
    assert speaker is not None
    return speaker.country, speaker.capacity


NAMED = person("LUM", "page:title or office beside the name")
ABROAD = person("COR", "page:title or office beside the name; context:dateline")
BARE = person(None, "page:name", official=False)


def test_a_country_that_is_named_counts_for_more_than_a_dateline() -> None:
    assert seen(ABROAD, page(NAMED), page(ABROAD), page(ABROAD)) == ("LUM", "official")


def test_a_bare_name_is_the_official_of_other_pages() -> None:
    assert seen(BARE, page(NAMED), page(BARE)) == ("LUM", "official")


def test_datelines_that_disagree_tell_nothing() -> None:
    home = person("LUM", "page:title or office beside the name; context:dateline")
    assert seen(ABROAD, page(home), page(ABROAD)) == ("COR", "official")
    assert seen(ABROAD, page(home), page(home), page(ABROAD)) == ("LUM", "official")
    assert seen(BARE, page(ABROAD)) == (None, "other")


def test_who_has_left_office_or_never_held_one_stays_so() -> None:
    left = person("LUM", "page:name", former=True)
    assert seen(left, page(NAMED)) == ("LUM", "former")
    assert seen(BARE, page(BARE)) == (None, "other")
