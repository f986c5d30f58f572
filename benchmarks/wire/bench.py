"""What does the wire cost? `./run bench wire`.

Fan-out: a bid told to 1,000 and to 10,000 sockets, by our server beside Node's socket.io, the same
clients before both, by turns in one run; the pilot beside them, with its auction and its disk. Then
the memory of a connection, and a bid with a durable answer beside a flush and a round trip.
"""

import argparse
import json
import statistics

import sides

GOALS = {1_000: 8, 10_000: 12}
TO_ALL, MEMORY, ACK = 0.6, 0.1, 2
WINDOW = 64  # bids on their way in a flood


class Table:
    """Rows of two sides, printed as they come; a ratio is ours to the peer's."""

    def __init__(self, as_json):
        self.as_json, self.rows, self.notes = as_json, [], []
        if not as_json:
            print(f"{'wire':44} {'peer [min..max]':>30} {'ours [min..max]':>30} {'ratio':>8} goal")

    def compare(self, question, unit, peer, ours, goal, most=False):
        """Lists of figures, a turn each. `most`: the ratio may be that at most, not at least. No
        goal: 0."""
        ratio = statistics.median(ours) / statistics.median(peer)
        met = ratio <= goal if most else ratio >= goal
        verdict = f"{'<=' if most else '>='}{goal}x {'met' if met else 'MISSED'}" if goal else ""
        self.rows.append({"question": question, "unit": unit, "peer": peer, "ours": ours,
                          "ratio": ratio, "goal": goal, "best": "at most" if most else "at least",
                          "met": met})
        if not self.as_json:
            print(f"{question + ', ' + unit:44} {spread(peer):>30} {spread(ours):>30} "
                  f"{ratio:7.3f}x {verdict}", flush=True)

    def note(self, text):
        self.notes.append(text)
        if not self.as_json:
            print(f"  {text}", flush=True)

    def finish(self):
        if self.as_json:
            print(json.dumps({"bench": "wire", "rows": self.rows, "notes": self.notes}))


def spread(figures):
    def shown(figure):
        return f"{figure:,.0f}" if figure >= 1000 else f"{figure:.4g}"
    return f"{shown(statistics.median(figures))} [{shown(min(figures))}..{shown(max(figures))}]"


def figures(rounds, name):
    return [one[name] for one in rounds]


def shares(rounds):
    return (f"{statistics.median(figures(rounds, 'serverCpu')):.0%} of a core the server, "
            f"{statistics.median(figures(rounds, 'clientCpu')):.0%} its clients")


def fan_out(table, sockets, options, everybody):
    """By turns: each server has its flood, then its bids one by one."""
    bids = max(20, options.bids * 1_000 // max(sockets, 1_000))
    floods, paces = {side.name: [] for side in everybody}, {side.name: [] for side in everybody}
    for side in everybody:
        side.order("fill", min(sockets, side.most))
    for turn in range(options.rounds + 1):  # the first warms up
        for side in everybody:
            window = 1 if side.name == "the pilot" else WINDOW
            flood = side.order("flood", options.milliseconds, window)
            flood["perSecond"] = flood["messages"] / flood["seconds"]
            pace = side.order("paced", bids, 5)
            if turn:
                floods[side.name].append(flood)
                paces[side.name].append(pace)
    tell_fan_out(table, sockets, bids, floods, paces)


def tell_fan_out(table, sockets, bids, floods, paces):
    peer = next(name for name in floods if name.startswith("Node"))
    table.compare(f"{sockets:,} sockets, {WINDOW} bids in flight", "messages/s",
                  figures(floods[peer], "perSecond"), figures(floods["ours"], "perSecond"),
                  GOALS.get(sockets, 0))
    for part, goal in (("P50", 0), ("P99", TO_ALL)):
        table.compare(f"{sockets:,} sockets, {part.lower()} bid-to-all", "ms",
                      figures(paces[peer], "toAll" + part), figures(paces["ours"], "toAll" + part),
                      goal, most=True)
    for name in floods:
        table.note(f"{name}: flood {shares(floods[name])}; one by one {shares(paces[name])}")
    if "the pilot" in floods:
        tell_pilot(table, floods["the pilot"], paces["the pilot"])
    table.note(f"{bids} bids a turn one by one, the next 5 ms after the last has reached all")


def tell_pilot(table, floods, paces):
    to_all, to_all_99, ack = (spread(figures(paces, name))
                              for name in ("toAllP50", "toAllP99", "ackP50"))
    sockets = floods[0]["messages"] // floods[0]["bids"]
    table.note(f"the pilot, {sockets:,} sockets, committed before it is told: bid-to-all p50 "
               f"{to_all} ms, p99 {to_all_99} ms; ack p50 {ack} ms; one bid in flight "
               f"{spread(figures(floods, 'perSecond'))} messages/s")


def memory(table, options):
    """What 9/10 of the sockets added to the resident memory, when nothing is said."""
    few, many = options.sockets[-1] // 10, options.sockets[-1]
    grown = {}
    for begin in (lambda: sides.node("--expose-gc"), sides.ours):
        for _ in range(2 if options.rounds > 1 else 1):
            with begin() as side:
                sizes = []
                for count in (few, many):
                    side.order("fill", count)
                    sides.collect(side)
                    sizes.append(sides.resident_bytes(side.pid))
                grown.setdefault(side.name, []).append((sizes[1] - sizes[0]) / (many - few))
    peer = next(name for name in grown if name.startswith("Node"))
    table.compare(f"memory of a connection, {many:,} of them", "bytes", grown[peer], grown["ours"],
                  MEMORY, most=True)


def durable(table, options):
    """One client at a time: two managers bid by turns, each when the other's bid is answered."""
    acks, floors = [], []
    with sides.pilot(10) as side:
        side.order("fill", 2)
        for turn in range(options.rounds + 1):
            ack = side.order("paced", options.bids, 0)
            floor = side.order("floor", side.folder, options.bids)
            if turn:
                acks.append(ack)
                floors.append(floor)
    for part, goal in (("P50", ACK), ("P99", 0)):
        table.compare(f"a bid with a durable ack, {part.lower()}", "ms",
                      figures(floors, "sum" + part), figures(acks, "ack" + part), goal, most=True)
    table.note(f"the floor: fdatasync of 64 B p50 {spread(figures(floors, 'flushP50'))} ms, "
               f"256 B through loopback and back p50 {spread(figures(floors, 'tripP50'))} ms; "
               f"{shares(acks)}")


def options_from(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sockets", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--milliseconds", type=int, default=3_000, help="of a flood")
    parser.add_argument("--bids", type=int, default=200, help="one by one, before 1,000 sockets")
    parser.add_argument("--parts", nargs="+", default=["fan-out", "memory", "durable"])
    parser.add_argument("--without-pilot", action="store_true", help="the fan-out of two servers")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(arguments)


def main(arguments=None):
    options = options_from(arguments)
    most = sides.prepare()
    assert most > max(options.sockets) + 100, f"ulimit -Hn is {most}: too few for these sockets"
    table = Table(options.json)
    if "fan-out" in options.parts:
        with sides.node() as peer, sides.ours() as mine:
            if options.without_pilot:
                run_fan_outs(table, options, [peer, mine])
            else:
                with sides.pilot(max(options.sockets)) as pilot:
                    run_fan_outs(table, options, [peer, mine, pilot])
    if "memory" in options.parts:
        memory(table, options)
    if "durable" in options.parts:
        durable(table, options)
    table.finish()


def run_fan_outs(table, options, everybody):
    for sockets in options.sockets:
        fan_out(table, sockets, options, everybody)


if __name__ == "__main__":
    main()
