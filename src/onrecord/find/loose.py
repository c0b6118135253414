"""Quotations without a cue of their own: further pieces of the statement before, or statements whose speaker is near."""

from __future__ import annotations

import re

from onrecord.find import content, extents, quoting, syntax
from onrecord.find.content import Piece
from onrecord.find.drafts import CONFIDENCE, Draft
from onrecord.find.transcripts import asked_blocks
from onrecord.find.view import View
from onrecord.schema import Quote, Sentence

MIN_LOOSE_WORDS = 5
"""Words: a shorter quotation without a cue is taken for a title, a nickname or a scare quote."""
BLOCK_SHARE = 0.8
"""Of a paragraph, from which on a quotation is the paragraph."""

_SIGNATURE = re.compile(
    r"[ \t\u00a0]*[–—―][ \t\u00a0]*(?P<name>[^\W\d_a-z][^\n.,;:“\"]{1,60}?)(?=[.,;]|\s*$|\n|\s[“\"])", re.M
)


def with_loose_quotes(view: View, drafts: list[Draft]) -> list[Draft]:
    """The drafts, and what the loose quotations add to them."""
    every = sorted(drafts, key=lambda draft: draft.start)
    asked = asked_blocks(view)
    _join_to_what_follows(view, every, asked)
    for quote in view.outer_quotes:
        if quote.block in asked or not _is_loose(view, quote, every):
            continue
        piece = content.strip(view.document.text, quote.inner_start, quote.inner_end)
        if piece is None:
            continue
        made = _placed(view, quote, piece, every)
        if made is not None:
            every.append(made)
            every.sort(key=lambda draft: draft.start)
    return every


def _join_to_what_follows(view: View, every: list[Draft], asked: frozenset[int]) -> None:
    """A quotation that goes on in the next paragraph, whose speaker stands there: it is the beginning of that statement."""
    quotes = view.outer_quotes
    for at in range(len(quotes) - 2, -1, -1):
        quote, after = quotes[at], quotes[at + 1]
        if quote.ending != "continued" or quote.block in asked or not _is_loose(view, quote, every):
            continue
        owner = next(
            (d for d in every if d.speaker and not _is_told_in(d, after) and _overlaps(d, after)),
            None,
        )
        piece = content.strip(view.document.text, quote.inner_start, quote.inner_end)
        if owner is not None and piece is not None:
            owner.pieces.append(piece)
            owner.why += "; began in the paragraph before"


def _overlaps(draft: Draft, quote: Quote) -> bool:
    return any(start < quote.inner_end and quote.inner_start < end for start, end in draft.pieces)


def _is_told_in(draft: Draft, quote: Quote) -> bool:
    """The cue stands in the quotation: it is its speaker's turn of phrase."""
    return draft.cue is not None and quote.inner_start <= draft.cue[0] < quote.inner_end


def _placed(view: View, quote: Quote, piece: Piece, every: list[Draft]) -> Draft | None:
    """A new draft for the quotation; None where it was joined to an earlier one or is none."""
    signed = _SIGNATURE.match(view.document.text, quote.end, view.document.blocks[quote.block].end)
    if signed is not None and len(signed["name"].split()) <= 6:
        name = (signed.start("name"), signed.start("name") + len(signed["name"].rstrip()))
        return _draft(quote, piece, "signature", "a quotation signed with a name after a dash", name)
    introducer = _before_colon(view, quote)
    if introducer is not None:
        return _draft(
            quote, piece, "colon", "a quotation after a colon: the subject of that sentence speaks", introducer
        )
    before = _draft_before(view, every, quote)
    if before is not None and before.block == quote.block:
        if _has_quote(view, before):
            before.pieces.append(piece)
            before.why += "; goes on in the next quotation"
            return None
        return _draft(
            quote, piece, "next sentence", "a quotation after a statement: its speaker goes on", before.speaker
        )
    long_enough = quoting.words(view.document.text[piece[0] : piece[1]]) >= MIN_LOOSE_WORDS
    if before is not None and _fills_block(view, quote):
        goes_on = long_enough and _closes_its_block(view, before)
        if goes_on and _has_quote(view, before):
            before.pieces.append(piece)
            before.why += "; goes on in the next paragraph"
            return None
        kind = "quoted on" if goes_on else "next paragraph"
        return _draft(quote, piece, kind, "a paragraph of quotation after a statement", before.speaker)
    return (
        _draft(quote, piece, "loose quote", "a quotation beside which nobody is named as its speaker", None)
        if long_enough
        else None
    )


def _draft(quote: Quote, piece: Piece, kind: str, why: str, speaker: Piece | None) -> Draft:
    return Draft(
        block=quote.block,
        pieces=[piece],
        attitude="says",
        confidence=CONFIDENCE[kind],
        rule=f"quote.{kind.replace(' ', '-')}",
        why=why,
        speaker=speaker,
    )


def _is_loose(view: View, quote: Quote, drafts: list[Draft]) -> bool:
    if view.document.blocks[quote.block].kind == "title":
        return False
    if not quoting.is_speech(view, quote):
        return False
    for draft in drafts:
        if _overlaps(draft, quote) and not _is_told_in(draft, quote):
            return False
    return _starts_clause(view, quote)


def _starts_clause(view: View, quote: Quote) -> bool:
    """Speech of its own begins a sentence or follows a colon: “agents of chaos” in the middle of one does not."""
    before = view.document.text[view.document.blocks[quote.block].start : quote.start].rstrip()
    return not before or before[-1] in '.:?!…”"»'


def _before_colon(view: View, quote: Quote) -> Piece | None:
    """The actor who is the subject of the sentence that leads to the quotation with a colon."""
    block = view.document.blocks[quote.block]
    if not view.document.text[block.start : quote.start].rstrip().endswith(":"):
        return None
    for sentence in view.annotations.sentences:
        if sentence.block == quote.block and sentence.start < quote.start <= sentence.end:
            return _subject_before(view, sentence, quote.start)
    return None


def _subject_before(view: View, sentence: Sentence, position: int) -> Piece | None:
    for token in sentence.tokens:
        if token.start < position and token.dep in {"ROOT", "ccomp", "parataxis"} and syntax.is_verb(token):
            subject = syntax.surface_subject(sentence, token.index)
            if subject is not None and sentence.tokens[subject].start < position and view.is_actor(sentence, subject):
                return extents.joint_phrase(sentence, subject)
    return None


def _draft_before(view: View, drafts: list[Draft], quote: Quote) -> Draft | None:
    """The last saying before the quote in its block (no other sentence between), or, where the quote opens its block, the
    last one of the paragraph before."""
    earlier = [d for d in drafts if d.start < quote.start and _can_go_on(view, d)]
    near = [d for d in earlier if d.block == quote.block and _reaches(view, d, quote)]
    if near:
        return max(near, key=lambda d: (_has_quote(view, d), d.start))
    if not earlier or any(d.block == quote.block for d in earlier):
        return None
    last = max(earlier, key=lambda d: max([p[1] for p in d.pieces], default=d.start))
    return last if _last_block(view, last) == _block_before(view, quote.block) else None


def _last_block(view: View, draft: Draft) -> int:
    """The block in which the draft ends: a quotation of several paragraphs goes on from its last one."""
    end = max((piece[1] for piece in draft.pieces), default=draft.start)
    found = (n for n, block in enumerate(view.document.blocks) if block.start < end <= block.end)
    return max(draft.block, next(found, draft.block))


def _can_go_on(view: View, draft: Draft) -> bool:
    """Somebody who is named said it, and not inside another's quotation."""
    quoted = draft.cue is not None and view.quote_at(draft.cue[0]) is not None
    return draft.attitude == "says" and draft.speaker is not None and not quoted


def _block_before(view: View, block: int) -> int | None:
    blocks = view.document.blocks
    return next((b for b in range(block - 1, -1, -1) if blocks[b].kind == "paragraph"), None)


def _has_quote(view: View, draft: Draft) -> bool:
    return any(view.quotes_in(*piece) for piece in draft.pieces)


def _reaches(view: View, draft: Draft, quote: Quote) -> bool:
    """Between the draft and the quote stands no sentence that is neither."""
    ends = [piece[1] for piece in draft.pieces]
    reach = max([draft.match.sentence.end if draft.match else draft.start, *ends])
    return not any(char.isalnum() for char in view.document.text[reach : quote.start])


def _closes_its_block(view: View, draft: Draft) -> bool:
    """Nothing comes after the statement in its paragraph: a next one that is all quotation is its speaker's, too."""
    end = max([draft.match.sentence.end if draft.match else 0, *(piece[1] for piece in draft.pieces)])
    block = next(b for b in view.document.blocks if b.start <= end - 1 < b.end)
    return not any(char.isalnum() for char in view.document.text[end : block.end])


def _fills_block(view: View, quote: Quote) -> bool:
    block = view.document.blocks[quote.block]
    return quote.end - quote.start >= BLOCK_SHARE * (block.end - block.start)
