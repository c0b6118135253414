"""PROV-JSON (W3C): what came from what. Page, archived text, entries; the run that found them; who is quoted.

One object of maps, so each map is written from a pass of its own over the pages.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from onrecord.export.exporter import Options, Source
from onrecord.export.ftm import as_reported
from onrecord.export.rights import TERMS
from onrecord.export.streamed import Json, dumps, mapping, without_nothing
from onrecord.export.target import Target
from onrecord.schema import Document, Event, Findings, Party, Statement
from onrecord.steps import package_version
from onrecord.store.rows import with_members

PREFIXES = {"onrecord": "urn:onrecord:", "schema": "https://schema.org/"}
TOOL, RUN = "onrecord:program", "onrecord:run"


class ProvJson:
    """The exporter."""

    name = "prov-json"
    summary = "PROV-JSON: pages, texts, entries, and what came from what"

    def write(self, source: Source, out: Target, options: Options) -> Mapping[str, int]:
        """Writes one document."""
        with out.text() as words:
            words.write("{" + f'"prefix": {dumps(PREFIXES)},\n')
            _section("agent", agents(source), words)
            _section("activity", [(RUN, {"prov:label": f"onrecord {package_version()} read the pages"})], words)
            _section("entity", (one for page in source.sure() for one in entities(page, options)), words)
            _section("wasAssociatedWith", [("_:a", {"prov:activity": RUN, "prov:agent": TOOL})], words)
            for name in ("wasGeneratedBy", "wasDerivedFrom", "wasAttributedTo"):
                _section(name, (one for page in source.sure() for one in relations(page, name)), words)
            words.write('"used": ')
            mapping((_used(page) for page in source.sure()), words)
            words.write("}\n")
        return {}


def _section(name: str, items: Iterable[tuple[str, Json]], out: TextIO) -> None:
    out.write(f"{dumps(name)}: ")
    mapping(items, out)
    out.write(",\n")


def agents(source: Source) -> Iterator[tuple[str, Json]]:
    """The program, the outlets and who is quoted, each once."""
    yield TOOL, {"prov:type": _type("prov:SoftwareAgent"), "prov:label": f"onrecord {package_version()}"}
    seen: set[str] = set()
    for page in source.sure():
        outlet = page.document.outlet
        found = [(outlet_id(outlet.text), outlet.text, "prov:Organization")] if outlet else []
        for one in page.statements:
            found += [(speaker_id(party), party.name or party.text, _kind(party)) for party in _speakers(one)]
        for id, label, kind in found:
            if id not in seen:
                seen.add(id)
                yield id, {"prov:type": _type(kind), "prov:label": label}


def entities(page: Findings, options: Options) -> Iterator[tuple[str, Json]]:
    """The page's bytes, its archived text, and its entries with their places."""
    document = page.document
    yield page_id(document), without_nothing({
        "prov:type": _type("schema:NewsArticle"),
        "prov:label": document.title.text if document.title else None,
        "prov:location": document.url.text if document.url else None,
        "schema:sha256": document.sha256,
        "schema:datePublished": document.published.earliest.isoformat()
        if document.published and document.published.earliest == document.published.latest and document.published.earliest
        else None,
        "schema:usageInfo": TERMS,
    })  # fmt: skip
    yield text_id(document), without_nothing({
        "prov:label": "the page's text, in which positions count",
        "schema:sha256": hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "schema:text": document.text if options.words == "whole" else None,
    })  # fmt: skip
    for entry in page.entries:
        words = entry.sentence.text if isinstance(entry, Event) else " … ".join(one.text for one in entry.content)
        yield f"onrecord:{entry.id}", without_nothing({
            "prov:type": _type(f"onrecord:{'event' if isinstance(entry, Event) else 'statement'}"),
            "prov:label": as_reported(entry) if isinstance(entry, Event) else None,
            "prov:value": words if options.words != "none" else None,
            "onrecord:rule": entry.rule,
            "onrecord:confidence": entry.confidence,
        })  # fmt: skip


def relations(page: Findings, name: str) -> Iterator[tuple[str, Json]]:
    """The relations of one kind on a page."""
    document = page.document
    outlet = document.outlet
    if name == "wasGeneratedBy":
        yield f"_:g{document.doc}", {"prov:entity": text_id(document), "prov:activity": RUN}
        for entry in page.entries:
            yield f"_:g{entry.id}", {"prov:entity": f"onrecord:{entry.id}", "prov:activity": RUN}
    elif name == "wasDerivedFrom":
        yield f"_:d{document.doc}", {"prov:generatedEntity": text_id(document), "prov:usedEntity": page_id(document)}
        for entry in page.entries:
            line: Json = {"prov:generatedEntity": f"onrecord:{entry.id}", "prov:usedEntity": text_id(document)}
            if isinstance(entry, Statement):
                line["prov:type"] = _type("prov:Quotation")
            yield f"_:d{entry.id}", line
    else:
        if outlet:
            yield f"_:t{document.doc}", {"prov:entity": page_id(document), "prov:agent": outlet_id(outlet.text)}
        for one in page.statements:
            for at, party in enumerate(_speakers(one)):
                yield f"_:t{one.id}-{at}", {"prov:entity": f"onrecord:{one.id}", "prov:agent": speaker_id(party)}


def _used(page: Findings) -> tuple[str, Json]:
    return f"_:u{page.document.doc}", {"prov:activity": RUN, "prov:entity": page_id(page.document)}


def _speakers(one: Statement) -> list[Party]:
    """Who is named as the speaker: nobody is an agent who is not."""
    return [party for party in with_members((one.speaker,)) if party.name is not None] if one.speaker else []


def _kind(party: Party) -> str:
    return "prov:Person" if party.actor_kind == "person" else "prov:Organization"


def _type(name: str) -> Json:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def page_id(document: Document) -> str:
    """The name of the page as it was published."""
    return f"onrecord:page-{document.doc}"


def text_id(document: Document) -> str:
    """The name of the text that was read off it."""
    return f"onrecord:text-{document.doc}"


def outlet_id(name: str) -> str:
    """The name of an outlet."""
    return f"onrecord:outlet-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def speaker_id(party: Party) -> str:
    """The name of a speaker: by id, or of one without by the name."""
    key = (party.actor or party.name or party.text).encode("utf-8", "surrogatepass")
    return f"onrecord:actor-{hashlib.sha256(key).hexdigest()[:16]}"


EXPORTER = ProvJson()
