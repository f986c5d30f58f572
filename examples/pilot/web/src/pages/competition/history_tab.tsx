// How the auction went, lot by lot.
import { Link } from "wouter-preact";
import { api } from "../../net/api";
import { money } from "../../money/money";
import { Crest, Empty, Fault, Loading } from "../../parts/bits";
import { useLoaded } from "../../parts/store";
import type { Clubs } from "../../wire/auction";

export function HistoryTab({ auctionId }: { auctionId: string | null }) {
  return auctionId ? <Sales auctionId={auctionId} /> : <Empty title="There was no auction yet" />;
}

function Sales({ auctionId }: { auctionId: string }) {
  const { value, error } = useLoaded<Clubs>(() => api.clubs(auctionId), auctionId);
  if (!value) return error ? <Fault text={error} /> : <Loading what="the sales" />;
  const gone = value.clubs.filter((one) => one.status === "sold" || one.status === "unsold");
  const lots = gone.sort((a, b) => (a.lotNumber ?? 0) - (b.lotNumber ?? 0));
  return (
    <section class="card stack" aria-labelledby="sales-title">
      <div class="row between">
        <h2 id="sales-title">{`${value.soldClubs} sold, ${value.unsoldClubs} unsold`}</h2>
        <span class="row small">
          <Link href={`/auction/${auctionId}/replay`}>Replay</Link>
          <a href={`/api/auction/${auctionId}/report.csv`}>For a spreadsheet</a>
        </span>
      </div>
      {lots.length === 0 && <Empty title="No lot has gone yet" />}
      <ol class="clubs">
        {lots.map((one) => (
          <li key={one.asset.id} class={`club ${one.status}`}>
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
          </li>
        ))}
      </ol>
    </section>
  );
}
