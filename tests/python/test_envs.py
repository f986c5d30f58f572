"""The environments by the checkers of those who define them."""

import numpy as np
import pytest

gymnasium = pytest.importorskip("gymnasium")
pettingzoo = pytest.importorskip("pettingzoo")

from gymnasium.utils.env_checker import check_env  # noqa: E402
from pettingzoo.test import api_test, parallel_api_test, parallel_seed_test, seed_test  # noqa: E402

from auction import envs  # noqa: E402


def play(env, choose, seed):
    """One episode; its rewards and its masks."""
    _, info = env.reset(seed=seed)
    rewards, over = [], False
    while not over:
        mask = info["action_mask"]
        _, reward, over, _, info = env.step(choose(mask))
        rewards.append(reward)
    return rewards


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_gymnasium_s_own_checker():
    check_env(envs.AuctionEnv(), skip_render_check=True)


def test_pettingzoo_s_own_checkers():
    api_test(envs.AuctionAEC(), num_cycles=300)
    seed_test(lambda: envs.AuctionAEC(), num_cycles=100)
    parallel_api_test(envs.AuctionParallel(), num_cycles=300)
    parallel_seed_test(lambda: envs.AuctionParallel(), num_cycles=100)


def test_an_episode_is_an_auction_and_its_seed_names_it():
    env = envs.AuctionEnv()
    greedy = lambda mask: 2 if mask[2] else 1  # noqa: E731
    first, again, other = play(env, greedy, 5), play(env, greedy, 5), play(env, greedy, 6)
    assert first == again and first != other
    assert np.isclose(sum(other), env._profit())
    with pytest.raises(ValueError, match="action"):
        env.step(6)


def test_who_is_out_of_everything_earns_nothing():
    env = envs.AuctionEnv()
    assert sum(play(env, lambda mask: 0, 1)) == 0
    assert "over" in env.render()


def test_a_masked_raise_counts_as_a_lower_one():
    env = envs.AuctionEnv()
    env.reset(seed=1)
    env._facts["limit"] = env._facts["next_bid"]
    assert env.action_masks().tolist() == [1, 1, 1, 0, 0, 0]


def test_many_auctions_at_once_begin_anew_by_themselves():
    env = envs.AuctionVectorEnv(16)
    assert isinstance(env, gymnasium.vector.VectorEnv)
    observations, info = env.reset(seed=3)
    assert observations.shape == (16, len(envs.FEATURES)) and info["action_mask"].shape == (16, 6)
    ends, previous = 0, np.zeros(16, bool)
    for _ in range(200):
        actions = np.where(env._facts["worth"] > env._facts["next_bid"], 2, 0)
        observations, rewards, over, cut, info = env.step(actions)
        assert env.observation_space.contains(observations) and not cut.any()
        assert (rewards[previous] == 0).all() and not (over & previous).any()
        ends, previous = ends + int(over.sum()), over
    assert ends > 16  # some lanes are in their second auction
    with pytest.raises(ValueError):
        env.step(np.full(16, 6))


def test_one_lane_of_many_is_the_single_environment():
    from auction import Arena

    setup = envs.practice_setup()
    one, many = Arena(setup, "*=valuing", [0]), Arena(setup, "*=valuing", [0], lanes=3)
    one.begin(np.array([9], np.uint64), np.array([True]))
    many.begin(np.array([4, 9, 8], np.uint64), np.ones(3, bool))
    scale = envs._core.Scale(setup)
    while not one.over()[0]:
        facts = one.facts()
        one.act(scale.plans(facts, np.array([2])))
        many.act(scale.plans(many.facts(), np.array([2, 2, 2])))
    assert many.over()[1] and one.digest(0) == many.digest(1)
    assert one.profits()[0].tolist() == many.profits()[1].tolist()


def test_all_managers_learn_at_once():
    env = envs.AuctionParallel()
    env.reset(seed=1)
    total = dict.fromkeys(env.possible_agents, 0.0)
    while env.agents:
        seen = env._seen()
        _, rewards, *_ = env.step({a: int(np.argmax(seen[a]["action_mask"][2:]) + 2)
                                   if seen[a]["action_mask"][2] else 1 for a in env.agents})
        for name, reward in rewards.items():
            total[name] += reward
    assert set(total) == {"Manager 1", "Manager 2", "Manager 3", "Manager 4"}
    assert any(total.values())
