"""A named person as a Party: who it is, for whom they speak, and how that is known."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.lexicon.actor_seats import is_used_in
from onrecord.lexicon.actors import Actor, NameHit, Title
from onrecord.lexicon.names import fold, given_names
from onrecord.resolve.bodies import body_sector, is_abroad, left_office, of_country, sectors_of_phrase
from onrecord.resolve.capacity import EXPERTS, GOVERNING, of_person
from onrecord.resolve.people import Evidence, Found, find_person
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.scene import ABOUT, OUTLET, PagePerson, Placed, Scene
from onrecord.schema import Party
from onrecord.schema.party import Capacity

LED = frozenset(
    "spokesperson chief director chair head leader member founder manager executive adviser envoy president "
    "secretary_general commissioner economist expert commander general_secretary negotiator representative".split()
)
"""Roles whose sector is that of the body they are named with."""
ENVOYS = frozenset({"ambassador", "envoy", "diplomat", "high_commissioner", "high_representative"})
MAX_ACRONYM = 5
"""Letters that a word in capitals may have and be an acronym."""
WORLDLY = frozenset({"EDU", "JRN", "NGO"})
"""Sectors whose people are often from elsewhere than the country that a page is about."""
WORLD = frozenset({"IGO", "UNO", "EUR"})
"""Sectors of those who serve, or served, no single country."""
PAGE = "page"
"""The source of rows that only the page at hand teaches."""
PRINCIPALS = {"MIL": "Military", "COP": "Police", "GOV": "Government"}


def doc_id(name: str) -> str:
    """The id of somebody known from this page only."""
    return "doc:" + re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def merged(phrase: Phrase, learned: PagePerson | None) -> Phrase:
    """The phrase, with what the page told of this person elsewhere where the phrase itself is silent."""
    if learned is None:
        return phrase
    known = learned.phrase
    strong = phrase.title is not None and phrase.title.form in ("office", "role")
    return replace(
        phrase,
        titles=phrase.titles if strong else (*phrase.titles, *known.titles),
        bodies=phrase.bodies or known.bodies,
        body=phrase.body or known.body,
        agents=phrase.agents or known.agents,
        countries=phrase.countries or known.countries,
        place=phrase.place or known.place,
        former=phrase.former or (known.former and not strong),
    )


def person_party(party: Party, phrase: Phrase, scene: Scene) -> Party:
    """The party as a named person. Stays open (``doc:…``) where neither table nor page tells who it is."""
    name = phrase.name or party.text
    learned = scene.person(name, phrase.name_start)
    if not phrase.titles and scene.is_thing(name):
        return replace(
            party, name=name, actor=doc_id(name), actor_kind="organisation", principal=name, capacity="official",
            how="page:name as written, spoken of as a thing",
        )  # fmt: skip
    if learned is not None and learned.shared and _other_gender(phrase, learned):
        learned = None  # "Mrs Jackson" on a page that made Michael Jackson known before Katherine
    full = merged(phrase, learned)
    found = learned.found if learned else lookup(full, name, scene)  # never by less of the name than the page gives
    title = main_title(full)
    placed = _placed(full, found, learned, scene, phrase.name_start)
    country = placed.country if placed else None
    sectors = _sectors(full, title, found, scene)
    former = left_office(full, sectors if found is None or title else found.sectors) or (
        found is not None and not found.in_office and found.sectors[:1] == ("ELI",) and title is None
    )
    if former and sectors[:1] != ("ELI",):
        sectors = ("ELI", *sectors)
    has_body = bool(full.bodies or full.body or full.agents)
    capacity: Capacity = "former" if former else of_person(_speaking_title(full, title, sectors), sectors, has_body)
    shown = found.name if found else _cased(learned.name if learned else name)
    return replace(
        party,
        name=shown,
        actor=found.id if found else doc_id(shown),
        actor_kind="person",
        country=country,
        sector=sectors[0] if sectors else None,
        sectors=sectors,
        principal=None if capacity in ("former", "expert") else _principal(full, title, sectors, country, scene, found),
        capacity=capacity,
        how=_how(found, learned, placed, name),
    )


def _other_gender(phrase: Phrase, learned: PagePerson) -> bool:
    """True where a title tells another gender than the given name that the page knows."""
    mine = {title.gender for title in phrase.titles if title.gender}
    given = given_names().get(fold(learned.name).split(" ")[0])
    return bool(mine and given) and given not in mine


def _cased(name: str) -> str:
    """A name written in capitals as names are written; acronyms stay."""
    return name.title() if name.isupper() and (" " in name or len(name) > MAX_ACRONYM) else name


def main_title(phrase: Phrase) -> Title | None:
    """The title that tells sector and capacity: not an honorific."""
    title = phrase.title
    return title if title is not None and title.form != "honorific" else None


def _speaking_title(phrase: Phrase, title: Title | None, sectors: tuple[str, ...]) -> Title | None:
    """The title that tells the capacity: scholars who head an institute are scholars, a minister with a degree is none."""
    if sectors[:1] and sectors[0] not in ("EDU", "UNK"):
        return title
    return next((one for one in phrase.titles if one.role in EXPERTS), title)


def office_key(title: Title) -> str:
    """Under which key a page's countries are noted for a title: the office, or the branch of a rank or role.

    A spokesman or official of "the government" belongs to no branch that an earlier mention could tell: an empty key.
    """
    if title.form == "office":
        return f"office:{title.role}:{' '.join(sorted(title.domains))}"
    branch = title.sectors[0] if title.sectors else ""
    return f"sector:{branch}" if branch and branch != "GOV" else ""


def lookup(phrase: Phrase, name: str, scene: Scene) -> Found | None:
    """The person in the table, by the phrase's evidence at the page's date."""
    countries = list(phrase.countries)
    for body in phrase.bodies:
        actor = scene.actors.actor(body)
        if actor is not None and actor.country and actor.country not in countries:
            countries.append(actor.country)
    leads = bool(phrase.bodies or phrase.body)
    if _is_private(phrase):
        return None
    evidence = Evidence(
        phrase.titles, tuple(countries), scene.around, scene.day, phrase.former, leads, scene.is_page, scene.home,
        scene.bodies,
    )  # fmt: skip
    return find_person(name, evidence, scene.actors)


_PRIVATE = frozenset(
    "monk nun farmer fisherman pupil student schoolboy schoolgirl villager shopkeeper trader vendor driver clerk nurse miner "
    "labourer laborer survivor witness tourist pensioner housewife passenger waiter waitress shepherd herder refugee migrant "
    "protester demonstrator fan supporter player footballer striker midfielder goalkeeper batsman bowler referee coach".split()
)
"""What people are called who hold no office: whoever of the table has the name is a namesake."""


def _is_private(phrase: Phrase) -> bool:
    """True for "Soe Win, a monk": an occupation of people who hold no office, and no office beside it."""
    if not phrase.agents and not any(title.text in _PRIVATE for title in phrase.titles):
        return False
    if phrase.former or phrase.bodies or any(title.form in ("office", "rank") for title in phrase.titles):
        return False
    words = {agent.lemma for agent in phrase.agents} | {
        title.text for title in phrase.titles if title.form != "honorific"
    }
    return bool(words & _PRIVATE)


def _placed(phrase: Phrase, found: Found | None, learned: PagePerson | None, scene: Scene, at: int) -> Placed | None:
    """The country: the table's, the phrase's, that of the body, else for officials the page's."""
    if found is not None and found.country:
        return Placed(found.country, "")
    if found is not None and found.worldly and not phrase.countries:
        return None  # who serves an international body serves no country
    if phrase.countries:
        return Placed(phrase.countries[0], "")
    for body in phrase.bodies:
        actor = scene.actors.actor(body)
        if actor is None:
            continue
        if actor.country:
            return Placed(actor.country, "")
        if actor.source == PAGE:
            return place_of_body(actor, phrase, scene, at)
        if not actor.generic:
            return None  # an international body has no country
    if learned is not None and learned.place is not None:
        return learned.place
    if found is not None and WORLD.issuperset(found.sectors) and found.sectors:
        return None  # who once served the world is not of the country that a page is about
    if learned is not None and learned.starts:
        at = learned.starts[0]  # where the page makes somebody known it tells of which country
    if phrase.place and _sits_at_home(phrase):
        return Placed(phrase.place, "")  # "the government spokeswoman in Bangkok"
    if phrase.bodies:  # a body that every country has
        return scene.country(phrase.bodies[0], at)
    title = main_title(phrase)
    if title is not None and title.role in ENVOYS:
        return scene.told(title, at)  # they come from elsewhere, as a rule
    if title is not None and (
        (set(title.sectors) & GOVERNING and not _is_anybodys(phrase, title))
        or title.role in ("opposition_leader", "party_leader", "candidate")
    ):
        placed = scene.country(office_key(title), at) or _minded(learned, scene)
        return _of_incumbent(phrase, title, placed, scene)
    unknown = title is None and found is None and learned is not None and " " in learned.name
    kin = scene.ruler_called(learned.name) if unknown and learned is not None else None
    if kin is not None:
        return Placed(kin, "page:surname of a leader of that country")
    served = title is not None and title.role == "secretary_general"  # parties have one, too, but no state has
    placed = None if _is_worldly(phrase) or served else scene.setting(at)
    if placed is not None and _plays(phrase) and scene.only not in (None, placed.country):
        return None
    if placed is None or placed.how not in (ABOUT, OUTLET) or phrase.agents:
        return placed
    told = title is not None and bool(title.sectors) and not set(title.sectors) & WORLDLY
    told = told and not (title is not None and _is_anybodys(phrase, title))
    # nobody is of a country because a page is about it; where a page knows one alone, those with a title are its people, and
    # where it hardly names another, everybody
    own = scene.is_all_about(placed.country) or (bool(phrase.titles) and scene.only == placed.country)
    return placed if told or own else None


def _minded(learned: PagePerson | None, scene: Scene) -> Placed | None:
    """The country for which an official speaks anywhere on the page, where it is one."""
    told = {placed.country: placed for start in (learned.starts if learned else ()) if (placed := scene.minded(start))}
    return next(iter(told.values())) if len(told) == 1 else None


def _of_incumbent(phrase: Phrase, title: Title, placed: Placed | None, scene: Scene) -> Placed | None:
    """The country that the page lends to somebody in office; None where it has no such office, or another holds it there."""
    if title.text == "secretary of state" and "USA" in scene.around and "of state for" not in phrase.text.lower():
        return Placed("USA", "context:a title of that country")
    if placed is None or not is_used_in(title, placed.country):
        return None
    return None if scene.is_taken(title, placed, phrase.name or "") else placed


def _sits_at_home(phrase: Phrase) -> bool:
    """True for officials who are where their government is; envoys are where they were sent."""
    roles = {title.role for title in phrase.titles if set(title.sectors) & GOVERNING or title.role == "spokesperson"}
    return bool(roles) and not roles & ENVOYS


def _is_anybodys(phrase: Phrase, title: Title) -> bool:
    """True for a mere "spokesman": companies and charities have one as governments do."""
    told = phrase.agents or phrase.bodies or phrase.body or phrase.countries or title.domains
    return title.role == "spokesperson" and title.text in _SPOKESPEOPLE and not told


_SPOKESPEOPLE = frozenset({"spokesman", "spokeswoman", "spokesperson"})


def _is_worldly(phrase: Phrase) -> bool:
    """True for people of bodies that belong to no country."""
    return phrase.body is not None and is_abroad(phrase.body)


def _plays(phrase: Phrase) -> bool:
    """True for athletes, who play anywhere."""
    return any(title.role == "athlete" for title in phrase.titles) and not phrase.bodies


def place_of_body(actor: Actor, phrase: Phrase, scene: Scene, at: int) -> Placed | None:
    """The country of an organisation that only the page knows: the phrase's, else where the page is set."""
    if phrase.countries:
        return Placed(phrase.countries[0], "")
    if phrase.place:
        return Placed(phrase.place, "")
    if is_abroad(actor.name):
        return None
    hits = _names_within(actor.name, scene)
    own = next((hit.actor for hit in hits if hit.kind in ("country", "demonym", "capital")), None)
    if own is not None:
        return Placed(own, "")
    placed = scene.setting(at)
    towns = {hit.actor for hit in hits if hit.kind == "city"}
    return placed if placed is None or not towns or placed.country in towns else None


def _names_within(name: str, scene: Scene) -> list[NameHit]:
    """The names of the table inside a longer one: Ontario in "Ontario Health Agency"."""
    first, last = name.find(" "), name.rfind(" ")
    return [] if first < 0 else [*scene.actors.find_names(name[:last]), *scene.actors.find_names(name[first + 1 :])]


def _sectors(phrase: Phrase, title: Title | None, found: Found | None, scene: Scene) -> tuple[str, ...]:
    bodies = [actor for actor in map(scene.actors.actor, phrase.bodies) if actor is not None]
    lawmaker = next((one for one in phrase.titles if one.role == "legislator" and one.sectors), None)
    if lawmaker is not None and title is not None and title.role == "chair":
        return lawmaker.sectors  # "Representative Jane Doe, chair of the Government Reform Committee"
    if title is not None and bodies and (title.role in LED or not title.sectors) and bodies[-1].sectors:
        return bodies[-1].sectors
    spoken_for = [agent.sectors for agent in phrase.agents if agent.sectors[0] not in ("UNK", "GOV")]
    if title is not None and title.role in EXPERTS:
        spoken_for = [sectors for sectors in spoken_for if sectors[0] not in GOVERNING]
    if title is not None and title.role in LED and spoken_for:  # "the rebels' spokesman", "the campaign's manager"
        return spoken_for[0]
    if title is not None and title.role in LED and phrase.body is not None:
        sector = body_sector(phrase.body)
        return (sector,) if sector else ()
    if found is not None and found.sectors and (title is None or title.role in LED or not title.sectors):
        return found.sectors
    if title is None and found is None and bodies and bodies[-1].sectors:
        return bodies[-1].sectors
    if title is not None and found is None and _is_anybodys(phrase, title):
        return next((one.sectors for one in phrase.titles if one.form == "rank"), ())
    own = sectors_of_phrase(phrase) if title is not None or phrase.agents else ()
    if title is not None and title.sectors and title.form in ("office", "rank") and own[:1] != title.sectors[:1]:
        own = tuple(dict.fromkeys((*title.sectors, *own)))
    if not own and found is None and phrase.title is not None:
        return phrase.title.sectors  # "Reverend Doe"
    return own or (found.sectors if found else ())


def _principal(
    phrase: Phrase,
    title: Title | None,
    sectors: tuple[str, ...],
    country: str | None,
    scene: Scene,
    found: Found | None,
) -> str | None:
    for body in phrase.bodies:
        actor = scene.actors.actor(body)
        if actor is not None:
            return of_country(actor.name, country, scene.actors) if actor.generic and country else actor.name
    if phrase.body is not None:
        return phrase.body
    served = scene.actors.actor(found.body) if found is not None and found.body else None
    if served is not None:
        return served.name
    if country is not None and sectors and sectors[0] in PRINCIPALS:
        if title is not None and title.role == "spokesperson" and "foreign" in title.domains:
            return of_country("Foreign Ministry", country, scene.actors)
        return of_country(PRINCIPALS[sectors[0]], country, scene.actors)
    return None


def _how(found: Found | None, learned: PagePerson | None, placed: Placed | None, name: str) -> str:
    if found is not None:
        return (
            f"table:{found.rule}"
            if learned is None or learned.name == name
            else f"table:{found.rule}; the page gives the full name"
        )
    if learned is not None:
        base = "page:title or office beside the name" if learned.phrase.titles else "page:name"
        base = "page:name, one of several so called" if learned.shared else base
        return f"{base}; {placed.how}" if placed and placed.how else base
    return "page:name as written" if placed is None or not placed.how else f"page:name as written; {placed.how}"
