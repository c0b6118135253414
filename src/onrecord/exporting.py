"""A record handed on, for programs: written in other people's formats, and judged by what comes back from annotation tools."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike
from typing import TYPE_CHECKING, Any

from onrecord.across import one_of

if TYPE_CHECKING:
    from onrecord.export.exporter import Options
    from onrecord.store import Store


class Exporting:
    """The part of a record that writes it out."""

    store: Store
    path: str

    def export(
        self, form: str, out: str | PathLike[str] | None = None, *, table: str | None = None, text: bool = True,
        whole_texts: bool = False, everything: bool = False, undated: str = "empty", header: bool = True,
        redact: bool = False, protect: Iterable[str] = (),
    ) -> Mapping[str, int]:  # fmt: skip
        """Writes the record to ``out``, or to stdout, in an export format (``onrecord.settings.EXPORT_FORMATS``) or a plug-in's.

        ``jsonl`` is the whole record, line by line as the contract has it. All others hold what is vouched for and of high
        confidence, and all with ``everything``; short passages, none with ``text=False``, and the pages' texts with
        ``whole_texts`` where the format has a place for them. Tables take ``table`` (entries, statements, events,
        documents). ``undated`` says what stands where a page does not tell an event's day: ``empty``, ``published``, or
        ``drop`` for no row. ``redact`` masks private persons, ``protect`` people by name or id. Gives how much was left out,
        by reason. Raises UsageError for a format, table or option that there is not.
        """
        from onrecord.export.privacy import Privacy
        from onrecord.plugins import installed
        from onrecord.writing import write

        privacy = Privacy(redact, tuple(protect))
        options = options_of(table, text, whole_texts, everything, undated, header)
        private = privacy if redact or privacy.protect else None
        return write(self.store, form, out, options, private, more=installed("onrecord.exporters"))

    def take_annotations(
        self, form: str, path: str | PathLike[str], *, by: str, made: str
    ) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """Takes annotations made with an annotation tool (``label-studio``, ``prodigy``, ``doccano``) as judgements.

        ``by`` and ``made`` (an ISO time) stand in where the file does not tell. Gives how many judgements were made, by
        verdict, and how many annotations gave none, by reason. Raises UsageError for a format that does not come back, or a
        file that is not in it; judgements before the fault stay.
        """
        from onrecord.writing import take_annotations

        return take_annotations(self.store, form, path, by, made)


def options_of(
    table: str | None, text: bool, whole_texts: bool, everything: bool, undated: str, header: bool
) -> Options:
    """What ``export`` was asked for. Raises UsageError for a value that there is not."""
    from onrecord.export.exporter import UNDATED, Options

    words: Any = "whole" if whole_texts else "passages" if text else "none"
    return Options(table, words, everything, one_of("undated", undated, UNDATED), header)
