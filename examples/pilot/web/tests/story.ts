// A small auction to tell stories about: two managers, A and B; B is looking.
import { type AuctionAction, type AuctionState, NOTHING, reduce } from "../src/auction/state";
import type { AuctionEvent, AuctionView } from "../src/wire/auction";
import type { Asset, Lot, Participant, Progress, Timer } from "../src/wire/blocks";

export const T0 = 1_760_640_000_000;
export const A = { userId: "a", displayName: "Manager A" };
export const B = { userId: "b", displayName: "Manager B" };
export const ID = "f0";

export const asset = (name: string): Asset => ({
  id: `id-${name}`,
  externalId: name,
  sportKey: "football",
  name,
  country: null,
  meta: null,
});

export const timer = (lot: number, seq: number, endsAt: number, serverNow = T0): Timer => ({
  lotId: `lot-${lot}`,
  seq,
  endsAt,
  serverNow,
});

export const lot = (number: number): Lot => ({
  lotId: `lot-${number}`,
  lotNumber: number,
  round: 1,
  reoffer: false,
  asset: asset(`Club ${number}`),
  basePrice: 1_000_000,
  currentBid: null,
  leader: null,
  bidCount: 0,
  nextBid: 1_000_000,
  extensions: 0,
  openedAt: "2025-10-16T18:40:00.000Z",
});

export const seat = (who: typeof A, change: Partial<Participant> = {}): Participant => ({
  ...who,
  role: "manager",
  bot: false,
  online: true,
  purse: 500_000_000,
  spent: 0,
  slotsUsed: 0,
  slotsLeft: 3,
  maxBid: 498_000_000,
  squad: [],
  ...change,
});

export const progress = (sold: number): Progress => ({
  totalLots: 36,
  sold,
  unsold: 0,
  remaining: 35 - sold,
  round: 1,
});

export const view = (change: Partial<AuctionView> = {}): AuctionView => ({
  auctionId: ID,
  leagueId: "77",
  leagueName: "Smoke",
  sportKey: "football",
  status: "running",
  phase: "lot_open",
  seq: 10,
  head: "00",
  serverNow: T0,
  timer: timer(1, 10, T0 + 30_000),
  remainingMs: null,
  opensAt: null,
  pausedBy: null,
  lot: lot(1),
  bids: [],
  lastSale: null,
  progress: progress(0),
  participants: [seat(A), seat(B)],
  waiting: [],
  rules: {
    budget: 500_000_000,
    clubSlots: 3,
    timerSeconds: 30,
    antiSnipeSeconds: 10,
    minimumBid: 1_000_000,
    bidStep: 100_000,
    reservePerSlot: 1_000_000,
    orderHidden: true,
  },
  me: {
    ...B,
    role: "manager",
    canBid: true,
    why: null,
    isLeader: false,
    maxBid: 498_000_000,
    nextBid: 1_000_000,
    quickBids: [],
    mayControl: false,
  },
  reason: null,
  ...change,
});

export const shown = (seq: number, prevSeq = seq - 1) => ({
  auctionId: ID,
  seq,
  prevSeq,
  serverTime: "2025-10-16T18:40:21.120Z",
});

export const bid = (seq: number, who: typeof A, amount: number, prevSeq = seq - 1): AuctionEvent => ({
  name: "bid_update",
  payload: {
    ...shown(seq, prevSeq),
    lotId: "lot-1",
    amount,
    bidder: who,
    previousBidder: null,
    bidCount: 1,
    nextBid: amount + 100_000,
  },
});

export function told(from: AuctionState, ...events: AuctionEvent[]): AuctionState {
  return events.reduce((state, event) => reduce(state, heard(event)), from);
}

export const heard = (event: AuctionEvent): AuctionAction => ({ type: "event", event, at: T0 });

export const looking = (at: AuctionView = view()): AuctionState =>
  reduce(NOTHING, { type: "view", view: at, at: T0 });
