"""Whom pronouns and nominals take up, on GUM's news and interviews: its chains of mentions, with names where known.

FOLDER holds ``coref/*.tsv`` (WebAnno TSV 3.2: tokens with entity type, chain links and, for known entities, their name).
A mention is looked at where it is no name itself (no capital but at its beginning), stands in the chain of a person or an
organisation, and some mention of the chain is a name. We are right where the party that we give for the same words names
whom the chain names; wrong where it names somebody else; open where it names nobody. Only mentions that are a speaker or
a party of an event, or that ``--all`` adds, have a party; the rest count as ``no party``.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from actor_mentions import closest, parties_of
from common import Agreement, Process, Ratio, Read, Report, digest, findings
from corpus_match import same_names

from onrecord.schema import Findings

GENRES = ("news", "interview")
_REFERENT = re.compile(r"(?P<type>[a-z]+)(?:\[(?P<number>\d+)\])?")
_LINK = re.compile(r"(?P<to>\d+-\d+)(?:\[(?P<from_n>\d+)_(?P<to_n>\d+)\])?")
_SAME = ("ana", "coref", "cata", "appos", "lexical")
THIRD = frozenset(
    "he him his himself she her hers herself they them their themselves it its itself who whom whose".split()
)
PRONOUNS = THIRD | frozenset("i me my mine myself we us our ours ourselves you your yours yourself yourselves".split())


@dataclass(slots=True)
class Mention:
    """A mention in ``text[start:end]`` with its entity type."""

    start: int
    end: int
    kind: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Chained:
    """A document's text with the mentions that no name is, each with the names of its chain."""

    name: str
    text: str
    asked: tuple[tuple[Mention, tuple[str, ...]], ...]


def load(folder: Path) -> list[Chained]:
    """The documents of the genres, in the order of their names."""
    paths = sorted(path for genre in GENRES for path in (folder / "coref").glob(f"GUM_{genre}_*.tsv"))
    return [_document(path) for path in paths]


@dataclass(slots=True)
class _Reading:
    mentions: dict[str, Mention] = field(default_factory=dict)
    links: list[tuple[str, str]] = field(default_factory=list)
    first: dict[str, str] = field(default_factory=dict)


def _document(path: Path) -> Chained:
    reading, pieces, length = _Reading(), [], 0
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("#Text=") and pieces:
            pieces[-1] = pieces[-1].rstrip(" ") + "\n"
        if line.startswith("#") or len(cells) < 10:
            continue
        word = cells[2]
        _take(reading, cells, length, length + len(word))
        pieces.append(word + " ")
        length += len(word) + 1
    text = "".join(pieces)
    for mention in reading.mentions.values():
        mention.text = text[mention.start : mention.end]
    return Chained(path.stem, text, tuple(_asked(reading)))


def _take(reading: _Reading, cells: list[str], start: int, end: int) -> None:
    """Notes the mentions that a token belongs to, and the links that begin at it."""
    token = cells[0]
    for referent in cells[3].split("|") if cells[3] != "_" else ():
        match = _REFERENT.fullmatch(referent)
        if match is None:
            continue
        key = match["number"] or f"at {token}"
        reading.mentions.setdefault(key, Mention(start, end, match["type"])).end = end
        reading.first.setdefault(f"{token}[{match['number'] or 0}]", key)
    kinds, ends = cells[8].split("|"), cells[9].split("|")
    for kind, target in zip(kinds, ends, strict=False):
        match = _LINK.fullmatch(target)
        if match and kind.startswith(_SAME):
            other = match["to_n"] or "0"
            own = match["from_n"] or "0"
            reading.links.append((_key(match["to"], own), _key(token, other)))


def _key(token: str, number: str) -> str:
    return number if number != "0" else f"at {token}"


def _asked(reading: _Reading) -> Iterator[tuple[Mention, tuple[str, ...]]]:
    """The mentions of people and organisations that no name is, where their chain has one."""
    chain = _chains(reading)
    members: dict[str, list[Mention]] = defaultdict(list)
    for key, mention in reading.mentions.items():
        members[chain(key)].append(mention)
    for group in members.values():
        names = tuple(dict.fromkeys(one.text for one in group if _is_name(one)))
        for one in group:
            if names and one.kind in ("person", "organization") and not _is_name(one):
                yield one, names


def _chains(reading: _Reading) -> Callable[[str], str]:
    """Which chain a mention belongs to, by one mention of it."""
    parent: dict[str, str] = {}

    def top(key: str) -> str:
        while parent.get(key, key) != key:
            key = parent[key]
        return key

    for one, other in reading.links:
        parent[top(one)] = top(other)
    return top


def _is_name(mention: Mention) -> bool:
    words = [word for word in mention.text.split() if word[:1].isalpha()]
    return bool(words) and words[-1][:1].isupper() and words[0].lower() not in PRONOUNS and len(words) < 6


KINDS = ("third person", "first and second person", "nominal")


def kind_of(text: str) -> str:
    """Which of KINDS a mention is."""
    word = text.lower()
    if word not in PRONOUNS:
        return "nominal"
    return "third person" if word in THIRD else "first and second person"


@dataclass(slots=True)
class Tally:
    """Counts by kind of mention and verdict."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def document(self, one: Chained, found: Findings) -> None:
        """Takes in one document with what was found on it."""
        parties = list(parties_of(found))
        for mention, names in one.asked:
            kind = kind_of(mention.text)
            party = closest((mention.start, mention.end), parties)
            if party is None:
                self.counts[kind, "no party"] += 1
                continue
            ours = tuple(member.name for member in party.members if member.name) or (
                (party.name,) if party.name else ()
            )
            right = any(same_names((name,), ours) for name in names)
            verdict = "right" if right else "wrong" if ours else "open"
            self.counts[kind, verdict] += 1
            if verdict != "right":
                self.misses.append(
                    f"{verdict} {kind}: {one.name} {mention.text!r}: {names[:3]} is {ours} ({party.how})"
                )

    def report(self, name: str, gold: str) -> Report:
        """The figures with their denominators."""
        report = Report(name, gold, misses=sorted(self.misses))
        for kind in KINDS:
            whole = sum(self.counts[kind, verdict] for verdict in ("right", "wrong", "open"))
            for verdict in ("right", "wrong", "open"):
                report.add(
                    f"{kind.replace(' ', '_')}_{verdict}",
                    f"{kind}: {verdict}",
                    Ratio(self.counts[kind, verdict], whole),
                )
            right, wrong = self.counts[kind, "right"], self.counts[kind, "wrong"]
            report.add(f"{kind.replace(' ', '_')}_f1", f"{kind}, as named", Agreement(right, right + wrong, whole))
            report.lines.append(f"  {kind}, without a party of ours: {self.counts[kind, 'no party']}")
        return report


def run(folder: Path, read: Read, pipeline: Process, limit: int | None = None) -> Report:
    """The report over the documents of ``folder``."""
    examples = load(folder)[:limit]
    tally = Tally()
    answers = findings([(one.name, one.text) for one in examples], read, pipeline)
    for one, (_, found) in zip(examples, answers, strict=True):
        tally.document(one, found)
    return tally.report("gum-chains", digest((folder / "coref").glob("*.tsv")))
