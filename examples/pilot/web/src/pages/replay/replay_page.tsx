// Any auction again, event by event, with its record checked here: not by the server, by this page.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { moments, pictures } from "../../chain/fold";
import { type LogRecord, readLines } from "../../chain/record";
import { api } from "../../net/api";
import { Fault, Loading } from "../../parts/bits";
import { useTitle } from "../../parts/place";
import { useLoaded } from "../../parts/store";
import { ChainCard } from "./chain_card";
import { PictureCard } from "./picture_card";

const PAGE = 500;
const PLAY_MS = 400;

// The route gives records from a seq on, so many at a time; the next page begins after the last.
async function wholeLog(id: string): Promise<LogRecord[]> {
  const all: LogRecord[] = [];
  for (let from = 1; ; ) {
    const some = readLines(await api.log(id, from, PAGE)).filter((one) => one.seq >= from);
    all.push(...some);
    const last = some.at(-1);
    if (!last || some.length < PAGE) return all;
    from = last.seq + last.count;
  }
}

export function ReplayPage({ id }: { id: string }) {
  const log = useLoaded(() => wholeLog(id), id);
  const view = useLoaded(() => api.auction(id), id);
  const shots = useMemo(() => pictures(moments(log.value ?? [])), [log.value]);
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(false);
  const last = shots.length - 1;
  useEffect(() => setAt(Math.max(0, last)), [last]);
  const place = useRef(at);
  place.current = at;
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      if (place.current >= last) setPlaying(false);
      else setAt(place.current + 1);
    }, PLAY_MS);
    return () => clearInterval(timer);
  }, [playing, last]);

  const names = useMemo(
    () => new Map(view.value?.participants.map((one) => [one.userId, one.displayName])),
    [view.value],
  );
  useTitle(view.value && `Replay: ${view.value.leagueName}`);
  const shot = shots[Math.min(at, last)];
  if (!log.value) return log.error ? <Fault text={log.error} /> : <Loading what="the record" />;
  const play = () => {
    if (at >= last) setAt(0);
    setPlaying(!playing);
  };
  return (
    <div class="page stack wide-gap" data-testid="replay-page">
      <header class="stack tight">
        <h1>{view.value ? `Replay: ${view.value.leagueName}` : "Replay"}</h1>
        <nav class="row small" aria-label="Of this auction">
          <Link href={`/auction/${id}`}>Auction room</Link>
          {view.value && <Link href={`/app/competitions/${view.value.leagueId}`}>Competition</Link>}
        </nav>
      </header>
      <ChainCard records={log.value} stream={id} head={view.value?.head ?? null} onAgain={() => void log.again()} />
      {shot && (
        <>
          <section class="card stack scrub" aria-label="Where in the auction">
            <input
              type="range"
              min={0}
              max={last}
              value={at}
              aria-label="Event"
              aria-valuetext={`Event ${shot.seq}: ${shot.said}`}
              data-testid="replay-scrub"
              onInput={(event) => setAt(event.currentTarget.valueAsNumber)}
            />
            <div class="row between">
              <div class="row">
                <button type="button" class="outline small" disabled={at === 0} onClick={() => setAt(at - 1)}>
                  Back
                </button>
                <button type="button" class="primary small" onClick={play}>
                  {playing ? "Stop" : "Play"}
                </button>
                <button type="button" class="outline small" disabled={at >= last} onClick={() => setAt(at + 1)}>
                  On
                </button>
              </div>
              <p class="small muted" data-testid="replay-seq">
                {`Event ${shot.seq} of ${shots[last]?.seq}${shot.at ? ` · ${new Date(shot.at).toLocaleTimeString("en-GB")}` : ""}`}
              </p>
            </div>
          </section>
          <PictureCard shot={shot} names={names} />
        </>
      )}
    </div>
  );
}
