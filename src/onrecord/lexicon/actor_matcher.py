"""One pass over a text for all names of the table: Aho–Corasick, then word boundaries and letter case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from onrecord.lexicon.actor_types import NameHit, NameKind

RANK: dict[str, int] = {
    "country": 0, "demonym": 1, "organisation": 2, "armed_group": 2, "capital": 3, "person": 4, "city": 5
}  # fmt: skip
"""Which actor a name means where several share it: the lower rank wins."""


HALVES = re.compile("[\ud800-\udfff]")
"""Halves of surrogate pairs, which stand for nothing and which no UTF-8 can hold."""


class Alias(NamedTuple):
    """One spelling of an actor's name; ``exact`` asks for the very same letters, capitals and all."""

    text: str
    actor: str
    kind: NameKind
    exact: bool = False


def is_short(alias: str) -> bool:
    """True for acronyms and other short names, which only count as written ("US" is not "us")."""
    return len(alias) <= 3 or (alias.upper() == alias and len(alias) <= 8)


def lower_in_place(text: str) -> str:
    """``text`` in lower case with the same number of code points, curly apostrophes made straight."""
    lowered = text.lower()
    if text.isascii():
        return lowered
    if len(lowered) != len(text):
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return lowered.replace("’", "'").replace("‘", "'")


class NameMatcher:
    """Finds the aliases it was built from; where hits overlap, the earliest and then the longest counts."""

    def __init__(self, aliases: Iterable[Alias]) -> None:
        self._by_text: dict[str, list[Alias]] = {}
        for alias in aliases:
            self._by_text.setdefault(lower_in_place(alias.text), []).append(alias)
        for group in self._by_text.values():
            if len(group) > 1:
                group.sort(key=lambda alias: (RANK[alias.kind], alias.actor))
        self._patterns = list(self._by_text)
        self._groups = list(self._by_text.values())
        self._automaton = AhoCorasick(
            self._patterns, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    def exactly(self, text: str) -> tuple[Alias, ...]:
        """The aliases spelled ``text`` (case rules applied), best first."""
        group = self._by_text.get(lower_in_place(text), ())
        return tuple(alias for alias in group if _fits(alias, text))

    def find(self, text: str) -> list[NameHit]:
        """The hits in ``text``, in order, none overlapping."""
        found = sorted(self._hits(text), key=_order)
        kept: list[NameHit] = []
        for hit in found:
            if not kept or hit.start >= kept[-1].end:
                kept.append(hit)
        return kept

    def _hits(self, text: str) -> Iterator[NameHit]:
        for index, start, end in self._matches(lower_in_place(text)):
            # most matches stand inside a word: the commonest test comes first, and costs no call
            if (start and text[start - 1].isalnum()) or not _bounded(text, start, end):
                continue
            written = text[start:end]
            for alias in self._groups[index]:
                if _fits(alias, written) and not (alias.kind == "city" and _is_half(text, start, end)):
                    yield NameHit(start, end, alias.actor, alias.kind)
                    break

    def _matches(self, lowered: str) -> list[tuple[int, int, int]]:
        find = self._automaton.find_matches_as_indexes
        try:
            found: list[tuple[int, int, int]] = find(lowered, overlapping=True)
        except UnicodeEncodeError:
            found = find(HALVES.sub("\ufffd", lowered), overlapping=True)
        return found


def _order(hit: NameHit) -> tuple[int, int]:
    return hit.start, -hit.end


def _bounded(text: str, start: int, end: int) -> bool:
    if start > 0 and (text[start - 1].isalnum() or text[start - 1] == "_"):
        return False
    if end >= len(text):
        return True
    after = text[end]
    if after.isalnum() or after == "_":
        return False
    # "U.S" inside "U.S." is left to the longer alias; a domain name ("us.example.org") is no country
    return not (after in ".@" and end + 1 < len(text) and text[end + 1].isalnum() and text[start:end].islower())


def _is_half(text: str, start: int, end: int) -> bool:
    """True for one half of a name: Ondo in "Ondo-Keta"."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return (after[:1] == "-" and after[1:].isupper()) or (before[1:] == "-" and before[:1].isalpha())


def _fits(alias: Alias, written: str) -> bool:
    if alias.exact:
        return alias.text == written
    if alias.kind == "person":  # "Mohammed said" is not Mohammed Said
        pairs = zip(written.split(), alias.text.split(), strict=False)
        return not any(one[:1].islower() and own[:1].isupper() for one, own in pairs)
    if alias.text[0].isupper():
        first = next((char for char in written if char.isalpha()), "")
        return first.isupper() or not first.islower()
    return True
