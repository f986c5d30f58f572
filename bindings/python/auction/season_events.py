"""What happened in a season, as conclusions. A correction is an event like another.

Fixtures, teams, assets and managers are slots (places in the season's lists, from 0), times are
Unix milliseconds. None is no team, no manager, no goals.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Union

from .enums import FixtureStatus

if TYPE_CHECKING:
    from ._auction import Catalogue

_event = dataclasses.dataclass(frozen=True)


@_event
class SeasonSetup:
    """What a season pins in its first event.

    Attributes
    ----------
    season : str
        UUID.
    assets : Catalogue
        What can be owned.
    teams, managers, figures : tuple of str
        Who meets in fixtures (external ids), who owns (labels), what is counted of an asset.
    book : str
        A rule book's id, or its text.
    """

    season: str
    name: str
    assets: Catalogue
    teams: tuple[str, ...]
    managers: tuple[str, ...]
    figures: tuple[str, ...]
    book: str


@_event
class SeasonCreated:
    """The set-up is pinned."""

    setup: SeasonSetup


@_event
class MemberJoined:
    """A manager more; the slot is the next one."""

    manager: str
    label: str


@_event
class StrangerNoticed:
    """Somebody scored who stands in no catalogue; the slot is the next one."""

    external_id: str


@_event
class FixtureAdded:
    """A match; its slot is the next one."""

    external_id: str
    home: int | None
    away: int | None
    starts_at: int
    venue: str
    round: str


@_event
class FixtureMoved:
    """A match is another time, at another place, or between others."""

    fixture: int
    external_id: str
    home: int | None
    away: int | None
    starts_at: int
    venue: str
    round: str


@_event
class ResultSet:
    """How a match stands; goals are (home, away)."""

    fixture: int
    status: FixtureStatus
    goals: tuple[int, int] | None
    note: str


@_event
class FiguresSet:
    """What an asset did in a match, in the order of the set-up's figures; none: nothing after all."""

    fixture: int
    asset: int
    values: tuple[int, ...]


@_event
class OwnerSet:
    """From that instant on the asset is the manager's, or nobody's."""

    asset: int
    since: int
    manager: int | None


@_event
class OwnerCleared:
    """That stint never was."""

    asset: int
    since: int


@_event
class PointsDeducted:
    """Taken off a manager, in hundredths of a point; below zero: given."""

    number: int
    manager: int
    hundredths: int
    note: str


@_event
class DeductionLifted:
    """The deduction of this number is none any more."""

    number: int
    note: str


@_event
class BookChanged:
    """Another rule book scores, from the first match on."""

    book: str
    note: str


SeasonEvent = Union[
    SeasonCreated, MemberJoined, StrangerNoticed, FixtureAdded, FixtureMoved, ResultSet, FiguresSet,
    OwnerSet, OwnerCleared, PointsDeducted, DeductionLifted, BookChanged]
"""Any of the events above."""
