// The lots that have gone, each with what became of it and, for who may, something to do about it.
import type { ComponentChildren } from "preact";
import type { Club } from "../wire/auction";
import { Crest, Empty } from "./bits";
import { fate } from "./words";

// In the order of the hammer.
export function goneOf(clubs: Club[]): Club[] {
  return clubs
    .filter((one) => one.status === "sold" || one.status === "unsold")
    .sort((a, b) => (a.lotNumber ?? 0) - (b.lotNumber ?? 0));
}

interface GoneLotsProps {
  lots: Club[];
  act?: (club: Club) => ComponentChildren;
}

export function GoneLots({ lots, act }: GoneLotsProps) {
  if (lots.length === 0) return <Empty title="No lot has gone yet" />;
  return (
    <ol class="clubs" data-testid="lot-history">
      {lots.map((one) => (
        <li key={one.lotId ?? one.asset.id} class={`club ${one.status}`}>
          <Crest asset={one.asset} />
          <span class="name">
            {one.asset.name}
            <small>{one.lotNumber === null ? "" : `Lot ${one.lotNumber}`}</small>
          </span>
          <span class="fate">{fate(one)}</span>
          {act?.(one)}
        </li>
      ))}
    </ol>
  );
}
