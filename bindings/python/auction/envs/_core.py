"""What the environments share: observations, masks, and actions as plans."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from .._auction import Setup, plan_dtype
from ..inputs import rules as make_rules
from ..inputs import setup as make_setup

ACTIONS = ("out", "wait", "next", "low", "middle", "high")
FEATURES = ("price", "next_bid", "limit", "free", "places_left", "my_bids", "lots_left", "worth",
            "gain", "has_leader", "time_left")
PERMILLE = np.array([0, 0, 0, 100, 250, 500], np.int64)


def practice_setup(managers: int = 4, assets: int = 12, squad: int = 3) -> Setup:
    """A small auction with round numbers, to learn in.

    Parameters
    ----------
    managers, assets : int
    squad : int
        Places of each manager.
    """
    rules = make_rules("pilot-football", name="practice", budget=200,
                       squad={"min": squad, "max": squad, "reserve_per_slot": 1},
                       english={"minimum": 1, "ladder": [{"below": None, "step": 1}]},
                       order={"kind": "given", "hidden": False}, unsold={"kind": "never"})
    return make_setup(rules, [f"asset {i}" for i in range(assets)], managers)


class Scale:
    """Turns facts into observations of one size, whatever the auction's units."""

    def __init__(self, setup: Setup) -> None:
        self.budget = float(max(setup.rules.budget, 1))
        self.places = float(max(setup.rules.squad_max, 1))
        self.lots = float(max(len(setup.assets), 1))
        self.lot_ms = float(max(setup.rules.lot_ms, 1))
        self.raises = '"bidding":"fixed_next"' not in setup.rules.to_json()

    def observe(self, facts: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
        """One row a question, shape (k, len(FEATURES)), each number in [-1, 1]."""
        money = np.stack([facts["price"], facts["next_bid"], facts["limit"], facts["free"]], 1)
        counts = np.stack([facts["places_left"] / self.places, facts["my_bids"] / 10,
                           facts["lots_left"] / self.lots], 1)
        gain = (facts["worth"] - facts["next_bid"]) / self.budget
        rest = np.stack([facts["worth"] / self.budget, gain, facts["leader"] >= 0,
                         (facts["ends_at"] - facts["now"]) / self.lot_ms], 1)
        out = np.concatenate([money / self.budget, counts, rest], 1)
        return np.asarray(np.clip(out, -1, 1), np.float32)

    def mask(self, facts: npt.NDArray[Any]) -> npt.NDArray[np.int8]:
        """Which actions are open, shape (k, len(ACTIONS)); of who is not asked, to wait."""
        out = np.ones((len(facts), len(ACTIONS)), np.int8)
        amounts = self.amounts(facts)
        out[:, 3:] = (amounts[:, 3:] > facts["next_bid"][:, None]) & self.raises
        out[facts["manager"] < 0] = (0, 1, 0, 0, 0, 0)
        return out

    def amounts(self, facts: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
        """What each action bids, shape (k, len(ACTIONS))."""
        room = np.maximum(facts["limit"] - facts["next_bid"], 0)[:, None]
        return np.asarray(facts["next_bid"][:, None] + room * PERMILLE // 1000, np.int64)

    def plans(self, facts: npt.NDArray[Any], actions: npt.NDArray[np.int64]) -> npt.NDArray[Any]:
        """Actions as plans: a bid comes a second later, and stands up to its own amount."""
        plans = np.zeros(len(facts), plan_dtype)
        plans["action"] = np.minimum(actions, 2)
        plans["after_ms"] = 1000
        plans["amount"] = self.amounts(facts)[np.arange(len(facts)), actions]
        plans["up_to"] = plans["amount"]
        return plans


def checked(action: Any) -> int:
    """An action as an int, or a ValueError."""
    number = int(action)
    if not 0 <= number < len(ACTIONS):
        raise ValueError(f"action: must be 0 to {len(ACTIONS) - 1}, not {action!r}")
    return number
