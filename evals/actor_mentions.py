"""Who is meant on the pages of our own corpus, phrase by phrase, whether or not the saying itself was found.

Every speaker phrase that the gold marks is held against the party that we give for the same words (more than half of
the letters of either shared), and so is every source and target of an event. ``name`` is right where
``corpus_match.same_names`` says so, *wrong* where another name is given, *open* where none is; ``country`` and
``sector`` likewise. F1 is over the phrases for which either side gives one. Joint speakers are left out: their members
have no marks of their own. What the gold marks and we have no party for counts as ``phrase not found`` and nowhere else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from common import Agreement, Ratio, Report
from corpus_match import names_of, same_names

from corpus import Passage, Range
from onrecord.schema import Findings, Party

FIELDS = ("name", "country", "sector")
VERDICTS = ("right", "wrong", "open")
SHARED = 0.5
"""The part of the letters of both phrases that a party must share with a mark."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A phrase of the gold: its range and what the notes say of it; ``names`` is None where they do not tell."""

    where: Range
    names: tuple[str, ...] | None
    country: str | None
    sector: str


@dataclass(slots=True)
class Mentions:
    """The tally over passages."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    by_rule: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def passage(self, passage: Passage, found: Findings) -> None:
        """Takes in one passage with what was found on it."""
        parties = list(parties_of(found))
        for marked in marks(passage):
            party = closest(marked.where, parties)
            self.counts["phrase", "found" if party else "lost"] += 1
            if party is not None:
                self._compare(passage, marked, party)

    def _compare(self, passage: Passage, marked: Marked, party: Party) -> None:
        rule = party.how.split(";")[-1].strip() or "-"
        for what, verdict in verdicts(marked, party):
            self.counts[what, verdict] += 1
            if what == "country":
                self.by_rule[rule, verdict] += 1
            told = {"name": marked.names, "country": marked.country, "sector": marked.sector}[what]
            given = {"name": names_of(party), "country": party.country, "sector": party.sector}[what]
            self.counts[what, "told"] += bool(told)
            self.counts[what, "given"] += bool(given)
            self.counts[what, "both"] += bool(told and given and verdict == "right")
            if verdict in ("wrong", "open"):
                self.misses.append(f"{what} {verdict}: {passage.name} {party.text!r}: {told} is {given} ({party.how})")

    def report(self, name: str, gold: str) -> Report:
        """The figures with their denominators; below them, by which rule countries are right and wrong."""
        report = Report(name, gold, misses=sorted(self.misses))
        phrases = sum(count for (what, _), count in self.counts.items() if what == "phrase")
        report.add("phrase_found", "phrase found", Ratio(self.counts["phrase", "found"], phrases))
        for what in FIELDS:
            whole = sum(self.counts[what, verdict] for verdict in VERDICTS)
            for verdict in VERDICTS:
                report.add(f"{what}_{verdict}", f"{what} {verdict}", Ratio(self.counts[what, verdict], whole))
            both, given, told = (self.counts[what, kind] for kind in ("both", "given", "told"))
            report.add(f"{what}_f1", f"{what}, where there is one", Agreement(both, given, told))
        rules = Counter(rule for rule, _ in self.by_rule.elements())
        report.lines += [
            f"  country by “{rule}”: {Ratio(self.by_rule[rule, 'right'], count)} right, {self.by_rule[rule, 'wrong']} wrong"
            for rule, count in rules.most_common(15)
        ]
        return report


def parties_of(found: Findings) -> Iterator[Party]:
    """Every party of a page."""
    yield from (one.speaker for one in (*found.statements, *found.nonstatements) if one.speaker)
    yield from (party for entry in found.entries for _, parties in entry.sides for party in parties)
    yield from found.mentions


def closest(where: Range, parties: Iterable[Party]) -> Party | None:
    """The party whose words are most nearly the marked ones, or None where none shares half of both."""
    best = max(parties, key=lambda party: _shared(where, party), default=None)
    return best if best is not None and _shared(where, best) > SHARED else None


def _shared(where: Range, party: Party) -> float:
    common = min(where[1], party.end) - max(where[0], party.start)
    return max(0, common) / max(where[1] - where[0], party.end - party.start)


def marks(passage: Passage) -> Iterator[Marked]:
    """The phrases of a passage whose notes tell who is meant, one party each."""
    for one in passage.statements:
        if len(one.speaker) == 1 and not one.reason and len(one.speakers) < 2 and len(one.countries) < 2:
            yield Marked(one.speaker[0], one.speakers, _first(one.countries), _first(one.sectors) or "")
    for act in passage.events:
        for places, sides in ((act.source, act.sources), (act.target, act.targets)):
            if len(places) == len(sides):
                yield from (
                    Marked(where, None, side.country, side.sector) for where, side in zip(places, sides, strict=True)
                )


def _first(values: Sequence[str]) -> str | None:
    return values[0] if values and values[0] != "-" else None


def verdicts(marked: Marked, party: Party) -> Iterator[tuple[str, str]]:
    """For each field that the gold tells whether ours is right, wrong or open."""
    if marked.names is not None:
        ours = names_of(party)
        yield "name", "right" if same_names(marked.names, ours) else "wrong" if ours else "open"
    yield "country", _verdict(marked.country, party.country)
    yield "sector", _verdict(marked.sector or None, party.sector)


def _verdict(gold: str | None, ours: str | None) -> str:
    return "right" if gold == ours else "wrong" if ours else "open"
