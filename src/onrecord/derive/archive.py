"""The record as the steps see it: pages in order of publication, their findings, and what earlier steps derived."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from onrecord.derive.features import features, names
from onrecord.derive.judged import Joined
from onrecord.derive.kept import Keeper, digest_of, rules
from onrecord.derive.outline import Outline, outline_of, outlined
from onrecord.derive.overlay import Overlay
from onrecord.derive.vectors import Vectors
from onrecord.schema import Bounds, Derived, Document, Entry, Findings, Known, Passage, Span
from onrecord.selection import above
from onrecord.store import Store
from onrecord.store.derivations import Parts
from onrecord.store.judge import changes_entries, standing
from onrecord.store.rows import anchor

T = TypeVar("T", bound=Derived)

HELD = 2_000
"""Pages whose findings stay in memory: those of a story are asked for again and again."""


@dataclass(frozen=True, slots=True)
class Card:
    """What the steps need to know of a page before they open it. ``place`` is its place in the order of the archive.

    ``first`` and ``last`` are the days on which it may have been published, None where that is not known.
    """

    doc: str
    place: int
    outlet: str | None
    title: str | None
    first: date | None
    last: date | None


class Archive:
    """All pages that count, by publication and then by content hash; whatever order they were read in, it is the same.

    Entries below ``floor`` are left out, as in lists.
    """

    def __init__(self, store: Store, floor: float) -> None:
        """The pages of ``store``."""
        self._store = store
        self._floor = floor
        self._rules = digest_of(rules(), f"{floor}", *map(repr, store.actor_judgements()))
        self._keepers: dict[str, Keeper] = {}
        self._held: OrderedDict[str, Findings] = OrderedDict()
        self._rows: dict[type[Derived], Sequence[Derived]] = {}
        self._outlines: dict[str, Outline] = {}
        rows = store.documents()
        self.cards = tuple(
            Card(row.doc, place, row.outlet, row.title, row.published_earliest, row.published_latest)
            for place, row in enumerate(rows)
        )
        self.by_doc = {card.doc: card for card in self.cards}

    def kept(self, kind: str) -> Keeper:
        """What an earlier run worked out of the parts of one kind; a part that is called by a document is of this page."""
        if kind not in self._keepers:
            self._keepers[kind] = Keeper(self._store.derivations, kind, self._rules, self.by_doc)
        return self._keepers[kind]

    def made(self) -> list[Parts]:
        """The parts that were worked out or taken over since this was asked last."""
        made = [keeper.parts() for keeper in self._keepers.values()]
        self._keepers = {}
        return made

    def reading(self, doc: str) -> str:
        """A digest of all that ``page`` gives of a page, and its place in time."""
        return self._readings[doc]

    def state_of(self, doc: str) -> str:
        """The same with what other pages teach of its actors: of all that ``findings`` gives."""
        taught = self.overlay.taught(doc, lambda: self.outline(doc).entries)
        return f"{self._readings[doc]} {taught}"

    @cached_property
    def _readings(self) -> dict[str, str]:
        judged: dict[str, list[str]] = {}
        for one in changes_entries(self._store.judgements()):
            judged.setdefault(one.doc, []).append(repr(one))
        return {
            doc: digest_of(doc, fingerprint, repr(replace(self.by_doc[doc], place=0)), *judged.get(doc, ()))
            for doc, fingerprint in self._store.readings()
            if doc in self.by_doc
        }

    def findings(self, doc: str) -> Findings:
        """What was found on a page, judgements applied, less what is not sure enough; actors as other pages know them."""
        return self.overlay.applied(self.page(doc))

    def page(self, doc: str) -> Findings:
        """The same as the page has it by itself."""
        if doc in self._held:
            self._held.move_to_end(doc)
            return self._held[doc]
        found = self._store.findings(doc)
        assert found is not None, f"{doc} is on a card and not on record"
        self._held[doc] = above(found, self._floor)
        if len(self._held) > HELD:
            self._held.popitem(last=False)
        return self._held[doc]

    def document(self, doc: str) -> Document:
        """A page, its text and blocks."""
        return self.page(doc).document

    def published(self, doc: str) -> tuple[date | None, date | None, bool]:
        """The first and last day on which a page may have been published, and whether a day is stated for it.

        Of a page without a date these are the bounds that an earlier step gave it.
        """
        card = self.by_doc[doc]
        if card.first is None and card.last is None:
            return *self._bounds.get(doc, (None, None)), False
        return card.first, card.last, card.first is not None and card.first == card.last

    @cached_property
    def _bounds(self) -> dict[str, tuple[date | None, date | None]]:
        return {row.doc: (row.earliest, row.latest) for row in self.rows(Bounds)}

    @cached_property
    def state(self) -> str:
        """A digest of everything that derived rows can depend on."""
        return state(self._store, self._floor)

    @cached_property
    def vectors(self) -> Vectors:
        """The terms of all pages, in their order."""
        return Vectors(self.terms(card.doc) for card in self.cards)

    def terms(self, doc: str) -> dict[str, float]:
        """The terms by which the story of a page is known, with what they count."""
        return self.kept("terms").value(doc, (self.reading(doc),), lambda: features(self.document(doc)))

    def names(self, doc: str) -> dict[str, float]:
        """The names on a page, and how often each stands there."""
        return self.kept("names").value(doc, (self.reading(doc),), lambda: names(self.document(doc)))

    def outline(self, doc: str) -> Outline:
        """What rows show of a page."""
        if doc not in self._outlines:
            plain = self.kept("outline").value(doc, (self.reading(doc),), lambda: outlined(self.page(doc)))
            self._outlines[doc] = outline_of(plain)
        return self._outlines[doc]

    def rows(self, kind: type[T]) -> list[T]:
        """The rows of one kind that earlier steps gave, in their order."""
        if kind not in self._rows:
            self._rows[kind] = self._store.derivations.rows(kind)
        return [row for row in self._rows[kind] if isinstance(row, kind)]

    def rows_on(self, kind: type[T], docs: Sequence[str]) -> list[T]:
        """The rows of one kind that rest on any of some pages, in their order."""
        return self._store.derivations.rows(kind, docs=docs)

    def brief(self, kind: type[T], *wanted: str) -> list[T]:
        """All rows of one kind, with the fields that have no default and those ``wanted``."""
        return self._store.derivations.brief(kind, wanted)

    @cached_property
    def overlay(self) -> Overlay:
        """What pages teach each other about actors: the rows of an earlier step."""
        return Overlay(self.rows(Known))

    @cached_property
    def judged(self) -> Joined:
        """What people said of pairs of entries: that they tell of one thing, or not."""
        return Joined(standing(self._store.judgements()))

    def in_order(self, docs: Sequence[str]) -> tuple[str, ...]:
        """``docs``, each once, by publication and content hash."""
        return tuple(sorted(dict.fromkeys(docs), key=lambda doc: self.by_doc[doc].place))

    def order_of(self, entry: Entry) -> tuple[int, int, str]:
        """The key by which entries of several pages are put in order: page, place on it, id."""
        return self.by_doc[entry.doc].place, anchor(entry)[0], entry.id


def passage(entry: Entry) -> Passage:
    """The words that prove an entry: an event's sentence; a statement from the first to the last of its pieces."""
    sentence: Span | None = getattr(entry, "sentence", None)
    start, end = (sentence.start, sentence.end) if sentence is not None else anchor(entry)
    return Passage(entry.doc, start, end)


def state(store: Store, floor: float) -> str:
    """A digest of everything that derived rows can depend on, entries from ``floor`` on being taken."""
    pages = [f"{doc} {fingerprint}" for doc, fingerprint in store.readings()]
    judged = [repr(one) for one in (*changes_entries(store.judgements()), *store.actor_judgements())]
    return hashlib.sha256("\n".join([f"{floor}", *pages, *judged]).encode("utf-8", "surrogatepass")).hexdigest()[:16]
