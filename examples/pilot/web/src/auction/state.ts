// What this client knows of one auction: the host's last whole view, moved on by events.
//
// `seq` is the last event that was taken in. Every event names the one shown before it: where that is
// beyond ours something is missing, `gap` is set, and nothing more is taken until the host has sent
// what was missing (join_auction with our seq). A whole view replaces everything.
import { NO_SKEW, sampled, type Skew } from "../clock/clock";
import type { AuctionEvent, AuctionEvents, AuctionView } from "../wire/auction";
import type { Timer } from "../wire/blocks";
import { moved } from "./moves";

export type Flash =
  | { kind: "outbid"; event: AuctionEvents["outbid"] }
  | { kind: "sold"; event: AuctionEvents["sold"] }
  | { kind: "voided"; event: AuctionEvents["sale_voided"] }
  | { kind: "paused"; event: AuctionEvents["auction_paused"] }
  | { kind: "extended"; event: AuctionEvents["anti_snipe"] };

export interface AuctionState {
  view: AuctionView | null;
  seq: number;
  gap: boolean;
  skew: Skew;
  heardAt: number; // when the last message came, on our clock
  flash: Flash | null; // the last thing worth calling out; a new object each time
  deleted: boolean;
}

export const NOTHING: AuctionState = {
  view: null,
  seq: 0,
  gap: false,
  skew: NO_SKEW,
  heardAt: 0,
  flash: null,
  deleted: false,
};

export type AuctionAction =
  | { type: "view"; view: AuctionView; at: number }
  | { type: "event"; event: AuctionEvent; at: number }
  | { type: "forget" };

export function reduce(state: AuctionState, action: AuctionAction): AuctionState {
  if (action.type === "forget") return NOTHING;
  if (action.type === "view") return replaced(state, action.view, action.at);
  return heard({ ...state, heardAt: action.at }, action.event, action.at);
}

function replaced(state: AuctionState, view: AuctionView, at: number): AuctionState {
  const skew = sampled(state.skew, view.serverNow, at);
  return { ...state, view, seq: view.seq, gap: false, skew, heardAt: at, deleted: false };
}

function heard(state: AuctionState, event: AuctionEvent, at: number): AuctionState {
  if (!state.view || event.payload.auctionId !== state.view.auctionId) return state;
  if ("prevSeq" in event.payload) {
    if (event.payload.seq <= state.seq) return state;
    if (event.payload.prevSeq > state.seq) return { ...state, gap: true };
  }
  return flashed(clocked(taken(state, event), event, at), event);
}

function taken(state: AuctionState, event: AuctionEvent): AuctionState {
  if (!state.view) return state;
  if (event.name === "auction_deleted") return { ...state, deleted: true };
  if (event.name === "resync") return { ...state, view: null, seq: 0, gap: true };
  const view = moved(state.view, event);
  const seq = "prevSeq" in event.payload ? event.payload.seq : state.seq;
  if (seq === state.seq) return { ...state, view };
  return { ...state, seq, gap: false, view: { ...view, seq } };
}

// The server's time comes with every timer, whether or not the timer itself is taken.
function clocked(state: AuctionState, event: AuctionEvent, at: number): AuctionState {
  const timer: Timer | null = "timer" in event.payload ? event.payload.timer : null;
  const serverNow =
    timer?.serverNow ?? ("serverNow" in event.payload ? event.payload.serverNow : null);
  return serverNow === null ? state : { ...state, skew: sampled(state.skew, serverNow, at) };
}

function flashed(state: AuctionState, event: AuctionEvent): AuctionState {
  switch (event.name) {
    case "outbid":
      return { ...state, flash: { kind: "outbid", event: event.payload } };
    case "sold":
      return { ...state, flash: { kind: "sold", event: event.payload } };
    case "sale_voided":
      return { ...state, flash: { kind: "voided", event: event.payload } };
    case "auction_paused":
      return { ...state, flash: { kind: "paused", event: event.payload } };
    case "anti_snipe":
      return { ...state, flash: { kind: "extended", event: event.payload } };
    default:
      return state;
  }
}
