// A league and what hangs on it: sign-in, members, competitions, fixtures, standings.
import type {
  Asset,
  LeagueStatus,
  Member,
  OwnedAsset,
  Pagination,
  Person,
  Role,
  SportKey,
} from "./blocks";

export interface User {
  id: string;
  name: string;
  email: string;
  createdAt: string;
}

export interface SignedIn extends User {
  accessToken: string;
  expiresAt: string;
}

export interface Config {
  name: string;
  version: string;
  authMode: "open" | "magic-link";
  features: { cricket: boolean; myCompetitions: boolean; waitingRoom: boolean };
  limits: {
    maxManagers: number;
    clubSlots: number;
    timerSeconds: [number, number];
    csvBytes: number;
  };
  serverNow: number;
}

export interface Sport {
  key: SportKey;
  name: string;
  assetType: string;
  uiHints: { assetLabel: string; assetPlural: string };
}

export interface LeagueSettings {
  name: string;
  sportKey: SportKey;
  budget: number;
  minManagers: number;
  maxManagers: number;
  clubSlots: number;
  timerSeconds: number;
  antiSnipeSeconds: number;
  waitingRoom: boolean;
  startDelaySeconds: number;
  spectators: boolean;
  shareTable: boolean;
}

export interface League extends LeagueSettings {
  id: string;
  status: LeagueStatus;
  commissioner: Person;
  myRole: Role;
  preset: string | null;
  minimumBid: number;
  bidStep: number;
  reservePerSlot: number;
  inviteToken: string | null;
  memberCount: number;
  assetsSelected: number;
  assetsTotal: number;
  activeAuctionId: string | null;
  scoringOverrides: unknown;
  warnings: { code: string; message: string }[];
  createdAt: string;
}

export interface Competition {
  leagueId: string;
  name: string;
  sportKey: SportKey;
  status: LeagueStatus;
  auctionId: string | null;
  role: Role;
  assetsOwned: OwnedAsset[];
  purse: number;
  slotsLeft: number;
  managersCount: number;
  timerSeconds: number;
  antiSnipeSeconds: number;
  rank: number | null;
  points: number;
  startsAt: string | null;
  nextFixtureAt: string | null;
}

export interface Summary {
  leagueId: string;
  name: string;
  sportKey: SportKey;
  status: LeagueStatus;
  commissioner: Person;
  auctionId: string | null;
  yourRoster: OwnedAsset[];
  yourBudgetRemaining: number;
  totalBudget: number;
  clubSlots: number;
  timerSeconds: number;
  antiSnipeSeconds: number;
  managers: (Person & { role: Role; purse: number; squad: OwnedAsset[] })[];
}

export interface StandingsRow extends Person {
  rank: number;
  points: number;
  tiebreakers: Record<string, number>;
  assetsOwned: { id: string; name: string; points: number }[];
  deductions: number;
}

export interface Standings {
  leagueId: string;
  sportKey: SportKey;
  scoringBook: string;
  lastComputedAt: string | null;
  table: StandingsRow[];
}

export interface Fixture {
  id: string;
  startsAt: string;
  home: Asset | null;
  away: Asset | null;
  venue: string | null;
  round: string | null;
  externalMatchId: string | null;
  status: "scheduled" | "live" | "final";
  goalsHome: number | null;
  goalsAway: number | null;
  source: string;
}

export interface FixturePage {
  fixtures: Fixture[];
  pagination: Pagination;
}

export interface AssetPage {
  assets: Asset[];
  pagination: Pagination;
}

export interface ImportReport {
  message: string;
  fixturesImported: number;
  created: number;
  updated: number;
  unchanged: number;
  dryRun: boolean;
  warnings: unknown[];
}

export interface IngestReport {
  message: string;
  processedRows: number;
  updatedRows: number;
  unknownPlayers: string[];
  dryRun: boolean;
  leaderboard: { playerExternalId: string; totalPoints: number }[];
}

export interface PlayerPoints {
  playerExternalId: string;
  name: string | null;
  ownedBy: Person | null;
  totalPoints: number;
  updatedAt: string;
}

export interface BadRow {
  line: number;
  column: string | null;
  value: string | null;
  message: string;
}

// The room `league:{id}`: each is a whole, or a hint to ask again.
export interface LeagueEvents {
  sync_members: { leagueId: string; members: Member[] };
  member_joined: Member & { leagueId: string };
  member_left: { leagueId: string; userId: string; by: string | null };
  presence: { leagueId: string; userId: string; online: boolean };
  league_updated: { leagueId: string };
  league_status_changed: {
    leagueId: string;
    status: LeagueStatus;
    auctionId: string | null;
    opensAt: number | null;
  };
  participants_changed: { leagueId: string; count: number };
  fixtures_updated: { leagueId: string; countChanged: number };
  standings_updated: { leagueId: string; at: string };
}
