"""python -m auction: logs, rules and simulations from the command line.

Exit codes are the auctioneer's: 0 done, 1 a verification says no, 2 usage, 3 bad input, 4 the
machine.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

import numpy as np

import auction
from auction import errors

DONE, SAID_NO, BAD_INPUT, ENVIRONMENT = 0, 1, 3, 4


def _presets(_: argparse.Namespace) -> int:
    for name in auction.presets():
        print(name)
    return DONE


def _rules_of(name: str) -> auction.RuleSet:
    if name in auction.presets():
        return auction.rules(name)
    with open(name, encoding="utf-8") as file:
        return auction.RuleSet.from_json(file.read())


def _lint(options: argparse.Namespace) -> int:
    findings = _rules_of(options.rules).lint()
    for finding in findings:
        print(f"{finding.severity}: {finding.pointer}: {finding.message}")
    return SAID_NO if any(f.severity == "error" for f in findings) else DONE


def _verify(options: argparse.Namespace) -> int:
    log = auction.read_log(options.log, options.auction)
    report = log.verify(options.head)
    if report.fault is not None:
        print(f"event {report.fault.seq}: {report.fault.what}")
        return SAID_NO
    print(f"sound: {report.records} records, {report.events} events, "
          f"{report.status if log.kind == 'auction' else 'a ' + log.kind}\n"
          f"head    {report.head_hash}\ndigest  {report.digest}")
    return DONE


def _squads(replayed: auction.Auction) -> None:
    money = replayed.rules.format
    for squad in replayed.view().managers:
        print(f"{squad.label:24} {money(squad.purse):>14} left  {squad.slots_used:3} owned")


def _show_league(league: auction.League) -> int:
    print(f"{league.name}: event {league.seq}")
    for member in league.members:
        print(f"{member.label:24} {member.role}{', a bot' if member.bot else ''}")
    return DONE


def _show(options: argparse.Namespace) -> int:
    log = auction.read_log(options.log, options.auction)
    if log.kind == "league":
        return _show_league(log.replay_league(options.at))
    replayed = log.replay(options.at)
    view = replayed.view(options.viewer)
    print(f"{replayed.rules.name}: {view.status}, event {view.seq}")
    for lot in view.lots:
        asset = replayed.setup.assets[lot.asset].name
        print(f"lot {lot.number}: {asset}, next bid {replayed.rules.format(lot.next_bid)}")
    _squads(replayed)
    return DONE


def _replay(options: argparse.Namespace) -> int:
    log = auction.read_log(options.log, options.auction)
    if log.kind == "league":
        league = log.replay_league(options.at)
        print(f"{league.name}: event {league.seq}\ndigest  {league.digest}")
        return DONE
    replayed = log.replay(options.at)
    print(f"{replayed.rules.name}: {replayed.status}, event {replayed.seq}")
    print(f"digest  {replayed.state_digest()}")
    return DONE


def _simulate(options: argparse.Namespace) -> int:
    rules = _rules_of(options.rules)
    assets = auction.read_assets(options.assets, rules)
    managers = (auction.managers(int(options.managers)) if options.managers.isdigit()
                else auction.read_managers(options.managers, rules, assets))
    batch = auction.simulate(rules, assets, managers, options.bidders, options.n,
                             seed=options.seed, threads=options.threads)
    print(f"{len(batch):,} auctions, {int(batch.bids.sum()):,} bids")
    print(f"{'manager':24} {'spent, median':>16} {'squad, mean':>12}")
    for slot, label in enumerate(batch.setup.labels):
        spent = rules.format(int(np.median(batch.spent[:, slot])))
        print(f"{label:24} {spent:>16} {batch.squad[:, slot].mean():12.1f}")
    return DONE


def _add_log(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("log", help="JSON Lines, or a store: F.db, F.sqlite")
    parser.add_argument("--auction", metavar="ID", help="which one, where a store holds several")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m auction", description=__doc__)
    verbs = parser.add_subparsers(required=True, metavar="COMMAND")

    def verb(name: str, run: object, text: str) -> argparse.ArgumentParser:
        added = verbs.add_parser(name, help=text, description=text)
        added.set_defaults(run=run)
        return added

    verb("presets", _presets, "the names of the rule sets")
    verb("lint", _lint, "what in a rule set cannot work").add_argument("rules")
    verify = verb("verify", _verify, "check every hash, event and invariant of a log")
    _add_log(verify)
    verify.add_argument("--head", metavar="HASH", help="a hash that was noted earlier")
    show = verb("show", _show, "an auction as a viewer sees it")
    _add_log(show)
    show.add_argument("--at", type=int, metavar="SEQ", help="after this event")
    show.add_argument("--viewer", help="a manager's label")
    replay = verb("replay", _replay, "fold a log and tell its digest")
    _add_log(replay)
    replay.add_argument("--at", type=int, metavar="SEQ", help="after this event")
    simulate = verb("simulate", _simulate, "play auctions by made-up bidders")
    simulate.add_argument("rules", help="a preset, or a file of JSON")
    simulate.add_argument("--assets", required=True, help="CSV")
    simulate.add_argument("--managers", default="8", help="CSV, or how many")
    simulate.add_argument("--bidders", default="*=valuing", help="a line-up")
    simulate.add_argument("-n", type=int, default=1000)
    simulate.add_argument("--seed", type=int, default=0)
    simulate.add_argument("--threads", type=int)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """The whole program; returns its exit code."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except errors.StorageError as error:
        print(f"auction: {error}", file=sys.stderr)
        return ENVIRONMENT
    except OSError as error:
        print(f"auction: {error}", file=sys.stderr)
        return BAD_INPUT
    except (errors.AuctionError, ValueError, KeyError) as error:
        print(f"auction: {error}", file=sys.stderr)
        return BAD_INPUT


if __name__ == "__main__":
    sys.exit(main())
