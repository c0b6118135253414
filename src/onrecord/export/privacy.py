"""People kept out of exports: private persons where that is asked for, and everybody on a list of protected people.

A name is masked where it stands, letter by letter, so that every position in the text stays what it was. What is masked
rests on who was found on the page; a private person whom onrecord did not take for one is not masked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from onrecord.lexicon.actors import load_actors
from onrecord.lexicon.names import fold
from onrecord.schema import About, Document, Findings, Learned, Party, Sourced
from onrecord.store.rows import with_members

MASK = "█"
"""What stands for each letter of a name."""
LEAST = 3
"""Letters of a part of a name that is masked by itself: shorter ones (*al*, *de*) stand in too many names."""
WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
ARTICLES = frozenset({"A", "An", "The"})
HOLDING = frozenset({"official", "former"})
"""Capacities of who holds an office or held one. What a page teaches beside a name may be a calling: an anchor, an expert."""


@dataclass(frozen=True, slots=True)
class Privacy:
    """Whom to mask: private persons with ``redact``, and the people of ``protect``, by name or by the id of an actor."""

    redact: bool = False
    protect: tuple[str, ...] = ()

    def __call__(self, findings: Findings) -> Findings:
        """A page without these people."""
        hidden = self._hidden(findings)
        phrases = {part for one in hidden.values() for part in one} | self._listed(findings.document.text)
        if not phrases and not self.redact:
            return findings
        return _Page(findings, hidden, phrases, self.redact).masked()

    def _hidden(self, findings: Findings) -> dict[str, set[str]]:
        """The ids of those to be masked, with their names on this page, in the order in which they come."""
        found: dict[str, set[str]] = {}
        named = [one for one in _parties(findings) if one.actor is not None and one.name is not None]
        holders = {one.actor for one in named if one.capacity in HOLDING}
        for party in named:
            assert party.actor is not None and party.name is not None
            private = self.redact and party.actor_kind == "person" and not _holds(party.actor, holders)
            if private or self._protects(party):
                found.setdefault(party.actor, set()).add(party.name)
        return found

    def _protects(self, party: Party) -> bool:
        words = set(fold(party.name or "").split())
        return any(one == party.actor or set(fold(one).split()) <= words for one in self.protect)

    def _listed(self, text: str) -> set[str]:
        """The protected names that the page's text has, whether or not somebody was found there."""
        lower = text.casefold()
        return {one for one in self.protect if ":" not in one and one.casefold() in lower}


def read_list(lines: Iterable[str]) -> tuple[str, ...]:
    """The names and ids of a list, one a line; empty lines and those that begin with ``#`` are passed over."""
    return tuple(line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#"))


def _holds(actor: str, holders: Iterable[str | None]) -> bool:
    """True for who holds or held an office, by the table of office-holders or by the page."""
    return actor in holders or load_actors().people.person(actor) is not None


def _parties(findings: Findings) -> Iterator[Party]:
    yield from findings.mentions
    for entry in findings.entries:
        for _, parties in entry.sides:
            yield from with_members(parties)


class _Page:
    """One page on which somebody is masked."""

    def __init__(self, findings: Findings, hidden: dict[str, set[str]], phrases: set[str], redact: bool) -> None:
        self._findings = findings
        self._numbers = {actor: at for at, actor in enumerate(hidden, 1)}
        self._whole = _pattern(phrases, re.IGNORECASE)
        parts = {part for one in phrases for part in WORD.findall(one) if len(part) >= LEAST}
        # Parts of a name in capitals alone: *Rose* is not to take *rose* along.
        self._parts = _pattern(
            {form for part in parts for form in (part.capitalize(), part.upper(), part) if form[0].isupper()}, 0
        )
        self._slugs = [fold(part) for part in parts]
        self._redact = redact
        self._text = self._masked_text()

    def masked(self) -> Findings:
        found = self._findings
        kept = tuple(one for one in found.learned if one.actor not in self._numbers)
        page = replace(found, document=self._document(), learned=kept)
        return replace(
            page, **{one.name: self._each(getattr(page, one.name)) for one in fields(page) if one.name != "document"}
        )

    def _masked_text(self) -> str:
        text = self._findings.document.text
        spared = [
            (one.start, one.end)
            for one in _parties(self._findings)
            if one.name is not None and one.actor not in self._numbers
        ]
        ranges = [found.span() for found in self._whole.finditer(text)] if self._whole else []
        ranges += self._phrases()
        for found in self._parts.finditer(text) if self._parts else ():
            if not any(start <= found.start() and found.end() <= end for start, end in spared):
                ranges.append(found.span())
        letters = list(text)
        for start, end in ranges:
            letters[start:end] = MASK * (end - start)
        return "".join(letters)

    def _phrases(self) -> Iterator[tuple[int, int]]:
        """The words in capitals of each phrase that means somebody hidden, titles included, and of the line of authors."""
        found = [(one.start, one.end) for one in _parties(self._findings) if one.actor in self._numbers]
        byline = self._findings.document.byline
        if self._redact and byline is not None and byline.start is not None and byline.end is not None:
            found.append((byline.start, byline.end))
        for start, end in found:
            for word in WORD.finditer(self._findings.document.text, start, end):
                if word[0][0].isupper() and word[0] not in ARTICLES:
                    yield word.span()

    def _words(self, text: str) -> str:
        """Words that do not stand in the page's text, such as a reason, with the names masked."""
        for pattern in (self._whole, self._parts):
            if pattern is not None:
                text = pattern.sub(lambda found: MASK * len(found[0]), text)
        return text

    def _each(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(map(self._each, value))
        if isinstance(value, str):
            return self._words(value)
        if not is_dataclass(value) or isinstance(value, type):
            return value
        held = {one.name: getattr(value, one.name) for one in fields(value)}
        made = {name: self._each(one) for name, one in held.items() if name not in ("text", "name", "actor")}
        if "text" in held:
            made["text"] = self._span(held)
        if isinstance(value, Party | About | Learned):
            made |= self._person(value.name, value.actor)
        elif "name" in held:
            made["name"] = self._words(held["name"])
        return replace(value, **made)

    def _span(self, held: dict[str, Any]) -> str | None:
        text: str | None = held["text"]
        if text is None or held.get("start") is None:
            return text and self._words(text)
        return self._text[held["start"] : held["end"]]

    def _person(self, name: str | None, actor: str | None) -> dict[str, str | None]:
        number = self._numbers.get(actor or "")
        if number is None:
            return {"name": name and self._words(name), "actor": actor}
        return {"name": f"private person {number}", "actor": f"private:{self._findings.document.doc}-{number}"}

    def _document(self) -> Document:
        one = self._findings.document
        plain: Document = replace(self._each(replace(one, blocks=())), text=self._text, blocks=one.blocks)
        return replace(
            plain,
            url=self._address(one.url),
            path=one.doc if self._is_named(one.path) else one.path,
            source_id=None if one.source_id and self._is_named(one.source_id) else one.source_id,
            byline=None if self._redact else plain.byline,
            doc=one.doc,
            sha256=one.sha256,
        )

    def _address(self, url: Sourced | None) -> Sourced | None:
        if url is None or not self._is_named(url.text):
            return url
        parts = urlsplit(url.text)
        return replace(
            url, text=f"{parts.scheme}://{parts.netloc}/", start=None, end=None, origin=url.origin or "masked"
        )

    def _is_named(self, words: str) -> bool:
        folded = fold(words)
        return any(slug in folded for slug in self._slugs)


def _pattern(phrases: Iterable[str], flags: int) -> re.Pattern[str] | None:
    ordered = sorted(phrases, key=lambda one: (-len(one), one))
    if not ordered:
        return None
    joined = "|".join(r"\s+".join(map(re.escape, one.split())) for one in ordered)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", flags)
