"""What does Python cost? `./run bench python`.

Each question has a floor or a peer that the same run measures; medians of nine turns, by turns, as
in benchmarks/harness.h. Absolute figures stand beside the ratios and promise nothing.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import time

import numpy as np

import auction
from auction import _auction, envs

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = pathlib.Path(os.environ.get("LIBAUCTION_DATA", ROOT / ".." / "shared" / "data")) / "football"
TURNS = 9
OWNERS, PLACES = 12, 10
LOTS = OWNERS * PLACES


class Table:
    """Rows of two sides, printed as they come."""

    def __init__(self, as_json):
        self.as_json, self.rows, self.notes = as_json, [], []

    def compare(self, question, floor, ours, goal, best="at least"):
        """Sides are (name, function that returns seconds an operation); the ratio is floor/ours."""
        times = {0: [], 1: []}
        for turn in range(TURNS + 1):
            for side, (_, run) in enumerate((floor, ours)):
                seconds = run()
                if turn:
                    times[side].append(seconds)
        slow, fast = statistics.median(times[0]), statistics.median(times[1])
        ratio = slow / fast if best == "at least" else fast / slow
        met = ratio >= goal if best == "at least" else ratio <= goal
        row = {"question": question, "peer": floor[0], "ours": ours[0], "peerNs": slow * 1e9,
               "oursNs": fast * 1e9, "ratio": ratio, "goal": goal, "best": best, "met": met}
        self.rows.append(row)
        if not self.as_json:
            spans = [f"{statistics.median(t) * 1e9:,.0f} [{min(t) * 1e9:,.0f}..{max(t) * 1e9:,.0f}]"
                     for t in times.values()]
            print(f"{question:40} {spans[0]:>36} {spans[1]:>36} {ratio:8.2f}x "
                  f"{'>=' if best == 'at least' else '<='}{goal}x {'met' if met else 'MISSED'}\n"
                  f"  ns; {floor[0]} | {ours[0]}", flush=True)

    def note(self, text):
        self.notes.append(text)
        if not self.as_json:
            print(f"  {text}", flush=True)


def timed(work, operations):
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) / operations


def draft():
    """The auction of benchmarks/simulate.cc: twelve owners, ten places, 120 lots, $1 steps."""
    rules = auction.rules("pilot-football", budget=200,
                          squad={"min": PLACES, "max": PLACES, "reserve_per_slot": 1},
                          english={"minimum": 1, "ladder": [{"below": None, "step": 1}]},
                          clock={"lot_ms": 30_000, "gap_ms": 0},
                          order={"kind": "given", "hidden": False}, unsold={"kind": "never"})
    return auction.setup(rules, [f"player {i}" for i in range(LOTS)], OWNERS)


def top_price(lot):
    return 1 + 2 * (lot % 10) if lot < LOTS - OWNERS else 1


def per_call(table):
    """A bid that is accepted, beside a call that does nothing."""
    count = 20_000

    def bids():
        room = auction.start(auction.rules("pilot-football", order={"kind": "given"},
                                           squad={"min": 1, "max": 1}, budget=2**50), ["a"], 2)
        room.advance()
        amounts = [100_000 * (10 + i) for i in range(count)]
        bid = room.place_bid

        def work():
            for i, amount in enumerate(amounts):
                bid(i & 1, amount)
        seconds = timed(work, count)
        assert room.view().lots[0].bid_count == count
        return seconds

    def empty():
        call, numbers = _auction._empty, list(range(count))

        def work():
            for _, _ in enumerate(numbers):
                call()
        return timed(work, count)

    table.compare("a bid, accepted", ("an empty pybind11 call", empty), ("place_bid", bids), 6,
                  "at most")


def batch(table):
    """A batch as arrays, beside the C++ loop that nobody looks at."""
    setup, count = draft(), 200
    worth = [top_price(i) for i in range(LOTS)]
    lineup = "*=valuing"
    table.compare("a batch as arrays, one thread",
                  ("the C++ loop", lambda: timed(
                      lambda: _auction._loop(setup, lineup, worth, 7, count), count)),
                  ("simulate", lambda: timed(
                      lambda: auction.simulate(setup, bidders=lineup, worth=worth, seed=7, n=count,
                                               threads=1), count)), 0.65)


def bids_of_the_peer():
    """Manager, amount and time of every bid that benchmarks/simulate_peer.py makes."""
    bids = [((lot + (price - 1) % 2) % OWNERS, price, 1000 * lot + price)
            for lot in range(LOTS) for price in range(1, top_price(lot) + 1)]
    return np.ascontiguousarray(np.array(bids, np.int64).T)


def peer_of(python, table):
    """Whole auctions, from the opened room to the last hammer, every bid of the peer's judged."""
    count, theirs, counts = 400, 5, {}
    rules = auction.rules(draft().rules, clock={"lot_ms": 1000, "soft_close": {
        "window_ms": 0, "amount_ms": 0}})
    opened = auction.start(auction.setup(rules, [f"player {i}" for i in range(LOTS)], OWNERS))
    managers, amounts, at = bids_of_the_peer()
    at += opened.next_deadline
    end = opened.next_deadline + 1001 * LOTS

    def peer():
        told = subprocess.run([python, ROOT / "benchmarks/simulate_peer.py", str(theirs)],
                              capture_output=True, text=True, check=True).stdout.split()
        counts["bids"], counts["lots"] = int(told[1]), int(told[2])
        return float(told[0]) / 1e9

    def ours():
        def work():
            for _ in range(count):
                room = opened.clone(history=False)
                answers = room.place_bids(managers, amounts, at)
                room.settle(at=end)
            assert room.status == "completed" and not answers.any()
            assert room.purses.sum() == 200 * OWNERS - counts["spent"]
        return timed(work, count)

    counts["spent"] = sum(top_price(lot) for lot in range(LOTS))
    table.compare("whole auctions, one thread", ("fantasy-football-auction", peer),
                  ("place_bids, each bid judged", ours), 100)
    table.note(f"lots an auction: peer {counts['lots']}, ours {LOTS}; bids an auction: peer "
               f"{counts['bids']}, ours {len(at)}")
    setup, worth = draft(), [top_price(i) for i in range(LOTS)]
    seconds = statistics.median(timed(lambda: auction.simulate(
        setup, bidders="*=valuing:noise=0,raise=0", worth=worth, n=count, threads=1), count)
        for _ in range(5))
    table.note(f"with twelve bidders of the engine's own, who think: {1 / seconds:,.0f} a second")


def steps(table):
    """What a learner gets."""
    env = envs.AuctionEnv()
    env.reset(seed=1)
    count = 2000

    def single():
        for _ in range(count):
            if env.step(2)[2]:
                env.reset()
    many = envs.AuctionVectorEnv(1024)
    many.reset(seed=1)
    actions = np.full(1024, 2)

    def vector():
        for _ in range(20):
            many.step(actions)
    single_s = statistics.median(timed(single, count) for _ in range(5))
    vector_s = statistics.median(timed(vector, 20 * 1024) for _ in range(5))
    table.note(f"environment steps a second: {1 / single_s:,.0f} alone, {1 / vector_s:,.0f} in a "
               "vector of 1,024, one thread")

    class Half:
        def plans(self, facts):
            return facts["worth"] // 2

        def plan(self, facts):
            return facts.worth // 2
    plain = type("Plain", (), {"plan": Half.plan})
    setup = draft()
    lines = {"vectorised": (Half(), 512), "one by one": (plain(), 40)}
    for name, (bidder, n) in lines.items():
        seconds = timed(lambda: auction.simulate(setup, bidders=bidder, n=n, threads=1,
                                                 lanes=512), n)
        table.note(f"auctions a second with twelve bidders in Python, {name}: {1 / seconds:,.0f}")


def pandas_points(frame):
    """The same points, as a pandas user would write them."""
    goal = frame["position"].map({"GK": 6, "DEF": 6, "MID": 5, "FWD": 4})
    sheet = frame["position"].map({"GK": 4, "DEF": 4, "MID": 1, "FWD": 0})
    back = frame["position"].isin(["GK", "DEF"])
    points = (frame["minutes"] > 0).astype(int) + (frame["minutes"] >= 60)
    points += frame["goals_scored"] * goal + frame["assists"] * 3 + frame["clean_sheets"] * sheet
    points += (frame["saves"] // 3).where(frame["position"] == "GK", 0)
    points += frame["penalties_saved"] * 5 - frame["penalties_missed"] * 2
    points -= (frame["goals_conceded"] // 2).where(back, 0)
    points -= frame["yellow_cards"] + 3 * frame["red_cards"] + 2 * frame["own_goals"]
    return points + frame["bonus"]


def scoring(table):
    path = DATA / "fpl_player_match_2023-24.csv"
    if not path.exists():
        table.note("no FPL files beside the repository: scoring is not measured")
        return
    import pandas
    import polars

    book, repeat = auction.rule_book("fpl-2023-24"), 10
    frame = pandas.concat([pandas.read_csv(path)] * repeat, ignore_index=True)
    other = polars.from_pandas(frame)
    official = frame["total_points"].to_numpy()
    for points in (pandas_points(frame), auction.score_table(book, frame),
                   auction.score_table(book, other)):
        assert np.array_equal(np.asarray(points), official)
    rows = len(frame)
    for name, given in (("pandas", frame), ("polars", other)):
        table.compare(f"FPL points of a row, from {name}",
                      ("pure pandas", lambda: timed(lambda: pandas_points(frame), rows)),
                      ("score_table", lambda given=given: timed(
                          lambda: auction.score_table(book, given), rows)), 1)
    table.note(f"{rows:,} rows, all equal to the official points, in all three ways")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--peer", help="a Python that has fantasy-football-auction")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    table = Table(options.json)
    per_call(table)
    batch(table)
    if options.peer:
        peer_of(options.peer, table)
    steps(table)
    scoring(table)
    if options.json:
        print(json.dumps({"bench": "python", "rows": table.rows, "notes": table.notes}))


main()
