"""The yardsticks that the page on accuracy is made from: what runs each, and what became of it."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 3600
"""Seconds after which a yardstick counts as failed."""


@dataclass(frozen=True, slots=True)
class Run:
    """A yardstick: its name, its command line, and the folder or file of other people's data that it needs, if any."""

    name: str
    command: str
    needs: str = ""


RUNS = (
    Run("polnear", "evals/statements.py --polnear {data} --split dev --calibration", "polnear"),
    *(Run(f"statements-{part}", f"evals/statements.py --part {part} --calibration") for part in ("train", "dev")),
    Run("gum", "evals/statements.py --gum {data}", "gum"),
    *(Run(f"events-{part}", f"evals/events.py --part {part}") for part in ("train", "dev")),
    Run("quiet", "evals/quiet.py"),
    Run("plv", "evals/plv.py --data {data}", "plv"),
    Run("cameo", "evals/cameo.py --data {data}", "cameo_multiannot"),
    Run("holders", "evals/holders.py"),
    Run("actors", "evals/actors.py --data {parent}", "actor_cases"),
    Run("actors-dev", "evals/actors.py --corpus corpus --part dev"),
    Run("pages", "evals/pages.py --data {data}", "pages"),
    Run("times", "evals/times.py --data {data}", "dates"),
    Run("storyset", "evals/storyset.py"),
    Run("storyset-held", "evals/storyset.py --part held"),
    Run("pairs", "-m evals.stories pairs {data}", "pairs"),
    Run("ecb", "-m evals.stories ecb {data} --topics 2 5 12 18 21 23 34 35", "ecb"),
    Run("timelines", "evals/timelines.py {data}", "stories/semeval_trial"),
    Run("agreement", "evals/agreement.py corpus corpus/second"),
)
"""The test part of the corpus is not among them: it was measured once, and ``report_test`` holds what was printed then."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a run: ``reason`` says why there is no figure, empty where there is one."""

    name: str
    command: str
    seconds: float = 0.0
    reason: str = ""


def run_all(
    runs: tuple[Run, ...], data: dict[str, Path], out: Path, each: Callable[[Outcome], None] = lambda one: None
) -> Iterator[Outcome]:
    """Runs yardsticks one after the other and keeps what each prints in ``out``; one that fails does not stop the others.

    ``data`` gives the place of each yardstick's data by the name in ``needs``.
    """
    out.mkdir(parents=True, exist_ok=True)
    for run in runs:
        found = _run(run, data.get(run.needs), out)
        (out / f"{run.name}.json").write_text(json.dumps(asdict(found), indent=2) + "\n", encoding="utf-8")
        each(found)
        yield found


def _run(run: Run, place: Path | None, out: Path) -> Outcome:
    if run.needs and (place is None or not place.exists()):
        shown = run.command.replace("{data}", "FOLDER").replace("{parent}", "FOLDER")
        return Outcome(run.name, shown, reason=f"no data for it ({run.needs}) was at hand")
    command = run.command.format(data=place, parent=place.parent) if place is not None else run.command
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT / "evals")])}
    start = time.monotonic()
    try:
        done = subprocess.run(
            [sys.executable, *shlex.split(command)],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=LIMIT,
        )
    except subprocess.TimeoutExpired:
        return Outcome(run.name, command, float(LIMIT), f"it took more than {LIMIT} seconds")
    seconds = round(time.monotonic() - start, 1)
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["nothing was said"])[-1]
        return Outcome(run.name, command, seconds, f"it ended with status {done.returncode}: {last}")
    (out / f"{run.name}.txt").write_text(done.stdout, encoding="utf-8")
    return Outcome(run.name, command, seconds)
