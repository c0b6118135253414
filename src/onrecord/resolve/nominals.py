"""Bare nominals: "the foreign minister", "the official", "the lawmaker" and who on the page they point back to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.lexicon.actors import ActorTable, Title
from onrecord.lexicon.titles import roles_meant, title_in
from onrecord.resolve.bodies import of_country
from onrecord.resolve.capacity import GOVERNING
from onrecord.resolve.people import Found, fits
from onrecord.resolve.persons import doc_id
from onrecord.resolve.phrases import Phrase
from onrecord.schema import Party

_DIPLOMATS = frozenset({"ambassador", "envoy", "diplomat", "high_commissioner", "spokesperson"})
_NOUN_ROLES = {
    "diplomat": _DIPLOMATS,
    "envoy": _DIPLOMATS,
    "ambassador": frozenset({"ambassador"}),
    "analyst": frozenset({"expert", "economist"}),
    "expert": frozenset({"expert", "economist"}),
    "academic": frozenset({"expert"}),
    "professor": frozenset({"expert"}),
    "economist": frozenset({"economist", "expert"}),
    "lawmaker": frozenset({"legislator", "speaker"}),
    "legislator": frozenset({"legislator", "speaker"}),
    "senator": frozenset({"legislator"}),
    "politician": frozenset({"legislator", "party_leader", "opposition_leader", "candidate"}),
    "general": frozenset({"general", "army_chief", "defence_chief"}),
    "commander": frozenset({"commander", "general", "rebel_leader"}),
    "officer": frozenset({"officer", "general", "police_officer"}),
    "spokesman": frozenset({"spokesperson"}),
    "judge": frozenset({"judge", "chief_justice"}),
    "lawyer": frozenset({"lawyer"}),
    "activist": frozenset({"activist"}),
    "journalist": frozenset({"journalist"}),
    "cleric": frozenset({"cleric"}),
    "minister": frozenset({"minister"}),
    "leader": frozenset(
        {"leader", "president", "prime_minister", "supreme_leader", "party_leader", "opposition_leader", "rebel_leader"}
    ),
    "ruler": frozenset({"leader", "president", "supreme_leader", "monarch"}),
    "dictator": frozenset({"leader", "president", "supreme_leader"}),
    "strongman": frozenset({"leader", "president", "supreme_leader"}),
    "premier": frozenset({"prime_minister"}),
    "prosecutor": frozenset({"prosecutor", "prosecutor_general"}),
    "secretary": frozenset({"secretary_of_state", "minister", "secretary"}),
    "chief": frozenset({"chief", "army_chief", "police_chief"}),
}
_ANY_OFFICIAL = frozenset({"official", "bureaucrat", "aide"})


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody who was mentioned at ``start``: the party they resolved to and what was read beside the name."""

    start: int
    party: Party
    phrase: Phrase
    found: Found | None = None


def bearer_of(phrase: Phrase, at: int, heard: Sequence[Bearer]) -> Party | None:
    """The latest before ``at`` who can be meant by the nominal; None where nobody can.

    "The official" is rather the unnamed one of before than anybody with a name.
    """
    if phrase.head in _ANY_OFFICIAL:
        for bearer in reversed([one for one in _before(heard, at) if one.party.actor_kind == "unnamed"]):
            if _country_fits(phrase, bearer) and _bodies_fit(phrase, bearer) and _role_fits(phrase, bearer):
                return bearer.party
    for bearer in reversed(_before(heard, at)):
        if _country_fits(phrase, bearer) and _bodies_fit(phrase, bearer) and _role_fits(phrase, bearer):
            return bearer.party
    if phrase.title is None or phrase.indefinite or phrase.plural:
        return None
    later = [  # a headline names the office, the text the holder
        bearer.party
        for bearer in heard
        if bearer.start >= at
        and bearer.party.actor_kind == "person"
        and _country_fits(phrase, bearer)
        and _role_fits(phrase, bearer)
    ]
    return later[0] if later and (phrase.title.form == "office" or len({one.name for one in later}) == 1) else None


def _before(heard: Sequence[Bearer], at: int) -> Sequence[Bearer]:
    """Those of ``heard`` (in text order) that stand before ``at``, the latest few hundred of them."""
    end = bisect_left(heard, at, key=lambda bearer: bearer.start)
    return heard[max(0, end - MAX_HEARD) : end]


def ministry_before(at: int, heard: Sequence[Bearer], actors: ActorTable) -> Party | None:
    """The ministry of the minister mentioned last before ``at``: after "Interior Minister Jane Doe", "the ministry"."""
    for bearer in reversed(_before(heard, at)):
        title = bearer.phrase.title
        if title is not None and title.role in _OF_MINISTRIES and len(title.domains) == 1:
            portfolio = f"{next(iter(title.domains)).capitalize()} Ministry"
            country = bearer.party.country
            name = of_country(portfolio, country, actors) if country else portfolio
            code = f"org:{portfolio.lower().replace(' ', '-')}@{country}" if country else doc_id(name)
            return replace(
                bearer.party, name=name, actor=code, actor_kind="organisation", sector="GOV", sectors=("GOV",),
                principal=name, capacity="official", members=(),
            )  # fmt: skip
    return None


_OF_MINISTRIES = frozenset({"minister", "deputy_minister"})

MAX_HEARD = 400
"""How many mentions back a nominal may reach: on the longest pages, nobody remembers more."""


def body_before(noun: str, at: int, heard: Sequence[Bearer]) -> Party | None:
    """The latest organisation before ``at`` that the noun takes up: by its name ("the court"), else by what it is ("the firm")."""
    bodies = [one.party for one in _before(heard, at) if one.party.actor_kind in ("organisation", "armed_group")]
    for party in reversed(bodies):
        words = f"{party.name} {party.text}".lower().replace("’", "'").replace("'s", "").split()
        if noun in words and party.actor is not None:
            return party
    wanted = _BODY_SECTORS.get(noun)
    if wanted is None:
        return None
    return next((party for party in reversed(bodies) if party.sector in wanted or _is_armed(party, wanted)), None)


def _is_armed(party: Party, wanted: frozenset[str]) -> bool:
    return "REB" in wanted and party.actor_kind == "armed_group"


_BUSINESS, _REBELS = frozenset({"BUS", "MNC"}), frozenset({"REB", "UAF", "PRM", "CRM"})
_BODY_SECTORS: dict[str, frozenset[str]] = {
    **dict.fromkeys("company firm carrier airline operator retailer corporation lender developer".split(), _BUSINESS),
    **dict.fromkeys(
        "rebels rebel militants insurgents guerrillas militia fighters jihadists militant gang".split(), _REBELS
    ),
    **dict.fromkeys("group movement organisation organization".split(), _REBELS | {"NGO", "SOC", "PTY"}),
    "network": _REBELS | {"NGO", "SOC", "PTY", "JRN"},
    **dict.fromkeys(
        "newspaper paper daily weekly magazine broadcaster outlet channel station".split(), frozenset({"JRN"})
    ),
    **dict.fromkeys("union federation guild".split(), frozenset({"LAB"})),
    **dict.fromkeys("party alliance coalition".split(), frozenset({"PTY", "OPP"})),
    **dict.fromkeys("university institute school".split(), frozenset({"EDU"})),
    "bloc": frozenset({"IGO", "EUR"}),
    **dict.fromkeys("charity association".split(), frozenset({"NGO", "SOC"})),
}
"""What sector an organisation has that a bare noun takes up."""


def _country_fits(phrase: Phrase, bearer: Bearer) -> bool:
    return not phrase.countries or bearer.party.country in phrase.countries


def _bodies_fit(phrase: Phrase, bearer: Bearer) -> bool:
    return not phrase.bodies or bool(set(phrase.bodies) & set(bearer.phrase.bodies))


def _role_fits(phrase: Phrase, bearer: Bearer) -> bool:
    """An unnamed source is taken up by its own noun; a person by a title or a noun for such people."""
    if bearer.party.actor_kind == "organisation":
        return False
    if bearer.party.actor_kind == "unnamed":
        return not bearer.phrase.plural and bool(phrase.head) and phrase.head == bearer.phrase.head
    if phrase.former and not bearer.phrase.former:
        return False
    if _is_office(phrase) and not phrase.former and (bearer.phrase.former or bearer.party.capacity == "former"):
        return False  # "the president" is not the former one, though the page spoke of him last
    noun = phrase.agents[-1].lemma if phrase.agents and phrase.head_kind == "agent" else ""
    if noun in _ANY_OFFICIAL:
        return bearer.party.capacity == "official" and bearer.party.sector in GOVERNING and _is_official(bearer)
    title = title_in(phrase.title, bearer.party.country) if phrase.title is not None else None
    if title is not None and phrase.head_kind == "title":
        return any(_same(title, other) for other in bearer.phrase.titles) or (
            title.form == "office" and _in_office(title, bearer) and not bearer.phrase.former
        )
    if noun and any(agent.lemma == noun for agent in bearer.phrase.agents):
        return True  # "the driver": of whom the page said so
    return any(other.role in _NOUN_ROLES.get(noun, ()) for other in bearer.phrase.titles)


def _is_office(phrase: Phrase) -> bool:
    return phrase.title is not None and phrase.title.form == "office" and phrase.head_kind == "title"


def _is_official(bearer: Bearer) -> bool:
    """Heads of state, and people of whom only a rank is told, are not called "the official"."""
    heads = ("president", "prime_minister", "monarch", "supreme_leader", "chancellor")
    titles = [title for title in bearer.phrase.titles if title.form in ("office", "role")]
    return bool(titles) and not any(title.role in heads for title in titles)


def _same(title: Title, other: Title) -> bool:
    if title.role == other.role:
        return title.domains <= other.domains or not other.domains
    if title.role in _NOUN_ROLES and other.role in _NOUN_ROLES[title.role]:
        return not title.domains
    general = (
        title.form == "office" and other.role in roles_meant(title.role) and title.role not in ("general", "commander")
    )
    return general and title.domains <= other.domains


def _in_office(title: Title, bearer: Bearer) -> bool:
    return (
        bearer.found is not None
        and bearer.found.tenure is not None
        and bearer.found.in_office
        and fits(title, bearer.found.tenure)
    )
