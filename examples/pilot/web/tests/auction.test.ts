// The client's picture of an auction: in order, exactly once, and whole again after a gap.
import assert from "node:assert/strict";
import { test } from "node:test";
import { reduce } from "../src/auction/state";
import { A, B, ID, T0, asset, bid, looking, lot, progress, seat, shown, timer, told, view } from "./story";

test("bids move the price, the leader and what I may do", () => {
  const first = told(looking(), bid(11, A, 12_000_000));
  assert.equal(first.seq, 11);
  assert.equal(first.view?.lot?.currentBid, 12_000_000);
  assert.equal(first.view?.me.isLeader, false);
  assert.equal(first.view?.me.nextBid, 12_100_000);
  assert.deepEqual(first.view?.me.quickBids, [12_100_000, 13_000_000, 17_000_000, 22_000_000]);
  const second = told(first, bid(12, B, 13_000_000));
  assert.equal(second.view?.me.isLeader, true);
  assert.equal(second.view?.me.canBid, false);
  assert.deepEqual(second.view?.bids.map((one) => one.seq), [12, 11]);
});

test("an event seen before is dropped", () => {
  const once = told(looking(), bid(11, A, 12_000_000));
  const twice = told(once, bid(11, A, 12_000_000), bid(10, B, 99_000_000));
  assert.equal(twice.view?.lot?.currentBid, 12_000_000);
  assert.equal(twice.view?.bids.length, 1);
});

test("events that do not show leave holes in seq, which are no gap", () => {
  const state = told(looking(), bid(13, A, 12_000_000, 10));
  assert.equal(state.gap, false);
  assert.equal(state.seq, 13);
});

test("a view may be ahead of the last event that showed", () => {
  const state = told(looking(view({ seq: 12 })), bid(13, A, 12_000_000, 10));
  assert.equal(state.gap, false);
  assert.equal(state.view?.lot?.currentBid, 12_000_000);
});

test("a missing event is a gap: nothing is taken until it has come", () => {
  const gap = told(looking(), bid(12, B, 13_000_000));
  assert.equal(gap.gap, true);
  assert.equal(gap.seq, 10);
  assert.equal(gap.view?.lot?.currentBid, null);
  const mended = told(gap, bid(11, A, 12_000_000), bid(12, B, 13_000_000), bid(13, A, 14_000_000));
  assert.equal(mended.gap, false);
  assert.deepEqual(mended.view?.bids.map((one) => one.amount), [14_000_000, 13_000_000, 12_000_000]);
});

test("a whole view overrides, even one with a lower seq", () => {
  const ahead = told(looking(), bid(11, A, 12_000_000), bid(12, B, 13_000_000));
  const back = reduce(ahead, { type: "view", view: view({ seq: 5, lot: lot(1) }), at: T0 });
  assert.equal(back.seq, 5);
  assert.equal(back.view?.lot?.currentBid, null);
  assert.equal(told(back, bid(6, A, 2_000_000)).view?.lot?.currentBid, 2_000_000);
});

test("another auction's events are none of ours", () => {
  const event = bid(11, A, 12_000_000);
  const foreign = { ...event, payload: { ...event.payload, auctionId: "other" } } as typeof event;
  assert.equal(told(looking(), foreign).seq, 10);
});

test("a bid for a lot that is gone does not touch the one that is open", () => {
  const next = told(looking(), {
    name: "lot_started",
    payload: { ...shown(11), lot: lot(2), timer: timer(2, 11, T0 + 30_000), progress: progress(1), maxBids: [] },
  });
  assert.equal(told(next, bid(12, A, 12_000_000)).view?.lot?.currentBid, null);
});

test("ticks: equal seq is taken, a lower one or another lot's is dropped", () => {
  const tick = (which: ReturnType<typeof timer>) =>
    ({ name: "tick", payload: { auctionId: ID, timer: which } }) as const;
  const state = looking();
  assert.equal(told(state, tick(timer(1, 10, T0 + 29_000))).view?.timer?.endsAt, T0 + 29_000);
  assert.equal(told(state, tick(timer(1, 9, T0 + 1000))).view?.timer?.endsAt, T0 + 30_000);
  assert.equal(told(state, tick(timer(2, 11, T0 + 1000))).view?.timer?.endsAt, T0 + 30_000);
  assert.equal(told(state, tick(timer(1, 9, T0 + 1000, T0 + 777))).skew.samples.at(-1), 777);
});

test("an extension moves the clock of its lot", () => {
  const payload = { ...shown(11), lotId: "lot-1", extensions: 2, addedMs: 6200, timer: timer(1, 11, T0 + 40_000) };
  const state = told(looking(), { name: "anti_snipe", payload });
  assert.equal(state.view?.timer?.endsAt, T0 + 40_000);
  assert.equal(state.view?.lot?.extensions, 2);
});

const sale = (change: object = {}) => ({
  ...shown(11),
  lotId: "lot-1",
  lotNumber: 1,
  clubId: "id-Club 1",
  asset: asset("Club 1"),
  unsold: false,
  winner: B,
  winningBid: 13_000_000,
  bidCount: 5,
  how: "hammer",
  willReoffer: false,
  participants: [seat(B, { purse: 487_000_000, slotsUsed: 1, slotsLeft: 2, maxBid: 486_000_000 })],
  progress: progress(1),
  timer: null,
  opensAt: T0 + 3000,
  head: "9f",
  ...change,
});

test("the hammer: the lot leaves, only the lines that changed are replaced", () => {
  const state = told(looking(), { name: "sold", payload: sale() });
  assert.equal(state.view?.phase, "gap");
  assert.equal(state.view?.lot, null);
  assert.deepEqual(state.view?.participants.map((one) => one.purse), [500_000_000, 487_000_000]);
  assert.equal(state.view?.me.maxBid, 486_000_000);
  assert.equal(state.view?.lastSale?.winningBid, 13_000_000);
  assert.equal(state.flash?.kind, "sold");
});

test("pause keeps what was left, resume brings a new clock", () => {
  const paused = told(looking(), {
    name: "auction_paused",
    payload: { ...shown(11), by: A, note: null, lotId: "lot-1", remainingMs: 12_345 },
  });
  assert.equal(paused.view?.phase, "paused");
  assert.equal(paused.view?.remainingMs, 12_345);
  assert.equal(paused.view?.me.canBid, false);
  const on = told(paused, {
    name: "auction_resumed",
    payload: { ...shown(12), by: A, timer: timer(1, 12, T0 + 12_345), opensAt: null },
  });
  assert.equal(on.view?.phase, "lot_open");
  assert.equal(on.view?.me.canBid, true);
  assert.equal(on.view?.timer?.endsAt, T0 + 12_345);
});

test("a full squad cannot bid, and is told so", () => {
  const full = view({ participants: [seat(A), seat(B, { slotsLeft: 0, slotsUsed: 3, maxBid: 0 })] });
  const state = told(looking(full), bid(11, A, 2_000_000));
  assert.equal(state.view?.me.canBid, false);
  assert.equal(state.view?.me.why, "squad_full");
});

test("told to resync, what we hold is dropped and asked for anew", () => {
  const state = told(looking(), { name: "resync", payload: { auctionId: ID, why: "slow_client" } });
  assert.equal(state.view, null);
  assert.equal(state.gap, true);
});

test("a voided sale changes the lines it names, and the lot on the stage stays", () => {
  const sold = told(looking(), { name: "sold", payload: sale() });
  const next = told(sold, {
    name: "lot_started",
    payload: { ...shown(12), lot: lot(2), timer: timer(2, 12, T0 + 30_000), progress: progress(1), maxBids: [] },
  });
  const voided = told(next, {
    name: "sale_voided",
    payload: {
      ...shown(13),
      by: A,
      note: "typing error",
      lotId: "lot-1",
      clubId: "id-Club 1",
      willReoffer: true,
      participants: [seat(B)],
      progress: progress(0),
    },
  });
  assert.equal(voided.view?.participants[1]?.purse, 500_000_000);
  assert.equal(voided.view?.lot?.lotId, "lot-2");
  assert.equal(voided.view?.me.maxBid, 498_000_000);
  assert.equal(voided.flash?.kind, "voided");
});

test("max bids of a new lot are everybody's", () => {
  const maxBids = [
    { userId: "a", maxBid: 7_000_000 },
    { userId: "b", maxBid: 0 },
  ];
  const state = told(looking(), {
    name: "lot_started",
    payload: { ...shown(11), lot: lot(2), timer: timer(2, 11, T0 + 30_000), progress: progress(1), maxBids },
  });
  assert.deepEqual(state.view?.participants.map((one) => one.maxBid), [7_000_000, 0]);
  assert.equal(state.view?.me.canBid, false);
});

test("at the end there is no lot, no clock, and a reason", () => {
  const state = told(looking(), {
    name: "auction_complete",
    payload: {
      ...shown(11),
      leagueId: "77",
      reason: "all_squads_full",
      clubsSold: 6,
      clubsUnsold: 1,
      clubsLeft: 29,
      participants: [],
      head: "c4",
    },
  });
  assert.deepEqual(
    [state.view?.phase, state.view?.lot, state.view?.timer, state.view?.reason, state.view?.head],
    ["done", null, null, "all_squads_full", "c4"],
  );
  assert.equal(state.view?.me.canBid, false);
});
