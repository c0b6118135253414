"""The country whose own people are at odds on a page: "the uprising in Norland", "Norland's crackdown", then "the rebels"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence

from onrecord.lexicon.actors import NameHit
from onrecord.resolve.phrases import Phrase

CLEARLY = 3
"""How many times more often than the next a country's unrest must be told of. On 200 news pages, of 63 phrases for rebels,
protesters and the like whose own country was hidden, this gave 59 right and 2 wrong; twice as often, 4 right and 1 wrong."""
SEVERAL = 3
"""Countries whose unrest a page must tell of to be about that of several."""
FOLLOWING = 2
"""Sentences that may follow one that names a country and still be about it."""
TWICE = 2
"""How often the unrest of another country than the one that a page is set in must be told of."""
UNREST = "context:the country whose unrest the page tells of"
REACH = 70
"""Code points before a name within which a word for unrest may stand."""
_CALM = "".join(
    f"(?<!{word} )"
    for word in "nuclear debt financial economic banking food energy budget health currency fuel".split()
)
_WORDS = (
    f"(?i:{_CALM}crisis|"
    "uprisings?|unrest|revolts?|rebellion|insurgency|insurrection|revolution|crackdown|conflict|civil war|"
    "bloodshed|violence|protests?|demonstrations?|protesters?|demonstrators?|rebels?|opposition|dissidents?|insurgents?|"
    "regime|activists|security forces|turmoil|fighting|massacres?|repression|junta|militants|deserters|defectors|coup)"
)
_APART = "and|or|to|in|of|on|for|with|from|is|are|was|were|has|have|had|said|says"
_OWNED = re.compile(rf"['’]s? (?:(?!(?:{_APART}) )[a-z-]+ ){{0,2}}{_WORDS}\b")
_DESCRIBED = re.compile(rf" (?:(?!(?:{_APART}) )[a-z-]+ ){{0,2}}{_WORDS}\b")
_JOINED = re.compile(rf" {_WORDS}\b")
_BEFORE = re.compile(
    rf"\b{_WORDS} (?:(?!(?:{_APART}) )[a-z]+ ){{0,2}}(?:in|across|inside|within|throughout|around|gripping|engulfing|at) "
    rf"(?:(?!and )[\w-]+ ){{0,4}}$"
)
_FLED = re.compile(r"\b(?:refugees|exodus|wounded|fleeing) from (?:\w+ ){0,2}$", re.IGNORECASE)
_RISEN = re.compile(r"\b(?:uprising|revolt|rebellion|insurrection) against (?:[\w’'-]+ ){0,5}$", re.IGNORECASE)
_SLIDING = re.compile(
    r"(?: \w+){0,3} (?:slip|slid|slide|descend|plunge|fall|fell|drift)\w* (?:in)?to (?:\w+ )?(?:civil war|chaos)\b"
)
_REBELLIOUS = (
    r"(?:protester|demonstrator|rebel|insurgent|opposition|dissident|militiam[ae]n|militia|fighter|opponent|defector|deserter|"
    r"activist|loyalist)s?|(?:pro-|anti-)?(?:regime|government)(?= forces| troops)|(?:pro|anti)-[A-Z][a-z]+|regime|security forces?"
)
"""Nouns for those who stand against each other in a country's unrest."""
_TAKING_PART = re.compile(rf"(?:^|.*[\s-])(?:{_REBELLIOUS})(?:['’]s?)?(?: [a-z]+)?", re.IGNORECASE)
_BESIDES = re.compile(r",| (?:in|near|outside|inside|around|across|at|on|who|that) ")
_JOINING_IN = re.compile(
    r".*\b(?:(?:rebel|militia|opposition|insurgent|loyalist|(?:pro|anti)-[\w-]+) (?:fighters?|gunm[ae]n)|loyalists)",
    re.IGNORECASE,
)
RULING = frozenset({"government", "authorities", "army", "military", "soldier", "troops", "police"})
"""Nouns for those whom the rebels of a sentence are up against."""
_OPPOSED = re.compile(
    r"\b(?:rebels?|opposition|protesters?|demonstrators?|insurgents?|dissidents?|loyalists|deserters)\b", re.I
)
FORCES = frozenset({"army", "military", "soldier", "police", "authoritie"})
"""Nouns for those whom a state has for it."""
_OWNERS = frozenset({"country", "person", "capital"})
_IN = re.compile(r"\b(?:in|over|inside|across|throughout|into) $")
_PLACES = frozenset({"country", "capital", "city"})


class Unrest:
    """Where a page tells of unrest, and in which country. ``spans`` are its sentences, ``home`` is where it is set."""

    def __init__(
        self,
        text: str,
        spans: Sequence[tuple[int, int]],
        hits: Sequence[NameHit],
        country_of: Callable[[NameHit], str | None],
        home: str | None,
    ) -> None:
        self._home = home
        self._text = text
        self._spans = spans
        self._starts = [start for start, _ in spans]
        placed = [(hit, country) for hit in hits if (country := country_of(hit)) is not None]
        self._told = [(hit.start, country) for hit, country in placed if _is_troubled(text, hit)]
        self._all = [(hit.start, country) for hit, country in placed]
        self._named = [(hit.start, country) for hit, country in placed if hit.kind != "demonym"]
        self._places = [(hit.start, country) for hit, country in placed if hit.kind in _PLACES]
        located = ((hit.start, country) for hit, country in placed if hit.kind == "country" and _is_located(text, hit))
        self._located = list(located)
        self._counts = Counter(country for _, country in self._told)

    @property
    def is_everywhere(self) -> bool:
        """True for a page that goes round the unrest of several countries, none of them before the others."""
        return len(self._counts) >= SEVERAL and 2 * self._counts.most_common(1)[0][1] < self._counts.total()

    def nearest(self, at: int) -> str | None:
        """The one country that the sentence names before a position, else the last sentence that names any; None for several."""
        index = bisect_left(self._starts, at + 1) - 1
        for back in range(index, max(-1, index - 1 - FOLLOWING), -1):
            start, end = self._spans[back]
            named = {country for place, country in self._all if start <= place < min(end, at)}
            if named:
                return named.pop() if len(named) == 1 else None
        return None

    def tells_of(self, country: str | None) -> bool:
        """True for a country of whose unrest the page tells."""
        return country in self._counts

    def against(self, at: int) -> str | None:
        """The same for a government or its forces; None where the sentence tells of nobody whom they are up against."""
        start, end = self._spans[max(0, bisect_left(self._starts, at + 1) - 1)] if self._spans else (0, 0)
        return self.country(at) if _OPPOSED.search(self._text, start, end) else None

    def only(self, at: int) -> str | None:
        """The same for forces; None where the sentence names anything of another country."""
        country = self.country(at)
        start, end = self._spans[max(0, bisect_left(self._starts, at + 1) - 1)] if self._spans else (0, 0)
        return country if {other for place, other in self._all if start <= place < end} <= {country} else None

    def alone(self, at: int) -> str | None:
        """The same for those whom the unrest happens to; None where the sentence names a place elsewhere."""
        country = self.country(at)
        start, end = self._spans[max(0, bisect_left(self._starts, at + 1) - 1)] if self._spans else (0, 0)
        return country if {other for place, other in self._places if start <= place < end} <= {country} else None

    def country(self, at: int) -> str | None:
        """Whose unrest the sentence tells of before ``at``, else the page: that of ``home`` if of any, else the one told of
        clearly most."""
        index = bisect_left(self._starts, at + 1) - 1
        start = self._spans[index][0] if index >= 0 else 0
        for rows in (self._told, self._named):
            beside = {country for place, country in rows if start <= place < at and country in self._counts}
            if len(beside) == 1:
                return beside.pop()
        if not beside and any(start <= place < at for place, _ in self._located):
            return None  # "in Sudland, where the rebels …", on a page about the uprising in Norland
        return self._home if self._home in self._counts else self._chief(self._home is None)

    def _chief(self, once: bool) -> str | None:
        """The country whose unrest is told of clearly most, and oftener than ``once``."""
        (first, most), (_, next_most) = (*self._counts.most_common(2), ("", 0), ("", 0))[:2]
        return first if first and most >= CLEARLY * next_most and (once or most >= TWICE) else None


def _is_troubled(text: str, hit: NameHit) -> bool:
    """True for *Norland's brutal crackdown*, *Norlandic armed opposition*, *the Vance regime*, *protests across Norland*."""
    if hit.kind == "demonym" and _DESCRIBED.match(text, hit.end):
        return True
    if hit.kind in _OWNERS and (_OWNED.match(text, hit.end) or _JOINED.match(text, hit.end)):
        return True
    if hit.kind == "person":
        return _RISEN.search(text, max(0, hit.start - REACH), hit.start) is not None
    within = hit.kind in _PLACES and _BEFORE.search(text, max(0, hit.start - REACH), hit.start) is not None
    return within or (hit.kind == "country" and (_is_fled(text, hit) or _SLIDING.match(text, hit.end) is not None))


def _is_fled(text: str, hit: NameHit) -> bool:
    return _FLED.search(text, max(0, hit.start - REACH), hit.start) is not None


def _is_located(text: str, hit: NameHit) -> bool:
    return _IN.search(text, max(0, hit.start - REACH), hit.start) is not None


def takes_part(phrase: Phrase) -> bool:
    """True for *the rebels*, *opposition groups*, *regime forces*: those who stand against each other in a country's unrest."""
    single = phrase.indefinite and phrase.head == "regime"
    return not single and _TAKING_PART.fullmatch(_BESIDES.split(phrase.text)[0]) is not None


def joins_in(phrase: Phrase) -> bool:
    """True for *rebel gunmen*, *loyalists*: those who might be from anywhere, but for the word that says for whom they fight."""
    return _JOINING_IN.fullmatch(_BESIDES.split(phrase.text)[0]) is not None
