// A competition through the season: squads, table, fixtures, and how the auction went.
import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { api } from "../../net/api";
import { Fault, Loading, StatusTag } from "../../parts/bits";
import { useTitle } from "../../parts/place";
import { useLoaded } from "../../parts/store";
import { useLeagueRoom } from "../league/use_league";
import { FixturesTab } from "./fixtures_tab";
import { HistoryTab } from "./history_tab";
import { SummaryTab } from "./summary_tab";
import { TableTab } from "./table_tab";

type Tab = "summary" | "table" | "fixtures" | "history";
const TABS: [Tab, string][] = [
  ["summary", "Summary"],
  ["table", "Table"],
  ["fixtures", "Fixtures"],
  ["history", "Auction"],
];

export function CompetitionPage({ id }: { id: string }) {
  const summary = useLoaded(() => api.summary(id), id);
  const league = useLoaded(() => api.league(id), id);
  const standings = useLoaded(() => api.standings(id), id);
  const [fixturesAt, setFixturesAt] = useState(0);
  const [tab, setTab] = useState<Tab>("summary");
  const again = () => {
    void summary.again();
    void standings.again();
    void league.again();
  };
  useLeagueRoom(
    id,
    {
      standings_updated: () => void standings.again(),
      fixtures_updated: () => setFixturesAt((count) => count + 1),
      league_status_changed: again,
      member_joined: again,
      member_left: again,
      league_updated: again,
    },
    () => undefined,
  );
  const one = summary.value;
  useTitle(one?.name);
  if (!one) {
    return summary.error ? (
      <section class="card narrow stack">
        <h1>No competition here</h1>
        <Fault text={summary.error} />
        <Link href="/app/my-competitions">My Competitions</Link>
      </section>
    ) : (
      <Loading what="the competition" />
    );
  }
  const running = one.auctionId !== null && one.status !== "auction_complete";
  return (
    <div class="page stack wide-gap" data-testid="comp-dashboard">
      <header class="stack tight">
        <div class="row">
          <StatusTag status={one.status} testId="comp-status" />
          <span class="muted small">{one.sportKey === "cricket" ? "Cricket" : "Football"}</span>
        </div>
        <h1>{one.name}</h1>
        <nav class="row small" aria-label="Of this competition">
          <Link href={`/league/${id}`}>Lobby</Link>
          {running && <Link href={`/auction/${one.auctionId}`}>To the auction</Link>}
        </nav>
      </header>
      <TabList tab={tab} onTab={setTab} />
      <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`comp-tab-${tab}`}>
        {tab === "summary" && <SummaryTab one={one} />}
        {tab === "table" && <TableTab standings={standings.value} error={standings.error} />}
        {tab === "fixtures" && (
          <FixturesTab id={id} role={league.value?.myRole ?? "manager"} sport={one.sportKey} at={fixturesAt} />
        )}
        {tab === "history" && <HistoryTab auctionId={one.auctionId} />}
      </div>
    </div>
  );
}

function TabList({ tab, onTab }: { tab: Tab; onTab: (tab: Tab) => void }) {
  const move = (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    const at = TABS.findIndex(([name]) => name === tab);
    const next = TABS[(at + step + TABS.length) % TABS.length]?.[0] ?? tab;
    onTab(next);
    document.getElementById(`comp-tab-${next}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label="Competition" onKeyDown={move}>
      {TABS.map(([name, label]) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`comp-tab-${name}`}
          data-testid={`tab-${name}`}
          aria-selected={tab === name}
          aria-controls={tab === name ? `panel-${name}` : undefined}
          tabIndex={tab === name ? 0 : -1}
          onClick={() => onTab(name)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
