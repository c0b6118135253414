"""Measure phrases to country and sector on other people's cases, and list the wrong answers.

    python evals/actors.py --data DIR

DIR holds ``actor_cases/cases.json`` (from NGEC's tests, MIT; not part of this project): phrase, country and sector
code, some
with a date. Country is right where it is the same code; "UNO", "EUR" and "IGO" are bodies without a country there and
are
compared with the sector codes here. A case whose expected value is empty counts as right where nothing is given.
Peers: a crude
gazetteer reaches country .60 and sector .49 on the withheld half.
"""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.lexicon.actors import load_actors
from onrecord.resolve.single import resolve_phrase
from onrecord.schema import Party

INTERNATIONAL = ("UNO", "EUR", "IGO")
HEALTH = {"HLH": "MED"}


def day_of(case: dict[str, Any]) -> date | None:
    """The day of a case: its query date; none for "today"."""
    given = [*case.get("args", []), case.get("kw", {}).get("query_date", "")]
    days = [one for one in given if isinstance(one, str) and one[:4].isdigit()]
    return date.fromisoformat(days[0]) if days else None


def country_of(party: Party) -> str:
    """The country, or the code of an international body."""
    if party.country is None:
        return next((code for code in INTERNATIONAL if code in party.sectors), "")
    return party.country


def main() -> None:
    """Print accuracy with denominators and the wrong answers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds actor_cases/")
    args = parser.parse_args()
    cases = json.loads((args.data / "actor_cases" / "cases.json").read_text(encoding="utf-8"))
    actors = load_actors()
    right = {"country": 0, "sector": 0}
    asked = {"country": 0, "sector": 0}
    for case in cases:
        party = resolve_phrase(case["text"], actors, None, day_of(case))
        got = {"country": country_of(party), "sector": party.sector or ""}
        for field, key in (("country", "country"), ("sector", "code_1")):
            wanted = case.get(key)
            if wanted is None:
                continue
            wanted = HEALTH.get(wanted, wanted)
            asked[field] += 1
            alternatives = {wanted, *({""} if wanted == "UNK" else set())}
            if got[field] in alternatives or (field == "country" and wanted == "IGO" and got[field] in INTERNATIONAL):
                right[field] += 1
            else:
                print(
                    f"{field:8} {case['text']!r}: wanted {wanted!r}, got {got[field]!r} "
                    f"({party.name}, {party.sectors}, {party.how})"
                )
    for field in right:
        print(f"{field}: {right[field]} of {asked[field]} right = {right[field] / max(asked[field], 1):.3f}")


if __name__ == "__main__":
    main()
