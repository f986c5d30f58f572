"""What happened in a league, as conclusions. Members are UUIDs, times are Unix milliseconds."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Union

from .enums import AuctionFate, LeagueRole
from .leagues import LeagueSettings

if TYPE_CHECKING:
    from ._auction import RuleSet

_event = dataclasses.dataclass(frozen=True)


@_event
class LeagueCreated:
    """The first event; whoever created it is its commissioner."""

    league: str
    commissioner: str
    label: str
    settings: LeagueSettings


@_event
class SettingsChanged:
    """They are these from now on."""

    settings: LeagueSettings


@_event
class MemberEntered:
    """Somebody joined; `invite` is the number of the one that was used, 0: none."""

    member: str
    label: str
    role: LeagueRole
    bot: bool
    invite: int


@_event
class MemberLeft:
    """Somebody went, or was put out."""

    member: str
    removed: bool


@_event
class MemberRelabelled:
    """A member's team is called otherwise."""

    member: str
    label: str


@_event
class RoleGiven:
    """A member may do more, or less; `invite` is the number of the one that was used, 0: none."""

    member: str
    role: LeagueRole
    invite: int


@_event
class CommissionerChanged:
    """The one before is a manager from now on."""

    to: str


@_event
class InviteMade:
    """`hash` is that of the secret."""

    number: int
    hash: str
    role: LeagueRole
    most_uses: int
    expires_at: int | None


@_event
class InviteRevoked:
    """It lets nobody in any more."""

    number: int


@_event
class RulesChosen:
    """Of the next auction."""

    rules: RuleSet


@_event
class AssetsChosen:
    """On offer in the next auction, in this order (UUIDs)."""

    assets: tuple[str, ...]


@_event
class CompetitionChosen:
    """Whose matches count."""

    competition: str


@_event
class BookChosen:
    """What scores: a rule book's id, or its text."""

    book: str


@_event
class AuctionLinked:
    """An auction of the league's began."""

    auction: str


@_event
class AuctionEnded:
    """It is over."""

    auction: str
    fate: AuctionFate


@_event
class SeasonLinked:
    """A season of the league's began."""

    season: str


@_event
class LeagueDissolved:
    """The league is over."""


@_event
class AuctionReopened:
    """The league's last auction was reset, and is to be played again."""

    auction: str


LeagueEvent = Union[
    LeagueCreated, SettingsChanged, MemberEntered, MemberLeft, MemberRelabelled, RoleGiven,
    CommissionerChanged, InviteMade, InviteRevoked, RulesChosen, AssetsChosen, CompetitionChosen,
    BookChosen, AuctionLinked, AuctionEnded, SeasonLinked, LeagueDissolved,
    AuctionReopened]
"""Any of the events above."""
