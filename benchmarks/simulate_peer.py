"""The peer of bench_simulate: the same auctions in the PyPI package fantasy_football_auction.

Twelve owners with $200 and ten places, 120 players, each opened at $1 by the owner whose turn it is and
raised by $1 in turn with the next owner up to 1 + 2 * (player % 10), which the first owner pays; the last
twelve go at $1, for the next owner may have no place left.

usage: simulate_peer.py AUCTIONS    prints: nanoseconds an auction, bids an auction, lots an auction
"""

import sys
import time

from fantasy_football_auction.auction import Auction, AuctionState
from fantasy_football_auction.player import Player
from fantasy_football_auction.position import Position, RosterSlot

OWNERS, PLACES, MONEY = 12, 10, 200


def raises(lot):
    return 2 * (lot % 10) if lot < OWNERS * (PLACES - 1) else 0


def play():
    players = [Player(f"player {i}", Position.QB, 1, i) for i in range(OWNERS * PLACES)]
    auction = Auction(players, OWNERS, MONEY, [RosterSlot.BN] * PLACES)
    bids = 0
    for lot in range(OWNERS * PLACES):
        first, second = lot % OWNERS, (lot + 1) % OWNERS
        auction.nominate(first, lot, 1)
        auction.tick()
        bids += 1
        for price in range(2, 2 + raises(lot)):
            auction.place_bid(second if price % 2 == 0 else first, price)
            auction.tick()
            bids += 1
        auction.tick()
    assert auction.state == AuctionState.DONE
    assert sum(owner.money for owner in auction.owners) == OWNERS * MONEY - bids
    return bids


def main():
    auctions = int(sys.argv[1])
    start = time.perf_counter_ns()
    bids = [play() for _ in range(auctions)]
    print((time.perf_counter_ns() - start) / auctions, bids[0], OWNERS * PLACES)


main()
