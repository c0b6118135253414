"""One phrase to one Party: names, bodies, offices and groups, each by its own rule, tried in a fixed order."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.resolve import bodies
from onrecord.resolve.capacity import GOVERNING, of_body
from onrecord.resolve.home import BANDS, HELD, MEETING, STATES, is_abroad, is_at_home, is_of_several, serves_abroad
from onrecord.resolve.learned import is_called_thing
from onrecord.resolve.named import bare_name, group_of_states, is_branch, is_called_body, is_surname, named_body, outlet
from onrecord.resolve.offices import bare_office, office_country, office_party
from onrecord.resolve.persons import PAGE, doc_id, lookup, person_party
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.scene import ABOUT, SENTENCE, PagePerson, Placed, Scene, surroundings
from onrecord.resolve.unrest import FORCES, RULING, UNREST, joins_in, takes_part
from onrecord.resolve.words import FAMILY, MEMBERS, PEOPLE_OF
from onrecord.schema import Party


def settle(party: Party, phrase: Phrase, scene: Scene) -> Party:
    """The party with all its fields, as far as phrase, page and table tell; no pronouns, no joint phrases."""
    if phrase.bare is not None:
        if is_surname(phrase, scene):  # "Hayward" is a town, but on this page it is Tony Hayward
            named = replace(phrase, name=phrase.text, name_start=phrase.bare.start, countries=(), bare=None)
            return person_party(party, named, scene)
        return bare_name(party, phrase, scene)
    written = outlet(party, phrase, scene) or group_of_states(party, phrase)
    if written is not None:
        return written
    if _HARMING.match(phrase.text):
        phrase = replace(phrase, countries=(), place=None)  # "kidnappers of a Norlandic citizen"
    phrase = _of_master(phrase, scene)
    if phrase.head in STATES and phrase.plural and phrase.name is not None and not phrase.titles:
        phrase = replace(phrase, name=None)  # "Gulf Arab states": where they are
    if phrase.name is not None and (phrase.owner or bodies.named_after_person(phrase)):
        return _owned(party, phrase, scene)
    if phrase.name is not None and _looks_personal(phrase, scene):
        if _is_mere_word(phrase, scene) or (is_called_thing(phrase.name) and not phrase.titles):
            return replace(party, how="none:no known actor in the phrase")
        if not phrase.titles and scene.is_place(phrase.name):
            return replace(party, name=phrase.name, actor_kind="group", capacity="other", how="page:place")
        return person_party(party, phrase, scene)
    if (
        phrase.kin
        and phrase.name is None
        and phrase.head in FAMILY
        and phrase.text.split(" ")[0].lower() in _POSSESSIVES
    ):
        placed = scene.setting(party.start)
        return relative(party, placed.country if placed else None)
    if phrase.unnamed:
        body = scene.actors.actor(phrase.bodies[0]) if phrase.bodies else None
        return bodies.unnamed(party, phrase, _country(phrase, scene, party, assume=True), "none:unnamed source", body)
    if (
        phrase.head_kind == "hit"
        and phrase.head_actor is None
        and len(phrase.countries) == 1
        and _IN_BODY.search(phrase.text)
    ):
        return bodies.government(
            party, phrase.countries[0], scene.actors, "table:country name"
        )  # "NATO member Estonia"
    if phrase.head_kind == "hit" and phrase.bodies:
        return named_body(party, phrase, scene)
    if is_called_body(phrase, scene) or is_branch(phrase, scene):
        return named_body(party, phrase, scene)
    if phrase.title is not None and phrase.head_kind == "title":
        return _titled(party, phrase, scene)
    return _nouns(party, phrase, scene)


_IN_BODY = re.compile(
    r"\b(?:member|ally|partner|candidate|aspirant|newcomer)(?: state| country| nation)? [A-Z]\w+(?: [A-Z]\w+)?$"
)


def _of_master(phrase: Phrase, scene: Scene) -> Phrase:
    """*Forces loyal to Vance*, *pro-Vance fighters* as of the country of whom the page or the table knows by that name."""
    found = _LOYAL.search(phrase.text) if phrase.agents and not (phrase.indefinite or phrase.countries) else None
    if found is None or scene.actors.demonym_country(found[1]) is not None:
        return phrase  # *pro-Syrian parties* are of anywhere
    learned = scene.person(found[1])
    if learned is None:
        return phrase
    country = learned.found.country if learned.found else _country_of_owner(phrase, learned)
    return replace(phrase, name=None, countries=(country,)) if country is not None else phrase


_HARMING = re.compile(r"(?:the )?(?:kidnapper|killer|captor|abductor|murderer|attacker|assassin)s? of ", re.IGNORECASE)
"""Those who are called after whom they harm."""
_LOYAL = re.compile(r"(?:\bloyal to (?:[A-Z][\w.]* )*|\b(?:[Pp]ro|[Aa]nti)-)([A-Z][\w'’-]+)")


def _looks_personal(phrase: Phrase, scene: Scene) -> bool:
    """False for a capitalised word that only describes a noun after it ("Rural police", "Brexit negotiators")."""
    if phrase.head_kind in ("name", "title") or phrase.title is not None:
        return True
    if phrase.head_kind == "word":
        return False
    if scene.person(phrase.name or "") is not None:
        return True
    return (
        phrase.head_kind == "agent" and phrase.name_start > phrase.text.lower().find(phrase.head) and not phrase.plural
    )


def _is_mere_word(phrase: Phrase, scene: Scene) -> bool:
    """True for a single word at the head of a sentence that parser, page and table do not know as a name."""
    name = phrase.name or ""
    if " " in name or phrase.titles or scene.is_proper(phrase.name_start):
        return False
    learned = scene.person(name)
    return learned is None or (learned.found is None and not learned.phrase.titles and " " not in learned.name)


def _country(phrase: Phrase, scene: Scene, party: Party, assume: bool = False) -> str | None:
    """The country that a phrase tells, else for state bodies the page's."""
    if len(phrase.countries) == 1 or (phrase.countries and not phrase.plural):
        return phrase.countries[0]
    for body in phrase.bodies:
        actor = scene.actors.actor(body)
        if actor is not None and not actor.generic:
            return actor.country
    if is_of_several(phrase) or (
        phrase.text.lower().removeprefix("the ") in MEETING and scene.tells_of_several(phrase.head)
    ):
        return None
    if phrase.place is None and not phrase.countries and _is_of_world_court(phrase, scene):
        return None
    if phrase.place is not None or phrase.countries:
        return None if serves_abroad(phrase) and phrase.place != scene.home else phrase.place
    if phrase.text.lower().split()[-1:] == ["fighters"] and not phrase.countries and not is_at_home(phrase):
        return scene.unrest.alone(party.start)
    if not any(_is_known(body, scene) for body in phrase.bodies) and (is_at_home(phrase) or joins_in(phrase)):
        placed = scene.setting(party.start)
        sector = bodies.sectors_of_phrase(phrase)[0]
        troubled = _troubled(phrase, placed, scene, party.start)
        if sector in BANDS:
            told = scene.band(sector, party.start) or troubled
            at_home = placed is not None and scene.around[:1] == (placed.country,)
            return placed.country if told is None and placed is not None and at_home else told
        if phrase.head in HELD and scene.only is None:  # whom a state holds is often from where it fights
            return scene.unrest.country(party.start) if phrase.plural else None
        return troubled or (placed.country if placed and not joins_in(phrase) else None)
    governing = set(bodies.sectors_of_phrase(phrase)[:1]) & GOVERNING
    if phrase.bodies or (assume and governing):
        # for officials of nowhere in particular an army or government named earlier says nothing
        placed = scene.country(phrase.bodies[0] if phrase.bodies else "", party.start)
        if placed is None or (not phrase.bodies and (is_abroad(phrase) or placed.how == ABOUT)):
            return None
        return placed.country
    return None


def _troubled(phrase: Phrase, placed: Placed | None, scene: Scene, at: int) -> str | None:
    """The country whose unrest the page tells of, for those who take part in it, where the sentence does not tell another."""
    return scene.unrest.country(at) if takes_part(phrase) and (placed is None or placed.how != SENTENCE) else None


def _is_of_world_court(phrase: Phrase, scene: Scene) -> bool:
    """True for "the judges" and "the tribunal" where the page tells of a court that is no country's."""
    return bodies.sectors_of_phrase(phrase)[:1] == ("JUD",) and scene.has_world_court


def _is_known(body: str, scene: Scene) -> bool:
    """False for an organisation that only the page knows."""
    actor = scene.actors.actor(body)
    return actor is None or actor.source != PAGE


def _owned(party: Party, phrase: Phrase, scene: Scene) -> Party:
    """ "The Obama administration", "Odinga's lawyer", "Orban's party": the owner lends a country, not a name."""
    name = phrase.name or ""
    learned = scene.person(name)
    found = learned.found if learned else lookup(replace(phrase, titles=()), name, scene)
    country = found.country if found else _country_of_owner(phrase, learned)
    if phrase.head in PEOPLE_OF:
        if country is None:
            placed = scene.country("government", party.start)
            country, how = (placed.country, placed.how) if placed else (None, "none:nobody known by that name")
        else:
            how = "table:government named after a person"
        if country is not None:
            government = scene.actors.agent_noun("government")
            assert government is not None
            return bodies.body_of_country(party, government, country, how, scene.actors)
    if phrase.bodies:
        return named_body(party, phrase, scene)
    told = replace(phrase, countries=(country,) if country else phrase.countries)
    if phrase.kin:
        return relative(party, country)
    if phrase.head_kind == "title" and phrase.title is not None and not phrase.plural:
        return bare_office(party, told, Placed(country, "") if country else None, scene)
    return settle(party, replace(told, name=None, owner=False, unnamed=told.unnamed or _many_sources(told)), scene)


def _country_of_owner(phrase: Phrase, learned: PagePerson | None) -> str | None:
    """The country that the phrase tells of the owner, or that the page told where it named the owner in full."""
    if phrase.countries or learned is None:
        return phrase.countries[0] if phrase.countries else None
    if learned.place is not None:
        return learned.place.country
    return learned.phrase.countries[0] if len(learned.phrase.countries) == 1 else None


def relative(party: Party, country: str | None) -> Party:
    """Somebody's relative, whom nothing names."""
    return replace(
        party, name=None, actor_kind="group", country=country, sector="CVL", sectors=("CVL",), capacity="other",
        how="page:relative of a named person",
    )  # fmt: skip


def _many_sources(phrase: Phrase) -> bool:
    return phrase.plural and phrase.head_kind == "agent" and phrase.agents[-1].sectors[0] in GOVERNING


def _titled(party: Party, phrase: Phrase, scene: Scene) -> Party:
    title = next((one for one in phrase.titles if one.text == phrase.head.rstrip("s")), phrase.title)
    assert title is not None
    if phrase.plural or phrase.indefinite:
        source = phrase.indefinite or title.role in (
            "expert",
            "spokesperson",
            "diplomat",
            "adviser",
            "legislator",
        )
        country = _country(phrase, scene, party, assume=True)
        if source:
            return bodies.unnamed(party, phrase, country, "none:unnamed source")
        return bodies.group(party, phrase, country, "table:title")
    return office_party(party, phrase, scene)


def _taken_up(party: Party, phrase: Phrase, scene: Scene) -> Party | None:
    """ "The ministry", "the company", "the rebels": a bare body that was named before."""
    bare = len(phrase.agents) == 1 and not (
        phrase.countries or phrase.bodies or phrase.titles or phrase.body or phrase.place
    )
    if not bare or not phrase.definite or phrase.agents[0].form not in ("body", "group", "person"):
        return None
    if phrase.head != phrase.agents[0].lemma and phrase.agents[0].sectors[0] != "REB":
        return None
    if phrase.agents[0].form == "person" and not (phrase.plural and phrase.agents[0].sectors[0] == "REB"):
        return None
    before = scene.body(phrase.head, party.start)
    if before is None:
        return None
    how = "page:body named before" + surroundings(before)
    return replace(before, text=party.text, start=party.start, end=party.end, how=how)


_OWNERS = frozenset("the his her its their our my your this that".split())


def _is_eleven(phrase: Phrase) -> bool:
    """*Norland's young side*, *the national side*: a team, where the side of a dispute is only called after its country."""
    before = phrase.text.split()[:-1][-1:]
    return bool(before) and before[0].islower() and before[0] not in _OWNERS


COUNTED = frozenset(
    "embassy consulate ministry army government parliament court agency mission commission council".split()
)
"""Bodies of which several are several: *reopened embassies* names none of them."""


_POSSESSIVES = frozenset("his her their my our".split())
_MACHINES = frozenset("helicopter warplane warship jet drone tank aircraft plane missile".split())


def _nouns(party: Party, phrase: Phrase, scene: Scene) -> Party:
    """Agent nouns, bodies that no table knows, and what is left."""
    if phrase.head_kind == "word":
        country = phrase.countries[0] if phrase.countries else None
        return replace(party, actor_kind="group", country=country, how="none:no known actor in the phrase")
    if not phrase.plural and not phrase.indefinite and phrase.agents and phrase.agents[-1].form == "person":
        bearer = scene.bearer(phrase, party.start) if phrase.definite else None
        if bearer is not None:
            return replace(bearer, text=party.text, start=party.start, end=party.end, members=())
    taken_up = _taken_up(party, phrase, scene)
    if taken_up is not None:
        return taken_up
    if phrase.head == "side" and len(phrase.countries) == 1 and not phrase.indefinite and not _is_eleven(phrase):
        return bodies.government(party, phrase.countries[0], scene.actors, "table:side of a country")
    noun = bodies.is_state_body(phrase)
    if (
        noun is not None
        and not phrase.indefinite
        and not (noun.lemma in COUNTED and not phrase.head.endswith(noun.lemma))
        and len(phrase.countries) <= 1
        and noun.lemma not in ("party", "campaign")
        and not is_of_several(phrase)
    ):
        if phrase.countries:
            placed: Placed | None = Placed(phrase.countries[0], "")
        elif noun.lemma in _MACHINES or (is_abroad(phrase) and not phrase.bodies):
            placed = (
                None  # whose helicopters they are, the setting does not tell; "external forces" are not the page's own
            )
        else:
            placed = _body_country(phrase, noun.lemma, scene, party.start)
        if placed is not None:
            how = placed.how or "table:body of a country"
            return bodies.body_of_country(party, noun, placed.country, how, scene.actors)
    if phrase.body is not None and phrase.head_kind == "body":
        return _unknown_body(party, phrase, scene)
    if phrase.head in MEMBERS and phrase.bodies and phrase.plural:
        return replace(named_body(party, phrase, scene), actor_kind="group", name=None, actor=None)
    if phrase.agents or phrase.titles:
        how = "table:agent noun"
        country = _country(phrase, scene, party)
        made = bodies.group(party, phrase, country, how)
        named = [actor for actor in map(scene.actors.actor, phrase.bodies) if actor is not None and actor.sectors]
        if named and made.sector in (
            None,
            "GOV",
            "UNK",
        ):  # "State Department staff" are the department's, a "Senate hopeful" is not
            made = replace(made, sector=named[-1].sectors[0], sectors=named[-1].sectors)
        return made
    if phrase.bodies:
        return named_body(party, phrase, scene)
    country = phrase.countries[0] if phrase.countries else phrase.place
    if country is not None:
        return replace(
            party, actor_kind="group", country=country, sector=None, capacity="other", how="table:country adjective"
        )
    if phrase.name is not None:
        return person_party(party, phrase, scene)
    return replace(party, name=None, actor=None, how="none:no known actor in the phrase")


def _body_country(phrase: Phrase, lemma: str, scene: Scene, at: int) -> Placed | None:
    for body in phrase.bodies:
        actor = scene.actors.actor(body)
        if actor is not None and actor.country:
            return Placed(actor.country, "")
        if actor is not None and not actor.generic and actor.source != PAGE:
            return None  # "UN troops" are no country's
    if phrase.place is not None:
        return Placed(phrase.place, "")
    if _is_of_world_court(phrase, scene):
        return None
    placed = scene.country(lemma, at)
    troubled = _troubled(phrase, placed, scene, at)
    if troubled is None and lemma in RULING and (placed is None or placed.how != SENTENCE):
        troubled = scene.unrest.against(at)
    if placed is None and scene.home is None and (phrase.head == "forces" or phrase.head.rstrip("s") in FORCES):
        troubled = troubled or scene.unrest.only(at)
    return Placed(troubled, UNREST) if troubled is not None else placed


_BRACKET = re.compile(r"\s+(?:\(|-L[RSC]B-)")
_GLOSS = re.compile(r"\.?\s?,\s+(?:an?|the|which|whose|one)\b")


def _unknown_body(party: Party, phrase: Phrase, scene: Scene) -> Party:
    described = phrase.text.partition(phrase.body or "")[0].split()
    plain = any(word[:1].islower() and word not in ("the", "a", "an", "of") for word in described)
    glossed = phrase.body is not None and _GLOSS.match(phrase.text.partition(phrase.body)[2]) is not None
    written = (
        phrase.body if (plain or glossed) and phrase.body else phrase.text
    )  # "the rights group Harbour Watch": the name alone
    words = [word for word in written.replace("’", "'").split() if word.lower() not in ("the", "a", "an")]
    name = _BRACKET.split(" ".join(words))[0]
    sector = bodies.body_sector(name)
    country = phrase.countries[0] if phrase.countries else phrase.place
    parent = scene.actors.actor(phrase.bodies[0]) if phrase.bodies else None
    if parent is not None:  # "the Northern Fleet's Arctic Group"
        country, sector = parent.country or country, parent.sectors[0] if parent.sectors else sector
    return replace(
        party,
        name=name,
        actor=doc_id(name),
        actor_kind="organisation",
        country=country,
        sector=sector,
        sectors=(sector,) if sector else (),
        principal=name,
        capacity=of_body((sector,) if sector else ()),
        how="page:organisation as written",
    )


__all__ = ["office_country", "relative", "settle"]
