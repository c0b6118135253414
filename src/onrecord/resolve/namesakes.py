"""Parties and armed groups whose names many countries know: "Labour", "the National Alliance" are a page's own, as a rule."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from onrecord.lexicon.actors import Actor, ActorTable, NameHit
from onrecord.resolve.persons import PAGE, doc_id

_PARTISAN = frozenset({"PTY", "OPP", "REB", "UAF", "PRM"})
_COMMON = frozenset(
    "labour labor democratic democrat democrats republican republicans conservative conservatives liberal liberals tory tories "
    "socialist socialists communist communists maoist maoists green greens national nationalist people's peoples popular "
    "progressive social christian freedom justice unity united union alliance front movement coalition congress party reform "
    "independence development workers' workers patriotic democracy new forward army liberation salvation resistance council "
    "brigade revolutionary arab baath ba'ath force forces defence self-defence for of the and".split()
)
"""Words of which such names are made everywhere."""


def own_namesakes(
    text: str, hits: Sequence[NameHit], named: Collection[str], home: str | None, actors: ActorTable
) -> tuple[dict[str, Actor], list[NameHit]]:
    """The rows of a page's own bodies that have the name of another country's, and the hits with them in their place.

    ``named`` are the countries that the page names, ``home`` where it is set. Where neither is known, nothing tells that
    another body is meant.
    """
    rows: dict[str, Actor] = {}
    changed = []
    for hit in hits:
        actor = actors.actors.get(hit.actor) if hit.kind in ("organisation", "armed_group") else None
        name = text[hit.start : hit.end]
        foreign = actor is not None and actor.country is not None and actor.country not in {*named, home}
        if actor is None or not foreign or home is None or not _is_common(name) or not _PARTISAN & set(actor.sectors):
            changed.append(hit)
            continue
        own = doc_id(name)
        sectors = actor.sectors if actor.kind == "organisation" else ()
        rows[own] = Actor(own, name.removeprefix("The "), "organisation", None, sectors, source=PAGE)
        changed.append(replace(hit, actor=own, kind="organisation"))
    return rows, changed


def _is_common(name: str) -> bool:
    return all(word in _COMMON for word in name.lower().replace("’", "'").split())
