"""What a viewer sees, as frozen dataclasses. Slots, numbers, units and times as in `events`."""

from __future__ import annotations

import dataclasses

from .enums import EndReason, How, Outcome, Phase, Status

__all__ = ["View", "OpenLot", "Bid", "Squad", "Holding", "ClosedLot", "Progress", "VerifyReport",
           "LogFault"]

value = dataclasses.dataclass(frozen=True)


@value
class Bid:
    """A bid that stands, or stood."""

    manager: int
    amount: int
    seq: int
    at: int


@value
class OpenLot:
    """A lot on the block. `max_bids[m]` is the most manager m could bid on it; 0: nothing."""

    number: int
    asset: int
    round: int
    reoffer: bool
    base_price: int
    current_bid: int | None
    leader: int | None
    bid_count: int
    next_bid: int
    extensions: int
    opened_at: int
    ends_at: int
    remaining_ms: int
    bids: tuple[Bid, ...]
    max_bids: tuple[int, ...]


@value
class Holding:
    """An owned asset, what was paid, and in which lot; None: retained."""

    asset: int
    price: int
    lot: int | None


@value
class Squad:
    """A manager: the purse after what was sold, and the squad."""

    manager: int
    label: str
    purse: int
    spent: int
    slots_used: int
    slots_left: int
    holdings: tuple[Holding, ...]


@value
class ClosedLot:
    """What became of a lot. `winner` and `price` where it was sold."""

    number: int
    asset: int
    outcome: Outcome
    how: How
    winner: int | None
    round: int
    price: int
    bid_count: int
    opened_at: int


@value
class Progress:
    """How far the auction has come, in assets."""

    total: int
    sold: int
    unsold: int
    remaining: int
    round: int


@value
class View:
    """Everything a client shows, cut for one viewer. What the rules hide is not in it."""

    seq: int
    server_now: int
    status: Status
    phase: Phase
    reason: EndReason | None
    opens_at: int | None
    requests_end_at: int | None
    lots: tuple[OpenLot, ...]
    managers: tuple[Squad, ...]
    progress: Progress
    upcoming: tuple[int, ...]
    closed: tuple[ClosedLot, ...]
    viewer: int | None
    requested: tuple[int, ...]


@value
class LogFault:
    """What is wrong with a log, and at which event's seq the record begins that shows it."""

    seq: int
    what: str


@value
class VerifyReport:
    """What `Log.verify` found. `ok`: the log is sound.

    Attributes
    ----------
    ok : bool
    fault : LogFault or None
        The first one.
    records, events, withheld : int
        Sound ones before the fault, and how many keep their content back.
    head_seq, head_hash
        The end of what is sound.
    digest : str or None
        Of the state there; None after a withheld record or a fault.
    replayed_seq : int
        Of the last state that could be replayed.
    status : Status
    """

    ok: bool
    fault: LogFault | None
    records: int
    events: int
    withheld: int
    head_seq: int
    head_hash: str
    digest: str | None
    replayed_seq: int
    status: Status
