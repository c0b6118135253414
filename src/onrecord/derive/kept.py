"""What an earlier run worked out and what still holds: of a page, or of a group of pages that nothing new touched.

Every part is kept under a digest of all that it is made of. Where that is the same, what is taken over is what would be made
now: a run over some new pages gives the rows that a run over all pages gives, and opens the pages alone whose group changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Container, Iterable, Iterator
from functools import lru_cache
from importlib import resources
from typing import TypeVar

from onrecord.schema import DERIVED, Derived
from onrecord.store.derivations import Derivations, Part, Parts, Standing

Plain = TypeVar("Plain")
"""What JSON gives back as it was: no tuples, no dates."""


class Keeper:
    """The parts of one kind. ``rules`` goes into every digest: other rules make other parts."""

    def __init__(self, derivations: Derivations, kind: str, rules: str, pages: Container[str] = ()) -> None:
        """What was kept of this kind; of ``pages`` it stays though nobody asks for it."""
        self._derivations = derivations
        self._kind = kind
        self._rules = rules
        self._pages = pages
        self._old = derivations.digests(kind)
        self._made: dict[str, Part] = {}
        self._met: set[str] = set()

    def value(self, name: str, made_of: Iterable[str], make: Callable[[], Plain]) -> Plain:
        """What ``make`` gives, or gave when the part was made of the same."""
        digest = digest_of(self._rules, *made_of)
        self._met.add(name)
        if self._old.get(name) == digest:
            known: Plain = json.loads(self._derivations.part(self._kind, name))
            return known
        made = make()
        self._made[name] = Part(digest, json.dumps(made, ensure_ascii=True, separators=(",", ":")))
        return made

    def rows(
        self, name: str, made_of: Iterable[str], make: Callable[[], Iterable[Derived]]
    ) -> Iterator[Derived | Standing]:
        """The rows of a part; those that stand as they did are not made again."""
        fresh: list[Derived] = []

        def ids() -> list[list[str]]:
            fresh.extend(make())
            return [[type(row).__name__, row.id] for row in fresh]

        known = self.value(name, made_of, ids)
        if fresh:
            yield from fresh
        else:
            yield from (Standing(DERIVED[kind], id) for kind, id in known)

    def parts(self) -> Parts:
        """What is to be kept from now on: the parts that were asked for, and those of pages."""
        gone = [name for name in sorted(self._old.keys() - self._met) if name not in self._pages]
        return Parts(self._kind, self._made, gone)


def digest_of(*values: str) -> str:
    """16 hex digits over some texts in their order."""
    packed = json.dumps(values, ensure_ascii=True)
    return hashlib.sha256(packed.encode("ascii")).hexdigest()[:16]


@lru_cache(maxsize=1)
def rules() -> str:
    """16 hex digits over the code and data of this room: other rules may give other rows for the same record."""
    total = hashlib.sha256()
    root = resources.files("onrecord")
    for folder in ("derive", "data/derive"):
        for item in sorted(root.joinpath(folder).iterdir(), key=lambda one: one.name):
            if item.is_file() and item.name.endswith((".py", ".tsv")):
                total.update(item.name.encode() + b"\0" + hashlib.sha256(item.read_bytes()).digest())
    return total.hexdigest()[:16]
