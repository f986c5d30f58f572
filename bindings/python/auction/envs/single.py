"""One learner among bidders of the library: a Gymnasium environment."""

from __future__ import annotations

from typing import Any

import gymnasium
import numpy as np
import numpy.typing as npt
from gymnasium import spaces

from .._auction import Arena, Setup
from ._core import ACTIONS, FEATURES, Scale, checked, practice_setup

Observation = npt.NDArray[np.float32]


class AuctionEnv(gymnasium.Env[Observation, np.int64]):
    """A whole auction as an episode; one manager learns, the others are played.

    Parameters
    ----------
    setup : Setup, optional
        `practice_setup()` where it is left out.
    seat : int
        The learner's.
    bidders : str
        The line-up of everybody else.
    **market
        ``worth``, ``multiple_permille``, ``spread``, ``latency_ms`` as in `simulate`.

    Notes
    -----
    Observations are float32 of shape (11,), see `FEATURES`. ``info["action_mask"]`` is int8 of
    shape (6,); an action that is masked counts as the next one below that is not.
    """

    metadata: dict[str, Any] = {"render_modes": ["ansi"]}

    def __init__(self, setup: Setup | None = None, *, seat: int = 0, bidders: str = "*=valuing",
                 render_mode: str | None = None, **market: Any) -> None:
        self.setup = setup or practice_setup()
        self.seat = seat
        self.render_mode = render_mode
        self._arena = Arena(self.setup, bidders, [seat], **market)
        self._scale = Scale(self.setup)
        self._facts = self._arena.facts()
        self.action_space = spaces.Discrete(len(ACTIONS))
        self.observation_space = spaces.Box(-1, 1, (len(FEATURES),), np.float32)

    def action_masks(self) -> npt.NDArray[np.int8]:
        """Which actions are open now, shape (6,)."""
        return np.asarray(self._scale.mask(self._facts)[0], np.int8)

    def _look(self) -> tuple[Observation, dict[str, Any]]:
        self._facts = self._arena.facts()
        info = {"action_mask": self.action_masks(), "profit": self._profit()}
        return np.asarray(self._scale.observe(self._facts)[0], np.float32), info

    def _profit(self) -> float:
        return float(self._arena.profits()[0, self.seat]) / self._scale.budget

    def reset(self, *, seed: int | None = None,
              options: dict[str, Any] | None = None) -> tuple[Observation, dict[str, Any]]:
        """A new auction. ``options={"auction_seed": n}`` names it."""
        super().reset(seed=seed)
        drawn = self.np_random.integers(0, 2**63)
        named = (options or {}).get("auction_seed", drawn)
        self._arena.begin(np.array([named], np.uint64), np.array([True]))
        return self._look()

    def step(self, action: Any) -> tuple[Observation, float, bool, bool, dict[str, Any]]:
        """Answers the question; plays on until the next one, or to the end."""
        number, mask, before = checked(action), self.action_masks(), self._profit()
        while not mask[number]:
            number -= 1
        self._arena.act(self._scale.plans(self._facts, np.array([number])))
        observation, info = self._look()
        return (observation, info["profit"] - before, bool(self._arena.over()[0]), False, info)

    def render(self) -> str:
        """The question in a line of text."""
        row = self._facts[0]
        if row["manager"] < 0:
            return "the auction is over"
        asset = self.setup.assets[int(row["asset"])].name
        return f"lot {row['lot']}: {asset}, next bid {row['next_bid']}, limit {row['limit']}"
