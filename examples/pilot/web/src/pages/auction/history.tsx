// What has happened: the bids on this lot, and the lots before it.
import { useState } from "preact/hooks";
import { money } from "../../money/money";
import { Crest, Empty } from "../../parts/bits";
import type { AuctionView, Club } from "../../wire/auction";
import { VoidSale } from "./void_sale";

export function History({ view, clubs }: { view: AuctionView; clubs: Club[] }) {
  const [voiding, setVoiding] = useState<Club | null>(null);
  const gone = clubs
    .filter((one) => one.status === "sold" || one.status === "unsold")
    .sort((a, b) => (b.lotNumber ?? 0) - (a.lotNumber ?? 0));
  return (
    <div class="stack">
      {view.lot && (
        <section aria-labelledby="bids-title">
          <h3 id="bids-title">{`Bids for ${view.lot.asset.name}`}</h3>
          {view.bids.length === 0 && <p class="muted small">None yet</p>}
          <ol class="bids" data-testid="bid-history">
            {view.bids.map((bid) => (
              <li key={bid.seq}>
                <span>{bid.displayName}</span>
                <span>{money(bid.amount)}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <section aria-labelledby="lots-title">
        <h3 id="lots-title">Lots before</h3>
        {gone.length === 0 && <Empty title="No lot has gone yet" />}
        <ol class="clubs" data-testid="lot-history">
          {gone.map((one) => (
            <li key={one.lotId ?? one.asset.id} class={`club ${one.status}`}>
              <Crest asset={one.asset} />
              <span class="name">
                {one.asset.name}
                <small>{one.lotNumber === null ? "" : `Lot ${one.lotNumber}`}</small>
              </span>
              <span class="fate">
                {one.winner && one.winningBid !== null
                  ? `${money(one.winningBid)} · ${one.winner.displayName}`
                  : "Unsold"}
              </span>
              {view.me.mayControl && one.status === "sold" && (
                <button type="button" class="quiet small bad" onClick={() => setVoiding(one)}>
                  Void
                </button>
              )}
            </li>
          ))}
        </ol>
      </section>
      {voiding && <VoidSale view={view} club={voiding} onClose={() => setVoiding(null)} />}
    </div>
  );
}
