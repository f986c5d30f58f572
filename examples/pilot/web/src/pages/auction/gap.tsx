// Between two lots: what became of the last one, and when the next comes.
import type { AuctionState } from "../../auction/state";
import { money } from "../../money/money";
import { Crest } from "../../parts/bits";
import type { AuctionView, Sale } from "../../wire/auction";
import { useRemaining } from "./use_clock";

export function Gap({ view, state, paused }: { view: AuctionView; state: AuctionState; paused: boolean }) {
  const left = useRemaining(paused ? null : view.opensAt, state);
  const seconds = left === null ? null : Math.ceil(left / 1000);
  return (
    <div class="stage-gap">
      {view.lastSale && <Hammered sale={view.lastSale} mine={view.me.userId} />}
      <p class="next" data-testid="next-lot">
        {paused
          ? "Paused between two lots"
          : seconds
            ? `Next lot in ${seconds} s`
            : "The next lot is coming"}
      </p>
    </div>
  );
}

function Hammered({ sale, mine }: { sale: Sale; mine: string | null }) {
  const won = sale.winner !== null && sale.winner.userId === mine;
  return (
    <div class={sale.unsold ? "hammered unsold" : won ? "hammered won" : "hammered"} data-testid="last-sale">
      <Crest asset={sale.asset} size="big" />
      <div>
        <h2>{sale.asset.name}</h2>
        <p>
          {sale.winner && sale.winningBid !== null
            ? `Sold to ${won ? "you" : sale.winner.displayName} for ${money(sale.winningBid)}`
            : sale.willReoffer
              ? "Unsold: it comes up again"
              : "Unsold"}
        </p>
      </div>
    </div>
  );
}
