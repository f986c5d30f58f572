// What the host's answers are made of. Money is whole pounds; times of the clock are epoch
// milliseconds, all others ISO 8601 in UTC; what is absent is null.

export type Role = "commissioner" | "deputy" | "manager" | "spectator";
export type LeagueStatus =
  | "pre_auction"
  | "waiting"
  | "auction_live"
  | "auction_paused"
  | "auction_complete";
export type AuctionStatus = "waiting" | "running" | "paused" | "completed" | "cancelled";
export type Phase = "waiting" | "lot_open" | "gap" | "paused" | "done";
export type SportKey = "football" | "cricket" | (string & {});

export interface Person {
  userId: string;
  displayName: string;
}

export interface Asset {
  id: string;
  externalId: string;
  sportKey: SportKey;
  name: string;
  country: string | null;
  meta: { franchise?: string | null; role?: string | null } | null;
}

export interface Timer {
  lotId: string;
  seq: number;
  endsAt: number;
  serverNow: number;
}

export interface Lot {
  lotId: string;
  lotNumber: number;
  round: number;
  reoffer: boolean;
  asset: Asset;
  basePrice: number;
  currentBid: number | null;
  leader: Person | null;
  bidCount: number;
  nextBid: number;
  extensions: number;
  openedAt: string;
}

export interface SquadPlace {
  assetId: string;
  name: string;
  price: number;
  lotId: string;
}

export interface Participant extends Person {
  role: Role;
  bot: boolean;
  online: boolean;
  purse: number;
  spent: number;
  slotsUsed: number;
  slotsLeft: number;
  maxBid: number;
  squad: SquadPlace[];
}

export interface Bid extends Person {
  amount: number;
  seq: number;
  at: string;
}

export interface Progress {
  totalLots: number;
  sold: number;
  unsold: number;
  remaining: number;
  round: number;
}

export interface Member extends Person {
  role: Role;
  bot: boolean;
  online: boolean;
  joinedAt: string;
}

export interface OwnedAsset {
  id: string;
  name: string;
  price: number;
}

export interface Pagination {
  page: number;
  pageSize: number;
  total: number;
  totalPages: number;
  hasNext: boolean;
  hasPrev: boolean;
}
