# %% [markdown]
# # What would another purse have done?
#
# The same players, the same bidders, three sizes of purse: what a rule change does to prices, by
# simulation. Asset i of a batch has the same worth in all three, because the seed is the same.

# %%
import numpy as np

import auction

PLAYERS = [auction.Asset(f"p{i}", base_price=50 if i < 20 else 20) for i in range(60)]
worth = np.concatenate([np.linspace(900, 300, 20), np.linspace(280, 20, 40)]).astype(int)
base = auction.rules("ipl-2025", squad={"min": 5, "max": 6, "quotas": []},
                     order={"kind": "given"}, unsold={"kind": "never"},
                     retention={"max_retained": 0, "max_capped": 0, "max_uncapped": 0,
                                "capped_slabs": [], "uncapped_slab": 0})

rows = []
for purse in (1000, 1500, 2000):
    batch = auction.simulate(auction.rules(base, budget=purse), PLAYERS, 8, "valuing:noise=15",
                             n=2000, seed=1, worth=worth)
    prices = np.where(batch.prices > 0, batch.prices, np.nan)
    rows.append((purse, np.nanmean(prices[:, :20]), np.nanmean(prices[:, 20:]),
                 (batch.winners >= 0).sum(1).mean(), batch.left.mean()))
    print(f"purse {purse}: stars at {rows[-1][1]:.0f}, others at {rows[-1][2]:.0f} lakh, "
          f"{rows[-1][3]:.1f} players sold, {rows[-1][4]:.0f} left")

# %% [markdown]
# A larger purse goes to the stars first: they are the lots where somebody was at the limit before.

# %%
stars = [row[1] for row in rows]
assert stars[0] < stars[1] < stars[2]
