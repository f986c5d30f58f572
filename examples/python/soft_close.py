# %% [markdown]
# # Which soft-close window stops sniping?
#
# Two of four bidders wait for the last second. News takes 300 ms each way, so somebody who is
# outbid at the end may be too late with an answer. How much does the soft close give back, and what
# does it cost in time?

# %%
import numpy as np

import auction

CLUBS = [f"club {i}" for i in range(12)]
LINEUP = "Manager 1=sniper:last=900;Manager 2=sniper:last=900;*=valuing:noise=20"


def play(window_ms):
    rules = auction.rules("pilot-football", order={"kind": "given", "hidden": False},
                          unsold={"kind": "never"},
                          clock={"lot_ms": 20_000, "soft_close": {"window_ms": window_ms,
                                                                  "amount_ms": window_ms}})
    return auction.simulate(rules, CLUBS, 4, LINEUP, n=2000, seed=3, latency_ms=300)


rows = []
for window_ms in (0, 500, 1000, 2000, 5000, 10_000):
    batch = play(window_ms)
    late = batch.refusals.sum() / batch.bids.sum()
    snipers = np.isin(batch.winners, (0, 1)).sum() / (batch.winners >= 0).sum()
    rows.append((window_ms, batch.spent.sum(1).mean() / 1e6, late, snipers,
                 batch.duration_ms.mean() / 60_000))
    print(f"window {window_ms / 1000:4.1f} s: £{rows[-1][1]:,.0f}m spent, {late:6.2%} of bids too "
          f"late, snipers win {snipers:.0%}, {rows[-1][4]:.1f} minutes")

# %% [markdown]
# Without a window bids die on the wire at the hammer. A window longer than a round trip and a
# reaction lets them be answered; beyond that it only makes the evening longer.

# %%
assert rows[-1][2] < rows[0][2] and rows[-1][1] >= rows[0][1]
