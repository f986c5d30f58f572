"""What the tests of the Python package share: small auctions, and where things are."""

import os
import pathlib

import pytest

import auction

ROOT = pathlib.Path(os.environ.get("LIBAUCTION_SOURCE_DIR",
                                   pathlib.Path(__file__).resolve().parents[2]))
DATA = pathlib.Path(os.environ.get("LIBAUCTION_DATA", ROOT / ".." / "shared" / "data"))
CLUBS = ["Arsenal", "Brighton", "Chelsea", "Everton", "Fulham", "Leeds"]


def needs(path):
    """The large input, or a skip that says which one is not there."""
    if not path.exists():
        pytest.skip(f"SKIPPED: {path.name} is not beside the repository")
    return path


@pytest.fixture
def data():
    """A path below the large inputs."""
    return lambda name: needs(DATA / name)


def open_auction(managers=("Reds", "Blues", "Greens"), assets=CLUBS, **changes):
    """An auction by the pilot's rules with its first lot open; the order is the given one."""
    changes = {"order": {"kind": "given", "hidden": False}, **changes}
    room = auction.start(auction.rules("pilot-football", **changes), assets, list(managers))
    room.advance()
    return room


@pytest.fixture
def room():
    return open_auction()


@pytest.fixture
def small():
    """A set-up for simulations: four managers, eight clubs."""
    return auction.setup(auction.rules("pilot-football"), [f"club {i}" for i in range(8)], 4)
