"""Findings packed small: compressed JSON with offsets, where every text that stands in the document is left out.

A field that has its default is left out too, and a field that is missing gets it, so that records stay readable when a
dataclass gains a field.
"""

from __future__ import annotations

import json
import types
import zlib
from collections.abc import Callable, Container, Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from onrecord.errors import RecordError
from onrecord.schema import Document, Findings
from onrecord.store.deflate import deflated, inflated

Decode = Callable[[Any, str, str], Any]
"""A plain value, the document's text and its id: the value itself."""

PLAIN = frozenset({str, int, float, bool, type(None)})
"""Types whose values JSON holds as they are."""

UNREADABLE = (zlib.error, UnicodeDecodeError, ValueError, KeyError, TypeError, RecursionError)
"""What ``unpack`` and ``unpack_text`` raise on bytes that are not, or no longer, what ``pack`` made."""


def pack_text(text: str) -> bytes:
    """A document's text, compressed. A lone surrogate, which a broken page may hold, survives."""
    return deflated(text.encode("utf-8", "surrogatepass"))


def unpack_text(packed: bytes) -> str:
    """What ``pack_text`` was given."""
    with sound():
        return inflated(packed).decode("utf-8", "surrogatepass")


def pack(findings: Findings) -> bytes:
    """Findings without any text that their document's text holds."""
    plain = plain_of(findings, findings.document.text, findings.document.doc)
    plain["document"].pop("text", None)
    return deflated(json.dumps(plain, ensure_ascii=True, separators=(",", ":"), sort_keys=True).encode())


def unpack(packed: bytes, text: str) -> Findings:
    """The findings that ``pack`` was given; ``text`` is their document's."""
    with sound():
        plain = json.loads(inflated(packed))
        plain["document"]["text"] = text
        found: Findings = _dataclass_of(Findings, plain, text, plain["document"]["doc"])
        return found


def unpack_some(packed: bytes, text: str, ids: Container[str]) -> Findings:
    """The entries with these ids, and of the rest of the page no more than a list of entries shows of it."""
    with sound():
        return _some(json.loads(inflated(packed)), text, ids)


def _some(plain: Any, text: str, ids: Container[str]) -> Findings:
    plain["document"] = {**plain["document"], "text": text, "blocks": []}
    for kind in ("statements", "events"):
        plain[kind] = [one for one in plain.get(kind, ()) if one["id"] in ids]
    topics = {(one["start"], one["end"]) for said in plain["statements"] for one in said.get("about", ())}
    plain["mentions"] = [one for one in plain.get("mentions", ()) if (one["start"], one["end"]) in topics]
    kept = {kind: plain[kind] for kind in ("document", "statements", "events", "mentions")}
    found: Findings = _dataclass_of(Findings, kept, text, plain["document"]["doc"])
    return found


@contextmanager
def sound(what: str = "what is kept of a page", help: str = "onrecord verify tells of which page") -> Iterator[None]:
    """Whatever comes of bytes that are no longer what ``pack`` made becomes a RecordError."""
    try:
        yield
    except UNREADABLE as error:
        raise RecordError(f"{what} is damaged ({error}); {help}") from error


def plain_of(value: Any, text: str, doc: str) -> Any:
    """A dataclass as dicts and lists fit for JSON, less what ``text`` and ``doc`` give back."""
    kind = type(value)
    if kind in PLAIN:
        return value
    if isinstance(value, tuple):
        return [plain_of(item, text, doc) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if not is_dataclass(value):
        return value
    given = {}
    for name, default in _defaults(cast(Hashable, kind)):
        item = getattr(value, name)
        if type(item) is not type(default) or item != default:
            given[name] = item if type(item) in PLAIN else plain_of(item, text, doc)
    if "text" in given and not isinstance(value, Document) and _stands_in(value, text):
        del given["text"]
    if given.get("doc") == doc and not isinstance(value, Document):
        del given["doc"]
    return given


@lru_cache(maxsize=64)
def _defaults(kind: Hashable) -> tuple[tuple[str, Any], ...]:
    """The fields of a dataclass with what they are where nothing is said; MISSING where something must be."""
    return tuple((one.name, one.default) for one in fields(cast(Any, kind)))


def decoded_field(kind: type[Any], name: str, plain: Any, text: str, doc: str) -> Any:
    """The value of one field of a dataclass from its plain form.

    Raises KeyError for a field that ``kind`` lacks, and ValueError or TypeError for a value that does not fit it.
    """
    return _decoders(cast(Hashable, kind))[name](plain, text, doc)


def field_decoders(kind: type[Any], names: Sequence[str]) -> list[Decode]:
    """What makes the values of these fields of a dataclass from their plain forms."""
    known = _decoders(cast(Hashable, kind))
    return [known[name] for name in names]


def decoded(kind: type[Any], plain: Any) -> Any:
    """A dataclass from its plain form, where no document's text is left out of it."""
    return _dataclass_of(kind, plain, "", "")


@lru_cache(maxsize=64)
def _decoders(kind: Hashable) -> dict[str, Decode]:
    return {name: _decoder(hint) for name, hint in get_type_hints(kind).items()}


@lru_cache(maxsize=64)
def _ready(kind: Hashable) -> dict[str, tuple[type[Any] | None, Decode]]:
    """For each field of a dataclass its decoder, and the type of which a plain value is the value itself."""
    hints = get_type_hints(kind)
    return {name: (_same(hints[name]), decode) for name, decode in _decoders(kind).items()}


def _same(hint: Any) -> type[Any] | None:
    options = [one for one in get_args(hint) if one is not type(None)] if _is_union(hint) else [hint]
    return options[0] if options[0] in PLAIN else None


def _is_union(hint: Any) -> bool:
    return get_origin(hint) in (Union, types.UnionType)


def _decoder(hint: Any) -> Decode:
    """What makes a value of type ``hint`` from its plain form; chosen once for each field, used for each finding."""
    if _is_union(hint):
        inner = _decoder(next(option for option in get_args(hint) if option is not type(None)))
        return lambda plain, text, doc: None if plain is None else inner(plain, text, doc)
    origin = get_origin(hint)
    if origin is Literal:
        return partial(_one_of, frozenset(get_args(hint)))
    if origin is tuple:
        inside = get_args(hint)
        each = [_decoder(one) for one in inside if one is not Ellipsis]
        return partial(_many_of, each[0]) if inside[-1] is Ellipsis else partial(_tuple_of, each)
    if is_dataclass(hint):
        return partial(_dataclass_of, cast(type[Any], hint))
    if hint is date:
        return lambda plain, text, doc: date.fromisoformat(plain)
    return partial(_scalar_of, hint)


def _dataclass_of(kind: type[Any], plain: Any, text: str, doc: str) -> Any:
    if not isinstance(plain, dict):
        raise TypeError(f"{plain!r} is no object")
    ready = _ready(cast(Hashable, kind))
    given = {}
    for name, item in plain.items():
        same, decode = ready[name]
        given[name] = item if type(item) is same else decode(item, text, doc)
    if "text" in ready and "text" not in given and given.get("start") is not None:
        given["text"] = text[given["start"] : given["end"]]
    if "doc" in ready and "doc" not in given:
        given["doc"] = doc
    return kind(**given)


def _tuple_of(each: list[Decode], plain: Any, text: str, doc: str) -> tuple[Any, ...]:
    return tuple([one(item, text, doc) for one, item in zip(each, _listed(plain), strict=True)])


def _many_of(each: Decode, plain: Any, text: str, doc: str) -> tuple[Any, ...]:
    return tuple([each(item, text, doc) for item in _listed(plain)])


def _listed(plain: Any) -> list[Any]:
    if not isinstance(plain, list):
        raise TypeError(f"{plain!r} is no list")
    return plain


def _one_of(options: frozenset[Any], plain: Any, text: str, doc: str) -> Any:
    if not isinstance(plain, Hashable) or plain not in options:
        raise ValueError(f"{plain!r} is none of {', '.join(sorted(map(str, options)))}")
    return plain


def _scalar_of(hint: type[Any], plain: Any, text: str, doc: str) -> Any:
    if type(plain) is hint:
        return plain
    if hint is float and type(plain) is int:
        return float(plain)
    raise TypeError(f"{plain!r} is no {hint.__name__}")


def _stands_in(value: Any, text: str) -> bool:
    """True where the value's own text is the document's at its place, and so need not be kept."""
    start = getattr(value, "start", None)
    return start is not None and bool(text[start : value.end] == value.text)
