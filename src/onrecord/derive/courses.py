"""Verbs that keep, open or free what they are done to, and verbs that end, close or bar it: a table of the package.

*Will not lift the ban* and *the ban stays* are one position, *closed the port* and *will open the port* are two: what counts
is whether the thing that both name goes on. The verb by itself says no more than that, and is no part of the issue.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from onrecord.derive.kinship import root
from onrecord.derive.words import plain
from onrecord.errors import LexiconError

WAYS = {"for": 1, "against": -1}
KINDS = ("does", "is", "goes")
_LEADING = re.compile(
    r"(?:(?:the|an?|any|its|their|his|her|our|further|complete|full|immediate)\s+){0,2}(?P<to>to\s+)?"
    r"(?P<verb>(?P<word>\w+)(?:\s+(?P<with>off|out|back|down)\b)?)(?!\s+fire\b)(?=(?P<of>\s+(?:of|on|against|to|in|for|by|from)\b)?)",
    re.IGNORECASE,
)
"""The first word that tells something: "to reopen the border", "the closing of the border"."""
_WHOSE = re.compile(r"(?:an?\s+|any\s+|the\s+)?[A-Z]\w+(?:['’]s)?\s+")
"""Whose act it is: "a Bulgarian veto"."""
_MADE = ("ing", "ion", "al", "ure", "ment", "veto")
"""Endings of nouns made of verbs."""


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Mapping[str, int]]:
    """The sign of each word by its kind, verbs that take an object by their roots. Raises LexiconError for a row that is none."""
    signs: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}
    lines = files("onrecord").joinpath("data/derive/courses.tsv").read_text("utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if line.startswith(("#", "kind\t")):
            continue
        kind, way, words = (*line.split("\t"), "", "")[:3]
        if kind not in signs or way not in WAYS or not words:
            raise LexiconError(f"courses.tsv:{number}: a row has a kind, a way and words, parted by tabs")
        for word in words.split():
            verb, _, particle = word.partition("-")
            form = f"{root(verb)}-{particle}" if particle else root(verb)
            signs[kind][form if kind == "does" else word] = WAYS[way]
    return signs


def course(word: str) -> int:
    """1 for a verb that lets a thing go on, -1 for one that ends it, 0 for any other; "call-off" is a verb with its particle."""
    verb, _, particle = plain(word).partition("-")
    return _table()["does"].get(f"{root(verb)}-{particle}" if particle else root(verb), 0)


def course_of(trigger: str) -> int:
    """The same of the words of a trigger: "called off", "suspended"."""
    words = trigger.split()
    return (course("-".join(words[:2])) if len(words) > 1 else 0) or course(words[0])


def state(word: str) -> int:
    """1 for what stays *open* or in *force*, -1 for what stays *closed*, 0 for any other word."""
    return _table()["is"].get(plain(word), 0)


def moves(word: str) -> int:
    """1 for what a thing does that is let in or goes on, -1 for one that ends or is kept out, 0 for any other verb."""
    return _table()["goes"].get(plain(word), 0)


def _is_adjective(text: str, found: re.Match[str]) -> bool:
    """True for "detained drivers" and "lower prices", and not for "lifted its ban"."""
    word = found.group("word").lower()
    return (word.endswith("ed") or word in _ADJECTIVES) and _DETERMINED.match(text, found.end("verb")) is None


_ADJECTIVES = frozenset({"lower", "close", "free", "double"})


_DETERMINED = re.compile(r"\s+(?:the|an?|its|their|his|her|our|all|any|this|that|these|those)\b", re.IGNORECASE)


def leads(found: re.Match[str]) -> int:
    """What the verb that was found at the beginning says."""
    particle = found.group("with")
    whole = course(f"{found.group('word')}-{particle.lower()}") if particle else 0
    return whole or course(found.group("word"))


def leading(text: str) -> re.Match[str] | None:
    """The verb, or the noun made of one, that ``text`` begins with, where it is in the table; no noun like "ban on"."""
    whose = _WHOSE.match(text)
    for begin in (0, whose.end()) if whose is not None else (0,):
        found = _LEADING.match(text, begin)
        if found is None or not leads(found):
            continue
        bare = found.start("word") == begin and found.group("of") is None and not _is_adjective(text, found)
        if bare or found.group("to") or found.group("word").lower().endswith(_MADE):
            return found
    return None
