"""ECB+ (Cybulska and Vossen, LREC 2014) as documents, mentions of events, and their gold groups.

Only the sentences that its authors validated count, where their list (``ECBplus_coreference_sentences.csv``) lies in or above the
folder. A mention is a markable whose tag begins with ACTION or NEG_ACTION; its group is that of the relation it stands in across
documents, else within its document, else itself. The story of a document is its topic with its half (ecb or ecbplus):
the two halves tell of different events of one kind.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

LIST = "ECBplus_coreference_sentences.csv"


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention: code points of the document's text from its first token to its last, and its gold group."""

    doc: str
    id: str
    sentence: int
    start: int
    end: int
    text: str
    gold: str


@dataclass(frozen=True, slots=True)
class Text:
    """A document: its sentences as lines, in a text with blanks where news has them, and its validated mentions."""

    doc: str
    topic: str
    story: str
    text: str
    mentions: tuple[Mention, ...]


def load(folder: Path, topics: Sequence[str] = ()) -> list[Text]:
    """The documents in ``folder`` and below that have validated sentences, by topic and name."""
    listed = _validated(folder)
    found = []
    for path in sorted(folder.rglob("*.xml")):
        topic, _, name = path.stem.partition("_")
        if topics and topic not in topics:
            continue
        if listed is not None and (topic, name) not in listed:
            continue
        found.append(_text(path, topic, name, None if listed is None else listed[topic, name]))
    return sorted(found, key=lambda one: (one.topic.zfill(3), one.doc))


def _validated(folder: Path) -> dict[tuple[str, str], set[int]] | None:
    for place in (folder, *folder.resolve().parents[:2]):
        if (place / LIST).exists():
            found: dict[tuple[str, str], set[int]] = {}
            with (place / LIST).open(encoding="utf-8") as lines:
                for row in csv.DictReader(lines):
                    found.setdefault((row["Topic"], row["File"]), set()).add(int(row["Sentence Number"]))
            return found
    return None


def _text(path: Path, topic: str, name: str, kept: set[int] | None) -> Text:
    root = ElementTree.parse(path).getroot()
    text, places = _laid_out(root)
    group = _groups(root, path.stem)
    mentions = []
    for mark in root.find("Markables") or ():
        anchors = [anchor.get("t_id", "") for anchor in mark.findall("token_anchor")]
        if not anchors or not mark.tag.startswith(("ACTION", "NEG_ACTION")):
            continue
        sentence, start, _ = places[anchors[0]]
        end = places[anchors[-1]][2]
        if kept is None or sentence in kept:
            key = mark.get("m_id", "")
            gold = group.get(key, f"{path.stem}/{key}")
            mentions.append(Mention(path.stem, key, sentence, start, end, text[start:end], gold))
    story = f"{topic}{'ecbplus' if name.endswith('ecbplus') else 'ecb'}"
    return Text(path.stem, topic, story, text, tuple(sorted(mentions, key=lambda one: (one.start, one.end, one.id))))


def _laid_out(root: ElementTree.Element) -> tuple[str, dict[str, tuple[int, int, int]]]:
    """The text with a line for each sentence, and sentence, start and end of each token."""
    text, places, last = "", {}, None
    for token in root.findall("token"):
        word, sentence = token.text or "", int(token.get("sentence", "0"))
        if last is not None:
            text += "\n" if sentence != last else "" if _close(text[-1:], word) else " "
        places[token.get("t_id", "")] = (sentence, len(text), len(text) + len(word))
        text, last = text + word, sentence
    return text, places


def _close(before: str, word: str) -> bool:
    return before in ("(", "[", "$", "£") or word in (
        ".",
        ",",
        ";",
        ":",
        "?",
        "!",
        ")",
        "]",
        "%",
        "'s",
        "n't",
        "’s",
        "'",
    )


def _groups(root: ElementTree.Element, doc: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for relation in root.find("Relations") or ():
        across = relation.tag == "CROSS_DOC_COREF"
        name = relation.get("note") if across else f"{doc}/{relation.get('r_id')}"
        for source in relation.findall("source"):
            key = source.get("m_id", "")
            if across or key not in found:
                found[key] = name or ""
    return found


def counts(texts: Sequence[Text]) -> Iterator[str]:
    """How much there is, to hold against what the corpus is known to have."""
    mentions = [one for text in texts for one in text.mentions]
    yield f"{len(texts)} documents, {len({one.story for one in texts})} stories"
    yield f"{len(mentions)} mentions in {len({one.gold for one in mentions})} groups"
