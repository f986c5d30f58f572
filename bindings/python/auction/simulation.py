"""Simulation by the hundred thousand: the real engine, in virtual time, told as arrays."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, Union

import numpy as np
import numpy.typing as npt

from . import _auction
from ._auction import Log, Setup, plan_dtype
from .inputs import AssetsLike, ManagersLike, RulesLike
from .inputs import setup as make_setup
from .tables import Table

__all__ = ["simulate", "play", "plan_array", "Simulation"]

Bidder = Any  # a line of text, an object with `plan`, or one with `plans`
BiddersLike = Union[str, Mapping[str, Bidder], Sequence[Bidder], Bidder]

ANY = "*"
END_REASONS = ("", "all_lots_done", "all_squads_full", "nobody_can_bid")


class Simulation:
    """What a batch of auctions came to. Row i is auction ``first + i``.

    Attributes
    ----------
    setup : Setup
    seed : ndarray of uint64, shape (n,)
        Of each auction; `simulate` with n=1 and `first` plays one again.
    events, bids, refusals, duration_ms : ndarray of int64, shape (n,)
    reason : ndarray of int8, shape (n,)
        Why each ended: place in `END_REASONS`.
    left, spent : ndarray of int64, shape (n, managers)
        Units of the currency.
    squad : ndarray of int32, shape (n, managers)
        Assets owned at the end, retained ones too.
    """

    def __init__(self, setup: Setup, first: int, arrays: dict[str, Any]) -> None:
        self.setup = setup
        self.first = first
        lots = arrays.pop("lots")
        managers = len(setup.labels)
        self.seed: npt.NDArray[np.uint64] = arrays["seed"]
        self.events: npt.NDArray[np.int64] = arrays["events"]
        self.bids: npt.NDArray[np.int64] = arrays["bids"]
        self.refusals: npt.NDArray[np.int64] = arrays["refusals"]
        self.duration_ms: npt.NDArray[np.int64] = arrays["duration_ms"]
        self.reason: npt.NDArray[np.int8] = arrays["reason"]
        self.left: npt.NDArray[np.int64] = arrays["left"].reshape(-1, managers)
        self.spent: npt.NDArray[np.int64] = arrays["spent"].reshape(-1, managers)
        self.squad: npt.NDArray[np.int32] = arrays["squad"].reshape(-1, managers)
        self._lots: dict[str, npt.NDArray[Any]] = lots

    def __len__(self) -> int:
        return len(self.seed)

    def __repr__(self) -> str:
        return f"<Simulation of {len(self):,} auctions, {self.bids.sum():,} bids>"

    def _pivot(self, column: str, dtype: Any, empty: int) -> npt.NDArray[Any]:
        """By auction and asset, of the lots that sold."""
        out = np.full((len(self), len(self.setup.assets)), empty, dtype)
        sold = self._lots["winner"] >= 0
        out[self._lots["auction"][sold] - self.first, self._lots["asset"][sold]] = \
            self._lots[column][sold]
        return out

    @cached_property
    def prices(self) -> npt.NDArray[np.int64]:
        """What each asset was sold for, shape (n, assets); 0: not sold."""
        return self._pivot("price", np.int64, 0)

    @cached_property
    def winners(self) -> npt.NDArray[np.int16]:
        """Who bought each asset, shape (n, assets); -1: nobody."""
        return self._pivot("winner", np.int16, -1)

    @cached_property
    def bid_counts(self) -> npt.NDArray[np.int32]:
        """Bids on each asset in the lot that sold it, shape (n, assets)."""
        return self._pivot("bids", np.int32, 0)

    @cached_property
    def opened_at(self) -> npt.NDArray[np.int64]:
        """When the lot that sold each asset opened, shape (n, assets), ms from the start; -1."""
        return self._pivot("opened_at", np.int64, -1)

    @property
    def lots(self) -> Table:
        """A row a lot: auction, lot, asset, outcome, winner, round, price, bids, opened_at."""
        return Table(self._lots)

    @property
    def auctions(self) -> Table:
        """A row an auction."""
        return Table({"auction": np.arange(self.first, self.first + len(self)), "seed": self.seed,
                      "events": self.events, "bids": self.bids, "refusals": self.refusals,
                      "duration_ms": self.duration_ms, "reason": self.reason})

    @property
    def managers(self) -> Table:
        """A row an auction and manager."""
        count = len(self.setup.labels)
        return Table({"auction": np.repeat(np.arange(self.first, self.first + len(self)), count),
                      "manager": np.tile(np.arange(count), len(self)), "left": self.left.ravel(),
                      "spent": self.spent.ravel(), "squad": self.squad.ravel()})

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The lots, as an Arrow stream."""
        return self.lots.__arrow_c_stream__(requested_schema)

    def _repr_html_(self) -> str:
        return self.auctions._repr_html_()


def _processors() -> int:
    """Those this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _seats(bidders: BiddersLike, labels: list[str]) -> dict[str, Bidder]:
    """Whoever sits where, by label; '*' is everybody else."""
    if isinstance(bidders, Mapping):
        unknown = [key for key in bidders if key not in labels and key != ANY]
        if unknown:
            raise ValueError(f"bidders: no manager is called {unknown[0]!r}")
        return dict(bidders)
    if isinstance(bidders, (list, tuple)):
        if len(bidders) != len(labels):
            raise ValueError(f"bidders: must be one for each of the {len(labels)} managers")
        return dict(zip(labels, bidders))
    return {ANY: bidders}


def _table(bidders: BiddersLike, labels: list[str]) -> tuple[str, dict[int, Any], dict[int, Any]]:
    """A line-up for the engine, and the seats of objects that answer one or many questions."""
    if isinstance(bidders, str) and "=" in bidders.split(":")[0]:  # Reds=eager:over=30
        return bidders, {}, {}
    lines: list[str] = []
    plain: dict[int, Any] = {}
    many: dict[int, Any] = {}
    seats = _seats(bidders, labels)
    everybody = seats.pop(ANY, "valuing")
    for slot, label in enumerate(labels):
        bidder: Any = seats.get(label, everybody)
        if isinstance(bidder, str):
            lines.append(f"{label}={bidder}" if label in seats else "")
        elif callable(getattr(bidder, "plans", None)):
            many[slot] = bidder.plans
        elif callable(getattr(bidder, "plan", None)):
            plain[slot] = bidder.plan
        else:
            raise TypeError(f"bidders: {bidder!r} is no line of text and has neither plan nor "
                            "plans")
    if isinstance(everybody, str):
        lines.append(f"*={everybody}")
    return ";".join(line for line in lines if line), plain, many


def _one_each(many: dict[int, Any]) -> dict[int, Any]:
    """Bound methods of one object are made anew at each look: the same object, asked once."""
    known: dict[int, Any] = {}
    return {seat: known.setdefault(id(getattr(plans, "__self__", plans)), plans)
            for seat, plans in many.items()}


def _pinned(rules: RulesLike | Setup, assets: AssetsLike | None,
            managers: ManagersLike | None) -> Setup:
    if isinstance(rules, Setup):
        return rules
    if assets is None or managers is None:
        raise TypeError("which assets and which managers?")
    return make_setup(rules, assets, managers)


def simulate(rules: RulesLike | Setup, assets: AssetsLike | None = None,
             managers: ManagersLike | None = None, bidders: BiddersLike = "valuing",
             n: int = 1000, *, seed: int = 0, threads: int | None = None, first: int = 0,
             worth: Sequence[int] | npt.NDArray[np.int64] | None = None,
             multiple_permille: int = 0, spread: int = 60, latency_ms: int = 0,
             starts_at: Any = 0, lanes: int = 1024,
             progress: Callable[[int, int], object] | None = None) -> Simulation:
    """Plays n whole auctions by made-up bidders.

    The engine is the real one, every bid is judged. Auction i depends on ``seed`` and i alone, so
    the result is the same for any number of threads, and any part can be played again.

    Parameters
    ----------
    rules : RuleSet, str or Setup
    assets, managers
        As in `setup`; not with a `Setup`.
    bidders : str, dict of label to bidder, sequence of bidders, or one bidder for all
        A bidder is a line of text (``'eager:over=40'``, see `lineup_help`), an object with
        ``plan(facts) -> Plan | int | None`` that is asked about one lot at a time, or an object
        with ``plans(facts) -> array`` that is asked once for all auctions that wait: `facts` is a
        structured array (`facts_dtype`), the answer an int64 array of the highest amounts (below
        ``next_bid``: out) or an array of `plan_dtype`. In a dict, '*' is everybody else.
    n : int
        Auctions.
    seed : int
        0 to 2**64 - 1.
    threads : int, optional
        All processors where it is left out. Bidders in Python take turns at the interpreter, and
        ``plans`` is asked from one thread.
    first : int
        Index of the first auction: parts of one batch fit together.
    worth : sequence of int, shape (assets,), optional
        The table's opinion of each asset; drawn for every auction where it is left out.
    multiple_permille, spread : int
        How it is drawn: base price times this (0: what the purses carry), off by `spread` percent.
    latency_ms : int
        News reach a bidder, and bids the auction, so much later.
    starts_at : int or datetime
    lanes : int
        Auctions side by side for ``plans``.
    progress : callable, optional
        Called with (done, n), at most ten times a second.

    Returns
    -------
    Simulation

    Raises
    ------
    InputError
        If the set-up or the line-up does not hold.
    BidderError
        If a bidder raised: it names the auction and the event; nothing more is played.
    """
    pinned = _pinned(rules, assets, managers)
    lineup, plain, many = _table(bidders, pinned.labels)
    arrays = _auction._simulate(
        pinned, lineup, plain, _one_each(many), n=n, first=first, seed=seed,
        threads=_processors() if threads is None else threads, lanes=lanes, worth=None if worth is None else list(worth),
        multiple_permille=multiple_permille, spread=spread, latency_ms=latency_ms,
        starts_at=starts_at, progress=progress)
    return Simulation(pinned, first, arrays)


def play(rules: RulesLike | Setup, assets: AssetsLike | None = None,
         managers: ManagersLike | None = None, bidders: BiddersLike = "valuing", *, seed: int = 0,
         worth: Sequence[int] | npt.NDArray[np.int64] | None = None, multiple_permille: int = 0,
         spread: int = 60, latency_ms: int = 0, starts_at: Any = 0) -> Log:
    """Plays one auction by made-up bidders and keeps its log: every bid, and when.

    Parameters
    ----------
    rules, assets, managers, bidders, worth, multiple_permille, spread, latency_ms, starts_at
        As in `simulate`; bidders with ``plans`` are for batches.
    seed : int
        The auction's own: `Simulation.seed` tells those of a batch.

    Returns
    -------
    Log
    """
    pinned = _pinned(rules, assets, managers)
    lineup, plain, many = _table(bidders, pinned.labels)
    if many:
        raise TypeError("bidders: one auction asks one question at a time; give a plan method")
    return _auction._play(pinned, lineup, plain, seed=seed,
                          worth=None if worth is None else list(worth),
                          multiple_permille=multiple_permille, spread=spread,
                          latency_ms=latency_ms, starts_at=starts_at)


def plan_array(rows: int) -> npt.NDArray[Any]:
    """An array of plans, all of them out; fields action (0 out, 1 wait, 2 bid), after_ms, amount,
    up_to, from_end.

    Parameters
    ----------
    rows : int

    Returns
    -------
    ndarray of plan_dtype, shape (rows,)
    """
    return np.zeros(rows, plan_dtype)
