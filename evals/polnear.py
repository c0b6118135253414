"""Attributions on PolNeAR: who said or thinks what, scored by the words of source, cue and content.

    python evals/polnear.py --data FOLDER --split dev [--limit N] [--misses N] [--write FILE] [--json FILE]

FOLDER holds ``dev/text/*.txt`` and ``dev/attributions/*.ann`` (brat standoff). The definitions are those of Newell,
Margolin and Ruths (LREC 2018) and Pareti et al. (2013) as the usual scorers have them:

- a span stands for the words it covers (``\\w+``), so quotation marks and punctuation never count;
- predictions that share a cue are one attribution, because the gold joins “A,” said X. “B.” into one;
- one-to-one, best first: content overlap (intersection over union) of at least one half;
- the source agrees where at least half of the smaller one is shared, or both are empty; the cue where a word is shared;
- direct: nine tenths of the content's letters stand between double quotation marks; mixed: some; indirect: none.

``--write`` gives the predictions as JSONL (doc, attributions with source, cue and content offsets) for other scorers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from common import LEFT_OUT, Agreement, Process, Ratio, Read, Report, digest, emit, findings, limited, options, shipped

from onrecord.schema import Findings, Statement

Spans = tuple[tuple[int, int], ...]
Words = frozenset[int]

SAME_CONTENT = 0.5
"""Least overlap of two contents that are the same: fixed by the yardstick."""

MOSTLY_QUOTED = 0.9
"""Share of letters between quotation marks from which a content is direct: fixed by the yardstick."""

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as character ranges of the text; any role may be empty."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Example:
    """One document of the yardstick."""

    name: str
    text: str
    gold: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Worded:
    """An attribution as sets of word numbers, with the type of its content."""

    given: Attribution
    source: Words
    cue: Words
    content: Words
    form: str


def load(folder: Path) -> list[Example]:
    """The documents of a split in the order of their names; where several people annotated one, the first of them."""
    chosen: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        chosen.setdefault(path.stem.rsplit("_", 1)[0], path)
    return [Example(name, _text(folder, name), tuple(_standoff(path))) for name, path in sorted(chosen.items())]


def _text(folder: Path, name: str) -> str:
    return (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")


def _standoff(path: Path) -> Iterator[Attribution]:
    """The attributions of a brat file that have a content.

    A marked text may itself hold line breaks, a carriage return among them: only lines with an id and a type are read.
    """
    text = path.read_bytes().decode("utf-8")
    lines = [line.split("\t") for line in re.findall(r"(?m)^[TE]\d+\t[^\t\r\n]+", text)]
    spans = {parts[0]: _ranges(parts[1].split(" ", 1)[1]) for parts in lines if parts[0].startswith("T")}
    for parts in lines:
        if not parts[0].startswith("E"):
            continue
        roles: dict[str, list[tuple[int, int]]] = {"source": [], "cue": [], "content": []}
        for argument in parts[1].split()[1:]:
            role, target = argument.split(":")
            roles.get(role.rstrip("0123456789").lower(), []).extend(spans.get(target, ()))
        if roles["content"]:
            yield Attribution(*(tuple(sorted(roles[role])) for role in ("source", "cue", "content")))


def _ranges(text: str) -> Spans:
    pairs = (part.split() for part in text.split(";"))
    return tuple((int(start), int(end)) for start, end in pairs)


def predicted(found: Findings) -> list[Attribution]:
    """Our statements as attributions; those that share a cue are joined. Bare denials have no content and stay out."""
    joined: dict[Spans, Attribution] = {}
    for number, statement in enumerate(one for one in found.statements if one.content):
        made = _attribution(statement)
        key = made.cue or ((-1, number),)
        before = joined.get(key)
        joined[key] = made if before is None else _join(before, made)
    return list(joined.values())


def _attribution(statement: Statement) -> Attribution:
    speaker, cue = statement.speaker, statement.cue
    return Attribution(
        source=((speaker.start, speaker.end),) if speaker else (),
        cue=((cue.start, cue.end),) if cue else (),
        content=tuple((piece.start, piece.end) for piece in statement.content),
    )


def _join(first: Attribution, second: Attribution) -> Attribution:
    content = tuple(sorted({*first.content, *second.content}))
    return Attribution(first.source or second.source, first.cue, content)


def worded(text: str, attributions: Iterable[Attribution]) -> list[Worded]:
    """The attributions as word sets; those whose content covers no word are dropped."""
    numbers = [-1] * (len(text) + 1)
    for number, match in enumerate(WORD.finditer(text)):
        numbers[match.start() : match.end()] = [number] * (match.end() - match.start())
    quoted = quoted_letters(text)

    def words(spans: Spans) -> Words:
        return frozenset(numbers[at] for start, end in spans for at in range(start, min(end, len(text)))) - {-1}

    made = (
        Worded(one, words(one.source), words(one.cue), words(one.content), form(text, quoted, one.content))
        for one in attributions
    )
    return [one for one in made if one.content]


def quoted_letters(text: str) -> bytearray:
    """Per character 1 where it stands between double quotation marks of its own paragraph."""
    mask = bytearray(len(text))
    inside = False
    for at, letter in enumerate(text):
        if letter == "\n":
            inside = False
        elif letter in "“”":
            inside = letter == "“"
        elif letter == '"':
            inside = not inside
        mask[at] = inside
    return mask


def form(text: str, quoted: bytearray, content: Spans) -> str:
    """``direct``, ``mixed`` or ``indirect``, by the share of the content's letters and digits that are quoted."""
    letters = [quoted[at] for start, end in content for at in range(start, end) if text[at].isalnum()]
    share = sum(letters) / len(letters) if letters else 0.0
    return "direct" if share >= MOSTLY_QUOTED else "mixed" if share > 0 else "indirect"


def same_source(one: Words, other: Words) -> bool:
    """True where the two share at least half of the smaller, or both are empty."""
    if not one or not other:
        return not one and not other
    shared = len(one & other)
    return shared > 0 and 2 * shared >= min(len(one), len(other))


def match(gold: Sequence[Worded], found: Sequence[Worded]) -> list[tuple[int, int]]:
    """Pairs (gold, found), best overlap first; among equals the one whose source agrees, then text order."""
    candidates = []
    for i, wanted in enumerate(gold):
        for j, got in enumerate(found):
            overlap = len(wanted.content & got.content) / len(wanted.content | got.content)
            if overlap >= SAME_CONTENT:
                candidates.append((-overlap, not same_source(got.source, wanted.source), i, j))
    pairs: list[tuple[int, int]] = []
    for _, _, i, j in sorted(candidates):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


@dataclass(slots=True)
class Tally:
    """Gold, found and matched attributions over the documents so far."""

    gold: list[Worded]
    found: list[Worded]
    pairs: list[tuple[Worded, Worded]]
    misses: list[str]

    def document(self, example: Example, attributions: Sequence[Attribution]) -> None:
        """Counts one document in."""
        gold, found = worded(example.text, example.gold), worded(example.text, attributions)
        pairs = match(gold, found)
        self.gold += gold
        self.found += found
        self.pairs += [(gold[i], found[j]) for i, j in pairs]
        taken, used = {i for i, _ in pairs}, {j for _, j in pairs}
        wrong = [("missed", one) for i, one in enumerate(gold) if i not in taken]
        wrong += [("spurious", one) for j, one in enumerate(found) if j not in used]
        wrong += [("speaker", found[j]) for i, j in pairs if not same_source(found[j].source, gold[i].source)]
        wrong.sort(key=lambda item: item[1].given.content)
        self.misses += [f"{kind:<9}{example.name}: {shown(example.text, one)}" for kind, one in wrong]

    def report(self, name: str, gold: str) -> Report:
        """The figures."""
        made = Report(name, gold, misses=self.misses)
        with_source = [(g, f) for g, f in self.pairs if same_source(f.source, g.source)]
        with_cue = [(g, f) for g, f in self.pairs if f.cue & g.cue]
        all_three = [(g, f) for g, f in with_source if f.cue & g.cue]
        for key, what, pairs in (
            ("content_f1", "content", self.pairs),
            ("speaker_f1", "content + speaker", with_source),
            ("cue_f1", "content + cue", with_cue),
            ("all_f1", "content + speaker + cue", all_three),
        ):
            made.add(key, what, Agreement(len(pairs), len(self.found), len(self.gold)))
        for kind in ("direct", "mixed", "indirect"):
            matched = sum(g.form == kind for g, _ in self.pairs)
            made.add(f"{kind}_recall", f"{kind}: recall", Ratio(matched, sum(g.form == kind for g in self.gold)))
            matched = sum(f.form == kind for _, f in self.pairs)
            made.add(f"{kind}_precision", f"{kind}: precision", Ratio(matched, sum(f.form == kind for f in self.found)))
        return made


def shown(text: str, one: Worded) -> str:
    """``source | cue | content`` on one line."""
    roles = (one.given.source, one.given.cue, one.given.content)
    return " | ".join(" … ".join(" ".join(text[a:b].split()) for a, b in spans) or LEFT_OUT for spans in roles)


def run(name: str, examples: Sequence[Example], gold: str, read: Read, pipeline: Process) -> tuple[Report, list[str]]:
    """The report over ``examples`` and the predictions as JSON lines."""
    tally = Tally([], [], [], [])
    lines = []
    texts = [(example.name, example.text) for example in examples]
    for example, (_, found) in zip(examples, findings(texts, read, pipeline), strict=True):
        attributions = predicted(found)
        tally.document(example, attributions)
        made = [{"source": one.source, "cue": one.cue, "content": one.content} for one in attributions]
        lines.append(json.dumps({"doc": example.name, "attributions": made}))
    report = tally.report(name, gold)
    report.lines.insert(0, f"{len(examples)} documents")
    return report, lines


def main() -> None:
    """Runs the yardstick from the command line."""
    parser = options("Attributions on PolNeAR.")
    parser.add_argument("--split", default="dev", help="the folder under --data")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the predictions to FILE")
    wanted = parser.parse_args()
    folder = wanted.data / wanted.split
    name, examples = limited(f"polnear-{wanted.split}", load(folder), wanted)
    report, lines = run(name, examples, digest(folder.glob("*/*")), *shipped(wanted))
    if wanted.write:
        wanted.write.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    emit(report, wanted)


if __name__ == "__main__":
    main()
