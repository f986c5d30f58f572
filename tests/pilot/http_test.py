"""What the real server does with bytes: good ones, bad ones, slow ones, too many."""

import http.client
import json
import pathlib
import socket
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "pilot_clients"))

import server  # noqa: E402  (found through the line above)


def talk(pilot, sent, seconds=30.0, pause=0.0):
    """Everything the server says to these bytes until it closes, or says nothing for a while."""
    with socket.create_connection(("127.0.0.1", pilot.port), timeout=seconds) as line:
        for piece in [sent] if isinstance(sent, bytes) else sent:
            line.sendall(piece)
            time.sleep(pause)
        heard = b""
        try:
            while piece := line.recv(65536):
                heard += piece
        except (TimeoutError, ConnectionResetError):
            pass
        return heard


def raw(pilot, path):
    """A GET of something that is not below /api."""
    line = http.client.HTTPConnection("127.0.0.1", pilot.port, timeout=60)
    line.request("GET", path)
    got = line.getresponse()
    return server.Answer(got.status, got.getheaders(), got.read())


def status(heard):
    return int(heard.split(b" ", 2)[1]) if heard.startswith(b"HTTP/1.") else None


CLOSE = b"Host: localhost\r\nConnection: close\r\n\r\n"


def answers(pilot):
    assert pilot.request("GET", "/healthz").json == {"status": "ok"}
    assert raw(pilot, "/healthz").json == {"status": "ok"}
    assert pilot.request("GET", "/readyz").json["status"] == "ready"
    unknown = pilot.request("GET", "/nothing/here")
    assert unknown.status == 404 and unknown.json["code"] == "not_found", unknown
    assert unknown.headers["content-type"] == "application/json"
    other = pilot.request("DELETE", "/config")
    assert other.status == 405 and other.headers["allow"] == "GET", other
    head = talk(pilot, b"HEAD /api/config HTTP/1.1\r\n" + CLOSE)
    assert status(head) == 200 and head.endswith(b"\r\n\r\n") and b"Content-Length: 0" not in head
    assert pilot.request("GET", "/openapi.json").json["openapi"].startswith("3.1")
    assert pilot.request("GET", "/asyncapi.json").json["asyncapi"].startswith("3.")


def keeps_the_connection(pilot):
    one = b"GET /api/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
    heard = talk(pilot, one + one + b"GET /api/healthz HTTP/1.1\r\n" + CLOSE)
    assert heard.count(b"HTTP/1.1 200") == 3, heard
    old = talk(pilot, b"GET /api/healthz HTTP/1.0\r\n\r\n")
    assert status(old) == 200, old


def bad_bytes(pilot):
    for sent in (b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
                 b"GET /api/healthz HTTP/1.1\r\nno colon\r\n\r\n",
                 b"POST /api/users HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
                 b"POST /api/users HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n"
                 b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"):
        assert status(talk(pilot, sent)) in (400, None), sent
    long = talk(pilot, b"GET /api/healthz HTTP/1.1\r\nX: " + b"x" * 20_000 + b"\r\n\r\n")
    assert status(long) == 431, long
    assert pilot.request("GET", "/healthz").status == 200


def slow_head(pilot):
    started = time.monotonic()
    with socket.create_connection(("127.0.0.1", pilot.port), timeout=60) as line:
        line.sendall(b"GET /api/healthz HTTP/1.1\r\nHost: local")
        assert line.recv(100) == b"", "the server closes, and says nothing"
    assert time.monotonic() - started > 4


def large_bodies(pilot):
    for length in (65 * 1024, 10 ** 9):
        refused = talk(pilot, b"POST /api/users HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n"
                       % length)
        assert status(refused) == 413 and b"too_large" in refused, refused
    chunk = b"1000\r\n" + b"x" * 0x1000 + b"\r\n"
    streamed = talk(pilot, b"POST /api/users HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + chunk * 20)
    assert status(streamed) == 413, streamed[:200]
    body = json.dumps({"name": "A", "email": "a@example.com"}).encode()
    polite = talk(pilot, [b"POST /api/users HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: %d\r\n"
                          % len(body) + CLOSE, body], pause=0.3)
    assert polite.startswith(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200"), polite[:200]


def bodies(pilot):
    rows = [(b"{", "is no JSON"), (b"[]", "must be a JSON object"), (b"\xff", "is not UTF-8"),
            (b'{"name":"A","name":"B"}', "comes twice"), (b'{"a":' * 17 + b"1" + b"}" * 17, "deeper"),
            (b'{"name":7,"email":"a@example.com"}', "must be text"),
            (b'{"name":"","email":"a@example.com"}', "must not be empty"),
            (b'{"name":"A","email":"nobody"}', "must be an e-mail address"),
            ('{"name":"\u202eA","email":"a@example.com"}'.encode(), "control characters")]
    for body, why in rows:
        got = pilot.request("POST", "/users", body)
        assert got.status == 422 and got.json["code"] == "malformed", (body, got)
        assert why in got.json["detail"] and got.json["errors"], (body, got)


def cors(pilot):
    page = {"Origin": server.ORIGIN}
    got = pilot.request("GET", "/config", headers=page)
    assert got.headers["access-control-allow-origin"] == server.ORIGIN, got.headers
    assert got.headers["access-control-allow-credentials"] == "true"
    foreign = {"Origin": "https://evil.example"}
    got = pilot.request("GET", "/config", headers=foreign)
    assert "access-control-allow-origin" not in got.headers, got.headers
    assert pilot.request("OPTIONS", "/leagues", headers=foreign).status == 403
    flight = pilot.request("OPTIONS", "/leagues", headers=page)
    assert flight.status == 204 and flight.headers["access-control-max-age"] == "600", flight
    polling = "/socket.io/?EIO=4&transport=polling"
    assert pilot.request("GET", polling, headers=foreign).status == 403
    assert pilot.request("GET", polling, headers=page).status == 200
    assert raw(pilot, polling).status == 200


def counters(pilot):
    before = pilot.sample("http_requests_total", endpoint="/api/config", status="200")
    for _ in range(3):
        pilot.request("GET", "/config")
    assert pilot.sample("http_requests_total", endpoint="/api/config", status="200") == before + 3
    assert pilot.sample("http_request_duration_seconds_count", endpoint="/api/config") >= 3
    pilot.request("GET", "/league-of-strangers/5b0c")
    text = pilot.request("GET", "/metrics").body.decode()
    assert "5b0c" not in text and "strangers" not in text
    for name in ("process_cpu_seconds_total", "process_resident_memory_bytes",
                 "process_start_time_seconds", "socketio_active_connections", "bids_placed_total",
                 "log_commit_seconds_bucket", "timer_ticks_total"):
        assert name in text, name
    assert abs(pilot.sample("process_start_time_seconds") - time.time()) < 3600


def pages(pilot):
    for path in ("/", "/league/5b0c", "/app/my-competitions"):
        got = raw(pilot, path)
        assert got.status == 200 and b"<title>Client" in got.body, got
        assert got.headers["content-security-policy"].startswith("default-src 'self'")
    script = raw(pilot, "/assets/app-1234.js")
    assert "immutable" in script.headers["cache-control"], script.headers
    assert raw(pilot, "/assets/gone.js").status == 404


STORIES = [("routes and their absence", answers), ("one connection, many requests", keeps_the_connection),
           ("bytes that are no HTTP", bad_bytes), ("a head that never ends", slow_head),
           ("bodies that are too large", large_bodies), ("bodies that are no good", bodies),
           ("origins", cors), ("counters", counters), ("pages", pages)]


def main():
    with server.Pilot() as pilot:
        web = pilot.folder / "web"
        (web / "assets").mkdir(parents=True)
        (web / "index.html").write_text("<title>Client</title>", encoding="utf-8")
        (web / "assets" / "app-1234.js").write_text("go()", encoding="utf-8")
        pilot.stop()
        pilot.settings["WEB_DIR"] = str(web)
        pilot.start()
        return server.tell(STORIES, pilot)


if __name__ == "__main__":
    sys.exit(main())
