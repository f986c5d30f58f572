// My squad and money, and everybody else's.
import { money } from "../../money/money";
import { Empty, RoleTag } from "../../parts/bits";
import { plural } from "../../parts/words";
import type { OwnedAsset } from "../../wire/blocks";
import type { Summary } from "../../wire/league";

export function SummaryTab({ one }: { one: Summary }) {
  return (
    <div class="two-columns">
      <section class="card stack" data-testid="summary-roster" aria-labelledby="roster-title">
        <h2 id="roster-title">Your squad</h2>
        {one.yourRoster.length === 0 ? (
          <Empty title="Nobody yet" />
        ) : (
          <Squad squad={one.yourRoster} />
        )}
        <div data-testid="summary-budget" class="budget">
          <p class="big-number">{money(one.yourBudgetRemaining)}</p>
          <p class="muted">{`left of ${money(one.totalBudget)}, ${one.yourRoster.length} of ${plural(one.clubSlots, "place")} filled`}</p>
        </div>
      </section>
      <section class="card stack" data-testid="summary-managers" aria-labelledby="managers-title">
        <h2 id="managers-title">Managers</h2>
        <ul class="summary-managers">
          {one.managers.map((manager) => (
            <li key={manager.userId}>
              <div class="row between one-line">
                <span class="name">
                  {manager.displayName} <RoleTag role={manager.role} />
                </span>
                <span>{money(manager.purse)}</span>
              </div>
              <Squad squad={manager.squad} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Squad({ squad }: { squad: OwnedAsset[] }) {
  return (
    <ul class="squad">
      {squad.map((one) => (
        <li key={one.id}>
          <span>{one.name}</span>
          <span>{money(one.price)}</span>
        </li>
      ))}
    </ul>
  );
}
