"""Random auctions by hypothesis: the engine's invariants after every act, from Python's side."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

import auction
from conftest import CLUBS

MANAGERS = st.integers(0, 2)


class Room(RuleBasedStateMachine):
    """An auction, a copy that is rebuilt from its log, and what must hold between them."""

    @initialize(order=st.sampled_from(["given", "shuffled"]), seed=st.integers(0, 2**64 - 1),
                open_lots=st.integers(1, 3), rounds=st.sampled_from(["never", "rounds"]))
    def begin(self, order, seed, open_lots, rounds):
        rules = auction.rules("pilot-football", order={"kind": order}, open_lots=open_lots,
                              unsold={"kind": rounds, "rounds": int(rounds == "rounds")})
        self.room = auction.start(rules, CLUBS, ["Reds", "Blues", "Greens"], seed=seed)
        self.budget = 3 * rules.budget
        self.adjusted = 0
        self.seq = 0

    def lot(self, pick):
        lots = self.room.open_lots
        return lots[pick % len(lots)] if lots else 1

    @rule(manager=MANAGERS, pick=st.integers(0, 2), amount=st.integers(1, 2**53 - 1),
          later=st.integers(0, 40_000))
    def bid_anything(self, manager, pick, amount, later):
        room, lot = self.room, self.lot(pick)
        room.settle(room.now + later)
        legal = room.legal_bids(manager, lot, most=10_000_000)
        refused = room.place_bid(manager, amount, lot=lot)
        assert (refused is None) == (amount in legal)

    @rule(manager=MANAGERS, pick=st.integers(0, 2), place=st.floats(0, 1))
    def bid_what_is_legal(self, manager, pick, place):
        lot = self.lot(pick)
        legal = self.room.legal_bids(manager, lot, most=10_000_000)
        if legal.size:
            amount = legal[int(place * (legal.size - 1))]
            assert self.room.place_bid(manager, amount, lot=lot) is None

    @rule()
    def let_time_pass(self):
        self.room.advance()

    @rule(by=st.integers(0, 100_000))
    def let_some_time_pass(self, by):
        before = self.room.now
        self.room.advance(by)
        assert self.room.now >= before

    @rule(manager=MANAGERS, delta=st.integers(-(10**9), 10**9))
    def adjust(self, manager, delta):
        if self.room.adjust_purse(manager, delta) is None:
            self.adjusted += delta

    @rule(act=st.sampled_from(["pause", "resume", "retract", "close_now", "pass_lot"]),
          pick=st.integers(0, 2))
    def conduct(self, act, pick):
        method = getattr(self.room, act)
        method() if act in ("pause", "resume") else method(self.lot(pick))

    @rule()
    def restart(self):
        self.room.recover(at=self.room.now + 1000)

    @precondition(lambda self: hasattr(self, "room"))
    @rule()
    def go_on_from_bytes_is_the_same(self):
        assert auction.Auction.from_bytes(self.room.to_bytes()) == self.room

    @invariant()
    def everything_adds_up(self):
        if not hasattr(self, "room"):
            return
        room = self.room
        assert room.broken_invariant() == ""
        assert room.seq >= self.seq
        self.seq = room.seq
        view = room.view()
        paid = sum(h.price for squad in view.managers for h in squad.holdings)
        assert int(room.purses.sum()) + paid == self.budget + self.adjusted
        assert (room.purses >= 0).all()
        owned = [h.asset for squad in view.managers for h in squad.holdings]
        assert len(owned) == len(set(owned))

    def teardown(self):
        if hasattr(self, "room"):
            assert self.room.log.verify().ok
            assert self.room.log.replay().state_digest() == self.room.state_digest()


Room.TestCase.settings = settings(max_examples=40, stateful_step_count=30, deadline=None,
                                  suppress_health_check=list(HealthCheck))
test_random_auctions = pytest.mark.filterwarnings("ignore")(Room.TestCase)
