"""What stood beside a page: a JSONL object's other fields, a sidecar row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from onrecord.read.datelimits import SLACK
from onrecord.read.dates import find_dates
from onrecord.schema import DateCandidate, Document, Sourced, When

_LANGUAGES = {
    "english": "en",
    "eng": "en",
    "german": "de",
    "french": "fr",
    "spanish": "es",
    "arabic": "ar",
    "urdu": "ur",
    "russian": "ru",
    "chinese": "zh",
}


def given_value(metadata: Mapping[str, str], key: str) -> Sourced | None:
    """The field ``key`` with origin ``input``; None where it is missing or blank."""
    value = metadata.get(key, "").strip()
    return Sourced(value, origin="input") if value else None


def given_when(metadata: Mapping[str, str]) -> When | None:
    """The day of publication that was given: YYYY-MM-DD, a time after it ignored, or a date in words; else None."""
    value = metadata.get("published", "").strip()
    day: date | None = None
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        hits = find_dates(value)
        day = hits[0].day if len(hits) == 1 else None
    if day is None:
        return None
    return When(value, None, None, day, day, "day", "within", "given", None, "input")


def with_given_day(found: Document, metadata: Mapping[str, str]) -> Document:
    """The document with the day that was given for it, and without one after an archive had captured it."""
    given, captured = given_when(metadata), captured_bounds(metadata)
    if given is not None and given.earliest is not None and given.latest is not None:
        taken = DateCandidate(
            given.text or "", None, None, "input", given.earliest, given.latest, "given beside it", None
        )
        others = tuple(_lost(one, "a day given beside the page counts for more") for one in found.date_candidates)
        return replace(found, published=given, date_candidates=(taken, *others))
    day = found.published.earliest if found.published is not None else None
    last = captured.latest if captured is not None else None
    if day is None or last is None or day <= last + SLACK:
        return found
    others = tuple(_lost(one, f"after {last}, when an archive captured the page") for one in found.date_candidates)
    return replace(found, published=None, date_candidates=others)


def _lost(one: DateCandidate, why: str) -> DateCandidate:
    return one if one.lost else replace(one, lost=why)


def given_language(metadata: Mapping[str, str]) -> str | None:
    """The two-letter code of the language that was given, in lower case; None where it is missing or blank."""
    value = metadata.get("language", "").strip().lower()
    if not value:
        return None
    return _LANGUAGES.get(value, value.replace("_", "-").split("-")[0])


def captured_bounds(metadata: Mapping[str, str]) -> When | None:
    """The day on which an archive captured the page, as the last on which it can have been published; else None."""
    value = metadata.get("captured", "")
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return None
    return When(value, None, None, None, day, "interval", "within", "bounded", None, "meta:WARC-Date")
