from __future__ import annotations

from collections.abc import Mapping

import pytest

from onrecord.errors import UsageError
from onrecord.export.exporter import Exporter, Options, Source
from onrecord.export.registry import SHIPPED, exporter, names
from onrecord.export.target import Target
from onrecord.settings import EXPORT_FORMATS


class Titles:
    name = "titles"
    summary = "The titles alone"

    def write(self, source: Source, out: Target, options: Options) -> Mapping[str, int]:
        with out.text() as words:
            for one in source.whole():
                words.write(f"{one.document.doc}\n")
        return {}


def test_the_settings_list_what_ships() -> None:
    assert tuple(SHIPPED) == EXPORT_FORMATS


@pytest.mark.parametrize("name", SHIPPED)
def test_each_shipped_exporter_goes_by_its_name(name: str) -> None:
    found = exporter(name)
    assert isinstance(found, Exporter) and found.name == name and found.summary


def test_an_exporter_that_others_bring_is_found_and_none_takes_the_name_of_one_that_ships() -> None:
    more = {"titles": Titles, "csv": Titles}
    assert isinstance(exporter("titles", more), Titles)
    assert exporter("csv", more).name == "csv"
    assert names(more) == (*SHIPPED, "titles")


def test_an_unknown_name_is_told_with_those_that_there_are() -> None:
    with pytest.raises(UsageError, match="titles: no such format; give one of jsonl, csv"):
        exporter("titles")


def test_what_is_no_exporter_is_refused() -> None:
    with pytest.raises(UsageError, match="no exporter"):
        exporter("titles", {"titles": lambda: "a string"})
