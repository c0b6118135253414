"""Event roots in raw leads, against three to five people who coded them by CAMEO.

    python evals/cameo.py --data FOLDER [--file set_a.json] [--limit N] [--misses N] [--json FILE]

Per sentence the set of two-digit roots: ours (``Event.cameo``, events as PLOVER counts them) against each coder's in
turn. Pairwise F1 counts roots over all sentences and is the mean over coders; the same between people is printed
beside it. Coders give root 01 to a bare statement, which for us is a statement and no event: so there are two
figures, one where our statements count as 01, and one without 01 on either side; in a third, roots that PLOVER joins
are one (09 and 11; 18, 19 and 20). A false alarm is a sentence in which no coder found anything to code, and we an
event.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

from common import Agreement, Process, Projected, Ratio, Read, Report, digest, emit, findings, limited, options, shipped

from onrecord.schema import Findings

STATEMENT = "01"

JOINED = {"11": "09", "19": "18", "20": "18"}
"""Roots that are one type in PLOVER: ACCUSE holds 09 and 11, ASSAULT 18 to 20."""

Roots = frozenset[str]


@dataclass(frozen=True, slots=True)
class Lead:
    """A sentence and the roots that each coder gave."""

    name: str
    text: str
    coders: dict[str, Roots]

    @property
    def empty(self) -> bool:
        """True where no coder found anything to code."""
        return not any(self.coders.values())


def load(path: Path) -> list[Lead]:
    """The sentences of a set."""
    given = json.loads(path.read_text(encoding="utf-8"))
    return [
        Lead(
            str(number),
            one["sentence"],
            {who: frozenset(root_of(act[2]) for act in coded["acts"]) for who, coded in one["coders"].items()},
        )
        for number, one in enumerate(given, 1)
    ]


def root_of(label: str) -> str:
    """``03`` from ``1-3 Express Intent to Coop``: the number after the quad class."""
    return f"{int(label.split()[0].split('-')[1]):02d}"


def without_statements(roots: Roots) -> Roots:
    """The roots but 01."""
    return roots - {STATEMENT}


def joined(roots: Roots) -> Roots:
    """The roots but 01, those that PLOVER joins as one."""
    return frozenset(JOINED.get(root, root) for root in without_statements(roots))


def same(roots: Roots) -> Roots:
    """The roots as they are."""
    return roots


VIEWS: tuple[tuple[str, str, Callable[[Roots], Roots]], ...] = (
    ("with_statements", "statements count as 01", same),
    ("without_01", "without 01", without_statements),
    ("joined", "without 01, joined", joined),
)


def agreement(pairs: Sequence[tuple[Roots, Roots]]) -> Agreement:
    """Roots shared, summed over (ours or one coder's, another coder's)."""
    return Agreement(sum(len(a & b) for a, b in pairs), sum(len(a) for a, _ in pairs), sum(len(b) for _, b in pairs))


def pairwise(leads: Sequence[Lead], ours: Sequence[Roots], view: Callable[[Roots], Roots]) -> list[Agreement]:
    """Our agreement with each coder."""
    coders = sorted({who for lead in leads for who in lead.coders})
    pairs = list(zip(leads, ours, strict=True))
    return [
        agreement([(view(mine), view(lead.coders[who])) for lead, mine in pairs if who in lead.coders])
        for who in coders
    ]


def between_people(leads: Sequence[Lead], view: Callable[[Roots], Roots]) -> list[Agreement]:
    """The agreement of each ordered pair of coders."""
    coders = sorted({who for lead in leads for who in lead.coders})
    return [
        agreement([(view(lead.coders[a]), view(lead.coders[b])) for lead in leads if {a, b} <= lead.coders.keys()])
        for a, b in permutations(coders, 2)
    ]


def ours(found: Findings) -> Roots:
    """The roots on our record of one sentence, with 01 where there is a statement."""
    events = frozenset(event.cameo for event in found.events if event.cameo)
    return events | {STATEMENT} if found.statements else events


def score(name: str, gold: str, leads: Sequence[Lead], found: Sequence[Findings]) -> Report:
    """The figures over ``leads``."""
    roots = [ours(one) for one in found]
    report = Report(name, gold)
    report.lines.append(f"{len(leads)} sentences, {sum(lead.empty for lead in leads)} with nothing to code")
    for key, what, view in VIEWS:
        values = [one.f1 for one in pairwise(leads, roots, view)]
        people = [one.f1 for one in between_people(leads, view)]
        report.figures[f"root_f1_{key}"] = sum(values) / len(values) if values else 0.0
        report.lines.append(
            f"root F1, {what:<24} {100 * report.figures[f'root_f1_{key}']:5.1f} (over {len(values)} coders: "
            f"{_range(values)}; between people {_range(people)})"
        )
    empty = [(lead, one) for lead, one in zip(leads, found, strict=True) if lead.empty]
    alarms = [(lead, one) for lead, one in empty if one.events]
    report.add("quiet", "rightly left alone", Ratio(len(empty) - len(alarms), len(empty)))
    report.misses = [_alarm(lead, one) for lead, one in alarms]
    report.misses += [_off(lead, one) for lead, one in zip(leads, found, strict=True) if _lacks(lead, one)]
    return report


def _range(values: Sequence[float]) -> str:
    return f"{100 * min(values):.1f} to {100 * max(values):.1f}" if values else "none"


def _lacks(lead: Lead, found: Findings) -> bool:
    """True where most coders agree on a root, 01 aside, that we do not have."""
    return bool(_majority(lead) - ours(found))


def _majority(lead: Lead) -> Roots:
    votes = [root for roots in lead.coders.values() for root in without_statements(roots)]
    return frozenset(root for root in votes if 2 * votes.count(root) > len(lead.coders))


def _alarm(lead: Lead, found: Findings) -> str:
    return f"alarm {lead.name}: {_events(found)}\n    {lead.text}"


def _off(lead: Lead, found: Findings) -> str:
    return f"lacks {lead.name}: most say {' '.join(sorted(_majority(lead)))}; ours {_events(found)}\n    {lead.text}"


def _events(found: Findings) -> str:
    return ", ".join(f"{one.cameo} {one.type} ({one.trigger.text!r}, {one.rule})" for one in found.events) or "none"


def run(name: str, leads: Sequence[Lead], gold: str, read: Read, pipeline: Process) -> Report:
    """The report over ``leads``."""
    texts = [(lead.name, lead.text) for lead in leads]
    return score(name, gold, leads, [found for _, found in findings(texts, read, Projected(pipeline))])


def main() -> None:
    """Runs the yardstick from the command line."""
    parser = options("Event roots against several coders.")
    parser.add_argument("--file", default="set_a.json", help="the set under --data")
    wanted = parser.parse_args()
    path = wanted.data / wanted.file
    name, leads = limited("cameo-" + path.stem.replace("_", "-"), load(path), wanted)
    emit(run(name, leads, digest([path]), *shipped(wanted)), wanted)


if __name__ == "__main__":
    main()
