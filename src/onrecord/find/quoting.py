"""Which quotation belongs to which predicate of a sentence, and which are speech at all."""

from __future__ import annotations

from onrecord.find import syntax
from onrecord.find.view import View
from onrecord.schema import Quote, Sentence

SHORT = 3
"""Words: a closed quote of fewer, in the middle of a clause, is a scare quote or a title rather than speech of its own."""

MAX_ASIDE = 12
"""Tokens: a longer stretch between commas is a clause of its own and no aside."""
PUNCTUATION = "PUNCT"
_CLOSERS = (",", ".", "?", "!", "…", "-", "—", "–")


def words(text: str) -> int:
    """How many words a stretch of text has."""
    return len(text.split())


def attached(view: View, sentence: Sentence, index: int) -> tuple[Quote, ...]:
    """The outer quotes that the predicate at ``index`` introduces or closes, in text order.

    A quote belongs to a predicate outside it where nothing but the predicate's own words (its subject, adverbs, addressee) and
    punctuation stands between them: “A,” *said Novak*; *Novak told reporters on Friday:* “A”.
    """
    token = sentence.tokens[index]
    if view.quote_at(token.start) is not None:
        return ()
    own = _own_words(sentence, index)
    found = []
    for quote in view.quotes_in(sentence.start, sentence.end):
        if token.tag == "VBG" and quote.end <= token.start:
            continue  # *“A,” Novak said, adding that …*: the words before are those of *said*
        if not _only_own_words_between(sentence, index, own, quote) or _in_adjunct(sentence, index, quote):
            continue
        if is_speech(view, quote):
            found.append(quote)
    return tuple(found) if found else _in_next_block(view, sentence, index)


def _in_next_block(view: View, sentence: Sentence, index: int) -> tuple[Quote, ...]:
    """*Novak continued:* at the end of a paragraph, with the quotation as the next one."""
    blocks = view.document.blocks
    here = blocks[sentence.block]
    if view.document.text[here.end - 1] != ":" or sentence.end < here.end or sentence.block + 1 >= len(blocks):
        return ()
    if sentence.tokens[index].dep not in {"ROOT", "conj"}:
        return ()
    following = blocks[sentence.block + 1]
    return tuple(q for q in view.quotes_in(following.start, following.end) if q.start == following.start)


def interrupts(sentence: Sentence, index: int) -> bool:
    """A predicate that breaks into the clause that it reports: *The bridge, he said, would open*; *…, the ministry said.*"""
    token = sentence.tokens[index]
    if token.dep not in {"parataxis", "ccomp", "advcl", "dep"} or token.head == index:
        return False
    own = set(syntax.subtree(sentence, index))
    first, last = min(own), max(own)
    if joins_on(sentence, first):
        return False
    left = first > 0 and PUNCTUATION in {sentence.tokens[first - 1].pos, sentence.tokens[first].pos}
    right = last + 1 >= len(sentence.tokens) or PUNCTUATION in {
        sentence.tokens[last + 1].pos,
        sentence.tokens[last].pos,
    }
    return last - first < MAX_ASIDE and right and (left or first == 0)


def joins_on(sentence: Sentence, first: int) -> bool:
    """The clause that begins at ``first`` goes on after a semicolon, *and*, *while* or *where*: it breaks into nothing."""
    token = sentence.tokens[first]
    before = sentence.tokens[first - 1] if first else None
    if token.pos in {"CCONJ", "SCONJ"} or token.tag in {"WRB", "WP", "WDT"}:
        return token.lower != "as"
    return before is not None and (before.text == ";" or before.pos == "CCONJ")


def is_speech(view: View, quote: Quote) -> bool:
    """A quote that could be an utterance: some length, or a closing comma or stop as speech has."""
    inner = view.document.text[quote.inner_start : quote.inner_end].strip()
    if words(inner) >= SHORT:
        return True
    after = view.document.text[quote.end : quote.end + 1]
    return bool(inner) and (inner.endswith(_CLOSERS) or after in {",", "."}) and inner[:1].isupper()


def _own_words(sentence: Sentence, index: int) -> set[int]:
    """The predicate with its subject, adverbs, objects and prepositions, but not the clauses that it governs."""
    clauses = frozenset(
        c
        for c in sentence.children[index]
        if sentence.tokens[c].dep in {"ccomp", "parataxis", "conj", "dep"} and syntax.is_verb(sentence.tokens[c])
    )
    own = set(syntax.subtree(sentence, index, clauses))
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if token.dep in {"advcl", "conj", "xcomp"} and syntax.is_verb(head):
        own.add(token.head)
    return own


def _in_adjunct(sentence: Sentence, index: int, quote: Quote) -> bool:
    """The quote is a part of another phrase of the predicate: *in reaction to remarks that they “pose a threat”, Novak said …*."""
    for branch in sentence.children[index]:
        if sentence.tokens[branch].dep not in {"prep", "advcl", "nsubj", "nsubjpass", "npadvmod", "agent"}:
            continue
        words = [sentence.tokens[i] for i in syntax.subtree(sentence, branch)]
        within = any(quote.inner_start <= token.start < quote.inner_end for token in words)
        if within and any(token.start < quote.start for token in words):
            return True
    return False


def _only_own_words_between(sentence: Sentence, index: int, own: set[int], quote: Quote) -> bool:
    token = sentence.tokens[index]
    if quote.end <= token.start:
        low, high = quote.end, token.start
    elif quote.start >= token.end:
        low, high = token.end, quote.start
    else:
        return False
    for one in sentence.tokens:
        if one.start < low or one.end > high or one.index in own or one.pos in {"PUNCT", "SPACE"}:
            continue
        if one.pos not in {"ADV", "SCONJ", "PART"} and not (one.pos == "CCONJ" and quote.start >= token.end):
            return False
    return True
