"""Who an actor of a record is: found by id or name, with what pages teach about it and what was judged of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.errors import UsageError
from onrecord.lexicon.names import fold
from onrecord.schema import ActorJudgement, ActorVerdict, Learned
from onrecord.store import ActorRow, Seen, Store, Who
from onrecord.store.identity import Identities
from onrecord.store.seen import seen

MOST_SHOWN = 5
"""Actors that an answer names where a name fits several."""


@dataclass(frozen=True, slots=True)
class ActorPage:
    """All that a record has on one actor.

    ``row`` counts its entries (None where it has none), ``seen`` sums up ``facts``, which come by day, and ``judgements``
    are those that stand, by number.
    """

    actor: str
    name: str
    row: ActorRow | None
    seen: tuple[Seen, ...]
    facts: tuple[Learned, ...]
    judgements: dict[int, ActorJudgement]


def actor_page(store: Store, asked: str) -> ActorPage:
    """The actor that ``asked`` names, by id or by words of its name. Raises UsageError for none, or for several."""
    actor, name = find_actor(store, asked)
    known = Identities(store.actor_judgements())
    row = next((one for one in store.actors(who=Who(name=actor)) if one.actor == actor), None)
    facts = tuple(store.learned(actor=actor))
    about = {
        number: one
        for number, one in known.standing.items()
        if actor in (one.actor, one.into, known.of(one.actor), known.of(one.into) if one.into else "")
    }
    return ActorPage(actor, name, row, tuple(seen(facts)), facts, about)


def find_actor(store: Store, asked: str) -> tuple[str, str]:
    """Id and name of the one actor on record whose id is ``asked`` or in whose name all of its words stand.

    An id that was merged gives the one it goes by now; one of the shipped table need not be on record yet. Raises
    UsageError where nobody is meant, or several are.
    """
    known = Identities(store.actor_judgements())
    goes_by = known.of(asked)
    found = _named(store, goes_by) or _named(store, asked)
    exact = {actor: name for actor, name in found.items() if actor == goes_by}
    meant = exact or found
    if len(meant) == 1:
        return next(iter(meant.items()))
    if meant:
        some = "; ".join(f"{name} ({actor})" for actor, name in list(meant.items())[:MOST_SHOWN])
        raise UsageError(f"{asked}: {len(meant)} actors are called so ({some}); give one's id")
    shipped = _shipped(goes_by)
    if shipped is None:
        raise UsageError(f"{asked}: no such actor on record; onrecord actors list shows ids in its last column")
    return goes_by, shipped


def judgement(
    store: Store, verdict: ActorVerdict, actor: str, by: str, made: str, why: str = "", *,
    other: str = "", name: str = "", doc: str = "",
) -> ActorJudgement:  # fmt: skip
    """The judgement that these words ask for, with actors and the document looked up. Raises UsageError.

    ``other`` is the actor that ``actor`` is merged with, or the number of the judgement to undo.
    """
    if verdict == "undo":
        return ActorJudgement("", verdict, by, made, why, other)
    id, shown = find_actor(store, actor)
    if verdict == "merge":
        return ActorJudgement(id, verdict, by, made, why, find_actor(store, other)[0], shown)
    if verdict == "split":
        return ActorJudgement(id, verdict, by, made, why, f"{id}#{slug(name)}", name, _document(store, doc, id))
    return ActorJudgement(id, verdict, by, made, why, name=name)


def slug(name: str) -> str:
    """A name as a part of an id: small letters without accents, and dashes."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def _named(store: Store, asked: str) -> dict[str, str]:
    """Ids and names of the actors of entries and facts that ``asked`` fits."""
    rows: Iterable[tuple[str | None, str]] = ((one.actor, one.name) for one in store.actors(who=Who(name=asked)))
    found = {actor: name for actor, name in rows if actor is not None}
    for fact in (*store.learned(actor=asked), *store.learned(name=asked)):
        found.setdefault(fact.actor, fact.name)
    return found


def _shipped(actor: str) -> str | None:
    from onrecord.lexicon.actors import load_actors

    row = load_actors().actor(actor)
    return row.name if row is not None else None


def _document(store: Store, asked: str, actor: str) -> str:
    """The document whose id begins with ``asked``."""
    fits = [row.doc for row in store.documents() if asked and row.doc.startswith(asked)]
    if len(fits) != 1:
        what = "no such document" if not fits else f"{len(fits)} documents begin so"
        raise UsageError(f"split {actor}: {asked or '--doc'}: {what}; onrecord documents shows their ids")
    return fits[0]
