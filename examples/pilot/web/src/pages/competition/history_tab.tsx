// How the auction went, lot by lot.
import { Link } from "wouter-preact";
import { api } from "../../net/api";
import { Empty, Fault, Loading } from "../../parts/bits";
import { GoneLots, goneOf } from "../../parts/gone_lots";
import { useLoaded } from "../../parts/store";
import type { Clubs } from "../../wire/auction";

export function HistoryTab({ auctionId }: { auctionId: string | null }) {
  return auctionId ? <Sales auctionId={auctionId} /> : <Empty title="There was no auction yet" />;
}

function Sales({ auctionId }: { auctionId: string }) {
  const { value, error } = useLoaded<Clubs>(() => api.clubs(auctionId), auctionId);
  if (!value) return error ? <Fault text={error} /> : <Loading what="the sales" />;
  return (
    <section class="card stack" aria-labelledby="sales-title">
      <div class="row between">
        <h2 id="sales-title">{`${value.soldClubs} sold, ${value.unsoldClubs} unsold`}</h2>
        <span class="row small">
          <Link href={`/auction/${auctionId}/replay`}>Replay</Link>
          <a href={`/api/auction/${auctionId}/report.csv`}>For a spreadsheet</a>
        </span>
      </div>
      <GoneLots lots={goneOf(value.clubs)} />
    </section>
  );
}
