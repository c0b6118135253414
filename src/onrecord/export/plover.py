"""PLOVER JSON Lines: one object an event as PLOVER counts it, with the fields of the manual's record (draft 2.0).

``actor`` and ``recipient`` are lists of entities; ``date`` is the first day on which it may have been, null where the page
does not tell (the manual asks for one; we do not put the day of publication there), and ``enddate`` the last where that is
another. Beside the manual's fields: ``date_basis``, ``size`` (its size object), ``confidence``, and in an entity ``how``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TextIO

from onrecord.export.exporter import Options, Source
from onrecord.export.target import Target
from onrecord.lexicon.codebook import Codebook, load_codebook
from onrecord.projection import project
from onrecord.schema import Document, Event, Findings, Party, Place, When
from onrecord.steps import package_version

Json = dict[str, Any]

RESOLUTION = {"city": 4, "region": 2, "country": 1}
"""The manual's numbers for how exact a place is."""
SIZES = ("dead", "injured", "arrested")


def write(findings: Iterable[Findings], out: TextIO, *, vouched: bool = True, text: bool = True) -> Mapping[str, int]:
    """Writes the events of each page as PLOVER counts them; gives how many were left out, by reason.

    ``text=False`` leaves the sentences out.
    """
    left: Counter[str] = Counter()
    book = load_codebook()
    for one in findings:
        projection = project(one, book, vouched=vouched)
        left.update(projection.counts)
        for event in projection.events:
            line = json.dumps(record(event, one.document, book, text=text), ensure_ascii=False, allow_nan=False)
            out.write(line + "\n")
    return dict(left.most_common())


def record(event: Event, document: Document, book: Codebook, *, text: bool = True) -> Json:
    """The object for an event that ``project`` gave."""
    line: Json = {
        "id": event.id,
        "has_event": True,
        **_dates(event.when),
        "actor": [*_entities(event.source)],
        "recipient": [*_entities(event.target)],
        "event": [event.type],
        "mode": [event.mode] if event.mode else [],
        "context": list(event.contexts),
        "quad_code": book.types[event.type].quad,
        "event_scale": book.score(event.type, event.mode),
        "event_loc": _location(event.place) if event.place else None,
        "event_text": [event.trigger.text],
        "size": {name: value for name, value in _sizes(event)},
        "text": event.sentence.text,
        "text_info": {"start": event.sentence.start, "end": event.sentence.end, "text_story": document.doc},
        "cite_info": _cite(document, event, book),
        "coder": f"onrecord {package_version()}",
        "confidence": event.confidence,
        "comment": event.why,
    }
    if not text:
        del line["text"]
    return line


def _dates(when: When) -> Json:
    first = when.earliest if when.earliest and when.latest else None
    last = when.latest if first and when.latest != first else None
    return {
        "date": first.isoformat() if first else None,
        "enddate": last.isoformat() if last else None,
        "date_basis": when.basis,
    }


def _entities(parties: Iterable[Party]) -> Iterator[Json]:
    """One entity a party; of a joint one each member."""
    for party in parties:
        if party.members:
            yield from _entities(party.members)
            continue
        yield {
            "code": party.country,
            "sector": party.sector,
            "other_sector_codes": [one for one in party.sectors if one != party.sector],
            "entity_text": party.text,
            "identifier_id": party.actor,
            "identifier_text": party.name,
            "how": party.how,
        }


def _location(place: Place) -> Json:
    return {
        "extracted_place": place.text,
        "resolved_place": place.name if place.country else None,
        "lat": place.lat,
        "lon": place.lon,
        "city": place.name if place.precision == "city" else None,
        "province": place.name if place.precision == "region" else None,
        "country_code": place.country,
        "resolution": RESOLUTION.get(place.precision),
    }


def _sizes(event: Event) -> Iterator[tuple[str, float]]:
    """The manual's sizes, one number each: as stated, else the lower bound."""
    for name in SIZES:
        for figure in event.figures:
            number = figure.value if figure.value is not None else figure.low
            if figure.unit == name and number is not None:
                yield name, number
                break


def _cite(document: Document, event: Event, book: Codebook) -> Json:
    def word(name: str) -> str | None:
        value = getattr(document, name)
        return value.text if value else None

    return {
        "url": word("url"),
        "title": word("title"),
        "publication": word("outlet"),
        "language": document.language,
        "coder": "onrecord",
        "codebook": event.codebook or book.version,
        "version": package_version(),
    }


class Plover:
    """The exporter."""

    name = "plover"
    summary = "PLOVER JSON Lines: the events as PLOVER counts them"

    def write(self, source: Source, out: Target, options: Options) -> Mapping[str, int]:
        """Writes the events that PLOVER counts; gives why others are left out."""
        with out.text() as words:
            return write(source.sure(), words, vouched=not options.everything, text=options.words != "none")


EXPORTER = Plover()
