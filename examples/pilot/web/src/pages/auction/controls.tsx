// The commissioner's desk. Every command names its lot, so that a second tap cannot reach the next.
import { useState } from "preact/hooks";
import { api } from "../../net/api";
import { Confirm } from "../../parts/dialog";
import { Fault } from "../../parts/bits";
import { useAction } from "../../parts/store";
import type { AuctionView, ControlAnswer } from "../../wire/auction";

const MORE_SECONDS = 30;

type Drastic = "end" | "reset" | "delete";
const DRASTIC: Record<Drastic, { title: string; text: string; verb: string }> = {
  end: {
    title: "End the auction now?",
    text: "What is sold stays sold; the rest does not come up any more.",
    verb: "End it",
  },
  reset: {
    title: "Begin again from the first lot?",
    text: "All sales are undone and every purse is full again. The record keeps what was.",
    verb: "Begin again",
  },
  delete: {
    title: "Call the auction off?",
    text: "The auction ends without a result. The record keeps what was.",
    verb: "Call it off",
  },
};

// After the end only beginning again is left, and sales can be voided.
export function Controls({ view }: { view: AuctionView }) {
  const [note, setNote] = useState("");
  const [asking, setAsking] = useState<Drastic | null>(null);
  const { busy, fault, run } = useAction();
  const lotId = view.lot?.lotId ?? null;
  const paused = view.phase === "paused";
  const over = view.phase === "done";
  const act = (verb: string, body: object = {}) =>
    run(async () => {
      accepted(await api.control(view.auctionId, verb, { note: note.trim() || null, ...body }));
      setNote("");
    });
  const drastic = (what: Drastic) => {
    setAsking(null);
    const body = { confirm: view.leagueName, note: note.trim() || null };
    if (what !== "delete") void act(what, body);
    else void run(async () => accepted(await api.deleteAuction(view.auctionId, body)));
  };
  return (
    <details class="card controls" data-testid="controls">
      <summary>Commissioner's desk</summary>
      <div class="stack">
        {!over && (
          <div class="row">
            <button
              type="button"
              class="outline"
              data-testid={paused ? "resume-button" : "pause-button"}
              disabled={busy}
              onClick={() => void act(paused ? "resume" : "pause")}
            >
              {paused ? "Resume" : "Pause"}
            </button>
            <button
              type="button"
              class="outline"
              disabled={busy || !lotId || paused}
              onClick={() => void act("extend", { lotId, seconds: MORE_SECONDS })}
            >
              {`+${MORE_SECONDS} s`}
            </button>
            <button
              type="button"
              class="outline"
              data-testid="complete-lot-button"
              disabled={busy || !lotId || paused || view.lot?.currentBid === null}
              onClick={() => void act("complete-lot", { lotId })}
            >
              Hammer now
            </button>
            <button
              type="button"
              class="outline"
              data-testid="pass-lot-button"
              disabled={busy || !lotId || paused || view.lot?.currentBid !== null}
              onClick={() => void act("pass-lot", { lotId })}
            >
              Pass the lot
            </button>
          </div>
        )}
        <label class="field">
          <span>Note to go with it, for everybody to see</span>
          <input value={note} maxLength={200} onInput={(event) => setNote(event.currentTarget.value)} />
        </label>
        <Fault text={fault} />
        <div class="row">
          {(over ? (["reset"] as const) : (["end", "reset", "delete"] as const)).map((what) => (
            <button key={what} type="button" class="quiet bad small" onClick={() => setAsking(what)}>
              {DRASTIC[what].verb}
            </button>
          ))}
          <span class="small muted">A sale is voided in History.</span>
        </div>
      </div>
      {asking && (
        <Confirm
          {...DRASTIC[asking]}
          word={view.leagueName}
          onConfirm={() => drastic(asking)}
          onClose={() => setAsking(null)}
        />
      )}
    </details>
  );
}

function accepted(answer: ControlAnswer): void {
  if (!answer.accepted) throw new Error(`Refused: ${(answer.reason ?? "").replaceAll("_", " ")}`);
}
