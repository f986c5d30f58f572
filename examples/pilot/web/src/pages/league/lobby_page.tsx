// The lobby: who is there, what is auctioned by which rules, and the way into the auction.
import { Link, useLocation } from "wouter-preact";
import { api } from "../../net/api";
import { Fault, Loading, StatusTag } from "../../parts/bits";
import { LineBanner } from "../../parts/line_banner";
import { useTitle } from "../../parts/place";
import { useAction } from "../../parts/store";
import type { League } from "../../wire/league";
import { Invite } from "./invite";
import { Members } from "./members";
import { RulesCard } from "./rules_card";
import { StartCard } from "./start_card";
import { TeamsCard } from "./teams_card";
import { DissolveCard } from "./dissolve_card";
import { useLeague } from "./use_league";

export function LobbyPage({ id }: { id: string }) {
  const { league, members, again } = useLeague(id);
  const [, go] = useLocation();
  const one = league.value;
  useTitle(one?.name);
  if (!one) {
    return league.error ? <Missing id={id} text={league.error} onIn={league.again} /> : <Loading what="the league" />;
  }
  const changed = () => void again();
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
            onChanged={again}
            onLeft={() => go("/")}
          />
          {mine(one) && <DissolveCard league={one} onDone={() => go("/")} />}
        </div>
      </div>
    </div>
  );
}

const mine = (league: League) => league.myRole === "commissioner";

// Who is no member may still look on, where the league lets anybody.
function Missing({ id, text, onIn }: { id: string; text: string; onIn: () => Promise<void> }) {
  const { busy, fault, run } = useAction();
  const watch = async () => {
    if (await run(() => api.lookOn(id))) await onIn();
  };
  return (
    <section class="card narrow stack">
      <h1>No league here</h1>
      <Fault text={fault ?? text} />
      <div class="row">
        <Link href="/">To the start</Link>
        <button type="button" class="quiet" disabled={busy} onClick={() => void watch()}>
          Look on as a spectator
        </button>
      </div>
    </section>
  );
}
