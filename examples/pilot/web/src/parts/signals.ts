// What can be heard and felt: short tones made on the spot, and vibration, each with its switch.
import { kept } from "./store";

export type Signal = "lot" | "outbid" | "lead" | "once" | "twice" | "sold" | "watched";

const TONES: Record<Signal, [hertz: number, ms: number][]> = {
  lot: [[523, 90], [659, 120]],
  outbid: [[440, 110], [330, 180]],
  lead: [[659, 80], [880, 140]],
  once: [[587, 90]],
  twice: [[587, 70], [587, 70]],
  sold: [[392, 60], [262, 220]],
  watched: [[784, 90], [988, 90], [1175, 140]],
};
const BUZZ: Partial<Record<Signal, number[]>> = {
  outbid: [80, 60, 80],
  lead: [40],
  watched: [60, 40, 60, 40, 60],
  sold: [120],
};

let context: AudioContext | null = null;

export const soundOn = (): boolean => kept("sound", false);

// Browsers let a page sound only after a touch or a key.
export async function unlockSound(): Promise<void> {
  context ??= new AudioContext();
  if (context.state === "suspended") await context.resume();
}
document.addEventListener("pointerdown", () => soundOn() && void unlockSound(), { passive: true });

export function play(signal: Signal): void {
  const buzz = BUZZ[signal];
  if (buzz && kept("vibration", true)) navigator.vibrate?.(buzz);
  if (!soundOn() || context?.state !== "running") return;
  let at = context.currentTime;
  for (const [hertz, ms] of TONES[signal]) {
    tone(context, hertz, at, ms / 1000);
    at += ms / 1000;
  }
}

function tone(on: AudioContext, hertz: number, at: number, seconds: number): void {
  const oscillator = on.createOscillator();
  const gain = on.createGain();
  oscillator.frequency.value = hertz;
  oscillator.type = "triangle";
  gain.gain.setValueAtTime(0.0001, at);
  gain.gain.exponentialRampToValueAtTime(0.25, at + 0.01);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + seconds);
  oscillator.connect(gain).connect(on.destination);
  oscillator.start(at);
  oscillator.stop(at + seconds);
}
