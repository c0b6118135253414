"""onrecord: who said what, who did what, to whom, and when, each entry traceable to its words."""

import onrecord.read  # noqa: F401  (loaded now, for the function below takes its place as an attribute)
import onrecord.resolve  # noqa: F401  (the same)
from onrecord.api import Record, default_pipeline, open, read, resolve
from onrecord.errors import OnrecordError
from onrecord.projection import plover
from onrecord.run import Added
from onrecord.schema import Document, Event, Findings, Party, Span, Statement, When

__all__ = [
    "Added",
    "Document",
    "Event",
    "Findings",
    "OnrecordError",
    "Party",
    "Record",
    "Span",
    "Statement",
    "When",
    "default_pipeline",
    "open",
    "plover",
    "read",
    "resolve",
]
