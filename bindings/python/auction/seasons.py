"""Tables out of seasons and results."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import _auction
from ._auction import Season
from .tables import Table, columns_of, values_of

__all__ = ["standings", "earned", "leaders", "head_to_head", "league_table", "add_fixtures",
           "add_figures"]


def _lists(table: Any) -> dict[str, list[Any]]:
    return {name: values_of(column) for name, column in columns_of(table).items()}


def add_fixtures(season: Season, fixtures: Any) -> None:
    """Imports fixtures and results: all rows or none; the same rows again change nothing.

    Parameters
    ----------
    season : Season
    fixtures : DataFrame or mapping of columns
        starts_at (int or datetime), home, away; optionally venue, round, external_id, status,
        goals_home and goals_away (-1 or None: not played).

    Raises
    ------
    InputError
        Names every bad row.
    """
    season._add_fixtures(_lists(fixtures))


def add_figures(season: Season, figures: Any, *, strangers: bool = False) -> None:
    """Imports what players did: all rows or none; a row replaces what it said before.

    Parameters
    ----------
    season : Season
    figures : DataFrame or mapping of columns
        match (a fixture's external id), player (an asset's), and a column for each figure.
    strangers : bool
        Whether matches and players nobody knows are taken in.
    """
    season._add_figures(_lists(figures), strangers)


def standings(season: Season) -> Table:
    """The managers in order: rank, manager, hundredths (of a point), deducted."""
    return Table(season._standings())


def earned(season: Season) -> Table:
    """What each asset did for whom: manager, asset, hundredths, matches."""
    return Table(season._earned())


def leaders(season: Season) -> Table:
    """What each asset earned, whoever owned it: asset, hundredths; the best first."""
    return Table(season._leaders())


def head_to_head(season: Season) -> Table:
    """Managers against one another, a round robin over the rounds of the season."""
    return Table(season._head_to_head())


def league_table(fixtures: Any, rules: str = "premier-league", *,
                 deductions: Mapping[str, int] | None = None) -> Table:
    """A football league's table from its results.

    Parameters
    ----------
    fixtures : DataFrame or mapping of columns
        home, away, goals_home, goals_away; starts_at is not looked at.
    rules : str
        One of `table_rules`.
    deductions : mapping of str to int, optional
        Points taken off a team.

    Returns
    -------
    Table
        rank, team, played, won, drawn, lost, goals_for, goals_against, points.
    """
    columns = _lists(fixtures)
    columns["starts_at"] = [0] * len(columns["home"])
    return Table(_auction._league_table(columns, rules, dict(deductions or {})))
