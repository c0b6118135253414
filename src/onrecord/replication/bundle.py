"""A bundle: what a record's results were made from and with, the results themselves, and how to make them again.

The folder is the same, byte for byte, whenever it is made from the same record: it holds no time and no path of the
machine but those that the pages were given with. It holds short passages, not the pages: these stay with whoever has the
right to them, and are known by their digests.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.errors import UsageError
from onrecord.export.jsonl import dumps
from onrecord.replication.environment import environment
from onrecord.replication.pages import DERIVED_ROWS, INPUTS, JUDGEMENTS, PAGES, RecordSide, written
from onrecord.replication.rebuild import REBUILD
from onrecord.replication.statement import data_statement, model_cards
from onrecord.steps import assemble
from onrecord.store import DocumentRow

if TYPE_CHECKING:
    from onrecord.store import Store

FORMAT = 1
"""The version of the bundle's layout."""
SUMS = "SHA256SUMS"
ACTOR_JUDGEMENTS = "actor_judgements.jsonl"
COLUMNS = ("doc", "sha256", "size", "path", "line", "url", "outlet", "published", "read_under", "unread")
RULES = {"frames": "rules/frames.tsv", "actors": "rules/actors.tsv", "sidecar": "rules/sidecar.csv"}
"""The user's own rules and metadata, as they stand in a bundle."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the record was made with beside the shipped rules: files with frames, actors and metadata, another parser."""

    frames: Path | None = None
    actors: Path | None = None
    sidecar: Path | None = None
    model: str | None = None


def bundle(store: Store, out: Path, given: Given = Given(), note: str = "") -> Mapping[str, Any]:
    """Writes the bundle of a record into the folder ``out``, which must be empty or not there; gives its manifest.

    ``note`` tells, in Markdown, why these pages were chosen. Raises UsageError for a folder that holds something, or a file
    that cannot be read.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise UsageError(f"{out}: there is something already; name a folder that is not there, or an empty one")
    pipeline = assemble(given.model, given.frames, given.actors)
    rows = sorted(store.documents(), key=lambda row: row.doc)
    manifest = _manifest(rows, store, environment(pipeline.annotator.identity, pipeline.fingerprint), given)
    _make(out)
    for name, file in RULES.items():
        own: Path | None = getattr(given, name)
        if own is not None:
            (out / file).parent.mkdir(exist_ok=True)
            (out / file).write_bytes(own.read_bytes())
    _write_inputs(out / INPUTS, rows)
    side = RecordSide(store)
    _write_lines(out / PAGES, (line for page in side.pages() for line in written(page)))
    _write_lines(out / DERIVED_ROWS, ({"shape": kind, "row": row} for (kind, _), row in sorted(side.derived().items())))
    _write_lines(out / JUDGEMENTS, map(asdict, store.judgements()))
    _write_lines(out / ACTOR_JUDGEMENTS, map(asdict, store.actor_judgements()))
    _write(out / "MANIFEST.json", json.dumps(manifest, indent=2, ensure_ascii=False) + "\n")
    _write(out / "data-statement.md", data_statement(rows, len(store.judgements()), note))
    weights = manifest["data"]["model_event/weights.tsv.gz"]
    _write(out / "model-cards.md", model_cards(manifest["model"], weights))
    _write(out / "requirements.txt", "".join(f"{name}=={one}\n" for name, one in manifest["packages"].items()))
    _write(out / "REBUILD.md", REBUILD.format(version=manifest["program"]["version"], pages=len(rows)))
    citation = resources.files("onrecord").joinpath("replication/CITATION.cff").read_text(encoding="utf-8")
    _write(out / "CITATION.cff", citation)
    _write(out / SUMS, "".join(f"{digest}  {name}\n" for name, digest in sums(out).items()))
    return manifest


def sums(folder: Path) -> dict[str, str]:
    """SHA-256 of every file in a bundle but the list of them, by path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    names = {path.relative_to(folder).as_posix(): path for path in files}
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in names.items() if name != SUMS}


def _manifest(rows: list[DocumentRow], store: Store, made_with: dict[str, Any], given: Given) -> dict[str, Any]:
    read_under: dict[str, int] = {}
    for row in rows:
        read_under[row.fingerprint] = read_under.get(row.fingerprint, 0) + 1
    return {
        "format": FORMAT,
        **made_with,
        "read_under": dict(sorted(read_under.items())),
        "settings": {name: RULES[name] for name in RULES if getattr(given, name) is not None} | {"model": given.model},
        "derived_under": dict(sorted(store.derivations.made().items())),
        "counts": {
            "documents": len(rows),
            "statements": sum(row.statements for row in rows),
            "events": sum(row.events for row in rows),
            "judgements": len(store.judgements()),
            "forgotten": len(store.forgotten()),
        },
    }


def _make(out: Path) -> None:
    try:
        (out / "results").mkdir(parents=True)
    except OSError as error:
        raise UsageError(f"{out}: cannot be made ({error.strerror}); check the folder") from error


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _write_lines(path: Path, lines: Iterable[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(dumps(line) + "\n" for line in lines)


def _write_inputs(path: Path, rows: list[DocumentRow]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(COLUMNS)
        for row in rows:
            day = row.published_earliest.isoformat() if row.published_earliest else ""
            given = row.path, row.line, row.url, row.outlet, day, row.fingerprint, row.unread
            table.writerow((row.doc, row.sha256, row.size, *("" if one is None else one for one in given)))
