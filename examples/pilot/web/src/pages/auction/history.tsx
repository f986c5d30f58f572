// What has happened: the bids on this lot, and the lots before it, the last one first.
import { useState } from "preact/hooks";
import { money } from "../../money/money";
import { GoneLots, goneOf } from "../../parts/gone_lots";
import type { AuctionView, Club } from "../../wire/auction";
import { VoidSale } from "./void_sale";

export function History({ view, clubs }: { view: AuctionView; clubs: Club[] }) {
  const [voiding, setVoiding] = useState<Club | null>(null);
  const voidButton = (one: Club) =>
    view.me.mayControl && one.status === "sold" ? (
      <button type="button" class="quiet small bad" onClick={() => setVoiding(one)}>
        Void
      </button>
    ) : null;
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
        <GoneLots lots={goneOf(clubs).reverse()} act={voidButton} />
      </section>
      {voiding && <VoidSale view={view} club={voiding} onClose={() => setVoiding(null)} />}
    </div>
  );
}
