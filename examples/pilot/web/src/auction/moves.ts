// How each event moves the view on. The host has concluded; nothing is judged here.
import type { AuctionEvent, AuctionEvents, AuctionView, MyView } from "../wire/auction";
import type { Participant, Timer } from "../wire/blocks";
import { quickBids } from "../money/raises";

export function moved(view: AuctionView, event: AuctionEvent): AuctionView {
  switch (event.name) {
    case "lot_started":
      return started(view, event.payload);
    case "bid_update":
      return bidPlaced(view, event.payload);
    case "anti_snipe":
      return extended(view, event.payload);
    case "tick":
    case "clock_changed":
      return timed(view, event.payload.timer);
    case "sold":
      return hammered(view, event.payload);
    case "next_team_countdown":
      return { ...view, opensAt: event.payload.opensAt };
    case "auction_paused":
      return paused(view, event.payload);
    case "auction_resumed":
      return resumed(view, event.payload);
    case "sale_voided":
      return reseated(view, event.payload.participants, { progress: event.payload.progress });
    case "auction_complete":
      return completed(view, event.payload);
    case "waiting_room_updated":
      return { ...view, waiting: event.payload.waiting };
    default:
      return view;
  }
}

// A timer of another lot, or with a lower seq than the last one, is late and is dropped; equal seq
// is the same clock told again.
export function timed(view: AuctionView, timer: Timer): AuctionView {
  if (view.lot?.lotId !== timer.lotId) return view;
  if (view.timer?.lotId === timer.lotId && timer.seq < view.timer.seq) return view;
  return { ...view, timer };
}

function started(view: AuctionView, event: AuctionEvents["lot_started"]): AuctionView {
  const maxBids = new Map(event.maxBids.map((line) => [line.userId, line.maxBid]));
  const participants = view.participants.map((one) => ({
    ...one,
    maxBid: maxBids.get(one.userId) ?? one.maxBid,
  }));
  const { lot, timer, progress } = event;
  return mine({
    ...view,
    status: "running",
    phase: "lot_open",
    lot,
    timer,
    progress,
    participants,
    bids: [],
    opensAt: null,
    remainingMs: null,
    pausedBy: null,
  });
}

function bidPlaced(view: AuctionView, event: AuctionEvents["bid_update"]): AuctionView {
  if (view.lot?.lotId !== event.lotId) return view;
  const { amount, bidder, bidCount, nextBid, seq } = event;
  const lot = { ...view.lot, currentBid: amount, leader: bidder, bidCount, nextBid };
  const bid = { ...bidder, amount, seq, at: event.serverTime };
  return mine({ ...view, lot, bids: [bid, ...view.bids].slice(0, 50) });
}

function extended(view: AuctionView, event: AuctionEvents["anti_snipe"]): AuctionView {
  if (view.lot?.lotId !== event.lotId) return view;
  return timed({ ...view, lot: { ...view.lot, extensions: event.extensions } }, event.timer);
}

function hammered(view: AuctionView, event: AuctionEvents["sold"]): AuctionView {
  const { participants, ...lastSale } = event;
  return reseated(view, participants, {
    phase: "gap",
    lot: null,
    timer: null,
    bids: [],
    lastSale,
    progress: event.progress,
    opensAt: event.opensAt,
    head: event.head,
  });
}

function paused(view: AuctionView, event: AuctionEvents["auction_paused"]): AuctionView {
  const { by, remainingMs } = event;
  return mine({ ...view, status: "paused", phase: "paused", pausedBy: by, remainingMs, timer: null });
}

function resumed(view: AuctionView, event: AuctionEvents["auction_resumed"]): AuctionView {
  const { timer, opensAt } = event;
  const phase = view.lot ? "lot_open" : "gap";
  const open = { status: "running", phase, timer, opensAt, remainingMs: null, pausedBy: null } as const;
  return mine({ ...view, ...open });
}

function completed(view: AuctionView, event: AuctionEvents["auction_complete"]): AuctionView {
  return reseated(view, event.participants, {
    status: "completed",
    phase: "done",
    lot: null,
    timer: null,
    opensAt: null,
    reason: event.reason,
    head: event.head,
  });
}

// Only participants whose line changed are sent.
function reseated(view: AuctionView, changed: Participant[], also: Partial<AuctionView>) {
  const lines = new Map(changed.map((one) => [one.userId, one]));
  const participants = view.participants.map((one) => lines.get(one.userId) ?? one);
  const known = new Set(participants.map((one) => one.userId));
  const added = changed.filter((one) => !known.has(one.userId));
  return mine({ ...view, ...also, participants: [...participants, ...added] });
}

// My own line again, from what everybody can see.
function mine(view: AuctionView): AuctionView {
  const seat = view.participants.find((one) => one.userId === view.me.userId);
  if (!seat) return view;
  const { lot } = view;
  const isLeader = lot?.leader?.userId === seat.userId;
  const why = hindrance(view, seat, isLeader);
  const me: MyView = {
    ...view.me,
    isLeader,
    maxBid: seat.maxBid,
    nextBid: lot?.nextBid ?? null,
    quickBids: lot ? quickBids(lot, view.rules, seat.maxBid) : [],
    canBid: why === null,
    why,
  };
  return { ...view, me };
}

function hindrance(view: AuctionView, seat: Participant, isLeader: boolean): string | null {
  if (view.phase === "paused") return "paused";
  if (view.phase !== "lot_open" || !view.lot) return "auction_not_running";
  if (isLeader) return "already_leading";
  if (seat.slotsLeft === 0) return "squad_full";
  return seat.maxBid < view.lot.nextBid ? "over_limit" : null;
}
