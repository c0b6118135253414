"""Checks that everything an installation brings along has a licence that goes with ours: ``python tools/check_licences.py``.

Walks from the installed package over what it requires (and what the extras named require) and reads the metadata of
each. Exit status 1 where a licence is unknown or not among those that may be distributed beside Apache-2.0.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement

ALLOWED = (
    r"mit(-0)?", r"0?bsd([- ]?[023]([- ]clause)?)?", r"bsd( license)?", r"apache(-2\.0| 2\.0| software( license)?)?",
    r"psf(-2\.0)?", r"python software foundation", r"cnri-python", r"isc( license)?( \(iscl\))?", r"zlib",
    r"cc0-1\.0", r"unlicense",
    r"mpl-(1\.1|2\.0)", r"mozilla public license 2\.0 \(mpl 2\.0\)", r"hpnd", r"unicode-3\.0",
)  # fmt: skip
"""Licences as metadata name them, in small letters: those that ask for no more than their own text to go along. The MPL's
hold for the package's own files, which are shipped as they are."""
ALLOWED_NAME = re.compile(rf"(?:{'|'.join(ALLOWED)})(?: license)?")


def licence_of(found: Distribution) -> str:
    """What a package says of its licence: an SPDX expression, else its classifiers, else a short free text."""
    said = found.metadata
    classified = [one.rpartition(" :: ")[2] for one in said.get_all("Classifier") or () if one.startswith("License ::")]
    free = said.get("License") or ""
    return said.get("License-Expression") or " AND ".join(classified) or (free if len(free) < 60 else "")


def is_allowed(licence: str) -> bool:
    """True where each part of an expression, or one of each choice in it, is among those allowed."""
    plain = licence.replace("(MPL 2.0)", "\0").replace("(ISCL)", "\1").replace("(", " ").replace(")", " ")
    plain = plain.replace("\0", "(MPL 2.0)").replace("\1", "(ISCL)")
    return all(
        any(ALLOWED_NAME.fullmatch(" ".join(one.lower().split())) for one in re.split(r" OR ", part))
        for part in re.split(r" AND |; ", plain)
    )


def required(name: str, extras: Iterable[str] = ()) -> Iterator[Distribution]:
    """The package and all that it requires here, each once. Raises PackageNotFoundError where one is not installed."""
    waiting, seen = [(name, frozenset(extras))], set[str]()
    while waiting:
        wanted, asked = waiting.pop()
        key = re.sub(r"[-_.]+", "-", wanted).lower()
        if key in seen:
            continue
        seen.add(key)
        found = distribution(wanted)
        yield found
        for line in found.requires or ():
            one = Requirement(line)
            environments = [{"extra": extra} for extra in ("", *asked)]
            if one.marker is None or any(map(one.marker.evaluate, environments)):
                waiting.append((one.name, frozenset(one.extras)))


def main() -> int:
    """Prints what is not allowed, or how many packages were looked at."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--package", default="onrecord")
    parser.add_argument("--extra", action="append", default=[])
    given = parser.parse_args()
    try:
        found = list(required(given.package, given.extra))
    except PackageNotFoundError as error:
        print(f"{error.name}: not installed, so its licence cannot be read")
        return 1
    faults = [(one.name, licence_of(one)) for one in found if not is_allowed(licence_of(one))]
    for name, licence in faults:
        print(f"{name}: its licence is {licence or 'not told'}; look at it, and add it to the list if it may go along")
    print(f"{len(found)} packages, {len(faults)} with a licence that is not on the list")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
