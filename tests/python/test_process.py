"""The interpreter's life around the engine: exit, fork, references, and a fault of the engine's."""

import gc
import os
import subprocess
import sys
import sysconfig
import tracemalloc
import weakref

import pytest

import auction
from conftest import open_auction

BUSY = """
import auction, threading
room = auction.start("pilot-football", ["a", "b", "c"], 2)
class Slow:
    def plan(self, facts):
        return auction.Plan.bid(facts.worth, amount=facts.worth // 2)
setup = room.setup
def work():
    auction.simulate(setup, bidders=Slow(), n=10, threads=2)
threads = [threading.Thread(target=work) for _ in range(3)]
[t.start() for t in threads]
kept = [room, room.log, auction.simulate(setup, n=3).lots.__arrow_c_stream__()]
"""


def run(code):
    return subprocess.run([sys.executable, "-X", "faulthandler", "-c", code], capture_output=True,
                          text=True, timeout=120)


def test_the_interpreter_ends_with_work_behind_it():
    done = run(BUSY)
    assert done.returncode == 0, done.stderr


def test_it_ends_with_objects_still_held_by_modules():
    done = run("import auction, builtins\nbuiltins.kept = auction.simulate(auction.setup("
               "'pilot-football', ['a', 'b', 'c'], 2), n=5)\nbuiltins.lots = kept.lots")
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_child_simulates_for_itself(small):
    expected = auction.simulate(small, n=20, seed=1, threads=2).prices.sum()
    child = os.fork()
    if child == 0:
        os._exit(0 if auction.simulate(small, n=20, seed=1, threads=2).prices.sum() == expected
                 else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


class Counted:
    def plan(self, facts):
        return facts.worth


class CountedMany:
    def plans(self, facts):
        return facts["worth"]


@pytest.mark.parametrize("kind", [Counted, CountedMany])
def test_bidders_are_let_go(small, kind):
    bidder = kind()
    count = sys.getrefcount(bidder)
    for _ in range(5):
        auction.simulate(small, bidders=bidder, n=3)
    assert sys.getrefcount(bidder) == count
    gone = weakref.ref(bidder)
    del bidder
    gc.collect()
    assert gone() is None


def test_nothing_is_kept_of_what_is_done_again_and_again(small):
    def work():
        room = open_auction()
        for amount in range(5, 40):
            room.place_bid(amount % 3, amount * 1_000_000)
            room.place_bid(amount % 3, amount * 1_000_000)
        room.view()
        room.log.verify()
        room.log.events()
        auction.simulate(small, n=5).lots.__arrow_c_stream__()
        auction.score_table("pilot-football-clubs", {"goals": [1, 2]}, position=None)
        with pytest.raises(auction.InputError):
            auction.RuleSet.from_json("{")

    for _ in range(5):
        work()
    gc.collect()
    tracemalloc.start()
    work()
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    for _ in range(20):
        work()
    gc.collect()
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert grown < 20_000, f"{grown} bytes in twenty rounds"


def test_resident_memory_stays(small):
    resource = pytest.importorskip("resource")

    def peak():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    def work():
        for _ in range(20):
            auction.simulate(small, n=50, threads=2)
            open_auction().log.replay()

    work()
    before = peak()
    for _ in range(4):
        work()
    assert peak() - before < 20_000  # KiB


def test_free_threading_is_not_claimed():
    """The module does not say that it needs no GIL; such an interpreter turns it on again."""
    if sysconfig.get_config_var("Py_GIL_DISABLED"):
        assert sys._is_gil_enabled()
