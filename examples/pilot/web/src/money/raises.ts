// The amounts a manager can choose with one touch: the least bid, then raises by 1, 5 and 10 of the smallest bid.
// The host sends the same list with a whole view; between views it follows from the lot.
import type { AuctionRules } from "../wire/auction";
import type { Lot } from "../wire/blocks";

export function quickBids(lot: Lot, rules: AuctionRules, maxBid: number): number[] {
  const unit = Math.max(rules.minimumBid, rules.bidStep, 1);
  const price = lot.currentBid ?? 0;
  const round = [1, 5, 10].map((times) => onGrid(price + times * unit, rules.bidStep));
  const raises = [lot.nextBid, ...round];
  const legal = raises.filter((amount) => amount >= lot.nextBid && amount <= maxBid);
  return [...new Set(legal)].sort((a, b) => a - b);
}

// The nearest amount on the grid at or above this one.
export function onGrid(amount: number, step: number): number {
  return step > 0 ? Math.ceil(amount / step) * step : amount;
}
