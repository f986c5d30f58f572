"""Many at once: fifty who redeem one sign-in link, and a thousand bids from forty sockets that
arrive within 5 ms at the end of a lot. Each is answered as the rules, applied to one bid after the
other, say; and everybody heard the same.

    build/tools/venv/bin/python tests/pilot_clients/crowd.py
"""

import bisect
import concurrent.futures
import datetime
import gc
import json
import select
import socket
import struct
import sys
import time
import uuid

from frames import emit, signed_in
from server import Pilot, new_league, start_auction, tell, until_lot

SOCKETS, BIDS_EACH, BIDS_AT_ONCE = 40, 25, 5
START_MS, LOTS = 8, 12  # how long before its end the first lot gets them; the next ones by that


def one_link(pilot):
    """Of fifty redemptions one is good. A second sign-in by the same link is none."""
    got = pilot.request("POST", "/auth/magic-link", {"email": "crowd@example.com", "name": "Crowd"})
    assert got.status == 202, got
    token = got.json["devLink"].split("token=")[-1].split("&")[0]
    body = {"email": "crowd@example.com", "token": token}
    with concurrent.futures.ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(
            lambda _: pilot.request("POST", "/auth/verify-magic-link", body).status, range(50)))
    assert sorted(answers) == [200] + [401] * 49, answers


class Bidder:
    """A socket that is read when the crowd is listened to, and keeps receipts and events."""

    def __init__(self, pilot, person, auction):
        self.person, self.auction = person, auction
        self.line = signed_in(pilot, person)
        self.line.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.sent, self.acks, self.events = {}, {}, []
        emit(self.line, 0, "join_auction", {"auctionId": auction})

    def fileno(self):
        return self.line.sock.fileno()

    def take(self):
        said = self.line.recv()
        if said == "2":
            self.line.send("3")
        elif said.startswith("43"):
            number, body = said[2:].split("[", 1)
            self.acks[int(number)] = json.loads("[" + body)[0]
        elif said.startswith("42"):
            name, data = json.loads(said[said.index("["):])
            if "prevSeq" in data:
                self.events.append((data["seq"], name, json.dumps(data, sort_keys=True)))

    def heard_sold(self, lot):
        return any(name == "sold" and json.loads(said)["lotId"] == lot
                   for _, name, said in self.events)

    def bids(self, lot, amounts):
        """Frames of one bid each, ready to be written; what they say is noted."""
        frames = b""
        for amount in amounts:
            number = len(self.sent) + 1
            self.sent[number] = amount
            frames += frame("42%d%s" % (number, json.dumps(["bid", {
                "auctionId": self.auction, "lotId": lot, "amount": amount,
                "commandId": str(uuid.uuid4())}])))
        return frames


def frame(text):
    """A WebSocket text frame as a client sends it. Its mask is 0, so the bytes stay as they are."""
    body = text.encode()
    size = bytes([0x80 | len(body)]) if len(body) < 126 else struct.pack("!BH", 0xFE, len(body))
    return b"\x81" + size + bytes(4) + body


def listen(bidders, enough, seconds=60.0):
    """Hears everybody until it is enough."""
    until = time.monotonic() + seconds
    while not enough():
        assert time.monotonic() < until, [(len(one.acks), len(one.events)) for one in bidders]
        for one in select.select(bidders, [], [], 0.05)[0]:
            one.take()


def skew_of(person, auction):
    """The server's clock less ours, in ms, by the quickest of ten answers."""
    quickest = None
    for _ in range(10):
        asked = time.time()
        told = person.ask("GET", f"/auction/{auction}")["serverNow"]
        took = time.time() - asked
        if quickest is None or took < quickest[0]:
            quickest = (took, told - (asked + took / 2) * 1000)
    return quickest[1]


def by_the_deadline(pilot):
    """A lot after the other, until one had a burst within 5 ms with bids on both sides of its end."""
    anna = pilot.sign_in("Deadline 0")
    people = [anna] + [pilot.sign_in(f"Deadline {n}") for n in range(1, 10)]
    league = new_league(anna, people[1:], assets=LOTS, maxManagers=30, timerSeconds=5,
                        antiSnipeSeconds=0)
    view = start_auction(anna, league)
    auction = view["auctionId"]
    bidders = [Bidder(pilot, people[n % len(people)], auction) for n in range(SOCKETS)]
    listen(bidders, lambda: all(one.acks for one in bidders))
    skew, early, told = skew_of(anna, auction), START_MS, []
    for _ in range(LOTS):
        lot, ends_at = view["lot"]["lotId"], view["timer"]["endsAt"]
        for one in bidders:
            one.sent, one.acks = {}, {}
        parts = bursts(bidders, lot)
        listen(bidders, lambda: time.time() * 1000 + skew > ends_at - early - 30)
        spread = write_all(parts, (ends_at - early - skew) / 1000)
        listen(bidders, lambda: all(len(one.acks) == BIDS_EACH and one.heard_sold(lot)
                                    for one in bidders))
        accepted, late, note = judge(anna, bidders, auction, lot, ends_at)
        told.append(f"written in {spread:.1f} ms, {early} ms before the end: {note}")
        if spread <= 5 and accepted and late:
            return told[-1]
        early = max(1, early - 3) if not late else early + 3 if not accepted else early
        view = until_lot(anna, auction, lot)
    raise AssertionError("no burst within 5 ms on both sides:\n" + "\n".join(told))


def bursts(bidders, lot):
    """In rounds over all sockets; amounts cross each other, so that most are too low when judged."""
    rounds = []
    for start in range(0, BIDS_EACH, BIDS_AT_ONCE):
        steps = range(start, start + BIDS_AT_ONCE)
        rounds += [(one.line.sock, one.bids(lot, [
            1_000_000 + 100_000 * (step * 7 + place % 13) for step in steps]))
            for place, one in enumerate(bidders)]
    return rounds


def write_all(parts, at):
    """From the first byte to the last, in ms: on loopback what is written has arrived."""
    gc.disable()
    while time.time() < at:
        pass
    began = time.monotonic()
    for line, frames in parts:
        line.send(frames)
    took = time.monotonic() - began
    gc.enable()
    return took * 1000


def whole_log(person, auction):
    lines, start = [], 1
    while True:
        got = person.request("GET", f"/auction/{auction}/log?from={start}&limit=1000")
        some = [json.loads(line) for line in got.body.decode().splitlines()]
        lines += some
        if len(some) < 1000:
            return lines
        start = some[-1]["seq"] + some[-1]["count"]


def judge(anna, bidders, auction, lot, ends_at):
    """Each receipt against the sequential model at the event it was judged on: accepted, or refused
    for the one reason and with the one limit that hold there. How many were accepted, and too late."""
    number = int(lot.rsplit("-", 1)[1])
    placed, closed, stamps = [], None, []
    for line in whole_log(anna, auction):
        for offset, event in enumerate(line["events"] or []):
            if event.get("lotNumber") != number:
                continue
            if event["type"] == "BidPlaced":
                placed.append((line["seq"] + offset, event["amount"]))
                stamps.append(datetime.datetime.fromisoformat(line["at"]).timestamp() * 1000)
            elif event["type"] in ("LotSold", "LotUnsold"):
                closed = line["seq"] + offset
    receipts = [(one.person.id, receipt) for one in bidders for receipt in one.acks.values()]
    accepted = sorted(((who, r) for who, r in receipts if r["accepted"]),
                      key=lambda pair: pair[1]["seq"])
    assert [(r["seq"], r["amount"]) for _, r in accepted] == placed, "receipts are not the log"
    assert all(stamp < ends_at for stamp in stamps), "accepted at the deadline or after it"
    seqs = [seq for seq, _ in placed]
    for who, receipt in receipts:
        before = bisect.bisect_left(seqs, receipt["seq"] + (not receipt["accepted"]))
        price = placed[before - 1][1] if before else None
        leader = accepted[before - 1][0] if before else None
        expected = verdict(who, receipt["amount"], price, leader, receipt["seq"] >= closed)
        assert (receipt["reason"], receipt["limit"]) == expected, (receipt, expected)
    late = sum(r["reason"] == "lot_closed" for _, r in receipts)
    agree(anna, bidders, auction, lot, accepted)
    last = f", the last {ends_at - stamps[-1]:.0f} ms before the end" if stamps else ""
    return len(accepted), late, (f"{len(accepted)} of {len(receipts)} accepted{last}, {late} too "
                                 f"late, each as the sequential model says")


def verdict(who, amount, price, leader, closed):
    """ENGINE's order, as far as these bids go."""
    least = 1_000_000 if price is None else price + 100_000
    if closed:
        return "lot_closed", None
    if who == leader:
        return "already_leading", None
    return ("too_low", least) if amount < least else (None, None)


def agree(anna, bidders, auction, lot, accepted):
    """The lot went to the last accepted bid, and everybody heard the same."""
    clubs = anna.ask("GET", f"/auction/{auction}/clubs")["clubs"]
    gone = next(club for club in clubs if club["lotId"] == lot)
    if accepted:
        who, last = accepted[-1]
        assert (gone["winner"]["userId"], gone["winningBid"]) == (who, last["amount"]), gone
    end = max(seq for seq, name, _ in bidders[0].events if name == "sold")
    told = {tuple(event for event in one.events if event[0] <= end) for one in bidders}
    assert len(told) == 1, "not everybody heard the same"


def main():
    with Pilot() as pilot:
        return tell([("fifty redeem one link", one_link),
                     ("a thousand bids by the deadline", by_the_deadline)], pilot)


if __name__ == "__main__":
    sys.exit(main())
