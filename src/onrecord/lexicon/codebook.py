"""The codebook: PLOVER types, modes, contexts and sectors, with quad class, intensity and CAMEO codes, as data."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Mode:
    """A mode of a type: its intensity (-10 to 10), what it means, and the CAMEO code that means just this, or None."""

    name: str
    score: float
    code: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER type: quad class (1 to 4), CAMEO root (two digits, as text), intensity (-10 to 10), modes by name.

    ``code`` is the CAMEO code of the type as a whole, None where CAMEO has none; ``recipient`` whether the manual asks for one.
    """

    name: str
    meaning: str
    quad: int
    score: float
    recipient: bool
    cameo: str
    code: str | None
    modes: Mapping[str, Mode]


@dataclass(frozen=True, slots=True)
class Codebook:
    """``version`` names this edition and stands in every event; ``manual`` the edition of the manual that it follows.

    Quad classes, contexts and sectors come with what they mean.
    """

    version: str
    manual: str
    types: Mapping[str, EventType]
    quads: Mapping[int, str]
    contexts: Mapping[str, str]
    sectors: Mapping[str, str]

    def score(self, type: str, mode: str | None) -> float:
        """The intensity of a mode, or of the type where there is none. Raises KeyError for a type that there is not."""
        found = self.types[type].modes.get(mode or "")
        return self.types[type].score if found is None else found.score

    def code(self, type: str, mode: str | None) -> str | None:
        """The CAMEO code of a mode, or of a type without one, where CAMEO has one that means just this; else None."""
        found = self.types[type].modes.get(mode or "")
        return self.types[type].code if found is None else found.code


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A CAMEO code and what the crosswalk makes of it in PLOVER.

    ``icews`` and ``gdelt`` are the intensities that the two publishers give it, which differ for some codes; ``sure`` is
    False where crosswalk and manual are at odds, and ``note`` says how.
    """

    code: str
    name: str
    type: str | None
    mode: str | None
    contexts: tuple[str, ...]
    icews: float | None
    gdelt: float | None
    sure: bool
    note: str


@lru_cache(maxsize=1)
def load_codebook() -> Codebook:
    """The packaged codebook."""
    raw = tomllib.loads(_packaged("plover.toml"))
    return Codebook(
        raw["version"],
        raw["manual"],
        {name: _type(name, body) for name, body in raw["types"].items()},
        {int(number): name for number, name in raw["quad"].items()},
        raw["contexts"],
        raw["sectors"],
    )


def _type(name: str, body: Mapping[str, Any]) -> EventType:
    modes = {
        mode: Mode(mode, given["score"], given["code"] or None, given["meaning"])
        for mode, given in body.get("modes", {}).items()
    }
    return EventType(
        name,
        body["meaning"],
        body["quad"],
        body["score"],
        body["recipient"],
        body["cameo"],
        body["code"] or None,
        modes,
    )


@lru_cache(maxsize=1)
def load_cameo() -> Mapping[str, CameoCode]:
    """The CAMEO codes with their PLOVER type and mode, by code, in the order of CAMEO."""
    lines = [line for line in _packaged("cameo.tsv").splitlines() if not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row["code"]: _cameo(row) for row in rows}


def _cameo(row: Mapping[str, str]) -> CameoCode:
    return CameoCode(
        row["code"],
        row["name"],
        row["type"] or None,
        row["mode"] or None,
        tuple(row["contexts"].split("|")) if row["contexts"] else (),
        float(row["icews"]) if row["icews"] else None,
        float(row["gdelt"]) if row["gdelt"] else None,
        row["sure"] == "yes",
        row["note"],
    )


@lru_cache(maxsize=1)
def load_mode_words() -> Mapping[str, Mapping[str, str]]:
    """The words that tell a mode, by type: lemma to mode."""
    lines = [line for line in _packaged("modes.tsv").splitlines() if not line.startswith("#")]
    found: dict[str, dict[str, str]] = {}
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        for lemma in row["lemmas"].split():
            found.setdefault(row["type"], {})[lemma] = row["mode"]
    return found


@lru_cache(maxsize=1)
def load_context_terms() -> Mapping[str, tuple[str, ...]]:
    """The words and phrases, in small letters, that tell a context, each with the contexts that it tells."""
    lines = [line for line in _packaged("contexts.tsv").splitlines() if not line.startswith("#")]
    found: dict[str, tuple[str, ...]] = {}
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        for term in row["terms"].split("|"):
            found[term] = (*found.get(term, ()), row["context"])
    return found


def _packaged(name: str) -> str:
    return files("onrecord").joinpath(f"data/codebook/{name}").read_text(encoding="utf-8")
