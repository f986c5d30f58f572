// Whether the readable events of a record say what its sealed bytes say. The framing of all events
// is checked; those that decide a dispute (bids, clocks, sales) are compared field by field.
import type { LogEvent, LogRecord } from "./record";

type Kind = "u8" | "u16" | "u32" | "i64" | "bool" | "manager" | "how" | "instant";
type Layout = { name: string; fields: [string, Kind][] };

const HOW = ["hammer", "closed_by_commissioner", "passed", "nobody_can_bid", "assigned", "withdrawn"];
const NEVER = 2n ** 63n - 1n;
const NOBODY = 255;
const KNOWN_VERSION = 1;

const LOT: [string, Kind] = ["lotNumber", "u32"];
const LAYOUTS: Record<number, Layout> = {
  6: {
    name: "LotOpened",
    fields: [LOT, ["asset", "u16"], ["basePrice", "i64"], ["endsAt", "instant"], ["hardStop", "instant"]],
  },
  7: { name: "BidPlaced", fields: [LOT, ["manager", "manager"], ["amount", "i64"]] },
  8: { name: "ClockExtended", fields: [LOT, ["endsAt", "instant"]] },
  9: { name: "LotSold", fields: [LOT, ["winner", "manager"], ["price", "i64"], ["how", "how"]] },
  10: { name: "LotUnsold", fields: [LOT, ["how", "how"], ["willReoffer", "bool"]] },
  11: { name: "LotPassed", fields: [LOT, ["asset", "u16"], ["willReoffer", "bool"]] },
  12: {
    name: "LotAssigned",
    fields: [LOT, ["asset", "u16"], ["manager", "manager"], ["price", "i64"]],
  },
  13: { name: "LotWithdrawn", fields: [LOT] },
  14: { name: "OpeningScheduled", fields: [["opensAt", "instant"]] },
  21: { name: "LotExtended", fields: [LOT, ["endsAt", "instant"]] },
  22: {
    name: "BidRetracted",
    fields: [LOT, ["bidsLeft", "u32"], ["leader", "manager"], ["price", "i64"], ["endsAt", "instant"]],
  },
  23: { name: "PurseAdjusted", fields: [["manager", "manager"], ["delta", "i64"]] },
  26: { name: "SaleVoided", fields: [LOT, ["willReoffer", "bool"]] },
  29: { name: "LotSkipped", fields: [LOT, ["asset", "u16"]] },
};

export function misread(body: Uint8Array, record: LogRecord): string | null {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const events = record.events ?? [];
  let at = 0;
  let count = 0;
  while (at + 6 <= view.byteLength) {
    const type = view.getUint16(at, true);
    const length = view.getUint32(at + 2, true);
    if (at + 6 + length > view.byteLength) return "the content is cut off";
    const event = events[count];
    const layout = record.version === KNOWN_VERSION ? LAYOUTS[type] : undefined;
    if (event && layout && !agrees(view, at + 6, layout, event)) {
      return `the reading of ${layout.name} differs from the sealed bytes`;
    }
    at += 6 + length;
    count += 1;
  }
  if (at !== view.byteLength || count !== record.count || events.length !== count) {
    return "the content does not hold the events it names";
  }
  return null;
}

function agrees(view: DataView, start: number, layout: Layout, event: LogEvent): boolean {
  if (event.type !== layout.name) return false;
  let at = start;
  for (const [name, kind] of layout.fields) {
    const [value, size] = read(view, at, kind);
    if ((event[name] ?? null) !== value) return false;
    at += size;
  }
  return true;
}

function read(view: DataView, at: number, kind: Kind): [unknown, number] {
  if (kind === "u16") return [view.getUint16(at, true), 2];
  if (kind === "u32") return [view.getUint32(at, true), 4];
  if (kind === "i64") return [Number(view.getBigInt64(at, true)), 8];
  if (kind === "instant") {
    const instant = view.getBigInt64(at, true);
    return [instant === NEVER ? null : Number(instant), 8];
  }
  const byte = view.getUint8(at);
  if (kind === "bool") return [byte === 1, 1];
  if (kind === "how") return [HOW[byte], 1];
  if (kind === "manager") return [byte === NOBODY ? null : byte, 1];
  return [byte, 1];
}
