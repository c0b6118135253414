"""Where pages were met, in the record file. See ``sources`` for the rules."""

from __future__ import annotations

from onrecord.store.connection import Database
from onrecord.store.sources import Sighting, address_again, live, shown


class Revisions:
    """The sightings of a record file; changes run inside the caller's transaction."""

    def __init__(self, database: Database) -> None:
        """The sightings of ``database``."""
        self._database = database

    def meet(self, document: int, path: str, line: int | None, address: str | None) -> set[int]:
        """Notes where a document was met; gives the documents whose row may change by it, none if nothing is new."""
        own, newest = self._of(document)
        same = [one for one in own if (one.path, one.line, one.address) == (path, line, address)]
        if live(same, newest):
            return set()
        self._database.many("DELETE FROM sightings WHERE id = ?", [(one.order,) for one in same])
        self._database.run(
            "INSERT INTO sightings (document, path, line, address) VALUES (?, ?, ?, ?)", (document, path, line, address)
        )
        return {document, *self._sharing([address] if address else [])}

    def meet_again(self, document: int, path: str, line: int | None) -> set[int]:
        """As ``meet``, for a document that is on record and was not read again."""
        return self.meet(document, path, line, address_again(self._of(document)[0], path, line))

    def leave(self, document: int) -> set[int]:
        """Drops all sightings of a document; gives the other documents whose row may change by it."""
        addresses = [one.address for one in self._of(document)[0] if one.address is not None]
        self._database.run("DELETE FROM sightings WHERE document = ?", (document,))
        return self._sharing(addresses)

    def is_current(self, document: int) -> bool:
        """False where newer revisions took the document's place everywhere."""
        own, newest = self._of(document)
        return bool(live(own, newest))

    def shown(self, document: int) -> tuple[str, int | None]:
        """The path and line that a document shows."""
        return shown(*self._of(document))

    def _of(self, document: int) -> tuple[list[Sighting], dict[str, int]]:
        rows = self._database.rows(
            """SELECT s.path, s.line, s.address, s.id, (SELECT max(id) FROM sightings t WHERE t.address = s.address)
            FROM sightings s WHERE s.document = ?""",
            (document,),
        )
        own = [Sighting("", path, line, address, order) for path, line, address, order, _ in rows]
        return own, {address: latest for _, _, address, _, latest in rows if address is not None}

    def _sharing(self, addresses: list[str]) -> set[int]:
        found: set[int] = set()
        for address in addresses:
            rows = self._database.rows("SELECT document FROM sightings WHERE address = ?", (address,))
            found.update(number for (number,) in rows)
        return found
