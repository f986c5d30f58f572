# %% [markdown]
# # The IPL 2025 mega auction, replayed
#
# Ten franchises, 46 retained players, 577 lots. Prices and buyers are facts; the bids between are
# made up: the buyer and one rival take turns on the ladder. The engine judges every bid, so at the
# end purses and squads can be compared with what was published.

# %%
import csv
import json
import pathlib

import auction

FOLDER = pathlib.Path("examples/auctioneer/data/ipl_2025")
# Lots in the order of the list, unsold ones never again: the accelerated rounds are not reconstructed.
rules = auction.rules("ipl-2025", order={"kind": "given"}, unsold={"kind": "never"})
listed = auction.read_assets(FOLDER / "assets.csv", rules)


def rows(name):
    with open(FOLDER / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


# Three lots came up elsewhere than the official list says.
order = list(listed)
for move in rows("moves.csv"):
    moved = next(asset for asset in order if asset.external_id == move["externalId"])
    order.remove(moved)
    anchor = next(i for i, asset in enumerate(order) if asset.external_id == move["anchor"])
    order.insert(anchor + (move["place"] == "after"), moved)
assets = auction.catalogue(order)
managers = auction.read_managers(FOLDER / "managers.csv", rules, assets)
results = {row["externalId"]: row for row in rows("result.csv")}
room = auction.start(rules, assets, managers)
room

# %% [markdown]
# The ladder is data: below one crore (100 lakh) the step is 5 lakh, and so on.

# %%
bands = [(band["below"], band["step"])
         for band in json.loads(rules.to_json())["english"]["ladder"]]


def next_price(price):
    step = next(step for below, step in bands if below is None or price < below)
    return (price // step + 1) * step


def reach(squad):
    """How far this franchise could go: a reserve of 30 for each slot that stays empty below 18."""
    return squad.purse - 30 * max(0, 18 - squad.slots_used - 1)


def contest(lot, buyer, price):
    """The buyer's turns and the rival's, the buyer last."""
    prices = [lot.base_price]
    while prices[-1] < price:
        prices.append(next_price(prices[-1]))
    others = [squad for squad in room.view().managers
              if squad.label != buyer and lot.max_bids[squad.manager] > 0]
    rival = max(others, key=reach).manager if others else None
    for turn, _ in enumerate(prices):
        mine = (len(prices) - 1 - turn) % 2 == 0
        refused = room.place_bid(buyer if mine else rival, at=room.now + 1000)
        assert refused is None, refused


while room.next_deadline is not None:
    for event in room.advance():
        if isinstance(event, auction.events.LotOpened):
            result = results[assets[event.asset].external_id]
            if result["result"] == "sold":
                contest(room.view().lots[0], result["team"], int(result["price"]))
room.status, room.seq

# %% [markdown]
# Purse left and squad, beside what was published.

# %%
published = {row["label"]: row for row in rows("published.csv")}
for squad in room.view().managers:
    told = published[squad.label]
    equal = (squad.purse, squad.slots_used) == (int(told["purseLeft"]), int(told["squad"]))
    print(f"{squad.label:5} {rules.format(squad.purse):>8} left, {squad.slots_used} players: "
          f"{'as published' if equal else 'NOT as published'}")
    assert equal

# %%
report = room.log.verify()
assert report.ok
print(f"{report.records:,} records, {report.events:,} events, digest {report.digest[:16]}")

# %%
import matplotlib.pyplot as plt

from auction import plot

figure, (left, right) = plt.subplots(1, 2, figsize=(12, 4), layout="constrained")
plot.squad_table(room, left)
dearest = max(room.view().closed, key=lambda lot: lot.price)
plot.bid_ladder(room.log, dearest.number, right)
right.set_title(assets[dearest.asset].name)
figure
