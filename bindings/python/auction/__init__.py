"""An auction engine for sports leagues: replay, simulate, score, train.

>>> import auction
>>> a = auction.start("pilot-football", ["Arsenal", "Chelsea", "Everton"], ["Reds"])
>>> a.advance()[-1].base_price
1000000
>>> a.place_bid("Reds", 5_000_000) is None
True
>>> a.place_bid("Reds", 6_000_000).reason
Reason.ALREADY_LEADING

Amounts are ints in the rule set's unit, times are ints of Unix milliseconds (or datetimes), a
rule's no is a value (`Rejection`), and everything else that goes wrong is an `AuctionError`.
"""

from . import errors, events, league_events, season_events, views
from ._auction import (
    Arena,
    Asset,
    Auction,
    Catalogue,
    CricketMatch,
    Facts,
    League,
    Log,
    Manager,
    Plan,
    Record,
    RuleBook,
    RuleSet,
    Season,
    Setup,
    Store,
    __version__,
    event_fields,
    facts_dtype,
    figures_from_cricket_csv,
    figures_from_fpl_api,
    figures_from_fpl_csv,
    fixtures_from_csv,
    fixtures_from_openfootball,
    lineup_help,
    plan_dtype,
    presets,
    results_from_football_data,
    rotisserie,
    rule_books,
    table_rules,
)
from .enums import (
    AuctionFate,
    EndReason,
    FixtureStatus,
    How,
    LeagueReason,
    LeagueRole,
    Outcome,
    Phase,
    Reason,
    Severity,
    Status,
)
from .errors import (
    AuctionError,
    BidderError,
    ClosedError,
    EngineError,
    InputError,
    LogError,
    StorageError,
)
from .events import Rejection
from .inputs import (
    catalogue,
    managers,
    read_assets,
    read_log,
    read_managers,
    rules,
    setup,
    start,
    write_log,
)
from .leagues import Invite, LeagueMember, LeagueRefusal, LeagueSettings, setup_of
from .notebook import auction_html, log_html, rules_html
from .scores import Award, Score
from .scoring import read_cricsheet, rule_book, score_table
from .seasons import (
    add_figures,
    add_fixtures,
    earned,
    head_to_head,
    leaders,
    league_table,
    standings,
)
from .simulation import Simulation, plan_array, play, simulate
from .tables import Table

__all__ = [
    "Arena", "Asset", "Auction", "AuctionError", "AuctionFate", "Award", "BidderError", "Catalogue",
    "ClosedError", "CricketMatch", "EndReason", "EngineError", "Facts", "FixtureStatus", "How",
    "InputError", "Invite", "League", "LeagueMember", "LeagueReason", "LeagueRefusal", "LeagueRole",
    "LeagueSettings", "Log", "LogError", "Manager", "Outcome", "Phase", "Plan", "Reason", "Record",
    "Rejection", "RuleBook", "RuleSet", "Score", "Season", "Setup", "Severity", "Simulation",
    "Status", "StorageError", "Store", "Table", "__version__", "add_figures", "add_fixtures",
    "catalogue", "earned", "errors", "event_fields", "events", "facts_dtype",
    "figures_from_cricket_csv", "figures_from_fpl_api", "figures_from_fpl_csv", "fixtures_from_csv",
    "fixtures_from_openfootball", "head_to_head", "leaders", "league_events", "league_table",
    "lineup_help", "managers", "plan_array", "plan_dtype", "play", "presets", "read_assets",
    "read_cricsheet", "read_log", "read_managers", "results_from_football_data", "rotisserie",
    "rule_book", "rule_books", "rules", "score_table", "season_events", "setup", "setup_of",
    "simulate", "standings", "start", "table_rules", "views", "write_log",
]

Auction._repr_html_ = auction_html  # type: ignore[method-assign, assignment]
Log._repr_html_ = log_html  # type: ignore[method-assign, assignment]
RuleSet._repr_html_ = rules_html  # type: ignore[method-assign, assignment]
