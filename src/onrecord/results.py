"""What lists give back: rows that are fetched when they are asked for, and turn into tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date
from importlib import import_module
from itertools import islice
from types import UnionType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args, get_type_hints

from onrecord.display import table
from onrecord.errors import MissingExtra

if TYPE_CHECKING:
    import altair
    import pandas
    import polars
    import pyarrow

T = TypeVar("T")

BATCH = 5000
"""Rows of an Arrow batch: some megabytes, with the passages of entries."""
SHOWN = 5
"""Rows in the short form that an interactive session prints."""
SHOWN_IN_NOTEBOOK = 20


class Rows(Generic[T]):
    """A list of flat dataclasses, fetched anew each time it is walked, so that a large one needs no memory."""

    def __init__(self, shape: type[T], fetch: Callable[[slice], Iterator[T]], count: Callable[[], int]) -> None:
        """``fetch`` gives the rows of a slice, as of a list; ``count`` how many there are."""
        self._shape = shape
        self._fetch = fetch
        self._count = count

    def __iter__(self) -> Iterator[T]:
        """The rows in their order."""
        return self._fetch(slice(0, None))

    def __len__(self) -> int:
        """How many rows there are."""
        return self._count()

    def __bool__(self) -> bool:
        """True where there is a row."""
        return next(self._fetch(slice(0, 1)), None) is not None

    def head(self, most: int | None) -> Rows[T]:
        """The first ``most`` of the rows; all of them for None."""
        if most is None:
            return self

        def fetch(some: slice) -> Iterator[T]:
            return self._fetch(slice(some.start, most if some.stop is None else min(most, some.stop)))

        return Rows(self._shape, fetch, lambda: min(most, self._count()))

    def between(self, first: int, last: int) -> list[T]:
        """The rows from place ``first`` on, counted from 0, up to but without ``last``."""
        return list(self._fetch(slice(first, last)))

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(columns_of(self._shape))

    def dicts(self) -> Iterator[dict[str, Any]]:
        """Each row as a dictionary of its flat columns."""
        names = self.columns
        for row in self:
            yield {name: getattr(row, name) for name in names}

    def to_reader(self, rows: int = BATCH) -> pyarrow.RecordBatchReader:
        """The rows as a stream of Arrow batches of at most so many ``rows``, fetched as they are taken."""
        import pyarrow

        kinds = columns_of(self._shape)
        types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
        types[date] = pyarrow.date32()
        schema = pyarrow.schema([(name, types[kind]) for name, kind in kinds.items()])

        def batches() -> Iterator[pyarrow.RecordBatch]:
            walked = self.dicts()
            while some := list(islice(walked, rows)):
                yield pyarrow.RecordBatch.from_pylist(some, schema=schema)

        return pyarrow.RecordBatchReader.from_batches(schema, batches())

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The stream for tools that take Arrow data: ``polars.DataFrame(rows)``, ``pyarrow.table(rows)``."""
        return self.to_reader().__arrow_c_stream__(requested_schema)

    def to_arrow(self) -> pyarrow.Table:
        """The rows as an Arrow table; its columns and types are the same for an empty list."""
        return self.to_reader().read_all()

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a pandas data frame. Raises MissingExtra where pandas is not installed."""
        _needs("pandas")
        return self.to_arrow().to_pandas(date_as_object=False)

    def to_polars(self) -> polars.DataFrame:
        """The rows as a polars data frame. Raises MissingExtra where polars is not installed."""
        return _needs("polars").from_arrow(self.to_arrow())

    def chart(self) -> altair.Chart:
        """The rows as an Altair chart: a timeline, positions, dyads or entries. Raises UsageError for others, or MissingExtra."""
        from onrecord.charts import chart

        return chart(self._shape, self)

    def _repr_html_(self) -> str:
        """A table for a notebook, the words of entries marked."""
        return table(list(self._fetch(slice(0, SHOWN_IN_NOTEBOOK))), len(self), self._shape.__name__)

    def __repr__(self) -> str:
        """How many rows, and the first few."""
        total = len(self)
        head = [short(row) for row in self._fetch(slice(0, SHOWN))]
        more = [f"… and {total - SHOWN:,} more"] if total > SHOWN else []
        return "\n".join([f"{total:,} × {self._shape.__name__}", *(f"  {line}" for line in (*head, *more))])


def _needs(package: str) -> Any:
    """A package that an extra of the same name brings. Raises MissingExtra where it is not there."""
    try:
        return import_module(package)
    except ImportError as error:
        raise MissingExtra(f"a data frame needs {package}: pip install 'onrecord[{package}]'") from error


def columns_of(shape: type) -> dict[str, type]:
    """The flat columns of a dataclass and the type of each, None aside; nested fields are left out."""
    plain = (str, int, float, bool, date)
    hints = get_type_hints(shape)
    found: dict[str, type] = {}
    for field in fields(shape):
        hint = hints[field.name]
        options = [one for one in get_args(hint) if one is not type(None)] if isinstance(hint, UnionType) else [hint]
        literal = {type(value) for value in get_args(options[0])}
        kind = options[0] if options[0] in plain else literal.pop() if len(literal) == 1 else None
        if len(options) == 1 and kind in plain:
            found[field.name] = kind
    return found


def short(row: object) -> str:
    """One row on one line: the columns a reader looks for first."""
    first = ("when_earliest", "published_earliest", "who", "name", "type", "whom", "country", "title", "what", "id")
    values = [getattr(row, name) for name in first if getattr(row, name, None) is not None]
    cells = [" ".join(str(value).split()) for value in values]
    return " · ".join(cell if len(cell) <= 60 else cell[:59] + "…" for cell in cells)
