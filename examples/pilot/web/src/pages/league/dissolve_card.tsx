// Dissolving a league: asked twice, by its name.
import { useState } from "preact/hooks";
import { api } from "../../net/api";
import { Confirm } from "../../parts/dialog";
import { Fault } from "../../parts/bits";
import { useAction } from "../../parts/store";
import type { League } from "../../wire/league";

export function DissolveCard({ league, onDone }: { league: League; onDone: () => void }) {
  const [asking, setAsking] = useState(false);
  const { busy, fault, run } = useAction();
  const dissolve = async () => {
    setAsking(false);
    if (await run(() => api.deleteLeague(league.id, league.name))) onDone();
  };
  return (
    <div class="stack tight">
      <button type="button" class="quiet bad small" disabled={busy} onClick={() => setAsking(true)}>
        Dissolve this league
      </button>
      <Fault text={fault} />
      {asking && (
        <Confirm
          title="Dissolve the league?"
          text="It disappears for every member. Its records stay with the host."
          word={league.name}
          verb="Dissolve"
          onConfirm={() => void dissolve()}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
