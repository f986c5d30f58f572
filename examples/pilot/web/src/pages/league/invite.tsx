// The invitation: a token to read out, a link to send. The commissioner can make it void.
import { useState } from "preact/hooks";
import { api } from "../../net/api";
import { Confirm } from "../../parts/dialog";
import { Fault } from "../../parts/bits";
import { notify } from "../../parts/notices";
import { useAction } from "../../parts/store";
import type { League } from "../../wire/league";

interface InviteProps {
  league: League;
  token: string;
  onChanged: () => void;
}

export async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify(`${what} copied`, "good");
  } catch {
    notify("This browser does not let the page copy; mark the text by hand.", "bad");
  }
}

export function Invite({ league, token, onChanged }: InviteProps) {
  const [asking, setAsking] = useState(false);
  const { busy, fault, run } = useAction();
  const link = `${window.location.origin}/join/${token}`;
  const rotate = async () => {
    setAsking(false);
    if (await run(() => api.rotateInvite(league.id))) onChanged();
  };
  return (
    <section class="card stack invite" aria-labelledby="invite-title">
      <h2 id="invite-title">Invite</h2>
      <p class="token" data-testid="invite-token">
        {token}
      </p>
      <div class="row">
        <button type="button" class="primary" onClick={() => void copy(link, "Link")}>
          Copy the link
        </button>
        <button type="button" class="outline" onClick={() => void copy(token, "Token")}>
          Copy the token
        </button>
        {"share" in navigator && (
          <button
            type="button"
            class="outline"
            onClick={() => void navigator.share({ title: league.name, url: link }).catch(() => null)}
          >
            Share
          </button>
        )}
        {league.myRole === "commissioner" && (
          <button type="button" class="quiet" disabled={busy} onClick={() => setAsking(true)}>
            New token
          </button>
        )}
      </div>
      <Fault text={fault} />
      {asking && (
        <Confirm
          title="Make a new token?"
          text="The old token and links with it stop working. Members stay."
          verb="Make a new one"
          onConfirm={() => void rotate()}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
