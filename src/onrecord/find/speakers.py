"""The whole phrase of a speaker, as far as it goes on behind the name: *Novak, a lawyer who has met both sides*."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from onrecord.find import syntax
from onrecord.schema import Annotations, Document, Party, Sentence, Statement, Token

LONGEST = 40
"""Tokens: what hangs on a name and is longer is a stumble of the parse."""
BINDING = frozenset("of by with for from in at on to about near across like including such as behind among".split())
"""Prepositions that go on with a phrase which a common noun heads (*a study by the bank*, *officials with knowledge of it*)."""
SUBJECT_PRONOUNS = frozenset({"who", "which", "that"})


class Speakers:
    """The speakers of a page's statements with their whole phrases."""

    def __init__(self, document: Document, annotations: Annotations) -> None:
        self._text = document.text
        self._sentences = annotations.sentences
        self._starts = [sentence.start for sentence in annotations.sentences]

    def of(self, statement: Statement) -> Party | None:
        """The statement's speaker; only its text and end change."""
        party = statement.speaker
        if party is None:
            return None
        sentence = self._sentences[bisect_right(self._starts, party.start) - 1]
        if not sentence.start <= party.start < sentence.end:
            return party
        cue = statement.cue.start if statement.cue is not None else None
        end = whole(sentence, party.start, party.end, cue)
        if any(piece.start < end and party.end < piece.end for piece in statement.content):
            return party
        return replace(party, text=self._text[party.start : end], end=end)


def whole(sentence: Sentence, start: int, end: int, cue: int | None) -> int:
    """Where the phrase that begins at ``start`` ends, ``end`` being where its short form does; code points.

    Behind the short form may stand its apposition (with all clauses of its own), a clause that narrows it down, and a relative pronoun
    under which the cue itself stands (*Novak, who* said …). ``cue`` is where the predicate of saying begins.
    """
    inside = [token for token in sentence.tokens if start <= token.start < end]
    if not inside:
        return end
    last = inside[-1].index
    pronoun = _pronoun(sentence, last, cue)
    if pronoun is not None:
        return pronoun.end
    while (further := _goes_on(sentence, inside[0].index, last, cue)) is not None:
        last = further
    return max(end, sentence.tokens[last].end)


def _pronoun(sentence: Sentence, last: int, cue: int | None) -> Token | None:
    """The relative pronoun right behind the phrase, where it is the subject of the cue."""
    at = last + 1
    if at < len(sentence.tokens) and sentence.tokens[at].text == ",":
        at += 1
    if at >= len(sentence.tokens) or cue is None or sentence.tokens[at].lower not in SUBJECT_PRONOUNS:
        return None
    token = sentence.tokens[at]
    says = next((one for one in sentence.tokens if one.start == cue), None)
    if says is None or says.index < at or token.dep not in syntax.SUBJECTS:
        return None
    return token if token.head in (says.index, says.head) else None


def _goes_on(sentence: Sentence, first: int, last: int, cue: int | None) -> int | None:
    """The last token of the branch that follows the phrase at once; None where none does."""
    closing = last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].text == ")"
    if closing and any(token.text == "(" for token in sentence.tokens[first : last + 1]):
        return last + 1
    for host in range(first, last + 1):
        for one in sentence.children[host]:
            if one <= last or not _binds(sentence, host, one):
                continue
            branch = set(syntax.subtree(sentence, one))
            begins, ends = min(branch), max(branch)
            gap = sentence.tokens[last + 1 : begins]
            if begins <= last or len(gap) > 1 or any(token.text not in {",", "–", "—", "-"} for token in gap):
                continue
            if gap and sentence.tokens[one].dep != "appos":
                continue
            if ends - begins > LONGEST or _holds(sentence, begins, ends, cue):
                continue
            return ends
    return None


def _binds(sentence: Sentence, host: int, one: int) -> bool:
    token = sentence.tokens[one]
    if token.dep == "prep":
        return sentence.tokens[host].pos != "PROPN" and token.lower in BINDING
    return token.dep in {"appos", "relcl", "acl"}


def _holds(sentence: Sentence, begins: int, ends: int, cue: int | None) -> bool:
    return cue is not None and sentence.tokens[begins].start <= cue < sentence.tokens[ends].end
