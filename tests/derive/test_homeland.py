"""Ministries of a page that knows one country alone."""

from __future__ import annotations

import hashlib

from onrecord.derive.holders import speaking
from onrecord.derive.homeland import at_home
from onrecord.schema import Document, Findings, Party, Span, Statement

TEXT = "Lumenia's premier spoke. The ministry said no. Corvo's envoy left."


def said(words: str, country: str, how: str) -> Statement:
    at = TEXT.index(words)
    speaker = Party(
        words,
        at,
        at + len(words),
        words,
        f"org:x@{country}",
        "organisation",
        country,
        "GOV",
        capacity="official",
        how=how,
    )
    return Statement(words, "d" * 16, "paragraph", None, (Span.of(TEXT, at, at + 5),), "indirect", "says", speaker)


def keys(*said: Statement) -> list[str | None]:
    sha = hashlib.sha256(TEXT.encode()).hexdigest()
    found = at_home(Findings(Document(sha[:16], sha, "d.txt", TEXT, ()), said))
    holders = [speaking(one.speaker) for one in found.statements if one.speaker is not None]
    return [one.key if one else None for one in holders]


def test_an_assumed_country_is_sure_where_the_page_knows_no_other() -> None:
    premier = said("Lumenia's premier", "LUM", "table:country")
    ministry = said("The ministry", "LUM", "context:dateline")
    envoy = said("Corvo's envoy", "COR", "table:country")
    assert keys(premier, ministry) == ["state:LUM", "state:LUM"]
    assert keys(premier, ministry, envoy) == ["state:LUM", None, "state:COR"]
    assert keys(ministry) == [None]
