"""Every yardstick for statements by one command: PolNeAR's layout, GUM's attributions, and our own corpus.

    python evals/statements.py [--corpus PATH --part dev] [--polnear FOLDER --split dev] [--gum FOLDER]
                               [--calibration] [--misses N] [--only KIND] [--min-confidence X] [--limit N] [--json FOLDER]

What is named is measured; nothing named is the corpus beside this folder. Definitions stand at the heads of
``corpus_tally.py``, ``polnear.py`` and ``gum.py``. ``--misses`` lists the worst: the longest missed, and what we were surest of,
kinds in turn. ``--calibration`` adds reliability tables of both confidences, over everything that is found.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import gum
import polnear
from calibration import table
from common import Confident, Process, Read, Report, digest, shipped
from corpus_match import Tags, found_on
from corpus_tally import WRONG, Tally
from several import HERE, Watched, give, named, options, passages_of, worst

from corpus import Passage
from onrecord.schema import Document, Findings
from onrecord.settings import confidence_floor


@dataclass(slots=True)
class Recorded:
    """A pipeline that remembers everything it found, by the text."""

    inner: Process
    by_text: dict[str, Findings] = field(default_factory=dict)

    def process(self, document: Document) -> Findings:
        """What is found on ``document``."""
        self.by_text[document.text] = self.inner.process(document)
        return self.by_text[document.text]


def on_corpus(passages: Sequence[Passage], pipeline: Process, floor: float, tags: Tags) -> Tally:
    """The passages read and paired; ``pipeline`` gives everything."""
    tally = Tally(floor)
    for passage, found in found_on(passages, pipeline):
        tally.passage(passage, found, tags(found.document))
    return tally


def on_polnear(folder: Path, wanted: argparse.Namespace, read: Read, everything: Process) -> tuple[Report, list[str]]:
    """PolNeAR's report, and the reliability of both confidences on it."""
    examples = polnear.load(folder)[: wanted.limit]
    recorded = Recorded(everything)
    floored = Confident(recorded, confidence_floor(wanted.min_confidence))
    name = named(f"polnear-{folder.name}", wanted)
    report, _ = polnear.run(name, examples, digest(folder.glob("*/*")), read, floored)
    contents: list[tuple[float, bool]] = []
    speakers: list[tuple[float, bool]] = []
    for example in examples:
        found = recorded.by_text[example.text]
        gold = polnear.worded(example.text, example.gold)
        ours = polnear.worded(example.text, polnear.predicted(found))
        partner = {j: gold[i] for i, j in polnear.match(gold, ours)}
        for number, one in enumerate(ours):
            sure, of_speaker = _confidence(found, one.given)
            contents.append((sure, number in partner))
            if number in partner and one.source:
                speakers.append((of_speaker, polnear.same_source(one.source, partner[number].source)))
    return report, table("confidence, content right", contents) + table("speaker confidence, phrase right", speakers)


def _confidence(found: Findings, one: polnear.Attribution) -> tuple[float, float]:
    """The surest of the statements that an attribution was joined from."""
    own = [
        (each.confidence, each.speaker_confidence)
        for each in found.statements
        if {(piece.start, piece.end) for piece in each.content} & {*one.content}
        and one.cue == (((each.cue.start, each.cue.end),) if each.cue else ())
    ]
    return max(own, default=(0.0, 0.0))


def main() -> int:
    """Runs what is named; gives the exit status."""
    parser = options("Every yardstick for statements.", WRONG)
    parser.add_argument("--polnear", type=Path, metavar="FOLDER")
    parser.add_argument("--split", default="dev", help="the folder under --polnear")
    parser.add_argument("--gum", type=Path, metavar="FOLDER")
    parser.add_argument("--calibration", action="store_true", help="print reliability tables")
    wanted = parser.parse_args()
    if not (wanted.corpus or wanted.polnear or wanted.gum):
        wanted.corpus = [HERE]
    read, inner = shipped(argparse.Namespace(min_confidence="everything"))
    everything = Watched(inner)
    floor = confidence_floor(wanted.min_confidence)
    if wanted.corpus:
        give(_corpus(wanted, everything, floor), wanted)
    if wanted.polnear:
        report, lines = on_polnear(wanted.polnear / wanted.split, wanted, read, everything)
        report.lines += lines if wanted.calibration else []
        give(report, wanted)
    if wanted.gum:
        give(gum.run(wanted.gum, read, Confident(everything, floor), wanted.limit), wanted)
    return everything.status()


def _corpus(wanted: argparse.Namespace, everything: Process, floor: float) -> Report:
    passages = passages_of(wanted)
    tally = on_corpus(passages, everything, floor, tagger())
    gold = digest({Path(one.path) for one in passages})
    report = tally.report(named(f"corpus-{wanted.part}", wanted), gold)
    report.lines += tally.calibration() if wanted.calibration else []
    return worst(report, wanted)


def tagger() -> Tags:
    """Tags words by the shipped model."""
    from onrecord.annotate import Annotator

    annotator = Annotator()

    def tags(document: Document) -> dict[int, str]:
        parsed = annotator.annotate(document)
        return {token.start: token.pos for sentence in parsed.sentences for token in sentence.tokens}

    return tags


if __name__ == "__main__":
    sys.exit(main())
