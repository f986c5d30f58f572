// What was last said of a bid of mine, and whether it still holds. A receipt tells of the price it
// was judged at: once the lot is above that price neither "stands" nor "the least is" is true.
import type { AuctionEvents, AuctionView } from "../wire/auction";
import { money } from "../money/money";

export interface News {
  text: string;
  tone: "good" | "bad";
}

export interface BidNews extends News {
  lotId: string;
  upTo: number | null; // the highest price it is true at; null: whatever the price
}

export function newsOf(
  said: BidNews | null,
  { lot, me }: AuctionView,
  outbid: AuctionEvents["outbid"] | null,
): News | null {
  if (!lot) return null;
  if (said && holds(said, lot.lotId, lot.currentBid ?? 0, me.isLeader)) return said;
  if (!outbid || outbid.lotId !== lot.lotId || me.isLeader) return null;
  return { text: `Outbid by ${outbid.by.displayName} at ${money(outbid.amount)}`, tone: "bad" };
}

function holds(said: BidNews, lotId: string, price: number, leads: boolean): boolean {
  if (said.lotId !== lotId || (said.upTo !== null && price > said.upTo)) return false;
  return said.tone === "bad" || leads;
}
