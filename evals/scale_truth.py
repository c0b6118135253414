"""What came back of what is known of dispatches, from a record of them that was derived."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from pathlib import Path

import dispatches
from coref_score import Score, b_cubed, groups_of

from onrecord.api import open as open_record
from onrecord.schema import Copy, Findings, Happening, Statement, Story


def number_of(path: str, line: int | None) -> int:
    """The number of the dispatch that stands on a line of a file."""
    return int(Path(path).stem) + (line or 1) - 1


def told(record: Path) -> None:
    """Prints how much of it came back."""
    found: Counter[str] = Counter()
    deeds: dict[Hashable, Hashable] = {}
    numbers: dict[str, int] = {}
    with open_record(record, write=False) as opened:
        store = opened.store
        for page in store.all_findings():
            number = numbers[page.document.doc] = number_of(page.document.path, page.document.line)
            found.update(counts(page, dispatches.page(number), deeds))
        copies, happenings, stories = (store.derivations.rows(kind) for kind in (Copy, Happening, Story))
    print(f"  statements {_score(found, 'said')}, events {_score(found, 'deed')}")
    print(f"  repeats    {repeats(numbers.values(), {numbers[one.copy] for one in copies})}")
    in_story = {doc: one.id for one in stories if one.level == "story" for doc in one.docs}
    print(f"  stories    {grouped({doc: dispatches.page(at).story for doc, at in numbers.items()}, in_story)}")
    together = {entry: one.id for one in happenings for entry in one.entries}
    print(f"  happenings {grouped(deeds, together)}", flush=True)


def counts(page: Findings, made: dispatches.Dispatch, deeds: dict[Hashable, Hashable]) -> Counter[str]:
    """How much is true and was found, and what was found of it but is not true.

    Wrong is a known saying by somebody else, and a deed between two countries that is not told. ``deeds`` takes the deed that
    each event tells.
    """
    said = {one.content: one.speaker.split()[-1] for one in made.sayings}
    heard = {_content(one): one.speaker.name or "" for one in page.statements if one.speaker}
    right = {content for content, speaker in said.items() if heard.get(content, "").endswith(speaker)}
    done = {(one.type, dispatches.LANDS[one.source], dispatches.LANDS[one.target]): one.id for one in made.deeds}
    met = set()
    for event in page.events:
        sides = event.type, *(one.country for one in (*event.source, *event.target) if one.country)
        met |= {sides} if len(sides) == 3 else set()
        if sides in done:
            deeds[event.id] = done[sides]
    return Counter(
        {
            "said right": len(right), "said true": len(said), "said wrong": len(said.keys() & heard.keys() - right),
            "deed right": len(met & done.keys()), "deed true": len(done), "deed wrong": len(met - done.keys()),
        }
    )  # fmt: skip


def _content(statement: Statement) -> str:
    return " ".join(span.text for span in statement.content).removeprefix("that ").rstrip(".")


def _score(found: Counter[str], kind: str) -> str:
    right, true, wrong = (found[f"{kind} {one}"] for one in ("right", "true", "wrong"))
    return f"{right:,} of {true:,} ({100 * right / max(1, true):.1f} %), {wrong:,} wrong"


def repeats(numbers: Iterable[int], found: set[int]) -> str:
    """Precision and recall of pages that repeat another."""
    gold = {number for number in numbers if dispatches.page(number).of is not None}
    right = len(gold & found)
    return f"P {right / max(1, len(found)):.3f} R {right / max(1, len(gold)):.3f} of {len(gold):,}"


def grouped(gold: Mapping[Hashable, Hashable], made: Mapping[Hashable, Hashable]) -> Score:
    """B-cubed over the things that are in both; a thing that is in no group stands alone."""
    return b_cubed(groups_of(gold), groups_of({thing: made.get(thing, thing) for thing in gold}))
