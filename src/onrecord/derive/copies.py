"""Copies: pages that repeat another page's text, whole, cut, reworded or inside a longer one."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt

from onrecord.derive.archive import Archive
from onrecord.derive.ids import id_of
from onrecord.derive.kept import digest_of
from onrecord.derive.shingles import SAMPLED, Numbers, pairs, sampled, shared, shingles
from onrecord.derive.words import body_words
from onrecord.schema import Copy, Derived, Passage, Relation
from onrecord.store.derivations import Standing

Flags = npt.NDArray[np.bool_]

FULL = 0.8
"""Share of a text's shingles from which on it counts as standing in the other whole."""
SAME = 0.95
"""Share on both sides from which on two texts are the same but for trifles."""
PARTLY = 0.35
"""Share of the shorter text's shingles from which on it may be an edited copy, where they are spread over all of it."""
SPREAD = 0.8
"""Share of a text's stretches that hold a shared shingle where the text was edited and not merely quoted from."""
STRETCH = 24
"""Shingles in a stretch."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far each of two texts stands in the other, and what that makes the second of the first."""

    of_first: float
    of_second: float
    relation: Relation
    why: str


def copies(archive: Archive) -> Iterator[Derived | Standing]:
    """A row for each page that repeats an earlier one: the one it is closest to, and each page that it embeds."""
    near: dict[int, list[int]] = {}
    for first, second in pairs([_sampled(archive, card.doc) for card in archive.cards]):
        near.setdefault(second, []).append(first)
    kept = archive.kept("copies")
    for second, firsts in sorted(near.items()):
        docs = [archive.cards[place].doc for place in (second, *firsts)]
        made_of = [archive.reading(doc) for doc in docs]
        yield from kept.rows(f"of {docs[0]}", made_of, partial(_of_page, archive, docs[0], docs[1:]))


def _sampled(archive: Archive, doc: str) -> Numbers:
    """The shingles by which a page is looked up, as they were kept, or from its text: as much of each as tells it apart here."""
    made_of = (archive.reading(doc),)
    packed = archive.kept("shingles").value(doc, made_of, lambda: _packed(sampled(_shingles(archive, doc))))
    return np.frombuffer(b64decode(packed), np.uint32).astype(np.uint64)


def _packed(numbers: Numbers) -> str:
    """The 32 bits of each above those that all have in common: pages that share a few by chance are then compared in full."""
    return b64encode((numbers // SAMPLED).astype(np.uint32).tobytes()).decode("ascii")


def _shingles(archive: Archive, doc: str) -> Numbers:
    return shingles(body_words(archive.document(doc)))


def _of_page(archive: Archive, copy: str, others: Sequence[str]) -> Iterator[Copy]:
    """The rows of a page and the earlier ones that it may repeat, in order."""
    own = _shingles(archive, copy)
    found: list[tuple[int, Likeness]] = []
    for place, other in enumerate(others):
        like = between(_shingles(archive, other), own)
        if like is not None:
            found.append((place, like))
    for place, like in kept(found) if found else ():
        yield _row(archive, others[place], copy, like)


def alike(texts: Sequence[Numbers]) -> Iterator[tuple[int, int, Likeness]]:
    """The pairs of texts that are copies, the lower place first."""
    for first, second in pairs([sampled(text) for text in texts]):
        like = between(texts[first], texts[second])
        if like is not None:
            yield first, second, like


def between(first: Numbers, second: Numbers) -> Likeness | None:
    """What the second text is of the first, by their shingles; None where it is no copy."""
    return likeness(shared(first, np.sort(second)), shared(second, np.sort(first)))


def likeness(in_second: Flags, in_first: Flags) -> Likeness | None:
    """What the second text is of the first; None where it is no copy.

    ``in_second`` says of each shingle of the first whether it stands in the second, ``in_first`` the other way about.
    """
    of_first, of_second = float(in_second.mean()), float(in_first.mean())
    shares = f"{of_second:.0%} of it stands in the other, {of_first:.0%} of the other in it"
    if min(of_first, of_second) >= FULL:
        relation: Relation = "identical" if min(of_first, of_second) >= SAME else "edited"
    elif of_second >= FULL:
        relation = "truncated"
    elif of_first >= FULL:
        relation = "embeds"
    elif _spread(in_second if len(in_second) <= len(in_first) else in_first):
        relation = "edited"
    else:
        return None
    return Likeness(of_first, of_second, relation, shares)


def kept(found: Sequence[tuple[int, Likeness]]) -> list[tuple[int, Likeness]]:
    """Of all pages that one repeats, those that a row is made for: the closest (of equals the earliest), and all it embeds."""
    closest = max(found, key=lambda one: (min(one[1].of_first, one[1].of_second), one[1].of_second, -one[0]))
    return [one for one in found if one is closest or one[1].relation == "embeds"]


def _spread(flags: Flags) -> bool:
    """True where enough of a text is shared, all over it: a background paragraph taken over is no edited copy.

    Of texts of a few lines nothing is claimed: two briefs by one desk share their phrases.
    """
    if float(flags.mean()) < PARTLY or len(flags) < 2 * STRETCH:
        return False
    stretches = [flags[at : at + STRETCH].any() for at in range(0, len(flags), STRETCH)]
    return sum(map(bool, stretches)) >= SPREAD * len(stretches)


def _row(archive: Archive, original: str, copy: str, like: Likeness) -> Copy:
    return Copy(
        id=id_of("copy", original, copy),
        docs=(original, copy),
        passages=tuple(_body(archive, doc) for doc in (original, copy)),
        copy=copy,
        original=original,
        relation=like.relation,
        of_copy=round(like.of_second, 3),
        of_original=round(like.of_first, 3),
        why=like.why,
    )


def _body(archive: Archive, doc: str) -> Passage:
    body = archive.outline(doc).body
    assert body is not None, "a page without a body has no shingles"
    return Passage(doc, *body)


class Sources:
    """Which pages speak for themselves. A copy does not, nor does the second page that credits one agency."""

    def __init__(self, archive: Archive) -> None:
        """The copies that an earlier step found."""
        self._archive = archive
        self._of: dict[str, list[Copy]] = {}
        for row in archive.rows(Copy):
            self._of.setdefault(row.copy, []).append(row)

    def independent(self, docs: Sequence[str]) -> int:
        """How many independent sources some pages come to: pages of one origin are one, and a digest adds none."""
        origins: set[str] = set()
        digests = []
        for doc in docs:
            embedded = [row.original for row in self._of.get(doc, ()) if row.relation == "embeds"]
            if embedded:
                digests.append(embedded)
            else:
                origins.add(self.origin(doc))
        for embedded in digests:
            roots = {self.origin(doc) for doc in embedded}
            if origins.isdisjoint(roots):
                origins.add(min(roots))
        return len(origins)

    def origin(self, doc: str) -> str:
        """Where a page's text comes from: an agency it credits, else the first page of its line of copies."""
        seen = {doc}
        while True:
            before = [row.original for row in self._of.get(doc, ()) if row.relation != "embeds"]
            if not before or before[0] in seen:
                break
            doc = before[0]
            seen.add(doc)
        credit = self._archive.outline(doc).credit
        return f"agency {credit.casefold()}" if credit else doc

    def state(self, doc: str) -> str:
        """A digest of all that a page adds to how many sources some pages come to."""
        embedded = [self.origin(row.original) for row in self._of.get(doc, ()) if row.relation == "embeds"]
        return digest_of(self.origin(doc), *embedded)
