"""One side of a comparison: a record or a bundle, as plain lines page by page."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from onrecord.errors import UsageError
from onrecord.export import jsonl
from onrecord.schema import DERIVED
from onrecord.store.derivations import packed

if TYPE_CHECKING:
    from onrecord.schema import Document, Findings
    from onrecord.store import Store

Json = dict[str, Any]

PAGES, DERIVED_ROWS, JUDGEMENTS, INPUTS = (
    "results/pages.jsonl",
    "results/derived.jsonl",
    "judgements.jsonl",
    "inputs.tsv",
)
"""Files of a bundle."""
OF_THE_PLACE = ("path", "line")
"""Fields of a document's line that say where the page lay: another machine has it elsewhere."""


@dataclass(slots=True)
class PageLines:
    """What is on record of one page: its document's line, its entries by id, sayings that are none, judged entries' ids."""

    doc: str
    document: Json
    entries: dict[str, Json] = field(default_factory=dict)
    unsaid: list[Json] = field(default_factory=list)
    judged: frozenset[str] = frozenset()


class Side(Protocol):
    """A record or a bundle, as it is compared."""

    def pages(self) -> Iterator[PageLines]:
        """The pages in the order of their ids."""
        ...

    def derived(self) -> Mapping[tuple[str, str], Json]:
        """What several pages give together, by kind and id."""
        ...

    def rules(self) -> tuple[str, ...]:
        """The fingerprints of the rules by which its pages were read."""
        ...


class RecordSide:
    """A record's store as a side."""

    def __init__(self, store: Store) -> None:
        """``store`` must stay open while it is compared."""
        self._store = store

    def pages(self) -> Iterator[PageLines]:
        """The pages that count, by id."""
        for doc in sorted(row.doc for row in self._store.documents()):
            found = self._store.findings(doc)
            if found is not None:
                judged = frozenset(one.entry for one in self._store.judgements(doc))
                yield page_lines(found, judged)

    def derived(self) -> Mapping[tuple[str, str], Json]:
        """All derived rows."""
        rows = self._store.derivations.rows
        return {(kind, row.id): json.loads(packed(row)) for kind, shape in DERIVED.items() for row in rows(shape)}

    def rules(self) -> tuple[str, ...]:
        """The fingerprints of its documents."""
        return tuple(sorted({row.fingerprint for row in self._store.documents()}))


class BundleSide:
    """A bundle's folder as a side."""

    def __init__(self, folder: Path) -> None:
        """``folder`` holds the bundle. Raises UsageError for a folder that is none."""
        self.folder = folder
        if not (folder / "MANIFEST.json").is_file():
            raise UsageError(f"{folder}: this is no bundle, for it has no MANIFEST.json; onrecord bundle makes one")
        self.manifest: Json = json.loads((folder / "MANIFEST.json").read_text(encoding="utf-8"))

    def pages(self) -> Iterator[PageLines]:
        """The pages of the results."""
        held: dict[str, set[str]] = {}
        for one in self.lines(JUDGEMENTS):
            held.setdefault(one["doc"], set()).add(one["entry"])
        page: PageLines | None = None
        for line in self.lines(PAGES):
            if line["kind"] == "document":
                if page is not None:
                    yield page
                page = PageLines(line["doc"], line, judged=frozenset(held.get(line["doc"], ())))
            elif page is not None:
                _add(page, line)
        if page is not None:
            yield page

    def derived(self) -> Mapping[tuple[str, str], Json]:
        """The derived rows of the results."""
        return {(line["shape"], line["row"]["id"]): line["row"] for line in self.lines(DERIVED_ROWS)}

    def rules(self) -> tuple[str, ...]:
        """The fingerprints that the manifest names."""
        return tuple(sorted(self.manifest["read_under"]))

    def lines(self, name: str) -> Iterator[Json]:
        """The objects of one of the bundle's JSONL files. Raises UsageError for a line that is none."""
        with (self.folder / name).open(encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                try:
                    yield json.loads(line)
                except ValueError as error:
                    raise UsageError(f"{self.folder / name}:{number}: no JSON ({error}); verify the bundle") from error


def side_of(path: Path, store: Store | None) -> Side:
    """The side that ``path`` is: ``store`` where it was opened as a record, else the bundle in a folder."""
    return RecordSide(store) if store is not None else BundleSide(path)


def page_lines(found: Findings, judged: frozenset[str]) -> PageLines:
    """One page's findings as lines."""
    page = PageLines(found.document.doc, _document(found.document), judged=judged)
    for line in jsonl.lines(found, text=False, everything=True):
        _add(page, json.loads(jsonl.dumps(line)))
    return page


def written(page: PageLines) -> Iterator[Json]:
    """The lines of a page as the bundle has them."""
    return iter((page.document, *page.entries.values(), *page.unsaid))


def _document(document: Document) -> Json:
    line: Json = json.loads(jsonl.dumps(jsonl.document_line(document, text=False)))
    digest = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
    kept = {name: value for name, value in line.items() if name not in OF_THE_PLACE}
    return {**kept, "text_sha256": digest, "characters": len(document.text)}


def _add(page: PageLines, line: Json) -> None:
    if line["kind"] in ("statement", "event"):
        page.entries[line["id"]] = line
    elif line["kind"] == "nonstatement":
        page.unsaid.append(line)
