// The rules of this league in people's words; before the auction the commissioner can change them.
import { useState } from "preact/hooks";
import { api } from "../../net/api";
import { money } from "../../money/money";
import { Dialog } from "../../parts/dialog";
import { Fault } from "../../parts/bits";
import { useAction } from "../../parts/store";
import type { League } from "../../wire/league";
import { RuleFields, type RuleValues } from "./rule_fields";

export function RulesCard({ league, onChanged }: { league: League; onChanged: () => void }) {
  const [editing, setEditing] = useState(false);
  const mayChange = league.myRole === "commissioner" && league.status === "pre_auction";
  return (
    <section class="card stack" aria-labelledby="rules-title">
      <div class="row between">
        <h2 id="rules-title">Rules</h2>
        {mayChange && (
          <button type="button" class="outline small" onClick={() => setEditing(true)}>
            Change
          </button>
        )}
      </div>
      <dl class="facts grid">
        <Fact name="Budget">{money(league.budget)}</Fact>
        <Fact name="Squad">{league.clubSlots} places</Fact>
        <Fact name="Managers">{`${league.minManagers} to ${league.maxManagers}`}</Fact>
        <Fact name="A lot lasts">{league.timerSeconds} s</Fact>
        <Fact name="Anti-snipe">{league.antiSnipeSeconds ? `${league.antiSnipeSeconds} s` : "off"}</Fact>
        <Fact name="First bid from">{money(league.minimumBid)}</Fact>
        <Fact name="Steps of">{money(league.bidStep)}</Fact>
        <Fact name="Kept a free place">{money(league.reservePerSlot)}</Fact>
      </dl>
      {league.warnings.map((one) => (
        <p key={one.code} class="hint">
          {one.message}
        </p>
      ))}
      {editing && <RulesDialog league={league} onChanged={onChanged} onClose={() => setEditing(false)} />}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function RulesDialog(props: { league: League; onChanged: () => void; onClose: () => void }) {
  const { league } = props;
  const [name, setName] = useState(league.name);
  const [values, setValues] = useState<RuleValues>({
    budget: league.budget,
    minManagers: league.minManagers,
    maxManagers: league.maxManagers,
    clubSlots: league.clubSlots,
    timerSeconds: league.timerSeconds,
    antiSnipeSeconds: league.antiSnipeSeconds,
    waitingRoom: league.waitingRoom,
    startDelaySeconds: league.startDelaySeconds,
    spectators: league.spectators,
  });
  const { busy, fault, run } = useAction();
  const save = async (event: Event) => {
    event.preventDefault();
    if (await run(() => api.changeLeague(league.id, { name: name.trim(), ...values }))) {
      props.onChanged();
      props.onClose();
    }
  };
  return (
    <Dialog title="Change the rules" onClose={props.onClose} wide>
      <form class="stack" onSubmit={(event) => void save(event)}>
        <label class="field">
          <span>Name</span>
          <input value={name} maxLength={80} required onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <RuleFields values={values} onChange={setValues} />
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
