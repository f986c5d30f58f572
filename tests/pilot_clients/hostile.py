"""What nobody should send, by table: tokens, origins, bodies, request lines, paths. Each row is
refused as the contract says, none of them is a fault of the server, and afterwards it serves on.

    build/tools/venv/bin/python tests/pilot_clients/hostile.py
"""

import base64
import hashlib
import hmac
import json
import socket
import sys
import time
import uuid

from server import ORIGIN, SECRET, Pilot, new_league, start_auction, tell

FOREIGN = "https://evil.example"


def part(value):
    said = json.dumps(value, separators=(",", ":"))
    return base64.urlsafe_b64encode(said.encode()).rstrip(b"=").decode()


def signed(header, claims, secret=SECRET, digest=hashlib.sha256):
    said = f"{part(header)}.{part(claims)}"
    mac = hmac.new(secret.encode(), said.encode(), digest).digest()
    return f"{said}.{base64.urlsafe_b64encode(mac).rstrip(b'=').decode()}"


def tokens(pilot):
    """Signed with our own secret the first row is good: so the others fail for what they change."""
    token = pilot.sign_in("Token").token
    header, claims = (json.loads(base64.urlsafe_b64decode(piece + "=="))
                      for piece in token.split(".")[:2])
    timeless = {name: value for name, value in claims.items() if name != "exp"}
    table = [
        (200, signed(header, claims)),
        (401, signed(header, claims, "another secret")),
        (401, signed(header, claims | {"exp": int(time.time()) - 10})),
        (401, signed(header, timeless)),
        (401, signed(header, claims | {"sub": str(uuid.uuid4())})),
        (401, signed(header | {"alg": "HS512"}, claims, digest=hashlib.sha512)),
        (401, signed(header | {"alg": "HS384"}, claims, digest=hashlib.sha384)),
        (401, f"{part(header | {'alg': 'none'})}.{part(claims)}."),
        (401, f"{part({'alg': 'none'})}.{part(claims)}.{token.split('.')[2]}"),
        (401, token[:-2]), (401, f"{token}x"), (401, token.rsplit(".", 1)[0]), (401, "a.b.c"),
        (401, ""), (401, "nonsense"), (401, "." * 3000), (401, "\u00e9" * 20),
        (401, signed(header, {})), (401, signed({}, claims)), (401, signed(header, [])),
        (401, signed(header, claims | {"exp": "never"})),
        (401, signed(header, claims | {"exp": -2**63})), (401, f"{token} {token}"),
    ]
    for expected, sent in table:
        got = pilot.request("GET", "/users/me",
                            headers={"Authorization": f"Bearer {sent}".encode()})
        assert got.status == expected, (sent[:120], got)
        if expected == 401:
            assert got.json["code"] == "unauthenticated", got
    for scheme in ("Basic", "bearer:", "Token"):
        got = pilot.request("GET", "/users/me", headers={"Authorization": f"{scheme} {token}"})
        assert got.status == 401, (scheme, got)
    return f"{len(table) + 3} rows"


def origins(pilot):
    """A cookie does not travel from another site; a token in a header is nobody's by accident."""
    got = pilot.request("POST", "/users", {"name": "Cookie", "email": "cookie@example.com"})
    assert all("HttpOnly" in one and "SameSite=Lax" in one for one in got.cookies), got.cookies
    cookie = next(one.split(";")[0] for one in got.cookies if one.startswith("session="))
    own = f"http://127.0.0.1:{pilot.port}"
    table = [
        (200, {}), (200, {"Origin": own}), (200, {"Origin": ORIGIN}),
        (200, {"Sec-Fetch-Site": "same-origin"}), (403, {"Origin": FOREIGN}),
        (403, {"Origin": "null"}), (403, {"Origin": f"{own}.evil.example"}),
        (403, {"Origin": f"{ORIGIN}/"}), (403, {"Sec-Fetch-Site": "cross-site"}),
    ]
    for expected, headers in table:
        got = pilot.request("PATCH", "/users/me", {"name": "Cookie"},
                            {"Cookie": cookie, **headers})
        assert got.status == expected, (headers, got)
    got = pilot.request("GET", "/users/me", headers={"Cookie": cookie, "Origin": FOREIGN})
    assert "access-control-allow-origin" not in got.headers, got.headers
    token = got.json["id"] and pilot.sign_in("Cookie").token
    got = pilot.request("PATCH", "/users/me", {"name": "Token"},
                        {"Authorization": f"Bearer {token}", "Origin": FOREIGN})
    assert got.status in (200, 403), got
    for name in ("x-content-type-options", "referrer-policy", "content-security-policy",
                 "cache-control"):
        assert name in got.headers, (name, got.headers)
    return f"{len(table)} rows"


def bodies(pilot):
    person = pilot.sign_in("Body")
    deep = b'{"name":' + b"[" * 17 + b"]" * 17 + b',"sportKey":"football"}'
    good = {"name": "Fine", "sportKey": "football"}

    def league(**fields):
        return json.dumps(good | fields).encode()

    malformed = [
        b"", b"{", b"nonsense", b"[]", b'"text"', b"null", b"1", b"{}", deep,
        b'{"name":"a","name":"b","sportKey":"football"}', b'{"name":"\xff","sportKey":"football"}',
        b'{"name":"\xed\xa0\x80","sportKey":"football"}', b"{} {}", b"\x00" * 100,
        b'{"name":NaN,"sportKey":"football"}', b'{"name":"a","sportKey":"football",}',
        league(name=""), league(name="x" * 81), league(name=5), league(name="a\u202eb"),
        league(name="a\u0000b"), league(name="a\nb"), league(name=["a"]), league(sportKey="chess"),
        league(budget=1.5), league(budget="500000000"), league(budget=-1), league(budget=2**53),
        league(budget=10**30), league(budget=True), league(timerSeconds=4),
        league(timerSeconds=86401), league(antiSnipeSeconds=2), league(antiSnipeSeconds=30),
        league(maxManagers=31), league(minManagers=1), league(minManagers=9), league(clubSlots=0),
        league(clubSlots=41), league(waitingRoom="yes"), league(preset="none such"),
        league(startDelaySeconds=61), league(rules="x"), league(rules={"nonsense": {"a": [1]}}),
    ]
    for sent in malformed:
        got = person.request("POST", "/leagues", sent, {"Content-Type": "application/json"})
        assert got.status == 422, (sent[:80], got)
        assert got.json["code"] == "malformed", (sent[:80], got)
    for size, expected in ((64 * 1024 + 1, 413), (1 << 20, 413)):
        got = person.request("POST", "/leagues", b" " * size)
        assert got.status == expected, (size, got)
    assert person.request("POST", "/leagues", good).status == 200
    assert len(person.ask("GET", "/leagues")) == 1
    return f"{len(malformed) + 2} rows"


def bids(pilot):
    """A bid is an integer for a lot under a command id; nothing else reaches the room."""
    anna, ben = pilot.sign_in("Bids A"), pilot.sign_in("Bids B")
    view = start_auction(anna, new_league(anna, [ben]))
    auction, lot = view["auctionId"], view["lot"]["lotId"]
    good = {"lotId": lot, "amount": 5_000_000, "commandId": str(uuid.uuid4())}
    malformed = [{"amount": value} for value in
                 (None, "5000000", 5e6 + 0.5, -1, True, [], {}, 2**53, 10**40, "")]
    malformed += [{"commandId": value} for value in (None, "", "x", 5, "0" * 36)]
    malformed += [{"lotId": value} for value in (None, 8, "", [], "x" * 10_000)]
    malformed += [{"expectedSeq": value} for value in ("1", -1, 1.5, [])]
    for change in malformed:
        got = ben.request("POST", f"/auction/{auction}/bid", good | change)
        assert got.status in (413, 422), (change, got)
    told = {"none": "lot_closed", f"{auction}-lot-999": "lot_closed"}
    for name, reason in told.items():
        receipt = ben.command("POST", f"/auction/{auction}/bid", lotId=name, amount=5_000_000)
        assert not receipt["accepted"] and receipt["reason"] == reason, receipt
    receipt = ben.ask("POST", f"/auction/{auction}/bid",
                      good | {"userId": anna.id, "commissionerId": anna.id, "more": [1]})
    assert receipt["accepted"] and receipt["leader"]["userId"] == ben.id, receipt
    again = ben.ask("POST", f"/auction/{auction}/bid", good)
    assert again == receipt | {"replayed": True}, again
    got = ben.request("POST", f"/auction/{auction}/bid", good | {"amount": 6_000_000})
    assert got.status == 409 and got.json["code"] == "command_conflict", got
    return f"{len(malformed) + 6} rows"


def raw(pilot, sent, seconds=30):
    """What comes back for bytes, until the server closes or has nothing more to say."""
    with socket.create_connection(("127.0.0.1", pilot.port), timeout=seconds) as line:
        line.sendall(sent)
        got = b""
        try:
            while data := line.recv(65536):
                got += data
                if b"\r\n\r\n" in got and b"Connection: close" not in got:
                    break
        except ConnectionResetError:
            pass
        return got


def request_lines(pilot):
    host = b"Host: 127.0.0.1\r\n"
    table = [
        b"nonsense\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc",
        b"GET /api/config HTTP/1.1\r\n" + host + b"X: " + b"a" * 70_000 + b"\r\n\r\n",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n" + host + b"\r\n",
        b"POST /api/users HTTP/1.1\r\n" + host + b"Content-Length: -1\r\n\r\n",
        b"POST /api/users HTTP/1.1\r\n" + host + b"Content-Length: 99999999999999999999\r\n\r\n",
        b"POST /api/users HTTP/1.1\r\n" + host + b"Content-Length: 5\r\nTransfer-Encoding: chunked"
        b"\r\n\r\n0\r\n\r\nGET /api/config HTTP/1.1\r\n\r\n",
        b"GET /api/config HTTP/1.1\r\n" + host + b"Bad Header\r\n\r\n",
        b"GET /api/\x00 HTTP/1.1\r\n" + host + b"\r\n",
    ]
    for sent in table:
        got = raw(pilot, sent)
        assert not got.startswith(b"HTTP/1.1 5") and b" 200 " not in got[:20], (sent[:60], got[:200])
    for path in ("//etc/passwd", "/../../../../etc/passwd", "/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
                 "/assets/..%2f..%2f..%2f..%2fetc%2fpasswd", "/..\\..\\etc\\passwd", "/%00",
                 "/api/%ff", "/api/leagues/%2e%2e/config", "/api//config", "/api/nothing",
                 "/api/debug/rooms/league/x", "/api/leagues/not-an-id"):
        got = raw(pilot, f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
                  .encode())
        assert b"root:" not in got and not got.startswith(b"HTTP/1.1 5"), (path, got[:200])
        if path.startswith("/api/"):
            assert got.startswith(b"HTTP/1.1 4") and b"<html" not in got.lower(), (path, got[:300])
    return f"{len(table) + 12} rows"


def slow_headers(pilot):
    """A request that never ends is closed after five seconds, and holds nobody else up."""
    started = time.monotonic()
    with socket.create_connection(("127.0.0.1", pilot.port), timeout=40) as line:
        line.sendall(b"GET /api/config HTTP/1.1\r\nHost: x\r\n")
        assert pilot.request("GET", "/config").status == 200
        while line.recv(4096):
            pass
    took = time.monotonic() - started
    assert 4 < took < 30, took
    return f"closed after {took:.1f} s"


def main():
    stories = [("tokens", tokens), ("origins and cookies", origins), ("bodies", bodies),
               ("bids", bids), ("request lines and paths", request_lines),
               ("headers that never end", slow_headers)]
    with Pilot() as pilot:
        return tell(stories, pilot)


if __name__ == "__main__":
    sys.exit(main())
