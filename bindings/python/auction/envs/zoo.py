"""Every manager a learner: PettingZoo's two ways of taking turns.

`AuctionAEC` asks one manager after another, in the order in which the auction asks. In
`AuctionParallel` all act at once: who is not asked can only wait, and its action is not looked at.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from gymnasium import spaces
from gymnasium.utils import seeding
from pettingzoo import AECEnv, ParallelEnv

from .._auction import Arena, Setup, facts_dtype
from ._core import ACTIONS, FEATURES, Scale, checked, practice_setup

Seen = dict[str, npt.NDArray[Any]]


class _Room:
    """An auction in which every seat is asked."""

    def __init__(self, setup: Setup | None, market: dict[str, Any]) -> None:
        self.setup = setup or practice_setup()
        self.labels = list(self.setup.labels)
        self.arena = Arena(self.setup, "*=absent", range(len(self.labels)), **market)
        self.scale = Scale(self.setup)
        self.observation = spaces.Dict({
            "observation": spaces.Box(-1, 1, (len(FEATURES),), np.float32),
            "action_mask": spaces.Box(0, 1, (len(ACTIONS),), np.int8)})
        self.action = spaces.Discrete(len(ACTIONS))
        self.random = seeding.np_random(None)[0]
        self.last = np.zeros(len(self.labels), facts_dtype)
        self.asked: list[int] = []
        self.profits = np.zeros(len(self.labels))

    def begin(self, seed: int | None) -> None:
        """A new auction; without a seed the next one of the stream."""
        if seed is not None:
            self.random = seeding.np_random(seed)[0]
        drawn = self.random.integers(0, 2**63)
        self.arena.begin(np.array([drawn], np.uint64), np.array([True]))
        self.last = np.zeros(len(self.labels), facts_dtype)
        self.profits = np.zeros(len(self.labels))
        self.look()

    def look(self) -> None:
        """Who is asked at this instant, the first first."""
        group = self.arena.group(0)
        self.last["manager"] = -1
        for row in group:
            self.last[row["manager"]] = row
        self.asked = [int(manager) for manager in group["manager"]]

    def act(self, actions: dict[int, Any]) -> dict[str, float]:
        """The answers of managers who are asked, in the order of asking; what each gained by them."""
        for manager, given in actions.items():
            row, action = self.last[manager:manager + 1], checked(given)
            while not self.scale.mask(row)[0, action]:
                action -= 1
            self.arena.act(self.scale.plans(row, np.array([action])))
        self.look()
        before = self.profits
        self.profits = np.asarray(self.arena.profits()[0] / self.scale.budget, np.float64)
        return dict(zip(self.labels, map(float, self.profits - before)))

    def seen(self, manager: int) -> Seen:
        row = self.last[manager:manager + 1]
        return {"observation": self.scale.observe(row)[0], "action_mask": self.scale.mask(row)[0]}


class _Seats:
    """What both ways share: a room, its seats, and what each may see and do."""

    def __init__(self, setup: Setup | None = None, render_mode: str | None = None,
                 **market: Any) -> None:
        self._room = _Room(setup, market)
        self.render_mode = render_mode
        self.possible_agents = list(self._room.labels)
        self.agents: list[str] = []

    def observation_space(self, agent: str) -> Any:
        """The same for all."""
        return self._room.observation

    def action_space(self, agent: str) -> Any:
        """The same for all."""
        return self._room.action

    def render(self) -> None:
        """Nothing: the auction has a log."""

    def close(self) -> None:
        """Nothing is open."""


class AuctionAEC(_Seats, AECEnv[str, Any, Any]):
    """One manager acts at a time, in the order in which the auction asks.

    Parameters
    ----------
    setup : Setup, optional
    **market
        As in `AuctionEnv`.

    Notes
    -----
    Observations are dicts of ``observation``, float32 (11,), and ``action_mask``, int8 (6,).
    """

    metadata: dict[str, Any] = {"name": "auction_v0", "is_parallelizable": False,
                                "render_modes": []}

    def observe(self, agent: str) -> Any:
        """What a manager who is asked knows; of the others the mask says: wait."""
        return self._room.seen(self.possible_agents.index(agent))

    def reset(self, seed: int | None = None, options: dict[str, Any] | None = None) -> None:
        """A new auction."""
        self._room.begin(seed)
        self.agents = list(self.possible_agents)
        self.rewards = dict.fromkeys(self.agents, 0.0)
        self._cumulative_rewards = dict.fromkeys(self.agents, 0.0)
        self.terminations = dict.fromkeys(self.agents, not self._room.asked)
        self.truncations = dict.fromkeys(self.agents, False)
        self.infos: dict[str, dict[str, Any]] = {agent: {} for agent in self.agents}
        self._skip_agent_selection = None
        self._select()

    def _select(self) -> None:
        asked = self._room.asked
        self.agent_selection = self.possible_agents[asked[0]] if asked else self.agents[0]

    def step(self, action: Any) -> None:
        """The answer of whoever is asked."""
        agent = self.agent_selection
        if self.terminations[agent] or self.truncations[agent]:
            self._was_dead_step(action)
            return
        self._cumulative_rewards[agent] = 0.0
        self.rewards = self._room.act({self.possible_agents.index(agent): action})
        if not self._room.asked:
            self.terminations = dict.fromkeys(self.agents, True)
        self._select()
        self._accumulate_rewards()


class AuctionParallel(_Seats, ParallelEnv[str, Any, Any]):
    """All managers act at once; who is not asked waits.

    Parameters and observations as in `AuctionAEC`.
    """

    metadata: dict[str, Any] = {"name": "auction_parallel_v0", "render_modes": []}

    def _seen(self) -> dict[str, Any]:
        return {agent: self._room.seen(i) for i, agent in enumerate(self.possible_agents)}

    def reset(self, seed: int | None = None,
              options: dict[str, Any] | None = None) -> tuple[dict[str, Any], dict[str, Any]]:
        """A new auction."""
        self._room.begin(seed)
        self.agents = list(self.possible_agents)
        return self._seen(), {agent: {} for agent in self.agents}

    def step(self, actions: dict[str, Any]) -> Any:
        """Everybody's answers at once."""
        agents = list(self.agents)
        gained = self._room.act({manager: actions[self.possible_agents[manager]]
                                 for manager in self._room.asked})
        over = not self._room.asked
        if over:
            self.agents = []
        return (self._seen(), gained, dict.fromkeys(agents, over), dict.fromkeys(agents, False),
                {agent: {} for agent in agents})
