# %% [markdown]
# # What will a player cost? A forecast from 100,000 drafts
#
# A fantasy draft: ten owners, 200 units, eight places each. Everybody has a list of values, everybody
# is off by up to 20 %. The forecast of a price is the spread of what he went for.

# %%
import os
import time

import numpy as np

import auction

DRAFTS = int(os.environ.get("LIBAUCTION_DRAFTS", "100000"))
values = np.maximum(1, np.round(70 * 0.955 ** np.arange(100))).astype(int)
rules = auction.rules("pilot-football", name="draft", budget=200,
                      squad={"min": 8, "max": 8, "reserve_per_slot": 1},
                      english={"minimum": 1, "ladder": [{"below": None, "step": 1}]},
                      order={"kind": "shuffled", "hidden": True}, unsold={"kind": "never"})
start = time.perf_counter()
drafts = auction.simulate(rules, [f"player {i + 1}" for i in range(100)], 10, "valuing:noise=20",
                          n=DRAFTS, seed=2026, worth=values)
seconds = time.perf_counter() - start
print(f"{len(drafts):,} drafts, {drafts.bids.sum():,} bids")

# %%
prices = np.where(drafts.prices > 0, drafts.prices, np.nan)
print("player   value   10 %   half   90 %   not sold")
for player in (0, 4, 9, 19, 39, 59):
    low, middle, high = np.nanpercentile(prices[:, player], [10, 50, 90])
    print(f"{player + 1:6} {values[player]:7} {low:6.0f} {middle:6.0f} {high:6.0f} "
          f"{np.isnan(prices[:, player]).mean():10.1%}")

# %%
import matplotlib.pyplot as plt

from auction import plot

figure, axes = plt.subplots(figsize=(7, 5), layout="constrained")
plot.price_against_value(drafts, values, axes)
figure

# %% [markdown]
# The table leaves as an Arrow stream: `polars.DataFrame(drafts.lots)` copies no number.

# %%
assert drafts.spent.max() <= 200 and (drafts.squad <= 8).all()
drafts.lots
