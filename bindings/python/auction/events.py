"""Events: what happened, as conclusions. Values; the fields are those of the engine's own.

Managers and assets are slots (places in the set-up's lists), lots are numbers from 1, amounts are
units of the currency, times are Unix milliseconds. None is no manager, no note, no time.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Union

from .enums import EndReason, How, Reason

if TYPE_CHECKING:
    from ._auction import Setup

_event = dataclasses.dataclass(frozen=True)


@dataclasses.dataclass(frozen=True)
class Rejection:
    """A rule said no. It changed nothing, above all not the clock.

    Attributes
    ----------
    reason : Reason
        The first rule that failed.
    limit : int or None
        The value that would do, in the unit of the refused field.
    seq : int
        The auction's seq it was judged against.
    left_ms : int
        Milliseconds left of the lot's clock; 0 without an open lot.
    """

    reason: Reason
    limit: int | None
    seq: int
    left_ms: int


@_event
class AuctionCreated:
    """The set-up is pinned."""

    setup: Setup


@_event
class RetentionCharged:
    """What a manager's purse is charged for assets kept before the auction."""

    manager: int
    paid: int
    charged: int


@_event
class LotsOrdered:
    """The order was drawn; `seed` is its secret, hexadecimal."""

    seed: str
    order: tuple[int, ...]


@_event
class AuctionOpened:
    """The room is open."""

    begins_at: int | None
    note: str | None


@_event
class AuctionBegan:
    """Lots come up from now on."""

    openings: int
    note: str | None


@_event
class LotOpened:
    """A lot may be bid on until `ends_at`."""

    lot_number: int
    asset: int
    base_price: int
    ends_at: int
    hard_stop: int | None


@_event
class BidPlaced:
    """An accepted bid."""

    lot_number: int
    manager: int
    amount: int


@_event
class ClockExtended:
    """A late bid moved the end."""

    lot_number: int
    ends_at: int


@_event
class LotSold:
    """The hammer fell."""

    lot_number: int
    winner: int
    price: int
    how: How
    note: str | None


@_event
class LotUnsold:
    """Nobody bought it."""

    lot_number: int
    how: How
    will_reoffer: bool
    note: str | None


@_event
class LotPassed:
    """It came up, nobody could buy it, and it never opened."""

    lot_number: int
    asset: int
    will_reoffer: bool


@_event
class LotAssigned:
    """Given to a manager by hand."""

    lot_number: int
    asset: int
    manager: int
    price: int
    note: str | None


@_event
class LotWithdrawn:
    """Taken off the block."""

    lot_number: int


@_event
class OpeningScheduled:
    """When the next lot comes up."""

    opens_at: int


@_event
class RoundStarted:
    """Unsold assets are offered again."""

    round: int
    openings: int
    order: tuple[int, ...]


@_event
class RequestsOpened:
    """Managers may name unsold assets until then."""

    ends_at: int


@_event
class LotsRequested:
    """What a manager named."""

    manager: int
    assets: tuple[int, ...]


@_event
class AuctionPaused:
    """Every clock stands."""

    note: str | None


@_event
class AuctionResumed:
    """The clocks run on; every deadline moved by `shift_ms` milliseconds."""

    shift_ms: int
    note: str | None


@_event
class Recovered:
    """After a restart: no deadline is before `not_before`."""

    not_before: int


@_event
class LotExtended:
    """The commissioner moved the end."""

    lot_number: int
    ends_at: int
    note: str | None


@_event
class BidRetracted:
    """The latest bid was taken back; `bids_left` remain, the last of them leads."""

    lot_number: int
    bids_left: int
    leader: int | None
    price: int
    ends_at: int
    note: str | None


@_event
class PurseAdjusted:
    """A purse was changed by hand."""

    manager: int
    delta: int
    note: str | None


@_event
class AuctionCompleted:
    """It is over, and why."""

    reason: EndReason | None


@_event
class AuctionCancelled:
    """It was called off."""

    note: str | None


@_event
class SaleVoided:
    """A sale was undone; the asset is queued after all others, or it is unsold."""

    lot_number: int
    will_reoffer: bool
    note: str | None


@_event
class AuctionReset:
    """Before the first lot again; `order_commitment` is the hash of the next draw's seed."""

    order_commitment: str
    note: str | None


@_event
class EndCalled:
    """The commissioner ends it: what is open is concluded, nothing more comes up."""

    note: str | None


@_event
class LotSkipped:
    """The auction was ended before the lot came up."""

    lot_number: int
    asset: int


@_event
class CommissionerAppointed:
    """Somebody may conduct the auction from now on."""

    who: str
    note: str | None


@_event
class CommissionerDismissed:
    """Somebody may not any more."""

    who: str
    note: str | None


Event = Union[
    AuctionCreated, RetentionCharged, LotsOrdered, AuctionOpened, AuctionBegan, LotOpened,
    BidPlaced, ClockExtended, LotSold, LotUnsold, LotPassed, LotAssigned, LotWithdrawn,
    OpeningScheduled, RoundStarted, RequestsOpened, LotsRequested, AuctionPaused, AuctionResumed,
    Recovered, LotExtended, BidRetracted, PurseAdjusted, AuctionCompleted, AuctionCancelled,
    SaleVoided, AuctionReset, EndCalled, LotSkipped, CommissionerAppointed, CommissionerDismissed]
"""Any of the events above."""
