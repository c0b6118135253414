"""What an address asks for, checked: a slip must not look like an empty record."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from math import ceil
from typing import TypeVar
from urllib.parse import urlencode

from onrecord.errors import UsageError
from onrecord.web.keep import Keep

T = TypeVar("T")

LONGEST = 500
"""Characters of one value in an address."""
LAST_PAGE = 1_000_000
REPEATED = frozenset({"column"})
"""Parameters that may be given several times; their values are then parted by commas."""
PAGE_SIZE = 50
"""Rows of a list: a few screens."""


class NotThere(UsageError):
    """What the address names is not on record."""


class Asked:
    """The parameters of an address. Raises UsageError for one that the view does not know, or that is given twice."""

    def __init__(
        self,
        path: str,
        pairs: Sequence[tuple[str, str]],
        known: Sequence[str],
        keep: Keep | None = None,
        token: str | None = None,
    ) -> None:
        """``known`` are the parameters that the view takes; an empty value is none. ``keep`` has what was counted before,
        ``token`` is what the visitor's forms carry.
        """
        self.token = token or ""
        self.keep = keep
        self.path = path
        self.given: dict[str, str] = {}
        for name, value in pairs:
            if name not in known:
                raise UsageError(f"{name}: there is no such filter here; there are {', '.join(known) or 'none'}")
            if name in self.given and name in REPEATED:
                value = f"{self.given[name]},{value}"
            elif name in self.given:
                raise UsageError(f"{name}: given twice; give it once")
            if len(value) > LONGEST or "\x00" in value:
                raise UsageError(f"{name}: give at most {LONGEST} characters of text")
            self.given[name] = value.strip()

    def get(self, name: str) -> str | None:
        """The value of a parameter, None where it is missing or empty."""
        return self.given.get(name) or None

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` gives, or gave before while the record was the same."""
        return make() if self.keep is None else self.keep.get(key, make)

    def number(self, name: str, default: int) -> int:
        """A whole number from 1 on. Raises UsageError for what is none."""
        value = self.get(name)
        if value is None:
            return default
        if not (value.isascii() and value.isdigit() and 1 <= int(value) <= LAST_PAGE):
            raise UsageError(f"{name} {value}: give a whole number from 1 to {LAST_PAGE:,}")
        return int(value)

    def choice(self, name: str, allowed: Sequence[str], default: str) -> str:
        """One of a few values. Raises UsageError for another."""
        value = self.get(name) or default
        if value not in allowed:
            raise UsageError(f"{name} {value}: choose one of {', '.join(allowed)}")
        return value

    def several(self, name: str, allowed: Sequence[str]) -> list[str]:
        """Some of a few values, in the order of ``allowed``. Raises UsageError for another."""
        given = [one for one in (self.get(name) or "").split(",") if one]
        for one in given:
            if one not in allowed:
                raise UsageError(f"{name} {one}: choose among {', '.join(allowed)}")
        return [one for one in allowed if one in given]

    def address(self, **changes: str | int | None) -> str:
        """The same address with some parameters changed, or without those that are None; paging starts anew."""
        held: dict[str, str | int | None] = {**self.given, "page": None, **changes}
        pairs = [(name, value) for name, value in held.items() if value not in (None, "")]
        return self.path + (f"?{urlencode(pairs, errors='replace')}" if pairs else "")

    def form(self, ending: str) -> str:
        """The address of the same rows in another form, such as ``csv``."""
        return f"{self.path}.{ending}" + self.address(page=self.given.get("page")).removeprefix(self.path)


class Paging:
    """Which rows a page of a list shows."""

    def __init__(self, asked: Asked, total: int, size: int = PAGE_SIZE) -> None:
        """Raises NotThere for a page beyond the last one."""
        self.page, self.total, self.size = asked.number("page", 1), total, size
        self.pages = max(1, ceil(total / size))
        if self.page > self.pages:
            raise NotThere(f"page {self.page:,}: the list has {self.pages:,}")
        self.offset = (self.page - 1) * size
        self.first = self.offset + 1 if total else 0
        self.last = min(total, self.offset + size)
        self.earlier = asked.address(page=self.page - 1 if self.page > 2 else None) if self.page > 1 else None
        self.later = asked.address(page=self.page + 1) if self.page < self.pages else None
