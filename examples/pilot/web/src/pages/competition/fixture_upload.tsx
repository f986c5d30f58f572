// One file input for fixtures and for players' figures; the file's own head says which it is. A
// faultless file is taken at once; of one with faults nothing is, and every fault is shown.
import { useEffect, useRef, useState } from "preact/hooks";
import { api } from "../../net/api";
import { Refusal, said } from "../../net/rest";
import type { BadRow } from "../../wire/league";

const SHOWN_MS = 15_000;

interface Outcome {
  good: string | null;
  bad: string | null;
  rows: Partial<BadRow>[];
  notes: string[];
}
const NOTHING: Outcome = { good: null, bad: null, rows: [], notes: [] };

export function FixtureUpload({ id, sport, onDone }: { id: string; sport: string; onDone: () => void }) {
  const [outcome, setOutcome] = useState<Outcome>(NOTHING);
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!outcome.good) return;
    const timer = setTimeout(() => setOutcome((old) => ({ ...old, good: null })), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const take = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    setOutcome(await sent(id, file));
    setBusy(false);
    if (input.current) input.current.value = "";
    onDone();
  };
  return (
    <section class="card stack" aria-labelledby="upload-title">
      <h2 id="upload-title">{sport === "cricket" ? "Fixtures and scores" : "Fixtures"} from a file</h2>
      <label class="upload">
        <span>{busy ? "Reading…" : "Choose a CSV file"}</span>
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv"
          data-testid="fixtures-upload"
          disabled={busy}
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </label>
      <p class="small muted">
        Columns: startsAt, homeAssetExternalId, awayAssetExternalId, venue, round, externalMatchId.
        {sport === "cricket" && " Or matchId, playerExternalId, runs, wickets, catches, stumpings, runOuts."}
      </p>
      <div role="status" aria-live="polite" class="stack tight">
        {outcome.good && <p class="good">{outcome.good}</p>}
        {outcome.bad && <p class="fault">{outcome.bad}</p>}
        {outcome.notes.map((note) => (
          <p key={note} class="hint">
            {note}
          </p>
        ))}
      </div>
      {outcome.rows.length > 0 && <BadRows rows={outcome.rows} />}
    </section>
  );
}

async function sent(id: string, file: File): Promise<Outcome> {
  try {
    const [head = ""] = (await file.text()).split("\n", 1);
    if (!head.includes("playerExternalId")) {
      const report = await api.importFixtures(id, file, false);
      return { ...NOTHING, good: report.message };
    }
    const report = await api.ingestScores(id, file, false);
    const strangers = report.unknownPlayers.length
      ? [`Nobody's player in this league: ${report.unknownPlayers.join(", ")}`]
      : [];
    return { ...NOTHING, good: `Scores taken: ${report.message}`, notes: strangers };
  } catch (fault) {
    const rows = fault instanceof Refusal ? fault.errors : [];
    return { ...NOTHING, bad: said(fault), rows };
  }
}

function BadRows({ rows }: { rows: Partial<BadRow>[] }) {
  return (
    <div class="table-scroll">
      <table class="table faults">
        <caption>What is wrong</caption>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Column</th>
            <th scope="col">Value</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              <td>{row.line}</td>
              <td>{row.column}</td>
              <td>{row.value}</td>
              <td>{row.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
