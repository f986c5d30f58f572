"""Ten minutes of 25 leagues: a thousand sockets bid at the pilot, and the logs are asked who was
right. `./run prove load [--seconds 600]`.

Every command must be answered once per delivery and say the same each time; every bid that the log's
own order allowed must have been accepted, every refusal must be true at the seq that it names; and
what all sockets of a league were told must be one text, and the log's. A league's managers bid as
bidding.h says, as often as they know where they stand; lots last five seconds.
"""

import argparse
import collections
import concurrent.futures
import json
import math
import pathlib
import subprocess
import sys
import tempfile

import sides

LEAGUES = sides.BUILD / "benchmarks" / "wire" / "wire_leagues"
MANAGERS, SOCKETS = 8, sides.SOCKETS_OF_ONE
STEP, MINIMUM = 100_000, 1_000_000


def set_up(server, number):
    """A league of eight, in its waiting room."""
    people = [server.sign_in(f"Manager {number} {n}") for n in range(MANAGERS)]
    league = sides.new_league(people[0], people[1:], assets=228, sportKey="cricket", clubSlots=25,
                              timerSeconds=5, antiSnipeSeconds=3 if number % 2 else 0,
                              waitingRoom=True)
    started = people[0].command("POST", f"/leagues/{league['id']}/auction/start")
    return started["auctionId"], people


def read_log(person, auction):
    records, start = [], 1
    while True:
        got = person.request("GET", f"/auction/{auction}/log?from={start}&limit=500")
        assert got.status == 200, got
        page = [json.loads(line) for line in got.body.decode().splitlines()]
        if not page:
            return records
        records += page
        start = page[-1]["seq"] + 1


class Told:
    """What the log says, at each seq, of the lot that is open."""

    def __init__(self, records):
        self.at, self.bids = {}, {}
        lot, price, leader = None, None, None
        for record in records:
            for place, event in enumerate(record["events"] or []):
                kind = event["type"]
                if kind == "LotOpened":
                    lot, price, leader = event["lotNumber"], None, None
                elif kind == "BidPlaced":
                    price, leader = event["amount"], event["manager"]
                    self.bids[record["seq"] + place] = (lot, price, leader)
                elif kind in ("LotSold", "LotUnsold", "LotPassed"):
                    lot = None
                self.at[record["seq"] + place] = (lot, price, leader)
            for place in range(record["count"]):
                self.at.setdefault(record["seq"] + place, (lot, price, leader))


class Verdict:
    def __init__(self):
        self.counts, self.faults = collections.Counter(), []

    def fault(self, what, row):
        self.counts[f"FAULT {what}"] += 1
        if len(self.faults) < 20:
            self.faults.append(f"{what}: {json.dumps(row)[:600]}")


def lot_number(lot_id):
    return int(lot_id.rsplit("-", 1)[1])


def judge_refusal(verdict, row, receipt, told, slots):
    """True, at the seq that it names? And was it legal by what its manager could know?"""
    lot, price, leader = told.at[receipt["seq"]]
    open_there = lot == lot_number(receipt["lotId"])
    least = MINIMUM if price is None else price + STEP
    true = {"lot_closed": not open_there,
            "too_low": open_there and row["amount"] < least and receipt["limit"] == least,
            "already_leading": open_there and leader == slots.get(row["user"])}
    if not true.get(receipt["reason"], False):
        verdict.fault("a legal bid was refused", row)


def judge(verdict, answers, told):
    """The answers of one auction against its log."""
    slots, by_command = {}, collections.defaultdict(list)
    for row in answers:
        by_command[row["command"]].append(row)
    accepted = {}
    for row in answers:
        receipt = row["receipt"][0]
        if receipt.get("accepted"):
            accepted[receipt["seq"]] = row
            lot, price, slot = told.bids.get(receipt["seq"], (None, None, None))
            if (lot, price) != (lot_number(receipt["lotId"]), row["amount"]):
                verdict.fault("accepted and not in the log", row)
            elif slots.setdefault(row["user"], slot) != slot:
                verdict.fault("in the log for somebody else", row)
    if set(accepted) != set(told.bids):
        verdict.fault("in the log and never acknowledged", sorted(set(told.bids) - set(accepted)))
    for rows in by_command.values():
        judge_command(verdict, rows, told, slots)


def judge_command(verdict, rows, told, slots):
    receipts = [row["receipt"][0] for row in rows]
    if not all(receipt["ok"] for receipt in receipts):
        return verdict.fault("no receipt", rows)
    said = [{**receipt, "replayed": None, "remainingMs": None} for receipt in receipts]
    if any(one != said[0] for one in said) or sum(not r["replayed"] for r in receipts) != 1:
        verdict.fault("one command, two answers", rows)
    verdict.counts["commands"] += 1
    verdict.counts["deliveries"] += len(rows)
    row, receipt = rows[0], receipts[0]
    verdict.counts["accepted" if receipt["accepted"] else f"refused: {receipt['reason']}"] += 1
    if not receipt["accepted"]:
        judge_refusal(verdict, row, receipt, told, slots)
    if row["way"] == "low" and receipt["accepted"]:
        verdict.fault("the same price twice", row)
    if row["way"] in ("legal", "retry"):
        verdict.counts["legal when ordered"] += 1
        verdict.counts["legal when ordered and accepted"] += receipt["accepted"]


def judge_told(verdict, events, told):
    """What the first socket saw of bids is the log's."""
    seen = {e["data"]["seq"]: (lot_number(e["data"]["lotId"]), e["data"]["amount"])
            for e in events if e["name"] == "bid_update"}
    if seen != {seq: bid[:2] for seq, bid in told.bids.items()}:
        verdict.fault("told otherwise than the log", sorted(set(seen) ^ set(told.bids)))


def judge_stories(verdict, stories):
    first = (stories[0]["events"], stories[0]["digest"])
    for story in stories:
        verdict.counts["events told"] += story["events"]
        if story["gap"] or (story["events"], story["digest"]) != first:
            verdict.fault("a socket saw otherwise than the first", story)


def judge_report(report, leagues):
    verdict, by_auction = Verdict(), collections.defaultdict(lambda: collections.defaultdict(list))
    times = []
    with report.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            auction = row.get("auction") or row["data"]["auctionId"]
            by_auction[auction][row["kind"]].append(row)
    for auction, people in leagues:
        rows, told = by_auction[auction], Told(read_log(people[0], auction))
        judge(verdict, rows["answer"], told)
        judge_told(verdict, rows["told"], told)
        judge_stories(verdict, rows["story"])
        verdict.counts["lots sold"] += sum(e["name"] == "sold" for e in rows["told"])
        times += [row["us"] / 1000 for row in rows["answer"]]
        for kind in ("lost", "twice"):
            verdict.counts[f"answers {kind}"] += len(rows[kind])
            for row in rows[kind]:
                verdict.fault(f"an answer {kind}", row)
    return verdict, sorted(times)


def begin_all(leagues):
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda one: one[1][0].command("POST", f"/auction/{one[0]}/begin"), leagues))


def bid(server, leagues, options, report):
    """The clients' share of a core and the server's, while the managers bid."""
    cast = report.with_name("cast")
    cast.write_text("".join(
        f"{auction} {' '.join(f'{p.token}={p.id}' for p in people)}\n"
        for auction, people in leagues), encoding="utf-8")
    clients = subprocess.Popen([LEAGUES, str(server.port), cast, str(options.seconds),
                                str(options.seed), report],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert clients.stdout.readline() == "ready\n", "the clients did not come in"
    before = sides.processor_seconds(server.process.pid)
    clients.stdin.write("begin\n")
    clients.stdin.flush()
    begin_all(leagues)
    code = clients.wait(options.seconds + 120)
    assert code == 0, f"the clients ended with {code}"
    return (sides.processor_seconds(server.process.pid) - before) / options.seconds


def tell(verdict, times, share, options, size):
    def at(part):
        return times[min(len(times) - 1, math.floor(part * len(times)))]
    print(f"{size * MANAGERS * SOCKETS:,} sockets in {size} leagues, {options.seconds} s, "
          f"seed {options.seed}")
    for name, count in sorted(verdict.counts.items()):
        print(f"{count:12,}  {name}")
    print(f"acks: p50 {at(.5):.1f} ms, p99 {at(.99):.1f} ms, p99.9 {at(.999):.1f} ms, most "
          f"{times[-1]:.1f} ms; the pilot took {share:.0%} of a core")
    for fault in verdict.faults:
        print(f"FAULT {fault}")
    print("0 faults" if not verdict.faults else "FAULTY")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--leagues", type=int, default=25)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sides.prepare()
    with tempfile.TemporaryDirectory(prefix="load-") as folder, sides.Pilot() as server:
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            leagues = list(pool.map(lambda n: set_up(server, n), range(options.leagues)))
        report = pathlib.Path(folder) / "report"
        share = bid(server, leagues, options, report)
        verdict, times = judge_report(report, leagues)
        tell(verdict, times, share, options, len(leagues))
    return 1 if verdict.faults else 0


if __name__ == "__main__":
    sys.exit(main())
