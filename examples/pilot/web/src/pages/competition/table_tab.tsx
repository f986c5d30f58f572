// The table. Every member is in it from the moment of joining.
import { useEffect, useState } from "preact/hooks";
import { watchWho, whoNow } from "../../me/sign_in";
import { api } from "../../net/api";
import { Empty, Fault, Loading } from "../../parts/bits";
import { useWatched } from "../../parts/store";
import type { PlayerPoints, Standings, StandingsRow } from "../../wire/league";

const FOOTBALL: [string, string][] = [["goals", "Goals"], ["wins", "Wins"]];
const CRICKET: [string, string][] = [["runs", "Runs"], ["wickets", "Wickets"]];

export function TableTab({ standings, error }: { standings: Standings | null; error: string | null }) {
  const who = useWatched(whoNow, watchWho);
  if (!standings) return error ? <Fault text={error} /> : <Loading what="the table" />;
  const columns = standings.sportKey === "cricket" ? CRICKET : FOOTBALL;
  const mine = who.state === "user" ? who.user.id : null;
  return (
    <div class="stack">
      <div class="table-scroll card">
        <table class="table" data-testid="table-grid">
          <caption class="visually-hidden">The table</caption>
          <thead>
            <tr>
              <th scope="col">
                <abbr title="Place">#</abbr>
              </th>
              <th scope="col">Manager</th>
              <th scope="col">Points</th>
              {columns.map(([key, label]) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {standings.table.map((row) => (
              <Row key={row.userId} row={row} columns={columns} mine={row.userId === mine} />
            ))}
          </tbody>
        </table>
      </div>
      <p class="small muted">
        {standings.lastComputedAt
          ? `As of ${new Date(standings.lastComputedAt).toLocaleString("en-GB")}`
          : "No result yet"}
      </p>
      {standings.sportKey === "cricket" && (
        <Leaderboard leagueId={standings.leagueId} at={standings.lastComputedAt} />
      )}
    </div>
  );
}

function Row({ row, columns, mine }: { row: StandingsRow; columns: [string, string][]; mine: boolean }) {
  return (
    <tr class={mine ? "me" : ""} data-testid={`table-row-${row.userId}`}>
      <td>{row.rank}</td>
      <td>{row.displayName}</td>
      <td>{row.points.toFixed(1)}</td>
      {columns.map(([key]) => (
        <td key={key}>{row.tiebreakers[key] ?? 0}</td>
      ))}
    </tr>
  );
}

function Leaderboard({ leagueId, at }: { leagueId: string; at: string | null }) {
  const [lines, setLines] = useState<PlayerPoints[] | null>(null);
  useEffect(() => {
    void api
      .leaderboard(leagueId)
      .then((answer) => setLines(answer.leaderboard))
      .catch(() => setLines([]));
  }, [leagueId, at]);
  return (
    <section class="card stack" aria-labelledby="players-title">
      <h2 id="players-title">Players</h2>
      {lines?.length === 0 && <Empty title="No scores yet" />}
      <ol class="leaders">
        {lines?.map((one) => (
          <li key={one.playerExternalId}>
            <span>
              {one.name ?? one.playerExternalId}
              <small>{one.ownedBy?.displayName ?? "nobody's"}</small>
            </span>
            <span>{one.totalPoints.toFixed(1)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
