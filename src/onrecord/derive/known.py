"""What pages teach each other about actors: who a bare surname is, whose official somebody is, who held an office.

A page by itself tells the country of *Foreign Minister X* by where it was written, if by nothing else. Several pages tell
better: what names the country counts for more than any dateline, and of datelines the most count, if they are clearly more; where
neither tells, the country is open on all of them.
An office counts on the days between those on which pages give it, and for a month around them; whoever is seen in it after
somebody else, or is called a former one, ends it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from onrecord.derive.archive import Archive, Card
from onrecord.derive.copies import Sources
from onrecord.derive.flat import flat, unflat
from onrecord.derive.ids import id_of
from onrecord.derive.naming import Joined, joined
from onrecord.derive.sightings import Sighting, Unnamed, held, is_office, sightings, unnamed
from onrecord.schema import Known, Lesson, Passage

CLEARLY = 2
"""How many times as many pages must name a country as name all others."""
PLACES = 4
"""The same of datelines: ministers of two countries that quarrel are quoted in both capitals."""
PLACED = 2
"""Pages at least on which a country is told by their datelines alone."""
AROUND = 31
"""Days before and after those on which pages give an office, in which it is still taken for held."""
SHOWN = 12
"""Passages of a row at most: the earliest that teach it."""
TOP = frozenset({"president", "prime_minister", "chancellor", "monarch", "supreme_leader"})
"""Roles of which a country has one; of its ministers it has one a department."""

Holding = tuple[date, str, str, Sighting]
"""On which day who (id and name) was seen in an office, and where."""


def known(archive: Archive) -> Iterator[Known]:
    """The rows, those on names first: what countries and offices are told of then holds for all names of one actor."""
    seen: list[Sighting] = []
    nobody: list[Unnamed] = []
    kept = archive.kept("sightings")
    for card in archive.cards:
        made = kept.value(card.doc, (archive.reading(card.doc),), partial(_plain, archive, card))
        seen += (unflat(Sighting, [card.place, *one]) for one in made[0])
        nobody += (unflat(Unnamed, one) for one in made[1])
    sources = Sources(archive)
    into: dict[tuple[str, str], str] = {}
    for row, here in _names(archive, seen, sources):
        yield row
        if not row.conflict:
            into.update(((row.actor, one.doc), row.value) for one in here)
    groups: dict[str, list[Sighting]] = defaultdict(list)
    holders: dict[tuple[str, str], list[Holding]] = defaultdict(list)
    for one in seen:
        goes_by = into.get((one.actor, one.doc), one.actor)
        if goes_by.startswith("doc:"):
            groups[goes_by].append(one)
        elif one.country and one.day is not None:
            for office in held(one):
                holders[office, one.country].append((one.day, goes_by, one.name, one))
    for actor in sorted(groups):
        ones = groups[actor]
        name = next((one.name for one in ones if one.actor == actor), ones[0].name)
        country = _country(archive, actor, name, ones, sources)
        if country is not None:
            yield country
        told = country.value if country is not None and not country.conflict else None
        yield from _offices(archive, actor, name, ones, told, sources)
        if country is not None and country.conflict:
            continue
        for one in ones:
            for office in held(one):
                if (at_home := told or one.country) and one.day is not None:
                    holders[office, at_home].append((one.day, actor, name, one))
    yield from _holders(archive, holders, nobody, sources)


def _plain(archive: Archive, card: Card) -> list[list[Any]]:
    """Whom one page names, and the offices on it that nobody is known to hold, as plain values."""
    day = card.first if card.first == card.last else None
    page = archive.page(card.doc)
    return [
        [flat(one)[1:] for one in sightings(page, card.place, day)],  # its place is another where pages come before it
        [flat(one) for one in unnamed(page, day)],
    ]


def _names(
    archive: Archive, seen: Sequence[Sighting], sources: Sources
) -> Iterator[tuple[Known, tuple[Sighting, ...]]]:
    """A row for each name that is another actor's, with the pages on which it is."""
    found = list(joined(seen, archive.vectors.cosine))
    spelled = {one.actor: one.fits[0] for one in found if len(one.fits) == 1 and len(one.here[0].tokens) > 1}
    for one in found:
        fits = dict(sorted(_fullest(fit, spelled) for fit in one.fits))
        fits.pop(one.actor, None)
        if fits:
            yield _name(archive, one, fits, sources), one.here


def _fullest(fit: tuple[str, str], spelled: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
    """The fullest spelling of an actor's name."""
    met = {fit[0]}
    while fit[0] in spelled and spelled[fit[0]][0] not in met:
        fit = spelled[fit[0]]
        met.add(fit[0])
    return fit


def _name(archive: Archive, one: Joined, fits: Mapping[str, str], sources: Sources) -> Known:
    if len(fits) > 1:
        return _made(
            archive, sources, one.actor, one.name, "same", "", one.there, one.here, conflict=True, own=True,
            shown=" or ".join(fits.values()), why=f"these pages know {len(fits)} who may be meant",
        )  # fmt: skip
    [(actor, shown)] = fits.items()
    # Of people whom pages alone know, rows on their countries and offices follow; of others this one tells them.
    model = None if actor.startswith("doc:") else next((seen.official for seen in one.there if seen.official), None)
    return _made(
        archive, sources, one.actor, one.name, "same", actor, one.there, one.here, shown=shown, why=one.why, own=True,
        sector=model.sector if model else None, country=model.country if model else None,
        principal=model.principal if model else None,
    )  # fmt: skip


def _country(archive: Archive, actor: str, name: str, ones: Sequence[Sighting], sources: Sources) -> Known | None:
    """The country that all pages together tell, where it changes what some page has; the clash where they disagree."""
    named: Counter[str | None] = Counter(one.country for one in ones if one.country is not None and not one.placed)
    placed: Counter[str | None] = Counter(
        one.country for one in ones if one.country is not None and one.placed and not one.weak
    )
    told = _most(named) or (_most(placed, PLACED, PLACES) if not named else None)
    if told is None:
        return _open(archive, actor, name, ones, named or placed, sources)
    teach = [one for one in ones if one.country == told and (not one.placed if named else not one.weak)]
    learn = [one for one in ones if (not one.whole if one.country == told else one.country is None or one.placed)]
    if not learn:
        return None
    why = "named with it" if named else f"placed there by {len(teach)} pages, and clearly seldom elsewhere"
    return _made(archive, sources, actor, name, "country", told, teach, learn, why=why)


def _open(
    archive: Archive, actor: str, name: str, ones: Sequence[Sighting], clash: Mapping[str | None, int], sources: Sources
) -> Known | None:
    """The row for countries of which none is clearly most: what a page only took from its surroundings then counts no more."""
    if len(clash) < 2:
        return None
    teach = [one for one in ones if one.country in clash and not one.weak]
    return _made(
        archive, sources, actor, name, "country", "", teach, [one for one in ones if one.country and one.placed], conflict=True,
        shown=" or ".join(sorted(filter(None, clash))), why="pages give different countries, none of them clearly most",
    )  # fmt: skip


def _most(counted: Mapping[str | None, int], least: int = 1, clearly: int = CLEARLY) -> str | None:
    """What clearly most speak for, and at least so many."""
    best = max(sorted(filter(None, counted)), key=lambda one: counted[one], default=None)
    if best is None or counted[best] < least:
        return None
    return best if counted[best] >= clearly * (sum(counted.values()) - counted[best]) else None


def _offices(
    archive: Archive, actor: str, name: str, ones: Sequence[Sighting], country: str | None, sources: Sources
) -> Iterator[Known]:
    """A row for each office, over the pages near those that give it on which nothing tells what the actor is."""
    teaching: dict[str, list[Sighting]] = defaultdict(list)
    for one in ones:
        if one.official is not None and one.day is not None:
            for office in held(one):
                teaching[office].append(one)
    left = sorted(one.day for one in ones if one.day is not None and one.former)
    waiting = [one for one in ones if one.official is None and not one.former and not one.offices and one.day]
    for office, teach in sorted(teaching.items(), key=lambda one: (-len(one[1]), one[0])):
        learn = [one for one in waiting if _within(one.day, [day.day for day in teach if day.day], left)]
        waiting = [one for one in waiting if one not in learn]
        model = teach[0].official
        if not learn or model is None:
            continue
        fact = next(fact for fact in teach[0].offices if fact.office == office)
        yield _made(
            archive, sources, actor, name, "office", office, teach, learn,
            role=fact.role, sector=model.sector, principal=None if country else model.principal,
            country=country or model.country, why=f"seen as {office} within {AROUND} days",
        )  # fmt: skip


def _within(day: date | None, seen: Sequence[date], left: Sequence[date]) -> bool:
    """True for a day between those on which an office is seen or near one, with no farewell between."""
    if day is None:
        return False
    near = min(seen, key=lambda one: abs((one - day).days))
    if not (min(seen) <= day <= max(seen)) and abs((near - day).days) > AROUND:
        return False
    return not any(min(day, near) <= one <= max(day, near) for one in left)


def _holders(
    archive: Archive, holders: Mapping[tuple[str, str], Sequence[Holding]], nobody: Sequence[Unnamed], sources: Sources
) -> Iterator[Known]:
    """A row for each office that pages give one person alone on days around those of pages that name no holder."""
    for (office, country), seen in sorted(holders.items(), key=lambda one: one[0]):
        if not _is_single(office, seen[0][3]):
            continue
        meant: dict[tuple[str, str], list[Unnamed]] = defaultdict(list)
        for one in nobody:
            if is_office(one.party, office, country) and (holder := _holder(one.day, seen)):
                meant[holder].append(one)
        for (actor, name), ones in sorted(meant.items()):
            teach = [sighting for _, known_as, _, sighting in seen if known_as == actor]
            row = _made(
                archive, sources, f"office:{country}:{office}", office, "holder", actor, teach, [], shown=name, country=country,
                why=f"{name} is seen as {office} before and after these pages, or on their day, and nobody else between",
            )  # fmt: skip
            here = tuple(dict.fromkeys(Passage(one.doc, one.party.start, one.party.end) for one in ones))
            yield replace(
                row,
                entries=tuple(dict.fromkeys(one.entry for one in ones)),
                docs=archive.in_order([*(one.doc for one in here), *row.docs]),
                passages=(*here[:SHOWN], *row.passages),
            )


def _is_single(office: str, one: Sighting) -> bool:
    """True for an office that one person in a country holds."""
    role = next(fact.role for fact in one.offices if fact.office == office)
    return role in TOP or (role == "minister" and " " in office)


def _holder(day: date, seen: Sequence[Holding]) -> tuple[str, str] | None:
    """Whom pages know in an office on this day, or before and after it; None where it may have been another."""
    before = max((one for one in seen if one[0] <= day), key=lambda one: one[0], default=None)
    after = min((one for one in seen if one[0] >= day), key=lambda one: one[0], default=None)
    if before is None or after is None or before[1] != after[1]:
        return None
    near = {actor for at, actor, *_ in seen if before[0] <= at <= after[0]}
    return (before[1], before[2]) if len(near) == 1 else None


def _made(
    archive: Archive, sources: Sources, actor: str, name: str, about: Lesson, value: str, teach: Iterable[Sighting],
    learn: Iterable[Sighting], *, conflict: bool = False, shown: str = "", why: str = "", role: str | None = None,
    sector: str | None = None, country: str | None = None, principal: str | None = None, own: bool = False,
) -> Known:  # fmt: skip
    teaching, learning = list(teach), list(learn)
    taught = archive.in_order([one.doc for one in teaching])
    days = sorted(one.day for one in teaching if one.day is not None)
    shown_at = sorted({_words(one, about, value) for one in teaching}, key=lambda one: archive.by_doc[one.doc].place)
    here = sorted({one.at for one in learning}, key=lambda one: archive.by_doc[one.doc].place) if own else []
    passages = (*here[:SHOWN], *shown_at[:SHOWN])
    docs = archive.in_order([*(one.doc for one in learning), *(one.doc for one in passages)])
    return Known(
        id=id_of("known", actor, about, value, *(one.doc for one in teaching[:1])),
        entries=tuple(
            dict.fromkeys(entry for one in learning for entry in one.entries if about == "country" or not conflict)
        ),
        docs=docs,
        passages=passages,
        actor=actor,
        name=name,
        about=about,
        value=value,
        shown=shown or value,
        role=role,
        sector=sector,
        country=country,
        principal=principal,
        earliest=days[0] if days else None,
        latest=days[-1] if days else None,
        pages=len(taught),
        sources=sources.independent(taught),
        conflict=conflict,
        why=why,
    )


def _words(one: Sighting, about: Lesson, value: str) -> Passage:
    """The words of a page that teach something: its office beside the name where it has one, else the name."""
    fits = [fact for fact in one.offices if about != "office" or fact.office == value]
    return replace(one.at, start=fits[0].start, end=fits[0].end) if fits else one.at
