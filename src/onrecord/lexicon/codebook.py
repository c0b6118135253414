"""The codebook: PLOVER types, modes, contexts and sectors, with quad class and CAMEO root, as data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER type: its quad class (1 to 4), CAMEO root (two digits, as text), and modes."""

    name: str
    quad: int
    cameo: str
    modes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Codebook:
    """``version`` names the edition of the manual that the codes follow."""

    version: str
    types: Mapping[str, EventType]
    contexts: frozenset[str]
    sectors: frozenset[str]


@lru_cache(maxsize=1)
def load_codebook() -> Codebook:
    """The packaged codebook."""
    raw = tomllib.loads(files("onrecord").joinpath("data/codebook/plover.toml").read_text(encoding="utf-8"))
    types = {
        name: EventType(name, body["quad"], body["cameo"], tuple(body["modes"])) for name, body in raw["types"].items()
    }
    return Codebook(raw["version"], types, frozenset(raw["contexts"]), frozenset(raw["sectors"]))
