"""Who is meant: phrases alone, phrases of our corpus, the chains of GUM, and what stays open on any texts.

    python evals/actors.py [--data FOLDER] [--corpus PATH --part dev] [--gum FOLDER] [--open PATH…]
                           [--misses N] [--only KIND] [--limit N] [--json FOLDER]

What is named is measured; nothing named is the corpus beside this folder (see ``actor_mentions.py``; for GUM,
``gum_chains.py``; for what stays open, ``unresolved.py``).

``--data`` holds ``actor_cases/cases.json`` (from NGEC's tests, MIT; not part of this project): phrase, country and sector
code, some with a date. Country is right where it is the same code; "UNO", "EUR" and "IGO" are bodies without a country
there and are compared with the sector codes here. A case whose expected value is empty counts as right where nothing is
given. A crude gazetteer reaches country .60 and sector .49 on its withheld half.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import gum_chains
from actor_mentions import Mentions
from common import Agreement, Process, Ratio, Report, digest, shipped
from corpus_match import found_on
from several import HERE, Watched, give, named, options, passages_of, worst
from unresolved import over

from onrecord.lexicon.actors import load_actors
from onrecord.resolve.single import resolve_phrase
from onrecord.schema import Party

INTERNATIONAL = ("UNO", "EUR", "IGO")
HEALTH = {"HLH": "MED"}


def day_of(case: dict[str, Any]) -> date | None:
    """The day of a case: its query date; none for "today"."""
    given = [*case.get("args", []), case.get("kw", {}).get("query_date", "")]
    days = [one for one in given if isinstance(one, str) and one[:4].isdigit()]
    return date.fromisoformat(days[0]) if days else None


def country_of(party: Party) -> str:
    """The country, or the code of an international body."""
    if party.country is None:
        return next((code for code in INTERNATIONAL if code in party.sectors), "")
    return party.country


def cases(folder: Path) -> Report:
    """The phrase cases: a figure for countries and one for sectors, and the wrong answers."""
    path = folder / "actor_cases" / "cases.json"
    report = Report("actor-cases", digest([path]))
    actors = load_actors()
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    told: Counter[str] = Counter()
    given: Counter[str] = Counter()
    both: Counter[str] = Counter()
    for case in json.loads(path.read_text(encoding="utf-8")):
        party = resolve_phrase(case["text"], actors, None, day_of(case))
        got = {"country": country_of(party), "sector": party.sector or ""}
        for field, key in (("country", "country"), ("sector", "code_1")):
            wanted = case.get(key)
            if wanted is None:
                continue
            wanted = HEALTH.get(wanted, wanted)
            asked[field] += 1
            international = field == "country" and wanted == "IGO" and got[field] in INTERNATIONAL
            told[field] += bool(wanted)
            given[field] += bool(got[field])
            if got[field] == wanted or (wanted == "UNK" and not got[field]) or international:
                right[field] += 1
                both[field] += bool(wanted and got[field])
            else:
                report.misses.append(
                    f"{field:8} {case['text']!r}: wanted {wanted!r}, got {got[field]!r} "
                    f"({party.name}, {party.sectors}, {party.how})"
                )
    for field in ("country", "sector"):
        report.add(field, f"{field} of a phrase", Ratio(right[field], asked[field]))
        agreed = Agreement(both[field], given[field], told[field])
        report.add(f"{field}_f1", f"{field}, where there is one", agreed)
    return report


def on_corpus(wanted: argparse.Namespace, pipeline: Process) -> Report:
    """Every phrase that our corpus marks, by itself."""
    passages = passages_of(wanted)
    mentions = Mentions()
    for passage, found in found_on(passages, pipeline):
        mentions.passage(passage, found)
    return mentions.report(named(f"actors-corpus-{wanted.part}", wanted), digest({Path(one.path) for one in passages}))


def main() -> int:
    """Runs what is named; gives the exit status."""
    parser = options(__doc__.split("\n", 1)[0], ("name wrong", "name open", "country wrong", "country open"))
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="folder that holds actor_cases/")
    parser.add_argument("--gum", type=Path, metavar="FOLDER", help="folder that holds coref/")
    parser.add_argument("--open", type=Path, nargs="+", metavar="PATH", help="pages of which to count what stays open")
    wanted = parser.parse_args()
    if not (wanted.corpus or wanted.data or wanted.gum or wanted.open):
        wanted.corpus = [HERE]
    if wanted.data:
        give(cases(wanted.data), wanted)
    if not (wanted.corpus or wanted.gum or wanted.open):
        return 0
    read, inner = shipped(argparse.Namespace(min_confidence="everything"))
    pipeline = Watched(inner)
    if wanted.corpus:
        give(worst(on_corpus(wanted, pipeline), wanted), wanted)
    if wanted.gum:
        give(gum_chains.run(wanted.gum, read, pipeline, wanted.limit), wanted)
    if wanted.open:
        print("\n".join(over(wanted.open, pipeline).lines()))
    return pipeline.status()


if __name__ == "__main__":
    sys.exit(main())
