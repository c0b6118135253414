"""What a reviewer sees: the desk, one entry a screen, a page to be read whole, and the figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from onrecord.api import Record
from onrecord.explain import explain
from onrecord.lexicon.codebook import load_codebook
from onrecord.review import figures as figuring
from onrecord.review.acts import page_seen, seen
from onrecord.review.decisions import Decisions
from onrecord.review.desk import Desk
from onrecord.review.figures import Figure
from onrecord.review.fixes import CHOICES, fixable
from onrecord.review.missed import FIELDS
from onrecord.review.places import Naming
from onrecord.review.queue import ORDERS, SEED, SIZE
from onrecord.schema import Block, Entry, Event, Findings, Party, Statement
from onrecord.schema.document import READ_KINDS
from onrecord.settings import CHOICES as SETTINGS
from onrecord.store.rows import anchor
from onrecord.web import said
from onrecord.web.asked import Asked, NotThere, Paging
from onrecord.web.desk import queues
from onrecord.web.desk.forms import Visitor
from onrecord.web.documents import heading, notes_of
from onrecord.web.entries import FLOORS
from onrecord.web.entry import told
from onrecord.web.judged import said as said_of
from onrecord.web.marking import Mark, lines, part_at, parts, pieces
from onrecord.web.table import Column, Table
from onrecord.web.view import View, entry_address, page_address
from onrecord.wording import confidence, dated, name, whose_word

WORDS = {"right": "right", "fixed": "right with a correction", "wrong": "wrong"}
PAGE = ("seed", "pages", "part", "said")
FIGURES = (*queues.SAMPLE, "pages", "by", "page")
NEAR = 1
"""Blocks before and after an entry's own that are shown, too."""
REACH = 1_500
"""Characters of running text on each side of an entry's words: a page may be one paragraph of millions."""
MOST_NAMES = 300
"""Names of a page that are offered for a correction; others can be typed."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """Somebody at the desk of a record. ``problem`` is what was wrong with the form that they sent last, ``typed`` its fields."""

    record: Record
    desk: Desk
    visitor: Visitor
    may_judge: bool = True
    problem: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)

    @property
    def decisions(self) -> Decisions:
        """What was decided until now."""
        return self.desk.decisions(self.record.store)

    def context(self, asked: Asked, **more: Any) -> dict[str, Any]:
        """What every page of the desk is given."""
        given = {"here": "/review", "by": self.visitor.by, "token": self.visitor.token, "may_judge": self.may_judge}
        return {**given, "back": asked.address(said=None), "problem": self.problem, "typed": self.typed, **more}


def desk(sitting: Sitting, asked: Asked, id: str) -> View:
    """Where a reviewer begins: who they are, which entries to look at, and how far everybody is."""
    decisions = sitting.decisions
    context = sitting.context(
        asked,
        orders=ORDERS,
        floors=FLOORS,
        kinds=SETTINGS["kind"],
        types=sorted(load_codebook().types),
        size=SIZE,
        seed=SEED,
        pages=queues.PAGES,
        reviewers=decisions.reviewers,
        differing=len(decisions.differing()),
        added=len(decisions.added),
        read=len(decisions.read),
        lost=len(decisions.lost),
    )
    return View("review/desk.html", "Review", context)


def entry(sitting: Sitting, asked: Asked, id: str) -> View:
    """One entry of a queue, to be decided on."""
    decisions, by = sitting.decisions, sitting.visitor.by
    settling = queues.order_of(asked) == queues.DIFFER
    line = queues.line(sitting.record, asked, sitting.desk, decisions, by)
    shared: dict[str, Any] = {"line": line, "queue": queues.sentence(asked), "settling": settling}
    if line.current is None:
        figures = asked.address(id=None, after=None, order=None).replace("/review/entry", "/review/figures", 1)
        return View("review/done.html", shared["queue"], sitting.context(asked, figures=figures, **shared))
    found, one = seen(sitting.record.store, line.current)
    own = decisions.decided(one.id, by) if by and not settling else None
    context = {
        **shared,
        **shown(found, one),
        "own": WORDS[decisions.word(one.id, by) or "right"] if own is not None else None,
        "others": said_of(decisions.by_entry.get(one.id, {}).values()) if settling else [],
        "skip": asked.address(after=one.id, id=None),
        "this": asked.address(id=one.id),
        "fields": fixable(one),
        "names": Naming(sitting.record.store, found).names()[:MOST_NAMES],
        "choices": {**CHOICES, "type": tuple(sorted(load_codebook().types))},
        "told": told(sitting.record, one.id),
        "actors": actors_of(one),
        "add": f"/review/page/{quote(one.doc, safe='')}?part={_part_of(found, one)}",
    }
    return View("review/entry.html", queues.sentence(asked), sitting.context(asked, **context))


def shown(found: Findings, one: Entry) -> dict[str, Any]:
    """An entry with its words in their context, as a page shows it."""
    why = explain(found, one)
    marks = [Mark(span.start, span.end, role.partition(",")[0]) for role, span in why.marks]
    text = found.document.text
    before, after = around(found.document.blocks, why.start, why.end)
    low = max(why.start, min((mark.start for mark in marks), default=why.start) - REACH)
    high = min(why.end, max((mark.end for mark in marks), default=why.end) + REACH)
    speakers = {one.id: name(one.speaker) if one.speaker else said.NOBODY for one in found.statements}
    outlet = found.document.outlet.text if found.document.outlet else "the page"
    standing = None
    if isinstance(one, Event):
        standing = said.standing_of(one.status, one.voice, speakers.get(one.according_to or ""), outlet)
    return {
        "entry": one,
        "is_event": isinstance(one, Event),
        "heading": line_of(one),
        "page_title": heading(found.document),
        "page_address": page_address(one.doc),
        "entry_address": entry_address(one.id),
        "published": dated(found.document.published) if found.document.published else "not known",
        "before": [text[max(block.start, block.end - REACH) : block.end] for block in before if low == why.start],
        "pieces": pieces(text, low, high, marks, {}),
        "after": [text[block.start : min(block.end, block.start + REACH)] for block in after if high == why.end],
        "roles": sorted({mark.label for mark in marks}),
        "parties": [(role, party, said.resolved(party.how)) for role, party in why.parties],
        "when": dated(one.when),
        "standing": standing,
        "whose_word": whose_word(why),
        "confidence": confidence(one),
    }


def line_of(one: Entry) -> str:
    """The entry in one line: who – what – whom."""
    who, whom = (one.source, one.target) if isinstance(one, Event) else _sides(one)
    act = one.type if isinstance(one, Event) else " ".join(one.cue.text.split()) if one.cue else one.attitude
    names = ", ".join(map(name, who)) or said.NOBODY, act, ", ".join(map(name, whom))
    return " – ".join(filter(None, names))


def _sides(one: Statement) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    return (one.speaker,) if one.speaker else (), (one.addressee,) if one.addressee else ()


def around(blocks: tuple[Block, ...], start: int, end: int) -> tuple[list[Block], list[Block]]:
    """The running text just before and just after a place."""
    read = [block for block in blocks if block.kind in READ_KINDS]
    return [one for one in read if one.end <= start][-NEAR:], [one for one in read if one.start >= end][:NEAR]


def actors_of(one: Entry) -> list[tuple[str, str]]:
    """Ids and names of the actors of an entry."""
    parties = [party for _, side in one.sides for party in side]
    return list({party.actor: name(party) for party in parties if party.actor}.items())


def _part_of(found: Findings, one: Entry) -> int:
    return part_at(parts(found.document.blocks), anchor(one)[0])


def drawn_page(sitting: Sitting, asked: Asked, id: str) -> str | None:
    """The address of the next page of a sample that the reviewer has not read; None where all are read."""
    seed, many = asked.get("seed") or SEED, asked.number("pages", queues.PAGES)
    decisions, by = sitting.decisions, sitting.visitor.by
    for doc in sitting.desk.pages(sitting.record.store, seed, many):
        if by not in decisions.read.get(doc, ()):
            return f"/review/page/{quote(doc, safe='')}?seed={quote(seed)}&pages={many}"
    return None


def no_page(sitting: Sitting, asked: Asked, id: str) -> View:
    """Says that all pages of a sample were read."""
    figures = f"/review/figures?seed={quote(asked.get('seed') or SEED)}&pages={asked.number('pages', queues.PAGES)}"
    line = queues.Line((), None, 0)
    context = {"line": line, "queue": "Pages read whole", "settling": False, "figures": figures}
    return View("review/done.html", "Pages read whole", sitting.context(asked, **context))


def page(sitting: Sitting, asked: Asked, id: str) -> View:
    """A page to be read whole: every entry on it to be decided on, and what was missed to be added."""
    store, by = sitting.record.store, sitting.visitor.by
    # What another reviewer added is not shown: two who read a page whole read it apart.
    found, as_found = page_seen(store, id, by or ""), store.findings(id, judged=False)
    if found is None or as_found is None:
        raise NotThere(f"{id}: no page with this id on record")
    decisions = sitting.decisions
    shown_entries = sorted(found.entries, key=lambda one: (*anchor(one), one.id))
    cut = parts(found.document.blocks)
    part = asked.number("part", 1)
    if part > max(1, len(cut)):
        raise NotThere(f"part {part}: the page has {len(cut)}")
    context = {
        "page": found.document,
        "lines": lines(found.document, cut[part - 1] if cut else [], shown_entries),
        "blocks": cut[part - 1] if cut else [],
        "block_words": said.BLOCK,
        "notes": notes_of(found, shown_entries),
        "words": {one.id: decisions.word(one.id, by) if by else None for one in shown_entries},
        "own_words": WORDS,
        "undecided": len(figuring.undecided(as_found, decisions, by)) if by else len(as_found.entries),
        "is_read": by in decisions.read.get(id, ()),
        "part": part,
        "parts": len(cut),
        "choices": {**CHOICES, "type": tuple(sorted(load_codebook().types))},
        "kinds": FIELDS,
        "drawn": bool(asked.get("seed")),
        "next": f"/review/pages?seed={quote(asked.get('seed') or SEED)}&pages={asked.number('pages', queues.PAGES)}",
        "page_address": page_address(id),
    }
    return View("review/page.html", heading(found.document), sitting.context(asked, **context))


COLUMNS: tuple[Column[Figure], ...] = (
    Column("measure", "Figure", lambda one: one.measure),
    Column("of", "Of", lambda one: one.of),
    Column("looked", "Looked at", lambda one: one.looked, style="number"),
    Column("has", "Have it", lambda one: one.has, style="number"),
    Column("share", "Share", lambda one: rounded(one.share), style="number"),
    Column("low", "From", lambda one: rounded(one.low), style="number quiet"),
    Column("high", "Up to", lambda one: rounded(one.high), style="number quiet"),
    Column("words", "In words", lambda one: one.words, style="words"),
)


def figures(sitting: Sitting, asked: Asked, id: str) -> View:
    """How much is right, how much was found, and how far reviewers agree."""
    store, wanted = sitting.record.store, queues.wanted(sitting.record, asked)
    sample = sitting.desk.queue(store, wanted)
    pages = sitting.desk.pages(store, wanted.seed, asked.number("pages", queues.PAGES))
    decisions = sitting.decisions
    by = asked.get("by")
    found = figuring.figures(store, sample, pages, decisions, by)
    read = figuring.read_of(pages, decisions, by)
    whole = [page for doc in read if (page := store.findings(doc, judged=False)) is not None]
    open_pages = sum(bool(figuring.undecided(one, decisions, by)) for one in whole)
    context = sitting.context(
        asked,
        sample=len(sample),
        open=sum(decisions.word(one.id, by) is None for one in sample),
        queue=queues.sentence(asked),
        pages=len(pages),
        read=len(read),
        open_pages=open_pages,
        meaning=figuring.MEANING,
        reviewers=[name for name, _ in decisions.reviewers],
        floors=FLOORS,
        kinds=SETTINGS["kind"],
        types=sorted(load_codebook().types),
        seed=wanted.seed,
        size=wanted.size,
        drawn=asked.number("pages", queues.PAGES),
        groups=[(measure, [one for one in found if one.measure == measure]) for measure in figuring.MEANING],
    )
    paging = Paging(asked, len(found), max(1, len(found)))
    return View("review/figures.html", "Figures", context, Table(COLUMNS, found, paging))


def rounded(share: float | None) -> float | None:
    """A share as it is told."""
    return None if share is None else round(share, 3)
