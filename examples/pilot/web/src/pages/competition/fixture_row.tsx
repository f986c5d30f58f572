// One fixture, with its score; the commissioner writes it down or corrects it.
import { useState } from "preact/hooks";
import { api } from "../../net/api";
import { Dialog } from "../../parts/dialog";
import { Fault } from "../../parts/bits";
import { useAction } from "../../parts/store";
import { timeOfDay } from "../../parts/words";
import type { Fixture } from "../../wire/league";

interface FixtureRowProps {
  one: Fixture;
  mine: boolean;
  onChanged: () => void;
}

const teams = (one: Fixture): [string, string] => [one.home?.name ?? "?", one.away?.name ?? "?"];

export function FixtureRow({ one, mine, onChanged }: FixtureRowProps) {
  const [editing, setEditing] = useState(false);
  const [home, away] = teams(one);
  const score = one.goalsHome === null ? null : `${one.goalsHome} : ${one.goalsAway}`;
  return (
    <li data-testid="fixture-row">
      <time dateTime={one.startsAt}>{timeOfDay(one.startsAt)}</time>
      <span class="pairing">
        <span>{home}</span>
        <strong>{score ?? "v"}</strong>
        <span>{away}</span>
        <small>{[one.venue, one.round && `Round ${one.round}`].filter(Boolean).join(" · ")}</small>
      </span>
      {one.status !== "scheduled" && (
        <span class={`tag ${one.status}`}>{one.status === "live" ? "Live" : "Final"}</span>
      )}
      {mine && one.home && (
        <button
          type="button"
          class="quiet small"
          aria-label={`Score of ${home} against ${away}`}
          onClick={() => setEditing(true)}
        >
          Score
        </button>
      )}
      {editing && <ScoreDialog one={one} onClose={() => setEditing(false)} onChanged={onChanged} />}
    </li>
  );
}

function ScoreDialog({ one, onClose, onChanged }: { one: Fixture; onClose: () => void; onChanged: () => void }) {
  const [goals, setGoals] = useState<[number, number]>([one.goalsHome ?? 0, one.goalsAway ?? 0]);
  const [status, setStatus] = useState<"live" | "final">(one.status === "live" ? "live" : "final");
  const { busy, fault, run } = useAction();
  const save = async (event: Event) => {
    event.preventDefault();
    const [goalsHome, goalsAway] = goals;
    if (await run(() => api.setScore(one.id, { goalsHome, goalsAway, status }))) {
      onChanged();
      onClose();
    }
  };
  return (
    <Dialog title={teams(one).join(" v ")} onClose={onClose}>
      <form class="stack" onSubmit={(event) => void save(event)}>
        <div class="row">
          {teams(one).map((name, side) => (
            <label class="field" key={side}>
              <span>{name}</span>
              <input
                type="number"
                min={0}
                max={99}
                required
                value={goals[side]}
                onInput={(event) => {
                  const next: [number, number] = [...goals];
                  next[side] = event.currentTarget.valueAsNumber || 0;
                  setGoals(next);
                }}
              />
            </label>
          ))}
        </div>
        <fieldset class="segments">
          <legend>The match is</legend>
          {(["live", "final"] as const).map((word) => (
            <label key={word}>
              <input type="radio" name="status" checked={status === word} onChange={() => setStatus(word)} />
              <span>{word === "live" ? "Being played" : "Over"}</span>
            </label>
          ))}
        </fieldset>
        <Fault text={fault} />
        <div class="row end">
          <button type="submit" class="primary" disabled={busy}>
            Save
          </button>
        </div>
      </form>
    </Dialog>
  );
}
