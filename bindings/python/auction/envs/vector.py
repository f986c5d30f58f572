"""Many auctions at once in one call: a Gymnasium vector environment, all lanes in C++."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from gymnasium import spaces
from gymnasium.vector import AutoresetMode, VectorEnv
from gymnasium.vector.utils import batch_space

from .._auction import Arena, Setup
from ._core import ACTIONS, FEATURES, Scale, practice_setup


class AuctionVectorEnv(VectorEnv[Any, Any, Any]):
    """`AuctionEnv` num_envs times, side by side.

    Parameters
    ----------
    num_envs : int
    setup, seat, bidders, **market
        As in `AuctionEnv`.

    Notes
    -----
    An auction that is over begins anew at the next step, whose reward is 0 and whose action is not
    looked at. ``info["action_mask"]`` is int8 of shape (num_envs, 6).
    """

    metadata: dict[str, Any] = {"autoreset_mode": AutoresetMode.NEXT_STEP}

    def __init__(self, num_envs: int, setup: Setup | None = None, *, seat: int = 0,
                 bidders: str = "*=valuing", **market: Any) -> None:
        self.num_envs, self.seat = num_envs, seat
        self.setup = setup or practice_setup()
        self._arena = Arena(self.setup, bidders, [seat], lanes=num_envs, **market)
        self._scale = Scale(self.setup)
        self._facts = self._arena.facts()
        self._mask = self._scale.mask(self._facts)
        self._profit = np.zeros(num_envs)
        self._over = np.ones(num_envs, bool)
        self.single_action_space = spaces.Discrete(len(ACTIONS))
        self.single_observation_space = spaces.Box(-1, 1, (len(FEATURES),), np.float32)
        self.action_space = batch_space(self.single_action_space, num_envs)
        self.observation_space = batch_space(self.single_observation_space, num_envs)

    def _begin(self, flags: npt.NDArray[np.bool_]) -> None:
        seeds = self.np_random.integers(0, 2**63, self.num_envs, dtype=np.uint64)
        self._arena.begin(seeds, flags)

    def _look(self) -> tuple[npt.NDArray[np.float32], dict[str, Any]]:
        self._facts = self._arena.facts()
        self._mask = self._scale.mask(self._facts)
        self._over = np.asarray(self._arena.over())
        return self._scale.observe(self._facts), {"action_mask": self._mask}

    def _profits(self) -> npt.NDArray[np.float64]:
        return np.asarray(self._arena.profits()[:, self.seat] / self._scale.budget, np.float64)

    def reset(self, *, seed: Any = None, options: dict[str, Any] | None = None) -> Any:
        """New auctions in all lanes; one seed for them all."""
        super().reset(seed=seed, options=options)
        self._begin(np.ones(self.num_envs, bool))
        self._profit = np.zeros(self.num_envs)
        return self._look()

    def step(self, actions: Any) -> Any:
        """Answers every lane's question."""
        chosen = np.asarray(actions, np.int64)
        if chosen.shape != (self.num_envs,) or (chosen < 0).any() or (chosen >= len(ACTIONS)).any():
            raise ValueError(f"actions: must be {self.num_envs} numbers from 0 to 5")
        ended = self._over
        open_ = np.where(self._mask > 0, np.arange(len(ACTIONS)), -1)
        chosen = np.where(open_ <= chosen[:, None], open_, -1).max(1)
        self._arena.act(self._scale.plans(self._facts, np.maximum(chosen, 0)))
        if ended.any():
            self._begin(ended)
        before = np.where(ended, 0.0, self._profit)
        observations, info = self._look()
        self._profit = self._profits()
        rewards = np.where(ended, 0.0, self._profit - before)
        return observations, rewards, self._over & ~ended, np.zeros(self.num_envs, bool), info
