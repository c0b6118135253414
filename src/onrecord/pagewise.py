"""Pages read, and phrases resolved, without a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.conditions import day
from onrecord.errors import StepError, UsageError
from onrecord.selection import above
from onrecord.settings import confidence_floor

if TYPE_CHECKING:
    from onrecord.schema import Findings, Page, PageFault, Party
    from onrecord.steps import Pipeline

AnyPath = str | PathLike[str]


def read(
    paths: AnyPath | Iterable[AnyPath],
    *,
    pipeline: Pipeline | None = None,
    min_confidence: float | str = "balanced",
    sidecar: AnyPath | None = None,
) -> Iterator[Findings]:
    """What is found on each page, without a record, page by page as it is walked.

    Raises UsageError at once, and PageError or StepError when the walk meets the first page that fails.
    """
    from onrecord.read import pages

    floor = confidence_floor(str(min_confidence))
    found = pages(listed(paths), None, fspath(sidecar) if sidecar is not None else None)
    return _found(found, pipeline or default_pipeline(), floor)


def _found(found: Iterable[Page | PageFault], ready: Pipeline, floor: float) -> Iterator[Findings]:
    from onrecord.engines import LoopEngine
    from onrecord.errors import PageError
    from onrecord.run import run

    for result in run(found, LoopEngine(ready), ready.fingerprint):
        if result.state == "failed" or result.findings is None:
            raise (PageError if result.step == "read" else StepError)(f"{result.where}: {result.reason}")
        yield above(result.findings, floor)


def resolve(
    text: str, country: str | None = None, on: date | str | None = None, *, actors: AnyPath | None = None
) -> Party:
    """Whom a phrase means: ``resolve("the army chief", country="PAK", on=date(2018, 1, 9))``; no page is needed.

    ``country`` (ISO 3166 alpha-3) is where the phrase is seen from, ``on`` the day it is read for, a string as
    ``YYYY-MM-DD``. ``how`` of what comes back tells what it rests on; ``name`` is None where nobody is named or known.
    ``actors`` is a file with actors of your own. Raises UsageError for a day or a country that is none, and LexiconError.
    """
    from onrecord.lexicon.actors import load_actors
    from onrecord.lexicon.own_actors import load_own
    from onrecord.resolve import resolve_phrase, with_list

    table, when = load_actors(), day("on", on)
    if country is not None and (table.actor(country) is None or len(country) != 3):
        raise UsageError(f"country {country}: no such country; write its three letters, such as KEN")
    own = load_own(Path(actors), table) if actors is not None else ()
    return resolve_phrase(text, with_list(table, [one for one in own if one.counts_on(when)]), country, when)


def default_pipeline(model: str | None = None, frames: Path | None = None, actors: Path | None = None) -> Pipeline:
    """The pipeline as shipped; ``model`` names another spaCy pipeline, ``frames`` and ``actors`` files with your own.

    Raises ModelError, LexiconError or UsageError.
    """
    from onrecord.steps import assemble

    return assemble(model, frames, actors)


def listed(paths: AnyPath | Iterable[AnyPath]) -> list[str]:
    """One path or several as a list of strings."""
    return [fspath(paths)] if isinstance(paths, str | PathLike) else [fspath(path) for path in paths]
