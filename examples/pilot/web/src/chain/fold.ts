// The log of an auction as a picture at any seq: a fold of its readable events, for the replay.
import type { LogEvent, LogRecord } from "./record";

export interface Seat {
  id: string;
  label: string;
  purse: number;
  start: number; // the purse before anything was bought
  squad: { name: string; price: number; lot: number }[];
}

export interface Stand {
  lot: number;
  asset: string;
  price: number | null;
  leader: number | null;
  bids: number;
}

export interface Picture {
  seq: number;
  at: string | null;
  said: string; // the last event, in words
  stand: Stand | null;
  seats: Seat[];
  assets: string[];
  over: boolean;
}

export interface Moment {
  seq: number;
  at: string;
  event: LogEvent | null; // null: withheld
}

export function moments(records: LogRecord[]): Moment[] {
  return records.flatMap((record) =>
    Array.from({ length: record.count }, (_, i) => ({
      seq: record.seq + i,
      at: record.at,
      event: record.events?.[i] ?? null,
    })),
  );
}

// Every picture in order; what does not change is shared between them.
export function pictures(all: Moment[]): Picture[] {
  let now: Picture = { seq: 0, at: null, said: "", stand: null, seats: [], assets: [], over: false };
  return all.map((moment) => (now = step(now, moment)));
}

interface Setup {
  assets: { name: string }[];
  managers?: { id: string; label: string; purse: number }[];
  participants?: { id: string; label: string; purse: number }[];
}

function step(old: Picture, { seq, at, event }: Moment): Picture {
  const now = { ...old, seq, at };
  if (!event) return { ...now, said: "Something that is secret until the end" };
  const who = (slot: unknown) => now.seats[slot as number]?.label ?? "nobody";
  const what = (slot: unknown) => now.assets[slot as number] ?? "?";
  const amount = (name: string) => event[name] as number;
  switch (event.type) {
    case "AuctionCreated": {
      const setup = event["setup"] as Setup;
      const seats = (setup.managers ?? setup.participants ?? []).map((one) => ({
        ...one,
        start: one.purse,
        squad: [],
      }));
      return { ...now, seats, assets: setup.assets.map((one) => one.name), said: "The auction is set up" };
    }
    case "LotOpened": {
      const stand = { lot: amount("lotNumber"), asset: what(event["asset"]), price: null, leader: null, bids: 0 };
      return { ...now, stand, said: `Lot ${stand.lot}: ${stand.asset}` };
    }
    case "BidPlaced": {
      const leader = event["manager"] as number;
      const stand = now.stand && { ...now.stand, price: amount("amount"), leader, bids: now.stand.bids + 1 };
      return { ...now, stand, said: `${who(leader)} bids` };
    }
    case "BidRetracted": {
      const price = amount("bidsLeft") ? amount("price") : null;
      const stand = now.stand && { ...now.stand, price, leader: event["leader"] as number | null };
      return { ...now, stand, said: "A bid is taken back" };
    }
    case "LotSold":
      return sold(now, event, now.stand?.asset ?? "?", event["winner"] as number);
    case "LotAssigned":
      return sold(now, event, what(event["asset"]), event["manager"] as number);
    case "LotUnsold":
    case "LotPassed":
      return { ...now, stand: null, said: `${now.stand?.asset ?? what(event["asset"])} is unsold` };
    case "AuctionCompleted":
      return { ...now, stand: null, over: true, said: "The auction is complete" };
    case "AuctionCancelled":
      return { ...now, stand: null, over: true, said: "The auction is called off" };
    default:
      return undone(now, event) ?? { ...now, said: spoken(event.type) };
  }
}

function sold(now: Picture, event: LogEvent, asset: string, winner: number): Picture {
  const price = event["price"] as number;
  const lot = event["lotNumber"] as number;
  const seats = now.seats.map((seat, i) =>
    i === winner
      ? { ...seat, purse: seat.purse - price, squad: [...seat.squad, { name: asset, price, lot }] }
      : seat,
  );
  return { ...now, seats, stand: null, said: `${asset} is sold to ${seats[winner]?.label ?? "nobody"}` };
}

// A sale that is voided gives its place and its price back; a reset begins with every purse anew.
function undone(now: Picture, event: LogEvent): Picture | null {
  if (event.type === "PurseAdjusted") {
    const seats = now.seats.map((seat, i) =>
      i === event["manager"] ? { ...seat, purse: seat.purse + (event["delta"] as number) } : seat,
    );
    return { ...now, seats, said: "A purse is adjusted" };
  }
  if (event.type === "AuctionReset") {
    const seats = now.seats.map((seat) => ({ ...seat, purse: seat.start, squad: [] }));
    return { ...now, seats, stand: null, over: false, said: "Begun again" };
  }
  if (event.type !== "SaleVoided") return null;
  const seats = now.seats.map((seat) => {
    const back = seat.squad.filter((one) => one.lot === event["lotNumber"]);
    const purse = back.reduce((sum, one) => sum + one.price, seat.purse);
    return { ...seat, purse, squad: seat.squad.filter((one) => !back.includes(one)) };
  });
  return { ...now, seats, said: "A sale is voided" };
}

// "ClockExtended" -> "Clock extended".
function spoken(type: string): string {
  const words = type.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
