// The members, live: who is here, who holds which office; what the commissioner can do about it.
import { useState } from "preact/hooks";
import { api } from "../../net/api";
import { Confirm } from "../../parts/dialog";
import { Fault, Presence, RoleTag } from "../../parts/bits";
import { watchWho, whoNow } from "../../me/sign_in";
import { useAction, useWatched } from "../../parts/store";
import { plural } from "../../parts/words";
import type { Member } from "../../wire/blocks";
import type { League } from "../../wire/league";

interface MembersProps {
  league: League;
  members: Member[];
  onChanged: () => Promise<void>;
  onLeft: () => void;
}

export function Members({ league, members, onChanged, onLeft }: MembersProps) {
  const [removing, setRemoving] = useState<Member | null>(null);
  const { busy, fault, run } = useAction();
  const mine = league.myRole === "commissioner";
  const who = useWatched(whoNow, watchWho);
  const me = who.state === "user" ? who.user.id : null;
  const act = async (work: () => Promise<unknown>) => {
    const done = await run(work);
    if (done) await onChanged();
    return done;
  };
  return (
    <section class="card stack" aria-labelledby="members-title">
      <div class="row between">
        <h2 id="members-title">Members</h2>
        <span class="muted" aria-live="polite">
          {plural(members.length, "member")}, at most {league.maxManagers}
        </span>
      </div>
      <ul class="people" data-testid="members-list">
        {members.map((one) => (
          <li key={one.userId} data-testid="member-row">
            <Presence online={one.online} />
            <span class="name">{one.displayName}</span>
            <RoleTag role={one.role} bot={one.bot} />
            {!mine && one.userId === me && (
              <button type="button" class="quiet small" onClick={() => setRemoving(one)}>
                Leave
              </button>
            )}
            {mine && one.role !== "commissioner" && (
              <details class="menu right">
                <summary aria-label={`What to do with ${one.displayName}`}>
                  <span aria-hidden="true">⋯</span>
                </summary>
                <div class="menu-body">
                  {!one.bot && (
                    <button
                      type="button"
                      class="quiet"
                      disabled={busy}
                      onClick={() =>
                        void act(() => api.deputy(league.id, one.userId, one.role !== "deputy"))
                      }
                    >
                      {one.role === "deputy" ? "Deputy no more" : "Make deputy"}
                    </button>
                  )}
                  <button type="button" class="quiet bad" onClick={() => setRemoving(one)}>
                    Remove
                  </button>
                </div>
              </details>
            )}
          </li>
        ))}
      </ul>
      <Fault text={fault} />
      {removing && (
        <Confirm
          title={removing.userId === me ? "Leave this league?" : `Remove ${removing.displayName}?`}
          text="The invite token is the way back."
          verb={removing.userId === me ? "Leave" : "Remove"}
          onClose={() => setRemoving(null)}
          onConfirm={() => {
            void act(() => api.removeMember(league.id, removing.userId)).then(
              (done) => done && removing.userId === me && onLeft(),
            );
            setRemoving(null);
          }}
        />
      )}
    </section>
  );
}
