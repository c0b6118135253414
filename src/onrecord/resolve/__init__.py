"""Findings with stubs to findings with actors: every Party is resolved, at the date of the page, with its reason.

Three layers, and ``how`` says which was used: ``table:`` the shipped facts, ``page:`` what the page itself teaches,
``context:`` what is assumed from the sentence, earlier mentions, the dateline or the outlet. ``none:`` stays open.
The modules are loaded on use: ``import onrecord`` brings this package in, as the public function has its name.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.lexicon.actors import ActorTable
    from onrecord.schema import Annotations, Document, Findings, Party

__all__ = ["resolve", "resolve_phrase"]


def resolve(document: Document, annotations: Annotations, findings: Findings, actors: ActorTable) -> Findings:
    """``findings`` with every Party resolved. Positions and texts of the parties stay; nothing is raised."""
    from onrecord.resolve.findings import resolve_findings

    return resolve_findings(document, annotations, findings, actors)


def resolve_phrase(text: str, actors: ActorTable, country: str | None = None, on: date | None = None) -> Party:
    """Whom ``text`` means, on a day and seen from a country (ISO 3166 alpha-3) where these are given."""
    from onrecord.resolve import single

    return single.resolve_phrase(text, actors, country, on)
