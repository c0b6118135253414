"""Times in the text of a page: the words, and the days they come to.

The words are read by ``time_spans`` into symbols that may leave two things open: which August (tense and the times
told before decide) and what "the next day" follows. Here both are closed, and the symbol is resolved against the day
of publication. Where that day is not known, what hangs on it has no dates, but keeps its symbol.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from onrecord.find.time_draft import Draft, term
from onrecord.find.time_spans import scan
from onrecord.find.time_symbol import Bounds, resolve_symbol, tells_no_day
from onrecord.find.time_tense import Direction, direction
from onrecord.find.time_words import DASHES, Tokens
from onrecord.schema import READ_KINDS, Annotations, Basis, Document, Precision, When

__all__ = ["find_times", "parse_times", "resolve_symbol"]

CHRONICLE_TIMES = 5
"""A text that states at least so many past dates in full tells history: its bare months belong to the year told of
last."""
CHRONICLE_SHARE = 3
"""... and at least so many such dates for each one that hangs on publication (yesterday, Friday)."""
FAR_BACK_TOLD = timedelta(days=200)
"""After a date told in full a bare month may step back in its year, but not so far: "November 1916 … in January" goes
on to 1917."""
LONG_AGO = timedelta(days=365)
"""From here back a date stated in full lends its year to the bare months after it in its paragraph."""
DATELINE = 8
"""Tokens from the start of a line within which a date before a dash is that of a dateline."""
NEAR_DAY = timedelta(days=60)
"""A day of the month this close to publication is meant, whatever the tense, and not the one most of a year off on its
other side: a day that far off is told with its year ("it was put off to Oct. 25")."""
OPENING = 2
"""Tokens before a time that still opens its sentence ("And in 1954")."""
LONGEST_CONTEXT = 120
"""Code points of a symbol that others may be built on: undated pages would pile them up without end."""
LONGEST_PIECE = 50_000
"""Code points whose tokens are held at once, so that a page of megabytes on one line stays small in memory."""
KEPT, LONGEST_KEPT = 2048, 2000
"""Paragraphs whose times are kept, and their code points at most: reprints have the same ones."""

_LIMIT = re.compile(r"(\?by|\?before|\.\.) (.+)")
_PICK = re.compile(r"\?((?:month|day|dom|weekday|weekend|season|quarter|feast)\([^()]*\))")


def parse_times(text: str, offset: int, anchor: date | None) -> list[When]:
    """The times in ``text`` in order, their positions moved by ``offset``; ``anchor`` is the day of publication, None
    if not known."""
    return list(_read([(text, offset)], () if anchor is None else (anchor,)))


def find_times(document: Document, annotations: Annotations) -> tuple[When, ...]:
    """The times in the blocks that are read, in text order.

    Where publication is known only as an interval, times that hang on it are as wide as that makes them. A lone word
    that the annotations call a verb ("may", "march") is no time.
    """
    published = document.published
    anchors: tuple[date, ...] = ()
    if published is not None and published.earliest is not None and published.latest is not None:
        anchors = tuple(sorted({published.earliest, published.latest}))
    texts = [(document.text[b.start : b.end], b.start) for b in document.blocks if b.kind in READ_KINDS]
    verbs = {(t.start, t.end) for s in annotations.sentences for t in s.tokens if t.pos in ("VERB", "AUX")}
    return tuple(when for when in _read(texts, anchors) if (when.start, when.end) not in verbs)


@dataclass(frozen=True, slots=True)
class _Raw:
    """A draft with where it stands: block, token and code points."""

    block: int
    start: int
    end: int
    text: str
    draft: Draft
    tense: Direction | None
    bracketed: bool
    """In round brackets: the year of a book cited or of a birth, not of what is told."""
    opens: bool
    """Among the first words of a sentence: a bare year there moves the story, inside a sentence it is an aside."""


@dataclass(slots=True)
class _Told:
    """The time told of last, and the one last told of with its year."""

    symbol: str = "context"
    year: int | None = None
    year_block: int = -1
    year_latest: date | None = None
    year_exact: bool = False

    def rolled(self, pick: str) -> str:
        """The pick in the year told of, or in the next where that would jump back by more than ``FAR_BACK_TOLD``."""
        symbol = f"{pick} in {self.year}"
        latest = resolve_symbol(symbol, None)[1]
        if (
            self.year_exact
            and latest is not None
            and self.year_latest is not None
            and self.year_latest - latest > FAR_BACK_TOLD
        ):
            return f"{pick} >= {self.year_latest}"
        return symbol


def _read(texts: Iterable[tuple[str, int]], anchors: tuple[date, ...]) -> Iterator[When]:
    raws = list(_raws(texts))
    chronicle = _is_chronicle(raws, anchors)
    told = _Told()
    for raw in raws:
        symbol = _closed(raw, told, anchors, chronicle)
        when = _when(raw, symbol, anchors)
        _remember(told, raw, when, symbol, anchors)
        yield when


def _raws(texts: Iterable[tuple[str, int]]) -> Iterator[_Raw]:
    block = 0
    for text, offset in _pieces(texts):
        raws = _kept(text) if len(text) <= LONGEST_KEPT else _looked_up(text)
        for raw in raws:
            yield replace(raw, block=block + 1 + raw.block, start=raw.start + offset, end=raw.end + offset)
        block += 1 + (raws[-1].block if raws else 0)


@lru_cache(maxsize=KEPT)
def _kept(text: str) -> tuple[_Raw, ...]:
    """The drafts of a paragraph that other pages may print too."""
    return _looked_up(text)


def _looked_up(text: str) -> tuple[_Raw, ...]:
    """The drafts in a text, with the places and blocks that they have in it."""
    toks = Tokens(text)
    raws = []
    block = seen = 0
    for index, draft in scan(toks):
        block += sum(toks[k].newline for k in range(seen, index + 1))
        seen = index + 1
        start, end = toks[index].start, toks[draft.end - 1].end
        tense = None if _dateline(toks, index, draft.end) else direction(toks, index, draft.end)
        cited = _in_brackets(toks, index)
        raws.append(_Raw(block, start, end, text[start:end], draft, tense, cited, _opens(toks, index)))
    return tuple(raws)


def _pieces(texts: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """The texts, those that are very long cut at a space."""
    for text, offset in texts:
        at = 0
        while len(text) - at > LONGEST_PIECE:
            cut = max(text.rfind(". ", at, at + LONGEST_PIECE), text.rfind("\n", at, at + LONGEST_PIECE))
            cut = cut if cut > at else max(text.rfind(" ", at, at + LONGEST_PIECE), at + LONGEST_PIECE // 2)
            yield text[at : cut + 1], offset + at
            at = cut + 1
        yield text[at:], offset + at


def _in_brackets(toks: Tokens, i: int) -> bool:
    """True within a dozen tokens of a bracket that was opened and not closed."""
    for k in range(i - 1, max(-1, i - 13), -1):
        if toks.low(k) in ("(", ")"):
            return toks.low(k) == "("
    return False


def _dateline(toks: Tokens, i: int, end: int) -> bool:
    """``LIMA, Sept. 28 (Wire) —``: the day of filing, which no verb after it moves."""
    if not any(toks[k].newline for k in range(max(0, i - DATELINE), i + 1)):
        return False
    closing = next((k for k in range(end, end + 6) if toks.low(k) == ")"), None) if toks.low(end) == "(" else None
    return toks.low(end if closing is None else closing + 1) in DASHES


def _opens(toks: Tokens, i: int) -> bool:
    return any(toks[k].newline or toks.low(k - 1) in (".", "") for k in range(max(0, i - OPENING), i + 1))


def _is_chronicle(raws: Sequence[_Raw], anchors: tuple[date, ...]) -> bool:
    """True for a text that tells history by the calendar and not news by the week."""
    stated = [raw for raw in raws if not re.search(r"\?|publication|context", raw.draft.symbol)]
    stated = [raw for raw in stated if not tells_no_day(raw.draft.symbol)]
    deictic = sum(bool(re.search(r"publication|weekday", raw.draft.symbol)) for raw in raws)
    if anchors:
        ends = (resolve_symbol(raw.draft.symbol, None)[1] for raw in stated)
        past = sum(end is not None and anchors[0] - end > LONG_AGO for end in ends)
    else:
        past = len(stated)
    return past >= CHRONICLE_TIMES and past >= CHRONICLE_SHARE * deictic


def _closed(raw: _Raw, told: _Told, anchors: tuple[date, ...], chronicle: bool) -> str:
    """The draft's symbol with nothing left open."""
    symbol = raw.draft.symbol
    if raw.draft.needs_future and raw.tense != "future":
        return raw.draft.otherwise
    if symbol == "?overnight":
        ahead = "publication .. publication + 1 day" if raw.tense == "future" else "publication - 1 day .. publication"
        symbol = "clock(night)" if chronicle else ahead
    free = not chronicle and (told.year_block != raw.block or "?week" in symbol)
    symbol = _limited(symbol, raw.tense or ("unsaid" if free else None))
    symbol = symbol.replace("?now", told.symbol if chronicle and told.symbol != "context" else "publication")
    symbol = symbol.replace("?context", term(told.symbol))
    alone = _PICK.fullmatch(symbol) is not None

    def close(match: re.Match[str]) -> str:
        found = _picked(match[1], raw, told, anchors, chronicle)
        bracketed = symbol[match.start() - 1 : match.start()] == "(" and symbol[match.end() : match.end() + 1] == ")"
        return found if alone or bracketed else f"({found})"

    return _PICK.sub(close, symbol)


def _limited(symbol: str, tense: Direction | Literal["unsaid"] | None) -> str:
    """By, until, before and after: where the clause does not speak of the past, "by Monday" is the Monday to come."""
    if symbol.startswith("?after "):
        return f"{symbol[7:]} .." if tense == "future" else f"{symbol[7:]} .. publication"
    found = _LIMIT.fullmatch(symbol)
    if found is None:
        return symbol
    word, end = found.groups()
    ahead = tense == "future"
    if tense == "unsaid" and _PICK.fullmatch(end):
        end, ahead = f"({end[1:]} >= publication)", True
    if word == "..":
        return f".. {end}"
    end = f"before({end})" if word == "?before" else end
    start = "publication .. " if ahead else ".. " if word == "?by" else ""
    return f"{start}{end}"


def _picked(pick: str, raw: _Raw, told: _Told, anchors: tuple[date, ...], chronicle: bool) -> str:
    """Which occurrence is meant: the one in the year told of, else the last up to publication, or the next where the
    future is spoken of."""
    weekly = pick.startswith("week")
    if weekly and chronicle and told.symbol != "context":
        return f"{pick} >= {term(told.symbol)}"
    if pick.startswith("dom(") and chronicle and told.year_exact and told.year_latest is not None:
        return f"{pick} in month({told.year_latest})"
    if told.year is not None and not weekly:
        old = not anchors or (told.year_latest is not None and anchors[0] - told.year_latest > LONG_AGO)
        if chronicle or (old and told.year_exact and told.year_block == raw.block):
            return told.rolled(pick)
    if pick.startswith("day") and anchors:
        last, coming = (resolve_symbol(f"{pick} {side} publication", anchors[0])[1] for side in ("<=", ">="))
        if last is not None and timedelta(0) < anchors[0] - last <= NEAR_DAY:
            return f"{pick} <= publication"
        if coming is not None and timedelta(0) < coming - anchors[0] <= NEAR_DAY:
            return f"{pick} >= publication"
    if raw.tense == "future" or (pick == "weekend()" and raw.tense is None and raw.text.lower().startswith("this")):
        return f"{pick} >= publication"
    near = raw.tense is None or (raw.tense == "likely past" and pick.startswith(("day", "feast")))
    return f"{pick} {'~' if near and pick.startswith(('day', 'month', 'feast')) else '<='} publication"


def _bounds(symbol: str, anchors: tuple[date, ...]) -> Bounds:
    """The days of a symbol for every day on which the page may have been published."""
    found = [resolve_symbol(symbol, anchor) for anchor in anchors or (None,)]
    lows, highs = [low for low, _ in found if low], [high for _, high in found if high]
    complete = len(found)
    return (min(lows) if len(lows) == complete else None), (max(highs) if len(highs) == complete else None)


def _when(raw: _Raw, symbol: str, anchors: tuple[date, ...]) -> When:
    earliest, latest = _bounds(symbol, anchors)
    precision: Precision | None = None if tells_no_day(symbol) else raw.draft.precision
    if precision == "day" and earliest != latest:
        precision = "interval"
    basis: Basis = "unknown"
    if earliest is not None or latest is not None:
        basis = "stated"
        if "?context" in raw.draft.symbol:
            basis = "relative"
        elif "publication" in symbol and anchors:
            basis = "weekday" if symbol.startswith("weekday(") else "relative"
    noted = f"{symbol} at {raw.draft.clock}" if raw.draft.clock else symbol
    return When(raw.text, raw.start, raw.end, earliest, latest, precision, raw.draft.extent, basis, noted)


def _remember(told: _Told, raw: _Raw, when: When, symbol: str, anchors: tuple[date, ...]) -> None:
    """Keep what later times may hang on: closed intervals up to a year, and years that were stated."""
    if symbol.startswith(".. ") and "publication" not in symbol and when.latest is not None and not raw.bracketed:
        if when.precision == "interval" and re.search(r"\d{4}-\d", symbol):
            told.year, told.year_block, told.year_latest = when.latest.year, raw.block, when.latest
            told.year_exact = True
        return
    stretch = ".." in symbol or symbol.startswith(("last(", "next(")) or when.precision == "decade"
    if stretch or "some" in symbol or tells_no_day(symbol):
        return
    if when.earliest is not None and when.latest is not None:
        exact = _exact(when.earliest, when.latest)
        told.symbol = exact if len(anchors) < 2 or "publication" not in symbol else _short(symbol, told.symbol)
        aside = when.precision == "year" and told.year_exact and not raw.opens
        if "publication" not in symbol and not raw.bracketed and not aside:
            told.year, told.year_block, told.year_latest = when.earliest.year, raw.block, when.latest
            told.year_exact = when.precision in ("day", "month")
    elif "context" not in symbol:
        told.symbol = _short(symbol, told.symbol)


def _short(symbol: str, otherwise: str) -> str:
    return symbol if len(symbol) <= LONGEST_CONTEXT else otherwise


def _exact(earliest: date, latest: date) -> str:
    """The shortest symbol of an interval whose ends are known."""
    day, month, year = earliest.isoformat(), earliest.isoformat()[:7], earliest.isoformat()[:4]
    for short in (day, month, year):
        if resolve_symbol(short, None) == (earliest, latest):
            return short
    return f"{earliest} .. {latest}"
