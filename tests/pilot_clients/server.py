"""A pilot of a test's own, on loopback, a free port and a folder that goes away with it; and the
people who use it.

    with Pilot(TIMER="...") as pilot:
        anna = pilot.sign_in("Anna")
        league = anna.ask("POST", "/leagues", {"name": "Friends", "sportKey": "football"})
"""

import http.client
import json
import os
import pathlib
import socket
import subprocess
import tempfile
import time
import traceback
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("LIBAUCTION_BUILD_DIR", ROOT / "build" / "release"))
PROGRAM = BUILD / "examples" / "pilot" / "pilot"
SECRET = "a secret of the tests, which is long enough for production"  # outlives a restart
ORIGIN = "http://localhost:3000"  # the one that CORS_ORIGINS names when nothing is said


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class Answer:
    """Status, headers (lower case), cookies set and body of one answer; `json` where it is some."""

    def __init__(self, status, headers, body):
        self.status, self.body = status, body
        self.headers = {name.lower(): value for name, value in headers}
        self.cookies = [value for name, value in headers if name.lower() == "set-cookie"]

    @property
    def json(self):
        return json.loads(self.body)

    def __repr__(self):
        return f"{self.status} {self.body[:300]!r}"


def request(port, method, path, body=None, headers=(), timeout=60):
    """One request, below /api; a body that is not bytes is sent as JSON."""
    sent = dict(headers)
    if body is not None and not isinstance(body, bytes):
        body = json.dumps(body).encode()
        sent.setdefault("Content-Type", "application/json")
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        line.request(method, path if path.startswith("//") else f"/api{path}", body, sent)
        got = line.getresponse()
        return Answer(got.status, got.getheaders(), got.read())
    finally:
        line.close()


class Person:
    """Somebody who is signed in."""

    def __init__(self, pilot, user):
        self.pilot, self.name, self.id = pilot, user["name"], user["id"]
        self.token = user["accessToken"]

    def request(self, method, path, body=None, headers=()):
        return self.pilot.request(method, path, body,
                                  {"Authorization": f"Bearer {self.token}", **dict(headers)})

    def ask(self, method, path, body=None, status=200):
        got = self.request(method, path, body)
        assert got.status == status, f"{method} {path}: {got}"
        return got.json if got.body else None

    def command(self, method, path, **fields):
        return self.ask(method, path, {"commandId": str(uuid.uuid4()), **fields})


class Pilot:
    def __init__(self, port=None, **settings):
        self.scratch = tempfile.TemporaryDirectory(prefix="pilot-")
        self.folder = pathlib.Path(self.scratch.name)
        self.port = port or free_port()
        self.settings = {"DATABASE_URL": f"sqlite:{self.folder}/pilot.db", "PORT": str(self.port),
                         "ENABLE_RATE_LIMITING": "false", "WEB_DIR": "none",
                         "JWT_SECRET": SECRET} | settings
        self.process = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()
        self.scratch.cleanup()

    @property
    def log(self):
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    def start(self):
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen([PROGRAM], env=kept | self.settings, cwd=ROOT,
                                            stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        until = time.monotonic() + 60
        while time.monotonic() < until and self.process.poll() is None:
            try:
                if self.request("GET", "/readyz").status == 200:
                    return
            except OSError:
                time.sleep(0.02)
        raise AssertionError(f"the pilot did not start:\n{self.log[-3000:]}")

    def stop(self, kill=False):
        """Its exit code. A pilot that does not end within a minute when asked is a fault."""
        if self.process is None:
            return 0
        self.process.kill() if kill else self.process.terminate()
        code, self.process = self.process.wait(60), None
        return code

    def request(self, method, path, body=None, headers=()):
        return request(self.port, method, path, body, headers)

    def sign_in(self, name, email=None):
        email = email or f"{name.lower().replace(' ', '.')}@example.com"
        got = self.request("POST", "/users", {"name": name, "email": email})
        assert got.status == 200, got
        return Person(self, got.json)

    def sample(self, name, **labels):
        """The sum of a metric over its series that have these labels."""
        total = 0.0
        for line in self.request("GET", "/metrics").body.decode().splitlines():
            if line.split("{")[0].split(" ")[0] == name and all(
                    f'{key}="{value}"' in line for key, value in labels.items()):
                total += float(line.rsplit(" ", 1)[1])
        return total


def new_league(commissioner, others, assets=4, **settings):
    """A league with everybody in it and a few clubs chosen, ready to start."""
    league = commissioner.ask("POST", "/leagues", {
        "name": "Smoke Test League", "sportKey": "football", "startDelaySeconds": 0,
        "timerSeconds": 30, **settings})
    for other in others:
        other.ask("POST", "/leagues/join", {"inviteToken": league["inviteToken"]})
    clubs = commissioner.ask("GET", f"/leagues/{league['id']}/available-assets")
    commissioner.ask("PUT", f"/leagues/{league['id']}/assets",
                     [club["id"] for club in clubs[:assets]])
    return league


def start_auction(commissioner, league):
    """Starts it and waits for the first lot; the view of it."""
    started = commissioner.command("POST", f"/leagues/{league['id']}/auction/start")
    return until_lot(commissioner, started["auctionId"])


def until_lot(person, auction, other_than=None, seconds=60):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        view = person.ask("GET", f"/auction/{auction}")
        if view["lot"] and view["lot"]["lotId"] != other_than:
            return view
        time.sleep(0.05)
    raise AssertionError(f"no lot opened: {view['status']} {view['phase']}")


def tell(stories, pilot):
    """Runs stories one after the other, prints each one's time and the counts; the exit code."""
    failed = 0
    for name, story in stories:
        started = time.monotonic()
        try:
            note = story(pilot)
            said = f"  ({note})" if note else ""
            print(f"ok    {time.monotonic() - started:6.2f} s  {name}{said}", flush=True)
        except Exception:  # a fault of any kind is this story's, and the next one is told
            failed += 1
            print(f"FAIL  {name}\n{traceback.format_exc()}", flush=True)
    code = pilot.stop()
    if code:
        print(f"FAIL  exit code {code}\n{pilot.log[-2000:]}")
    print(f"{len(stories) - failed} passed, {failed + bool(code)} failed")
    return 1 if failed or code else 0
