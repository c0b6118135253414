"""Holds measured figures against pinned floors; never lowers one.

    python evals/gate.py check FIGURES.json…      fails where a figure is below its floor, or the gold is another
    python evals/gate.py raise FIGURES.json…      lifts floors to the figures (less a margin); lowers none
    python evals/gate.py compare OLD_FLOORS.toml  fails where a floor is lower than it was, or gone

``--floors FILE`` names the floors (``floors.toml`` beside this file). A figure without a floor is no fault; a table
whose yardstick was not run is not looked at. The digest of the gold is pinned with the floors: a silent edit shows.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypedDict

FLOORS = Path(__file__).with_name("floors.toml")

MARGIN = 0.005
"""How far below a measured figure its floor is pinned: half a point, so that a tie broken otherwise trips nothing."""

PINNED = ("f1", "quiet")
"""Figures with one of these in their names get a floor; precision, recall and coverage may be traded and get none."""

HEAD = """# The least that each yardstick must give; figures between 0 and 1. Lifted, and never lowered, by
#     python evals/gate.py raise FIGURES.json
# `gold` is the digest of the data that the figures were measured on.
"""

Table = Mapping[str, float | str]
Floors = dict[str, Table]


class Measured(TypedDict):
    """What a yardstick writes with ``--json``."""

    name: str
    gold: str
    figures: dict[str, float]


def read_floors(path: Path) -> Floors:
    """The floors by yardstick; none where there is no such file yet."""
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def write_floors(floors: Floors) -> str:
    """The floors as TOML, in the order of their names."""
    tables = []
    for name in sorted(floors):
        rows = (f"{key} = {json.dumps(value)}" for key, value in sorted(floors[name].items()))
        tables.append(f"[{name}]\n" + "\n".join(rows) + "\n")
    return HEAD + "\n" + "\n".join(tables)


def check(floors: Floors, measured: Sequence[Measured]) -> list[str]:
    """What falls short, one line each."""
    faults = []
    for one in measured:
        if "figures" not in one:
            faults.append(f"{one.get('name')}: holds no figures; these are written with --json")
            continue
        table = floors.get(one["name"], {})
        if table and table.get("gold") != one["gold"]:
            faults.append(f"{one['name']}: the gold is another ({one['gold']}, pinned {table.get('gold')})")
        for key, floor in _numbers(table).items():
            got = one["figures"].get(key)
            if got is None or got < floor:
                faults.append(f"{one['name']}: {key} is {got}, its floor {floor}")
    return faults


def lifted(floors: Floors, measured: Sequence[Measured]) -> Floors:
    """The floors after ``measured``: higher where a figure allows it, never lower. Other gold starts its table anew."""
    after = dict(floors)
    for one in measured:
        table = after.get(one["name"], {})
        before = _numbers(table) if table.get("gold") == one["gold"] else {}
        wanted = {key: value for key, value in one["figures"].items() if any(part in key for part in PINNED)}
        rows = {key: max(before.get(key, 0.0), _floor(value)) for key, value in wanted.items()}
        after[one["name"]] = {**before, **rows, "gold": one["gold"]}
    return after


def lowered(before: Floors, after: Floors) -> list[str]:
    """The floors that are lower than they were, or gone; a table that was pinned to other gold is not compared."""
    faults = []
    for name, table in before.items():
        now = after.get(name, {})
        if now and now.get("gold") != table.get("gold"):
            continue
        for key, floor in _numbers(table).items():
            value = _numbers(now).get(key)
            if value is None or value < floor:
                faults.append(f"{name}: the floor of {key} was {floor} and is {value}")
    return faults


def _numbers(table: Table) -> dict[str, float]:
    return {key: float(value) for key, value in table.items() if not isinstance(value, str)}


def _floor(value: float) -> float:
    return max(0.0, math.floor((value - MARGIN) * 1000) / 1000)


def main() -> int:
    """Runs the gate from the command line; 1 where something is below its floor."""
    parser = argparse.ArgumentParser(description="Holds measured figures against pinned floors.")
    parser.add_argument("what", choices=["check", "raise", "compare"])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--floors", type=Path, default=FLOORS)
    wanted = parser.parse_args()
    floors = read_floors(wanted.floors)
    if wanted.what == "compare":
        faults = [fault for path in wanted.files for fault in lowered(read_floors(path), floors)]
    else:
        measured: list[Measured] = [json.loads(path.read_text(encoding="utf-8")) for path in wanted.files]
        faults = check(floors, measured) if wanted.what == "check" else []
        if wanted.what == "raise":
            wanted.floors.write_text(write_floors(lifted(floors, measured)), encoding="utf-8")
    print("\n".join(faults) or "all floors hold", file=sys.stderr if faults else sys.stdout)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
