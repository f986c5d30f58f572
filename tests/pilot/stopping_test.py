"""A stop that loses nothing: SIGTERM tells the sockets, commits, and ends with 0; and what is full is
refused in words."""

import json
import os
import pathlib
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "pilot_clients"))

import server  # noqa: E402  (found through the line above)

POLLING = "/socket.io/?EIO=4&transport=polling"


class Poller:
    """A Socket.IO client of a few lines: one socket, by polling."""

    def __init__(self, person):
        self.pilot = person.pilot
        opened = self.pilot.request("GET", POLLING)
        assert opened.status == 200, opened
        self.path = f"{POLLING}&sid={json.loads(opened.body[1:])['sid']}"
        self.say(f'40{{"token":"{person.token}"}}')
        first = self.hear()
        assert first.startswith("40{"), first

    def say(self, packet):
        got = self.pilot.request("POST", self.path, packet.encode(), {"Content-Type": "text/plain"})
        assert got.status == 200, got

    def hear(self):
        return self.pilot.request("GET", self.path).body.decode()


def stops(pilot):
    anna = pilot.sign_in("Anna")
    league = anna.ask("POST", "/leagues", {"name": "Friends", "sportKey": "football"})
    poller, heard = Poller(anna), []
    waiting = threading.Thread(target=lambda: heard.append(poller.hear()))
    waiting.start()
    time.sleep(2)
    assert pilot.stop() == 0
    waiting.join(30)
    assert heard and '["server_stopping",{"retryInMs":' in heard[0], heard
    pilot.start()
    assert anna.ask("GET", f"/leagues/{league['id']}")["name"] == "Friends"


def stops_at_rest(pilot):
    assert pilot.stop() == 0
    assert "stopped" in pilot.log.splitlines()[-1]
    pilot.start()


def signing_out_closes_sockets(pilot):
    ben = pilot.sign_in("Ben")
    poller = Poller(ben)
    assert ben.request("POST", "/auth/logout", {}).status == 200
    heard = poller.hear()
    assert '42["session_expired",{"code":"unauthenticated"}]' in heard, heard


def full(pilot):
    pilot.stop()
    pilot.settings["MAX_SOCKETS"] = "2"
    pilot.start()
    person = pilot.sign_in("Cat")
    seats = [Poller(person), Poller(person)]
    refused = pilot.request("GET", POLLING)
    assert refused.status == 503 and refused.json["code"] == "too_many_sockets", refused
    seats[0].say("41")
    seats[0].say("1")
    until = time.monotonic() + 30
    while pilot.request("GET", POLLING).status == 503:
        assert time.monotonic() < until, "a seat that was left stays taken"
        time.sleep(0.1)


def a_clock_set_back(pilot):
    """The store was written an hour from now: the machine's clock has been set back since."""
    pilot.stop()
    later = time.time() + 3600
    os.utime(pilot.folder / "pilot.db", (later, later))
    pilot.start()
    now = pilot.request("GET", "/config").json["serverNow"] / 1000
    assert later - 1 < now < later + 600, (now, later)


STORIES = [("SIGTERM with a socket that waits", stops), ("SIGTERM at rest", stops_at_rest),
           ("signing out closes sockets", signing_out_closes_sockets), ("all seats taken", full),
           ("a clock that was set back", a_clock_set_back)]


def main():
    with server.Pilot(JWT_SECRET="k2v9c8QbXz71LmNwPq0RtYuI3sDfGhJk") as pilot:
        return server.tell(STORIES, pilot)


if __name__ == "__main__":
    sys.exit(main())
