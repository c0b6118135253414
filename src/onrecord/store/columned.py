"""A record file that is read with its columns in memory: what a program uses that answers many people from one record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from json import dumps
from pathlib import Path

from onrecord.store import chosen, seen, teachings
from onrecord.store.base import ANYBODY, EVERYTHING, Facet, Filter, Who
from onrecord.store.columns import Columns
from onrecord.store.connection import Database, Row
from onrecord.store.derived_file import KeptDerivations
from onrecord.store.filtering import page_of, who_fits
from onrecord.store.held import Held
from onrecord.store.rows import ActorRow
from onrecord.store.rules import check_facet
from onrecord.store.sqlite import SQLiteStore


class ColumnStore(SQLiteStore):
    """A record file for reading alone. Lists, counts and facets come from columns that may be a moment behind the file."""

    def __init__(self, path: str | Path, columns: Callable[[Database], Columns], derived: Held) -> None:
        """Opens the record at ``path``; ``columns`` gives its columns, loaded or kept from before, and ``derived`` keeps what is
        made of its derived rows.
        """
        super().__init__(path, write=False)
        self.columns = columns(self._database)
        self.derivations = KeptDerivations(self._database, derived)

    def count(self, where: Filter = EVERYTHING) -> int:
        """How many entries meet the conditions."""
        return chosen.count(self.columns, self._database, where)

    def facet(self, by: Facet, where: Filter = EVERYTHING) -> list[tuple[str | None, int]]:
        """How many entries each value has."""
        check_facet(by)
        counts = chosen.facet(self.columns, self._database, by, where)
        return sorted(counts, key=lambda item: (-item[1], item[0] is None, item[0] or ""))

    def actors(self, where: Filter = EVERYTHING, who: Who = ANYBODY) -> list[ActorRow]:
        """Named parties with their counts."""
        shown = page_of(self._actor_rows(where, who), where)
        return seen.told(shown, lambda ids: teachings.read_learned(self._database, ids), self._identities())

    def count_actors(self, where: Filter = EVERYTHING, who: Who = ANYBODY) -> int:
        """How many named parties there are."""
        return len(self._actor_rows(where, who))

    def _actor_rows(self, where: Filter, who: Who) -> list[ActorRow]:
        def make() -> list[ActorRow]:
            found = chosen.actors(self.columns, self._database, where, who.name)
            return list(filter(who_fits(who), (ActorRow(*row) for row in found)))

        return self.columns.answers.get(("actors", replace(where, limit=None, offset=0), who), make)

    def _listed(self, where: Filter) -> list[Row]:
        if where.ids or where.doc:
            return super()._listed(where)
        numbers = chosen.page(self.columns, self._database, where).tolist()
        rows = self._database.rows(
            "SELECT id, document, entry FROM entries WHERE id IN (SELECT value FROM json_each(?))", (dumps(numbers),)
        )
        found = {number: (document, entry) for number, document, entry in rows}
        # An entry that is gone since the columns were taken is no longer there to be shown.
        return [found[number] for number in numbers if number in found]
