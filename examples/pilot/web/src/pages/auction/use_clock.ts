// What is left on the clock, by the server's time, a few times a second.
import { useEffect, useState } from "preact/hooks";
import type { AuctionState } from "../../auction/state";
import { remainingMs } from "../../clock/clock";

const EVERY_MS = 100;

// Milliseconds until `endsAt`, or null while there is no such moment.
export function useRemaining(endsAt: number | null, state: AuctionState): number | null {
  const [, redraw] = useState(0);
  useEffect(() => {
    if (endsAt === null) return;
    const timer = setInterval(() => redraw((count) => count + 1), EVERY_MS);
    return () => clearInterval(timer);
  }, [endsAt]);
  return endsAt === null ? null : remainingMs(endsAt, Date.now(), state.skew);
}
