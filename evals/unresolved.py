"""What stays open on any pages, by kind: pronouns, nominals, offices, surnames, bodies without a country …

A count, no yardstick: nothing tells what could have been known. Speakers and parties of events are looked at, members of
joint ones each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from common import Process, Ratio

from onrecord.read import pages, read
from onrecord.schema import Findings, PageFault, Party

MOST = 6
"""Examples that are shown of each kind."""


@dataclass(slots=True)
class Open:
    """Counts of open parties by kind, with examples."""

    seen: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)

    def page(self, found: Findings) -> None:
        """Takes in one page."""
        for party in speakers_and_parties(found):
            self.seen += 1
            kind = kind_of(party)
            if kind is not None:
                self.counts[kind] += 1
                shown = self.examples.setdefault(kind, [])
                if len(shown) < MOST and party.text not in shown:
                    shown.append(party.text)

    def lines(self) -> list[str]:
        """One line a kind, the commonest first, each with its share of all parties and examples."""
        return [
            f"{kind:<28} {Ratio(count, self.seen)}   {'; '.join(self.examples[kind])}"
            for kind, count in self.counts.most_common()
        ]


def speakers_and_parties(found: Findings) -> Iterator[Party]:
    """Each speaker and party of an event, members in the place of joint ones."""
    parties = [one.speaker for one in found.statements if one.speaker]
    parties += [party for one in found.events for party in (*one.source, *one.target, *one.against)]
    for party in parties:
        yield from party.members or (party,)


def kind_of(party: Party) -> str | None:
    """What is open about a party, or None for one that is known: it has a name and, where it can have one, a country."""
    if party.how.startswith("none:pronoun"):
        return "pronoun"
    if party.how.startswith("none:no known actor"):
        return "no known actor"
    if party.actor_kind == "person":
        if not (party.actor or "").startswith("doc:"):
            return None
        if " " not in (party.name or ""):
            return "surname"
        return "person without a country" if party.country is None else None
    if party.actor_kind == "office":
        return "office" if party.country else "office without a country"
    if party.actor_kind in ("organisation", "armed_group"):
        unplaced = (party.actor or "").startswith("doc:") and party.country is None
        return "body without a country" if unplaced else "body without a name" if party.name is None else None
    if party.actor_kind in ("group", "unnamed"):
        placed = "" if party.country else " without a country"
        return f"{'nominal' if party.actor_kind == 'group' else 'unnamed source'}{placed}"
    return None


def over(paths: Iterable[Path], pipeline: Process) -> Open:
    """The counts over pages, read as ``onrecord code`` reads them; what cannot be read is left out."""
    counted = Open()
    for page in pages(map(str, paths)):
        if not isinstance(page, PageFault):
            counted.page(pipeline.process(read(page)))
    return counted
