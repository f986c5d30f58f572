// For the big screen in the room: the lot, the price, the clock, everybody's squad. Nothing to press.
import { call, countdown } from "../../clock/clock";
import { money } from "../../money/money";
import { Crest, Fault, Loading } from "../../parts/bits";
import { LineBanner } from "../../parts/line_banner";
import { about, endedBecause } from "../../parts/words";
import type { AuctionView } from "../../wire/auction";
import type { Participant } from "../../wire/blocks";
import { useAuction } from "../auction/use_auction";
import { useRemaining } from "../auction/use_clock";
import { useWakeLock } from "../auction/use_wake_lock";

export function TvPage({ id }: { id: string }) {
  const { state, error, silentSince } = useAuction(id);
  const { view } = state;
  const left = useRemaining(view?.timer?.endsAt ?? null, state);
  const opens = useRemaining(view?.opensAt ?? null, state);
  useWakeLock(true);
  if (!view) return error ? <Fault text={error} /> : <Loading what="the auction" />;
  const ms = view.phase === "paused" ? view.remainingMs : left;
  const calling = call(left ?? 0);
  return (
    <div class={calling ? "tv calling" : "tv"} data-testid="tv-page">
      <LineBanner silentSince={silentSince} />
      <header>
        <h1>{view.leagueName}</h1>
        <p>{`${view.progress.sold} sold · ${view.progress.remaining} to come`}</p>
      </header>
      <section class="tv-lot" aria-live="polite">
        {view.lot ? (
          <>
            <Crest asset={view.lot.asset} size="big" />
            <h2>{view.lot.asset.name}</h2>
            <p>{about(view.lot.asset)}</p>
            <p class="tv-price">{view.lot.currentBid === null ? "No bid yet" : money(view.lot.currentBid)}</p>
            <p class="tv-leader">{view.lot.leader?.displayName ?? `From ${money(view.lot.nextBid)}`}</p>
          </>
        ) : (
          <h2>{between(view, opens)}</h2>
        )}
      </section>
      <p class="tv-clock">
        <span>{view.lot ? countdown(ms ?? 0) : ""}</span>
        <small>{view.phase === "paused" ? "Paused" : calling}</small>
      </p>
      <ul class="tv-squads">
        {view.participants.map((one) => (
          <Squad key={one.userId} one={one} leads={view.lot?.leader?.userId === one.userId} />
        ))}
      </ul>
    </div>
  );
}

function between(view: AuctionView, opens: number | null): string {
  if (view.phase === "done") return endedBecause(view.reason);
  if (view.phase === "paused") return "Paused";
  const sale = view.lastSale;
  if (view.phase === "gap" && sale?.winner && sale.winningBid !== null) {
    return `${sale.asset.name}: ${sale.winner.displayName}, ${money(sale.winningBid)}`;
  }
  return opens ? `In ${Math.ceil(opens / 1000)} s` : "Soon";
}

function Squad({ one, leads }: { one: Participant; leads: boolean }) {
  return (
    <li class={leads ? "leads" : ""}>
      <p>
        <strong>{one.displayName}</strong>
        <span>{money(one.purse)}</span>
      </p>
      <ul class="squad">
        {one.squad.map((place) => (
          <li key={place.lotId}>
            <span>{place.name}</span>
            <span>{money(place.price)}</span>
          </li>
        ))}
        {Array.from({ length: Math.min(one.slotsLeft, 12) }, (_, i) => (
          <li key={i} class="free">
            free
          </li>
        ))}
      </ul>
    </li>
  );
}
