"""What pages teach each other about actors, laid over the findings of a page. The record keeps what each page gave by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from onrecord.derive.kept import digest_of
from onrecord.derive.sightings import is_office
from onrecord.schema import Entry, Event, Findings, Known, Party, Statement

_BESIDE: dict[str, Any] = {
    "entries": (), "docs": (), "passages": (), "earliest": None, "latest": None, "pages": 0, "sources": 0, "why": "",
}  # fmt: skip
"""The fields of a row that tell what it rests on, and change nothing in a party."""


class Overlay:
    """The rows on actors, as they bear on the parties of entries."""

    def __init__(self, rows: Sequence[Known]) -> None:
        """Takes the rows in their order: a name first, then what is known of its bearer."""
        self._rows: dict[str, list[Known]] = defaultdict(list)
        for row in rows:
            for entry in row.entries:
                self._rows[entry].append(row)
        self._docs: dict[str, list[Known]] = defaultdict(list)
        for row in rows:
            for doc in row.docs:
                self._docs[doc].append(row)

    def taught(self, doc: str, entries: Callable[[], Iterable[str]]) -> str:
        """A digest of what other pages teach that bears on the parties of a page with these ``entries``."""
        if doc not in self._docs:
            return ""
        own = set(entries())
        found = [(repr(replace(row, **_BESIDE)), own.intersection(row.entries)) for row in self._docs[doc]]
        return digest_of(*(f"{row} {sorted(filled)}" for row, filled in found if filled))

    def applied(self, findings: Findings) -> Findings:
        """``findings`` with the parties as the other pages know them."""
        if findings.document.doc not in self._docs:
            return findings
        return replace(
            findings,
            statements=tuple(self._statement(one) for one in findings.statements),
            events=tuple(self._event(one) for one in findings.events),
        )

    def _statement(self, one: Statement) -> Statement:
        if one.id not in self._rows:
            return one
        return replace(
            one,
            speaker=self._known(one, one.speaker) if one.speaker else None,
            addressee=self._known(one, one.addressee) if one.addressee else None,
        )

    def _event(self, one: Event) -> Event:
        if one.id not in self._rows:
            return one
        sides = {role: tuple(self._known(one, party) for party in parties) for role, parties in one.sides}
        return replace(one, source=sides["source"], target=sides["target"], against=sides["against"])

    def _known(self, entry: Entry, party: Party) -> Party:
        if party.members:
            party = replace(party, members=tuple(self._known(entry, member) for member in party.members))
        for row in self._rows[entry.id]:
            if party.actor == row.actor or (row.about == "holder" and is_office(party, row.name, row.country or "")):
                party = told(party, row)
        return party


def told(party: Party, row: Known) -> Party:
    """``party`` with what one row teaches of it; ``how`` then names the row."""
    how = f"{party.how}; pages: {row.about} {row.id}"
    if row.about == "same":
        named = replace(party, actor=row.value, name=row.shown, how=how)
        return _official(named, row) if row.sector is not None else named
    if row.about == "holder":
        return replace(party, actor=row.value, name=row.shown, actor_kind="person", how=how)
    if row.about == "country":
        if row.conflict:
            return replace(party, country=None, principal=None, how=how)
        at_home = party.country == row.value
        official = party.capacity == "official" and party.sector == "GOV" and not at_home
        return replace(party, country=row.value, how=how, principal=None if official else party.principal)
    if party.capacity in ("official", "former"):
        return party
    return replace(_official(party, row), how=how)


def _official(party: Party, row: Known) -> Party:
    sectors = tuple(dict.fromkeys(filter(None, (row.sector, *party.sectors))))
    return replace(
        party,
        capacity="official",
        sector=row.sector or party.sector,
        sectors=sectors,
        country=row.country or party.country,
        principal=row.principal or party.principal,
    )
