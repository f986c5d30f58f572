"""The words of the engine, as enumerations whose members are their own text.

>>> Status.RUNNING == "running"
True
"""

from __future__ import annotations

import enum

__all__ = ["Status", "Phase", "EndReason", "Outcome", "How", "Reason", "Severity", "FixtureStatus",
           "LeagueRole", "AuctionFate", "LeagueReason"]


class Word(str, enum.Enum):
    """A member is its word: it compares with text, sorts as text and prints as text."""

    def __str__(self) -> str:
        return str(self.value)

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


class Status(Word):
    """Where an auction stands."""

    NONE = "none"
    SET_UP = "set_up"
    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class Phase(Word):
    """What an auction waits for."""

    SET_UP = "set_up"
    WAITING = "waiting"
    LOT_OPEN = "lot_open"
    GAP = "gap"
    REQUESTS = "requests"
    PAUSED = "paused"
    DONE = "done"


class EndReason(Word):
    """Why an auction completed."""

    ALL_LOTS_DONE = "all_lots_done"
    ALL_SQUADS_FULL = "all_squads_full"
    NOBODY_CAN_BID = "nobody_can_bid"
    ENDED_BY_COMMISSIONER = "ended_by_commissioner"


class Outcome(Word):
    """What became of a lot."""

    OPEN = "open"
    SOLD = "sold"
    UNSOLD = "unsold"
    WITHDRAWN = "withdrawn"
    VOIDED = "voided"


class How(Word):
    """How a lot came to its outcome."""

    HAMMER = "hammer"
    CLOSED_BY_COMMISSIONER = "closed_by_commissioner"
    PASSED = "passed"
    NOBODY_CAN_BID = "nobody_can_bid"
    ASSIGNED = "assigned"
    WITHDRAWN = "withdrawn"


class Reason(Word):
    """Why a command was refused: the first rule that failed, in the order of judging."""

    AUCTION_NOT_RUNNING = "auction_not_running"
    PAUSED = "paused"
    LOT_CLOSED = "lot_closed"
    NOT_A_PARTICIPANT = "not_a_participant"
    ALREADY_LEADING = "already_leading"
    STALE = "stale"
    TOO_LOW = "too_low"
    OFF_GRID = "off_grid"
    OVER_LIMIT = "over_limit"
    SQUAD_FULL = "squad_full"
    QUOTA = "quota"
    SQUAD_UNFILLABLE = "squad_unfillable"
    NOT_ALLOWED = "not_allowed"
    WRONG_STATE = "wrong_state"
    UNKNOWN_LOT = "unknown_lot"
    UNKNOWN_MANAGER = "unknown_manager"
    UNKNOWN_ASSET = "unknown_asset"
    OUT_OF_RANGE = "out_of_range"
    NOT_OWNED = "not_owned"

    @property
    def number(self) -> int:
        """As `Auction.place_bids` tells it, and as stored answers hold it."""
        from . import _auction

        return _auction._reason_number(self.value)


class Severity(Word):
    """How bad a `Finding` is."""

    ERROR = "error"
    WARNING = "warning"


class FixtureStatus(Word):
    """How far a match is. An abandoned one counts for nobody."""

    SCHEDULED = "scheduled"
    LIVE = "live"
    FINAL = "final"
    ABANDONED = "abandoned"


class LeagueRole(Word):
    """What a member may do, in this order. All but spectators have a seat."""

    SPECTATOR = "spectator"
    MANAGER = "manager"
    DEPUTY = "deputy"
    COMMISSIONER = "commissioner"


class AuctionFate(Word):
    """How an auction of a league ended."""

    UNFINISHED = "unfinished"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class LeagueReason(Word):
    """Why a league refused."""

    NOT_ALLOWED = "not_allowed"
    WRONG_STATE = "wrong_state"
    UNKNOWN_MEMBER = "unknown_member"
    UNKNOWN_INVITE = "unknown_invite"
    INVITE_EXPIRED = "invite_expired"
    INVITE_USED_UP = "invite_used_up"
    LEAGUE_FULL = "league_full"
    TAKEN = "taken"
    BAD_TEXT = "bad_text"
    OUT_OF_RANGE = "out_of_range"
    AUCTION_STARTED = "auction_started"
    TOO_FEW_MANAGERS = "too_few_managers"
    COMMISSIONER_STAYS = "commissioner_stays"
    NOTHING_CHOSEN = "nothing_chosen"
    BROKEN_RULES = "broken_rules"
    NOT_FOR_BOTS = "not_for_bots"
    UNKNOWN_AUCTION = "unknown_auction"
    TWICE = "twice"
