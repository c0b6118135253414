"""Rows of disputes from what stands against each other: one maker for claims, figures and accounts."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.derive.archive import Archive
from onrecord.derive.holders import Holder
from onrecord.derive.ids import id_of
from onrecord.schema import Dispute, Matter, Passage, Says, Side


def side(archive: Archive, by: Holder, says: Says, entry: str, at: Passage) -> Side:
    """One word in a dispute: whose it is, and where it stands, with the days on which its page may have been published."""
    first, last, _ = archive.published(at.doc)
    return Side(
        actor=by.key, name=by.name, says=says, entry=entry, doc=at.doc, start=at.start, end=at.end,
        earliest=first, latest=last,
    )  # fmt: skip


def dispute(
    archive: Archive,
    matter: Matter,
    issue: str,
    why: str,
    sides: Sequence[Side],
    passages: Sequence[Passage],
    *evidence: str,
) -> Dispute:
    """A dispute of ``sides`` in their order; ``evidence`` is what its id rests on."""
    return Dispute(
        id=id_of("dispute", *evidence),
        entries=tuple(dict.fromkeys(one.entry for one in sides)),
        docs=archive.in_order([one.doc for one in sides]),
        passages=tuple(passages),
        matter=matter,
        issue=issue,
        actors=tuple(dict.fromkeys(one.actor for one in sides)),
        why=why,
        sides=tuple(sides),
    )
