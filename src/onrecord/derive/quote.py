"""Looking up words: who is on record with them, word for word, altered, or in other words, and who told it first here."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import Match as DifflibMatch
from difflib import SequenceMatcher

from onrecord.derive.ids import id_of
from onrecord.derive.overlay import Overlay
from onrecord.derive.words import STOP, stem
from onrecord.schema import Bounds, Carrier, Document, Known, Match, Passage, Statement
from onrecord.store import Filter, Store
from onrecord.store.words import words

RAREST = 6
"""Words of what is looked up that entries are searched for."""
ENOUGH = 0.5
"""Share of the weight of these words that a page's entries must hold for it to be looked at."""
MOST_PAGES = 500
"""Pages that are looked at: those that hold the words together, then those with most of the rare ones."""
ALTERED = 0.75
"""Share of the words that must stand in a passage, in order, for it to be the same words altered."""
LEAST_SHARE = ALTERED / (2 - ALTERED)
"""Share of the words that a passage must hold to reach that: 2s / (1 + s) of them, where nothing stands between."""
PARAPHRASE = 0.6
"""Share of the telling words that must stand in a statement, in any order, for it to say the same in other words."""
LONGER = 4
"""How many times longer a statement may be that says the same in other words."""
LEAST_WORDS = 3
"""Telling words below which nothing but the very words is held to be the same."""


@dataclass(frozen=True, slots=True)
class Found:
    """The best passage of one page: how it matches, how well, and where."""

    match: Match
    score: float
    start: int
    end: int
    marked: str


def carriers(store: Store, sought: str) -> list[Carrier]:
    """The pages that carry some words, by day of publication: the best passage of each, and whom it credits."""
    asked = words(sought)
    if not asked:
        return []
    rows = []
    weights, docs = _weighed(store, asked)
    bounds = {row.doc: row for row in store.derivations.rows(Bounds, docs=docs)}
    overlay = Overlay(store.derivations.rows(Known, docs=docs))
    for row in store.documents(Filter(doc=tuple(docs))) if docs else ():
        alone = store.findings(row.doc)
        assert alone is not None, f"{row.doc} is listed and not on record"
        findings = overlay.applied(alone)
        best: tuple[Found, Statement | None] | None = None
        for start, end, statement in _passages(findings.document, findings.statements):
            found = compare(asked, findings.document, start, end, weights if statement else {})
            if found is not None and (best is None or _rank(found) > _rank(best[0])):
                best = found, statement
        if best is not None:
            dated = row.published_earliest or row.published_latest
            days = bounds.get(row.doc) if not dated else None
            first, last = (days.earliest, days.latest) if days else (row.published_earliest, row.published_latest)
            rows.append(replace(_carrier(findings.document, *best), earliest=first, latest=last))
    return rows


def compare(
    asked: Sequence[str], document: Document, start: int, end: int, weights: Mapping[str, float]
) -> Found | None:
    """How a stretch of a page carries the words; None where it does not. Without weights it cannot be a paraphrase."""
    there, places = _worded(document.text, start, end)
    at = _whole(asked, there)
    if at is not None:
        first, last = places[at][0], places[at + len(asked) - 1][1]
        return Found("verbatim", 1.0, first, last, document.text[first:last])
    telling = [word for word in asked if word not in STOP]
    held = set(there)
    near = sum(word in held for word in asked) >= LEAST_SHARE * len(asked)
    blocks = SequenceMatcher(None, asked, there, autojunk=False).get_matching_blocks()[:-1] if near else []
    shared = sum(block.size for block in blocks)
    if blocks and len(telling) >= LEAST_WORDS:
        lo, hi = blocks[0].b, blocks[-1].b + blocks[-1].size
        spread = hi - lo
        score = 2 * shared / (len(asked) + spread)
        if score >= ALTERED:
            kept = {block.b + step for block in blocks for step in range(block.size)}
            marked = " ".join(there[at] if at in kept else f"[{there[at]}]" for at in range(lo, hi))
            missing = _missing(asked, blocks)
            marked += f" (without: {', '.join(missing)})" if missing else ""
            return Found("altered", round(score, 3), places[lo][0], places[hi - 1][1], marked)
    mine = {stem(word): weights[word] for word in telling if word in weights}
    if len(mine) >= LEAST_WORDS and len(there) <= LONGER * len(asked):
        shared_stems = mine.keys() & {stem(word) for word in there}
        score = sum(mine[name] for name in shared_stems) / sum(mine.values())
        rarest = max(mine, key=lambda name: (mine[name], name))
        if score >= PARAPHRASE and len(shared_stems) > 1 and rarest in shared_stems:
            return Found("paraphrase", round(score * ALTERED, 3), places[0][0], places[-1][1], "")
    return None


def _missing(asked: Sequence[str], blocks: Sequence[DifflibMatch]) -> list[str]:
    kept = {block.a + step for block in blocks for step in range(block.size)}
    return [word for at, word in enumerate(asked) if at not in kept]


def _rank(found: Found) -> tuple[int, float]:
    order = {"verbatim": 2, "altered": 1, "paraphrase": 0}
    return order[found.match], found.score


def _weighed(store: Store, asked: Sequence[str]) -> tuple[dict[str, float], list[str]]:
    """How much each telling word tells, by the share of entries that have it; and the pages with enough of the rarest."""
    telling = sorted({word for word in asked if word not in STOP}) or sorted(set(asked))
    total = store.count()
    held = {word: store.count(Filter(search=word)) for word in telling}
    weights = {word: math.log((total + 2) / (many + 1)) for word, many in held.items()}
    rarest = sorted((word for word in telling if held[word]), key=lambda word: (held[word], word))[:RAREST]
    met: dict[str, float] = defaultdict(float)
    for word in rarest:
        for doc in store.holding(word):
            met[doc] += weights[word]
    least = ENOUGH * sum(weights[word] for word in rarest)
    near = sorted((doc for doc, weight in met.items() if weight >= least), key=lambda doc: (-met[doc], doc))
    whole = store.holding('"' + " ".join(asked) + '"')
    return weights, list(dict.fromkeys([*whole, *near]))[:MOST_PAGES]


def _passages(document: Document, statements: Sequence[Statement]) -> Iterator[tuple[int, int, Statement | None]]:
    """The stretches of a page that may carry words: what is said on it first, then its paragraphs and headline."""
    for one in statements:
        if one.content:
            yield one.content[0].start, one.content[-1].end, one
    for block in document.blocks:
        if block.kind in ("title", "paragraph", "subheading", "caption"):
            yield block.start, block.end, None


def _worded(text: str, start: int, end: int) -> tuple[list[str], list[tuple[int, int]]]:
    """The folded words of a stretch and where each stands."""
    there: list[str] = []
    places: list[tuple[int, int]] = []
    at = start
    for piece in text[start:end].split():
        at = text.index(piece, at)
        for word in words(piece):
            there.append(word)
            places.append((at, at + len(piece)))
        at += len(piece)
    return there, places


def _whole(asked: Sequence[str], there: Sequence[str]) -> int | None:
    """Where all the words stand together; None where they do not."""
    length = len(asked)
    return next((at for at in range(len(there) - length + 1) if list(there[at : at + length]) == list(asked)), None)


def _carrier(document: Document, found: Found, statement: Statement | None) -> Carrier:
    doc = document.doc
    speaker = statement.speaker if statement else None
    return Carrier(
        id=id_of("carrier", doc, str(found.start), str(found.end)),
        entries=(statement.id,) if statement else (),
        docs=(doc,),
        passages=(Passage(doc, found.start, found.end),),
        match=found.match,
        score=found.score,
        speaker=(speaker.name or " ".join(speaker.text.split())) if speaker else None,
        outlet=document.outlet.text if document.outlet else None,
        credit=document.credit.text if document.credit else None,
        marked=found.marked if found.match == "altered" else "",
    )
