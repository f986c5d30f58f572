// My competitions as cards: where each stands and what there is to do in it.
import { Link } from "wouter-preact";
import { api } from "../../net/api";
import { money } from "../../money/money";
import { Empty, Fault, Loading, StatusTag } from "../../parts/bits";
import { useLoaded } from "../../parts/store";
import { day, ordinal, plural, timeOfDay } from "../../parts/words";
import type { Competition } from "../../wire/league";

export function CompetitionCards() {
  const { value, error } = useLoaded(api.competitions, "mine");
  return (
    <section class="stack" aria-labelledby="mine-title">
      <h2 id="mine-title">My competitions</h2>
      <Fault text={error} />
      {!value && !error && <Loading what="your competitions" />}
      {value?.length === 0 && (
        <Empty title="None yet">
          <p>Create one and send the link to your friends, or join with the token they sent you.</p>
        </Empty>
      )}
      <ul class="cards">
        {value?.map((one) => (
          <Card key={one.leagueId} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Card({ one }: { one: Competition }) {
  const over = one.status === "auction_complete";
  const running = one.auctionId !== null && !over;
  const url = `/app/competitions/${one.leagueId}`;
  return (
    <li class="card comp" data-testid={`comp-card-${one.leagueId}`}>
      <div class="row between">
        <StatusTag status={one.status} testId="comp-status" />
        <span class="muted small">{one.sportKey === "cricket" ? "Cricket" : "Football"}</span>
      </div>
      <h3>{one.name}</h3>
      <p class="muted small">{plural(one.managersCount, "manager")}</p>
      <dl class="facts">
        <div>
          <dt>Purse</dt>
          <dd>{money(one.purse)}</dd>
        </div>
        <div>
          <dt>Squad</dt>
          <dd>
            {one.assetsOwned.length}
            {one.slotsLeft > 0 ? ` · ${one.slotsLeft} free` : " · full"}
          </dd>
        </div>
        <div>
          <dt>Place</dt>
          <dd>{one.rank === null || !over ? "–" : `${ordinal(one.rank)}, ${one.points.toFixed(1)}`}</dd>
        </div>
      </dl>
      {one.nextFixtureAt && (
        <p class="small">
          Next fixture {day(one.nextFixtureAt)}, {timeOfDay(one.nextFixtureAt)}
        </p>
      )}
      <div class="row">
        {running && (
          <Link class="button primary" href={`/auction/${one.auctionId}`}>
            To the auction
          </Link>
        )}
        <Link class={running ? "button outline" : "button primary"} data-testid="comp-view-btn" href={url}>
          View
        </Link>
        <Link class="button quiet" href={`/league/${one.leagueId}`}>
          Lobby
        </Link>
      </div>
    </li>
  );
}
