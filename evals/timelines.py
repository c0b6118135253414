"""Timelines of one entity on the trial pages of SemEval-2015 Task 4: ``python evals/timelines.py FOLDER [--misses N]``.

The pages (Minard et al., 2015; Wikinews, CC BY) are CAT files: tokens with their sentences, the day of publication, and the
mentions of events that stand in the timeline of any target entity. Neither the entities nor the days of events are marked in
them, so what can be counted is mentions: an event by its trigger, a saying by its cue, that the timeline of one of the targets
would hold. One is right where it shares a letter with a gold mention. Pages on which nothing is marked are left out. ``with a
day`` tells of how many of the right ones the day is known; whether it is the right one, these files do not tell.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree

from common import text_page

from onrecord.api import default_pipeline
from onrecord.read import read
from onrecord.schema import Document, Entry, Event, Page

TARGETS = re.compile(r"\b(?:Apple|Jobs|iPhone|iPod|iTunes|Macs?|MacBook|Beatles)\b")
"""Words of the names that the trial's timelines are about."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Text:
    """A page: its words by line (a line is a sentence), the day of publication, and where the gold mentions stand."""

    name: str
    text: str
    day: str
    mentions: tuple[Place, ...]

    @property
    def page(self) -> Page:
        """The page as a collector has it: its text, every line a paragraph, and its day."""
        plain = text_page(self.name, self.text)
        given = {**plain.metadata, "published": self.day}
        raw = json.dumps({**given, "text": self.text}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return replace(plain, raw=raw.encode(), metadata=given)


@dataclass(frozen=True, slots=True)
class Ours:
    """An entry about a target: where its word stands, and whether its day is known."""

    place: Place
    dated: bool
    words: str


def load(folder: Path) -> list[Text]:
    """The pages of a folder that have mentions, by name."""
    found = [text_of(file) for file in sorted(folder.glob("*.xml"))]
    return [one for one in found if one.mentions]


def text_of(file: Path) -> Text:
    """One CAT file."""
    root = ElementTree.parse(file).getroot()
    text, sentence = "", "0"
    places: dict[str, Place] = {}
    for token in root.iter("token"):
        if text:
            text += " " if token.get("sentence") == sentence else "\n"
        sentence = token.get("sentence") or ""
        places[token.get("t_id") or ""] = (len(text), len(text) + len(token.text or ""))
        text += token.text or ""
    mentions = []
    for mention in root.iter("EVENT_MENTION"):
        own = [places[anchor.get("t_id") or ""] for anchor in mention.iter("token_anchor")]
        if own:
            mentions.append((min(start for start, _ in own), max(end for _, end in own)))
    days = [
        time.get("value") or "" for time in root.iter("TIMEX3") if time.get("functionInDocument") == "CREATION_TIME"
    ]
    return Text(file.stem, text, days[0], tuple(mentions))


def ours_of(entries: Iterable[Entry], document: Document) -> list[Ours]:
    """The entries in which a target takes part, acts on something of its own, or speaks."""
    found = []
    for one in entries:
        named = " ".join(f"{party.name or ''} {party.text}" for _, side in one.sides for party in side)
        word = one.trigger if isinstance(one, Event) else one.cue
        thing = one.object.text if isinstance(one, Event) and one.object is not None else ""
        if word is None or not TARGETS.search(f"{named} {thing}"):
            continue
        dated = one.when.earliest is not None and one.when.earliest == one.when.latest
        found.append(Ours((word.start, word.end), dated, document.text[word.start : word.end]))
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures, and what was missed."""
    parser = argparse.ArgumentParser(description="Event mentions of entity timelines.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list the first N mentions that were missed")
    wanted = parser.parse_args(arguments)
    texts = load(wanted.folder)
    pipeline = default_pipeline()
    gold = ours = right = dated = anywhere = 0
    missed: list[str] = []
    for text in texts:
        findings = pipeline.process(read(text.page))
        if findings.document.text != text.text:
            raise ValueError(f"{text.name}: the page's text is not the file's")
        made = ours_of(findings.entries, findings.document)
        all_words = [one.trigger if isinstance(one, Event) else one.cue for one in findings.entries]
        gold += len(text.mentions)
        ours += len({one.place for one in made})
        for start, end in text.mentions:
            hits = [one for one in made if _meet(one.place, (start, end))]
            right += bool(hits)
            dated += any(one.dated for one in hits)
            anywhere += any(word and _meet((word.start, word.end), (start, end)) for word in all_words)
            if not hits:
                line = text.text.rfind("\n", 0, start) + 1
                missed.append(f"  {text.name[:24]}: [{text.text[start:end]}] {text.text[line:].splitlines()[0][:100]}")
    print(figures(gold, ours, right))
    print(f"found as any entry         {anywhere} of {gold}")
    print(f"with a day                 {dated} of {right}")
    print("\n".join(missed[: wanted.misses]))
    return 0


def figures(gold: int, ours: int, right: int) -> str:
    """Precision, recall and F1 of mentions in one line."""
    precision, recall = right / ours if ours else 0.0, right / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"event mentions             F1 {100 * f1:5.1f}   P {100 * precision:5.1f}   R {100 * recall:5.1f}   ({right} of {gold})"


def _meet(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


if __name__ == "__main__":
    sys.exit(main())
