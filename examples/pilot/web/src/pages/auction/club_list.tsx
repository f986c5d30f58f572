// What is left and what is gone, to search; a star puts one on the watch list, with a target that
// stays with me.
import { useState } from "preact/hooks";
import { millions, readMoney } from "../../money/money";
import { Crest, Empty } from "../../parts/bits";
import { about, fate } from "../../parts/words";
import type { Club } from "../../wire/auction";
import type { WatchList } from "./use_watch_list";

type Filter = "upcoming" | "watched" | "all";

interface ClubListProps {
  clubs: Club[];
  watch: WatchList;
  hidden: boolean;
}

export function ClubList({ clubs, watch, hidden }: ClubListProps) {
  const [filter, setFilter] = useState<Filter>("upcoming");
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  const shown = clubs
    .filter((one) => fits(one, filter, watch))
    .filter((one) => `${one.asset.name} ${about(one.asset)}`.toLowerCase().includes(wanted));
  return (
    <div class="stack">
      <fieldset class="segments">
        <legend class="visually-hidden">Which</legend>
        {(["upcoming", "watched", "all"] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="which" checked={filter === one} onChange={() => setFilter(one)} />
            <span>{one === "upcoming" ? "To come" : one === "watched" ? "Watch list" : "All"}</span>
          </label>
        ))}
      </fieldset>
      <input
        type="search"
        aria-label="Search"
        placeholder="Search"
        value={search}
        onInput={(event) => setSearch(event.currentTarget.value)}
      />
      {hidden && filter === "upcoming" && <p class="small muted">The order is drawn and secret.</p>}
      {shown.length === 0 && (
        <Empty title={filter === "watched" ? "A star puts a lot on your list" : "Nothing here"} />
      )}
      <ul class="clubs">
        {shown.map((one) => (
          <ClubRow key={one.asset.id} club={one} watch={watch} />
        ))}
      </ul>
    </div>
  );
}

function fits(club: Club, filter: Filter, watch: WatchList): boolean {
  if (filter === "watched") return club.asset.id in watch.entries;
  return filter === "all" || club.status === "upcoming" || club.status === "current";
}

function ClubRow({ club, watch }: { club: Club; watch: WatchList }) {
  const { asset, status } = club;
  const watched = asset.id in watch.entries;
  return (
    <li class={`club ${status}`}>
      <Crest asset={asset} />
      <span class="name">
        {asset.name}
        <small>{about(asset)}</small>
      </span>
      <span class="fate">{fate(club)}</span>
      <button
        type="button"
        class="icon star"
        aria-pressed={watched}
        aria-label={watched ? `Do not watch ${asset.name}` : `Watch ${asset.name}`}
        onClick={() => watch.toggle(asset.id)}
      >
        {watched ? "★" : "☆"}
      </button>
      {watched && <Target club={club} watch={watch} />}
    </li>
  );
}

function Target({ club, watch }: { club: Club; watch: WatchList }) {
  const kept = watch.entries[club.asset.id] ?? null;
  const [text, setText] = useState(kept === null ? "" : millions(kept));
  const read = text.trim() === "" ? null : readMoney(text);
  return (
    <label class="target">
      <span>Target, only you see it</span>
      <input
        inputMode="decimal"
        placeholder="£m"
        value={text}
        aria-invalid={read !== null && "hint" in read}
        onInput={(event) => {
          setText(event.currentTarget.value);
          const amount = readMoney(event.currentTarget.value);
          watch.target(club.asset.id, "pounds" in amount ? amount.pounds : null);
        }}
      />
    </label>
  );
}
