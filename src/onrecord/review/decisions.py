"""What reviewers decided: the words that stand on each entry, and where two reviewers differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import Literal

from onrecord.schema import Judgement
from onrecord.store.judge import DECIDING, fields_of, settles, standing

Word = Literal["right", "fixed", "wrong"]
WORDS: dict[str, Word] = {"accept": "right", "correct": "fixed", "reject": "wrong"}

Place = Callable[[Judgement], str | None]
"""The entry that a judgement hangs on now, None where it hangs on none."""


class Decisions:
    """The standing judgements by entry and reviewer. A reviewer's last word on an entry counts."""

    def __init__(self, judgements: Iterable[Judgement], place: Place) -> None:
        """Takes all judgements in the order they were made."""
        self.standing = standing(judgements)
        self.by_entry: dict[str, dict[str, Judgement]] = {}
        self.settled: dict[str, Judgement] = {}
        self.read: dict[str, set[str]] = {}
        """Who read a document whole."""
        self.added: list[Judgement] = []
        self.lost: list[Judgement] = []
        """Those that hang on no entry of the record."""
        for one in self.standing:
            self._take(one, place)

    def _take(self, one: Judgement, place: Place) -> None:
        if one.verdict == "read":
            self.read.setdefault(one.doc, set()).add(one.by)
        elif one.verdict == "add":
            self.added.append(one)
        elif one.verdict in DECIDING:
            entry = place(one)
            if entry is None:
                self.lost.append(one)
            elif settles(one):
                self.settled[entry] = one
            else:
                ones = self.by_entry.setdefault(entry, {})
                # The last word stands last.
                ones.pop(one.by, None)
                ones[one.by] = one

    @property
    def reviewers(self) -> list[tuple[str, int]]:
        """Who decided on how many entries, most first."""
        counted = Counter(by for ones in self.by_entry.values() for by in ones)
        return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))

    def decided(self, entry: str, by: str | None = None) -> Judgement | None:
        """The word that counts on an entry: of one reviewer, or else what settled it, or the last one."""
        ones = self.by_entry.get(entry, {})
        if by is not None:
            return ones.get(by)
        return self.settled.get(entry) or next(reversed(ones.values()), None)

    def word(self, entry: str, by: str | None = None) -> Word | None:
        """The same in a word."""
        found = self.decided(entry, by)
        return WORDS[found.verdict] if found is not None else None

    def differing(self) -> list[str]:
        """Entries on which reviewers differ and that nobody settled, those judged first first."""
        return [
            entry
            for entry, ones in self.by_entry.items()
            if entry not in self.settled and any(differ(*pair) for pair in combinations(ones.values(), 2))
        ]

    def pairs(self, one: str, other: str) -> list[tuple[str, str]]:
        """The words of two reviewers on the entries that both judged."""
        both = (ones for ones in self.by_entry.values() if one in ones and other in ones)
        return [(WORDS[ones[one].verdict], WORDS[ones[other].verdict]) for ones in both]

    def units(self) -> Sequence[Sequence[str]]:
        """The words on each entry."""
        return [[WORDS[one.verdict] for one in ones.values()] for ones in self.by_entry.values()]

    def last_of(self, by: str) -> Judgement | None:
        """What a reviewer decided last, of whatever kind."""
        return next((one for one in reversed(self.standing) if one.by == by), None)


def differ(one: Judgement, other: Judgement) -> bool:
    """True where two reviewers say different things of an entry, or correct it in different ways."""
    return one.verdict != other.verdict or (one.verdict == "correct" and fields_of(one) != fields_of(other))
