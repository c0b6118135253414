"""Countries, bodies, cities and outlets."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.lexicon.names import fold, name_tokens

MIN_CITY = 30_000
AMBIGUITY = 3.0
"""A name shared by cities of several countries is kept where the largest has this many times the people of the next."""
MIN_GDELT_MENTIONS = 200_000
_GENERIC_TLDS = (".com", ".org", ".net", ".info", ".news")
_FIPS = {
    "US": "USA",
    "UK": "GBR",
    "CA": "CAN",
    "AS": "AUS",
    "IN": "IND",
    "PK": "PAK",
    "GM": "DEU",
    "FR": "FRA",
    "SP": "ESP",
    "IT": "ITA",
    "RS": "RUS",
    "UP": "UKR",
    "TU": "TUR",
    "IS": "ISR",
    "CH": "CHN",
    "JA": "JPN",
    "KS": "KOR",
    "MX": "MEX",
    "AR": "ARG",
    "BR": "BRA",
    "CO": "COL",
    "VE": "VEN",
    "PE": "PER",
    "CI": "CHL",
    "NI": "NGA",
    "KE": "KEN",
    "SF": "ZAF",
    "GH": "GHA",
    "EG": "EGY",
    "IR": "IRN",
    "IZ": "IRQ",
    "SA": "SAU",
    "AE": "ARE",
    "LE": "LBN",
    "SY": "SYR",
    "JO": "JOR",
    "BG": "BGD",
    "CE": "LKA",
    "NP": "NPL",
    "AF": "AFG",
    "TH": "THA",
    "VM": "VNM",
    "ID": "IDN",
    "MY": "MYS",
    "RP": "PHL",
    "SN": "SGP",
    "TW": "TWN",
    "NZ": "NZL",
    "EI": "IRL",
    "GR": "GRC",
    "RO": "ROU",
    "PL": "POL",
    "RI": "SRB",
}


def _read(path: Path) -> list[dict[str, str]]:
    with open(path, encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


def iso2(facts: Path) -> dict[str, str]:
    """Two-letter codes to three-letter codes, from the first alternative name of countryinfo's rows."""
    codes = {}
    for row in _read(facts / "countries" / "countryinfo.tsv"):
        first = row["alt"].split("|")[0]
        if len(first) == 2 and first.isupper():
            codes[first] = row["iso3"]
    codes.update({"XK": "XKX", "GB": "GBR"})
    return codes


def countries(facts: Path, hand: Path) -> list[tuple[str, ...]]:
    """The hand-written rows, with the official names of countryinfo and the top-level domain."""
    official: dict[str, list[str]] = {}
    for row in _read(facts / "countries" / "countryinfo.tsv"):
        long_forms = [
            name for name in row["alt"].split("|") if re.fullmatch(r"[A-Za-z' ,-]+ (of|and) [A-Za-z' ,-]+", name)
        ]
        official[row["iso3"]] = [name for name in long_forms if len(name.split()) >= 3]
    tlds = {three: two.lower() for two, three in sorted(iso2(facts).items())}
    tlds.update({"GBR": "uk", "USA": "us"})
    rows: list[tuple[str, ...]] = []
    for row in _read(hand / "countries.tsv"):
        names = [name for name in row["names"].split("|") if name]
        names += [name for name in official.get(row["code"], ()) if name not in names and name != row["name"]]
        cells = (row["code"], row["name"], "|".join(names), row["adjectives"], row["people"], row["capitals"])
        rows.append((*cells, tlds.get(row["code"], ""), "ISO 3166; countryinfo 1.0.1; written by hand"))
    return rows


def names_of(facts: Path, hand: Path) -> dict[str, tuple[str, ...]]:
    """Per country its names and adjectives in lower case."""
    found = {}
    for code, name, names, adjectives, *_ in countries(facts, hand):
        found[code] = tuple(word.lower() for word in (name, *names.split("|"), *adjectives.split("|")) if word)
    return found


def organisations(facts: Path, hand: Path) -> list[tuple[str, ...]]:
    """Hand-written bodies first, then the rebel groups of UCDP under names that the hand-written ones do not have."""
    rows: dict[str, tuple[str, ...]] = {}
    taken: set[str] = set()
    for row in _read(hand / "organisations.tsv"):
        identity = f"{'group' if row['kind'] == 'armed_group' else 'org'}:{_slug(row['name'])}"
        rows[identity] = (
            identity,
            row["kind"],
            row["name"],
            row["aliases"],
            row["country"],
            _function_first(row["sectors"]),
            row["source"],
        )
        taken |= {fold(word.lstrip("=")) for word in (row["name"], *row["aliases"].split("|"))}
    codes = {
        fold(name): row["code"]
        for row in _read(hand / "countries.tsv")
        for name in (row["name"], *row["names"].split("|"))
    }
    for identity, name, aliases, country in _ucdp(facts, codes):
        kept = [word for word in aliases if fold(word.lstrip("=")) not in taken]
        if fold(name) in taken or fold(name) in codes or not kept:
            continue
        taken |= {fold(word.lstrip("=")) for word in kept}
        rows[identity] = (identity, "armed_group", name, "|".join(kept), country, "REB", "UCDP Actor Dataset 22.1")
    return [rows[key] for key in sorted(rows)]


def body_names(rows: Sequence[Sequence[str]]) -> dict[tuple[str, str], str]:
    """The ids of organisations by country and name of more than three letters; bodies that every country has are left out."""
    return {
        (row[4], name): row[0]
        for row in rows
        if row[1] == "organisation"
        for name in (row[2], *(alias.lstrip("=") for alias in row[3].split("|")))
        if len(name) > 3
    }


def _function_first(sectors: str) -> str:
    """What an international body does before what it is: the European Parliament is a legislature of the EU."""
    codes = [code for code in re.split(r"[ ,]", sectors) if code]
    doing = [code for code in codes if code not in ("IGO", "UNO", "EUR", "MIL", "REF", "LAB", "AGR")]
    return ",".join(dict.fromkeys([*doing, *codes]))


def _ucdp(facts: Path, codes: dict[str, str]) -> Iterator[tuple[str, str, list[str], str]]:
    with open(facts / "ucdp" / "ucdp-actor-221.csv", encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            full = row["NameOrigFullEng"].strip()
            name = full if _usable(full) else row["NameData"].strip()
            if (
                row["Org"] != "1"
                or not _usable(name)
                or re.search(r"\bforces of\b|faction|\bgovernment\b|supporters|clan", name, re.IGNORECASE)
            ):
                continue
            short = row["NameData"].strip()
            aliases = [name, *([f"={short}"] if short.isupper() and len(short) >= 5 and short.isalpha() else [])]
            place = re.sub(r"\(.*?\)", "", row["Location"].split(",")[0]).strip()
            country = codes.get(fold(place)) or {"dr congo": "COD", "cambodia": "KHM", "bosnia-herzegovina": "BIH"}.get(
                fold(place), ""
            )
            yield f"ucdp:{row['ActorId']}", name, aliases, country


_GROUP_WORDS = re.compile(
    r"\b(front|army|movement|liberation|party|forces?|council|organi[sz]ation|group|brigades?|resistance|union|militia|"
    r"alliance|revolutionary|mujahid|mujahed|guerrilla|fighters|tigers|jihad|congress|separatist|rebels?|command|corps|league)",
    re.IGNORECASE,
)


def _usable(name: str) -> bool:
    """True for names that can only be a group's: two words or more, one of them a word for such groups."""
    return (
        bool(re.fullmatch(r"[A-Z][A-Za-z'’ -]+", name))
        and not name.startswith("The ")
        and len(name.split()) >= 2
        and bool(_GROUP_WORDS.search(name))
    )


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def cities(facts: Path, hand: Path, people: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Cities by name and ASCII name; those that are common words, personal names or ambiguous are left out."""
    stops = set((hand / "city_stops.txt").read_text(encoding="utf-8").split())
    persons = Counter(token for _, name, *_ in people for token in name_tokens(name))
    codes = iso2(facts)
    best: dict[str, list[tuple[int, str, str]]] = {}
    with open(facts / "geonames" / "cities15000.tsv", encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            country, people_count = codes.get(row["cc"], ""), int(row["pop"] or 0)
            if not country or people_count < MIN_CITY:
                continue
            alternates = row["ascii_alternates"].split("|")
            plain = [word for word in alternates if fold(word) == fold(row["name"])]
            english = alternates if people_count >= 1_000_000 else []
            for name in sorted({row["name"], *plain, *(word for word in english if _english(word))}):
                best.setdefault(fold(name), []).append((people_count, country, name))
    regions = {row["name"]: row["country"] for row in _read(hand / "regions.tsv")}
    rows: list[tuple[str, ...]] = [(name, country, "") for name, country in sorted(regions.items())]
    taken = {fold(name) for name in regions}
    for key, found in sorted(best.items()):
        if key in taken:
            continue
        found.sort(key=lambda one: (-one[0], one[1], one[2]))
        size, country, _ = found[0]
        rivals = [other for other, place, _ in found if place != country]
        name_like = persons[key] >= 2 and size < 1_500_000
        if len(key) < 4 or key in stops or name_like or (rivals and size < AMBIGUITY * rivals[0]):
            continue
        rows += [(name, country, str(size)) for name in sorted({name for _, place, name in found if place == country})]
    return rows


def _english(word: str) -> bool:
    return bool(re.fullmatch(r"[A-Z][a-z]{3,}( [A-Z][a-z]+)?", word))


def outlets(facts: Path, hand: Path) -> list[tuple[str, ...]]:
    """Outlets by domain or name; hand rows win over publishers' lists, and those over the country most talked about."""
    found: dict[str, str] = {}
    for row in _read(facts / "media" / "gdelt_domain_topcountry_ge10k.tsv"):
        if (
            row["domain"].endswith(_GENERIC_TLDS)
            and int(row["mentions"]) >= MIN_GDELT_MENTIONS
            and row["fips_country_most_mentioned"] in _FIPS
        ):
            found[row["domain"]] = _FIPS[row["fips_country_most_mentioned"]]
    codes = iso2(facts)
    for row in _read(facts / "media" / "fundus_publishers.tsv"):
        country = codes.get({"UK": "GB"}.get(row["country"], row["country"]))
        domain = re.sub(r"^https?://(www\.)?", "", row["domain"]).strip("/").split("/")[0]
        if country:
            found[domain] = country
    found.update({row["outlet"]: row["country"] for row in _read(hand / "outlets.tsv")})
    return sorted(found.items())
