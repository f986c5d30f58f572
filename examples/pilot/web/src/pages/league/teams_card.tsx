// What is auctioned: how many of the sport's clubs or players, and the picker for the commissioner.
import { useEffect, useMemo, useState } from "preact/hooks";
import { api, everyPage } from "../../net/api";
import { Dialog } from "../../parts/dialog";
import { Crest, Fault, Loading } from "../../parts/bits";
import { useAction, useLoaded } from "../../parts/store";
import { about } from "../../parts/words";
import type { Asset } from "../../wire/blocks";
import type { League } from "../../wire/league";

export const assetWord = (league: Pick<League, "sportKey">) =>
  league.sportKey === "cricket" ? "players" : "teams";

export function TeamsCard({ league, onChanged }: { league: League; onChanged: () => void }) {
  const [open, setOpen] = useState(false);
  const mayChange = league.myRole === "commissioner" && league.status === "pre_auction";
  return (
    <section class="card stack" aria-labelledby="teams-title">
      <div class="row between">
        <h2 id="teams-title">{league.sportKey === "cricket" ? "Players" : "Teams"} to auction</h2>
        <button type="button" class="outline small" onClick={() => setOpen(true)}>
          {mayChange ? "Choose" : "Look"}
        </button>
      </div>
      <p>
        <strong>{league.assetsSelected}</strong> of {league.assetsTotal} {assetWord(league)} will come
        under the hammer.
      </p>
      {open && (
        <TeamPicker
          league={league}
          mayChange={mayChange}
          onClose={() => setOpen(false)}
          onChanged={onChanged}
        />
      )}
    </section>
  );
}

interface PickerProps {
  league: League;
  mayChange: boolean;
  onClose: () => void;
  onChanged: () => void;
}

async function everything(id: string): Promise<{ all: Asset[]; chosen: string[] }> {
  const [all, pages] = await Promise.all([
    api.availableAssets(id),
    everyPage((page) => api.chosenAssets(id, page)),
  ]);
  return { all, chosen: pages.flatMap((page) => page.assets.map((one) => one.id)) };
}

function TeamPicker({ league, mayChange, onClose, onChanged }: PickerProps) {
  const loaded = useLoaded(() => everything(league.id), league.id);
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const { busy, fault, run } = useAction();
  useEffect(() => setChosen(new Set(loaded.value?.chosen)), [loaded.value]);
  const shown = useMemo(() => matching(loaded.value?.all ?? [], search), [loaded.value, search]);
  const mark = (assets: Asset[], on: boolean) => {
    const next = new Set(chosen);
    for (const one of assets) on ? next.add(one.id) : next.delete(one.id);
    setChosen(next);
  };
  const save = async () => {
    const order = (loaded.value?.all ?? []).filter((one) => chosen.has(one.id)).map((one) => one.id);
    if (await run(() => api.chooseAssets(league.id, order))) {
      onChanged();
      onClose();
    }
  };
  return (
    <Dialog title={mayChange ? `Choose the ${assetWord(league)}` : "Under the hammer"} onClose={onClose} wide>
      <div class="stack">
        <label class="field">
          <span>Search</span>
          <input type="search" value={search} onInput={(event) => setSearch(event.currentTarget.value)} />
        </label>
        {!loaded.value && <Loading what={assetWord(league)} />}
        {mayChange && (
          <div class="row">
            <button type="button" class="outline small" onClick={() => mark(shown, true)}>
              Choose {search ? "these" : "all"}
            </button>
            <button type="button" class="outline small" onClick={() => mark(shown, false)}>
              Choose none{search ? " of these" : ""}
            </button>
            <span class="muted">{chosen.size} chosen</span>
          </div>
        )}
        <ul class="picker">
          {shown.map((one) => (
            <li key={one.id}>
              <label>
                <input
                  type="checkbox"
                  disabled={!mayChange}
                  checked={chosen.has(one.id)}
                  onChange={(event) => mark([one], event.currentTarget.checked)}
                />
                <Crest asset={one} />
                <span>
                  {one.name}
                  <small>{about(one)}</small>
                </span>
              </label>
            </li>
          ))}
        </ul>
        <Fault text={fault ?? loaded.error} />
        {mayChange && (
          <div class="row end sticky-foot">
            <button type="button" class="primary" disabled={busy || chosen.size === 0} onClick={() => void save()}>
              Use these {chosen.size}
            </button>
          </div>
        )}
      </div>
    </Dialog>
  );
}

function matching(all: Asset[], search: string): Asset[] {
  const wanted = search.trim().toLowerCase();
  if (!wanted) return all;
  return all.filter((one) => `${one.name} ${about(one)}`.toLowerCase().includes(wanted));
}
