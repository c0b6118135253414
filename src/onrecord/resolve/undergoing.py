"""Who undergoes an act of force and is told by no word that a table knows: "six boys", "a livestock market", "14"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.resolve.scene import Scene
from onrecord.schema import Event, Party

FORCE = frozenset({"ASSAULT", "COERCE"})
"""Types of acts done to people where they are."""


def with_people(event: Event, scene: Scene) -> Event:
    """The event, its nameless targets read as people of the place that the page is set in, where it is an act of force."""
    if event.type not in FORCE:
        return event
    return replace(event, target=tuple(_person_of_the_place(party, scene) for party in event.target))


def _person_of_the_place(party: Party, scene: Scene) -> Party:
    silent = party.name is None and party.sector is None and party.country is None and not party.members
    if not silent or not party.how.startswith("none:no known actor"):
        return party
    placed = scene.setting(party.start)
    return replace(
        party, actor_kind="group", country=placed.country if placed else None, sector="CVL", sectors=("CVL",),
        capacity="other", how="page:who undergoes it" + (f"; {placed.how}" if placed else ""),
    )  # fmt: skip
