// The way into the auction: starting it, practising with bots, entering it once it is started.
import { useEffect, useState } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import { api } from "../../net/api";
import { Fault } from "../../parts/bits";
import { useAction } from "../../parts/store";
import { plural } from "../../parts/words";
import type { Member } from "../../wire/blocks";
import type { League } from "../../wire/league";

interface StartCardProps {
  league: League;
  members: Member[];
  onChanged: () => void;
}

export function StartCard({ league, members, onChanged }: StartCardProps) {
  if (league.activeAuctionId && league.status !== "auction_complete") {
    return <Started league={league} auction={league.activeAuctionId} />;
  }
  if (league.status === "auction_complete") return <Over league={league} />;
  const seats = members.filter((one) => one.role !== "spectator").length;
  return <Before league={league} seats={seats} onChanged={onChanged} />;
}

function Started({ league, auction }: { league: League; auction: string }) {
  const [, go] = useLocation();
  return (
    <section class="card stage-card stack">
      <h2>{league.status === "auction_paused" ? "The auction is paused" : "The auction is on"}</h2>
      <p>{league.status === "waiting" ? "It opens in a moment." : "Everybody is bidding."}</p>
      <button
        type="button"
        class="primary large"
        data-testid="go-to-auction-button"
        onClick={() => go(`/auction/${auction}`)}
      >
        Enter Auction Room
      </button>
    </section>
  );
}

function Over({ league }: { league: League }) {
  return (
    <section class="card stage-card stack">
      <h2>The auction is over</h2>
      <div class="row">
        <Link class="button primary" href={`/app/competitions/${league.id}`}>
          See squads and table
        </Link>
        {league.activeAuctionId && (
          <Link class="button outline" href={`/auction/${league.activeAuctionId}/replay`}>
            Watch the replay
          </Link>
        )}
      </div>
    </section>
  );
}

function Before({ league, seats, onChanged }: { league: League; seats: number; onChanged: () => void }) {
  const { busy, fault, run } = useAction();
  if (league.myRole !== "commissioner") {
    return (
      <section class="card stage-card stack">
        <h2>Waiting for {league.commissioner.displayName}</h2>
        <p>The commissioner starts the auction; the way in appears here by itself.</p>
      </section>
    );
  }
  const missing = Math.max(0, league.minManagers - seats);
  const start = async () => {
    if (await run(() => api.startAuction(league.id))) onChanged();
  };
  return (
    <section class="card stage-card stack">
      <h2>Ready?</h2>
      <p>
        {missing > 0
          ? `${plural(missing, "more manager")} needed before you can start.`
          : `${plural(seats, "manager")}, ${plural(league.assetsSelected, "lot")}. The first opens ${
              league.waitingRoom
                ? "when you begin"
                : league.startDelaySeconds === 0
                  ? "at once"
                  : `${league.startDelaySeconds} s after the start`
            }.`}
      </p>
      <Fault text={fault} />
      <div class="row">
        <button
          type="button"
          class="primary large"
          data-testid="start-auction-button"
          disabled={busy || missing > 0}
          onClick={() => void start()}
        >
          Start Auction
        </button>
      </div>
      <Practice league={league} seats={seats} onChanged={onChanged} />
    </section>
  );
}

function Practice({ league, seats, onChanged }: { league: League; seats: number; onChanged: () => void }) {
  const room = league.maxManagers - seats;
  const [count, setCount] = useState(1);
  const { busy, fault, run } = useAction();
  useEffect(() => setCount((old) => Math.max(1, Math.min(old, room))), [room]);
  if (room < 1) return null;
  const add = async () => {
    if (await run(() => api.addBots(league.id, count))) onChanged();
  };
  return (
    <div class="stack tight">
      <div class="row practice">
        <label class="field inline">
          <span>Practise with bots</span>
          <select value={count} onChange={(event) => setCount(Number(event.currentTarget.value))}>
            {Array.from({ length: Math.min(room, 7) }, (_, i) => (
              <option key={i} value={i + 1}>
                {i + 1}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="outline" disabled={busy} onClick={() => void add()}>
          Add
        </button>
      </div>
      <Fault text={fault} />
    </div>
  );
}
