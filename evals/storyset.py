"""Across pages, on the project's own stories: ``python evals/storyset.py [--part tune|held|all] [--misses N]``.

The pages of ``corpus/stories`` are read, coded and derived together, a part at a time, and what comes out is set against the
gold beside them:

* copies: pairs of pages, either way round; and how many of those bear the right relation;
* stories and episodes: B-cubed over pages;
* happenings: B-cubed and CoNLL over the gold reports for which an event was found (its trigger stands in the words quoted),
  and over all of them, a report without an event being one that was missed;
* sayings: pairs of carriers brought together, of those whose statement was found;
* changes of position: right where its two passages tell of two commitments that follow each other in one lane of the gold
  (repetitions between them aside), and its name is among those the gold allows; recall over the changes of the gold;
* disputes: right where its passages tell of the two sides of one in the gold; recall over those;
* bounds: undated pages whose interval holds all days on which they can have been published.

What is claimed and stands in no gold counts as wrong: read ``--misses`` before trusting a precision. The part ``held`` is for
the figure alone; nothing is tuned on it.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from common import Agreement, Process, Ratio, spread
from coref_score import b_cubed, conll, groups_of
from storyset_read import PARTS, STORIES, Quoted, Stance, Tale, faults, load

from onrecord.derive import derive
from onrecord.read import read
from onrecord.schema import Bounds, Copy, Derived, Dispute, Done, Findings, Happening, Position, Story, Utterance
from onrecord.settings import MIN_CONFIDENCE
from onrecord.store import MemoryStore, Store

Place = tuple[str, int, int]
"""A stretch of a document: its id, start and end."""


@dataclass
class Scored:
    """Lines to read and wrong answers."""

    lines: list[str] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def add(self, what: str, measured: object) -> None:
        """Takes in a line."""
        self.lines.append(f"{what:<32} {measured}")


class Derivation:
    """The stories in one record, derived, with the way from a page's name to its document and back."""

    def __init__(self, tales: Sequence[Tale], pipeline: Process) -> None:
        """Codes and derives all pages."""
        self.tales = tales
        self.store: Store = MemoryStore()
        self.found: dict[str, Findings] = {}
        for tale in tales:
            for told in tale.pages:
                findings = pipeline.process(read(told.page()))
                self.found[told.name] = findings
                self.store.put(findings, [Done(findings.document.doc, "page", "f", "found")])
        self.name = {one.document.doc: name for name, one in self.found.items()}
        derive(self.store, MIN_CONFIDENCE["balanced"])

    def rows(self, kind: type[Derived]) -> list[Derived]:
        """The derived rows of a kind."""
        return list(self.store.derivations.rows(kind))

    def place(self, quoted: Quoted) -> Place:
        """Where quoted words stand."""
        document = self.found[quoted[0]].document
        start = document.text.index(quoted[1])
        return document.doc, start, start + len(quoted[1])

    def words(self, place: Place) -> str:
        """The words of a place, with the name of their page."""
        name = self.name[place[0]]
        return f"{name}: {' '.join(self.found[name].document.text[place[1] : place[2]].split())}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Checks the gold, derives and prints the figures of each part."""
    parser = argparse.ArgumentParser(description="Copies to disputes on the project's own stories.")
    parser.add_argument("--data", type=Path, default=STORIES)
    parser.add_argument("--part", choices=(*PARTS, "all"), default="tune")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list N wrong answers")
    wanted = parser.parse_args(arguments)
    tales = load(wanted.data, None if wanted.part == "all" else wanted.part)
    wrong = [f"{tale.name}: {fault}" for tale in tales for fault in faults(tale)]
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
        return 1
    from onrecord.api import default_pipeline

    scored = score(Derivation(tales, default_pipeline()))
    pages = sum(len(tale.pages) for tale in tales)
    print(f"== stories-{wanted.part}: {', '.join(tale.name for tale in tales)} ({pages} pages)")
    print("\n".join(scored.lines))
    if wanted.misses:
        print(f"-- {min(wanted.misses, len(scored.misses))} of {len(scored.misses)} wrong answers")
        print("\n".join(spread(scored.misses, wanted.misses)))
    return 0


def score(made: Derivation) -> Scored:
    """All figures."""
    out = Scored()
    for part in (_copies, _stories, _happenings, _sayings, _changes, _disputes, _bounds):
        part(made, out)
    return out


def _copies(made: Derivation, out: Scored) -> None:
    gold = {frozenset(row[:2]): row[2] for tale in made.tales for row in tale.copies}
    ours = {
        frozenset((made.name[row.copy], made.name[row.original])): row.relation
        for row in made.rows(Copy)
        if isinstance(row, Copy)
    }
    both = gold.keys() & ours.keys()
    out.add("copies", Agreement(len(both), len(ours), len(gold)))
    out.add("  relation right", Ratio(sum(gold[pair] == ours[pair] for pair in both), len(both)))
    out.misses += [f"copy missed: {' '.join(sorted(pair))}" for pair in gold.keys() - both]
    out.misses += [f"copy claimed: {' '.join(sorted(pair))} {ours[pair]}" for pair in ours.keys() - both]


def _stories(made: Derivation, out: Scored) -> None:
    stories = {told.name: tale.name for tale in made.tales for told in tale.pages}
    episodes = {name: f"{tale.name} {one}" for tale in made.tales for name, one in tale.episodes.items()}
    for level, gold in (("story", stories), ("episode", episodes)):
        rows = [row for row in made.rows(Story) if isinstance(row, Story) and row.level == level]
        label = {made.name[doc]: row.id for row in rows for doc in row.docs}
        out.add(f"{level}, B-cubed", b_cubed(groups_of(gold), groups_of(label)))
        out.lines[-1] += f"   ({len(rows)} for {len(set(gold.values()))})"


def _happenings(made: Derivation, out: Scored) -> None:
    row_of = {entry: row for row in made.rows(Happening) for entry in row.entries}
    gold, ours = {}, {}
    for tale in made.tales:
        for name, reports in tale.happenings.items():
            for quoted in reports:
                gold[quoted] = f"{tale.name} {name}"
                doc, start, end = made.place(quoted)
                events = [one for one in made.found[quoted[0]].events if start <= one.trigger.start < end]
                known = [row_of[one.id].id for one in events if one.id in row_of]
                if known:
                    ours[quoted] = known[0]
                else:
                    out.misses.append(f"no event: {made.words((doc, start, end))}")
    seen = {quoted: gold[quoted] for quoted in ours}
    out.add("reports found as events", Ratio(len(ours), len(gold)))
    for name, one in (("happenings, events found", seen), ("happenings, end to end", gold)):
        figures = conll(groups_of(one), groups_of(ours))
        out.add(f"{name}, B-cubed", figures["b_cubed"])
        out.lines[-1] += f"   CoNLL {100 * float(figures['conll']):.1f}"  # type: ignore[arg-type]
    for first, second in combinations(ours, 2):
        if (gold[first] == gold[second]) != (ours[first] == ours[second]):
            what = "apart" if gold[first] == gold[second] else "joined"
            out.misses.append(f"happening {what}: {' / '.join(made.words(made.place(one)) for one in (first, second))}")


def _sayings(made: Derivation, out: Scored) -> None:
    row_of = {entry: row.id for row in made.rows(Utterance) for entry in row.entries}
    right = total = missing = 0
    for tale in made.tales:
        for carriers in tale.sayings:
            entries = [list(_statements(made, quoted)) for quoted in carriers]
            missing += sum(not one for one in entries)
            for first, second in combinations([one for one in entries if one], 2):
                total += 1
                right += bool(
                    {row_of[one] for one in first if one in row_of} & {row_of[one] for one in second if one in row_of}
                )
    out.add("sayings, pairs of carriers", f"{Ratio(right, total)}   ({missing} not found as statements)")


def _statements(made: Derivation, quoted: Quoted) -> Iterator[str]:
    _, start, end = made.place(quoted)
    for one in made.found[quoted[0]].statements:
        if any(piece.start < end and start < piece.end for piece in (*one.content, *([one.cue] if one.cue else []))):
            yield one.id


def _tells(made: Derivation, at: Sequence[Quoted], place: Place) -> bool:
    """True where a passage holds any of some quoted words."""
    spans = [made.place(one) for one in at]
    return any(doc == place[0] and start < place[2] and place[1] < end for doc, start, end in spans)


def _changes(made: Derivation, out: Scored) -> None:
    lanes = [lane for tale in made.tales for lane in tale.positions]
    claimed = [row for row in made.rows(Position) if isinstance(row, Position) and row.change]
    found: set[tuple[str, int]] = set()
    right: Counter[str] = Counter()
    for row in claimed:
        assert row.earlier and row.later and row.change
        places = [(one.doc, one.start, one.end) for one in (row.earlier, row.later)]
        hits = {(name, at): names for name, stands in lanes for at, names in _steps(made, stands, places, row.change)}
        named = {key for key, names in hits.items() if row.change in names}
        found |= named
        right[row.change] += bool(named)
        if not named:
            wanted = " or ".join(sorted({name for names in hits.values() for name in names})) or "nothing"
            out.misses.append(
                f"change: {row.name} / {row.issue}: {row.change} for {wanted}\n"
                f"    {made.words(places[0])}\n    {made.words(places[1])}"
            )
    steps = {(name, at): stand for name, stands in lanes for at, stand in enumerate(stands) if at}
    total = Counter(row.change for row in claimed)
    out.add("changes of position: precision", Ratio(sum(right.values()), len(claimed)))
    out.add("changes of position: recall", Ratio(len(found), len(steps)))
    for kind in sorted({*(stand.changes[0] for stand in steps.values()), *(str(one) for one in total)}):
        gold = [key for key, stand in steps.items() if stand.changes[0] == kind]
        out.add(f"  {kind}", f"P {Ratio(right[kind], total[kind])}   R {Ratio(len(found & set(gold)), len(gold))}")  # type: ignore[index]
    for key, stand in steps.items():
        if key not in found:
            out.misses.append(
                f"change missed: {key[0]}: {' or '.join(stand.changes)}: {made.words(made.place(stand.at[0]))}"
            )


def _steps(
    made: Derivation, stands: Sequence[Stance], places: Sequence[Place], change: str
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The steps of a lane that two passages tell of; those of one day may come in either order."""
    orders = [places] if change not in ("conflicts", "differs") else [places, places[::-1]]
    for earlier, later in orders:
        for at in range(1, len(stands)):
            if not _tells(made, stands[at].at, later):
                continue
            back = at - 1
            while back >= 0:
                if _tells(made, stands[back].at, earlier):
                    yield at, stands[at].changes
                    break
                if stands[back].changes[:1] != ("repeats",):
                    break
                back -= 1


def _disputes(made: Derivation, out: Scored) -> None:
    gold = [one for tale in made.tales for one in tale.disputes]
    claimed = [row for row in made.rows(Dispute) if isinstance(row, Dispute)]
    found: set[int] = set()
    right: Counter[str] = Counter()
    for row in claimed:
        places = [(one.doc, one.start, one.end) for one in (*row.passages, *row.sides)]
        hits = {
            at
            for at, one in enumerate(gold)
            if all(any(_tells(made, side, place) for place in places) for side in one.sides)
        }
        found |= hits
        right[row.matter] += bool(hits)
        if not hits:
            told = "".join(f"\n    {made.words((one.doc, one.start, one.end))}" for one in row.passages)
            out.misses.append(f"dispute: {row.matter}: {row.issue}: {row.why}{told}")
    out.add("disputes: precision", Ratio(sum(right.values()), len(claimed)))
    out.add("disputes: recall", Ratio(len(found), len(gold)))
    for kind in ("claim", "figure", "account"):
        wanted = {at for at, one in enumerate(gold) if one.matter == kind}
        total = sum(row.matter == kind for row in claimed)
        out.add(f"  {kind}", f"P {Ratio(right[kind], total)}   R {Ratio(len(found & wanted), len(wanted))}")
    for at, one in enumerate(gold):
        if at not in found:
            told = " / ".join(made.words(made.place(side[0])) for side in one.sides)
            out.misses.append(f"dispute missed: {one.matter}: {one.about}: {told}")


def _bounds(made: Derivation, out: Scored) -> None:
    rows = {row.doc: row for row in made.rows(Bounds) if isinstance(row, Bounds)}
    undated = [told for tale in made.tales for told in tale.pages if told.between]
    right = 0
    for told in undated:
        assert told.between
        row = rows.get(made.found[told.name].document.doc)
        low, high = (row.earliest, row.latest) if row else (None, None)
        holds = (low is None or low <= told.between[0]) and (high is None or told.between[1] <= high)
        right += holds and not (low is None and high is None)
        text = f"{told.name}: {low or '?'} to {high or '?'}, truly {told.between[0]} to {told.between[1]}"
        out.add("  bounds", text)
        if not holds:
            out.misses.append(f"bounds: {text}: {row.why if row else ''}")
    out.add("bounds right", Ratio(right, len(undated)))


if __name__ == "__main__":
    sys.exit(main())
