"""Countries that only a page knows, such as those of a novel, stay out of the fields that hold codes."""

from __future__ import annotations

from dataclasses import replace

from onrecord.resolve.persons import doc_id
from onrecord.schema import Event, Party


def public_event(event: Event) -> Event:
    """The event with ``public`` of every party."""
    source, target, against = (tuple(map(public, side)) for side in (event.source, event.target, event.against))
    return replace(event, source=source, target=target, against=against)


def public(party: Party) -> Party:
    """The party with countries that only this page knows taken out of the fields that hold codes, and said to be the page's."""
    members = tuple(public(member) for member in party.members)
    country = None if party.country and party.country.startswith("doc:") else party.country
    made = doc_id(party.name) if party.name else None
    actor = made if party.actor and "@doc:" in party.actor else party.actor
    taught = (actor or "").startswith("doc:") or (party.country or "").startswith("doc:")
    how = party.how.replace("table:", "page:", 1) if taught and party.how.startswith("table:") else party.how
    if (members, country, actor, how) == (party.members, party.country, party.actor, party.how):
        return party
    return replace(party, members=members, country=country, actor=actor, how=how)
