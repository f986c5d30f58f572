# %% [markdown]
# # Which soft-close window stops sniping?
#
# Two of four bidders, the snipers, say nothing until the last 900 ms; the other two answer a bid
# after 0.8 to 2.5 s, as people do. News takes a while each way. All four think of every club what the
# others think, give or take 20 %, and nobody's purse or squad ever stops them: so each should win a
# quarter, snipers half of all, at the price that an unhurried room pays.

# %%
import numpy as np

import auction

CLUBS = [f"club {i}" for i in range(12)]
WORTH = [40_000_000] * len(CLUBS)
SNIPERS = (0, 1)
LINEUP = ("Manager 1=sniper:last=900,noise=20;Manager 2=sniper:last=900,noise=20;"
          "*=valuing:noise=20")


def play(window_ms, latency_ms, bidders=LINEUP):
    rules = auction.rules("pilot-football", budget=1_000_000_000,
                          squad={"min": 1, "max": len(CLUBS), "reserve_per_slot": 0},
                          order={"kind": "given", "hidden": False}, unsold={"kind": "never"},
                          clock={"lot_ms": 20_000, "soft_close": {"window_ms": window_ms,
                                                                  "amount_ms": window_ms}})
    return auction.simulate(rules, CLUBS, 4, bidders, n=1000, seed=3, latency_ms=latency_ms,
                            worth=WORTH)


calm = play(10_000, 0, "*=valuing:noise=20")
price = calm.prices[calm.prices > 0].mean()
print(f"an unhurried room pays £{price / 1e6:.1f}m a club")

# %%
WINDOWS, LATENCIES = (0, 500, 1000, 2000, 3000, 5000, 10_000), (50, 150, 300)
won, paid, late, minutes = (np.zeros((len(LATENCIES), len(WINDOWS))) for _ in range(4))
for row, latency in enumerate(LATENCIES):
    for column, window in enumerate(WINDOWS):
        batch = play(window, latency)
        sold = batch.winners >= 0
        won[row, column] = np.isin(batch.winners, SNIPERS).sum() / sold.sum()
        paid[row, column] = batch.prices[sold].mean() / price
        late[row, column] = batch.refusals.sum() / (batch.bids + batch.refusals).sum()
        minutes[row, column] = batch.duration_ms.mean() / 60_000
        print(f"latency {latency:4} ms, window {window / 1000:4.1f} s: snipers win "
              f"{won[row, column]:4.0%} at {paid[row, column]:4.0%} of the unhurried price, "
              f"{late[row, column]:5.1%} of bids refused, {minutes[row, column]:.1f} minutes")

# %%
import matplotlib.pyplot as plt

figure, axes = plt.subplots(1, 2, figsize=(10, 3.6), layout="constrained")
for row, latency in enumerate(LATENCIES):
    axes[0].plot(np.array(WINDOWS) / 1000, won[row], marker=".", label=f"{latency} ms each way")
    axes[1].plot(np.array(WINDOWS) / 1000, paid[row], marker=".")
axes[0].axhline(0.5, ls="--", color="grey")
axes[1].axhline(1, ls="--", color="grey")
axes[0].set(xlabel="window, s", ylabel="lots that snipers win", ylim=(0, 1))
axes[1].set(xlabel="window, s", ylabel="price over the unhurried one")
axes[0].legend()
figure

# %% [markdown]
# Without a window the snipers win up to nine tenths, and cheaply: nobody can answer. (On a slow line
# they miss the end themselves, and then everybody buys cheaply.) A window shorter than an answer makes
# it worse, for it forgives the snipers' own delay. Only one that is as long as an answer takes, the
# news out, the slowest reaction and the bid back, gives the room back what it had: half of the lots
# for each side, at the old price. Longer ones only lengthen the evening.

# %%
for row, latency in enumerate(LATENCIES):
    assert paid[row, 0] < 0.9 and won[row].max() > 0.75
    for column, window in enumerate(WINDOWS):
        if window >= 2 * latency + 2500:
            assert abs(won[row, column] - 0.5) < 0.02 and abs(paid[row, column] - 1) < 0.02
        else:
            assert won[row, column] > 0.53
