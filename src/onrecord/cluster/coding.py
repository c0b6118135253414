"""Units coded into parts, here or by Ray on many machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.cluster.parts import Numbered, is_done, write_part
from onrecord.cluster.units import Unit, pages_of
from onrecord.errors import OnrecordError
from onrecord.run import Engine, Result, plan
from onrecord.schema import Page, PageFault


@dataclass(slots=True)
class Coded:
    """What came of a unit: pages by state, entries, and what failed, with the reason."""

    unit: str
    states: Counter[str] = field(default_factory=Counter)
    statements: int = 0
    events: int = 0
    failed: list[str] = field(default_factory=list)
    was_done: bool = False

    def count(self, result: Result) -> None:
        """Counts one page in."""
        self.states[result.state] += 1
        if result.findings is not None and result.state == "read":
            self.statements += len(result.findings.statements)
            self.events += len(result.findings.events)
        if result.state == "failed":
            self.failed.append(f"{result.where}: {result.reason}")


def code_units(units: Sequence[Unit], folder: str, engine: Engine, fingerprint: str) -> Iterator[Coded]:
    """Codes unit after unit with an engine; those that were coded under the fingerprint before are passed over."""
    for unit in units:
        yield code_unit(unit, folder, engine, fingerprint)


def code_unit(unit: Unit, folder: str, engine: Engine, fingerprint: str) -> Coded:
    """Codes one unit into its part."""
    coded = Coded(unit.name)
    if is_done(folder, unit.name, fingerprint):
        coded.was_done = True
        return coded
    numbers: list[int] = []

    def pages() -> Iterable[Page | PageFault]:
        for number, page in pages_of(unit):
            numbers.append(number)
            yield page

    results: list[Numbered] = []
    try:
        for result in engine.map(plan(pages(), lambda doc: False)):
            coded.count(result)
            results.append((numbers[len(results)], result))
    except OSError as error:
        raise OnrecordError(f"{unit.path}: cannot be read ({error.strerror or error})") from error
    write_part(folder, unit.name, fingerprint, results)
    return coded
