// The start: what this is for a visitor; my competitions, create and join for who is signed in.
import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { watchWho, whoNow } from "../../me/sign_in";
import { useTitle } from "../../parts/place";
import { useWatched } from "../../parts/store";
import { CompetitionCards } from "./competition_cards";
import { CreateForm } from "./create_form";
import { JoinForm } from "./join_form";

export function HomePage({ onSignIn }: { onSignIn: () => void }) {
  const who = useWatched(whoNow, watchWho);
  useTitle(null);
  return who.state === "user" ? <Signed name={who.user.name} /> : <Visitor onSignIn={onSignIn} />;
}

function Signed({ name }: { name: string }) {
  const [form, setForm] = useState<"create" | "join" | null>(null);
  const [, go] = useLocation();
  const close = () => setForm(null);
  if (form === "create") return <CreateForm onClose={close} onDone={(id) => go(`/league/${id}`)} />;
  if (form === "join") return <JoinForm onClose={close} onDone={(id) => go(`/league/${id}`)} />;
  return (
    <div class="page stack wide-gap">
      <section class="hero">
        <h1>Hello {name.split(" ")[0]}</h1>
        <p>Bid against your friends, build a squad, follow the season.</p>
        <div class="row">
          <button
            type="button"
            class="primary large"
            data-testid="create-league-button"
            onClick={() => setForm("create")}
          >
            Create Your Competition
          </button>
          <button
            type="button"
            class="outline large"
            data-testid="join-league-button"
            onClick={() => setForm("join")}
          >
            Join Competition
          </button>
        </div>
      </section>
      <CompetitionCards />
    </div>
  );
}

const POINTS: [string, string][] = [
  ["Everybody sees the same", "Bids reach everyone at once, and the clock is the server's."],
  ["Nothing gets lost", "A bid that was confirmed is stored. Reconnect and you are where it is."],
  ["Nobody has to trust us", "Every auction can be replayed and its record checked, in your browser."],
];

function Visitor({ onSignIn }: { onSignIn: () => void }) {
  return (
    <div class="page stack wide-gap">
      <section class="hero visitor">
        <h1>Live auctions for leagues of friends</h1>
        <p>
          Set a budget, send the link round, and let the hammer fall. Football clubs or cricket
          players, on the sofa or across the world.
        </p>
        <div class="row">
          <button type="button" class="primary large" onClick={onSignIn}>
            Create or join a competition
          </button>
        </div>
      </section>
      <ul class="points">
        {POINTS.map(([title, text]) => (
          <li key={title} class="card">
            <h2>{title}</h2>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
