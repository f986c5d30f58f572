// The hammer has fallen for the last time.
import { Link } from "wouter-preact";
import { money } from "../../money/money";
import { endedBecause } from "../../parts/words";
import type { AuctionView } from "../../wire/auction";

export function Done({ view }: { view: AuctionView }) {
  const seat = view.participants.find((one) => one.userId === view.me.userId);
  return (
    <section class="stage done" data-testid="auction-done">
      <p class="progress-line">
        <strong>{view.leagueName}</strong>
        <span>{`${view.progress.sold} sold · ${view.progress.unsold} unsold`}</span>
      </p>
      <h2>{view.status === "cancelled" ? "The auction was called off" : "The auction is complete"}</h2>
      <p>{view.status === "cancelled" ? "" : endedBecause(view.reason)}</p>
      {seat && (
        <p>{`You have ${seat.slotsUsed} of ${seat.slotsUsed + seat.slotsLeft} places filled and ${money(seat.purse)} left.`}</p>
      )}
      <div class="row">
        <Link class="button primary" href={`/app/competitions/${view.leagueId}`}>
          Squads and table
        </Link>
        <Link class="button on-dark" href={`/auction/${view.auctionId}/replay`}>
          Replay and check the record
        </Link>
      </div>
    </section>
  );
}
