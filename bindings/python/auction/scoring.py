"""A whole season of figures to points in one call, from pandas, polars, Arrow or plain arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Union

import numpy as np
import numpy.typing as npt

from ._auction import CricketMatch, RuleBook
from .tables import columns_of, values_of

__all__ = ["rule_book", "score_table", "read_cricsheet"]

BookLike = Union[RuleBook, str]
INT32 = np.iinfo(np.int32)


def rule_book(book: BookLike) -> RuleBook:
    """A rule book: itself, or by the id of one that comes with the library."""
    return RuleBook.named(book) if isinstance(book, str) else book


def _numbers(column: Any, name: str) -> npt.NDArray[Any]:
    """The column as a NumPy array of numbers; what is missing is nan."""
    array = column if isinstance(column, np.ndarray) else None
    if array is None and type(column).__module__.startswith("pandas"):
        kind = getattr(column.dtype, "kind", "O")
        extension = not isinstance(column.dtype, np.dtype)
        array = (column.to_numpy("float64", na_value=np.nan)
                 if extension and kind in "iuf" else column.to_numpy())
    if array is None:
        array = column.to_numpy() if hasattr(column, "to_numpy") else np.asarray(column)
    if array.ndim != 1:
        raise ValueError(f"{name}: must be one-dimensional, not of shape {array.shape}")
    if array.dtype.kind not in "iuf":
        raise TypeError(f"{name}: must hold numbers, not {array.dtype}")
    return np.asarray(array)


def _figures(column: Any, name: str) -> npt.NDArray[np.int32]:
    array = _numbers(column, name)
    if array.dtype.kind == "f":
        array = np.nan_to_num(array, nan=0.0, posinf=np.inf, neginf=-np.inf)
        if not np.array_equal(array, np.trunc(array)) or np.isinf(array).any():
            raise ValueError(f"{name}: must hold whole numbers")
    if array.size and (array.min() < INT32.min or array.max() > INT32.max):
        raise OverflowError(f"{name}: must be {INT32.min} to {INT32.max}")
    return np.ascontiguousarray(array, np.int32)


def _places(column: Any, book: RuleBook) -> npt.NDArray[np.uint8]:
    codes = {name: code for code, name in enumerate(book.positions)}
    names = values_of(column)
    try:
        return np.fromiter((codes[name] for name in names), np.uint8, len(names))
    except KeyError as error:
        raise ValueError(f"position: the book knows no {error.args[0]!r}, only "
                         f"{', '.join(book.positions)}") from None


def score_table(book: BookLike, table: Any, *, position: str | Sequence[str] | None = "position",
                figures: Mapping[str, str] | None = None) -> npt.NDArray[np.int64]:
    """The points of every row of figures: exact, and without a loop of yours.

    Parameters
    ----------
    book : RuleBook or str
    table : DataFrame (pandas, polars), pyarrow.Table or mapping of columns
        A row a player and match. Columns are joined to the book's figures by name; a figure
        without a column is 0, and so is a missing value. Other columns are not looked at.
    position : str or sequence of str, optional
        The column of positions, or the positions themselves; None: everybody has the first.
    figures : mapping of str to str, optional
        The book's name of a figure to the table's column, where they differ.

    Returns
    -------
    ndarray of int64, shape (rows,)
        In the book's unit: divide by ``book.scale`` for points.

    Raises
    ------
    TypeError, ValueError, OverflowError
        If a column holds what is no whole number, or a position the book does not know.

    Examples
    --------
    >>> score_table("pilot-football-clubs", {"won": [1], "goals": [9]}, position=None)
    array([12])
    """
    found = rule_book(book)
    columns = columns_of(table)
    names = {stat: (figures or {}).get(stat, stat) for stat in found.stats}
    unknown = [stat for stat in (figures or {}) if stat not in found.stats]
    missing = [name for name in (figures or {}).values() if name not in columns]
    if unknown or missing:
        raise ValueError(f"figures: there is no {(unknown + missing)[0]!r}")
    arrays = [_figures(columns[name], name) if name in columns else None
              for name in names.values()]
    lengths = {len(array) for array in arrays if array is not None}
    if len(lengths) != 1:
        raise ValueError("table: none of its columns is a figure of the book" if not lengths else
                         "table: columns must be of one length")
    places = None
    if isinstance(position, str):
        if position in columns:
            places = _places(columns[position], found)
        elif len(found.positions) > 1:
            raise ValueError(f"position: the table has no column {position!r}")
    elif position is not None:
        places = _places(position, found)
    return found._score_columns(arrays, places, lengths.pop())


def read_cricsheet(path: Any) -> CricketMatch:
    """A match from a file of Cricsheet's JSON (data under ODC-BY, cricsheet.org)."""
    with open(path, encoding="utf-8") as file:
        return CricketMatch.from_cricsheet(file.read())
