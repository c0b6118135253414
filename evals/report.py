"""Makes the page on accuracy from the yardsticks: ``python evals/report.py --data FOLDER [--pairs FILE] [--ecb FOLDER]``.

Runs every yardstick, keeps what each prints in ``--outputs``, and writes the page from it: ``report.md`` beside this file has
the words, and names the place of each table. ``--data`` holds the folders ``polnear``, ``gum``, ``plv``,
``cameo_multiannot``, ``actor_cases``, ``pages`` and ``dates``. What could not be measured says so in its place, and why at
the end. ``--write-only`` makes the page from outputs of before; ``--only NAME`` runs some yardsticks anew.

Ends with 1 where a yardstick failed; a yardstick whose data is not at hand is no failure.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from report_outputs import Missing, Outputs
from report_runs import ROOT, RUNS, Outcome, run_all
from report_tables import TABLES

TEMPLATE = Path(__file__).with_name("report.md")
TEST = Path(__file__).with_name("report_test")
PLACE = re.compile(r"\{\{(\w+)\}\}")
HEAD = "head.json"


def page(template: str, out: Outputs, head: dict[str, str]) -> str:
    """The page: every place of the template filled. Raises Missing for a figure that was measured and not printed."""
    failures = out.reasons(tuple(run.name for run in RUNS))
    told = "\n".join(f"- {name}: {reason}" for name, reason in failures.items()) or "Everything was."
    values = {**head, "failures": told}

    def fill(place: re.Match[str]) -> str:
        name = place[1]
        return values[name] if name in values else TABLES[name](out)

    return PLACE.sub(fill, template)


def head(outputs: Path, date: str) -> dict[str, str]:
    """What the page says of itself; kept beside the outputs, so that a page written later names the day of measuring."""
    from onrecord.steps import package_digest, package_version

    kept = outputs / HEAD
    if kept.is_file() and not date:
        found: dict[str, str] = json.loads(kept.read_text(encoding="utf-8"))
        return found
    made = {
        "version": package_version(),
        "rules": package_digest()[:12],
        "date": date or datetime.now(UTC).date().isoformat(),
    }
    kept.write_text(json.dumps(made, indent=2) + "\n", encoding="utf-8")
    return made


def places(options: argparse.Namespace) -> dict[str, Path]:
    """Where each yardstick's data lies."""
    base = options.data
    named = {run.needs: base / run.needs for run in RUNS if run.needs} if base is not None else {}
    given = {name: path for name in ("pairs", "ecb") if (path := getattr(options, name)) is not None}
    return {**{name: path for name, path in named.items() if name not in ("pairs", "ecb")}, **given}


def told(one: Outcome) -> None:
    """One line about a yardstick, on stderr."""
    print(f"{one.name}: {one.reason or f'{one.seconds:.0f} s'}", file=sys.stderr, flush=True)


def main() -> int:
    """Measures and writes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, help="the folder with other people's data")
    parser.add_argument("--pairs", type=Path, help="the file with pairs of statements")
    parser.add_argument("--ecb", type=Path, help="the folder with ECB+")
    parser.add_argument("--outputs", type=Path, default=ROOT / "build" / "accuracy", help="what the yardsticks print")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "accuracy.md", help="the page")
    parser.add_argument("--only", nargs="+", metavar="NAME", choices=[run.name for run in RUNS], help="run these alone")
    parser.add_argument("--write-only", action="store_true", help="write the page from what was measured before")
    parser.add_argument("--date", default="", help="the day of measuring; today if not given")
    options = parser.parse_args()
    options.outputs.mkdir(parents=True, exist_ok=True)
    failed = False
    if not options.write_only:
        runs = tuple(run for run in RUNS if options.only is None or run.name in options.only)
        found = list(run_all(runs, places(options), options.outputs, told))
        failed = any(one.reason and not one.reason.startswith("no data") for one in found)
        (options.outputs / HEAD).unlink(missing_ok=True)
    try:
        text = page(
            TEMPLATE.read_text(encoding="utf-8"), Outputs(options.outputs, TEST), head(options.outputs, options.date)
        )
    except Missing as error:
        print(f"report.py: {error}; the yardstick and the page no longer agree", file=sys.stderr)
        return 1
    options.out.write_text(text, encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
