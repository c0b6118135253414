"""Units coded into parts, here or by Ray on many machines."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.cluster.parts import Numbered, is_done, write_part
from onrecord.cluster.units import Unit, pages_of
from onrecord.errors import OnrecordError
from onrecord.run import Engine, Result, Task, plan
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


@dataclass(frozen=True, slots=True)
class _End(Result):
    """Stands behind the results of a unit. Engines let results pass, so it comes out where it was put in."""

    was_done: bool = False


def code_units(units: Sequence[Unit], folder: str, engine: Engine, fingerprint: str) -> Iterator[Coded]:
    """Codes units into parts, one after the other; those that were coded under the fingerprint before are passed over.

    The engine is asked once for all of them, so that its processes start once and none waits for the end of a unit.
    """
    numbers: deque[int] = deque()

    def pages(unit: Unit) -> Iterator[Page | PageFault]:
        try:
            for number, page in pages_of(unit):
                numbers.append(number)
                yield page
        except OSError as error:
            raise OnrecordError(f"{unit.path}: cannot be read ({error.strerror or error})") from error

    def tasks() -> Iterator[Task | Result]:
        for unit in units:
            was_done = is_done(folder, unit.name, fingerprint)
            if not was_done:
                yield from plan(pages(unit), lambda doc: False)
            yield _End("known", unit.path, was_done=was_done)

    left = iter(units)
    coded, results = None, list[Numbered]()
    for result in engine.map(tasks()):
        coded = coded or Coded(next(left).name)
        if not isinstance(result, _End):
            coded.count(result)
            results.append((numbers.popleft(), result))
            continue
        coded.was_done = result.was_done
        if not coded.was_done:
            write_part(folder, coded.unit, fingerprint, results)
        yield coded
        coded, results = None, []


def code_unit(unit: Unit, folder: str, engine: Engine, fingerprint: str) -> Coded:
    """Codes one unit into its part."""
    (coded,) = code_units([unit], folder, engine, fingerprint)
    return coded
