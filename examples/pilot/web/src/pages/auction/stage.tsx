// The lot on the stage: what it is, what it stands at, whose it is, and how long.
import type { AuctionState } from "../../auction/state";
import { type Call, countdown } from "../../clock/clock";
import { money } from "../../money/money";
import { Crest } from "../../parts/bits";
import { about, plural } from "../../parts/words";
import type { AuctionView } from "../../wire/auction";
import type { Lot } from "../../wire/blocks";
import { Gap } from "./gap";
import { useRemaining } from "./use_clock";
import type { WatchList } from "./use_watch_list";

interface StageProps {
  view: AuctionView;
  state: AuctionState;
  called: Call;
  watch: WatchList;
}

export function Stage({ view, state, called, watch }: StageProps) {
  const { lot, phase } = view;
  const paused = phase === "paused";
  const tone = paused ? "paused" : called ? "calling" : view.me.isLeader ? "leading" : "";
  return (
    <section class={`stage ${tone}`} aria-label="The lot" data-testid="lot-stage">
      <div class="stage-top">
        <ProgressLine view={view} />
        {lot && <Badges lot={lot} watched={lot.asset.id in watch.entries} />}
      </div>
      {lot ? (
        <div class="stage-lot">
          <Crest asset={lot.asset} size="big" />
          <div class="lot-name">
            <h2 data-testid="lot-name">{lot.asset.name}</h2>
            <p>{about(lot.asset)}</p>
          </div>
          <Clock view={view} state={state} paused={paused} called={called} />
          <Price lot={lot} mine={view.me.isLeader} />
        </div>
      ) : (
        <Gap view={view} state={state} paused={paused} />
      )}
    </section>
  );
}

function ProgressLine({ view }: { view: AuctionView }) {
  const { totalLots, sold, unsold, remaining } = view.progress;
  const number = view.lot ? `Lot ${view.lot.lotNumber} of ${totalLots}` : plural(totalLots, "lot");
  return (
    <p class="progress-line">
      <strong>{number}</strong>
      <span>{`${sold} sold · ${unsold} unsold · ${remaining} to come`}</span>
    </p>
  );
}

function Badges({ lot, watched }: { lot: Lot; watched: boolean }) {
  return (
    <p class="badges">
      {watched && <span class="tag gold">★ On your list</span>}
      {lot.reoffer && <span class="tag">Offered again</span>}
      {lot.extensions > 0 && <span class="tag">{`Extended ×${lot.extensions}`}</span>}
    </p>
  );
}

interface ClockProps {
  view: AuctionView;
  state: AuctionState;
  paused: boolean;
  called: Call;
}

function Clock({ view, state, paused, called }: ClockProps) {
  const left = useRemaining(view.timer?.endsAt ?? null, state);
  const ms = paused ? view.remainingMs : left;
  const whole = view.rules.timerSeconds * 1000;
  const part = ms === null ? 0 : Math.min(1, ms / whole);
  const word = paused ? "Paused" : called || (ms === 0 ? "Waiting for the hammer" : "");
  return (
    <div class="clock" role="timer" aria-label="Time left">
      <span class="digits" data-testid="auction-timer">
        {countdown(ms ?? 0)}
      </span>
      <span class="bar" aria-hidden="true">
        <span style={{ transform: `scaleX(${part})` }} />
      </span>
      <span class="call">{word}</span>
    </div>
  );
}

function Price({ lot, mine }: { lot: Lot; mine: boolean }) {
  if (lot.currentBid === null || !lot.leader) {
    return (
      <p class="price none" data-testid="current-bid">
        {`No bid yet, from ${money(lot.nextBid)}`}
      </p>
    );
  }
  return (
    <div class={mine ? "price mine" : "price"}>
      <p class="amount" aria-hidden="true">
        {money(lot.currentBid)}
      </p>
      <p data-testid="current-bid">
        {`Current bid: ${money(lot.currentBid)} by ${lot.leader.displayName}`}
      </p>
    </div>
  );
}
