// The routes of the host by name. What a route answers is told by its type; a refusal is thrown.
import type { AuctionView, Clubs, ControlAnswer } from "../wire/auction";
import type { Asset, Member } from "../wire/blocks";
import type {
  AssetPage,
  Competition,
  Config,
  Fixture,
  FixturePage,
  ImportReport,
  IngestReport,
  League,
  LeagueSettings,
  PlayerPoints,
  SignedIn,
  Sport,
  Standings,
  Summary,
  User,
} from "../wire/league";
import { newId } from "./ids";
import { rest } from "./rest";

const get = <T>(path: string) => rest<T>("GET", path);
const post = <T>(path: string, body: unknown = {}) => rest<T>("POST", path, { body });

export const api = {
  config: () => get<Config>("/config"),
  sports: () => get<Sport[]>("/sports"),

  signIn: (name: string, email: string) => post<SignedIn>("/users", { name, email }),
  askForLink: (email: string, name: string) =>
    post<{ message: string; devLink?: string }>("/auth/magic-link", { email, name: name || null }),
  redeemLink: (email: string, token: string) =>
    post<SignedIn>("/auth/verify-magic-link", { email, token }),
  rename: (name: string) => rest<User>("PATCH", "/users/me", { body: { name } }),

  competitions: () => get<Competition[]>("/me/competitions"),
  createLeague: (settings: Partial<LeagueSettings>) => post<League>("/leagues", settings),
  joinByToken: (inviteToken: string) =>
    post<{ message: string; leagueId: string }>("/leagues/join", { inviteToken }),

  lookOn: (id: string) => post<unknown>(`/leagues/${id}/join`, { role: "spectator" }),

  league: (id: string) => get<League>(`/leagues/${id}`),
  changeLeague: (id: string, body: Partial<LeagueSettings>) =>
    rest<League>("PATCH", `/leagues/${id}`, { body }),
  deleteLeague: (id: string, confirm: string) =>
    rest<unknown>("DELETE", `/leagues/${id}`, { body: { confirm } }),
  members: (id: string) => get<Member[]>(`/leagues/${id}/members`),
  removeMember: (id: string, user: string) =>
    rest<unknown>("DELETE", `/leagues/${id}/members/${user}`),
  deputy: (id: string, userId: string, deputy: boolean) =>
    post<unknown>(`/leagues/${id}/deputy`, { userId, deputy }),
  addBots: (id: string, count: number) => post<unknown>(`/leagues/${id}/bots`, { count }),
  rotateInvite: (id: string) => post<League>(`/leagues/${id}/rotate-token`),

  availableAssets: (id: string) => get<Asset[]>(`/leagues/${id}/available-assets`),
  chosenAssets: (id: string, page: number) =>
    get<AssetPage>(`/leagues/${id}/assets?page=${page}&pageSize=100`),
  chooseAssets: (id: string, assets: string[]) =>
    rest<{ count: number }>("PUT", `/leagues/${id}/assets`, { body: assets }),

  startAuction: (id: string) =>
    post<{ auctionId: string; opensAt: number | null }>(`/leagues/${id}/auction/start`, {
      commandId: newId(),
    }),
  begin: (auction: string) => post<unknown>(`/auction/${auction}/begin`, { commandId: newId() }),
  auction: (id: string) => get<AuctionView>(`/auction/${id}`),
  clubs: (id: string) => get<Clubs>(`/auction/${id}/clubs`),
  control: (id: string, verb: string, body: object) =>
    post<ControlAnswer>(`/auction/${id}/${verb}`, { commandId: newId(), ...body }),
  deleteAuction: (id: string, body: object) =>
    rest<ControlAnswer>("DELETE", `/auction/${id}`, { body: { commandId: newId(), ...body } }),
  log: (id: string, from: number, limit: number) =>
    rest<string>("GET", `/auction/${id}/log?from=${from}&limit=${limit}`, { text: true }),

  summary: (id: string) => get<Summary>(`/leagues/${id}/summary`),
  standings: (id: string) => get<Standings>(`/leagues/${id}/standings`),
  fixtures: (id: string, page: number) =>
    get<FixturePage>(`/leagues/${id}/fixtures?page=${page}&limit=100`),
  setScore: (fixture: string, body: object) =>
    rest<Fixture>("PATCH", `/fixtures/${fixture}/score`, { body }),
  leaderboard: (id: string) =>
    get<{ leaderboard: PlayerPoints[] }>(`/scoring/${id}/leaderboard`),

  importFixtures: (id: string, file: File, dryRun: boolean) =>
    rest<ImportReport>("POST", `/leagues/${id}/fixtures/import-csv${dry(dryRun)}`, upload(file)),
  ingestScores: (id: string, file: File, dryRun: boolean) =>
    rest<IngestReport>("POST", `/scoring/${id}/ingest${dry(dryRun)}`, upload(file)),
};

const dry = (dryRun: boolean) => (dryRun ? "?dryRun=1" : "");

function upload(file: File): { body: FormData } {
  const body = new FormData();
  body.append("file", file);
  return { body };
}

// A list that comes in pages, whole.
export async function everyPage<P extends { pagination: { hasNext: boolean } }>(
  page: (number: number) => Promise<P>,
): Promise<P[]> {
  const pages: P[] = [];
  for (let number = 1; ; ++number) {
    const one = await page(number);
    pages.push(one);
    if (!one.pagination.hasNext) return pages;
  }
}
