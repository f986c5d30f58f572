// The lobby: who is there, what is auctioned by which rules, and the way into the auction.
import { Link, useLocation } from "wouter-preact";
import { Fault, Loading, StatusTag } from "../../parts/bits";
import { LineBanner } from "../../parts/line_banner";
import type { League } from "../../wire/league";
import { Invite } from "./invite";
import { Members } from "./members";
import { RulesCard } from "./rules_card";
import { StartCard } from "./start_card";
import { TeamsCard } from "./teams_card";
import { DissolveCard } from "./dissolve_card";
import { useLeague } from "./use_league";

export function LobbyPage({ id }: { id: string }) {
  const { league, members } = useLeague(id);
  const [, go] = useLocation();
  const one = league.value;
  if (!one) {
    return league.error ? <Missing text={league.error} /> : <Loading what="the league" />;
  }
  const changed = () => void league.again();
  return (
    <div class="page stack wide-gap">
      <LineBanner />
      <header class="stack tight">
        <div class="row">
          <StatusTag status={one.status} />
          <span class="muted small">{one.sportKey === "cricket" ? "Cricket" : "Football"}</span>
        </div>
        <h1>{one.name}</h1>
        <nav class="row small" aria-label="Of this league">
          <Link href={`/app/competitions/${id}`}>Table, fixtures and squads</Link>
        </nav>
      </header>
      <div class="lobby">
        <div class="stack">
          <StartCard league={one} members={members.value ?? []} onChanged={changed} />
          <TeamsCard league={one} onChanged={changed} />
          <RulesCard league={one} onChanged={changed} />
        </div>
        <div class="stack">
          {one.inviteToken && <Invite league={one} token={one.inviteToken} onChanged={changed} />}
          <Members
            league={one}
            members={members.value ?? []}
            onChanged={members.again}
            onLeft={() => go("/")}
          />
          {mine(one) && <DissolveCard league={one} onDone={() => go("/")} />}
        </div>
      </div>
    </div>
  );
}

const mine = (league: League) => league.myRole === "commissioner";

function Missing({ text }: { text: string }) {
  return (
    <section class="card narrow stack">
      <h1>No league here</h1>
      <Fault text={text} />
      <Link href="/">To the start</Link>
    </section>
  );
}
