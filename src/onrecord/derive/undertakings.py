"""Undertakings: what a speaker says that its own side will or will not do, read from the words of the statement.

*Peru will finish the dam, its minister said*; *“We shall not share the bank”*. Only a clause counts that begins with the
side itself (its name, *the government*, *our country*, *we*) and *will*, *would* or *shall*, or with *there will be no*; what a
side will be, get or see is no undertaking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.derive.issues import Issue, issue_behind
from onrecord.schema import Document, Span, Statement

SAYING = frozenset({"say", "say-of", "tell", "announce-with", "reply", "preposition", "quoted-saying"})
"""Classes of frames by which somebody says a thing, without more."""

_CLAUSE = re.compile(r"(?:[.;:!?]|, (?:and|but)(?: that)?|\band that|,)\s+[“\"‘']*")
"""Where the next clause of a content begins."""
_SENTENCE = re.compile(r"[.;!?](?:\s|$)")
_SELF = re.compile(
    r"(?:we|(?:the|our|his|her|its|their|my) (?:government|country|nation|administration|party|movement|group|side|army|forces)|"
    r"this (?:government|country|state|nation))\b",
    re.IGNORECASE,
)
"""How a speaker names its own side."""
_IT = re.compile(r"(?:it|they)\b", re.IGNORECASE)
_MODAL = re.compile(
    r"(?:['’]ll|\s*(?:will|would|shall|wo(?=n['’]t)))"
    r"(?P<no>n['’]t|\s+(?:not|never|no longer|in no case|under no circumstances)\b)?"
    r"(?:\s+(?:\w+ly|also|now|soon|still|only|even))?\s+",
    re.IGNORECASE,
)
_NONE = re.compile(r"there\s+(?:will|would|shall|can|could)\s+be\s+no\s+(?:more\s+|further\s+)?", re.IGNORECASE)
"""How a speaker says that a thing will not be."""
_NO_OBJECT = re.compile(r"(?:\w+\s+){1,2}(?:no|nobody|none|nothing)\b", re.IGNORECASE)
"""A verb whose object says no: "hand over no more prisoners"."""
_NO_DOING = frozenset(
    """be have see need know like seem remain become win lose suffer face get die find hope think believe wait feel want prefer
    love appreciate expect understand survive benefit look come happen do say tell ask add make take""".split()
)
"""Verbs behind *will* that undertake nothing, or nothing that can be told by them."""
_CONDITION = re.compile(
    r"\b(?:only )?(?:if|once|unless|until|provided|on condition|as long as|so long as)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A clause by which a side binds itself: ``issue`` in its words, whether it says no, and the condition it names."""

    start: int
    issue: Issue
    says_no: bool
    limit: str


def undertakings(statement: Statement, document: Document, own: frozenset[str]) -> Iterator[Undertaking]:
    """The undertakings of one statement, in order; ``own`` are the ids that stand for the speaker's own side."""
    rule = statement.rule.split(".")
    if len(rule) < 2 or rule[1] not in SAYING:
        return
    named = {about.start: about.end for about in statement.about if about.actor in own}
    body = statement.speaker is not None and statement.speaker.actor_kind in ("country", "organisation", "armed_group")
    before: int | None = None
    for piece in statement.content:
        if before is not None and (found := _read(document, piece.start, _stop(document.text, piece.start, piece.end))):
            yield found
        before = piece.end if _subject(document.text, piece.start, piece.end, named, body) == piece.end else None
        for start, end in _clauses(document.text, piece):
            none = _NONE.match(document.text, start, end)
            subject = _subject(document.text, start, end, named, body)
            if none is not None:
                found = _made(document, none.end(), end, says_no=True)
            else:
                found = _read(document, subject, end) if subject is not None else None
            if found is not None:
                yield found


def _clauses(text: str, piece: Span) -> Iterator[tuple[int, int]]:
    """The clauses of a piece from where each begins to where the piece's sentence ends."""
    starts = [piece.start, *(found.end() for found in _CLAUSE.finditer(text, piece.start, piece.end))]
    for start in starts:
        yield start, _stop(text, start, piece.end)


def _stop(text: str, start: int, end: int) -> int:
    """Where a sentence ends."""
    stop = _SENTENCE.search(text, start, end)
    return stop.start() if stop else end


def _subject(text: str, start: int, end: int, named: Mapping[int, int], body: bool) -> int | None:
    """Where the subject of a clause ends, if it is the speaker's own side."""
    if start in named:
        return named[start]
    found = _SELF.match(text, start, end) or (_IT.match(text, start, end) if body else None)
    return found.end() if found is not None else None


def _read(document: Document, subject: int, end: int) -> Undertaking | None:
    modal = _MODAL.match(document.text, subject, end)
    if modal is None:
        return None
    verb = re.compile(r"\w+").match(document.text, modal.end(), end)
    if verb is None or verb.group().lower() in _NO_DOING:
        return None
    says_no = modal.group("no") is not None or _NO_OBJECT.match(document.text, modal.end(), end) is not None
    return _made(document, modal.end(), end, says_no)


def _made(document: Document, start: int, end: int, says_no: bool) -> Undertaking | None:
    issue = issue_behind(document, start, end)
    if issue is None or len(issue.telling) < 2:
        return None
    condition = _CONDITION.search(document.text, start, end)
    limit = " ".join(document.text[condition.start() : end].split()) if condition else ""
    return Undertaking(start, issue, says_no, limit)
