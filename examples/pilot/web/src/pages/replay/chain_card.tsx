// The verdict on the record's chain, with the head that anybody can compare.
import { useEffect, useState } from "preact/hooks";
import { canVerify, type Verdict, verify } from "../../chain/verify";
import type { LogRecord } from "../../chain/record";
import { plural } from "../../parts/words";

interface ChainCardProps {
  records: LogRecord[];
  stream: string;
  head: string | null; // as the server published it
  onAgain: () => void;
}

export function ChainCard({ records, stream, head, onAgain }: ChainCardProps) {
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  useEffect(() => {
    if (!canVerify()) return;
    let wanted = true;
    setVerdict(null);
    void verify(records, stream).then((answer) => wanted && setVerdict(answer));
    return () => void (wanted = false);
  }, [records, stream]);
  const same = verdict?.sound && head !== null && verdict.head === head;
  return (
    <section class={`card stack chain ${verdict ? (verdict.sound ? "sound" : "broken") : ""}`} data-testid="chain-card">
      <div class="row between">
        <h2>{title(verdict)}</h2>
        <button type="button" class="outline small" onClick={onAgain}>
          Check again
        </button>
      </div>
      {!canVerify() && (
        <p>This browser lets pages calculate hashes only over https or on the same machine.</p>
      )}
      {verdict && !verdict.sound && <p class="fault">{`At event ${verdict.seq}: ${verdict.fault}.`}</p>}
      {verdict?.sound && (
        <>
          <p data-testid="chain-verdict">
            {`${plural(verdict.records, "record")}, ${plural(verdict.seq, "event")}: nothing was changed, removed or put in.`}
            {verdict.withheld > 0 ? ` The content of ${plural(verdict.withheld, "record")} is still secret.` : ""}
          </p>
          <p class="small muted">
            {head === null || same
              ? same
                ? "The head is the one the server publishes:"
                : "Head:"
              : "The server has gone on since; check again for the rest. Head here:"}
          </p>
          <code class="head">{verdict.head}</code>
        </>
      )}
    </section>
  );
}

function title(verdict: Verdict | null): string {
  if (!canVerify()) return "The record cannot be checked here";
  if (!verdict) return "Checking the record…";
  return verdict.sound ? "The record is sound" : "The record is broken";
}
