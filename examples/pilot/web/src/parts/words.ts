// The words for what the host says in codes.
import { money } from "../money/money";
import type { Club, Receipt } from "../wire/auction";
import type { Asset } from "../wire/blocks";

export function initials(name: string): string {
  const words = name.replace(/[^\p{L}\p{N} ]/gu, " ").split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => word[0]) : [name.slice(0, 2)];
  return letters.join("").toUpperCase();
}

export function about(asset: Asset): string {
  return [asset.meta?.franchise, asset.meta?.role, asset.country].filter(Boolean).join(" · ");
}

// What became of a lot.
export function fate({ status, winner, winningBid }: Club): string {
  if (winner && winningBid !== null) return `${money(winningBid)} · ${winner.displayName}`;
  return status === "current" ? "On stage" : status === "unsold" ? "Unsold" : "";
}

export function refusedBecause({ reason, limit, amount }: Receipt): string {
  const at = limit === null ? "" : money(limit);
  switch (reason) {
    case "too_low":
      return `${money(amount)} is too low now: the least is ${at}`;
    case "off_grid":
      return `${money(amount)} is between two steps: ${at} would do`;
    case "over_limit":
      return `${money(amount)} is more than you can pay: at most ${at}`;
    case "squad_unfillable":
      return `With ${money(amount)} you could not fill your squad: at most ${at}`;
    case "stale":
      return "Somebody has bid since you looked";
    case "already_leading":
      return "You lead already";
    case "lot_closed":
      return "That lot is closed: your bid came after the hammer";
    case "paused":
      return "The auction is paused";
    case "squad_full":
      return "Your squad is full";
    case "quota":
      return "Your squad has no place left for this kind";
    case "not_a_participant":
      return "You do not take part in this auction";
    case "auction_not_running":
      return "The auction is not running";
    default:
      return `The bid was refused (${reason})`;
  }
}

export function cannotBidBecause(why: string | null): string {
  switch (why) {
    case "squad_full":
      return "Your squad is full";
    case "over_limit":
      return "The price is above your limit";
    case "quota":
      return "No place left for this kind";
    case "not_a_participant":
      return "You are watching";
    case "paused":
      return "Paused";
    default:
      return "Wait for the next lot";
  }
}

export function endedBecause(reason: string | null): string {
  switch (reason) {
    case "all_lots_done":
      return "Every lot has come up";
    case "all_squads_full":
      return "All squads are full";
    case "nobody_can_bid":
      return "Nobody can bid any more";
    case "ended_by_commissioner":
      return "The commissioner ended it";
    default:
      return "The auction is over";
  }
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function ordinal(place: number): string {
  const teen = place % 100 >= 11 && place % 100 <= 13;
  return `${place}${(teen ? "" : { 1: "st", 2: "nd", 3: "rd" }[place % 10]) || "th"}`;
}

export function day(iso: string): string {
  return new Date(iso).toLocaleDateString("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
  });
}

export function timeOfDay(iso: string): string {
  return new Date(iso).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}
