"""Sayings that did not take place or are asked about, and silences: *did not say*, *asked whether*, *declined to comment*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from onrecord.find import syntax
from onrecord.find.content import Piece
from onrecord.find.matcher import Match
from onrecord.find.view import View
from onrecord.schema import Nonstatement, Party, Sentence, Span

Reason = Literal["negated", "asked"]

SILENT = frozenset(
    "comment respond reply answer elaborate say speak discuss disclose confirm specify identify explain react talk".split()
)
"""Verbs whose negation, or refusal, is a silence even where nothing is named that was not said."""
REFUSALS = frozenset({"decline", "refuse"})


def reason(view: View, match: Match) -> Reason | None:
    """Why what a match reports was not said; None where it was."""
    if match.frame.cls.pos != "verb":
        return None
    if match.frame.lemma in REFUSALS and _refuses_to_say(match):
        return "negated"
    refusal = any(need.slot == "neg" for need in match.frame.needs)
    if match.frame.cls.attitude == "says" and is_negated(match.sentence, match.index) and not refusal:
        return "negated"
    return "asked" if is_asked(view, match) else None


def _refuses_to_say(match: Match) -> bool:
    filled = match.roles.get("content")
    return filled is not None and filled.kind == "clause" and match.sentence.tokens[filled.head].lemma in SILENT


def is_negated(sentence: Sentence, index: int) -> bool:
    """*did not say*, *never said*, *neither confirmed nor denied*; *no official said* is left to the subject's reader."""
    for one in sentence.children[index]:
        token = sentence.tokens[one]
        if (token.dep == "neg" or token.lower in {"never", "neither"}) and _joined(sentence, one, index):
            return True
    token = sentence.tokens[index]
    return token.dep == "conj" and any(sentence.tokens[c].lower == "nor" for c in sentence.children[token.head])


def _joined(sentence: Sentence, one: int, index: int) -> bool:
    """Nothing but words between the two: “Probably not,” *she said* negates no saying."""
    return all(token.pos != "PUNCT" for token in sentence.tokens[min(one, index) : max(one, index)])


def is_asked(view: View, match: Match) -> bool:
    """The saying itself is in question: a question outside quotation marks, or under *whether* and *if*."""
    sentence = match.sentence
    last = sentence.tokens[-1]
    if last.text == "?" and view.quote_at(last.start) is None and view.quote_at(match.token.start) is None:
        return True
    mark = syntax.child(sentence, match.index, "mark")
    return mark is not None and sentence.tokens[mark].lower in {"whether", "if"}


def nonstatement(view: View, match: Match, pieces: list[Piece], why: Reason, speaker: Party | None) -> Nonstatement:
    """A match that reports no saying, with what was not said."""
    return Nonstatement(
        doc=view.document.doc,
        block=view.document.blocks[match.sentence.block].kind,
        cue=view.span(match.token.start, match.token.end),
        content=tuple(Span.of(view.document.text, *piece) for piece in pieces),
        reason=why,
        speaker=speaker,
        why=f"“{match.token.text}” is {why} (frame {match.frame.id})",
    )


def silences(view: View, known: Iterable[Nonstatement]) -> Iterator[Nonstatement]:
    """Refusals to speak that no frame reports, in text order: *did not comment*, *has not replied*, *declined to elaborate*."""
    taken = [(one.cue.start, one.cue.end) for one in known]
    for sentence in view.annotations.sentences:
        for token in sentence.tokens:
            if token.lemma not in SILENT or token.pos != "VERB" or view.quote_at(token.start) is not None:
                continue
            index = _silence_at(sentence, token.index)
            if index is None:
                continue
            cue = sentence.tokens[index]
            subject = syntax.surface_subject(sentence, index)
            if subject is None or not view.is_actor(sentence, subject) or (cue.start, cue.end) in taken:
                continue
            yield _silence(view, sentence, index, subject)


def _silence_at(sentence: Sentence, index: int) -> int | None:
    """The token that says it: the negated verb, or the verb of refusing above it; None where somebody does speak."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if token.dep == "xcomp" and head.lemma in REFUSALS:
        return token.head
    spoken = syntax.child(sentence, index, "ccomp", "dobj") is not None
    return index if is_negated(sentence, index) and not spoken else None


def _silence(view: View, sentence: Sentence, index: int, subject: int) -> Nonstatement:
    token = sentence.tokens[index]
    start, end = syntax.joint_phrase(sentence, subject)
    return Nonstatement(
        doc=view.document.doc,
        block=view.document.blocks[sentence.block].kind,
        cue=view.span(token.start, token.end),
        content=(),
        reason="negated",
        speaker=Party(view.document.text[start:end], start, end),
        why=f"“{token.text}”: nothing was said",
    )
