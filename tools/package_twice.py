"""Builds wheel and source archive twice, in two places, and compares them byte for byte.

    python tools/package_twice.py --out dist

The time in the archives is SOURCE_DATE_EPOCH, or where that is not set the time of the last commit, so that whoever builds
the same commit gets the same files. Leaves the first pair in ``--out`` with SHA256SUMS, and prints their sizes.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEFT = shutil.ignore_patterns(
    ".git", ".venv", "dist", "build", "site", "__pycache__", ".*_cache", ".hypothesis", "*.onrecord*"
)


def epoch() -> str:
    """Seconds since 1970 that stand for the source: as given, else of the last commit."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return given
    told = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=True)
    return told.stdout.strip()


def built(source: Path, out: Path, when: str) -> dict[str, Path]:
    """Wheel and source archive of a tree, by name."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": when}
    environment.pop("PYTHONPATH", None)
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(out)]
    subprocess.run(
        command, cwd=source, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    return {path.name: path for path in sorted(out.iterdir()) if path.suffix in (".whl", ".gz")}


def main() -> int:
    """Builds twice; 0 where both are the same."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    out = parser.parse_args().out.resolve()
    when = epoch()
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        pairs = []
        for place in (Path(first), Path(second) / "deeper" / "place"):
            shutil.copytree(ROOT, place / "source", ignore=LEFT)
            pairs.append(built(place / "source", place / "out", when))
        one, other = ({name: path.read_bytes() for name, path in pair.items()} for pair in pairs)
    out.mkdir(parents=True, exist_ok=True)
    sums = []
    for name, body in one.items():
        (out / name).write_bytes(body)
        sums.append(f"{hashlib.sha256(body).hexdigest()}  {name}\n")
        print(f"{name}: {len(body):,} bytes, {'the same' if other.get(name) == body else 'NOT THE SAME'} twice")
    (out / "SHA256SUMS").write_text("".join(sums))
    return 0 if one == other and len(one) == 2 else 1


if __name__ == "__main__":
    sys.exit(main())
