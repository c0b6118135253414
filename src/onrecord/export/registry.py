"""The exporters by name: those that ship, and those that others bring.

A name leads to ``module:object``, as in an entry point, so that nothing is imported before it is asked for. An entry point
of the group ``onrecord.exporters`` joins as one of ``more``: its name, and what loads it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType

from onrecord.errors import UsageError
from onrecord.export.exporter import Exporter

More = Mapping[str, Callable[[], object]]
NO_MORE: More = MappingProxyType({})

SHIPPED: Mapping[str, str] = {
    "jsonl": "onrecord.export.jsonl:EXPORTER",
    "csv": "onrecord.export.csv:EXPORTER",
    "parquet": "onrecord.export.parquet:EXPORTER",
    "sqlite": "onrecord.export.sqlite:EXPORTER",
    "plover": "onrecord.export.plover:EXPORTER",
    "polecat": "onrecord.export.polecat:EXPORTER",
    "icews": "onrecord.export.icews:EXPORTER",
    "gdelt-events": "onrecord.export.gdelt_events:EXPORTER",
    "gdelt-mentions": "onrecord.export.gdelt_mentions:EXPORTER",
    "petrarch": "onrecord.export.petrarch:EXPORTER",
    "web-annotation": "onrecord.export.web_annotation:EXPORTER",
    "schema-org": "onrecord.export.schema_org:EXPORTER",
    "ftm": "onrecord.export.ftm:EXPORTER",
    "prov-json": "onrecord.export.prov_json:EXPORTER",
    "graphml": "onrecord.export.graphml:EXPORTER",
    "edges": "onrecord.export.edges:EXPORTER",
    "label-studio": "onrecord.export.label_studio:EXPORTER",
    "prodigy": "onrecord.export.prodigy:EXPORTER",
    "doccano": "onrecord.export.doccano:EXPORTER",
}


def names(more: More = NO_MORE) -> tuple[str, ...]:
    """The names that ``exporter`` knows: those that ship, then the others by name."""
    return (*SHIPPED, *sorted(set(more) - set(SHIPPED)))


def exporter(name: str, more: More = NO_MORE) -> Exporter:
    """The exporter of this name; one that ships goes before another of its name.

    Raises UsageError for a name that there is not, and for what is no exporter.
    """
    if name in SHIPPED:
        module, _, attribute = SHIPPED[name].partition(":")
        found: object = getattr(import_module(module), attribute)
    elif name in more:
        found = more[name]()
    else:
        raise UsageError(f"{name}: no such format; give one of {', '.join(names(more))}")
    if not isinstance(found, Exporter):
        raise UsageError(
            f"{name}: what is registered under this name is no exporter; it lacks a name, summary or write"
        )
    return found
