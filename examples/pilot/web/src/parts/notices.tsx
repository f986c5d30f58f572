// Short notices at the edge of the page, read out politely, gone after a while.
import { useWatched } from "./store";

interface Notice {
  id: number;
  text: string;
  tone: "plain" | "good" | "bad";
}

const SHOWN_MS = 5000;
let notices: Notice[] = [];
let last = 0;
const watchers = new Set<() => void>();

function change(next: Notice[]): void {
  notices = next;
  for (const watcher of watchers) watcher();
}

export function notify(text: string, tone: Notice["tone"] = "plain", ms = SHOWN_MS): void {
  const id = ++last;
  change([...notices, { id, text, tone }].slice(-3));
  setTimeout(() => change(notices.filter((one) => one.id !== id)), ms);
}

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
};
const now = () => notices;

export function Notices() {
  const shown = useWatched(now, watch);
  return (
    <div class="notices" role="status" aria-live="polite">
      {shown.map((one) => (
        <p key={one.id} class={`notice ${one.tone}`}>
          {one.text}
        </p>
      ))}
    </div>
  );
}
