"""Office-holders: who they are, which offices they held from when to when, and finding them by name or by office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeVar

from onrecord.lexicon.actor_files import read_cells, read_lines, read_rows
from onrecord.lexicon.actor_seats import RANKS, in_country, seat_of
from onrecord.lexicon.actor_types import Actor, Office, Tenure, Title
from onrecord.lexicon.names import aligned, fold, name_tokens, sound
from onrecord.lexicon.titles import roles_meant

TRUSTED_AFTER_SNAPSHOT_DAYS = 92
"""An open end is believed for a quarter after its snapshot; of later days the table knows nothing."""
OFFICE_SECTORS = {
    "army_chief": ("MIL",),
    "navy_chief": ("MIL",),
    "air_chief": ("MIL",),
    "defence_chief": ("MIL",),
    "spy_chief": ("SPY",),
    "chief_justice": ("JUD",),
    "judge": ("JUD",),
    "court_or_bank": ("JUD",),
    "attorney_general": ("GOV", "JUD"),
    "solicitor_general": ("GOV", "JUD"),
    "prosecutor_general": ("JUD",),
    "speaker": ("LEG",),
    "senate_president": ("LEG",),
    "legislator": ("LEG",),
    "opposition_leader": ("OPP", "PTY"),
    "police_chief": ("COP",),
    "secretary_general": ("IGO",),
    "pope": ("REL",),
}
K = TypeVar("K")
V = TypeVar("V")
_TOP = ("president", "prime_minister", "chancellor", "monarch", "supreme_leader", "secretary_of_state", "minister")

_HEADS = frozenset("chief head director leader boss president chair secretary_general".split())
"""Titles that can mean whoever heads an organisation."""
_TWO_LEADERS = frozenset({"IRN"})
"""Countries with a leader above the president, both of whom the press calls the leader."""


@dataclass(frozen=True, slots=True, eq=False)
class PeopleTable:
    """People by id and by the sound of their names, offices by country and role; tenures are built on demand.

    ``by_seat`` has the offices of each country's seats, ``by_body`` those that lead an organisation; ``called`` other
    names by which somebody is known ("Prachanda"), by person, and ``by_other_name`` the people by such a name, folded.
    """

    rows: Mapping[str, tuple[str, str]]
    by_sound: Mapping[str, tuple[str, ...]]
    terms: Mapping[str, tuple[str, ...]]
    office_rows: Mapping[str, Office]
    by_office: Mapping[tuple[str, str], tuple[str, ...]]
    terms_of_office: Mapping[str, tuple[str, ...]]
    by_seat: Mapping[tuple[str, str], tuple[str, ...]]
    by_body: Mapping[str, tuple[str, ...]]
    called: Mapping[str, tuple[str, ...]]
    by_other_name: Mapping[str, tuple[str, ...]]

    def person(self, person_id: str) -> Actor | None:
        """The person with this id, or None. The country is that of the offices held."""
        row = self.rows.get(person_id)
        return Actor(person_id, row[0], "person", row[1] or None) if row else None

    def full_names(self) -> Iterator[tuple[str, str]]:
        """Name and id of everybody whose name has two tokens at least, other names included."""
        yield from ((name, person) for person, (name, _) in self.rows.items() if " " in name)
        yield from ((name, person) for person, names in self.called.items() for name in names if " " in name)

    def named(self, tokens: Sequence[str]) -> tuple[str, ...]:
        """Ids of the people in whose name all ``tokens`` (folded) are found; sorted."""
        return _named(self, tuple(tokens))

    def sharing(self, tokens: Sequence[str], at_least: int = 2) -> tuple[str, ...]:
        """Ids of the people whose name shares ``at_least`` tokens with ``tokens``; sorted."""
        counts: dict[str, int] = {}
        for token in set(tokens):
            for person in self.by_sound.get(sound(token), ()):
                counts[person] = counts.get(person, 0) + 1
        return tuple(sorted(person for person, count in counts.items() if count >= at_least))

    def tenures(self, person_id: str) -> tuple[Tenure, ...]:
        """All tenures of a person, in the order of the table."""
        return tuple(self._tenure(line) for line in self.terms.get(person_id, ()))

    def terms_in(self, office: str) -> tuple[Tenure, ...]:
        """All tenures of an office, in the order of the table."""
        return tuple(self._tenure(line) for line in self.terms_of_office.get(office, ()))

    def offices(self, title: Title, country: str) -> tuple[Office, ...]:
        """The offices of ``country`` that ``title`` may mean: right role, and a portfolio that takes in the title's."""
        meant = in_country(title, country)
        if meant is None:
            return ()
        found: list[tuple[int, int, str, Office]] = []
        for order, role in enumerate(roles_meant(meant.role)):
            for office_id in self.by_office.get((country, role), ()):
                office = self.office_rows[office_id]
                if meant.domains <= office.domains or (role == "secretary_of_state" and meant.role != "minister"):
                    found.append((order, len(office.domains - meant.domains), office_id, office))
        return tuple(office for *_, office in sorted(found, key=lambda row: row[:3]))

    def holders(self, title: Title, country: str, day: date) -> tuple[Tenure, ...]:
        """Who held the best-fitting office on ``day``, the latest to have begun first; only one of each person."""
        meant = in_country(title, country)
        if meant is None:
            return ()
        if meant.role == "leader":
            return self._one_at_the_top(country, day)
        seat = seat_of(meant)
        if seat and self.by_seat.get((country, seat)):
            return self.holders_of(self.by_seat[country, seat], day)
        if title.form != "office" and title.role not in _TOP and not title.domains:
            return ()
        offices = self.offices(title, country)
        tightest = min((len(office.domains - meant.domains) for office in offices), default=0)
        for office in offices:
            if len(office.domains - meant.domains) > tightest:
                continue
            held = self.holders_of((office.id,), day)
            if held:
                return held
        return ()

    def holders_of(self, offices: Iterable[str], day: date) -> tuple[Tenure, ...]:
        """Who held one of these offices on ``day``, the latest to have begun first; only one of each person."""
        best: dict[str, Tenure] = {}
        for office in offices:
            for line in self.terms_of_office.get(office, ()):
                tenure = self._tenure(line)
                if is_held(tenure, day) and _later(tenure, best.get(tenure.person)):
                    best[tenure.person] = tenure
        return tuple(sorted(best.values(), key=lambda one: (one.start or date.min, one.person), reverse=True))

    def heads(self, body: str, title: Title, day: date) -> tuple[Tenure, ...]:
        """Who on ``day`` held the one office of an organisation that ``title`` can mean ("chief", "director")."""
        offices = [self.office_rows[one] for one in self.by_body.get(body, ())]
        same = [one for one in offices if one.role in roles_meant(title.role) or _begins(one.label, title.text)]
        meant = same or (offices if title.role in _HEADS else [])
        return self.holders_of((one.id for one in meant), day) if len(meant) == 1 else ()

    def _one_at_the_top(self, country: str, day: date) -> tuple[Tenure, ...]:
        """The holder of the one seat at the top of a country that has no other: "the leader" of two is nobody."""
        found: dict[str, Tenure] = {}
        for seat in ("supreme", "state", "crown", "government"):
            for tenure in self.holders_of(self.by_seat.get((country, seat), ()), day)[:1]:
                found.setdefault(tenure.person, tenure)
        supreme = self.by_seat.get((country, "supreme")) and country not in _TWO_LEADERS
        first = tuple(found.values())
        return first[:1] if supreme or len(first) == 1 else ()

    def _tenure(self, line: str) -> Tenure:
        person, office, start, end, snapshot, _source = line.split("\t")
        return Tenure(person, self.office_rows[office], first_day(start), last_day(end), first_day(snapshot))


@lru_cache(maxsize=8192)
def _named(table: PeopleTable, tokens: tuple[str, ...]) -> tuple[str, ...]:
    groups = [set(table.by_sound.get(sound(token), ())) for token in tokens if len(token) > 1]
    if not groups:
        return ()
    found = set.intersection(*groups)
    return tuple(sorted(one for one in found if aligned(tokens, name_tokens(table.rows[one][0])) == len(tokens)))


def is_held(tenure: Tenure, day: date) -> bool:
    """True where the table vouches that the office was held on ``day``; open ends are not stretched far."""
    if not tenure.covers(day):
        return False
    if tenure.end is None and tenure.snapshot is not None:
        return (day - tenure.snapshot).days <= TRUSTED_AFTER_SNAPSHOT_DAYS
    return True


def sectors_of(office: Office) -> tuple[str, ...]:
    """The PLOVER sectors of an office."""
    if office.role in OFFICE_SECTORS:
        return OFFICE_SECTORS[office.role]
    return ("GOV", "MIL") if "defence" in office.domains else ("GOV",)


def _begins(label: str, title: str) -> bool:
    return label.lower().replace("-", " ").startswith(title.lower().replace("-", " ") + " ")


def _later(tenure: Tenure, other: Tenure | None) -> bool:
    return other is None or (tenure.start or date.min) > (other.start or date.min)


@lru_cache(maxsize=16384)
def first_day(text: str) -> date | None:
    """The first day of a written date ("2017", "2017-08", "2017-08-04"); None where it is empty."""
    parts = [int(part) for part in text.split("-")] if text else []
    return date(*(parts + [1, 1])[:3]) if parts else None


@lru_cache(maxsize=16384)
def last_day(text: str) -> date | None:
    """The last day of a written date; a month ends on its 28th at least, so that no calendar is needed."""
    parts = [int(part) for part in text.split("-")] if text else []
    if not parts:
        return None
    return date(*(parts + [12, 28][len(parts) - 1 :])[:3]) if len(parts) < 3 else date(*parts)


@lru_cache(maxsize=4096)
def leaders(people: PeopleTable, country: str, day: date) -> tuple[tuple[int, Tenure], ...]:
    """The holders of a country's seats on a day, with the rank of the seat: at the top 2 or 3, foreign ministers 1."""
    return tuple(
        (rank, tenure)
        for seat, rank in RANKS.items()
        for tenure in people.holders_of(people.by_seat.get((country, seat), ()), day)
    )


def load_people() -> PeopleTable:
    """The people of the package. Raises LexiconError where a file is malformed."""
    rows: dict[str, tuple[str, str]] = {}
    sounds: dict[str, list[str]] = {}
    for person, name, country, keys in read_cells("people.tsv.gz"):
        rows[person] = (name, country)
        for key in keys.split(" "):
            sounds.setdefault(key, []).append(person)
    called = {row["person"]: tuple(row["names"].split("|")) for row in read_rows("called.tsv")}
    others: dict[str, list[str]] = {}
    for person, names in called.items():
        for name in names:
            others.setdefault(fold(name), []).append(person)
    offices: dict[str, Office] = {}
    by_office: dict[tuple[str, str], list[str]] = {}
    by_seat: dict[tuple[str, str], list[str]] = {}
    by_body: dict[str, list[str]] = {}
    for office, label, country, role, domains, seat, body in read_cells("offices.tsv.gz"):
        offices[office] = Office(office, label, country or None, role, frozenset(domains.split(" ")) - {""}, seat, body)
        by_office.setdefault((country, role), []).append(office)
        if seat:
            by_seat.setdefault((country, seat), []).append(office)
        if body:
            by_body.setdefault(body, []).append(office)
    terms: dict[str, list[str]] = {}
    terms_of_office: dict[str, list[str]] = {}
    for line in read_lines("tenures.tsv.gz"):
        person, office, _ = line.split("\t", 2)
        terms.setdefault(person, []).append(line)
        terms_of_office.setdefault(office, []).append(line)
    return PeopleTable(
        rows,
        _frozen(sounds),
        _frozen(terms),
        offices,
        _frozen(by_office),
        _frozen(terms_of_office),
        _frozen(by_seat),
        _frozen(by_body),
        called,
        _frozen(others),
    )


def _frozen(lists: Mapping[K, list[V]]) -> dict[K, tuple[V, ...]]:
    return {key: tuple(values) for key, values in lists.items()}
