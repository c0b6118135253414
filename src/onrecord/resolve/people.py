"""Finding a named person in the table: name, title, country and tenure must agree, or the person stays open."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.lexicon.actor_people import is_held, sectors_of
from onrecord.lexicon.actor_seats import is_called
from onrecord.lexicon.actors import ActorTable, Office, Tenure, Title
from onrecord.lexicon.names import aligned, compatible, fold, name_tokens, same_surname
from onrecord.lexicon.titles import roles_meant
from onrecord.resolve.leaders import heads_called, leader_of_all_times, leaders_called

TOP_ROLES = frozenset({"president", "prime_minister", "chancellor", "monarch", "supreme_leader", "pope"})
"""Offices so prominent that a bare surname names their holder while in office."""
_BY_GIVEN_NAME = frozenset("monarch prince crown_prince pope".split())
"""Roles whose holders are called by the given name behind the title."""
_SHEIKHS = frozenset({"sheikh", "shaikh", "sheikha"})
_HEADS = frozenset("president chief director chair leader secretary_general commissioner".split())
_HEADED = frozenset(
    "president_commission president_council chair director senate_president speaker court_or_bank central_bank spy_chief "
    "police_chief commissioner secretary_general chief_justice other other_president".split()
)
WORLD_ROLES = frozenset(
    {"secretary_general", "high_representative", "secretary_of_state", "president_commission", "vice_president"}
)
"""Offices whose holders are spoken of everywhere."""
ENOUGH_EXACT = 2
ENOUGH_PART = 3
"""Scores that a full name, and a name that only partly matches, must reach (see :func:`_score`)."""
NEAR_TOP = timedelta(days=365 * 2)
"""How long before and after a term at the top a bare surname still is enough, on a page about the country."""
NEAR_OFFICE = timedelta(days=365 * 8)
"""How long before or after a tenure somebody is still likely to be the person whom the press means."""


@dataclass(frozen=True, slots=True)
class Found:
    """A person of the table: the tenure that speaks for it (None where only the name does) and the rule."""

    id: str
    name: str
    country: str | None
    tenure: Tenure | None
    in_office: bool
    sectors: tuple[str, ...]
    rule: str
    body: str = ""
    """The id of the international body that they serve, or an empty string."""
    worldly: bool = False
    """True for somebody who serves no country while in office: of the United Nations, of the Union."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the page says of a person: titles, countries of allegiance, countries it is about, the day, "former"."""

    titles: tuple[Title, ...] = ()
    countries: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    day: date | None = None
    former: bool = False
    leads_body: bool = False
    on_page: bool = False
    home: str | None = None
    bodies: frozenset[str] = frozenset()
    """The international bodies that the page names: their heads may go by the surname there."""

    @property
    def plain(self) -> bool:
        """True where no title tells more than that somebody is a man or a woman."""
        return all(title.form == "honorific" for title in self.titles)

    @property
    def by_given_name(self) -> bool:
        """True where a title tells that the name behind it is a given name: "King Abdullah", "Sheikh Tamim"."""
        return any(title.role in _BY_GIVEN_NAME or title.text in _SHEIKHS for title in self.titles)

    @property
    def nearby(self) -> tuple[str, ...]:
        """The countries in which a name alone may be a leader's: those stated, else where the page is set, then the rest."""
        first = (self.home,) if self.home else ()
        return self.countries or tuple(dict.fromkeys((*first, *self.around)))


def find_person(name: str, evidence: Evidence, actors: ActorTable) -> Found | None:
    """The one person of the table who fits, else of the user's own list; None where nobody or more than one does."""
    tokens = name_tokens(name)
    if not tokens:
        return None
    return _shipped(name, tokens, evidence, actors) or _watched(tokens, evidence, actors)


def _watched(tokens: tuple[str, ...], evidence: Evidence, actors: ActorTable) -> Found | None:
    """Somebody of the user's own list by the whole name, unless the page tells of another country."""
    own = actors.watched.get(tokens)
    if own is None or (evidence.countries and own.country not in (None, *evidence.countries)):
        return None
    sectors = ("ELI", *own.sectors) if evidence.former else own.sectors
    return Found(own.id, own.name, own.country, None, not evidence.former, sectors, own.source)


def _shipped(name: str, tokens: tuple[str, ...], evidence: Evidence, actors: ActorTable) -> Found | None:
    """The one person of the shipped table who fits."""
    if evidence.plain and evidence.day is not None and not evidence.former and not evidence.leads_body:
        called = leaders_called(tokens, evidence.nearby, evidence.day, actors, evidence.by_given_name)
        if len(called) == 1:
            return _found(called[0].person, called[0], evidence, actors)
        if called and len(tokens) == 1:
            return None
        heads = heads_called(tokens, evidence.bodies, evidence.day, actors)
        if len(heads) == 1 and not called:
            return _found(heads[0].person, heads[0], evidence, actors)
    if evidence.day is None and len(tokens) == 1 and not (evidence.titles or evidence.countries or evidence.former):
        tenure = leader_of_all_times(tokens[0], actors)
        if tenure is not None:
            return _found(tenure.person, tenure, evidence, actors)
    scored = []
    for person in _candidates(name, tokens, evidence, actors):
        score, tenure = _score(person, tokens, evidence, actors)
        if score >= (ENOUGH_EXACT if len(tokens) > 1 and _same_length(person, tokens, actors) else ENOUGH_PART):
            scored.append((score, person, tenure))
    if not scored:
        return None
    scored.sort(key=lambda one: (-one[0], not _is_spelled(one[1], tokens, actors), one[1].startswith("hand"), one[1]))
    first = scored[0]
    rivals = [one for one in scored[1:] if one[0] == first[0] and not _namesake_rows(first[1], one[1], actors)]
    if any(_is_spelled(one[1], tokens, actors) == _is_spelled(first[1], tokens, actors) for one in rivals):
        return None
    return _found(first[1], first[2], evidence, actors)


def _is_spelled(person: str, tokens: tuple[str, ...], actors: ActorTable) -> bool:
    """True where the table has the very same name, letter by letter."""
    return sorted(name_tokens(actors.people.rows[person][0])) == sorted(tokens)


def _candidates(name: str, tokens: tuple[str, ...], evidence: Evidence, actors: ActorTable) -> list[str]:
    people = actors.people
    known = set(people.by_other_name.get(fold(name), ()))
    if len(tokens) == 1:
        given = evidence.by_given_name
        return sorted(known | {one for one in people.named(tokens) if _is_surname(tokens[0], one, given, actors)})
    found = known | set(people.named(tokens))
    for person in people.sharing(tokens):
        own = name_tokens(people.rows[person][0])
        if len(own) >= 2 and aligned(own, tokens) == len(own):
            found.add(person)
    return sorted(found)


def _is_surname(token: str, person: str, given: bool, actors: ActorTable) -> bool:
    """True where somebody may be called by this one name; sovereigns by the given name."""
    name, country = actors.people.rows[person]
    return is_called((token,), name_tokens(name), country, given)


def _same_length(person: str, tokens: tuple[str, ...], actors: ActorTable) -> bool:
    return len(name_tokens(actors.people.rows[person][0])) == len(tokens)


def _namesake_rows(one: str, other: str, actors: ActorTable) -> bool:
    """True where two rows look like one person entered twice: same name and country."""
    rows = actors.people.rows
    names = name_tokens(rows[one][0]), name_tokens(rows[other][0])
    return rows[one][1] == rows[other][1] and (names[0] == names[1] or compatible(*names))


def _score(person: str, tokens: tuple[str, ...], evidence: Evidence, actors: ActorTable) -> tuple[int, Tenure | None]:
    """Points for and against a candidate.

    Title held on the day 3, held at another time 1; a title that contradicts -2. Country stated 2, other country -4, a
    country the page is about 1. In office or near it on the day 1, far from it -2. Whole name 2. A bare surname
    without a
    title must be that of a head of state or government in office.
    """
    tenures = actors.people.tenures(person)
    countries = {one.office.country for one in tenures if one.office.country}
    score, best = _title_score(tenures, evidence, actors.people.rows[person][1])
    if evidence.countries:
        score += 2 if countries & set(evidence.countries) else -4 if countries else 0
    elif countries & set(evidence.around):
        score += 1
    score += _time_score(tenures, evidence)
    if len(tokens) > 1:
        own = name_tokens(actors.people.rows[person][0])
        if best is None or not evidence.titles:
            known = countries & {*evidence.around, *evidence.countries}
            prominent = any(
                one.office.role in TOP_ROLES or one.office.role in WORLD_ROLES or not one.office.country
                for one in tenures
            )
            if not known and not prominent and len(own) < 3 and evidence.on_page:
                return 0, None  # a namesake, as far as the page tells
        if best is None or evidence.plain:
            kin = any(same_surname(tokens[-1], one) for one in own) or any(same_surname(own[-1], one) for one in tokens)
            if not kin:
                return 0, None  # "Robert Baer" is not Robert Bauer, unless his title says so
        shortened = best is not None and best.office.country in evidence.nearby and _leaves_out_a_middle(tokens, own)
        score += 2 if len(own) == len(tokens) else 1 if shortened or min(len(own), len(tokens)) >= 3 else 0
        return score, best
    if best is not None and (not evidence.titles or all(title.form == "honorific" for title in evidence.titles)):
        best = None
    if best is None:
        if evidence.nearby and not countries & set(evidence.nearby):
            return 0, None  # leaders of countries that the page does not name are others of that name
        highest = TOP_ROLES if evidence.nearby else TOP_ROLES | {"secretary_general"}
        top = [one for one in tenures if one.office.role in highest and _on(one, evidence)]
        soon = [one for one in tenures if one.office.role in TOP_ROLES and _soon(one, evidence)]
        if soon and not top and countries & set(evidence.around) and not _contradicted(evidence):
            return score + 1, None  # a candidate or a predecessor whom the press still calls by the surname
        return (score + 3, top[-1]) if top and not _contradicted(evidence) else (0, None)
    return score, best


def _leaves_out_a_middle(tokens: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """True for "Khawaja Asif" of Khawaja Muhammad Asif: the whole name but for what stands between first and last."""
    return same_surname(tokens[0], own[0]) and same_surname(tokens[-1], own[-1])


def _contradicted(evidence: Evidence) -> bool:
    return any(title.form in ("office", "role", "rank") and title.role not in TOP_ROLES for title in evidence.titles)


def _soon(tenure: Tenure, evidence: Evidence) -> bool:
    """True where the tenure begins or ended within two years of the day."""
    if evidence.day is None or tenure.start is None:
        return False
    return tenure.start - NEAR_TOP <= evidence.day <= (tenure.end or evidence.day) + NEAR_TOP


def _on(tenure: Tenure, evidence: Evidence) -> bool:
    if evidence.day is None:
        return True
    if evidence.former:
        return tenure.start is None or tenure.start <= evidence.day
    return is_held(tenure, evidence.day) or (tenure.end is None and tenure.covers(evidence.day))


def _title_score(tenures: Collection[Tenure], evidence: Evidence, home: str) -> tuple[int, Tenure | None]:
    titles = [title for title in evidence.titles if title.form in ("office", "role", "rank")]
    if not titles:
        held = [one for one in tenures if _on(one, evidence)]
        return 0, max(held, key=_weight, default=None)
    best: tuple[int, Tenure | None] = (0, None)

    def better(one: Tenure, other: Tenure) -> bool:
        return (nearness(one), *_weight(one)) > (nearness(other), *_weight(other))

    def nearness(tenure: Tenure) -> int:
        return 2 * (tenure.office.country in evidence.nearby) + (tenure.office.country == home)

    lawmaker = any(title.role == "legislator" for title in titles)  # who chairs a committee, not a service
    for title in titles:
        for tenure in tenures:
            if not fits(title, tenure) and not (evidence.leads_body and not lawmaker and _leads(title, tenure)):
                continue
            points = 3 if _on(tenure, evidence) else 1
            if points > best[0] or (points == best[0] and best[1] is not None and better(tenure, best[1])):
                best = (points, tenure)
    if best[1] is None and any(title.form in ("office", "role") for title in titles):
        return -2, None
    return best


def _leads(title: Title, tenure: Tenure) -> bool:
    """True where a "president" or "head" of some body can be the office of the tenure, which heads one too."""
    return title.role in _HEADS and tenure.office.role in _HEADED


def fits(title: Title, tenure: Tenure) -> bool:
    """True where the office of the tenure can be called by the title."""
    office = tenure.office
    if office.role not in roles_meant(title.role):
        return False
    return title.domains <= office.domains or office.role == "secretary_of_state"


def _weight(tenure: Tenure) -> tuple[int, date]:
    return (
        2 if tenure.office.role in TOP_ROLES else 1 if tenure.office.role == "minister" else 0,
        tenure.start or date.min,
    )


def _time_score(tenures: Collection[Tenure], evidence: Evidence) -> int:
    day = evidence.day
    if day is None:
        return 0
    for tenure in tenures:
        start, end = tenure.start or date.min, tenure.end or date.max
        if (start == date.min or start - NEAR_OFFICE <= day) and (end == date.max or day <= end + NEAR_OFFICE):
            return 1
    return -2


def _found(person: str, tenure: Tenure | None, evidence: Evidence, actors: ActorTable) -> Found:
    name, country = actors.people.rows[person]
    tenures = actors.people.tenures(person)
    held = [one for one in tenures if evidence.day is None or _on(one, evidence)]
    if tenure is None or (not evidence.titles and tenure not in held):
        tenure = max(held, key=_weight, default=None)
    in_office = tenure is not None and not evidence.former and (evidence.day is None or tenure in held)
    over = (
        evidence.day is not None
        and bool(tenures)
        and all(one.end is not None and one.end < evidence.day for one in tenures)
    )
    shown = tenure or max(tenures, key=_weight, default=None)
    sectors = _sectors_of(shown.office, actors) if shown else ()
    if tenure is None and not over and evidence.day is not None and not evidence.former:
        sectors = ()  # the offices that the table knows came later, or lie between
    if evidence.former or (over and not evidence.titles):
        sectors, in_office = ("ELI", *sectors), False
    rule = "name, title and tenure" if tenure and evidence.titles else "name and tenure" if tenure else "name"
    worldly = tenure is not None and in_office and tenure.office.country is None  # they serve no country while they do
    home = None if worldly else (tenure.office.country if tenure else None) or country or None
    body = tenure.office.body if worldly and tenure else ""
    return Found(person, name, home, tenure, in_office, sectors, rule, body, worldly)


def _sectors_of(office: Office, actors: ActorTable) -> tuple[str, ...]:
    """The sectors of an office: those of the international body that it leads, else of its kind."""
    body = actors.actors.get(office.body) if office.body and office.country is None else None
    if office.country is None and "european" in office.domains:
        return body.sectors if body else ("EUR", "IGO")
    return body.sectors if body and body.sectors else sectors_of(office)
