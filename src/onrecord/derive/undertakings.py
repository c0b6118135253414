"""Undertakings: what a speaker says that its own side will or will not do, read from the words of the statement.

*Peru will finish the dam, its minister said*; *“We shall not share the bank”*; *Peru is ready to reopen the port*. A clause
counts that begins with the side itself (its name, *the government*, *our country*, *we*), or with *there will be no*; what a
side will be, get or see is no undertaking. Where a government speaks, it also counts what is done with a thing that is nobody
else's: *the ban would be lifted*, *the port stays closed*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from onrecord.derive.courses import leading
from onrecord.derive.issues import Issue, issue_behind
from onrecord.derive.matters import matter
from onrecord.derive.predicates import taken, undergone
from onrecord.schema import Document, Span, Statement

SAYING = frozenset({"say", "say-of", "tell", "announce-with", "reply", "preposition", "quoted-saying", "warn"})
"""Classes of frames by which somebody says a thing, without more."""
THING = 9
"""Words that the name of a thing may have before what is done with it."""

_CLAUSE = re.compile(r"(?:[.;:!?]|, (?:and|but)(?: that)?|\bthat|,)\s+[“\"‘']*")
"""Where the next clause of a content begins."""
_SENTENCE = re.compile(r"[.;!?](?:\s|$)")
_OFFICES = r"government|cabinet|president|prime minister|premier|king|queen|foreign minister|ministry|foreign ministry"
_SELF = re.compile(
    rf"(?:we|(?:the|our|his|her|its|their|my) (?:country|nation|administration|party|movement|group|side|army|forces|{_OFFICES})|"
    r"this (?:government|country|state|nation))\b",
    re.IGNORECASE,
)
"""How a speaker names its own side."""
_IT = re.compile(r"(?:it|they)\b", re.IGNORECASE)
_ONE = re.compile(
    r"(?:he|she|I)\b(?!['’]|\s+(?:will|would|shall)(?:n['’]t|\s+not|\s+never)?\s+(?:retire|run|stand|go|die)\b)"
)
"""How one person speaks of what they do in their office, and not with themselves."""
_NONE = re.compile(
    r"there\s+(?:(?:will|would|shall|can|could)\s+be\s+no\s+(?:more\s+|further\s+)?(?!doubt|way|chance)|"
    r"(?:is|was|were|are|will\s+be|would\s+be)\s+(?:no\s+(?:need|reason|room|question|point)\s+(?:for|to|of|in)|nothing\s+to)\s+)",
    re.IGNORECASE,
)
"""How a speaker says that a thing will not be, or need not be."""
_CONDITION = re.compile(
    r"\b(?:(?:only )?(?:if|once|unless|until|provided|on condition|as long as|so long as|as soon as)|only (?:when|after)|"
    r"not before|in (?:exchange|return) for|subject to|pending)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w’'-]+(?=\s)")
_OWNED = re.compile(r"\w+['’]s?\b")


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A clause by which a side binds itself: ``issue`` in its words, whether it says no, and the condition it names.

    ``done`` where it says that it has done so already.
    """

    start: int
    issue: Issue
    says_no: bool
    limit: str
    done: bool = False


def undertakings(statement: Statement, document: Document, own: frozenset[str]) -> Iterator[Undertaking]:
    """The undertakings of one statement, in order; ``own`` are the ids that stand for the speaker's own side."""
    rule = statement.rule.split(".")
    if len(rule) < 2 or rule[1] not in SAYING:
        return
    named = {about.start: about.end for about in statement.about if about.actor in own}
    others = frozenset(about.start for about in statement.about if about.actor and about.actor not in own)
    kind = statement.speaker.actor_kind if statement.speaker is not None else ""
    pronoun = _IT if kind in ("country", "organisation", "armed_group") else _ONE if kind == "person" else None
    rules = any(key.startswith("state:") for key in own)
    before: int | None = None
    for piece in statement.content:
        if before is not None and (found := _read(document, piece.start, _stop(document.text, piece.start, piece.end))):
            yield found
        before = piece.end if _subject(document.text, piece.start, piece.end, named, pronoun) == piece.end else None
        for start, end in _clauses(document.text, piece):
            none = _NONE.match(document.text, start, end)
            subject = _subject(document.text, start, end, named, pronoun)
            if none is not None:
                found = _made(document, none.end(), end, says_no=True, barred=True)
            elif subject is not None:
                found = _read(document, subject, end)
            else:
                found = _suffered(document, start, end, others) if rules else None
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


def _subject(text: str, start: int, end: int, named: Mapping[int, int], pronoun: re.Pattern[str] | None) -> int | None:
    """Where the subject of a clause ends, if it is the speaker's own side."""
    if start in named:
        return named[start]
    found = _SELF.match(text, start, end) or (pronoun.match(text, start, end) if pronoun is not None else None)
    return found.end() if found is not None else None


def _read(document: Document, subject: int, end: int) -> Undertaking | None:
    found = taken(document.text, subject, end)
    return _made(document, found.start, end, found.says_no, found.done) if found is not None else None


_WHOLE = frozenset(
    matter(word)
    for word in """apologize resign negotiate mediate retaliate surrender attend boycott concede extradite disarm testify appeal
    compensate cooperate withdraw recount exchange""".split()
)
"""Stems of acts that one word tells."""


def _made(
    document: Document, start: int, end: int, says_no: bool, done: bool = False, barred: bool = False
) -> Undertaking | None:
    """An undertaking of the words from ``start`` on; ``barred`` where these name a thing alone, which there will not be."""
    issue = issue_behind(document, start, end)
    if issue is None:
        return None
    short = len(issue.telling) < 2 and len(issue.text.split()) < 3
    if short and not barred and not issue.telling & _WHOLE and leading(document.text[start:end]) is None:
        return None
    return Undertaking(start, issue, says_no, _limit(document.text, start, end), done)


def _limit(text: str, start: int, end: int) -> str:
    """The condition that a clause names, from its first word on."""
    found = _CONDITION.search(text, start, end)
    return " ".join(text[found.start() : end].split()) if found else ""


def _suffered(document: Document, start: int, end: int, others: frozenset[int]) -> Undertaking | None:
    """What will be done with the thing that a clause begins with, unless it is another actor or another actor's."""
    text, at = document.text, start
    if start in others:
        owner = _OWNED.match(text, start, end)
        if owner is not None or undergone(text, _word_end(text, start, end), end):
            return None
    for _ in range(THING):
        word = _WORD.match(text, at, end)
        if word is None:
            return None
        found = undergone(text, word.end(), end)
        if found is not None:
            issue = issue_behind(document, start, word.end())
            if issue is None:
                return None
            turned = replace(issue, turn=issue.turn * found.sign, moved=True)
            return Undertaking(start, turned, found.says_no, _limit(text, found.start, end))
        at = word.end() + 1
    return None


def _word_end(text: str, start: int, end: int) -> int:
    word = _WORD.match(text, start, end)
    return word.end() if word else start
