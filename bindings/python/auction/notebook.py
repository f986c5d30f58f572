"""What auctions, squads and logs look like in a notebook."""

from __future__ import annotations

import html

from ._auction import Auction, Log, RuleSet
from .tables import rows_html
from .views import View

__all__ = ["auction_html", "log_html", "rules_html"]


def _open_lots(auction: Auction, view: View) -> str:
    setup, lines = auction.setup, []
    for lot in view.lots:
        leader = "nobody" if lot.leader is None else setup.labels[lot.leader]
        price = lot.base_price if lot.current_bid is None else lot.current_bid
        lines.append(f"<p>Lot {lot.number}: <b>{html.escape(setup.assets[lot.asset].name)}</b>, "
                     f"{html.escape(auction.rules.format(price))}, {html.escape(leader)} leads, "
                     f"{lot.remaining_ms / 1000:.1f} s left</p>")
    return "".join(lines)


def auction_html(auction: Auction) -> str:
    """The auction's open lots and squads as an HTML table."""
    view, money = auction.view(), auction.rules.format
    rows = [(squad.label, money(squad.purse), money(squad.spent),
             f"{squad.slots_used} of {squad.slots_used + squad.slots_left}",
             ", ".join(auction.setup.assets[h.asset].name for h in squad.holdings))
            for squad in view.managers]
    return (f"<p><b>{html.escape(auction.rules.name)}</b>: {view.status}, "
            f"{view.progress.sold} sold, {view.progress.unsold} unsold, "
            f"{view.progress.remaining} to come</p>" + _open_lots(auction, view)
            + rows_html(["manager", "left", "spent", "squad", "assets"], rows))


def log_html(log: Log) -> str:
    """The last ten records of a log as an HTML table."""
    rows = [(str(record.seq), str(record.at),
             ", ".join(type(event).__name__ for event in record.events) or "withheld",
             record.hash[:16]) for record in (log[i] for i in range(max(0, len(log) - 10), len(log)))]
    return f"<p>{len(log):,} records</p>" + rows_html(["seq", "at", "events", "hash"], rows)


def rules_html(rules: RuleSet) -> str:
    """A rule set's JSON, laid out."""
    return f"<pre>{html.escape(rules.pretty())}</pre>"
