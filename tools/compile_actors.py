"""Compile the actor table of the package from openly licensed tables and the hand-written rows beside this file.

    python tools/compile_actors.py --facts DIR --out src/onrecord/data/actors

DIR holds the inputs, each by its own name (see docs and NOTICE for where they come from): ``officeholders.tsv.gz``
(Wikidata),
``uk_ifg/`` (Institute for Government), ``us_legislators/`` (unitedstates/congress-legislators),
``countries/countryinfo.tsv``,
``geonames/cities15000.tsv``, ``ucdp/ucdp-actor-221.csv``, ``media/``. The output's bytes depend on the inputs alone.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

from actors_compile import holders, places  # noqa: E402

HAND = Path(__file__).resolve().parent / "actors"


NOTES = {
    "people": "People who held office. Source: Wikidata (CC0), Institute for Government (CC BY 4.0), unitedstates (CC0), own.",
    "offices": "Offices. Source: Wikidata (CC0), Institute for Government (CC BY 4.0), unitedstates (CC0), own rows.",
    "tenures": "Who held which office when; the source of each row in its last column. Licences: CC0, CC BY 4.0 (see NOTICE).",
    "called": "Other names by which office-holders are known. Source: own rows. Licence: Apache-2.0.",
    "countries": "Countries; the source of each row in its last column. Source: countryinfo, own rows. Licence: MIT, Apache-2.0.",
    "organisations": "Bodies and armed groups. Source: own rows; UCDP 22.1 (CC BY 4.0). Licence: Apache-2.0, CC BY 4.0 by row.",
    "cities": "Cities. Source: GeoNames. Licence: CC BY 4.0.",
    "outlets": "Outlets by domain. Source: fundus (MIT), GDELT (open, cited), own rows. Licence: see NOTICE.",
}


def write(path: Path, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table with its note on source and licence, compressed with a fixed time where the name ends in .gz."""
    note = "# " + NOTES[path.name.partition(".")[0]]
    lines = [
        note,
        "\t".join(head),
        *("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in row) for row in rows),
    ]
    data = ("\n".join(lines) + "\n").encode("utf-8")
    path.write_bytes(gzip.compress(data, 9, mtime=0) if path.suffix == ".gz" else data)


def main() -> None:
    """Read the arguments and write all tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=Path, required=True, help="folder with the inputs")
    parser.add_argument("--out", type=Path, required=True, help="folder the tables are written to")
    args = parser.parse_args()
    facts: Path = args.facts
    out: Path = args.out
    out.mkdir(parents=True, exist_ok=True)
    names = places.names_of(facts, HAND)
    bodies = places.organisations(facts, HAND)
    terms = holders.collect(facts, HAND, names)
    people, offices, tenures = holders.tables(terms, names, places.body_names(bodies), holders.given_roles(HAND))
    write(out / "people.tsv.gz", ("id", "name", "country", "keys"), people)
    write(out / "offices.tsv.gz", ("id", "label", "country", "role", "domains", "seat", "body"), offices)
    write(out / "tenures.tsv.gz", ("person", "office", "start", "end", "snapshot", "source"), tenures)
    columns = "code name names adjectives people capitals tld source".split()
    write(out / "countries.tsv", columns, places.countries(facts, HAND))
    columns = "id kind name aliases country sectors source".split()
    write(out / "organisations.tsv", columns, bodies)
    write(out / "called.tsv", ("person", "names", "source"), holders.called(HAND, people, terms))
    write(out / "cities.tsv.gz", ("name", "country", "population"), places.cities(facts, HAND, people))
    write(out / "outlets.tsv.gz", ("outlet", "country"), places.outlets(facts, HAND))


if __name__ == "__main__":
    main()
