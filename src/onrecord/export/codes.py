"""Codes of countries and sectors as GDELT, ICEWS and POLECAT write them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from onrecord.lexicon.actors import load_actors
from onrecord.lexicon.codebook import load_codebook

CAMEO_TYPES: Mapping[str, str] = {
    **{one: one for one in "AGR BUS COP CRM CVL EDU ELI GOV IGO IMG JUD LAB LEG MIL MNC NGO OPP PTY REB REF REL SPY UAF".split()},
    "JRN": "MED",
    "MED": "HLH",
    "UNO": "IGO",
    "EUR": "IGO",
}  # fmt: skip
"""CAMEO's type code of a PLOVER sector, where there is one: in CAMEO MED are the media, and HLH those who heal.

After Phoenix.agents.txt of openeventdata/Dictionaries and the sectors of the PLOVER manual, draft 2.0.
"""
GROUPS: Mapping[str, str] = {"UNO": "UNO"}
"""CAMEO's known groups, of those that a sector tells (Phoenix.International.actors.txt of openeventdata/petrarch2)."""


@dataclass(frozen=True, slots=True)
class Country:
    """The codes of a country; empty where a list does not have it."""

    iso3: str
    iso2: str
    fips: str
    cow: str
    cameo: str
    plover: str


def country(iso3: str | None) -> Country:
    """The codes of a country; of one that is in no list its own three letters alone, where those are asked for."""
    if iso3 is None:
        return Country("", "", "", "", "", "")
    return _countries().get(iso3) or Country(iso3, "", "", "", iso3, iso3)


def country_name(iso3: str | None) -> str:
    """What the table of actors calls a country; its letters where it is not there, and nothing for none."""
    found = load_actors().actor(iso3) if iso3 else None
    return found.name if found is not None else iso3 or ""


def sector_name(sector: str) -> str:
    """What a PLOVER sector is, in words."""
    return load_codebook().sectors.get(sector, sector)


@lru_cache(maxsize=1)
def _countries() -> Mapping[str, Country]:
    text = files("onrecord").joinpath("data/export/countries.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {row[0]: Country(*row) for row in rows[1:]}
