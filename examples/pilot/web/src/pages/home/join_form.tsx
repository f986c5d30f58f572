// Joining by token: ten letters and digits that a member has sent, or the whole link.
import { useState } from "preact/hooks";
import { api } from "../../net/api";
import { Fault } from "../../parts/bits";
import { useFocused, useTitle } from "../../parts/place";
import { useAction } from "../../parts/store";

interface JoinFormProps {
  token?: string;
  onClose?: () => void;
  onDone: (leagueId: string) => void;
}

// Crockford's alphabet has no I, L, O and U: what looks like another digit is that digit.
export function cleanToken(text: string): string {
  const last = text.trim().split("/").pop() ?? "";
  return last
    .toUpperCase()
    .replace(/[\s-]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
}

export function JoinForm({ token: given = "", onClose, onDone }: JoinFormProps) {
  const [token, setToken] = useState(given);
  const first = useFocused<HTMLInputElement>();
  useTitle("Join Competition");
  const { busy, fault, run } = useAction();
  const submit = (event: Event) => {
    event.preventDefault();
    void run(async () => onDone((await api.joinByToken(cleanToken(token))).leagueId));
  };
  return (
    <form class="card narrow stack" onSubmit={submit}>
      <h1>Join Competition</h1>
      <label class="field">
        <span>Invite token</span>
        <input
          class="token"
          data-testid="invite-token-input"
          placeholder="Enter invite token"
          autoComplete="off"
          autoCapitalize="characters"
          spellcheck={false}
          required
          ref={first}
          value={token}
          onInput={(event) => setToken(event.currentTarget.value)}
        />
      </label>
      <Fault text={fault} />
      <div class="row end">
        {onClose && (
          <button type="button" class="quiet" onClick={onClose}>
            Back
          </button>
        )}
        <button
          type="submit"
          class="primary"
          data-testid="join-league-submit"
          disabled={busy || token.trim() === ""}
        >
          Join the Competition
        </button>
      </div>
    </form>
  );
}
