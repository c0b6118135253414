"""Reported speech that goes on without its verb of saying: *The road would open in May, he said. It would have two lanes.*

The tense tells it. A report in the past turns *will* into *would*; a sentence of the outlet's own that follows would say
*will* or *was*. Only such sentences are taken, right after the report and in its paragraph: no condition, no quotation, no
report and no new name in them.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.find import content, syntax
from onrecord.find.drafts import Draft
from onrecord.find.view import View
from onrecord.schema import Sentence

PAST = frozenset({"VBD", "VBN"})
REPORTED = frozenset({"clause", "around"})
"""Constructions whose content is a clause in the reporter's words."""


def with_what_follows(view: View, drafts: Sequence[Draft]) -> None:
    """Adds to each report in the past the sentences after it that go on in its tense."""
    reported = {draft.match.sentence.index for draft in drafts if draft.match is not None}
    for draft in drafts:
        match = draft.match
        if match is None or not _is_report(draft) or match.token.tag not in PAST:
            continue
        sentences = view.annotations.sentences
        first = at = match.sentence.index + 1
        while at < len(sentences) and at not in reported and _goes_on(view, sentences[at], match.sentence.block):
            piece = content.strip(view.document.text, sentences[at].start, sentences[at].end)
            if piece is None:
                break
            draft.pieces.append(piece)
            at += 1
        if at > first:
            draft.why += "; goes on in the tense of a report"


def _is_report(draft: Draft) -> bool:
    """The last report of its sentence that backshifts: *said it would open*."""
    match = draft.match
    if match is None or draft.attitude != "says" or draft.speaker is None:
        return False
    last = max(piece[1] for piece in draft.pieces) if draft.pieces else 0
    backshifted = any(
        token.lower == "would" and any(start <= token.start < end for start, end in draft.pieces)
        for token in match.sentence.tokens
    )
    return backshifted and draft.construction in REPORTED and last >= match.sentence.end - 40


def _goes_on(view: View, sentence: Sentence, block: int) -> bool:
    if sentence.block != block or view.quotes_in(sentence.start, sentence.end):
        return False
    root = next((token for token in sentence.tokens if token.head == token.index), None)
    if root is None or not any(
        sentence.tokens[c].lower == "would" for c in syntax.children(sentence, root.index, "aux")
    ):
        return False
    if any(token.lower in {"if", "unless", "?"} for token in sentence.tokens):
        return False
    subject = syntax.surface_subject(sentence, root.index)
    return subject is not None and sentence.tokens[subject].pos != "PROPN"
