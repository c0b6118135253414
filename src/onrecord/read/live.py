"""Times alone on their lines: over the entries of a live blog, or the lengths of films."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.read.cues import Cue
from onrecord.read.lines import Line

LEAST = 4
"""Times from which they head the entries of a live blog."""
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


def with_live_times(lines: Sequence[Line], cues: Sequence[Cue | None]) -> list[Cue | None]:
    """The cues, with bare times ("21:04") told as times of day where they run down, or up, the page in order.

    A list of films shows their lengths in the same form, and in no order.
    """
    found = {at: match for at, line in enumerate(lines) if (match := _CLOCK.fullmatch(line.plain))}
    minutes = [60 * int(match[1]) + int(match[2]) for match in found.values()]
    if len(set(minutes)) < LEAST or minutes not in (sorted(minutes), sorted(minutes, reverse=True)):
        return list(cues)
    return [Cue("time", "time of day, as over each entry") if at in found else cue for at, cue in enumerate(cues)]
