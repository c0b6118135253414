"""Offices and roles without a name: who on the page bears them, else who held the office on the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.lexicon.actor_seats import COUNTRY_OF_TITLE
from onrecord.lexicon.actors import Tenure, Title
from onrecord.lexicon.titles import title_in
from onrecord.resolve.bodies import body_sector, of_country, sectors_of_phrase
from onrecord.resolve.capacity import GOVERNING
from onrecord.resolve.people import TOP_ROLES
from onrecord.resolve.persons import ENVOYS, LED, PRINCIPALS, office_key
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.scene import Placed, Scene
from onrecord.schema import Party

_EUROPEAN = frozenset({"high_representative", "president_commission"})
"""Offices of the European Union, which the press names with and without it."""
LOCAL = frozenset(
    "governor mayor chief_minister police_chief prosecutor election_commissioner commander party_leader deputy_minister "
    "undersecretary legislator".split()
)
"""Offices that many hold in one country at a time: which one is meant, the country does not tell."""


def office_party(party: Party, phrase: Phrase, scene: Scene) -> Party:
    """A definite office or role ("the army chief", "Kenya's interior minister") as a Party.

    First the page: whoever bears it there. Then the table: the one holder on the page's day, marked as implied by the
    office. Else the office itself, with its country where that is told or can be assumed.
    """
    bearer = scene.bearer(phrase, party.start)
    if bearer is not None:
        return replace(bearer, text=party.text, start=party.start, end=party.end, members=())
    title = phrase.title
    head = _head_of_body(phrase, title, scene)
    placed = office_country(phrase, title, scene, party.start)
    if head is not None and title is not None:
        return _held(party, phrase, title, placed, head.person, scene)
    if (
        title is not None
        and placed is not None
        and scene.day is not None
        and not phrase.former
        and not phrase.bodies
        and not phrase.body
        and _is_clearly_one(title, placed, scene, party.start)
    ):
        holders = scene.actors.holders(title_in(title, placed.country), placed.country, scene.day)
        if holders and (len(holders) == 1 or _is_clear(holders[0], holders[1], scene.day)):
            return _held(party, phrase, title, placed, holders[0].person, scene)
    return bare_office(party, phrase, placed, scene)


def _head_of_body(phrase: Phrase, title: Title | None, scene: Scene) -> Tenure | None:
    """Who leads the one organisation of the table that a phrase names: "the UN secretary-general", "the CIA director"."""
    if title is None or scene.day is None or phrase.former or phrase.body or title.role == "spokesperson":
        return None
    people = scene.actors.people
    actor = scene.actors.actor(phrase.bodies[0]) if len(phrase.bodies) == 1 else None
    if title.role in _EUROPEAN and (actor is None or "EUR" in actor.sectors):
        holders = people.holders_of(people.by_office.get(("", title.role), ()), scene.day)
    elif actor is None or actor.generic:
        return None
    else:
        holders = people.heads(actor.id, title, scene.day)
    return holders[0] if len(holders) == 1 or (holders and _is_clear(holders[0], holders[1], scene.day)) else None


def _is_clearly_one(title: Title, placed: Placed, scene: Scene, at: int) -> bool:
    """True for an office that one person in a country holds, where it is clear which country is meant."""
    single = title.role in TOP_ROLES or title.role == "leader" or (title.form == "office" and title.role not in LOCAL)
    if not single or scene.is_contradicted(placed.country):
        return False
    if not placed.how or placed.how in _TOLD:
        return True
    if scene.named_beside(at) - {placed.country}:
        return False  # "Norland will send a team, the minister said" is not about the country of the dateline
    clear = placed.country in scene.around[:1] if placed.how in _SET else placed.country == scene.only
    return clear and bool(title.role in TOP_ROLES or title.domains)


_TOLD = ("context:country of an earlier mention", "context:the country given")
_SET = ("context:dateline", "context:the outlet's country")


def _is_clear(latest: Tenure, other: Tenure, day: date) -> bool:
    """True where the latest of several holders had surely begun: only a year given says too little in that year."""
    if latest.start is None or latest.start == other.start:
        return False
    return (latest.start.month, latest.start.day) != (1, 1) or latest.start.year < day.year


def office_country(phrase: Phrase, title: Title | None, scene: Scene, at: int) -> Placed | None:
    """The country of an office: the phrase's, its body's, else the page's."""
    if phrase.countries:
        return Placed(phrase.countries[0], "")
    if title is not None and title.text in COUNTRY_OF_TITLE:
        return Placed(COUNTRY_OF_TITLE[title.text], "")
    for body in phrase.bodies:
        actor = scene.actors.actor(body)
        if actor is not None and not actor.generic:
            return Placed(actor.country, "") if actor.country else None
    if phrase.place is not None:
        return Placed(phrase.place, "")
    if phrase.bodies:
        return scene.country(phrase.bodies[0], at)
    if title is not None and title.role in ENVOYS:
        return None
    if title is not None and not (
        set(title.sectors) & GOVERNING or title.role in ("opposition_leader", "party_leader")
    ):
        return None  # whose "director" it is, the page's country does not tell
    return scene.country(office_key(title) if title else phrase.head, at)


def _held(party: Party, phrase: Phrase, title: Title, placed: Placed | None, person: str, scene: Scene) -> Party:
    actor = scene.actors.actor(person)
    office = bare_office(party, phrase, placed, scene)
    assumed = f"; {placed.how}" if placed and placed.how else ""
    kind = "context" if assumed else "table"
    if not office.sectors:  # "the leader", who heads the state or the government
        office = replace(office, sector="GOV", sectors=("GOV",), capacity="official")
    return replace(
        office,
        name=actor.name if actor else None,
        actor=person,
        actor_kind="person",
        how=f"{kind}:implied by the office, holder on the page's date{assumed}",
    )


def bare_office(party: Party, phrase: Phrase, placed: Placed | None, scene: Scene) -> Party:
    """The office itself, nobody named."""
    title = phrase.title
    country = placed.country if placed else None
    bodies = [actor for actor in map(scene.actors.actor, phrase.bodies) if actor is not None]
    sectors = sectors_of_phrase(phrase)
    if bodies and bodies[-1].sectors and (title is None or title.role in LED or not title.sectors):
        sectors = bodies[-1].sectors
    elif title is not None and title.role in LED and phrase.body is not None and body_sector(phrase.body):
        sectors = (body_sector(phrase.body) or "",)
    if phrase.former:
        sectors = ("ELI", *sectors)
    label = title.text if title else phrase.head
    principal = None
    if bodies:
        principal = (
            of_country(bodies[0].name, country, scene.actors) if bodies[0].generic and country else bodies[0].name
        )
    elif country and sectors and sectors[0] in PRINCIPALS:
        principal = of_country(PRINCIPALS[sectors[0]], country, scene.actors)
    slug = label.replace(" ", "-").lower()
    return replace(
        party,
        name=None,
        actor=f"office:{slug}@{country}" if country and title and title.form == "office" else None,
        actor_kind="office",
        country=country,
        sector=sectors[0] if sectors else None,
        sectors=sectors,
        principal=principal,
        capacity="former" if phrase.former else "official" if sectors and sectors[0] in GOVERNING else "other",
        how=placed.how if placed and placed.how else "table:office" if country else "none:office without a country",
    )
