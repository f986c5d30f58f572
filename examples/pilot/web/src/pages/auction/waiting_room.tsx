// Before the first lot: who is here, and when it opens.
import type { AuctionState } from "../../auction/state";
import { api } from "../../net/api";
import { Fault, Presence, RoleTag } from "../../parts/bits";
import { useAction } from "../../parts/store";
import { plural } from "../../parts/words";
import type { AuctionView } from "../../wire/auction";
import { useRemaining } from "./use_clock";

export function WaitingRoom({ view, state }: { view: AuctionView; state: AuctionState }) {
  const left = useRemaining(view.opensAt, state);
  const { busy, fault, run } = useAction();
  const here = new Set(view.waiting);
  const present = view.participants.filter((one) => here.has(one.userId) || one.bot).length;
  return (
    <section class="stage waiting" data-testid="waiting-room">
      <p class="progress-line">
        <strong>{view.leagueName}</strong>
      </p>
      <h2>
        {left === null
          ? view.me.mayControl
            ? "Begin when all are here"
            : "The commissioner begins when all are here"
          : left > 0
            ? `The first lot opens in ${Math.ceil(left / 1000)} s`
            : "The first lot is coming"}
      </h2>
      <p>{`${present} of ${plural(view.participants.length, "manager")} here, ${plural(view.progress.totalLots, "lot")}`}</p>
      <ul class="people on-stage">
        {view.participants.map((one) => (
          <li key={one.userId}>
            <Presence online={here.has(one.userId) || one.bot} />
            <span class="name">{one.displayName}</span>
            <RoleTag role={one.role} bot={one.bot} />
          </li>
        ))}
      </ul>
      <Fault text={fault} />
      {view.me.mayControl && view.opensAt === null && (
        <button
          type="button"
          class="primary large"
          data-testid="begin-auction-button"
          disabled={busy}
          onClick={() => void run(() => api.begin(view.auctionId))}
        >
          Begin
        </button>
      )}
    </section>
  );
}
