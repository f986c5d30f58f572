"""What a league is made of, as frozen dataclasses; and the auction that follows from it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from .enums import LeagueReason, LeagueRole

if TYPE_CHECKING:
    from ._auction import Catalogue, League, Setup

__all__ = ["LeagueSettings", "LeagueMember", "Invite", "LeagueRefusal", "setup_of"]

value = dataclasses.dataclass(frozen=True)


@value
class LeagueSettings:
    """What a league is called, and who may join.

    Attributes
    ----------
    name, sport : str
    min_managers, max_managers : int
        An auction starts with no fewer; no more have a seat.
    open, spectators : bool
        Whether anybody may join without an invite, as a manager and as a spectator.
    share_table : bool
        Whether the table may be shown to anybody.
    """

    name: str
    sport: str = "football"
    min_managers: int = 2
    max_managers: int = 8
    open: bool = False
    spectators: bool = False
    share_table: bool = False


@value
class LeagueMember:
    """A member: its id (UUID) and the public label of its team."""

    id: str
    label: str
    role: LeagueRole
    bot: bool
    joined_at: int


@value
class Invite:
    """An invite that stands: the hash of its secret, how often it was used and may be."""

    number: int
    hash: str
    role: LeagueRole
    most_uses: int
    uses: int
    expires_at: int | None


@value
class LeagueRefusal:
    """A rule of the league said no.

    Attributes
    ----------
    reason : LeagueReason
    field : str
        The argument it is about; '' for the act as a whole.
    limit : int or None
        The value that would do.
    sentence : str
        The reason in words.
    """

    reason: LeagueReason
    field: str
    limit: int | None
    sentence: str


def setup_of(league: League, assets: Catalogue, *, seed: int = 0, id: str | None = None) -> Setup:
    """The set-up of the league's next auction: its rules, its members with a seat, who leads.

    Parameters
    ----------
    league : League
        Its rules must have been chosen.
    assets : Catalogue
        Those of them that the league has chosen are on offer, in the order of its choice; all of
        them where it has chosen none.
    seed, id
        As in `Setup`.

    Raises
    ------
    ValueError
        If no rules were chosen, or an asset that was chosen is not in the catalogue.
    """
    from . import _auction

    if league.rules is None:
        raise ValueError("league: no rules were chosen yet")
    if league.assets:
        by_id = {asset.id: asset for asset in assets}
        missing = [asset for asset in league.assets if asset not in by_id]
        if missing:
            raise ValueError(f"assets: the catalogue does not have {missing[0]}")
        assets = _auction.Catalogue([by_id[asset] for asset in league.assets])
    seated = [member for member in league.members if member.role is not LeagueRole.SPECTATOR]
    leaders = [member.id for member in seated if member.role is not LeagueRole.MANAGER]
    return _auction.Setup(league.rules, assets,
                          [_auction.Manager(member.label, id=member.id) for member in seated],
                          seed=seed, commissioners=leaders, id=id)
