"""Other event coders on our corpus: the sentences to code, and the score of what a coder made of them.

    python evals/peer.py sentences [--part dev] [--corpus PATH…] > sentences.tsv
    python evals/peer.py score FILE [--part dev] [--corpus PATH…] [--misses N] [--json FILE]
    python evals/peer.py ours [--part dev] [--corpus PATH…] [--misses N] [--json FILE]

``sentences`` prints id, day of publication (YYYYMMDD) and text, parted by tabs; the id is the passage and the number of the
sentence in it. FILE is what the coder gave: PETRARCH2's TSV (date, source, target, CAMEO code, issues, sentence ids parted by
``;``, and whatever follows; ``---`` is nobody), or its dictionary as JSON (story → ``sents`` → sentence → ``events``, each a
list of source, target, code). ``ours`` scores us in the same way.

Gold and answers are taken as sets of (root, countries of the sources, countries of the targets) a sentence, and counted as pairs
of equal root. Roots are PLOVER's, CONCEDE and RETREAT joined (CAMEO 08 holds both); CAMEO codes become types by the crosswalk,
02 (appeals) REQUEST, and 01 none. The gold is counted as PLOVER counts (``onrecord.projection``): what happened, and the
announcements of what is to come. Country codes are the first three letters of an actor's code where they are a country's.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from common import USUAL, Agreement, Projected, Ratio, Report, digest, emit, shipped
from corpus_match import countries_in, countries_of, found_on
from several import HERE, passages_of

from corpus import Act, Passage
from onrecord.annotate import split_sentences
from onrecord.lexicon.actors import load_actors
from onrecord.lexicon.codebook import load_cameo
from onrecord.projection import AS_CAMEO

NOBODY = frozenset({"---", "", "None"})
CAMEO_COUNTRIES = {"KSV": "XKX", "ROM": "ROU", "ZAR": "COD", "TMP": "TLS", "PAL": "PSE"}
"""CAMEO's codes of countries that are not those of ISO 3166."""
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
SHOWN = 12

Country = tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Coded:
    """One event of a sentence: root, and the countries of its sides in alphabetical order (``-`` for none)."""

    root: str
    source: Country
    target: Country


Codings = Mapping[str, Sequence[Coded]]
"""The events of each sentence by its id; a sentence that is not there has none."""


def sentences_of(passages: Iterable[Passage]) -> Iterator[tuple[str, Passage, int, int]]:
    """Id, passage, start and end of each sentence, in order."""
    for passage in passages:
        spans = [span for block in passage.blocks for span in split_sentences(passage.text, block.start, block.end)]
        for number, (start, end) in enumerate(spans, 1):
            yield f"{passage.name}_{number}", passage, start, end


def gold_of(passages: Iterable[Passage]) -> dict[str, list[Coded]]:
    """The gold's events of each sentence as PLOVER counts them."""
    found: dict[str, list[Coded]] = {}
    for name, passage, start, end in sentences_of(passages):
        acts = [act for act in passage.events if start <= act.trigger[0] < end]
        agreed = {tuple(countries_in(act.sources)) for act in acts if (act.type, act.status) == ("AGREE", "actual")}
        coded = {(act, one) for act in acts if (one := _of_gold(act)) is not None}
        told = {one for act, one in coded if act.status == "planned" and one.root == "AGREE" and one.source in agreed}
        kept = {one for act, one in coded if act.status == "actual" or one not in told}
        found[name] = sorted(kept)
    return found


def _of_gold(act: Act) -> Coded | None:
    kind = act.type if act.status == "actual" else AS_CAMEO.get(act.type) if act.status == "planned" else None
    if kind is None:
        return None
    return Coded(YIELD.get(kind, kind), tuple(countries_in(act.sources)), tuple(countries_in(act.targets)))


def ours(passages: Sequence[Passage], wanted: argparse.Namespace) -> dict[str, list[Coded]]:
    """Our events of each sentence, projected."""
    _, pipeline = shipped(wanted)
    found = {passage.name: findings for passage, findings in found_on(passages, Projected(pipeline))}
    coded: dict[str, list[Coded]] = {}
    for name, passage, start, end in sentences_of(passages):
        own = (event for event in found[passage.name].events if start <= event.trigger.start < end)
        made = {
            Coded(YIELD.get(one.type, one.type), tuple(countries_of(one.source)), tuple(countries_of(one.target)))
            for one in own
        }
        coded[name] = sorted(made)
    return coded


def load(path: Path) -> dict[str, list[Coded]]:
    """The events of each sentence that another coder gave. Raises ValueError, naming the line, for one that is no such row."""
    text = path.read_text(encoding="utf-8")
    rows = _of_dictionary(json.loads(text)) if path.suffix == ".json" else _of_table(text)
    found: dict[str, set[Coded]] = defaultdict(set)
    for sentence, source, target, code in rows:
        root = root_of(code)
        if root is not None:
            found[sentence].add(Coded(root, country_of(source), country_of(target)))
    return {name: sorted(some) for name, some in found.items()}


def _of_table(text: str) -> Iterator[tuple[str, str, str, str]]:
    for number, cells in enumerate(csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE), 1):
        if not cells:
            continue
        if len(cells) < 6:
            raise ValueError(f"line {number}: {len(cells)} columns, where PETRARCH2 writes at least 6")
        for sentence in cells[5].split(";"):
            yield sentence.strip(), cells[1], cells[2], cells[3]


def _of_dictionary(stories: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    for story, given in stories.items():
        for number, sentence in (given.get("sents") or {}).items():
            for source, target, code, *_ in sentence.get("events") or ():
                name = number if number.startswith(story) else f"{story}_{number}"
                yield name, _first(source), _first(target), code


def _first(actor: Any) -> str:
    """An actor's code, of several the first."""
    return str(actor) if isinstance(actor, str) else str(next(iter(actor or ()), ""))


def root_of(code: str) -> str | None:
    """The PLOVER root of a CAMEO code of two to four digits; None for sayings and for what is no code."""
    if code[:2] == "02":
        return "REQUEST"
    if code[:2] == "08":
        return "YIELD"
    known = (load_cameo().get(code[:length]) for length in (4, 3, 2))
    kind = next((one.type for one in known if one is not None and one.type is not None), None)
    return YIELD.get(kind, kind) if kind else None


def country_of(actor: str) -> Country:
    """The country of an actor's code (``KENGOV``), ``-`` where its first letters are none's; nothing for nobody."""
    if actor in NOBODY:
        return ()
    first = CAMEO_COUNTRIES.get(actor[:3], actor[:3])
    known = load_actors().actor(first) if len(first) == 3 else None
    return (first if known is not None and known.kind == "country" else "-",)


def score(name: str, gold: str, passages: Sequence[Passage], given: Codings) -> Report:
    """The figures of ``given`` on the passages."""
    right = gold_of(passages)
    strange = sorted(set(given) - set(right))
    if strange:
        raise ValueError(f"{strange[0]}: no such sentence in this part of the corpus ({len(strange)} such)")
    report = Report(name, gold)
    rows = [(right[one], list(given.get(one, ()))) for one in right]
    roots = [([one.root for one in gold], [one.root for one in mine]) for gold, mine in rows]
    report.add("root_f1", "root", _agreement(roots))
    labels = sorted({label for want, _ in roots for label in want})
    each = {one: _agreement([(_only(want, one), _only(got, one)) for want, got in roots]) for one in labels}
    report.figures["root_macro_f1"] = sum(one.f1 for one in each.values()) / len(each) if each else 0.0
    report.lines.append(f"root: macro-F1 {100 * report.figures['root_macro_f1']:5.1f} over {len(each)} roots")
    report.lines += [f"  {label:<10} {one}" for label, one in each.items()]
    report.add("complete_f1", "root + countries of both", _agreement(rows))
    quiet = {one for one, passage, _, _ in sentences_of(passages) if passage.no_events}
    alarms = sum(len(given.get(one, ())) for one in quiet)
    report.figures["false_per_1000"] = Ratio(1000 * alarms, len(quiet)).value
    report.lines.append(
        f"{'false events':<28} {report.figures['false_per_1000']:5.1f} per 1,000 sentences ({alarms} on {len(quiet)})"
    )
    confused = Counter(pair for want, got in roots for pair in _confused(want, got))
    shown = (f"{want} as {got} {count}" for (want, got), count in confused.most_common(SHOWN))
    report.lines.append(f"one root taken for another: {', '.join(shown) or 'none'}")
    report.misses = _misses(passages, right, given)
    return report


def _only(labels: Iterable[str], wanted: str) -> list[str]:
    return [one for one in labels if one == wanted]


def _agreement(rows: Iterable[tuple[Sequence[Any], Sequence[Any]]]) -> Agreement:
    pairs = [(Counter(want), Counter(got)) for want, got in rows]
    return Agreement(
        sum((want & got).total() for want, got in pairs),
        sum(got.total() for _, got in pairs),
        sum(want.total() for want, _ in pairs),
    )


def _confused(want: Sequence[str], got: Sequence[str]) -> list[tuple[str, str]]:
    """What was taken for what, where one root is missing and another stands in its place."""
    missing, spare = Counter(want) - Counter(got), Counter(got) - Counter(want)
    return [(*missing, *spare)] if len(missing) == len(spare) == 1 else []  # type: ignore[list-item]


def _misses(passages: Iterable[Passage], right: Codings, given: Codings) -> list[str]:
    return [
        f"{name}: gold {_shown(right[name])}; coded {_shown(given.get(name, ()))}\n    {passage.text[start:end]}"
        for name, passage, start, end in sentences_of(passages)
        if list(right[name]) != list(given.get(name, ()))
    ]


def _shown(codings: Iterable[Coded]) -> str:
    return ", ".join(f"{one.root} {'+'.join(one.source)}>{'+'.join(one.target)}" for one in codings) or "nothing"


def main() -> int:
    """Runs one of the three from the command line; gives the exit status."""
    parser = argparse.ArgumentParser(description="Other event coders on our corpus.")
    parser.add_argument("action", choices=("sentences", "score", "ours"))
    parser.add_argument("file", nargs="?", type=Path, help="what the coder gave (.tsv or .json)")
    parser.add_argument("--corpus", type=Path, nargs="+", metavar="PATH", default=[HERE])
    parser.add_argument("--part", default="dev", choices=("train", "dev", "test", "all"))
    parser.add_argument("--limit", type=int, metavar="N", help="the first N passages")
    parser.add_argument("--min-confidence", default=USUAL, metavar="X", help="of our own entries")
    parser.add_argument("--misses", type=int, default=0, metavar="N")
    parser.add_argument("--json", type=Path, metavar="FILE")
    wanted = parser.parse_args()
    passages = passages_of(wanted)
    if wanted.action == "sentences":
        for name, passage, start, end in sentences_of(passages):
            day = passage.published.strftime("%Y%m%d") if passage.published else ""
            print(f"{name}\t{day}\t{' '.join(passage.text[start:end].split())}")
        return 0
    if wanted.action == "score" and wanted.file is None:
        parser.error("score: name the file that the coder gave")
    gold = digest({Path(one.path) for one in passages})
    try:
        given = ours(passages, wanted) if wanted.action == "ours" else load(wanted.file)
        report = score(f"peer-{wanted.action}-{wanted.part}", gold, passages, given)
    except ValueError as error:
        print(f"{wanted.file}: {error}", file=sys.stderr)
        return 2
    emit(report, wanted)
    return 0


if __name__ == "__main__":
    sys.exit(main())
