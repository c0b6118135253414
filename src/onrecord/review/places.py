"""Words that a reviewer gives, found on the page: no entry without its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from onrecord.errors import UsageError
from onrecord.lexicon.names import fold
from onrecord.schema import Block, Document, Findings, Party, Span
from onrecord.store import Store, Who
from onrecord.store.codec import plain_of
from onrecord.store.rows import with_members

HOW = "by a reviewer"
LONGEST = 2_000
BRACKETS = re.compile(r"(.*)\[([^\[\]]*\w[^\[\]]*)\](.*)", re.DOTALL)
"""Words among others: ``the [closed] bridge``."""
SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+")


Range = tuple[int, int]


def located(text: str, words: str, near: Range | None = None, what: str = "words") -> Span:
    """Where some words stand in a text, any white space between them; of several places the one nearest to ``near``.

    Raises UsageError where they stand nowhere, or, without ``near``, in several places.
    """
    found = list(_places(text, words))
    if not found:
        raise UsageError(f"{what}: “{_short(words)}” does not stand on the page; take the words as they stand there")
    if near is None and len(found) > 1:
        raise UsageError(
            f"{what}: “{_short(words)}” stands {len(found)} times on the page; select it, or give words around it, and "
            f"itself in brackets: the [{_short(words)}] one"
        )
    start, end = min(found, key=lambda place: gap(place, near or (0, 0)))
    return Span.of(text, start, end)


def gap(one: Range, other: Range) -> int:
    """How many characters stand between two places."""
    return max(other[0] - one[1], one[0] - other[1], 0)


def block_around(document: Document, place: int) -> Block | None:
    """The block that holds a place."""
    return next((one for one in document.blocks if one.start <= place < one.end), None)


def sentence_around(document: Document, span: Span) -> Span:
    """The sentence that holds a span, within its block: a rough cut at full stops."""
    block = block_around(document, span.start)
    start, end = (block.start, block.end) if block is not None else (0, len(document.text))
    ends = [found.end() + start for found in SENTENCE.finditer(document.text[start:end])]
    first = max((one for one in ends if one <= span.start), default=start)
    last = min((one for one in ends if one >= span.end), default=end)
    sentence = document.text[first:last]
    return Span.of(document.text, first, first + len(sentence.rstrip()))


@dataclass(frozen=True, slots=True)
class Naming:
    """Finds whom a reviewer means: a party that the page names already, words of the page, or an actor of the record."""

    store: Store
    findings: Findings

    def party(self, words: str, near: Range, phrase: Party | None = None, what: str = "who") -> Party:
        """The party that some words mean. ``phrase`` is what stood in its place: where the words are not on the page, it keeps
        its place and gets the name. Raises UsageError where there is none and the words are not on the page.
        """
        known = [one for one in self.parties() if _is_called(one, words)]
        if known:
            return min(known, key=lambda one: gap((one.start, one.end), near))
        if next(_places(self.findings.document.text, words), None) is not None:
            span = located(self.findings.document.text, words, near)
            return self._as_known(Party(span.text, span.start, span.end, how=f"page:{HOW}"), words)
        if phrase is None:
            raise UsageError(
                f"{what}: “{_short(words)}” does not stand on the page; take the words as they stand there"
            )
        return self._as_known(replace(phrase, members=(), how=f"context:{HOW}"), words)

    def parties(self) -> Iterator[Party]:
        """Everybody whom the page names, as far as was found."""
        found = self.findings
        sides = (parties for entry in found.entries for _, parties in entry.sides)
        for one in (*found.mentions, *(party for parties in sides for party in parties)):
            yield one
            yield from with_members(one.members)

    def names(self) -> list[str]:
        """What they are called, for a reviewer to choose from."""
        return sorted({" ".join((one.name or one.text).split()) for one in self.parties()}, key=str.casefold)

    def _as_known(self, party: Party, words: str) -> Party:
        """The party as the actor of the record who is called so, where it is just one; else by the name alone."""
        rows = [
            one for one in self.store.actors(who=Who(name=words)) if one.actor == words or fold(one.name) == fold(words)
        ]
        if len({one.actor for one in rows}) == 1:
            one = rows[0]
            kind: Any = one.kind
            return replace(
                party, name=one.name, actor=one.actor, actor_kind=kind, country=one.country, sector=one.sector,
                sectors=(one.sector,) if one.sector else (), principal=None, capacity=None,
            )  # fmt: skip
        return replace(
            party, name=" ".join(words.split()), actor=None, country=None, sector=None, sectors=(), principal=None
        )


def whole(party: Party) -> dict[str, Any]:
    """A party with every field, so that nothing of the one that it takes the place of is left."""
    given = {one.name: plain_of(getattr(party, one.name), "", "") for one in fields(party)}
    return {**given, "members": [whole(one) for one in party.members]}


def plain_span(span: Span) -> dict[str, Any]:
    """A span with its words."""
    return {"start": span.start, "end": span.end, "text": span.text}


def called(party: Party | None) -> str:
    """What a party is called in a form."""
    return " ".join((party.name or party.text).split()) if party is not None else ""


def _is_called(party: Party, words: str) -> bool:
    wanted = fold(" ".join(words.split()))
    return party.actor == words or any(fold(" ".join(one.split())) == wanted for one in (party.name, party.text) if one)


def _places(text: str, words: str) -> Iterator[Range]:
    """Where the words stand as they are; if nowhere, and some are in brackets, where these stand among the others."""
    if not words.strip() or len(words) > LONGEST:
        return
    plain = [found.span() for found in re.finditer(_spaced(words), text)]
    among = BRACKETS.fullmatch(words.strip())
    if plain or among is None:
        yield from plain
        return
    before, meant, after = among.groups()
    for found in re.finditer(rf"{_spaced(before)}\s*({_spaced(meant)})\s*{_spaced(after)}", text):
        yield found.span(1)


def _spaced(words: str) -> str:
    """A pattern for words with any white space between them."""
    return r"\s+".join(map(re.escape, words.split()))


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 60 else flat[:59] + "…"
