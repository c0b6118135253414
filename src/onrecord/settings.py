"""One table of settings: name, default, help. The command line, the docs and the tests read it.

Lower rooms get values passed in and never look here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from onrecord.errors import UsageError
from onrecord.schema.finding import Attitude, Form, Medium
from onrecord.schema.party import ActorKind, Capacity

MIN_CONFIDENCE: dict[str, float] = {"everything": 0.0, "balanced": 0.46, "precise": 0.7}
"""Named floors for an entry's confidence (0 to 1): ``balanced`` for the best F1, ``precise`` for what people look at.

``balanced`` lies where the content F1 of PolNeAR's dev part and that of our corpus's train part are both within a point of their
best (``evals/polnear.py --split dev --min-confidence X``; ``evals/statements.py --part train --min-confidence X``).
"""

TABLE_LIMIT = 50
"""Rows of a table where no limit is given: a few screens."""

PAGE_SECONDS = 600.0
"""Seconds of processor time for one page: the thickest book that is read at all (4 million characters) takes half of it."""

PAGE_MEMORY = 2048
"""MiB for one page beyond what the program takes: the thickest book takes three quarters of it."""

LIST_FORMATS = ("table", "csv", "jsonl", "parquet")
EXPORT_FORMATS = (
    "jsonl", "csv", "parquet", "sqlite", "plover", "polecat", "icews", "gdelt-events", "gdelt-mentions", "petrarch",
    "web-annotation", "schema-org", "ftm", "prov-json", "graphml", "edges", "label-studio", "prodigy", "doccano",
)  # fmt: skip
DERIVED_FORMATS = ("gdelt-events", "gdelt-mentions", "graphml", "edges")
"""Export formats that are made of happenings, so that ``onrecord derive`` has to run before."""
COMING_BACK = ("label-studio", "prodigy", "doccano")
"""Export formats whose annotations come back as judgements."""
STATUSES = ("actual", "planned", "conditional", "possible", "counterfactual", "demanded", "negated")
VOICES = ("outlet", "own_side", "other_side", "third_party", "unnamed")
CAPACITIES: tuple[str, ...] = get_args(Capacity)
ACTOR_KINDS: tuple[str, ...] = get_args(ActorKind)
ATTITUDES: tuple[str, ...] = get_args(Attitude)
FORMS: tuple[str, ...] = get_args(Form)
MEDIUMS: tuple[str, ...] = get_args(Medium)

CHOICES: dict[str, tuple[str, ...]] = {
    "kind": ("statement", "event"),
    "status": STATUSES,
    "voice": VOICES,
    "capacity": CAPACITIES,
    "attitude": ATTITUDES,
    "form": FORMS,
    "medium": MEDIUMS,
}
"""The conditions on entries that take one of a few values, and these."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name on the command line (without dashes), its default in words, and its help."""

    name: str
    default: str
    help: str


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "min-confidence",
        "balanced for code, precise for lists",
        "The least confidence an entry needs to be shown: balanced, precise, everything, or a number from 0 to 1.",
    ),
    Setting("model", "the model in the package", "Another installed spaCy pipeline, by its name."),
    Setting("frames", "none", "A file with frames of your own, read on top of the shipped ones."),
    Setting("actors", "none", "A TSV file with actors of your own, known by name on pages beside the shipped ones."),
    Setting("jobs", "1", "How many processes read pages at the same time."),
    Setting("page-seconds", "600", "Processor time for one page, in seconds; one that takes more fails. 0: no limit."),
    Setting("page-memory", "2048", "Memory for one page, in MiB (Linux); one that takes more fails. 0: no limit."),
    Setting("sidecar", "none", "A CSV with metadata for text dumps: path, title, published, outlet, url, language."),
    Setting("online", "off", "Fetch web addresses, into this web archive (.warc.gz), and read them from there."),
    Setting("format", "table", "How a list is written: table, csv, jsonl or parquet."),
    Setting("limit", "50 for tables, else none", "The most rows to show; 0 shows all."),
    Setting(
        "everything",
        "off",
        "Show also what is left out by default: claims about others, plans, denials, doubtful entries.",
    ),
    Setting("debug", "off", "Show the whole traceback where a step fails."),
)


def help_of(name: str) -> str:
    """The help text of a setting. Raises KeyError for a name that is not in the table."""
    return _HELP[name]


_HELP = {setting.name: setting.help for setting in SETTINGS}


def check_choice(option: str, values: Iterable[str], known: Iterable[str]) -> None:
    """Raises UsageError for a value that there is not: a slip of the finger must not look like an empty record."""
    there = tuple(known)
    for value in values:
        if value not in there:
            raise UsageError(f"{option} {value}: no such {option.lstrip('-')}; there are {', '.join(there)}")


def confidence_floor(value: str) -> float:
    """The number behind ``value``: a name of MIN_CONFIDENCE or a number from 0 to 1. Raises UsageError otherwise."""
    if value in MIN_CONFIDENCE:
        return MIN_CONFIDENCE[value]
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        names = ", ".join(MIN_CONFIDENCE)
        raise UsageError(f"--min-confidence {value}: no such floor; give one of {names}, or a number from 0 to 1")
    return number
