// A new competition: a name is enough, everything else has the pilot's usual value.
import { useRef, useState } from "preact/hooks";
import { api } from "../../net/api";
import { Fault } from "../../parts/bits";
import { useFocused, useTitle } from "../../parts/place";
import { useAction, useLoaded } from "../../parts/store";
import { RuleFields, USUAL, type RuleValues } from "../league/rule_fields";

interface CreateFormProps {
  onClose: () => void;
  onDone: (leagueId: string) => void;
}

export function CreateForm({ onClose, onDone }: CreateFormProps) {
  const sports = useLoaded(api.sports, "sports").value;
  const [name, setName] = useState("");
  const [sportKey, setSportKey] = useState("football");
  const [rules, setRules] = useState<RuleValues>(USUAL);
  const { busy, fault, run } = useAction();
  const first = useFocused<HTMLInputElement>();
  useTitle("Create Your Competition");
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    if (!form.current?.reportValidity()) return;
    void run(async () => onDone((await api.createLeague({ name: name.trim(), sportKey, ...rules })).id));
  };
  return (
    <form class="card narrow stack" ref={form} onSubmit={submit}>
      <h1>Create Your Competition</h1>
      <label class="field">
        <span>Name</span>
        <input
          type="text"
          data-testid="league-name-input"
          placeholder="League Name"
          maxLength={80}
          required
          ref={first}
          autoComplete="off"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      {sports && sports.length > 1 && (
        <fieldset class="segments">
          <legend>Sport</legend>
          {sports.map((sport) => (
            <label key={sport.key}>
              <input
                type="radio"
                name="sport"
                checked={sport.key === sportKey}
                onChange={() => setSportKey(sport.key)}
              />
              <span>{sport.name}</span>
            </label>
          ))}
        </fieldset>
      )}
      <details class="more">
        <summary>Rules: budget, squad, clock</summary>
        <RuleFields values={rules} onChange={setRules} />
      </details>
      <Fault text={fault} />
      <div class="row end">
        <button type="button" class="quiet" onClick={onClose}>
          Back
        </button>
        <button type="submit" class="primary" data-testid="create-league-submit" disabled={busy}>
          Create Competition
        </button>
      </div>
    </form>
  );
}
