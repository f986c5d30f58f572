// What is left on the clock, by the server's time, a few times a second.
import { useEffect, useRef, useState } from "preact/hooks";
import type { AuctionState } from "../../auction/state";
import { type Call, call, remainingMs } from "../../clock/clock";

const EVERY_MS = 100;

// What is called now; whoever uses it is drawn again only when the call changes.
export function useCall(state: AuctionState): Call {
  const [called, setCalled] = useState<Call>("");
  const newest = useRef(state);
  newest.current = state;
  useEffect(() => {
    const timer = setInterval(() => {
      const { view, skew } = newest.current;
      const endsAt = view?.timer?.endsAt;
      setCalled(endsAt === undefined ? "" : call(remainingMs(endsAt, Date.now(), skew)));
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return called;
}

// For the leaves that show a countdown: milliseconds until `endsAt`, or null while there is no such moment.
export function useRemaining(endsAt: number | null, state: AuctionState): number | null {
  const [, redraw] = useState(0);
  useEffect(() => {
    if (endsAt === null) return;
    const timer = setInterval(() => redraw((count) => count + 1), EVERY_MS);
    return () => clearInterval(timer);
  }, [endsAt]);
  return endsAt === null ? null : remainingMs(endsAt, Date.now(), state.skew);
}
