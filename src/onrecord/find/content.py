"""What was said: the exact pieces of text that a predicate of saying reports."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.find import bounds, extents, quoting, syntax
from onrecord.find.asides import aside
from onrecord.find.matcher import Match
from onrecord.find.view import View
from onrecord.lexicon.frames import Role
from onrecord.schema import Form, Quote, Sentence

Piece = tuple[int, int]
"""Code points of the document, half-open."""

EMPTY = frozenset({"PUNCT", "ADP", "CCONJ", "SCONJ", "PART", "SPACE"})
"""Parts of speech that say nothing on their own: a piece of these alone is a crumb of the parse."""
_EDGE = ' \t\r\n\u00a0,;:–—-"“”«»„‟'
_BRACKETS = {"(": ")", "[": "]"}
APART = frozenset({"aux", "auxpass", "neg", "prt", "advmod", "nsubj", "punct"})
"""Dependents of a predicate of saying that are no part of what was said."""
MARKS = frozenset({"“", "”", '"', "''", "``", "‘", "’", "«", "»"})
DIRECT_SHARE = 0.9
"""Of the letters and digits inside quotation marks, from which on a content is direct: usual in attribution corpora."""


def pieces(view: View, match: Match) -> list[Piece]:
    """The content of a match in text order: clause, quotation, or both joined; empty where there is none."""
    sentence = match.sentence
    found = _clause_pieces(view, match)
    quotes = quoting.attached(view, sentence, match.index) if _takes(match, "quote") else ()
    if quotes and _leads_with_colon(match):
        found = [piece for piece in found if piece[0] > match.token.start]
    if not found and (_takes(match, "quote") or _takes(match, "whole")):
        found = _led_up_to(match, quotes) if quotes else _around(match) or _beside(match)
    found = [_with_quote(view, match, piece) for piece in found]
    speaker = [sentence.tokens[i] for i in _speaker_words(match)]
    inner = [(quote.start, quote.end) for quote in quotes]
    inner = [(a, b) for a, b in inner if not any(a <= token.start < b for token in speaker)]
    joined = _join(found, inner)
    enclosing = view.quote_at(match.token.start)
    if enclosing is not None:
        joined = [(max(a, enclosing.inner_start), min(b, enclosing.inner_end)) for a, b in joined]
    tidy = (strip(view.document.text, *_unwrapped(view, piece)) for piece in joined)
    return [_with_marks(view, piece) for piece in tidy if piece is not None]


def _with_marks(view: View, piece: Piece) -> Piece:
    """The piece with the mark of a quotation that begins or ends it, where the other mark stands within: *“cheap” and late*."""
    start, end = piece
    for quote in view.quotes_in(start, end):
        if quote.start < quote.inner_start == start and quote.inner_end < quote.end < end:
            start = quote.start
        elif quote.inner_end == end < quote.end and start < quote.start < quote.inner_start:
            end = quote.end
    return start, end


def _unwrapped(view: View, piece: Piece) -> Piece:
    """A piece that is just a quotation, without its marks, whatever they look like."""
    start, end = piece
    for quote in view.quotes_in(start, end):
        if quote.start == start and quote.inner_end < end <= quote.end:
            return quote.inner_start, quote.inner_end
        if quote.start == start and end == quote.inner_end:
            return quote.inner_start, end
    return piece


def _leads_with_colon(match: Match) -> bool:
    """*It rained again, Novak said: “…”*: what stands before is not hers."""
    after = match.index + 1
    return after < len(match.sentence.tokens) and match.sentence.tokens[after].text == ":"


def _takes(match: Match, slot: str) -> bool:
    return slot in match.frame.cls.roles.get("content", ())


def _clause_pieces(view: View, match: Match) -> list[Piece]:
    filled = match.roles.get("content")
    if filled is None:
        return []
    sentence = match.sentence
    apart = _attribution(match)
    keep: set[int] = set()
    for head in (filled.head, *filled.also):
        keep.update(syntax.subtree(sentence, head, bounds.asides(view, sentence, head, match.index)))
    keep.update(bounds.carried_on(view, match, filled.head))
    keep.update(
        bounds.and_that(sentence, keep, match.index) if filled.kind == "clause" else bounds.behind(match, filled, keep)
    )
    keep -= apart
    keep -= {i for i in keep if _is_that(sentence, i, filled.head) and i not in filled.also}
    first = min(keep, default=0)
    if match.index < first < filled.head and first not in filled.also and sentence.tokens[first].lower == "that":
        keep -= {first} if sentence.tokens[first].tag == "IN" else set()  # hung on a word of the clause
    keep -= bounds.day_of_saying(match, filled)
    return _runs(sentence, keep, apart) if keep else []


def _is_that(sentence: Sentence, index: int, head: int) -> bool:
    token = sentence.tokens[index]
    conjunction = token.dep == "mark" or (token.dep == "advmod" and token.tag == "WDT" and index < head)
    return conjunction and token.lower == "that" and token.head == head


def _attribution(match: Match) -> set[int]:
    """The predicate with its speaker, addressee, auxiliaries and adverbs: what content never holds."""
    sentence = match.sentence
    apart = {match.index} | _speaker_words(match)
    for one in sentence.children[match.index]:
        token = sentence.tokens[one]
        if token.dep in APART and token.text not in MARKS:
            apart.add(one)
    return apart


def _speaker_words(match: Match) -> set[int]:
    sentence, words = match.sentence, set()
    roles: tuple[Role, ...] = ("source", "addressee")
    for role in roles:
        filled = match.roles.get(role)
        if filled is not None and not _inside(sentence, match.index, filled.head):
            if role == "addressee" and _in_content(match, filled.head):
                continue
            start, end = extents.joint_phrase(sentence, filled.head)
            words |= {t.index for t in sentence.tokens if start <= t.start and t.end <= end}
    return words


def _in_content(match: Match, addressee: int) -> bool:
    """*offered an apology to Lind*: the addressee hangs on what is said, not on the predicate."""
    filled = match.roles.get("content")
    return filled is not None and addressee in set(syntax.subtree(match.sentence, filled.head))


def _inside(sentence: Sentence, cue: int, speaker: int) -> bool:
    """True where the cue hangs on its own speaker (*the minister, who said …*): the noun's phrase then holds the cue."""
    return cue in set(syntax.subtree(sentence, speaker))


def _runs(sentence: Sentence, keep: set[int], apart: set[int]) -> list[Piece]:
    """The kept tokens as stretches of text, split where words of the attribution stand between."""
    ordered = sorted(keep)
    runs: list[list[int]] = [[ordered[0]]]
    for one in ordered[1:]:
        if any(between in apart for between in range(runs[-1][-1] + 1, one)):
            runs.append([one])
        else:
            runs[-1].append(one)
    wordy = [run for run in runs if any(sentence.tokens[i].pos not in EMPTY for i in run)]
    return [extents.extent(sentence, set(_without_stop(sentence, run))) for run in wordy]


def _without_stop(sentence: Sentence, run: list[int]) -> list[int]:
    """Without the sentence's own full stop, which is nobody's word."""
    while len(run) > 1 and sentence.tokens[run[-1]].lower in {".", ",", ";", ":", "and", "but", "or"}:
        run = run[:-1]
    return run


def _around(match: Match) -> list[Piece]:
    """The clause that a parenthetical (*The bridge, he said, would open*), an adverb or *according to* stands in."""
    sentence, token = match.sentence, match.token
    top = _host(match)
    if top is None:
        return []
    own = set(syntax.subtree(sentence, match.index))
    if match.frame.cls.pos != "verb":
        filled = match.roles.get("source")
        if filled is not None:
            start, end = extents.joint_phrase(sentence, filled.head)
            own |= {t.index for t in sentence.tokens if start <= t.start and t.end <= end}
            own |= set(range(min(match.index, filled.head), max(match.index, filled.head) + 1))
    elif not quoting.interrupts(sentence, match.index):
        return []
    keep = set(syntax.subtree(sentence, top)) - own
    keep = {i for i in keep if token.head == top or sentence.tokens[i].dep != "punct" or i > 0}
    return _runs(sentence, keep, own) if keep else []


def _led_up_to(match: Match, quotes: Sequence[Quote]) -> list[Piece]:
    """What stands before a quotation that goes on with a sentence begun outside its marks: *The plan is “a gift to thieves,” Novak
    said*; *The plan, Novak said, “is a gift to thieves.”*"""
    around = aside(match.sentence, match.index) if match.frame.cls.pos == "verb" else None
    first = min(quotes, key=lambda quote: quote.start)
    if around is None or any(quote.start <= match.sentence.start for quote in quotes):
        return []
    before = match.sentence.tokens[: around.first]
    words = [token for token in before if token.start < first.start and token.pos not in EMPTY]
    if not words or any(token.text == ":" for token in before):
        return []
    follows = first.start > match.token.start
    return _beside(match) if around.goes_on or not follows else []


def _beside(match: Match) -> list[Piece]:
    """What stands before (and after) an attribution that commas set off."""
    around = aside(match.sentence, match.index) if match.frame.cls.pos == "verb" else None
    if around is None:
        return []
    keep = set(range(around.first))
    if around.goes_on:
        keep |= set(range(around.last + 1, len(match.sentence.tokens)))
    return _runs(match.sentence, keep, set(range(around.first, around.last + 1)))


def _with_quote(view: View, match: Match, piece: Piece) -> Piece:
    """The piece with the whole of a quotation that begins in it: the marks show where it ends better than the parse does."""
    start, end = piece
    for quote in view.quotes_in(start, end):
        if start <= quote.inner_start and quote.end > end and not quote.start <= match.token.start < quote.end:
            end = quote.end
    return start, end


def _host(match: Match) -> int | None:
    sentence, token = match.sentence, match.token
    if match.frame.cls.pos == "verb":
        return token.head
    at = token.head
    for _ in range(syntax.MAX_STEPS):
        one = sentence.tokens[at]
        if syntax.is_verb(one) and one.dep in {"ROOT", "ccomp", "relcl", "advcl", "conj", "parataxis", "pcomp"}:
            return at if match.frame.cls.pos == "adverb" or one.dep == "ROOT" else _main(sentence, at)
        if one.head == at:
            return at
        at = one.head
    return None


def _main(sentence: Sentence, index: int) -> int:
    """From a joined or parenthetical clause up to the one it belongs to."""
    token = sentence.tokens[index]
    return token.head if token.dep in {"conj", "parataxis"} else index


def _join(clauses: list[Piece], quotes: list[Piece]) -> list[Piece]:
    """Clauses and quotations in text order; where two overlap or all but touch they become one piece."""
    joined: list[Piece] = []
    for piece in sorted([*clauses, *quotes]):
        if joined and piece[0] <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], piece[1]))
        else:
            joined.append(piece)
    return joined


_PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"', "(": ")", "[": "]", "‘": "’"}
_CLOSERS = frozenset(_PAIRS.values())


def strip(text: str, start: int, end: int) -> Piece | None:
    """Without space, commas, dashes and outer quotation marks; a mark whose partner stands inside the piece stays.

    None where no word is left.
    """
    changed = True
    while changed and start < end:
        changed = False
        first, last = text[start], text[end - 1]
        if first in _EDGE or (first in _PAIRS and not _closes_inside(text, start, end)):
            start, changed = start + 1, True
        elif last in _EDGE or (last in _CLOSERS and not _opens_inside(text, start, end)):
            end, changed = end - 1, True
        elif (
            _PAIRS.get(first) == last
            and end - start > 2
            and first not in "(["
            and not _closes_inside(text, start, end - 1)
        ):
            start, end, changed = start + 1, end - 1, True
    if start > 0 and text[start - 1] in "“«„" and _closes_inside(text, start - 1, end):
        start -= 1
    close = end + (text[end : end + 1] == ",")
    if close < len(text) and text[close] in _CLOSERS and _opens_inside(text, start, close + 1):
        end = close + 1
    return (start, end) if any(char.isalnum() for char in text[start:end]) else None


def _closes_inside(text: str, start: int, end: int) -> bool:
    """The mark at ``start`` has its partner within the piece."""
    closer = _PAIRS[text[start]]
    return closer in text[start + 1 : end] and not (closer == "’" and not _is_closing(text, start + 1, end))


def _is_closing(text: str, start: int, end: int) -> bool:
    """Some ’ in the range is a closing mark and no apostrophe: no letter follows it."""
    return any(text[i] == "’" and not text[i + 1 : i + 2].isalnum() for i in range(start, end))


def _opens_inside(text: str, start: int, end: int) -> bool:
    """The mark before ``end`` has its partner within the piece."""
    last, inside = text[end - 1], text[start : end - 1]
    if last == '"':
        return inside.count('"') % 2 == 1
    if last == "’":
        return inside.count("‘") > 0
    return any(inside.count(opener) > inside.count(closer) for opener, closer in _PAIRS.items() if closer == last)


def form(view: View, found: list[Piece]) -> Form:
    """Direct where (nearly) all letters stand inside quotation marks, mixed where some do, else indirect."""
    text = view.document.text
    total = inside = 0
    for start, end in found:
        quotes = view.quotes_in(start, end)
        total += sum(map(str.isalnum, text[start:end]))
        for at in range(start, end) if quotes else ():
            inside += text[at].isalnum() and any(quote.inner_start <= at < quote.inner_end for quote in quotes)
    if total == 0 or inside == 0:
        return "indirect"
    return "direct" if inside / total >= DIRECT_SHARE else "mixed"
