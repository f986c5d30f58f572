// Sounds and notices for what happens, and the words that a screen reader says.
import { useEffect, useRef, useState } from "preact/hooks";
import type { AuctionState } from "../../auction/state";
import type { Call } from "../../clock/clock";
import { money } from "../../money/money";
import { play } from "../../parts/signals";
import type { WatchList } from "./use_watch_list";

export function useSignals(state: AuctionState, call: Call, watch: WatchList): string {
  const [spoken, setSpoken] = useState("");
  const { view, flash } = state;
  const lotId = view?.lot?.lotId ?? null;
  const price = view?.lot?.currentBid ?? null;
  const first = useRef(true);

  useEffect(() => {
    if (!view?.lot) return;
    const watched = view.lot.asset.id in watch.entries;
    if (!first.current) play(watched ? "watched" : "lot");
    first.current = false;
    setSpoken(`Lot ${view.lot.lotNumber}: ${view.lot.asset.name}${watched ? ", on your list" : ""}`);
  }, [lotId]);

  useEffect(() => {
    const leader = view?.lot?.leader;
    if (price === null || !leader) return;
    setSpoken(view.me.isLeader ? `You lead at ${money(price)}` : `${leader.displayName} bids ${money(price)}`);
  }, [price, lotId]);

  useEffect(() => {
    if (!flash) return;
    if (flash.kind === "outbid") play("outbid");
    if (flash.kind === "sold") play("sold");
    const said = words(flash);
    if (said) setSpoken(said);
  }, [flash]);

  useEffect(() => {
    if (!call) return;
    play(call === "Going once" ? "once" : "twice");
    setSpoken(call);
  }, [call]);
  return spoken;
}

function words(flash: NonNullable<AuctionState["flash"]>): string | null {
  switch (flash.kind) {
    case "outbid":
      return `Outbid by ${flash.event.by.displayName} at ${money(flash.event.amount)}`;
    case "sold":
      return flash.event.winner && flash.event.winningBid !== null
        ? `${flash.event.asset.name} goes to ${flash.event.winner.displayName} for ${money(flash.event.winningBid)}`
        : `${flash.event.asset.name} is unsold`;
    case "voided":
      return `${flash.event.by.displayName} has voided a sale`;
    case "paused":
      return "The auction is paused";
    case "extended":
      return null;
  }
}
