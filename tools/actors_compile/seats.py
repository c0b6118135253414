"""Seats that one person holds at a time: head of state, head of government, foreign minister; their terms made consistent.

The lists overlap, name a holder twice, and end terms too early or too late (see :func:`tidy`). Offices of provinces and
helpers of those in office are told from the seats by their labels, and by ``offices.tsv`` where a label does not tell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rapidfuzz import fuzz

from actors_compile.terms import Term
from onrecord.lexicon.actor_people import first_day, last_day
from onrecord.lexicon.actor_seats import CIVIL_SECRETARIES, SEATS, SECRETARY_OF_STATE
from onrecord.lexicon.names import compatible, fold, name_tokens
from onrecord.lexicon.titles import domains_of, role_of

_GENERIC = frozenset(
    "the a of and in for republic union united state states kingdom commonwealth islamic people's peoples democratic socialist "
    "arab federal federation national confederation swiss government council ministers cabinet transitional interim "
    "presidency country authority bolivarian plurinational co-operative cooperative independent sultanate principality emirate "
    "president minister prime ministers".split()
)
"""Words of labels that say no more than "of the country"."""
STAND_IN = timedelta(days=60)
"""How long somebody may stand in for a holder whose end no list tells, before it is a new holder."""
TOGETHER = timedelta(days=10)
"""How far apart two lists may let a term begin and still mean the same one."""
ALIKE = 70
"""How like (0 to 100) two spellings of one name are at least; unlike names that begin together score up to 60."""
NATIONAL = frozenset({"president", "prime_minister", "vice_president", "deputy_prime_minister"})
_SECRETARY = re.compile(r"^(?:\w+ )?(?:home|foreign|defen[cs]e|finance|interior|cabinet) secretary\b", re.IGNORECASE)
_JUNIOR = re.compile(r"^secretary of state (?:for|of)\b", re.IGNORECASE)
_SECRETARIES_IN_CABINET = frozenset("GBR USA VAT MEX PHL HND".split())
"""Countries where a secretary of state for something heads a department; elsewhere a minister stands above."""


def role(label: str, country: str, names: Mapping[str, Sequence[str]], source: str = "") -> str:
    """The role of an office; heads of provinces, and junior ministers who bear a minister's title, are told apart."""
    found = role_of(label)
    if country in CIVIL_SECRETARIES and _SECRETARY.search(label):
        return "permanent_secretary"
    if found == "minister" and source == "ifg" and label.startswith("Minister") and "Cabinet Office" not in label:
        return "deputy_minister"  # in the list, those who head a department are secretaries of state
    if found == "minister" and _JUNIOR.search(label) and country not in _SECRETARIES_IN_CABINET:
        return "deputy_minister"
    if found not in NATIONAL:
        return found
    return found if _is_national(label, names.get(country, ())) else f"other_{found}"


def _is_national(label: str, names: Sequence[str]) -> bool:
    """True where the label names no place but the country itself."""
    rest = fold(re.sub(r"\(.*?\)", "", label)).replace("’", "'").replace(",", " ")
    rest = re.split(r"\b(?:of|in)\b", rest, maxsplit=1)[-1] if re.search(r"\b(?:of|in)\b", rest) else ""
    for name in sorted((fold(name) for name in names), key=len, reverse=True):
        rest = re.sub(rf"\b{re.escape(name)}\b", " ", rest)
    return all(word in _GENERIC for word in rest.split())


def seat(country: str, role: str, label: str) -> str:
    """The seat that an office is, or an empty string where several may hold it or it is nobody's in particular."""
    if not country:
        return ""
    if role == "secretary_of_state" and country not in SECRETARY_OF_STATE:
        return ""
    if role == "minister" and "foreign" in domains_of(label):
        return "foreign"
    return SEATS.get(role, "")


def tidy(terms: Sequence[Term], seats: Mapping[str, str]) -> list[Term]:
    """The terms with those of the seats made consistent; ``seats`` are the seats by office.

    Of several terms of one person that began the same day the longest counts; terms of one person that touch are one.
    A term that a later one outlasts ends on the day that one begins: ends are what the lists get wrong most (they
    fall back on the end of a cabinet or of a life). A short term inside a longer one stays: somebody stood in.
    """
    groups: dict[tuple[str, str], list[Term]] = {}
    kept: list[Term] = []
    for term in terms:
        name = seats.get(term.office, "")
        if name and term.start:
            groups.setdefault((term.country, name), []).append(term)
        else:
            kept.append(term)
    for group in groups.values():
        kept += _clipped(_united(group))
    return kept


def _united(terms: Sequence[Term]) -> list[Term]:
    """The terms by start, those of one person that overlap or touch made one; hand-written rows win over others."""
    listed = [one for one in terms if one.source != "hand"]
    out: list[Term] = []
    for term in sorted(terms, key=lambda one: (one.start, one.source != "hand", one.person)):
        twin = next((one for one in listed if term.source == "hand" and _began_together(one, term)), None)
        if twin is not None:
            term = replace(term, person=twin.person)
        before = next((at for at, one in enumerate(out) if _same(one, term) and _touch(one, term)), None)
        if before is None:
            out.append(term)
            continue
        out[before] = _union(out[before], term)
    return out


def _union(one: Term, other: Term) -> Term:
    """Two terms of one person as one; what is written by hand stands against the lists."""
    if (one.source == "hand") != (other.source == "hand"):
        return one if one.source == "hand" else other
    return replace(one, end=_later(one, other))


def _same(one: Term, other: Term) -> bool:
    return one.person == other.person or compatible(name_tokens(one.name), name_tokens(other.name))


def _began_together(one: Term, other: Term) -> bool:
    """True for terms of one seat that began in the same days under like names: one person, spelled in two ways."""
    if len(one.start) < 10 or len(other.start) < 10 or fuzz.ratio(_letters(one), _letters(other)) < ALIKE:
        return False
    return abs((first_day(one.start) or date.min) - (first_day(other.start) or date.min)) <= TOGETHER


def _letters(term: Term) -> str:
    return "".join(name_tokens(term.name))


def _touch(one: Term, other: Term) -> bool:
    return not one.end or other.start <= one.end or other.start[:7] == one.end[:7]


def _later(one: Term, other: Term) -> str:
    return "" if not one.end or not other.end else max(one.end, other.end)


def _clipped(terms: Sequence[Term]) -> list[Term]:
    """The terms, each that is outlasted by a later one of somebody else ended where that begins.

    Terms written by hand that have an end keep it.
    """
    out = []
    for at, term in enumerate(terms):
        if term.source == "hand" and term.end:
            out.append(term)
            continue
        for later in terms[at + 1 :]:
            inside = later.start > term.start and (not term.end or later.start < term.end)
            outlasts = not later.end or (term.end and later.end >= term.end) or not _stands_in(later, term, terms)
            if inside and later.person != term.person and outlasts:
                term = replace(term, end=later.start)
                break
        out.append(term)
    return out


def _stands_in(later: Term, term: Term, terms: Sequence[Term]) -> bool:
    """True for a term inside another after which that one went on: nobody else began when it ended."""
    if term.end:
        return True
    return (last_day(later.end) or date.max) - (first_day(later.start) or date.min) <= STAND_IN and not any(
        one.start[:7] == later.end[:7] and one.person not in (term.person, later.person) for one in terms
    )
