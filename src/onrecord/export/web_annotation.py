"""W3C Web Annotation (JSON-LD): each entry, and each word that plays a part in it, as an annotation of the page.

Every target has a TextPositionSelector, counted in code points of the text that onrecord archives, and a TextQuoteSelector
with its surroundings. A quote that holds masked letters is left out, and the position stays.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from onrecord.export.exporter import Options, Source, Words
from onrecord.export.privacy import MASK
from onrecord.export.rights import NOTICE, TERMS
from onrecord.export.roles import evidence, spots
from onrecord.export.streamed import Json, array, dumps, opened, without_nothing
from onrecord.export.target import Target
from onrecord.schema import Document, Entry, Event
from onrecord.steps import package_version

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Code points before and after a quote, which tell it from others of its words."""


class WebAnnotation:
    """The exporter."""

    name = "web-annotation"
    summary = "W3C Web Annotation: one collection, every selector resolves to its words"

    def write(self, source: Source, out: Target, options: Options) -> Mapping[str, int]:
        """Writes one AnnotationCollection with a single page."""
        head = {
            "@context": CONTEXT,
            "id": "urn:onrecord:annotations",
            "type": "AnnotationCollection",
            "label": f"{NOTICE} {TERMS}",
            "generator": {"id": "urn:onrecord", "type": "Software", "name": f"onrecord {package_version()}"},
        }
        page = {"id": "urn:onrecord:annotations:1", "type": "AnnotationPage", "startIndex": 0}
        with out.text() as words:
            words.write(opened(head, "first") + opened(page, "items"))
            array(items(source, options), words)
            words.write("}}\n")
        return {}


def items(source: Source, options: Options) -> Iterator[Json]:
    """The annotations of all pages, an entry's own before those of its parts."""
    for page in source.sure():
        digest = hashlib.sha256(page.document.text.encode("utf-8", "surrogatepass")).hexdigest()
        for entry in page.entries:
            yield _of_entry(entry, page.document, digest, options.words)
            for at, spot in enumerate(spots(entry), 1):
                yield {
                    "id": f"urn:onrecord:{entry.id}:{at}",
                    "type": "Annotation",
                    "motivation": "tagging",
                    "body": {"type": "TextualBody", "purpose": "tagging", "value": spot.role},
                    "target": _target(page.document, spot.start, spot.end, options.words),
                }


def _of_entry(entry: Entry, document: Document, digest: str, words: Words) -> Json:
    start, end = evidence(entry)
    kinds = [kind_of(entry)] + (
        [f"status: {entry.status}", f"voice: {entry.voice}"] if isinstance(entry, Event) else []
    )
    about = dumps({**details(entry), **_page(document), "text_sha256": digest})
    return {
        "id": f"urn:onrecord:{entry.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": [
            *({"type": "TextualBody", "purpose": "classifying", "value": one} for one in kinds),
            {"type": "TextualBody", "purpose": "describing", "format": "application/json", "value": about},
        ],
        "target": _target(document, start, end, words),
    }


def kind_of(entry: Entry) -> str:
    """An event's type and mode, or that it is a statement."""
    return "/".join(one for one in (entry.type, entry.mode) if one) if isinstance(entry, Event) else "statement"


def details(entry: Entry) -> Json:
    """What an entry says, in a few plain fields."""
    when = entry.when
    first, last = (day.isoformat() if day else None for day in (when.earliest, when.latest))
    found: Json = {"entry": entry.id, "kind": "event" if isinstance(entry, Event) else "statement"}
    for side, parties in entry.sides:
        found[side] = [without_nothing({"name": one.name, "text": one.text, "id": one.actor, "country": one.country})
                       for one in parties]  # fmt: skip
    if isinstance(entry, Event):
        own = {"type": entry.type, "mode": entry.mode, "status": entry.status, "voice": entry.voice,
               "according_to": entry.according_to}  # fmt: skip
    else:
        own = {"form": entry.form, "attitude": entry.attitude, "within": entry.within}
    own |= {"when_earliest": first, "when_latest": last, "when_basis": when.basis}
    return without_nothing({**found, **own, "confidence": entry.confidence})


def _page(document: Document) -> Json:
    outlet = document.outlet.text if document.outlet else None
    return without_nothing({"doc": document.doc, "sha256": document.sha256, "outlet": outlet})


def _target(document: Document, start: int, end: int, words: Words) -> Json:
    selectors: list[Json] = [{"type": "TextPositionSelector", "start": start, "end": end}]
    exact = document.text[start:end]
    if words != "none" and MASK not in exact:
        prefix = document.text[max(0, start - AROUND) : start].rpartition(MASK)[2]
        suffix = document.text[end : end + AROUND].partition(MASK)[0]
        selectors.append({"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix})
    target: Json = {"type": "SpecificResource", "source": address(document), "selector": selectors}
    published = document.published
    if published is not None and published.earliest is not None and published.earliest == published.latest:
        target["state"] = {"type": "TimeState", "sourceDate": f"{published.earliest.isoformat()}T00:00:00Z"}
    return target


def address(document: Document) -> str:
    """The page's address, or a name made of the digest of its bytes."""
    return document.url.text if document.url else f"urn:sha256:{document.sha256}"


EXPORTER = WebAnnotation()
