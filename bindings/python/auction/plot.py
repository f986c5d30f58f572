"""Five pictures, each drawn into axes of yours or new ones, and each returning them.

    pip install 'libauction[plot]'
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from ._auction import Auction, Log, Season
from .events import AuctionCreated, BidPlaced, LotAssigned, LotSold, RetentionCharged
from .simulation import Simulation

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["price_against_value", "purse_over_time", "bid_ladder", "squad_table", "points_race"]


def _axes(axes: Axes | None) -> Axes:
    if axes is not None:
        return axes
    import matplotlib.pyplot

    found: Axes = matplotlib.pyplot.subplots(layout="constrained")[1]
    return found


def price_against_value(simulation: Simulation, value: Sequence[float] | npt.NDArray[Any],
                        axes: Axes | None = None) -> Axes:
    """The median price of each asset over what it is worth, with the middle 80 % of its prices.

    Parameters
    ----------
    simulation : Simulation
    value : sequence of float, shape (assets,)
    axes : matplotlib Axes, optional

    Returns
    -------
    matplotlib Axes
    """
    axes = _axes(axes)
    worth = np.asarray(value, float)
    prices = np.where(simulation.prices > 0, simulation.prices, np.nan)
    sold = ~np.isnan(prices).all(axis=0)
    low, middle, high = np.nanpercentile(prices[:, sold], [10, 50, 90], axis=0)
    axes.errorbar(worth[sold], middle, [middle - low, high - middle], fmt="o", ms=3, lw=0.7)
    end = float(np.nanmax([worth.max(), high.max()]))
    axes.plot([0, end], [0, end], color="grey", lw=0.7, ls="--", label="price = value")
    axes.set(xlabel="value", ylabel="price (median, 10 to 90 %)")
    axes.legend()
    return axes


def purse_over_time(log: Log, axes: Axes | None = None) -> Axes:
    """What each manager had left, sale by sale.

    Parameters
    ----------
    log : Log
        Of an auction.
    axes : matplotlib Axes, optional
    """
    axes = _axes(axes)
    labels: list[str] = []
    lines: list[list[int]] = []
    times: list[list[float]] = []
    start = log[0].at
    for _, at, event in log.events():
        minutes = (at - start) / 60_000
        if isinstance(event, AuctionCreated):
            labels = event.setup.labels
            budget = event.setup.rules.budget
            lines = [[m.purse if m.purse is not None else budget] for m in event.setup.managers]
            times = [[0.0] for _ in labels]
        spent = {RetentionCharged: ("manager", "charged"), LotSold: ("winner", "price"),
                 LotAssigned: ("manager", "price")}.get(type(event))
        if spent is not None:
            who = getattr(event, spent[0])
            lines[who].append(lines[who][-1] - getattr(event, spent[1]))
            times[who].append(minutes)
    for label, line, time in zip(labels, lines, times):
        axes.step(time, line, where="post", label=label)
    axes.set(xlabel="minutes", ylabel="purse")
    axes.legend(fontsize="small")
    return axes


def bid_ladder(log: Log, lot: int, axes: Axes | None = None) -> Axes:
    """Every bid on a lot, over the seconds since the first.

    Parameters
    ----------
    log : Log
    lot : int
        Its number.
    axes : matplotlib Axes, optional

    Raises
    ------
    ValueError
        If nobody bid on it.
    """
    axes = _axes(axes)
    events = log.events()
    labels = next((e.setup.labels for _, _, e in events if isinstance(e, AuctionCreated)), [])
    bids = [(at, e.manager, e.amount) for _, at, e in events
            if isinstance(e, BidPlaced) and e.lot_number == lot]
    if not bids:
        raise ValueError(f"lot: nobody bid on lot {lot}")
    seconds = [(at - bids[0][0]) / 1000 for at, _, _ in bids]
    axes.step(seconds, [amount for _, _, amount in bids], where="post", color="lightgrey")
    for manager in sorted({who for _, who, _ in bids}):
        mine = [(s, a) for s, (_, who, a) in zip(seconds, bids) if who == manager]
        axes.plot(*zip(*mine), "o", label=labels[manager])
    axes.set(xlabel="seconds", ylabel="bid", title=f"lot {lot}")
    axes.legend(fontsize="small")
    return axes


def squad_table(auction: Auction, axes: Axes | None = None) -> Axes:
    """Each squad as a stacked bar of the prices paid, the purse left on top.

    Parameters
    ----------
    auction : Auction
    axes : matplotlib Axes, optional
    """
    axes = _axes(axes)
    squads = auction.view().managers
    for squad in squads:
        bottom = 0
        for holding in sorted(squad.holdings, key=lambda h: -h.price):
            axes.bar(squad.label, holding.price, bottom=bottom, edgecolor="white", lw=0.5,
                     color="C0")
            bottom += holding.price
        axes.bar(squad.label, squad.purse, bottom=bottom, color="lightgrey", edgecolor="white")
    axes.set(ylabel="paid, and left (grey)")
    axes.tick_params(axis="x", rotation=45)
    return axes


def points_race(season: Season, labels: Sequence[str], axes: Axes | None = None) -> Axes:
    """The managers' points, round by round, added up.

    Parameters
    ----------
    season : Season
    labels : sequence of str
        The managers', in their order.
    axes : matplotlib Axes, optional
    """
    axes = _axes(axes)
    rounds, points = season.weeks()
    for label, line in zip(labels, np.cumsum(points, axis=0).T / 100):
        axes.plot(range(1, len(rounds) + 1), line, marker=".", label=label)
    axes.set(xlabel="round", ylabel="points")
    axes.legend(fontsize="small")
    return axes
