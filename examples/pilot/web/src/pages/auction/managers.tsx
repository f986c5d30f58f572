// Everybody's purse and squad, always in sight.
import { money } from "../../money/money";
import { Presence, RoleTag } from "../../parts/bits";
import type { AuctionView } from "../../wire/auction";
import type { Participant } from "../../wire/blocks";

interface ManagersProps {
  view: AuctionView;
  online: ReadonlyMap<string, boolean>;
}

export function Managers({ view, online }: ManagersProps) {
  const { participants, lot, me, rules } = view;
  const sorted = [...participants].sort(
    (a, b) => Number(b.userId === me.userId) - Number(a.userId === me.userId),
  );
  return (
    <ul class="managers" data-testid="managers-list">
      {sorted.map((one) => (
        <Line
          key={one.userId}
          one={one}
          online={one.bot || (online.get(one.userId) ?? one.online)}
          mine={one.userId === me.userId}
          leads={lot?.leader?.userId === one.userId}
          budget={rules.budget}
          open={!!lot}
        />
      ))}
    </ul>
  );
}

interface LineProps {
  one: Participant;
  online: boolean;
  mine: boolean;
  leads: boolean;
  budget: number;
  open: boolean;
}

function Line({ one, online, mine, leads, budget, open }: LineProps) {
  const places = one.slotsUsed + one.slotsLeft;
  return (
    <li class={`manager ${leads ? "leads" : ""} ${mine ? "me" : ""}`} data-testid="manager-row">
      <div class="manager-top">
        <Presence online={online} />
        <span class="name">{mine ? `${one.displayName} (you)` : one.displayName}</span>
        <span class="purse">{money(one.purse)}</span>
      </div>
      <span class="purse-bar" aria-hidden="true">
        <span style={{ transform: `scaleX(${budget > 0 ? one.purse / budget : 0})` }} />
      </span>
      <p class="manager-facts">
        <span>
          {`${one.slotsUsed} of ${places} places`}
          {open && one.slotsLeft > 0 ? ` · max ${money(one.maxBid)}` : ""}
        </span>
        <RoleTag role={one.role} bot={one.bot} />
        {leads && <span class="tag gold">Leads</span>}
      </p>
      {one.squad.length > 0 && (
        <ul class="squad">
          {one.squad.map((place) => (
            <li key={place.lotId}>
              <span>{place.name}</span>
              <span>{money(place.price)}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
