"""Attribution in GUM's news and interviews: the contents that its discourse relations attribute.

FOLDER holds ``attribution_pairs.jsonl`` (per relation the token ranges of the attributing clause and of the content) and
``dep/*.conllu``. What is approximate: contents are elementary discourse units of one sentence, so a quotation that
goes on is cut and a relative clause may be split off; first-person “I think” counts there and is no statement for us
where it stands in somebody's speech; the speaker is the clause's subject, or the noun after “according to”, by its
head word only; negative attribution (“has not said”) is left out. Only recall can be had: the relation is not
annotated inside smaller units, so what we find beyond it is not wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from common import LEFT_OUT, Process, Ratio, Read, Report, digest, findings
from polnear import SAME_CONTENT, Attribution, Spans, Worded, match, predicted, worded

from onrecord.schema import Findings

GENRES = ("news", "interview")


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word: code points of the text, relation, and the number of its head in the document (-1: none)."""

    start: int
    end: int
    lemma: str
    relation: str
    head: int


@dataclass(frozen=True, slots=True)
class Example:
    """A document with its attributions; ``genre`` is one of GENRES."""

    name: str
    genre: str
    text: str
    gold: tuple[Attribution, ...]


def load(folder: Path) -> list[Example]:
    """The documents that hold positive attributions and have trees, in the order of the pairs file."""
    pairs: dict[str, list[dict[str, object]]] = {}
    with (folder / "attribution_pairs.jsonl").open(encoding="utf-8") as file:
        for line in file:
            given = json.loads(line)
            if given["rel"].startswith("attribution-positive"):
                pairs.setdefault(given["doc"], []).append(given)
    paths = {name: folder / "dep" / f"{name}.conllu" for name in pairs}
    return [_example(path, name, pairs[name]) for name, path in paths.items() if path.exists()]


def _example(path: Path, name: str, pairs: Sequence[dict[str, object]]) -> Example:
    text, words = read_words(path.read_text(encoding="utf-8").splitlines())
    gold = tuple(_gold(words, pair) for pair in pairs)
    return Example(name, str(pairs[0]["genre"]), text, gold)


def read_words(lines: Iterable[str]) -> tuple[str, list[Word]]:
    """The text that a CoNLL-U file stands for, paragraphs on lines of their own, and its words."""
    text = ""
    words: list[Word] = []
    first, spaced, covered = 0, "", 0
    for line in lines:
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            text, spaced = (text + "\n" if text else ""), ""
        elif line.startswith("# sent_id"):
            first = len(words)
        parts = line.split("\t")
        if len(parts) != 10 or "." in parts[0]:
            continue
        number, _, last = parts[0].partition("-")
        if last or int(number) > covered:
            start = len(text + spaced)
            text += spaced + parts[1]
            spaced = "" if "SpaceAfter=No" in parts[9].split("|") else " "
            covered = int(last) if last else 0
        if not last:
            covered = 0 if int(number) == covered else covered
            head = first + int(parts[6]) - 1 if parts[6] != "0" else -1
            words.append(Word(start, len(text), parts[2], parts[7].split(":")[0], head))
    return text, words


def _gold(words: Sequence[Word], pair: dict[str, object]) -> Attribution:
    clause = [at for first, last in _ranges(pair["attribution_clause"]) for at in range(first, last)]
    content = tuple((words[a].start, words[b - 1].end) for a, b in _ranges(pair["content"]))
    source = tuple((words[at].start, words[at].end) for at in _speakers(words, clause))
    return Attribution(source, tuple((words[at].start, words[at].end) for at in clause), content)


def _ranges(given: object) -> list[tuple[int, int]]:
    assert isinstance(given, list)
    return [(int(first), int(last)) for first, last in given]


def _speakers(words: Sequence[Word], clause: Sequence[int]) -> Iterator[int]:
    """Subjects in the clause; where there is none, what follows “according to”."""
    subjects = [at for at in clause if words[at].relation == "nsubj"]
    lemmas = [words[at].lemma for at in clause]
    if not subjects and lemmas[:1] == ["accord"]:
        subjects = [at for at in clause if words[at].relation == "obl"][:1]
    yield from subjects[:1]


def score(name: str, gold: str, examples: Sequence[Example], found: Iterable[Findings]) -> Report:
    """Recall of contents and of speakers, over all documents and by genre."""
    report = Report(name, gold)
    rows: list[tuple[str, Worded, Worded | None, bool]] = []
    for example, one in zip(examples, found, strict=True):
        rows += _rows(example, predicted(one))
    report.lines.append(f"{len(examples)} documents, {len(rows)} attributions; recall only, contents approximate")
    for genre in ("all", *GENRES):
        chosen = [row for row in rows if genre in ("all", row[0])]
        matched = [row for row in chosen if row[2]]
        coded = [row for row in matched if row[1].source]
        right = [row for row in coded if row[2] and row[1].source <= row[2].source]
        report.add(f"{genre}_content_recall", f"{genre}: content", Ratio(len(matched), len(chosen)))
        report.add(
            f"{genre}_covered_recall", f"{genre}: half covered", Ratio(sum(row[3] for row in chosen), len(chosen))
        )
        report.add(f"{genre}_speaker_right", f"{genre}: speaker of matches", Ratio(len(right), len(coded)))
    texts = {id(one): example for example in examples for one in example.gold}
    report.misses = [_shown(texts[id(row[1].given)], row[1]) for row in rows if row[2] is None]
    return report


def _rows(example: Example, ours: Sequence[Attribution]) -> list[tuple[str, Worded, Worded | None, bool]]:
    """Per attribution its genre, the gold, our match or None, and whether one of ours covers half of it."""
    gold, found = worded(example.text, example.gold), worded(example.text, ours)
    partner = {i: found[j] for i, j in match(gold, found)}
    return [
        (
            example.genre,
            one,
            partner.get(i),
            any(len(one.content & other.content) >= SAME_CONTENT * len(one.content) for other in found),
        )
        for i, one in enumerate(gold)
    ]


def _shown(example: Example, one: Worded) -> str:
    return f"missed   {example.name}: {_words(example.text, one.given.cue)} | {_words(example.text, one.given.content)}"


def _words(text: str, spans: Spans) -> str:
    return " ".join(text[spans[0][0] : spans[-1][1]].split()) if spans else LEFT_OUT


def run(folder: Path, read: Read, pipeline: Process, limit: int | None = None) -> Report:
    """The report over the documents in ``folder``, the first ``limit`` of them."""
    examples = load(folder)[:limit]
    texts = [(example.name, example.text) for example in examples]
    name = "gum" if limit is None else f"gum-first-{limit}"
    found = (one for _, one in findings(texts, read, pipeline))
    return score(name, digest([folder / "attribution_pairs.jsonl"]), examples, found)
