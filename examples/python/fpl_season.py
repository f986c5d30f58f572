# %% [markdown]
# # A season of Fantasy Premier League, point by point
#
# Every row of a season's file (one player, one fixture) scored in one call, and compared with the
# points that were published. The files are not part of the project; without them this stops here.

# %%
import os
import pathlib
import sys

import numpy as np
import pandas as pd

import auction

DATA = pathlib.Path(os.environ.get("LIBAUCTION_DATA", "../shared/data")) / "football"
path = DATA / "fpl_player_match_2023-24.csv"
if not path.exists():
    print("SKIPPED: the FPL files are not beside the repository")
    sys.exit(0)

matches = pd.read_csv(path)
book = auction.rule_book("fpl-2023-24")
matches["ours"] = auction.score_table(book, matches)
print(f"{len(matches):,} rows, {(matches.ours == matches.total_points).sum():,} equal")
assert np.array_equal(matches.ours, matches.total_points)

# %% [markdown]
# Each point has its reason.

# %%
best = matches.loc[matches.ours.idxmax()]
figures = {stat: int(best[stat]) for stat in book.stats if stat in matches}
print(best["name"], "in gameweek", best.gw)
print(book.score(figures, best.position))

# %%
totals = matches.groupby("name").ours.sum().nlargest(10)
totals

# %%
import matplotlib.pyplot as plt

race = matches[matches["name"].isin(totals.index[:5])].pivot_table(
    index="gw", columns="name", values="ours", aggfunc="sum").fillna(0).cumsum()
figure, axes = plt.subplots(figsize=(8, 4), layout="constrained")
race.plot(ax=axes, marker=".")
axes.set(xlabel="gameweek", ylabel="points")
figure
