"""Who held which office when: from Wikidata's lists, the IfG, the US Congress list and hand-written rows."""

from __future__ import annotations

import csv
import gzip
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from actors_compile import seats
from actors_compile.terms import Term
from onrecord.lexicon.names import compatible, name_tokens, sound
from onrecord.lexicon.titles import domains_of, role_of

SINCE = "1997"
"""Terms that ended earlier are left out: the table is for press pages of this century."""
US_SNAPSHOT = "2026-06-15"
UK_SNAPSHOT = "2026-06-30"
HAND_SNAPSHOT = "2025-11-01"
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_SHARED = frozenset(
    "judge other deputy_minister undersecretary commissioner director deputy_prime_minister adviser".split()
)
_SHARED_LABEL = re.compile(
    r"\b(member|justice|senator|representative|without portfolio|federal council)", re.IGNORECASE
)
_NO_LEADERS = frozenset("ambassador minister deputy_minister president prime_minister other_minister".split())
"""Roles of offices that lead no organisation, even where their label ends in the name of one."""
_DROP_LABELS = re.compile(r"first (lady|gentleman)|lord in waiting|baroness in waiting|\bwhip\b", re.IGNORECASE)

Rows = list[tuple[str, ...]]
Names = dict[str, tuple[str, ...]]


def collect(facts: Path, hand: Path, names: Names) -> list[Term]:
    """All terms of all sources; a person who is in several is one person. ``names`` are those of each country."""
    faulty, roles = _faulty(hand), given_roles(hand)
    wikidata = [
        term
        for term in _wikidata(facts)
        if not _DROP_LABELS.search(term.label) and (term.country, term.office, term.person, term.start) not in faulty
    ]
    known = {(term.country, name_tokens(term.name)): term.person for term in reversed(wikidata)}
    by_country: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for (country, tokens), person in known.items():
        by_country.setdefault(country, []).append((tokens, person))
    terms = list(wikidata)
    for term in (*_ifg(facts), *_congress(facts), *_hand(hand)):
        person = _known_person(term, known, by_country)
        terms.append(Term(person, term.name, *(getattr(term, field) for field in Term.__slots__[2:])))
    single = {term.office: _seat(term, names, roles) for term in terms}
    return _without_stale_ends(_unique(seats.tidy(terms, single)))


def _seat(term: Term, names: Names, roles: Mapping[str, str]) -> str:
    role = roles.get(term.office) or seats.role(term.label, term.country, names, term.source)
    return seats.seat(term.country, role, term.label)


def given_roles(hand: Path) -> dict[str, str]:
    """Roles of offices whose labels mislead, by the office's id."""
    with open(hand / "offices.tsv", encoding="utf-8", newline="") as stream:
        return {row["office"]: row["role"] for row in csv.DictReader(stream, delimiter="\t")}


def _faulty(hand: Path) -> set[tuple[str, str, str, str]]:
    """Terms of the lists that are wrong, each with the reason beside it, by country, office, person and start."""
    with open(hand / "faulty.tsv", encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    return {(row["country"], row["office"], row["person"], row["start"]) for row in rows}


def _known_person(
    term: Term, known: dict[tuple[str, tuple[str, ...]], str], by_country: dict[str, list[tuple[tuple[str, ...], str]]]
) -> str:
    """The id that a person of another list already has: the same name, or the one name of the country that takes it in."""
    tokens = name_tokens(term.name)
    if (term.country, tokens) in known:
        return known[term.country, tokens]
    fitting = {person for other, person in by_country.get(term.country, ()) if compatible(tokens, other)}
    person = fitting.pop() if len(fitting) == 1 else term.person
    return known.setdefault((term.country, tokens), person)


def _wikidata(facts: Path) -> Iterator[Term]:
    with gzip.open(facts / "officeholders.tsv.gz", "rt", encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            start, end = row["start"], row["end"]
            if (end and end < start) or (end and end < SINCE) or not _LATIN.search(row["person_label"]):
                continue  # end before start: an error upstream
            if not end and start and start < "1975" and "monarch" not in row["position_label"].lower():
                continue  # open since before anybody now in office
            name = row["person_label"].split(", ")[0]
            label = _clean(row["position_short"] if row["position_label"].startswith("Q") else row["position_label"])
            country = "" if row["iso3"] == "INT" else row["iso3"]
            # a year given as its first of January is only a year
            start = start[:4] if start.endswith("-01-01") and row["start_precision"] != "day" else start
            yield Term(
                row["person_qid"],
                name,
                country,
                row["position_qid"],
                label,
                start,
                end,
                row["snapshot_date"],
                "wikidata",
            )


def _clean(label: str) -> str:
    return re.sub(r"\s*\((?!prime minister)[^)]*\)", "", label, flags=re.IGNORECASE).strip()


def _ifg(facts: Path) -> Iterator[Term]:
    def rows(name: str) -> list[dict[str, str]]:
        with open(facts / "uk_ifg" / name, encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))

    posts = {row["id"]: row for row in rows("post.csv")}
    bodies = {row["id"]: row["name"] for row in rows("organisation.csv")}
    people: dict[str, str] = {}
    for row in rows("person.csv"):
        plain = row["normalized_name"] or row["name"]
        if row["id"] not in people or people[row["id"]].startswith(("Lord ", "Baroness ", "Earl ")):
            people[row["id"]] = plain
    for row in rows("appointment.csv"):
        if row["end_date"] and row["end_date"] < max(SINCE, row["start_date"]):
            continue
        post = posts[row["post_id"]]
        body = bodies.get(post["organisation_id"], "")
        label = post["name"] if domains_of(post["name"]) or not domains_of(body) else f"{post['name']} for {body}"
        if "home department" in label.lower():
            label = "Home Secretary"
        office = f"ifg:{post['id'][:8]}"
        person = f"ifg:{row['person_id'][:8]}"
        yield Term(
            person,
            people[row["person_id"]],
            "GBR",
            office,
            label,
            row["start_date"],
            row["end_date"],
            UK_SNAPSHOT,
            "ifg",
        )


def _congress(facts: Path) -> Iterator[Term]:
    labels = {
        "prez": "President of the United States",
        "viceprez": "Vice President of the United States",
        "sen": "United States senator",
        "rep": "United States representative",
    }
    for name in ("executive.yaml", "legislators-current.yaml"):
        with open(facts / "us_legislators" / name, encoding="utf-8") as stream:
            entries: list[dict[str, Any]] = yaml.load(stream, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        for entry in entries:
            for term in entry["terms"]:
                end = "" if term["end"] > US_SNAPSHOT else term["end"]
                if end and end < SINCE:
                    continue
                plain = entry["name"].get("official_full") or f"{entry['name']['first']} {entry['name']['last']}"
                person = entry["id"].get("wikidata") or f"us:{entry['id'].get('bioguide') or entry['id']['govtrack']}"
                kind = term["type"]
                yield Term(
                    person, plain, "USA", f"us:{kind}", labels[kind], term["start"], end, US_SNAPSHOT, "congress"
                )


def _hand(hand: Path) -> Iterator[Term]:
    with open(hand / "holders.tsv", encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            country = "" if row["country"] in ("INT", "EUR") else row["country"]
            slug = re.sub(r"[^a-z]+", "-", " ".join(name_tokens(row["person"])))
            office = "hand:" + re.sub(r"[^a-z]+", "-", row["office"].lower())
            yield Term(
                f"hand:{slug}",
                row["person"],
                country,
                office,
                row["office"],
                row["start"],
                row["end"],
                HAND_SNAPSHOT,
                "hand",
            )


def _unique(terms: list[Term]) -> list[Term]:
    seen: dict[tuple[str, str, str], Term] = {}
    for term in terms:
        key = (term.person, term.office, term.start)
        if key not in seen or (term.end and not seen[key].end):
            seen[key] = term
    return list(seen.values())


def _without_stale_ends(terms: list[Term]) -> list[Term]:
    """Open ends of offices that one person holds at a time are closed on the day the next holder began."""
    starts: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for term in terms:
        if role_of(term.label) not in _SHARED and not _SHARED_LABEL.search(term.label):
            starts.setdefault((term.country, term.office), []).append((term.start, term.person))
    closed = []
    for term in terms:
        followers = starts.get((term.country, term.office), ())
        later = [start for start, person in followers if start > term.start and person != term.person]
        end = min(later) if later and not term.end else term.end
        closed.append(replace(term, end=end))
    return closed


def _home(countries: Counter[str]) -> str:
    """The country that most of a person's terms were served for; an international office is nobody's home."""
    return min((code for code in countries if code), key=lambda code: (-countries[code], code), default="")


def _office_row(
    office: str, label: str, country: str, role: str, bodies: Mapping[tuple[str, str], str]
) -> tuple[str, ...]:
    domains = " ".join(sorted(domains_of(label)))
    return office, label, country, role, domains, seats.seat(country, role, label), _body(label, role, country, bodies)


def _body(label: str, role: str, country: str, bodies: Mapping[tuple[str, str], str]) -> str:
    """The id of the organisation that an office leads: "Secretary General of NATO"; ``bodies`` are ids by country and name."""
    if re.match(r"(?:under|vice|deputy|assistant|former|member|ambassador|permanent)\b", label, re.IGNORECASE):
        return ""
    ends = [label[match.end() :].partition(" for ")[0] for match in re.finditer(r" of (?:the )?", label)]
    return "" if role in _NO_LEADERS else next((bodies[country, end] for end in ends if (country, end) in bodies), "")


def tables(
    terms: list[Term], names: Names, bodies: Mapping[tuple[str, str], str], roles: Mapping[str, str]
) -> tuple[Rows, Rows, Rows]:
    """People, offices and tenures, each sorted.

    ``names`` are the lower-case names and adjectives of each country, ``bodies`` the ids of organisations by country and
    name, ``roles`` those of offices whose labels mislead.
    """
    own = {term.person: term.name for term in terms if term.source == "hand"}  # spelled as the press does
    people: dict[str, tuple[str, Counter[str], list[str]]] = {}
    offices: dict[str, tuple[str, str, str]] = {}
    tenures: set[tuple[str, ...]] = set()
    for term in terms:
        name, countries, spellings = people.setdefault(term.person, (own.get(term.person, term.name), Counter(), []))
        countries[term.country] += 2 if term.source == "hand" else 1
        if term.name not in spellings:
            spellings.append(term.name)
        offices.setdefault(term.office, (term.label, term.country, term.source))
        tenures.add((term.person, term.office, term.start, term.end, term.snapshot, term.source))
    person_rows = [
        (
            one,
            name,
            _home(countries),
            " ".join(sorted({sound(token) for spelling in spellings for token in name_tokens(spelling)})),
        )
        for one, (name, countries, spellings) in sorted(people.items())
    ]
    office_rows = [
        _office_row(one, label, country, roles.get(one) or seats.role(label, country, names, source), bodies)
        for one, (label, country, source) in sorted(offices.items())
    ]
    return person_rows, office_rows, sorted(tenures)  # type: ignore[return-value]


def called(hand: Path, people: Rows, terms: list[Term]) -> Rows:
    """Other names and spellings of office-holders by the person's id.

    Raises ValueError where no such person, or more than one, is known.
    """
    shown = {row[0]: row[1] for row in people}
    found: dict[str, list[str]] = {}
    for term in terms:
        others = found.setdefault(term.person, [])
        if name_tokens(term.name) != name_tokens(shown[term.person]) and term.name not in others:
            others.append(term.name)
    with open(hand / "called.tsv", encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            ids = [one for one, name, country, _ in people if name == row["person"] and country == row["country"]]
            if len(ids) != 1:
                raise ValueError(f"called.tsv: {len(ids)} people are named {row['person']} in {row['country']}")
            found[ids[0]] += row["names"].split("|")
    return [
        (one, "|".join(names), "the lists; common usage of news agencies")
        for one, names in sorted(found.items())
        if names
    ]
