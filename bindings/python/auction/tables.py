"""Tables: named columns of one length, read by pandas, polars and pyarrow without a copy."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from typing import Any, Union

import numpy as np
import numpy.typing as npt

from . import _auction

__all__ = ["Table", "columns_of"]

Column = Union["npt.NDArray[Any]", "list[str]"]


class Table(Mapping[str, Column]):
    """Named columns: NumPy arrays of numbers, lists of text.

    Anything that reads the Arrow PyCapsule protocol takes it: ``polars.DataFrame(table)``,
    ``pyarrow.table(table)``. Numbers are not copied on the way.
    """

    def __init__(self, columns: Mapping[str, Column]) -> None:
        self._columns = dict(columns)
        lengths = {len(column) for column in self._columns.values()}
        if len(lengths) > 1:
            raise ValueError("columns: must be of one length")
        self.rows = lengths.pop() if lengths else 0

    def __getitem__(self, name: str) -> Column:
        return self._columns[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    def __repr__(self) -> str:
        return f"<Table of {self.rows} rows: {', '.join(self._columns)}>"

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The Arrow C stream of the table, as one batch; a requested schema is not looked at."""
        return _auction._arrow_stream(
            {name: column if isinstance(column, list) else np.ascontiguousarray(column)
             for name, column in self._columns.items()})

    def to_pandas(self) -> Any:
        """A pandas DataFrame."""
        import pandas

        return pandas.DataFrame(self._columns)

    def to_polars(self) -> Any:
        """A polars DataFrame."""
        import polars

        return polars.DataFrame(self)

    def _repr_html_(self) -> str:
        return rows_html(list(self._columns), zip(*[c[:20] for c in self._columns.values()]),
                         self.rows)


def rows_html(names: list[str], rows: Any, total: int | None = None) -> str:
    """An HTML table for a notebook: numbers to the right, text escaped."""
    def cell(value: object) -> str:
        side = "left" if isinstance(value, str) else "right"
        shown = f"{value:,}" if isinstance(value, (int, np.integer)) else html.escape(str(value))
        return f'<td style="text-align:{side}">{shown}</td>'

    body = "".join("<tr>" + "".join(cell(value) for value in row) + "</tr>" for row in rows)
    head = "".join(f"<th>{html.escape(name)}</th>" for name in names)
    foot = "" if total is None or total <= 20 else f"<caption>the first 20 of {total:,}</caption>"
    return f"<table>{foot}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def values_of(column: Any) -> list[Any]:
    """A column's values as Python's own, whatever library it is of."""
    for method in ("to_pylist", "to_list", "tolist"):
        if hasattr(column, method):
            return list(getattr(column, method)())
    return list(column)


def columns_of(table: Any) -> dict[str, Any]:
    """The columns of a DataFrame (pandas, polars), an Arrow table, or a mapping."""
    if hasattr(table, "column_names"):  # pyarrow
        return {name: table.column(name) for name in table.column_names}
    names = table.columns if hasattr(table, "columns") else table.keys()
    return {str(name): table[name] for name in names}
