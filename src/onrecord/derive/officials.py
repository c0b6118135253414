"""Whose officials people are, by all pages together: one page has the title, another only the name, a third only a dateline.

A page by itself tells the country of *Foreign Minister X* by where it was written, if by nothing else. Several pages tell better:
what names the country counts for more than any dateline, and of datelines the most count, if they are clearly more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.schema import Findings, Party

CLEARLY = 2
"""How many times as many datelines must speak for a country as for all others."""
PLACED = 2
"""Pages at least on which a country is told by their datelines alone."""


class Officials:
    """The country of each person whom some page names by an office of a government."""

    def __init__(self, pages: Iterable[Findings]) -> None:
        """Learns from all ``pages``."""
        named: dict[str, Counter[str]] = defaultdict(Counter)
        placed: dict[str, Counter[str]] = defaultdict(Counter)
        titled = set()
        for findings in pages:
            for party in {_key(one): one for one in _people(findings)}.values():
                assert party.actor is not None, "people have ids"
                if party.capacity == "official" and party.sector == "GOV":
                    titled.add(party.actor)
                if party.country is not None:
                    (placed if "context:" in party.how else named)[party.actor][party.country] += 1
        self.country = {
            actor: country
            for actor in titled
            if (country := _most(named[actor]) or _most(placed[actor], PLACED)) is not None
        }

    def applied(self, findings: Findings) -> Findings:
        """The findings with speakers and actors as the officials that other pages know them for."""
        statements = tuple(
            replace(one, speaker=self._known(one.speaker)) if one.speaker is not None else one
            for one in findings.statements
        )
        events = tuple(replace(one, source=tuple(map(self._known, one.source))) for one in findings.events)
        return replace(findings, statements=statements, events=events)

    def _known(self, party: Party) -> Party:
        country = self.country.get(party.actor or "")
        if country is None or party.capacity == "former" or (party.country, party.capacity) == (country, "official"):
            return party
        return replace(party, country=country, capacity="official", sector="GOV", principal=None)


def _people(findings: Findings) -> Iterator[Party]:
    """The people that a page knows by itself, as speakers and on either side of what was done."""
    parties = [one.speaker for one in findings.statements if one.speaker is not None]
    parties += [party for event in findings.events for party in (*event.source, *event.target)]
    return (one for one in parties if one.actor_kind == "person" and (one.actor or "").startswith("doc:"))


def _key(party: Party) -> tuple[str | None, str | None, str | None, bool]:
    return party.actor, party.country, party.capacity, "context:" in party.how


def _most(counted: Counter[str], least: int = 1) -> str | None:
    """What clearly most speak for, and at least so many."""
    best = max(sorted(counted), key=lambda one: counted[one], default=None)
    if best is None or counted[best] < least:
        return None
    return best if counted[best] >= CLEARLY * (counted.total() - counted[best]) else None
