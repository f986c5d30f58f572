"""python-socketio as anybody installs it, against the real pilot: sign in, create, join, start, bid,
and after a cut resume by lastSeq with nothing missed and nothing twice. Over polling, over WebSocket,
and by upgrading from the one to the other.

    build/tools/venv/bin/python tests/pilot_clients/python_client.py
"""

import sys
import threading
import uuid

import socketio

from contract import Contract
from proxy import Network
from server import Pilot, new_league, start_auction, tell

SHOWN = ("lot_started", "bid_update", "anti_snipe", "sold", "clock_changed", "auction_paused",
         "auction_resumed", "sale_voided", "auction_reset", "auction_complete")
CONTRACT = Contract()


class Watcher:
    """A client that keeps every event that stands in the log, as it came."""

    def __init__(self, person, port, transports):
        self.person, self.port, self.transports = person, port, transports
        self.heard, self.other, self.faults = [], [], []
        self.changed = threading.Condition()
        self.line = socketio.Client(reconnection=False)
        for event in SHOWN:
            self.line.on(event, lambda data, event=event: self._hear(event, data))
        for event in ("sync_state", "outbid", "tick", "next_team_countdown", "presence",
                      "waiting_room_updated"):
            self.line.on(event, lambda data, event=event: self._note(event, data))

    def connect(self):
        self.line.connect(f"http://127.0.0.1:{self.port}", auth={"token": self.person.token},
                          transports=self.transports, wait_timeout=30)
        return self

    def _hear(self, event, data):
        with self.changed:
            self.faults += CONTRACT.event(event, data)
            self.heard.append((data["seq"], data["prevSeq"], event))
            self.changed.notify_all()

    def _note(self, event, data):
        with self.changed:
            self.faults += CONTRACT.event(event, data)
            self.other.append((event, data))
            self.changed.notify_all()

    def wait(self, what, seconds=30):
        with self.changed:
            assert self.changed.wait_for(lambda: what(self), seconds), (self.heard, self.other)

    @property
    def seq(self):
        return self.heard[-1][0] if self.heard else 0

    def call(self, event, **data):
        ack = self.line.call(event, data, timeout=30)
        self.faults += CONTRACT.ack(event, ack)
        return ack

    def leave(self):
        self.line.disconnect()
        assert not self.faults, "\n".join(self.faults)


def bid(watcher, auction, lot, amount):
    return watcher.call("bid", auctionId=auction, lotId=lot, amount=amount,
                        commandId=str(uuid.uuid4()))


def story(pilot, transports, name):
    """One auction; Ben is cut off in the middle of a lot and comes back."""
    anna, ben = pilot.sign_in(f"Anna {name}"), pilot.sign_in(f"Ben {name}")
    league = new_league(anna, [ben])
    network = Network(pilot.port)
    view = start_auction(anna, league)
    auction, lot = view["auctionId"], view["lot"]["lotId"]
    steady = Watcher(anna, pilot.port, transports).connect()
    cut_off = Watcher(ben, network.port, transports).connect()
    for watcher in (steady, cut_off):
        ack = watcher.call("join_auction", auctionId=auction)
        assert ack["ok"] and ack["mode"] == "snapshot", ack
        watcher.wait(lambda w: any(event == "sync_state" for event, _ in w.other))
    first = next(view["seq"] for event, view in cut_off.other if event == "sync_state")
    assert bid(cut_off, auction, lot, 5_000_000)["accepted"]
    for watcher in (steady, cut_off):
        watcher.wait(lambda w: w.heard)
    network.cut()
    cut_off.line.disconnect()
    mine = [bid(steady, auction, lot, 6_000_000)]
    anna.command("POST", f"/auction/{auction}/complete-lot", lotId=lot)
    steady.wait(lambda w: any(event == "sold" for _, _, event in w.heard))
    assert all(receipt["accepted"] for receipt in mine), mine
    network.mend()
    before = cut_off.seq
    back = Watcher(ben, network.port, transports).connect()
    back.heard = list(cut_off.heard)
    ack = back.call("join_auction", auctionId=auction, lastSeq=before)
    assert ack["ok"] and ack["mode"] == "events", ack
    steady.wait(lambda w: w.heard[-1][2] == "lot_started")
    back.wait(lambda w: w.seq == steady.seq)
    assert back.heard == steady.heard, f"{back.heard}\n{steady.heard}"
    chain = [first, *(seq for seq, _, _ in back.heard)]
    assert [prev for _, prev, _ in back.heard] == chain[:-1], back.heard
    ahead = back.call("join_auction", auctionId=auction, lastSeq=10**6)
    assert ahead["mode"] == "snapshot", ahead
    for watcher in (steady, cut_off, back):
        watcher.leave()
    network.cut()


def refused(pilot):
    """A token that is none, and an acknowledgement for what does not exist."""
    stranger = pilot.sign_in("Stranger")
    line = socketio.Client(reconnection=False)
    try:
        line.connect(f"http://127.0.0.1:{pilot.port}", auth={"token": "nonsense"})
        raise AssertionError("a bad token was let in")
    except socketio.exceptions.ConnectionError:
        pass
    watcher = Watcher(stranger, pilot.port, ["websocket"]).connect()
    ack = watcher.call("join_auction", auctionId=str(uuid.uuid4()))
    assert ack["ok"] is False and ack["code"] == "not_found" and ack["detail"], ack
    watcher.leave()


def main():
    ways = {"polling": ["polling"], "websocket": ["websocket"],
            "upgrade": ["polling", "websocket"]}
    stories = [(f"python-socketio, {name}", lambda pilot, t=way, n=name: story(pilot, t, n))
               for name, way in ways.items()]
    with Pilot() as pilot:
        return tell([*stories, ("python-socketio, refused", refused)], pilot)


if __name__ == "__main__":
    sys.exit(main())
