"""Every yardstick for events by one command: our own corpus end to end, PLV, and the sentences coded by several people.

    python evals/events.py [--corpus PATH --part dev] [--plv FOLDER] [--cameo FOLDER]
                           [--misses N] [--only KIND] [--min-confidence X] [--limit N] [--json FOLDER]

What is named is measured; nothing named is the corpus beside this folder. On the corpus nothing is given but the text.
Events are paired one to one where the type is the same and the triggers share a character, or else where they stand in
one sentence. ``type`` counts pairs; ``type + countries`` pairs in which the sets of countries of the sources and of the
targets both agree (a party without a country is one of its own). Status, mode, voice and day are shares of the pairs;
of the days that we give, those are right that the gold gives too; where we give bounds, they are to
hold the day of the gold. Places are asked for where the gold tells them.
False events are counted on passages that say ``events: none``. Confusions are gold and found triggers that meet and differ
in type. PLV and the coded sentences are measured as ``plv.py`` and ``cameo.py`` do.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest
from pathlib import Path

import cameo
import plv
from common import LEFT_OUT, Agreement, Process, Ratio, Read, Report, digest, shipped
from corpus_match import align, countries_in, countries_of, events_paired, found_on, triggers_meet
from several import HERE, Watched, give, named, options, passages_of, worst

from corpus import Act, Passage, Range, Side
from onrecord.annotate import split_sentences
from onrecord.schema import Event, Findings, Party, Place, When

WRONG = ("missed", "spurious", "type", "parties", "status", "false")
SHOWN_CONFUSIONS = 12
MIN_MODE = 5
"""Events of the gold that a mode needs to have a line of its own."""
STATED = frozenset({"stated", "relative", "weekday"})
"""How a time is known that words of the page give; the day of publication only bounds it."""

Both = tuple[Act, Event]


@dataclass(frozen=True, slots=True)
class Paired:
    """A passage with what was found, its events paired, and the gold's keys of our statements."""

    passage: Passage
    found: Findings
    pairs: tuple[Both, ...]
    key_of: dict[str, str]

    def voice(self, event: Event) -> str:
        """The gold's key of the statement that we give ``event`` to; empty for the outlet."""
        return self.key_of.get(event.according_to, LEFT_OUT) if event.according_to else ""

    @property
    def lost(self) -> list[Act]:
        """Events of the gold without a partner."""
        return [one for one in self.passage.events if all(one is not act for act, _ in self.pairs)]

    @property
    def spare(self) -> list[Event]:
        """Events of ours without a partner."""
        return [one for one in self.found.events if all(one is not event for _, event in self.pairs)]


@dataclass(slots=True)
class Tally:
    """Passages as they were read."""

    read: list[Paired] = field(default_factory=list)

    def passage(self, passage: Passage, found: Findings) -> None:
        """Counts one passage in."""
        keys = {ours: key for key, ours in align(passage, found).partner.items()}
        self.read.append(Paired(passage, found, tuple(events_paired(passage, found)), keys))

    @property
    def pairs(self) -> list[Both]:
        """All pairs, in the order of the passages."""
        return [pair for one in self.read for pair in one.pairs]

    def report(self, name: str, gold: str) -> Report:
        """The figures, and what went wrong, kinds in turn."""
        made = Report(name, gold)
        acts = [act for one in self.read for act in one.passage.events]
        ours = [event for one in self.read for event in one.found.events]
        made.lines.append(f"{len(self.read)} passages")
        _types(made, self.pairs, acts, ours)
        _modes(made, self.pairs, acts, ours)
        for key, what, test in _TESTS:
            right = sum(test(pair) for pair in self.pairs)
            made.add(f"{key}_f1", what, Agreement(right, len(ours), len(acts)))
        for key, what, test in _SHARES:
            made.add(f"{key}_right", f"{what} right", Ratio(sum(map(test, self.pairs)), len(self.pairs)))
        voiced = sum(one.voice(event) == act.by for one in self.read for act, event in one.pairs)
        made.add("voice_right", "in whose words right", Ratio(voiced, len(self.pairs)))
        met = [both for pair in self.pairs for both in _met(pair)]
        country = sum(side.country == party.country for side, party in met)
        made.add("party_country_right", "country of parties right", Ratio(country, len(met)))
        sector = sum(side.sector == party.sector for side, party in met)
        made.add("party_sector_right", "sector of parties right", Ratio(sector, len(met)))
        dated = [(act, event) for act, event in self.pairs if act.when]
        on_day = sum(act.when == (event.when.earliest, event.when.latest) for act, event in dated)
        made.add("when_right", "day right", Ratio(on_day, len(dated)))
        stated = sum(event.when.basis in STATED for _, event in self.pairs)
        made.add("when_stated_right", "  of the days that we give", Ratio(on_day, stated))
        bounded = [(act.when, event.when) for act, event in dated if event.when.basis not in STATED]
        held = sum(_holds(ours, gold) for gold, ours in bounded if gold)
        made.add("when_bounds_right", "  bounds that hold the day", Ratio(held, len(bounded)))
        _places(made, self.pairs)
        _figures(made, self.pairs)
        _false(made, self.read)
        _confusions(made, self.read)
        wrong = [_wrong(kind, self.read) for kind in WRONG]
        made.misses = [line for row in zip_longest(*wrong) for line in row if line is not None]
        return made


def _holds(ours: When, gold: tuple[date | None, date | None]) -> bool:
    """True where the days of the gold lie between ours; an end that is not known holds everything."""
    late = ours.earliest is not None and gold[0] is not None and gold[0] < ours.earliest
    return not late and not (ours.latest is not None and gold[1] is not None and ours.latest < gold[1])


def _types(made: Report, pairs: Sequence[Both], acts: Sequence[Act], ours: Sequence[Event]) -> None:
    """F1 over all events, its mean over the types of the gold, and each type's."""
    by_type = {
        kind: Agreement(
            sum(act.type == kind for act, _ in pairs),
            sum(event.type == kind for event in ours),
            sum(act.type == kind for act in acts),
        )
        for kind in sorted({act.type for act in acts})
    }
    made.add("type_f1", "type", Agreement(len(pairs), len(ours), len(acts)))
    mean = sum(one.f1 for one in by_type.values()) / len(by_type) if by_type else 0.0
    made.figures["type_macro_f1"] = mean
    made.lines.append(f"type: macro-F1 {100 * mean:5.1f} over {len(by_type)} types")
    made.lines += [f"  {kind:<10} {one}" for kind, one in by_type.items()]


def _modes(made: Report, pairs: Sequence[Both], acts: Sequence[Act], ours: Sequence[Event]) -> None:
    """F1 over events by type and mode together, where there is a mode, and of the modes that the gold has often."""
    right = Counter((act.type, act.mode) for act, event in pairs if act.mode and act.mode == event.mode)
    gold = Counter((act.type, act.mode) for act in acts if act.mode)
    found = Counter((event.type, event.mode) for event in ours if event.mode)
    made.add("mode_f1", "type + mode", Agreement(right.total(), found.total(), gold.total()))
    often = sorted(kind for kind, count in gold.items() if count >= MIN_MODE)
    made.lines += [
        f"  {'/'.join(kind):<22} {Agreement(right[kind], found[kind[0], kind[1]], gold[kind])}" for kind in often
    ]


def _places(made: Report, pairs: Sequence[Both]) -> None:
    """Places of the gold that we have, by country and by name (on the page or in the gazetteer), and how many of ours are right."""
    placed = [(act.place, event.place) for act, event in pairs if act.place]
    country = sum(
        ours is not None and ours.country == gold.country and ours.country is not None for gold, ours in placed
    )
    made.add("place_country_right", "country of the place right", Ratio(country, len(placed)))
    named = [(gold.name, ours) for gold, ours in placed if gold.name]
    right = sum(ours is not None and _is_named(ours, name) for name, ours in named)
    made.add("place_right", "name of the place right", Ratio(right, len(named)))
    given = [(gold, ours) for gold, ours in placed if ours is not None and ours.country]
    made.add("place_given_right", "  of the places that we give", Ratio(country, len(given)))


def _figures(made: Report, pairs: Sequence[Both]) -> None:
    """Figures of the gold that we have, and ours that it has, by unit and number; where ours has bounds, the lower one counts."""
    want = Counter((id(act), unit, _number(value)) for act, _ in pairs for unit, value in act.figures)
    units = {unit for _, unit, _ in want}
    have = Counter(
        (id(act), one.unit, one.value if one.value is not None else one.low if one.low is not None else one.high)
        for act, event in pairs
        for one in event.figures
        if one.unit in units
    )
    both = (want & have).total()
    made.add("figures_told", "figures told", Ratio(both, want.total()))
    made.add("figures_marked", "  of the figures that we give", Ratio(both, have.total()))


def _number(value: str) -> float:
    """The number of a figure of the gold: ``11+`` and ``11-14`` count as their lower bound."""
    return float(value.replace(",", "").rstrip("+").split("-")[0].lstrip("~<>="))


def _is_named(place: Place, name: str) -> bool:
    return name.casefold() in (place.name.casefold(), place.text.casefold())


def _source_right(pair: Both) -> bool:
    return countries_of(pair[1].source) == countries_in(pair[0].sources)


def _target_right(pair: Both) -> bool:
    return countries_of(pair[1].target) == countries_in(pair[0].targets)


def _met(pair: Both) -> list[tuple[Side, Party]]:
    """Sides of the gold with our parties on their words; of marks that stand for several sides none."""
    act, event = pair
    rows = ((act.source, act.sources, event.source), (act.target, act.targets, event.target))
    return [
        (side, party)
        for marks, sides, parties in rows
        if len(marks) == len(sides)
        for (start, end), side in zip(marks, sides, strict=True)
        for party in parties
        if party.start < end and start < party.end
    ]


def _phrases_right(pair: Both) -> bool:
    return _covers(pair[0].source, pair[1].source) and _covers(pair[0].target, pair[1].target)


def _covers(marks: Sequence[Range], parties: Sequence[Party]) -> bool:
    """True where every mark meets one of the parties, and every party a mark."""
    met = [[party.start < end and start < party.end for start, end in marks] for party in parties]
    return all(map(any, met)) and all(any(row[at] for row in met) for at in range(len(marks)))


_TESTS: tuple[tuple[str, str, Callable[[Both], bool]], ...] = (
    ("phrases", "type + phrases of both", _phrases_right),
    ("source", "type + source's country", _source_right),
    ("target", "type + target's country", _target_right),
    ("complete", "type + countries of both", lambda pair: _source_right(pair) and _target_right(pair)),
)
_SHARES: tuple[tuple[str, str, Callable[[Both], bool]], ...] = (
    ("status", "status", lambda pair: pair[0].status == pair[1].status),
    ("mode", "mode", lambda pair: pair[0].mode == (pair[1].mode or "")),
)


def _false(made: Report, read: Sequence[Paired]) -> None:
    quiet = [one for one in read if one.passage.no_events]
    sentences = sum(
        len(split_sentences(one.passage.text, block.start, block.end)) for one in quiet for block in one.passage.blocks
    )
    events = sum(len(one.found.events) for one in quiet)
    rate = Ratio(1000 * events, sentences).value
    made.figures["false_per_1000"] = rate
    made.lines.append(
        f"{'false events':<28} {rate:5.1f} per 1,000 sentences ({events} on {sentences} sentences of {len(quiet)} passages)"
    )


def _confusions(made: Report, read: Sequence[Paired]) -> None:
    kinds = Counter((act.type, event.type) for one in read for act, event in _confused(one))
    states = Counter(
        (act.status, event.status) for one in read for act, event in one.pairs if act.status != event.status
    )
    modes = Counter(
        (f"{act.type}/{act.mode or LEFT_OUT}", event.mode or LEFT_OUT)
        for one in read
        for act, event in one.pairs
        if act.mode != (event.mode or "")
    )
    for what, counted in (("type", kinds), ("mode", modes), ("status", states)):
        shown = (f"{gold} as {ours} {count}" for (gold, ours), count in counted.most_common(SHOWN_CONFUSIONS))
        made.lines.append(f"{what} taken for another: {', '.join(shown) or 'none'}")


def _confused(one: Paired) -> list[Both]:
    return [(act, event) for act in one.lost for event in one.spare if triggers_meet(act, event)]


def _wrong(kind: str, read: Sequence[Paired]) -> list[str]:
    """Wrong answers of a kind; what is found, the surest first."""
    rows: list[tuple[float, str]] = []
    for one in read:
        confused = _confused(one)
        if kind == "type":
            made = [(-event.confidence, _both(one, act, event)) for act, event in confused]
        elif kind == "missed":
            lost = [act for act in one.lost if all(act is not other for other, _ in confused)]
            made = [(0.0, _gold(one.passage, act)) for act in lost]
        elif kind in ("spurious", "false"):
            spare = [event for event in one.spare if all(event is not other for _, other in confused)]
            fits = one.passage.no_events == (kind == "false")
            made = [(-event.confidence, _ours(event)) for event in spare if fits]
        else:
            off = _SHARES[0][2] if kind == "status" else _TESTS[3][2]
            made = [(-event.confidence, _both(one, act, event)) for act, event in one.pairs if not off((act, event))]
        rows += [(rank, f"{kind:<9}{one.passage.name}: {line}") for rank, line in made]
    return [line for _, line in sorted(rows, key=lambda row: row[0])]


def _both(one: Paired, act: Act, event: Event) -> str:
    return f"gold {_gold(one.passage, act)}\n    ours {_ours(event)}"


def _gold(passage: Passage, act: Act) -> str:
    sides = (" + ".join(f"{side.country or '-'}/{side.sector}" for side in many) for many in (act.sources, act.targets))
    return f"{act.type} {act.status} {' -> '.join(side or LEFT_OUT for side in sides)}: {_around(passage, act.trigger)}"


def _ours(event: Event) -> str:
    sides = (
        " + ".join(f"{party.text!r} {party.country or '-'}/{party.sector or '-'}" for party in many)
        for many in (event.source, event.target)
    )
    pair = " -> ".join(side or LEFT_OUT for side in sides)
    return f"{event.type} {event.status} {pair} ({event.trigger.text!r}, {event.rule}, {event.confidence:.2f})"


def _around(passage: Passage, trigger: Range) -> str:
    start, end = trigger
    before, after = passage.text[max(0, start - 60) : start], passage.text[end : end + 60]
    return " ".join(f"{before}>>{passage.text[start:end]}<<{after}".split())


def on_corpus(passages: Sequence[Passage], pipeline: Process) -> Tally:
    """The passages read and paired."""
    tally = Tally()
    for passage, found in found_on(passages, pipeline):
        tally.passage(passage, found)
    return tally


def main() -> int:
    """Runs what is named; gives the exit status."""
    parser = options("Every yardstick for events.", WRONG)
    parser.add_argument("--plv", type=Path, metavar="FOLDER", help="holds PLV_train.tsv")
    parser.add_argument("--cameo", type=Path, metavar="FOLDER", help="holds set_a.json")
    wanted = parser.parse_args()
    if not (wanted.corpus or wanted.plv or wanted.cameo):
        wanted.corpus = [HERE]
    read, inner = shipped(wanted)
    pipeline = Watched(inner)
    if wanted.corpus:
        give(_corpus(wanted, pipeline), wanted)
    for report in _outside(wanted, read, pipeline):
        give(report, wanted)
    return pipeline.status()


def _corpus(wanted: argparse.Namespace, pipeline: Process) -> Report:
    passages = passages_of(wanted)
    gold = digest({Path(one.path) for one in passages})
    return worst(on_corpus(passages, pipeline).report(named(f"corpus-events-{wanted.part}", wanted), gold), wanted)


def _outside(wanted: argparse.Namespace, read: Read, pipeline: Process) -> Iterable[Report]:
    if wanted.plv:
        path = wanted.plv / "PLV_train.tsv"
        rows = plv.load(path)[: wanted.limit]
        yield plv.run(named("plv-train", wanted), rows, digest([path]), read, pipeline)
    if wanted.cameo:
        path = wanted.cameo / "set_a.json"
        leads = cameo.load(path)[: wanted.limit]
        yield cameo.run(named("cameo-set-a", wanted), leads, digest([path]), read, pipeline)


if __name__ == "__main__":
    sys.exit(main())
