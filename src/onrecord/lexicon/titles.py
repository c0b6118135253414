"""Titles and offices: which words before a name are a title, and which office a label of the tables means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.lexicon.actor_files import read_rows
from onrecord.lexicon.actor_types import Title
from onrecord.lexicon.names import fold

_WORD = re.compile(r"[a-z][a-z'\-]*")
_INSIDE = frozenset(
    "affairs management development services protection works security resources reduction response planning safety "
    "welfare coordination relations promotion".split()
)
"""Words inside the name of a portfolio that are none by themselves: "disaster management"."""
_NOT_FOREIGN = re.compile(
    r"\b(?:foreign|external) ((?:economic )?(?:trade|commerce|security|investments?|aid|debt|communications?|cooperation)\b)"
)
"""Portfolios that say "foreign" and are no foreign minister's."""
_DEPUTY = frozenset("deputy junior assistant vice".split())


@lru_cache(maxsize=1)
def _domains() -> Mapping[str, str]:
    """Portfolio words and the word that stands for each: "defense" is "defence", "home" is "interior"."""
    return {row["word"]: row["domain"] for row in read_rows("domains.tsv")}


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Office labels to roles, the first that matches: the labels are Wikidata's and the lists' own, in English."""
    return tuple((re.compile(row["pattern"]), row["role"]) for row in read_rows("roles.tsv"))


_FAMILIES = {
    "chancellor": ("chancellor",),
    "prime_minister": ("prime_minister", "chancellor"),
    "secretary_of_state": ("secretary_of_state", "minister"),
    "foreign_secretary": ("minister",),
    "minister": ("minister", "secretary_of_state"),
    "secretary": ("minister", "secretary_of_state"),
    "army_chief": ("army_chief", "defence_chief"),
    "defence_chief": ("defence_chief", "army_chief"),
    "general": ("army_chief", "defence_chief", "air_chief"),
    "admiral": ("navy_chief", "defence_chief"),
    "commander": ("army_chief", "defence_chief"),
    "president": ("president",),
    "monarch": ("monarch",),
    "prince": ("crown_prince", "monarch"),
    "undersecretary": ("undersecretary", "deputy_minister"),
    "deputy_minister": ("deputy_minister", "undersecretary", "minister"),
    "chief": ("director", "spy_chief", "police_chief"),
    "director": ("director", "spy_chief"),
    "judge": ("judge", "chief_justice"),
    "leader": ("president", "prime_minister", "supreme_leader", "chancellor"),
}
"""Which roles of the table a title of the page may mean, the likeliest first."""


@lru_cache(maxsize=16384)
def domains_of(label: str) -> frozenset[str]:
    """The portfolio words of a label, normalised: "Minister of Defense" gives {"defence"}."""
    known = _domains()
    plain = _NOT_FOREIGN.sub(r"\1", fold(label))
    return frozenset(known[word] for word in _WORD.findall(plain) if word in known)


def role_of(label: str) -> str:
    """The role of an office by its label; "other" where no rule fits."""
    lowered = label.lower().strip()
    return next((role for pattern, role in _rules() if pattern.search(lowered)), "other")


def roles_meant(role: str) -> tuple[str, ...]:
    """The table's roles that a title with this role may mean."""
    return _FAMILIES.get(role, (role,))


def title_in(title: Title, country: str | None) -> Title:
    """What the title means in a country: the British chancellor heads the treasury, not the government."""
    if title.role == "chancellor" and country == "GBR":
        return replace(title, role="minister", domains=frozenset({"finance"}))
    return title


def is_domain(word: str) -> bool:
    """True for a portfolio word: "foreign", "railways"."""
    return word.lower() in _domains()


_COMING = ("-designate", "-elect")
"""Endings of the titles of people who do not hold the office yet."""


@dataclass(frozen=True, slots=True)
class TitleTable:
    """The listed titles by their words, and a small grammar for "X minister", "minister of X", "secretary for X"."""

    titles: Mapping[tuple[str, ...], Title]
    longest: int
    firsts: frozenset[str]

    def match(self, words: Sequence[str], at: int) -> tuple[int, Title] | None:
        """The longest title that begins at ``words[at]``, and its number of words; ``words`` are lower case."""
        if words[at].endswith(_COMING) and words[at] not in self.firsts:
            return self._coming(words, at, at)
        if words[at] not in self.firsts:
            return None
        for last in range(at, min(at + self.longest, len(words))):
            if words[last].endswith(_COMING) and words[last] not in self.firsts:
                return self._coming(words, at, last)
        best = self._built(words, at)
        for length in range(min(self.longest, len(words) - at), 0, -1):
            if best is not None and best[0] >= length:
                return best
            title = self.titles.get(tuple(words[at : at + length])) or self._singular(words, at, length)
            if title is not None:
                return length, title
        return best

    def _coming(self, words: Sequence[str], at: int, last: int) -> tuple[int, Title] | None:
        """A title that is not held yet: "minister-designate" at ``words[last]``. No holder of the office is meant by it."""
        stem, _, ending = words[last].rpartition("-")
        found = self.match([*words[at:last], stem], 0)
        if found is None or found[0] != last - at + 1 or found[1].form == "honorific":
            return None
        title = found[1]
        return found[0], replace(title, text=f"{title.text}-{ending}", role=f"{title.role}_elect")

    def _singular(self, words: Sequence[str], at: int, length: int) -> Title | None:
        last = words[at + length - 1]
        if len(last) > 4 and last.endswith("s") and not last.endswith("ss"):
            return self.titles.get((*words[at : at + length - 1], last[:-1]))
        return None

    def _built(self, words: Sequence[str], at: int) -> tuple[int, Title] | None:
        """Titles made of a portfolio and an office word, as far as they reach; "deputy" before them included."""
        if words[at] in _DEPUTY and at + 1 < len(words):
            inner = self._built(words, at + 1) if words[at + 1] not in _DEPUTY else None
            if inner is None:
                return None
            length, title = inner
            return length + 1, replace(title, text=f"{words[at]} {title.text}", role=_deputy_of(title.role))
        end = at
        while (
            end < len(words)
            and end - at < 6
            and (is_domain(words[end]) or (end > at and (words[end] in ("and", "&") or words[end] in _INSIDE)))
        ):
            end += 1
        if end > at and end < len(words) and words[end] in ("minister", "secretary", "ministers"):
            return end + 1 - at, _minister(" ".join(words[at : end + 1]))
        office = 0
        if words[at] in ("minister", "secretary"):
            office = 3 if tuple(words[at : at + 3]) == ("secretary", "of", "state") else 1
        stop = at + office
        if not office or stop + 1 >= len(words) or words[stop] not in ("of", "for"):
            return None
        reach = _portfolio_end(words, stop + 1)
        return (reach - at, _minister(" ".join(words[at:reach]))) if reach > stop + 1 else None


def _portfolio_end(words: Sequence[str], at: int) -> int:
    """Where a portfolio that begins at ``words[at]`` ends: "the interior", "foreign affairs and trade"."""
    end = at
    if end < len(words) and words[end] == "the":
        end += 1
    first = end
    while end < len(words):
        if is_domain(words[end]) or (end > first and words[end] in _INSIDE):
            end += 1
        elif words[end] in ("and", "&") and end > first and end + 1 < len(words) and is_domain(words[end + 1]):
            end += 2
        else:
            break
    return end if end > first else at


def _minister(text: str) -> Title:
    domains = domains_of(text)
    sectors = ("GOV", "MIL") if "defence" in domains else ("GOV",)
    return Title(text, "minister", "office", sectors, domains)


def parse_titles(rows: Sequence[Mapping[str, str]]) -> TitleTable:
    """The table from its rows (columns as in ``data/actors/titles.tsv``)."""
    titles: dict[tuple[str, ...], Title] = {}
    for row in rows:
        sectors = tuple(code for code in row["sectors"].split(",") if code)
        domains = frozenset(word for word in row["domains"].split(",") if word)
        title = Title(row["title"], row["role"], row["form"], sectors, domains, row["gender"])  # type: ignore[arg-type]
        titles[tuple(row["title"].split())] = title
    for words, title in list(titles.items()):
        if title.role in ("minister", "president", "prime_minister", "chief_minister") and words[0] not in _DEPUTY:
            deputy = replace(title, text=f"deputy {title.text}", role=_deputy_of(title.role))
            titles.setdefault(("deputy", *words), deputy)
    firsts = {words[0] for words in titles} | {words[0] + "s" for words in titles} | set(_domains()) | _DEPUTY
    return TitleTable(titles, max(len(words) for words in titles), frozenset(firsts))


def _deputy_of(role: str) -> str:
    return {"president": "vice_president", "prime_minister": "deputy_prime_minister"}.get(role, "deputy_minister")
