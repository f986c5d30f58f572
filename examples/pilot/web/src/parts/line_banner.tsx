// How the line to the server is. Nothing is said while it is well, or for a blink.
import { useEffect, useState } from "preact/hooks";
import { lineNow, redial, watchLine } from "../net/live";
import { useWatched } from "./store";

const GRACE_MS = 700;

export function LineBanner({ silentSince }: { silentSince?: number | null }) {
  const line = useWatched(lineNow, watchLine);
  const [now, setNow] = useState(Date.now);
  const troubled = line.state === "broken" || line.state === "connecting";
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.round((now - line.since) / 1000));
  let text = "";
  if (troubled && now - line.since > GRACE_MS) {
    const what = line.state === "broken" ? "Reconnecting" : "Connecting";
    text = `${what}… ${seconds} s. What you see may be old; a bid is sent another way.`;
  } else if (silentSince) {
    text = `No word from the server for ${Math.round((now - silentSince) / 1000)} s.`;
  }
  return (
    <div class="line-banner" role="status" aria-live="polite" hidden={!text}>
      {text && (
        <>
          <span class="spinner" aria-hidden="true" />
          <span>{text}</span>
          <button type="button" class="small outline" onClick={redial}>
            Try now
          </button>
        </>
      )}
    </div>
  );
}
