// The rules a commissioner can set, as fields; used when a league is made and when it is changed.
import { useState } from "preact/hooks";
import { useConfig } from "../../me/config";
import { millions, readMoney } from "../../money/money";
import { Switch } from "../../parts/bits";
import type { LeagueSettings } from "../../wire/league";

export type RuleValues = Omit<LeagueSettings, "name" | "sportKey" | "shareTable"> & {
  shareTable?: boolean;
};

export const USUAL: RuleValues = {
  budget: 500_000_000,
  minManagers: 2,
  maxManagers: 8,
  clubSlots: 3,
  timerSeconds: 30,
  antiSnipeSeconds: 10,
  waitingRoom: false,
  startDelaySeconds: 5,
  spectators: false,
};

interface Fields {
  values: RuleValues;
  onChange: (values: RuleValues) => void;
}

export function RuleFields({ values, onChange }: Fields) {
  const config = useConfig();
  const limits = config?.limits;
  const set = (change: Partial<RuleValues>) => onChange({ ...values, ...change });
  const whole = (key: keyof RuleValues, label: string, min: number, max: number, hint?: string) => (
    <WholeField
      label={label}
      min={min}
      max={max}
      value={values[key] as number}
      onChange={(value) => set({ [key]: value })}
      {...(hint ? { hint } : {})}
    />
  );
  const [least, most] = limits?.timerSeconds ?? [5, 86_400];
  return (
    <div class="rule-fields">
      <BudgetField value={values.budget} onChange={(budget) => set({ budget })} />
      {whole("clubSlots", "Places in a squad", 1, limits?.clubSlots ?? 40)}
      {whole("minManagers", "Managers, at least", 2, limits?.maxManagers ?? 30)}
      {whole("maxManagers", "Managers, at most", 2, limits?.maxManagers ?? 30)}
      {whole("timerSeconds", "Seconds for a lot", least, most)}
      {whole(
        "antiSnipeSeconds",
        "Anti-snipe seconds",
        0,
        values.timerSeconds - 1,
        "A late bid puts the clock back to this. 0: off.",
      )}
      {whole("startDelaySeconds", "Seconds before the first lot", 0, 60)}
      {config?.features.waitingRoom !== false && (
        <Switch
          label="Waiting room"
          hint="The first lot waits until you begin."
          on={values.waitingRoom}
          onChange={(waitingRoom) => set({ waitingRoom })}
        />
      )}
      <Switch
        label="Spectators"
        hint="Who joins after the start may watch."
        on={values.spectators}
        onChange={(spectators) => set({ spectators })}
      />
    </div>
  );
}

function BudgetField({ value, onChange }: { value: number; onChange: (pounds: number) => void }) {
  const [text, setText] = useState(millions(value));
  const amount = readMoney(text);
  return (
    <label class="field">
      <span>Budget, in £m</span>
      <input
        inputMode="decimal"
        value={text}
        aria-invalid={"hint" in amount}
        onInput={(event) => {
          setText(event.currentTarget.value);
          const read = readMoney(event.currentTarget.value);
          event.currentTarget.setCustomValidity("hint" in read ? read.hint : "");
          if ("pounds" in read) onChange(read.pounds);
        }}
      />
      {"hint" in amount && <small class="hint">{amount.hint}</small>}
    </label>
  );
}

interface WholeFieldProps {
  label: string;
  min: number;
  max: number;
  value: number;
  hint?: string;
  onChange: (value: number) => void;
}

function WholeField({ label, min, max, value, hint, onChange }: WholeFieldProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        required
        value={value}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber || 0)}
      />
      {hint && <small>{hint}</small>}
    </label>
  );
}
