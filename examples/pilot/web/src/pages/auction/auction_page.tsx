// The auction room.
import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { Fault, Loading } from "../../parts/bits";
import { LineBanner } from "../../parts/line_banner";
import { money } from "../../money/money";
import { useTitle } from "../../parts/place";
import type { AuctionView } from "../../wire/auction";
import { useOnline } from "../league/use_online";
import { BidBar } from "./bid_bar";
import { ClubList } from "./club_list";
import { Controls } from "./controls";
import { Done } from "./done";
import { History } from "./history";
import { Managers } from "./managers";
import { Stage } from "./stage";
import { WaitingRoom } from "./waiting_room";
import { useAuction } from "./use_auction";
import { useBidding } from "./use_bidding";
import { useCall } from "./use_clock";
import { useClubs } from "./use_clubs";
import { useSignals } from "./use_signals";
import { useWakeLock } from "./use_wake_lock";
import { useWatchList } from "./use_watch_list";

type Tab = "managers" | "clubs" | "history";

export function AuctionPage({ id }: { id: string }) {
  const { state, error, silentSince } = useAuction(id);
  const { view } = state;
  const bidding = useBidding(id);
  const watch = useWatchList(id);
  const clubs = useClubs(id, state);
  const called = useCall(state);
  const spoken = useSignals(state, called, watch);
  const online = useOnline(view?.leagueId ?? null);
  const [tab, setTab] = useState<Tab>("managers");
  useTitle(view && title(view));
  useWakeLock(view?.status === "running" || view?.status === "waiting");

  if (state.deleted) return <Gone />;
  if (!view) return error ? <Gone detail={error} /> : <Loading what="the auction" />;
  const over = view.phase === "done";
  const bidder = view.me.role !== "spectator" && !over && view.phase !== "waiting";
  return (
    <div class={bidder ? "room with-bar" : "room"} data-phase={view.phase}>
      <LineBanner silentSince={silentSince} />
      <p class="visually-hidden" role="status" aria-live="polite">
        {spoken}
      </p>
      <h1 class="visually-hidden">{view.leagueName}: auction room</h1>
      <div class="room-main">
        {view.phase === "waiting" ? (
          <WaitingRoom view={view} state={state} />
        ) : over ? (
          <Done view={view} />
        ) : (
          <Stage view={view} state={state} called={called} watch={watch} />
        )}
        {bidder && <BidBar view={view} bidding={bidding} flash={state.flash} watch={watch} />}
        {view.me.mayControl && view.status !== "cancelled" && view.phase !== "waiting" && (
          <Controls view={view} />
        )}
      </div>
      <div class="room-side">
        <Tabs tab={tab} onTab={setTab} sport={view.sportKey} />
        <div class="tab-panel" role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}-button`}>
          {tab === "managers" && <Managers view={view} online={online} />}
          {tab === "clubs" && <ClubList clubs={clubs} watch={watch} hidden={view.rules.orderHidden} />}
          {tab === "history" && <History view={view} clubs={clubs} />}
        </div>
        <nav class="row small room-links" aria-label="Of this auction">
          <Link href={`/league/${view.leagueId}`}>Lobby</Link>
          <Link href={`/auction/${id}/tv`}>TV view</Link>
          <Link href={`/auction/${id}/replay`}>Replay</Link>
          <Link href={`/app/competitions/${view.leagueId}`}>Competition</Link>
        </nav>
      </div>
    </div>
  );
}

// What a glance at the tab tells.
function title({ lot, me, leagueName }: AuctionView): string {
  if (!lot) return leagueName;
  const price = money(lot.currentBid ?? lot.nextBid);
  return `${me.isLeader ? "You lead, " : ""}${price} ${lot.asset.name}`;
}

function Tabs({ tab, onTab, sport }: { tab: Tab; onTab: (tab: Tab) => void; sport: string }) {
  const names: [Tab, string][] = [
    ["managers", "Managers"],
    ["clubs", sport === "cricket" ? "Players" : "Clubs"],
    ["history", "History"],
  ];
  const move = (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    const at = names.findIndex(([name]) => name === tab);
    const next = names[(at + step + names.length) % names.length]?.[0];
    if (!next) return;
    onTab(next);
    document.getElementById(`tab-${next}-button`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label="Auction" onKeyDown={move}>
      {names.map(([name, label]) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}-button`}
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

function Gone({ detail }: { detail?: string }) {
  return (
    <section class="card narrow stack">
      <h1>No auction here</h1>
      {detail ? <Fault text={detail} /> : <p>The commissioner has taken it away.</p>}
      <Link href="/">To the start</Link>
    </section>
  );
}
