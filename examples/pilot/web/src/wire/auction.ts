// The auction as the host shows it: the view (GET /auction/{id} and `sync_state`, one type) and the
// events that move it on.
import type {
  Asset,
  AuctionStatus,
  Bid,
  Lot,
  Participant,
  Person,
  Phase,
  Progress,
  Role,
  Timer,
} from "./blocks";

export interface AuctionRules {
  budget: number;
  clubSlots: number;
  timerSeconds: number;
  antiSnipeSeconds: number;
  minimumBid: number;
  bidStep: number;
  reservePerSlot: number;
  orderHidden: boolean;
}

export interface MyView {
  userId: string | null;
  displayName: string | null;
  role: Role;
  canBid: boolean;
  why: string | null;
  isLeader: boolean;
  maxBid: number;
  nextBid: number | null;
  quickBids: number[];
  mayControl: boolean;
}

export interface Sale {
  auctionId: string;
  seq: number;
  prevSeq: number;
  serverTime: string;
  lotId: string;
  lotNumber: number;
  clubId: string;
  asset: Asset;
  unsold: boolean;
  winner: Person | null;
  winningBid: number | null;
  bidCount: number;
  how: string;
  willReoffer: boolean;
  progress: Progress;
  opensAt: number | null;
  head: string;
}

export interface AuctionView {
  auctionId: string;
  leagueId: string;
  leagueName: string;
  sportKey: string;
  status: AuctionStatus;
  phase: Phase;
  seq: number;
  head: string;
  serverNow: number;
  timer: Timer | null;
  remainingMs: number | null;
  opensAt: number | null;
  pausedBy: Person | null;
  lot: Lot | null;
  bids: Bid[];
  lastSale: Sale | null;
  progress: Progress;
  participants: Participant[];
  waiting: string[];
  rules: AuctionRules;
  me: MyView;
  reason: string | null;
}

interface Shown {
  auctionId: string;
  seq: number;
  prevSeq: number;
  serverTime: string;
}

// Every event of the room `auction:{id}` that carries a seq, and those that do not.
export interface AuctionEvents {
  lot_started: Shown & {
    lot: Lot;
    timer: Timer;
    progress: Progress;
    maxBids: { userId: string; maxBid: number }[];
  };
  bid_update: Shown & {
    lotId: string;
    amount: number;
    bidder: Person;
    previousBidder: Person | null;
    bidCount: number;
    nextBid: number;
  };
  anti_snipe: Shown & { lotId: string; extensions: number; addedMs: number; timer: Timer };
  sold: Sale & { participants: Participant[] };
  clock_changed: Shown & { lotId: string; by: Person; timer: Timer };
  auction_paused: Shown & {
    by: Person | null;
    note: string | null;
    lotId: string | null;
    remainingMs: number | null;
  };
  auction_resumed: Shown & { by: Person | null; timer: Timer | null; opensAt: number | null };
  sale_voided: Shown & {
    by: Person;
    note: string | null;
    lotId: string;
    clubId: string;
    willReoffer: boolean;
    participants: Participant[];
    progress: Progress;
  };
  auction_reset: Shown & { by: Person };
  auction_complete: Shown & {
    leagueId: string;
    reason: string;
    clubsSold: number;
    clubsUnsold: number;
    clubsLeft: number;
    participants: Participant[];
    head: string;
  };
  tick: { auctionId: string; timer: Timer };
  waiting_room_updated: { auctionId: string; waiting: string[]; count: number };
  next_team_countdown: { auctionId: string; opensAt: number; serverNow: number; seconds: number };
  outbid: {
    auctionId: string;
    bidSeq: number;
    lotId: string;
    amount: number;
    by: Person;
    nextBid: number;
    myMaxBid: number;
    remainingMs: number;
  };
  auction_deleted: { auctionId: string; leagueId: string; by: Person };
  resync: { auctionId: string; why: string };
}

export type AuctionEventName = keyof AuctionEvents;
export type AuctionEvent = {
  [Name in AuctionEventName]: { name: Name; payload: AuctionEvents[Name] };
}[AuctionEventName];

// The receipt of a bid, by socket or by REST: sent only when it is stored.
export interface Receipt {
  ok: true;
  accepted: boolean;
  commandId: string;
  lotId: string;
  amount: number;
  seq: number;
  reason: string | null;
  limit: number | null;
  currentBid: number | null;
  leader: Person | null;
  nextBid: number;
  remainingMs: number | null;
  replayed: boolean;
}

export interface Club {
  asset: Asset;
  status: "upcoming" | "current" | "sold" | "unsold";
  lotId: string | null;
  lotNumber: number | null;
  winner: Person | null;
  winningBid: number | null;
}

export interface Clubs {
  auctionId: string;
  seq: number;
  clubs: Club[];
  totalClubs: number;
  soldClubs: number;
  unsoldClubs: number;
  remainingClubs: number;
}

export interface Consequence {
  lotId: string;
  code: string;
  message: string;
}

export interface ControlAnswer {
  ok: true;
  accepted: boolean;
  commandId: string;
  seq: number;
  reason: string | null;
  consequences: Consequence[];
}
