"""Findings with stubs to findings with actors: every Party is resolved, at the date of the page, with its reason.

Three layers, and ``how`` says which was used: ``table:`` the shipped facts, ``page:`` what the page itself teaches,
``context:`` what is assumed from the sentence, earlier mentions, the dateline or the outlet. ``none:`` stays open.
The modules are loaded on use: ``import onrecord`` brings this package in, as the public function has its name.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.lexicon.actors import ActorTable
    from onrecord.lexicon.own_actors import OwnActor
    from onrecord.schema import Annotations, Document, Findings, Party

__all__ = ["day_of", "resolve", "resolve_phrase", "with_list"]


def resolve(document: Document, annotations: Annotations, findings: Findings, actors: ActorTable) -> Findings:
    """``findings`` with every Party resolved. Positions and texts of the parties stay; nothing is raised."""
    from onrecord.resolve.findings import resolve_findings

    return resolve_findings(document, annotations, findings, actors)


def resolve_phrase(text: str, actors: ActorTable, country: str | None = None, on: date | None = None) -> Party:
    """Whom ``text`` means, on a day and seen from a country (ISO 3166 alpha-3) where these are given."""
    from onrecord.resolve import single

    return single.resolve_phrase(text, actors, country, on)


def with_list(actors: ActorTable, rows: Sequence[OwnActor]) -> ActorTable:
    """The table, with actors of a user's own list."""
    from onrecord.resolve import overlay

    return overlay.with_list(actors, rows)


def day_of(document: Document) -> date | None:
    """The day that a page is read for; None where it is not known to some weeks."""
    from onrecord.resolve.extent import page_day

    return page_day(document)
