"""The same golden logs and digests as the C++ tests hold the engine to."""

import re

import auction
from conftest import CLUBS, ROOT

TEAMS = ["Reds", "Blues", "Greens"]


def uuid(high, low):
    digits = f"{high:016x}{low:016x}"
    return "-".join([digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]])


def small_setup(rules, assets, purses=(None, None, None)):
    """As tests/support/small_auction.cc makes it."""
    catalogue = auction.Catalogue([
        auction.Asset(CLUBS[i], set="second" if i % 2 else "first", id=uuid(0xa55e70000000, i + 1),
                      attributes={"country": "Spain" if i % 3 == 2 else "India"})
        for i in range(assets)])
    managers = [auction.Manager(label, purse, id=uuid(0x3a4a6e4, i + 1))
                for i, (label, purse) in enumerate(zip(TEAMS, purses))]
    return auction.Setup(rules, catalogue, managers, commissioners=[uuid(0xc0, 1)],
                         id=uuid(0x5a11, 0xa0c7))


def digests_told(name):
    """(seq, first half of a digest's first half) of each milestone in a golden playthrough."""
    text = (ROOT / f"tests/golden/playthrough_{name}.txt").read_text()
    return [(int(seq), digest) for seq, digest in re.findall(r"= (\d+) ([0-9a-f]{16})$", text, re.M)]


def check(name, setup, bidders, seed):
    told = digests_told(name)
    assert len(told) > 5
    log = auction.play(setup, bidders=bidders, seed=seed, starts_at=1_000_000)
    assert [(seq, log.replay(seq).state_digest()[:16]) for seq, _ in told] == told


def test_the_pilot_s_playthrough():
    check("pilot", small_setup(auction.rules("pilot-football"), 5),
          "Reds=eager;Blues=sniper;*=valuing:raise=40", 3)


def test_the_franchises_playthrough():
    ipl = auction.rules("ipl-2025")
    import json

    quota = json.loads(ipl.to_json())["squad"]["quotas"][0]
    rules = auction.rules(ipl, budget=400, squad={"min": 2, "max": 3, "quotas": [{**quota, "max": 1}]},
                          retention={"maxRetained": 0, "maxCapped": 0, "maxUncapped": 0,
                                     "cappedSlabs": [], "uncappedSlab": 0, "cappedAttribute": "",
                                     "cappedValue": ""}, unsold={"requestMs": 60_000})
    check("ipl", small_setup(rules, 6, (None, 120, None)),
          "Reds=timid:under=60;Blues=timid:under=30;*=pacing", 4)


def test_several_lots_playthrough():
    rules = auction.rules("pilot-football", open_lots=2, order={"kind": "given", "hidden": False},
                          clock={"lot_ms": 20_000, "soft_close": {
                              "window_ms": 10_000, "trigger": "leader_changed", "form": "additive",
                              "amount_ms": 5_000, "max_extensions": 3, "hard_stop_ms": 30_000}})
    check("several", small_setup(rules, 4), "Blues=sniper;*=valuing:raise=50", 9)


def test_presets_as_json():
    for name in auction.presets():
        golden = (ROOT / f"tests/golden/preset_{name}.json").read_text()
        assert auction.rules(name).pretty() == golden


def test_rule_books_by_their_digest():
    lines = (ROOT / "tests/golden/rule_books.txt").read_text().split()
    golden = dict(zip(lines[1::2], lines[0::2]))
    assert {name: auction.rule_book(name).digest for name in auction.rule_books()} == golden
