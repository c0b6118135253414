"""Phrases that a name of the table or page settles: countries, cities, organisations and their branches."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.lexicon.actors import Actor
from onrecord.lexicon.names import fold, given_names, name_tokens
from onrecord.resolve import bodies
from onrecord.resolve.leaders import leaders_called
from onrecord.resolve.persons import PAGE, doc_id, place_of_body
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.scene import Placed, Scene
from onrecord.schema import Party


def is_surname(phrase: Phrase, scene: Scene) -> bool:
    """True for a town or capital that is on this page what somebody is called: a person with a given name or title."""
    if phrase.bare is None or phrase.bare.kind not in ("city", "capital"):
        return False
    if phrase.bare.kind == "city" and _is_leader(phrase, scene):
        return True
    person = scene.person(phrase.head)
    if person is None or " " not in person.name:
        return False
    first, last = fold(person.name).split(" ")[0], fold(person.name).split(" ")[-1]
    known = bool(person.phrase.titles) or first in given_names()
    return phrase.bare.kind == "city" or (known and last == fold(phrase.head))


def _is_leader(phrase: Phrase, scene: Scene) -> bool:
    """True for a town abroad that is what a leader of the page's country is called: on a page from Chile, "Lagos"."""
    if scene.day is None or scene.home is None or phrase.bare is None or scene.home == phrase.bare.actor:
        return False
    return len(leaders_called(name_tokens(phrase.head), (scene.home,), scene.day, scene.actors)) == 1


def bare_name(party: Party, phrase: Phrase, scene: Scene) -> Party:
    """A phrase that is one name of the table and nothing more."""
    hit = phrase.bare
    assert hit is not None
    if hit.kind in ("organisation", "armed_group"):
        return named_body(party, phrase, scene)
    if hit.kind == "country":
        return bodies.government(party, hit.actor, scene.actors, "table:country name")
    if hit.kind == "capital":
        return bodies.government(party, hit.actor, scene.actors, "table:metonym")
    if hit.kind == "city":
        return replace(
            party,
            name=phrase.head.title(),
            actor=None,
            actor_kind="group",
            country=hit.actor,
            sector="CVL",
            sectors=("CVL",),
            capacity="other",
            how="table:city",
        )
    return replace(party, actor_kind="group", country=hit.actor, capacity="other", how="table:demonym")


def is_called_body(phrase: Phrase, scene: Scene) -> bool:
    """True where a noun only says what the named body is: "Reuters news agency", "al-Shabaab fighters"."""
    if len(phrase.bodies) != 1 or phrase.head_kind != "agent" or phrase.titles or phrase.indefinite:
        return False
    actor = scene.actors.actor(phrase.bodies[0])
    noun = phrase.agents[-1]
    if actor is not None and actor.source == PAGE and phrase.head in ("group", "daily") and len(phrase.agents) == 1:
        return True  # "the Ansar group": all that the page calls it
    if actor is None or actor.generic or " of " in phrase.text or " in " in phrase.text:
        return False
    if actor.kind == "armed_group":
        return noun.sectors[0] in ("REB", "UAF", "PRM", "CRM", "PTY") or noun.lemma in (
            "group",
            "faction",
            "force",
            "network",
            "movement",
            "troops",
            "forces",
        )
    return (
        noun.form in ("body", "group")
        and not phrase.plural
        and noun.sectors[0] in (*actor.sectors, "UNK", "PTY", "BUS")
    )


_BRANCHES = frozenset("mission office delegation agency force team programme branch bureau secretariat".split())


def is_branch(phrase: Phrase, scene: Scene) -> bool:
    """True for "the UN mission in Haiti", "the EU's delegation": part of a body that is no country's."""
    if len(phrase.bodies) != 1 or phrase.titles or phrase.indefinite or phrase.plural or not phrase.agents:
        return False
    actor = scene.actors.actor(phrase.bodies[0])
    return actor is not None and not actor.generic and actor.country is None and phrase.agents[0].lemma in _BRANCHES


def named_body(party: Party, phrase: Phrase, scene: Scene) -> Party:
    """The organisation or armed group that heads a phrase, with its country."""
    actor = scene.actors.actor(phrase.head_actor or phrase.bodies[-1])
    assert actor is not None
    owner = _other_owner(actor, phrase, scene)
    if owner is not None:
        own = replace(actor, id=doc_id(actor.name), country=owner, source=PAGE)
        return bodies.organisation(party, own, owner, "page:organisation of another country", scene.actors)
    world = _of_the_world(actor, phrase, scene)
    if world is not None:
        return bodies.organisation(party, world, None, "page:body named before", scene.actors)
    placed = _place(actor, phrase, scene, party.start)
    if actor.generic and placed is None:
        unplaced = "none:a body that every country has, and no country told"
        return replace(bodies.organisation(party, actor, None, unplaced, scene.actors), actor=doc_id(actor.name))
    known = "table:armed group" if actor.kind == "armed_group" else "table:organisation"
    if actor.source == PAGE:
        known = f"page:organisation as written{'; ' + placed.how if placed and placed.how else ''}"
        return bodies.organisation(party, actor, placed.country if placed else None, known, scene.actors)
    how = placed.how if placed and placed.how else known
    return bodies.organisation(party, actor, placed.country if placed else None, how, scene.actors)


def _of_the_world(actor: Actor, phrase: Phrase, scene: Scene) -> Actor | None:
    """The body of no country that the page names and that is called so for short: of the European Central Bank *the central
    bank*; None where a country is told, or several such bodies are named."""
    if not actor.generic or phrase.countries or phrase.place or not phrase.definite:
        return None
    named = filter(None, map(scene.actors.actor, sorted(scene.bodies)))
    meant = [one for one in named if one.name.lower().endswith(f" {actor.name.lower()}")]
    return meant[0] if len(meant) == 1 else None


def _other_owner(actor: Actor, phrase: Phrase, scene: Scene) -> str | None:
    """The country before a body's name that is another's than the table has: "Mauritania's ANI" is not India's."""
    society = actor.country is None and actor.sectors[:1] == ("NGO",)  # "the Danish Red Cross" is Denmark's
    if actor.generic or actor.source == PAGE or (actor.country is None and not society):
        return None
    if actor.kind != "organisation" or not phrase.countries or len(phrase.bodies) != 1:
        return None
    told = _POSSESSOR.match(phrase.text) is not None
    if phrase.head_kind == "hit":
        before = phrase.text.lower().partition(phrase.head)[0].removeprefix("the ").strip()
        told = told or scene.actors.demonym_country(before.title()) is not None
    return (
        phrase.countries[0] if told and len(phrase.countries) == 1 and actor.country not in phrase.countries else None
    )


_POSSESSOR = re.compile(r"(?:[Tt]he )?[\w.-]+(?: [\w.-]+)?['’]s? ")
"""What stands before a country's body: "Mauritania's ANI"."""


def _place(actor: Actor, phrase: Phrase, scene: Scene, at: int) -> Placed | None:
    if actor.source == PAGE:
        return place_of_body(actor, phrase, scene, at)
    if not actor.generic:
        return Placed(actor.country, "") if actor.country else None
    if phrase.countries:
        return Placed(phrase.countries[0], "")
    if phrase.place:
        return Placed(phrase.place, "")
    return scene.country(actor.id, at)


def outlet(party: Party, phrase: Phrase, scene: Scene) -> Party | None:
    """The paper or broadcaster that a phrase with *The* names; None for any other phrase."""
    called = phrase.text.lower()
    if not phrase.text.startswith("The ") or called not in scene.actors.outlets or not phrase.text[4:5].isupper():
        return None
    return replace(
        party, name=phrase.text, actor=f"outlet:{doc_id(phrase.text)[4:]}", actor_kind="organisation",
        country=scene.actors.outlets[called], sector="JRN", sectors=("JRN",), principal=phrase.text, capacity="other",
        how="table:outlet",
    )  # fmt: skip


def group_of_states(party: Party, phrase: Phrase) -> Party | None:
    """The group of states that a phrase calls after what they meet about; None for any other phrase."""
    found = _CONCERT.search(phrase.text)
    if found is None:
        return None
    return replace(
        party, name=found[0], actor=doc_id(found[0]), actor_kind="organisation", country=None, sector="IGO",
        sectors=("IGO",), principal=found[0], capacity="official", how="page:organisation as written",
    )  # fmt: skip


_CONCERT = re.compile(r"\b(?:Friends of [A-Z]\w+|(?:[A-Z]\w+ )?Contact Group)\b")
"""Groups of states that are called after what they meet about: *the Libya Contact Group*."""
