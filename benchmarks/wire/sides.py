"""Who is measured: Socket.IO's server on Node, ours without the auction, and the pilot as it is; and
the clients before them.

Each side is a server in a process of its own and, before it, `wire_load` with its clients in
another. All are on loopback and end with the `with` that began them.
"""

import concurrent.futures
import contextlib
import json
import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "pilot_clients"))

from server import BUILD, Pilot, free_port, new_league, start_auction  # noqa: E402

LOAD = BUILD / "benchmarks" / "wire" / "wire_load"
FAN_OUT = BUILD / "benchmarks" / "wire" / "wire_fan_out"
PEER = ROOT / "build" / "wire_peer"
SOCKETS_OF_ONE = 5  # the pilot's limit
MEMBERS = 990  # of a league: its limit is 1,000
MOST_SOCKETS = 20_000
STEP = 100_000  # from a bid to the next


def prepare():
    """Thousands of sockets, for us and for the processes that we start; and whoever ends us ends
    them too."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended"))
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    return most


def processor_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_bytes(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    raise AssertionError("no VmRSS")


class Load:
    """The clients: orders in, what they measured out."""

    def __init__(self, port, seats, plan):
        self.file = tempfile.NamedTemporaryFile("w", prefix="seats-", suffix=".txt")
        for auth, join in seats:
            self.file.write(f"{json.dumps(auth)}\n{json.dumps(join)}\n")
        self.file.flush()
        self.process = subprocess.Popen([LOAD, str(port), self.file.name, ",".join(map(str, plan))],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def order(self, *words):
        self.process.stdin.write(" ".join(map(str, words)) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, f"the clients ended at {words}"
        return json.loads(line)

    def stop(self):
        self.process.stdin.close()
        self.process.wait(60)
        self.file.close()


class Side:
    """A server and its clients."""

    def __init__(self, name, pid, load, most=MOST_SOCKETS):
        self.name, self.pid, self.load, self.most = name, pid, load, most

    def order(self, *words):
        """What the clients measured, and the share of a core that the server took meanwhile."""
        began, before = time.monotonic(), processor_seconds(self.pid)
        got = self.load.order(*words)
        got["serverCpu"] = (processor_seconds(self.pid) - before) / (time.monotonic() - began)
        return got


@contextlib.contextmanager
def bare(name, command):
    """A server that has one room and no auction. It says on which port it listens."""
    process = subprocess.Popen([*command, str(free_port())], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True, cwd=ROOT)
    try:
        while not (said := process.stdout.readline()).startswith("listening on"):
            assert said, f"{name} did not start"
        plan = ("auction", "lot", 1_000_000, STEP, 64)
        load = Load(int(said.split()[-1]), [({}, ["join", {}])], plan)
        try:
            yield Side(name, process.pid, load)
        finally:
            load.stop()
    finally:
        process.terminate()
        process.wait(30)


def node(*flags):
    return bare("Node socket.io", ["node", *flags, str(PEER / "server.mjs")])


def ours():
    return bare("ours", [FAN_OUT])


@contextlib.contextmanager
def pilot(sockets):
    """The pilot: an auction whose lot stays open, two managers, and people who look on."""
    with Pilot(MAX_SOCKETS=str(MOST_SOCKETS)) as server:
        anna, ben = server.sign_in("Anna"), server.sign_in("Ben")
        league = new_league(anna, [ben], timerSeconds=86_400, antiSnipeSeconds=0, spectators=True,
                            budget=10**12)
        others = min(sockets // SOCKETS_OF_ONE, MEMBERS) - 2
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            crowd = list(pool.map(lambda n: look_on(server, league, n), range(max(0, others))))
        view = start_auction(anna, league)
        join = ["join_auction", {"auctionId": view["auctionId"]}]
        seats = [({"token": person.token}, join) for person in (anna, ben, *crowd)]
        plan = (view["auctionId"], view["lot"]["lotId"], 1_000_000, STEP, 2)
        load = Load(server.port, seats, plan)
        side = Side("the pilot", server.process.pid, load, MEMBERS * SOCKETS_OF_ONE)
        side.folder = server.folder
        try:
            yield side
        finally:
            load.stop()


def look_on(server, league, number):
    person = server.sign_in(f"Spectator {number}")
    person.ask("POST", f"/leagues/{league['id']}/join", {"role": "spectator"})
    return person


def collect(side):
    """Node's garbage is not its connections."""
    if side.name.startswith("Node"):
        os.kill(side.pid, signal.SIGUSR2)
        time.sleep(2)
