"""Dataclasses as lists of their values and back: what is kept of thousands of pages has to be read in seconds."""

from __future__ import annotations

import types
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Read = Callable[[Any], Any]


def flat(value: Any) -> Any:
    """A value as JSON holds it: a dataclass is the list of its fields' values, a set is sorted, a day is its ISO form."""
    if isinstance(value, str | int | float | None):
        return value
    if isinstance(value, tuple | list):
        return [flat(item) for item in value]
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return [flat(getattr(value, one.name)) for one in fields(value)]
    raise TypeError(f"{type(value).__name__} cannot be kept")


def unflat(kind: type[T], plain: list[Any]) -> T:
    """The dataclass that ``flat`` was given."""
    read = zip(_readers(cast(Hashable, kind)), plain, strict=True)
    return kind(*[item if make is None or item is None else make(item) for make, item in read])


@lru_cache(maxsize=64)
def _readers(kind: Hashable) -> tuple[Read | None, ...]:
    hints = get_type_hints(kind)
    return tuple(_reader(hints[one.name]) for one in fields(cast(Any, kind)))


def _reader(hint: Any) -> Read | None:
    """What makes a value of a type from its plain form; None where it is its own."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        [inner] = [option for option in get_args(hint) if option is not type(None)]
        return _reader(inner)
    if origin is Literal or hint in (str, int, float, bool):
        return None
    if origin is frozenset:
        return frozenset
    if origin is tuple:
        return _tuple(get_args(hint))
    if hint is date:
        return date.fromisoformat
    if is_dataclass(hint):
        return partial(unflat, cast(type[Any], hint))
    raise TypeError(f"{hint} cannot be kept")


def _tuple(items: tuple[Any, ...]) -> Read:
    if items[-1] is not Ellipsis:
        readers = [_reader(one) for one in items]
        return lambda plain: tuple([one(item) if one else item for one, item in zip(readers, plain, strict=True)])
    read = _reader(items[0])
    return tuple if read is None else lambda plain: tuple(map(read, plain))
