# %% [markdown]
# # What would another purse have done?
#
# The same 60 players and the same eight bidders with purses from 10 to 40 crore: what a rule change
# does to prices, by simulation. Players and misjudgements are the same in all of them, because the
# seed is.

# %%
import numpy as np

import auction

PLAYERS = [auction.Asset(f"p{i}", base_price=50 if i < 20 else 20) for i in range(60)]
STARS = 20
worth = np.concatenate([np.linspace(900, 300, 20), np.linspace(280, 20, 40)]).astype(int)
base = auction.rules("ipl-2025", squad={"min": 5, "max": 6, "quotas": []},
                     order={"kind": "given"}, unsold={"kind": "never"},
                     retention={"max_retained": 0, "max_capped": 0, "max_uncapped": 0,
                                "capped_slabs": [], "uncapped_slab": 0})
PURSES = (1000, 1500, 2000, 2500, 3000, 4000)
stars, others, left, sold = [], [], [], []
for purse in PURSES:
    batch = auction.simulate(auction.rules(base, budget=purse), PLAYERS, 8, "valuing:noise=15",
                             n=2000, seed=1, worth=worth)
    stars.append(batch.prices[:, :STARS].sum(1).mean())
    others.append(batch.prices[:, STARS:].sum(1).mean())
    left.append(batch.left.mean())
    sold.append((batch.winners >= 0).sum(1).mean())
    print(f"purse {purse}: {stars[-1]:6.0f} lakh for the stars, {others[-1]:6.0f} for the others, "
          f"{left[-1]:6.0f} left a manager, {sold[-1]:.1f} players sold")

# %%
import matplotlib.pyplot as plt

figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
axes.stackplot(PURSES, stars, others, 8 * np.array(left),
               labels=["stars", "others", "left over"], colors=["C0", "C1", "lightgrey"])
axes.set(xlabel="purse, lakh", ylabel="all purses together, lakh")
axes.legend(loc="upper left")
figure

# %% [markdown]
# The stars come up first, so they take what there is: up to about 20 crore more money means dearer
# stars, and next to nothing is left for those who come after them. From there on nobody who wants a
# star is short of money, and what is added goes to the others; from about 30 crore on it is hardly
# spent at all: every squad is full, and prices are what players are worth.

# %%
assert stars[1] > 1.4 * stars[0] and others[1] < 0.1 * stars[1]
assert others[3] > 4 * others[1] and stars[3] < 1.05 * stars[2]
assert stars[5] + others[5] < 1.03 * (stars[4] + others[4]) and left[5] > 1000
