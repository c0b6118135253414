"""FollowTheMoney entities (JSON Lines), for OpenAleph and its like.

There is no schema for a statement or for places in a text. A statement, like an event, is therefore an Event with its words in
``summary``; Documentation ties it to its Article, Mention the names that stand there to who is meant, and UnknownLink the two
sides of an event to each other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from onrecord.export.codes import country
from onrecord.export.exporter import Options, Source
from onrecord.export.schema_org import is_wikidata
from onrecord.export.streamed import Json, lines
from onrecord.export.target import Target
from onrecord.schema import Document, Entry, Event, Findings, Party, When
from onrecord.store.rows import BETWEEN_PIECES, with_members

SCHEMATA: Mapping[str, str] = {
    "person": "Person", "organisation": "Organization", "armed_group": "Organization", "group": "Organization",
    "country": "PublicBody", "office": "PublicBody", "unnamed": "LegalEntity",
}  # fmt: skip


class FollowTheMoney:
    """The exporter."""

    name = "ftm"
    summary = "FollowTheMoney: articles, actors, events, and what ties them together"

    def write(self, source: Source, out: Target, options: Options) -> Mapping[str, int]:
        """Writes an entity a line."""
        seen: set[str] = set()
        with out.text() as words:
            for page in source.sure():
                lines(entities(page, options, seen), words)
        return {}


def entities(page: Findings, options: Options, seen: set[str]) -> Iterator[Json]:
    """What one page adds; an actor is given once, at the first page that names it."""
    if not page.entries:
        return
    document = page.document
    yield _article(document, options)
    named = [one for entry in page.entries for _, side in entry.sides for one in with_members(side) if one.name]
    for party in named:
        id = actor_id(party, document.doc)
        if id not in seen:
            seen.add(id)
            yield _actor(id, party)
    for id in dict.fromkeys(actor_id(one, document.doc) for one in named):
        meant = [one for one in named if actor_id(one, document.doc) == id]
        names = sorted({one.name for one in meant if one.name})
        yield entity(f"mention-{document.doc}-{id}", "Mention", document=article_id(document), name=names, resolved=id,
                     detectedSchema=SCHEMATA[meant[0].actor_kind])  # fmt: skip
    for entry in page.entries:
        yield _event(entry, document, options)
        yield entity(f"documentation-{entry.id}", "Documentation", document=article_id(document), entity=entry_id(entry),
                     role="reports")  # fmt: skip
        if isinstance(entry, Event):
            yield from _links(entry, document)


def _article(document: Document, options: Options) -> Json:
    published = _date(document.published)
    return entity(
        article_id(document), "Article",
        title=_word(document, "title"), publisher=_word(document, "outlet"), author=_word(document, "byline"),
        sourceUrl=_web(document), publishedAt=published, date=published,
        description=f"onrecord document {document.doc}; SHA-256 of the page: {document.sha256}",
        bodyText=document.text if options.words == "whole" else None,
    )  # fmt: skip


def _actor(id: str, party: Party) -> Json:
    place = country(party.country).iso2.lower()
    return entity(
        id, SCHEMATA[party.actor_kind], name=party.name, country=place or None,
        wikidataId=party.actor if is_wikidata(party.actor) else None,
    )  # fmt: skip


def _event(entry: Entry, document: Document, options: Options) -> Json:
    if isinstance(entry, Event):
        name = as_reported(entry)
        words, place = entry.sentence.text, entry.place
        keywords = [entry.type, *entry.contexts, f"status: {entry.status}", f"voice: {entry.voice}"]
    else:
        speakers = [one.name or one.text for one in with_members((entry.speaker,))] if entry.speaker else []
        name = f"statement by {', '.join(speakers)}" if speakers else "statement"
        words, place = BETWEEN_PIECES.join(one.text for one in entry.content or (entry.cue,) if one), None
        keywords = ["statement", entry.form, entry.attitude]
    sides = [one for _, side in entry.sides for one in with_members(side) if one.name]
    return entity(
        entry_id(entry), "Event",
        name=name, date=_date(entry.when), location=place.name if place else None,
        country=(country(place.country).iso2.lower() or None) if place else None,
        involved=sorted({actor_id(one, document.doc) for one in sides}), summary=words if options.words != "none" else None,
        keywords=keywords, recordId=entry.id, sourceUrl=_web(document), publisher=_word(document, "outlet"),
        description=entry.why or None,
    )  # fmt: skip


def _links(event: Event, document: Document) -> Iterator[Json]:
    """The sides of an event that the outlet, or somebody on record, says has happened."""
    for source in with_members(event.source) if event.status == "actual" else ():
        for target in with_members(event.target):
            if source.name and target.name:
                first, second = actor_id(source, document.doc), actor_id(target, document.doc)
                yield entity(
                    f"link-{event.id}-{first}-{second}", "UnknownLink", subject=first, object=second,
                    date=_date(event.when), recordId=event.id, role=as_reported(event),
                    sourceUrl=_web(document), publisher=_word(document, "outlet"),
                )  # fmt: skip


def as_reported(event: Event) -> str:
    """An event's type and mode, and in brackets that it did not happen yet, or on whose word alone it did."""
    marks: list[str] = [] if event.status == "actual" else [event.status]
    marks += [] if event.voice == "outlet" else [f"by word of {event.voice.replace('_', ' ')}"]
    return " ".join(one for one in (event.type, event.mode, f"({', '.join(marks)})" if marks else "") if one)


def entity(id: str, schema: str, **properties: str | list[str] | None) -> Json:
    """An entity with those properties of which something is known, each a list."""
    given = {name: [value] if value and isinstance(value, str) else value for name, value in properties.items()}
    return {"id": id, "schema": schema, "properties": {name: value for name, value in given.items() if value}}


def actor_id(party: Party, doc: str) -> str:
    """The id of an actor; of one that is known from its page alone, or has only a name, it is that page's own."""
    known = party.actor is not None and not party.actor.startswith("doc:")
    key = party.actor if known else f"{party.actor or party.name} {doc}"
    return f"actor-{hashlib.sha256(f'{SCHEMATA[party.actor_kind]} {key}'.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def article_id(document: Document) -> str:
    """The id of a page."""
    return f"article-{document.doc}"


def entry_id(entry: Entry) -> str:
    """The id of an entry."""
    return f"entry-{entry.id}"


def _word(document: Document, name: str) -> str | None:
    value = getattr(document, name)
    return value.text if value else None


def _web(document: Document) -> str | None:
    """The address, where it is one of the web: FollowTheMoney takes no other."""
    url = _word(document, "url") or ""
    return url if url.startswith(("http://", "https://")) else None


def _date(when: When | None) -> str | None:
    """The day, or as much of it as both ends of the interval share: FollowTheMoney knows months and years."""
    if when is None or when.earliest is None or when.latest is None:
        return None
    first, last = when.earliest.isoformat(), when.latest.isoformat()
    return next((first[:at] for at in (10, 7, 4) if first[:at] == last[:at]), None)


EXPORTER = FollowTheMoney()
