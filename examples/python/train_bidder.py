# %% [markdown]
# # Training a simple bidder
#
# A policy of eleven weights, learned by the cross-entropy method in 256 auctions at once: no
# framework, one environment. The reward is what the purchases are worth less what they cost.

# %%
import numpy as np

from auction import envs

LANES = 256
env = envs.AuctionVectorEnv(LANES, envs.practice_setup())


def episode(weights, seed):
    """The mean profit of each row of weights, shape (policies,), over its share of the lanes."""
    observations, info = env.reset(seed=seed)
    mine = np.repeat(weights, LANES // len(weights), axis=0)
    total, running = np.zeros(LANES), np.ones(LANES, bool)
    while running.any():
        keen = (observations * mine[:, :-1]).sum(1) + mine[:, -1] > 0
        observations, rewards, over, _, info = env.step(np.where(keen, 2, 0))
        total += np.where(running, rewards, 0)
        running &= ~over
    return total.reshape(len(weights), -1).mean(1)


random = np.random.default_rng(1)
size = len(envs.FEATURES) + 1
mean, spread = np.zeros(size), np.ones(size)
history = []
for generation in range(15):
    policies = mean + spread * random.standard_normal((32, size))
    profits = episode(policies, generation)
    elite = policies[np.argsort(profits)[-6:]]
    mean, spread = elite.mean(0), elite.std(0) + 0.05
    history.append(profits.mean())
print(f"profit in shares of the budget: {history[0]:.3f} at first, {history[-1]:.3f} after training")

# %% [markdown]
# What it has learned, beside bidding whenever something can be gained.

# %%
by_hand = np.zeros(size)
by_hand[envs.FEATURES.index("gain")] = 1
learned, plain = (np.mean([episode(w[None], 100 + i)[0] for i in range(5)])
                  for w in (mean, by_hand))
print(f"learned {learned:.3f}, by hand {plain:.3f}")
assert history[-1] > history[0]

# %%
import matplotlib.pyplot as plt

figure, axes = plt.subplots(figsize=(7, 3.5), layout="constrained")
axes.plot(history, marker=".")
axes.axhline(plain, ls="--", color="grey", label="bids while there is a gain")
axes.set(xlabel="generation", ylabel="mean profit")
axes.legend()
figure
