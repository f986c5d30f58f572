"""Sockets that misbehave: frames that are none, packets out of place, clients that do not read and
clients that are dead. Whoever behaves notices nothing of it.

    build/tools/venv/bin/python tests/pilot_clients/frames.py
"""

import concurrent.futures
import http.client
import json
import socket
import statistics
import sys
import time
import uuid

import websocket

from server import ORIGIN, Pilot, new_league, start_auction, tell

PATH = "/socket.io/?EIO=4&transport=websocket"


def open_socket(pilot, **options):
    line = websocket.create_connection(f"ws://127.0.0.1:{pilot.port}{PATH}", timeout=30,
                                       suppress_origin=True, **options)
    assert line.recv().startswith("0{"), "no handshake"
    return line


def signed_in(pilot, person, **options):
    line = open_socket(pilot, **options)
    line.send("40" + json.dumps({"token": person.token}))
    said = line.recv()
    assert said.startswith("40{"), said
    return line


def emit(line, number, event, data):
    line.send(f"42{number}" + json.dumps([event, data]))


def acknowledged(line, number):
    """The acknowledgement, over whatever else is said."""
    while True:
        said = line.recv()
        if said == "2":
            line.send("3")
        if said.startswith(f"43{number}["):
            return json.loads(said[len(f"43{number}"):])[0]


def bad_frames(pilot):
    """Each on a socket of its own, before and after CONNECT; the server closes it or says no."""
    person = pilot.sign_in("Frames")
    table = [
        "", "9", "x", "4", "49", "4x", "42", "42[", "42[]", "42{}", "42[1]", "42[null]", '42"x"',
        "42" + "[" * 5000 + "]" * 5000, '42["' + "x" * 2000 + '"]', '421["bid"]', '421["bid",1]',
        '421["bid",{},{}]', '421["join_auction",{"auctionId":[]}]', '421["join_auction",null]',
        '421["none such",{}]', '4299999999999999999999["time",{"clientNow":1}]', '43["x"]',
        "431[]", "44{}", "45", '451-["x",{"_placeholder":true,"num":0}]', "459999999999-[]",
        "40/none,", "40/admin,{}", "41", "41/none,", "0{}", "1", "2probe", "3probe", "5", "6",
        '42["time",{"clientNow":1e999}]', '42["time",{"clientNow":1,"clientNow":2}]',
        '42["\\ud800",{}]', "4" * 60_000, "b" + "A" * 1000, '42["rejoin_rooms",{"rooms":{}}]',
        '421["rejoin_rooms",{"rooms":[' + ",".join(["{}"] * 500) + "]}]", "\u00e9\u2028",
    ]
    for opening in (open_socket, lambda host: signed_in(host, person)):
        for sent in table:
            line = opening(pilot)
            line.send(sent)
            line.close()
        line = opening(pilot)
        line.send_binary(b"\x00\xff" * 500)
        line.close()
    too_long = signed_in(pilot, person)
    try:
        too_long.send("42" + json.dumps(["time", {"x": "y" * 70_000}]))
        while too_long.recv():
            pass
        raise AssertionError("a message of more than 64 KiB was let in")
    except (websocket.WebSocketException, OSError):
        pass
    serves(pilot, person)
    return f"{2 * len(table) + 3} frames"


def bad_polls(pilot):
    table = [
        "EIO=4&transport=polling&sid=none", "EIO=3&transport=polling", "transport=polling",
        "EIO=4&transport=carrier-pigeon", "EIO=4", "", "EIO=4&transport=polling&sid=" + "x" * 5000,
        "EIO=4&transport=websocket",
    ]
    for query in table:
        for method, body in (("GET", None), ("POST", b"42[1]"), ("DELETE", None), ("PUT", b"x")):
            got = poll(pilot, method, query, body)
            assert 400 <= got < 500, (method, query, got)
    return f"{4 * len(table)} requests"


def poll(pilot, method, query, body):
    line = http.client.HTTPConnection("127.0.0.1", pilot.port, timeout=30)
    line.request(method, f"/socket.io/?{query}", body)
    status = line.getresponse().status
    line.close()
    return status


def socket_origins(pilot):
    person = pilot.sign_in("Socket Origin")
    for origin, welcome in ((ORIGIN, True), (f"http://127.0.0.1:{pilot.port}", True),
                            ("https://evil.example", False), ("null", False)):
        try:
            line = websocket.create_connection(f"ws://127.0.0.1:{pilot.port}{PATH}", timeout=30,
                                               origin=origin)
            line.recv()
            line.send("40" + json.dumps({"token": person.token}))
            said = line.recv()
            line.close()
        except websocket.WebSocketException:
            said = "refused"
        assert said.startswith("40{") == welcome, (origin, said)


def serves(pilot, person):
    line = signed_in(pilot, person)
    emit(line, 1, "time", {"clientNow": 1})
    assert acknowledged(line, 1)["ok"], "the server does not serve on"
    line.close()


def deaf_clients(pilot):
    """Twenty that join and never read; a bidder's answers come as quickly as before."""
    anna, ben = pilot.sign_in("Deaf A"), pilot.sign_in("Deaf B")
    others = [pilot.sign_in(f"Deaf {number}") for number in range(20)]
    league = new_league(anna, [ben, *others], timerSeconds=300, maxManagers=30)
    view = start_auction(anna, league)
    auction, lot = view["auctionId"], view["lot"]["lotId"]
    alone = bid_times(pilot, (anna, ben), auction, lot, 5_000_000)
    deaf = [signed_in(pilot, one, sockopt=[(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)])
            for one in others]
    for line in deaf:
        flood(line, auction)
    crowded = bid_times(pilot, (anna, ben), auction, lot, 20_000_000)
    cut = sum(1 for line in deaf if is_cut(line))
    assert cut == len(deaf), f"{cut} of {len(deaf)} deaf clients were cut off"
    slow = statistics.quantiles(crowded, n=20)[-1] * 1000
    before = statistics.quantiles(alone, n=20)[-1] * 1000
    return f"a bid's 95 %: {before:.1f} ms alone, {slow:.1f} ms beside 20 deaf clients"


def flood(line, auction):
    """Asks for the whole picture over and over, and takes nothing of it."""
    line.settimeout(1)
    try:
        for number in range(4000):
            emit(line, number, "join_auction", {"auctionId": auction})
    except (websocket.WebSocketException, OSError):
        pass


def is_cut(line, seconds=60):
    until = time.monotonic() + seconds
    line.settimeout(30)
    try:
        while time.monotonic() < until:
            if line.sock.recv(1 << 20) == b"":
                return True
    except TimeoutError:
        return False
    except OSError:
        return True
    return False


def bid_times(pilot, people, auction, lot, start, count=60):
    took = []
    for number in range(count):
        amount, began = start + number * 100_000, time.monotonic()
        receipt = people[number % 2].ask("POST", f"/auction/{auction}/bid", {
            "lotId": lot, "amount": amount, "commandId": str(uuid.uuid4())})
        took.append(time.monotonic() - began)
        assert receipt["accepted"], receipt
    return took


def dead_client(pilot):
    """It says nothing and answers no ping: after 45 s it is gone, and its owner is offline."""
    anna, ben = pilot.sign_in("Dead A"), pilot.sign_in("Dead B")
    league = new_league(anna, [ben])
    unclean = pilot.sample("socketio_unclean_disconnects_total")
    line = signed_in(pilot, ben)
    emit(line, 1, "join_league", {"leagueId": league["id"]})
    assert acknowledged(line, 1)["ok"]

    def online():
        members = anna.ask("GET", f"/leagues/{league['id']}/members")
        return next(m["online"] for m in members if m["userId"] == ben.id)

    assert online()
    started = time.monotonic()
    while online():
        assert time.monotonic() - started < 150, "a dead client is still online"
        time.sleep(0.5)
    assert pilot.sample("socketio_unclean_disconnects_total") == unclean + 1
    line.close()
    return f"offline after {time.monotonic() - started:.0f} s"


def main():
    """Waiting for a dead client takes most of a minute, so that is done at another pilot, beside."""
    with Pilot() as pilot, Pilot() as other, concurrent.futures.ThreadPoolExecutor(1) as beside:
        dead = beside.submit(dead_client, other)
        return tell([("bad frames", bad_frames), ("bad polls", bad_polls),
                     ("origins of sockets", socket_origins), ("deaf clients", deaf_clients),
                     ("a dead client", lambda _: dead.result())], pilot)


if __name__ == "__main__":
    sys.exit(main())
