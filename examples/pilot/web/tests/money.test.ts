// What people type and what they are shown, in millions; what the host gets, in whole pounds.
import assert from "node:assert/strict";
import { test } from "node:test";
import { millions, money, readMoney } from "../src/money/money";
import { onGrid, quickBids } from "../src/money/raises";
import type { AuctionRules } from "../src/wire/auction";
import type { Lot } from "../src/wire/blocks";

test("money is written in millions, no digit more than it has", () => {
  const table: [number, string][] = [
    [0, "£0m"],
    [10_000_000, "£10m"],
    [23_500_000, "£23.5m"],
    [500_000, "£0.5m"],
    [1_234_567, "£1.234567m"],
    [1_000_000_000, "£1,000m"],
    [-2_500_000, "-£2.5m"],
    [9_007_199_254_740_991, "£9,007,199,254.740991m"],
  ];
  for (const [pounds, text] of table) assert.equal(money(pounds), text);
  assert.equal(millions(1_012_500_000), "1012.5");
});

test("millions are read to the pound", () => {
  const table: [string, number][] = [
    ["10", 10_000_000],
    ["10m", 10_000_000],
    ["£10.5m", 10_500_000],
    [" £ 10.5 M ", 10_500_000],
    ["0.1", 100_000],
    [".5", 500_000],
    ["10.", 10_000_000],
    ["10.10", 10_100_000],
    ["1,000", 1_000_000_000],
    ["16.9", 16_900_000],
    ["1.000001", 1_000_001],
  ];
  for (const [text, pounds] of table) assert.deepEqual(readMoney(text), { pounds }, text);
});

test("what cannot be an amount is refused with a hint", () => {
  const table: [string, RegExp][] = [
    ["", /Type millions/],
    ["ten", /Type millions/],
    ["10k", /Type millions/],
    ["-5", /Type millions/],
    ["1e3", /Type millions/],
    ["10,5", /Type millions/],
    ["£", /Type millions/],
    [".", /Type millions/],
    ["0", /not a bid/],
    ["1000.1", /in millions/],
    ["1001", /in millions, at most 1,000/],
    ["10000000", /for £10m type 10/],
    ["23500000", /for £23.5m type 23.5/],
    ["1.0000001", /six decimals/],
  ];
  for (const [text, hint] of table) {
    const read = readMoney(text);
    assert.ok("hint" in read, text);
    assert.match(read.hint, hint);
  }
});

test("every tenth of a million goes out and comes back unharmed", () => {
  for (let pounds = 100_000; pounds <= 1_000_000_000; pounds += 100_000) {
    assert.deepEqual(readMoney(millions(pounds)), { pounds });
  }
});

const RULES = { minimumBid: 1_000_000, bidStep: 100_000 } as AuctionRules;

test("quick raises: the least bid, then a step and two leaps, none over my limit", () => {
  const lot = { currentBid: 12_000_000, nextBid: 12_100_000 } as Lot;
  const all = [12_100_000, 13_000_000, 17_000_000, 22_000_000];
  assert.deepEqual(quickBids(lot, RULES, 498_000_000), all);
  assert.deepEqual(quickBids(lot, RULES, 17_000_000), all.slice(0, 3));
  assert.deepEqual(quickBids(lot, RULES, 12_000_000), []);
  const between = { currentBid: 12_350_000, nextBid: 12_400_000 } as Lot;
  assert.equal(quickBids(between, RULES, 498_000_000)[1], 13_400_000);
  const fresh = { currentBid: null, nextBid: 1_000_000 } as Lot;
  assert.deepEqual(quickBids(fresh, RULES, 498_000_000), [1_000_000, 5_000_000, 10_000_000]);
});

test("off the grid is rounded up to it", () => {
  assert.equal(onGrid(12_150_000, 100_000), 12_200_000);
  assert.equal(onGrid(12_200_000, 100_000), 12_200_000);
});
