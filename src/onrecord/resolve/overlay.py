"""The actor table with what one page, or a user's own list, adds to it: found like all other names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.lexicon.actor_matcher import Alias, NameMatcher
from onrecord.lexicon.actors import Actor, ActorTable, NameHit
from onrecord.lexicon.own_actors import OwnActor, with_people
from onrecord.resolve.homonyms import without_homonyms
from onrecord.resolve.realms import find_realms
from onrecord.resolve.taught import find_bodies


class PageMatcher(NameMatcher):
    """The table's matcher and the page's own names; where they overlap, the longer counts."""

    def __init__(self, table: NameMatcher, own: Sequence[Alias]) -> None:
        """``own`` are few: a page teaches no more names than it has words for them."""
        super().__init__(own)
        self._table = table

    def exactly(self, text: str) -> tuple[Alias, ...]:
        """The aliases spelled ``text``, the page's own first."""
        return (*super().exactly(text), *self._table.exactly(text))

    def find(self, text: str) -> list[NameHit]:
        """The hits in ``text``, in order, none overlapping."""
        return merged_hits(self._table.find(text), super().find(text))


def merged_hits(table: Sequence[NameHit], own: Sequence[NameHit]) -> list[NameHit]:
    """The hits of both, none overlapping: a hit of the page counts where it is longer than any that it overlaps."""
    starts = [hit.start for hit in table]
    gone: set[int] = set()
    kept: list[NameHit] = []
    for hit in own:
        low = max(0, bisect_left(starts, hit.start) - 1)
        over = [at for at in range(low, bisect_left(starts, hit.end)) if table[at].end > hit.start]
        if all(table[at].end - table[at].start < hit.end - hit.start for at in over):
            kept.append(hit)
            gone.update(over)
    kept += [hit for at, hit in enumerate(table) if at not in gone]
    return sorted(kept, key=lambda one: one.start)


def with_own(actors: ActorTable, rows: Mapping[str, Actor], aliases: Sequence[Alias]) -> ActorTable:
    """The table, with the rows and names of one page."""
    if not rows:
        return actors
    return replace(actors, actors={**actors.actors, **rows}, matcher=PageMatcher(actors.matcher, aliases))


def with_taught(text: str, spans: Sequence[tuple[int, int]], actors: ActorTable) -> tuple[ActorTable, list[NameHit]]:
    """The table with the countries and organisations that only this page knows, and all names in the text."""
    hits = without_homonyms(text, actors.find_names(text), actors)
    realms = find_realms(text, hits, actors)
    taught = find_bodies(text, spans, hits, actors)
    aliases = (*realms.aliases, *taught.aliases)
    if not aliases:
        return actors, hits
    return with_own(actors, taught.rows | realms.rows, aliases), merged_hits(hits, NameMatcher(aliases).find(text))


def with_list(actors: ActorTable, rows: Sequence[OwnActor]) -> ActorTable:
    """The table, with the actors of a user's own list. The list was checked: no name of it is one of the table's."""
    if not rows:
        return actors
    aliases = [alias for row in rows for alias in row.aliases]
    wider = with_own(actors, {row.actor.id: row.actor for row in rows}, aliases)
    return replace(wider, watched=with_people(actors, rows))
