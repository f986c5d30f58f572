"""Many at once: fifty who redeem one sign-in link, and a thousand bids from many sockets in the last
moments of a lot. Whatever the order of arrival was, the outcome is the one of the log, read one bid
after the other, and everybody saw the same.

    build/tools/venv/bin/python tests/pilot_clients/crowd.py
"""

import concurrent.futures
import json
import sys
import threading
import time
import uuid

from frames import emit, signed_in
from server import Pilot, new_league, start_auction, tell, until_lot

SOCKETS, BIDS_EACH = 40, 25
BEFORE_MS, PACE_S = 400, 0.03  # so that some come in time and some too late


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
    """A socket that reads in a thread of its own and keeps receipts and events."""

    def __init__(self, pilot, person, auction):
        self.person, self.auction = person, auction
        self.line = signed_in(pilot, person)
        self.acks, self.events, self.joined = {}, [], threading.Event()
        threading.Thread(target=self._read, daemon=True).start()
        emit(self.line, 0, "join_auction", {"auctionId": auction})
        assert self.joined.wait(30), "not joined"

    def _read(self):
        try:
            while said := self.line.recv():
                self._take(said)
        except Exception:  # the socket was closed: there is nothing more to read
            return

    def _take(self, said):
        if said == "2":
            self.line.send("3")
        elif said.startswith("43"):
            number, body = said[2:].split("[", 1)
            self.acks[int(number)] = json.loads("[" + body)[0]
            self.joined.set()
        elif said.startswith("42"):
            name, data = json.loads(said[said.index("["):])
            if "prevSeq" in data:
                self.events.append((data["seq"], name, json.dumps(data, sort_keys=True)))

    def closed(self, lot):
        return any(name == "sold" and json.loads(said)["lotId"] == lot
                   for _, name, said in list(self.events))

    def bid(self, number, lot, amount):
        emit(self.line, number, "bid", {"auctionId": self.auction, "lotId": lot, "amount": amount,
                                        "commandId": str(uuid.uuid4())})


def by_the_deadline(pilot):
    """A lot after the other, until one had bids on both sides of its deadline."""
    anna = pilot.sign_in("Deadline 0")
    people = [anna] + [pilot.sign_in(f"Deadline {n}") for n in range(1, 10)]
    league = new_league(anna, people[1:], maxManagers=30, timerSeconds=5, antiSnipeSeconds=0)
    view = start_auction(anna, league)
    auction = view["auctionId"]
    bidders = [Bidder(pilot, people[n % len(people)], auction) for n in range(SOCKETS)]
    for _ in range(4):
        lot, timer = view["lot"]["lotId"], view["timer"]
        time.sleep((timer["endsAt"] - timer["serverNow"] - BEFORE_MS) / 1000)
        send_all(bidders, lot)
        until_closed(bidders, lot)
        receipts = [receipt for one in bidders for number, receipt in one.acks.items() if number]
        assert len(receipts) == SOCKETS * BIDS_EACH, f"{len(receipts)} receipts"
        told = judge(anna, bidders, receipts, auction, lot)
        if told:
            return told
        view = until_lot(anna, auction, lot)
        for one in bidders:
            one.acks = {0: one.acks[0]}
    raise AssertionError("no lot had bids on both sides of its deadline")


def send_all(bidders, lot):
    """Amounts that cross each other, so that most are too low by the time they are judged."""
    def send(place):
        for step in range(BIDS_EACH):
            bidders[place].bid(step + 1, lot, 1_000_000 + 100_000 * (step * 7 + place % 13))
            time.sleep(PACE_S)
    threads = [threading.Thread(target=send, args=(place,)) for place in range(len(bidders))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def until_closed(bidders, lot):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if all(len(one.acks) == BIDS_EACH + 1 and one.closed(lot) for one in bidders):
            return
        time.sleep(0.05)
    raise AssertionError([(len(one.acks), len(one.events)) for one in bidders])


def judge(anna, bidders, receipts, auction, lot):
    """The sequential model: in the order of the log each bid is higher than the one before, nobody
    raises itself, and the last one wins at its own price. Nothing: all were on one side."""
    accepted = sorted((r for r in receipts if r["accepted"]), key=lambda r: r["seq"])
    late = [r for r in receipts if r["reason"] in ("lot_closed", "auction_not_running")]
    if not accepted or not late:
        return None
    number = int(lot.rsplit("-", 1)[1])
    got = anna.request("GET", f"/auction/{auction}/log?limit=1000")
    bids = [event["amount"] for line in got.body.decode().splitlines()
            for event in json.loads(line)["events"] or []
            if event["type"] == "BidPlaced" and event["lotNumber"] == number]
    assert bids == [r["amount"] for r in accepted], (bids, accepted)
    for before, after in zip(accepted, accepted[1:]):
        assert after["amount"] > before["amount"]
        assert after["leader"]["userId"] != before["leader"]["userId"]
    for receipt in receipts:
        assert receipt["reason"] != "too_low" or receipt["limit"] > receipt["amount"], receipt
    assert all(r["seq"] > accepted[-1]["seq"] for r in late), late[:3]
    clubs = anna.ask("GET", f"/auction/{auction}/clubs")["clubs"]
    sold = next(club for club in clubs if club["lotId"] == lot)
    assert sold["winningBid"] == accepted[-1]["amount"], (sold, accepted[-1])
    assert sold["winner"] == accepted[-1]["leader"]
    end = max(seq for seq, name, said in bidders[0].events if name == "sold")
    told = {tuple(event for event in one.events if event[0] <= end) for one in bidders}
    assert len(told) == 1, "not everybody saw the same"
    return (f"{len(accepted)} of {len(receipts)} accepted, {len(late)} too late, "
            f"{len(bidders)} sockets saw the same")


def main():
    with Pilot() as pilot:
        return tell([("fifty redeem one link", one_link),
                     ("a thousand bids by the deadline", by_the_deadline)], pilot)


if __name__ == "__main__":
    sys.exit(main())
