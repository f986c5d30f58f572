// The server's clock, seen from here, and how a countdown is written.
//
// Each message that carries the server's time gives a sample of the skew: their now minus ours at
// receipt. A sample errs only by the time the message was under way, which makes it too low; so of
// the last five the one with the smallest delay, which is the highest, is believed.

const KEPT = 5;

export interface Skew {
  samples: readonly number[];
}

export const NO_SKEW: Skew = { samples: [] };

export function sampled(skew: Skew, serverNow: number, clientNow: number): Skew {
  return { samples: [...skew.samples, serverNow - clientNow].slice(-KEPT) };
}

export function skewMs(skew: Skew): number {
  return skew.samples.length === 0 ? 0 : Math.max(...skew.samples);
}

export function remainingMs(endsAt: number, clientNow: number, skew: Skew): number {
  return Math.max(0, endsAt - (clientNow + skewMs(skew)));
}

// "01:30", above 99:59 "01:40:00". Rounded up: 00:00 is shown when time is over, not before.
export function countdown(ms: number): string {
  const total = Math.ceil(Math.max(0, ms) / 1000);
  const two = (value: number) => String(value).padStart(2, "0");
  const minutes = Math.floor(total / 60);
  if (minutes < 100) return `${two(minutes)}:${two(total % 60)}`;
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(total % 60)}`;
}

// What the auctioneer calls in the last five seconds.
export type Call = "" | "Going once" | "Going twice";

export function call(ms: number): Call {
  if (ms > 5000 || ms <= 0) return "";
  return ms > 2500 ? "Going once" : "Going twice";
}
