// What the page says of my last bid is true as long as it stands there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type BidNews, newsOf } from "../src/auction/news";
import type { AuctionEvents, AuctionView } from "../src/wire/auction";
import { A, B, ID, bid, looking, told } from "./story";

const seen = (...events: ReturnType<typeof bid>[]): AuctionView => {
  const { view } = told(looking(), ...events);
  assert.ok(view);
  return view;
};
const outbid: AuctionEvents["outbid"] = {
  auctionId: ID, bidSeq: 12, lotId: "lot-1", amount: 4_000_000, by: A,
  nextBid: 4_100_000, myMaxBid: 498_000_000, remainingMs: 9000,
};
const stands: BidNews = { text: "Your bid of £3m stands", tone: "good", lotId: "lot-1", upTo: 3_000_000 };
const tooLow: BidNews = { text: "£3m is too low now", tone: "bad", lotId: "lot-1", upTo: 3_500_000 };

test("a bid stands until somebody bids more", () => {
  assert.equal(newsOf(stands, seen(bid(11, B, 3_000_000)), null), stands);
  const after = seen(bid(11, B, 3_000_000), bid(12, A, 4_000_000));
  assert.deepEqual(newsOf(stands, after, outbid), { text: "Outbid by Manager A at £4m", tone: "bad" });
  assert.equal(newsOf(stands, after, null), null);
});

test("leading again, by another device, does not make the old bid stand again", () => {
  const again = seen(bid(11, B, 3_000_000), bid(12, A, 4_000_000), bid(13, B, 5_000_000));
  assert.equal(newsOf(stands, again, outbid), null);
});

test("a refusal is told at the price it was judged at, and no longer", () => {
  assert.equal(newsOf(tooLow, seen(bid(11, A, 3_500_000)), null), tooLow);
  assert.equal(newsOf(tooLow, seen(bid(11, A, 3_500_000), bid(12, A, 3_600_000)), null), null);
});

test("what no receipt came for is told until the next lot", () => {
  const lost: BidNews = { ...tooLow, upTo: null };
  assert.equal(newsOf(lost, seen(bid(11, A, 9_000_000)), null), lost);
  assert.equal(newsOf({ ...lost, lotId: "lot-0" }, seen(), null), null);
});
