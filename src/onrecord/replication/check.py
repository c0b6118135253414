"""A bundle checked: its files against their digests, its results against a rebuild from the pages."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.api import Record, default_pipeline
from onrecord.api import open as open_record
from onrecord.replication.bundle import ACTOR_JUDGEMENTS, RULES, SUMS, sums
from onrecord.replication.diff import Difference, differences
from onrecord.replication.pages import JUDGEMENTS, BundleSide, RecordSide
from onrecord.run import doc_of
from onrecord.schema import ActorJudgement, Judgement, Page, PageFault

if TYPE_CHECKING:
    from onrecord.run import Result

LINE = re.compile(r"([0-9a-f]{64})  (.+)")


@dataclass(slots=True)
class BundleCheck:
    """What was found: ``faults`` name changed, missing and unknown files; the rest is of a rebuild.

    ``missing`` are documents of the bundle whose pages were not among the inputs, ``differences`` what came out otherwise,
    and ``same_rules`` tells whether it was rebuilt with the rules that the bundle was made with.
    """

    files: int = 0
    faults: list[str] = field(default_factory=list)
    documents: int = 0
    missing: list[str] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    same_rules: bool = True


def check_bundle(folder: Path) -> BundleCheck:
    """Compares the files of a bundle with its list of digests. Raises UsageError for a folder that is no bundle."""
    if not (folder / SUMS).is_file():
        BundleSide(folder)
        return BundleCheck(faults=[f"{SUMS}: missing"])
    listed: dict[str, str] = {}
    checked = BundleCheck()
    text = (folder / SUMS).read_bytes().decode("utf-8", "replace")
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        match = LINE.fullmatch(line)
        if match is None or match[2] in listed:
            checked.faults.append(f"{SUMS}: line {number} is no digest and file name")
        else:
            listed[match[2]] = match[1]
    found = sums(folder)
    checked.files = len(found)
    checked.faults += [f"{name}: missing" for name in sorted(set(listed) - set(found))]
    checked.faults += [f"{name}: not in {SUMS}" for name in sorted(set(found) - set(listed))]
    both = sorted(set(found) & set(listed))
    checked.faults += [f"{name}: changed since it was bundled" for name in both if found[name] != listed[name]]
    if not text.endswith("\n"):
        checked.faults.append(f"{SUMS}: its last line is cut off")
    return checked


def rebuilt(folder: Path, inputs: Iterable[str], each: Callable[[Result], None] | None = None) -> BundleCheck:
    """Reads the pages of a bundle anew from ``inputs`` and compares what comes out; ``check_bundle`` comes first.

    Raises UsageError, LexiconError or ModelError.
    """
    side = BundleSide(folder)
    settings = side.manifest["settings"]
    frames, actors, sidecar = (folder / settings[name] if name in settings else None for name in RULES)
    model = settings.get("model")
    checked = check_bundle(folder)
    wanted = {page.doc for page in side.pages()}
    pipeline = default_pipeline(model, frames, actors)
    checked.same_rules = list(side.rules()) in ([pipeline.fingerprint], [])
    from onrecord.engines import LoopEngine
    from onrecord.read import pages

    with _scratch() as record:
        found = _wanted(pages(inputs, None, str(sidecar) if sidecar else None), wanted)
        record.add_pages(found, LoopEngine(pipeline), pipeline.fingerprint, each)
        _judge(record, side)
        if side.manifest["derived_under"]:
            record.derive()
        there = {row.doc for row in record.store.documents()}
        checked.documents, checked.missing = len(wanted), sorted(wanted - there)
        told = differences(side, RecordSide(record.store))
        checked.differences = [one for one in told if one.way != "gone" or one.doc not in checked.missing]
    return checked


@contextmanager
def _scratch() -> Iterator[Record]:
    """A record that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "rebuilt.onrecord") as record:
        yield record


def _wanted(found: Iterable[Page | PageFault], docs: set[str]) -> Iterator[Page]:
    """The pages that are in the bundle; what else lies among the inputs is passed over."""
    return (page for page in found if isinstance(page, Page) and doc_of(page) in docs)


def _judge(record: Record, side: BundleSide) -> None:
    """Applies the bundle's judgements in their order."""
    there = {row.doc for row in record.store.documents()}
    numbers: dict[str, str] = {}
    for number, one in enumerate(side.lines(ACTOR_JUDGEMENTS), 1):
        undone = one["verdict"] == "undo"
        # What speaks of a page that is not at hand, or was forgotten, cannot be said here, nor taken back.
        if (one["doc"] and one["doc"] not in there) or (undone and one["into"] not in numbers):
            continue
        known = {**one, "into": numbers[one["into"]]} if undone else one
        numbers[str(number)] = str(record.store.judge_actor(ActorJudgement(**known)))
    for one in side.lines(JUDGEMENTS):
        if one["doc"] in there:
            record.store.judge(Judgement(**one))
