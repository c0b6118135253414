"""Which names of several pages are one actor's: a surname of which near pages know one bearer, another spelling, a short form.

Names meet within a quarter of a year on pages that tell of one matter, and within a month on those that give them one office.
Where two fit, nothing is joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.derive.sightings import Sighting, held
from onrecord.lexicon.names import compatible, same_surname, sound

NEAR = 31
"""Days between two pages within which one office given to both makes two names one."""
MATTER = 92
"""Days between two pages of one matter within which a short name on the one is the longer name of the other."""
ALIKE = 0.2
"""How alike the words of two pages must be to tell of one matter: the mark of a story."""

Alike = Callable[[int, int], float]
"""How alike two pages are, by their places in the archive."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A name on some pages that is another actor's: ``into`` has the longer name. Two of ``fits`` leave it open."""

    actor: str
    name: str
    fits: tuple[tuple[str, str], ...]
    here: tuple[Sighting, ...]
    there: tuple[Sighting, ...]
    why: str


def joined(seen: Sequence[Sighting], alike: Alike) -> Iterator[Joined]:
    """The names that stand for actors of other pages, each with the pages on which it does, in the order of ids and pages."""
    blocks: dict[str, list[Sighting]] = defaultdict(list)
    for one in seen:
        for key in _keys(one):
            blocks[key].append(one)
    found: dict[tuple[str, tuple[str, ...]], list[tuple[Sighting, list[Sighting]]]] = defaultdict(list)
    for short in seen:
        if not short.actor.startswith("doc:"):
            continue
        others = {id(one): one for key in _keys(short) for one in blocks[key]}.values()
        near = [one for one in others if _is_longer(short, one) and _near(short, one, alike)]
        if near:
            found[short.actor, tuple(sorted({one.actor for one in near}))].append((short, near))
    for (actor, fits), pairs in sorted(found.items(), key=lambda one: (one[0][0], one[1][0][0].place)):
        here = tuple(short for short, _ in pairs)
        there = {(one.doc, one.actor): one for _, near in pairs for one in near}
        names = {one.actor: one.name for one in there.values()}
        yield Joined(
            actor, here[0].name, tuple((fit, names[fit]) for fit in fits), here,
            tuple(sorted(there.values(), key=lambda one: (one.place, one.actor))), _reason(pairs),
        )  # fmt: skip


def _keys(one: Sighting) -> Iterator[str]:
    """The blocks in which a name meets others: its last word for a person, its first and last for a body."""
    tokens = one.tokens
    if not tokens:
        return
    if one.kind == "person":
        yield f"person {sound(tokens[-1])}"
    else:
        yield from sorted({f"body {tokens[0]}", f"body {tokens[-1]}"})


def _is_longer(short: Sighting, one: Sighting) -> bool:
    """True where ``one`` may be the actor whose name ``short`` shortens or spells otherwise, and has the fuller name."""
    if one.actor == short.actor or one.doc == short.doc or (one.kind == "person") != (short.kind == "person"):
        return False
    mine, theirs = short.tokens, one.tokens
    if short.country and one.country and short.country != one.country and not (short.placed or one.placed):
        return False
    if short.kind != "person":
        return len(mine) < len(theirs) and mine in (theirs[: len(mine)], theirs[-len(mine) :])
    if len(mine) == 1:
        return len(theirs) > 1 and same_surname(mine[0], theirs[-1])
    if not compatible(mine, theirs) or not one.actor.startswith("doc:"):
        return False
    return (len(mine), sum(map(len, mine)), short.name) < (len(theirs), sum(map(len, theirs)), one.name)


def _near(short: Sighting, one: Sighting, alike: Alike) -> bool:
    apart = abs((short.day - one.day).days) if short.day is not None and one.day is not None else None
    if apart is not None and apart <= NEAR and _one_office(short, one):
        return True
    return (apart is None or apart <= MATTER) and alike(short.place, one.place) >= ALIKE


def _one_office(short: Sighting, one: Sighting) -> bool:
    """True where both pages give one office, of countries that may be one."""
    same = None in (short.country, one.country) or short.country == one.country
    return same and not set(held(short)).isdisjoint(held(one))


def _reason(pairs: Sequence[tuple[Sighting, Sequence[Sighting]]]) -> str:
    office = next(
        (fact.office for short, near in pairs for one in near if _one_office(short, one) for fact in short.offices),
        None,
    )
    told = "a name of which these pages know one bearer"
    return f"{told}, {office} on both" if office else told
