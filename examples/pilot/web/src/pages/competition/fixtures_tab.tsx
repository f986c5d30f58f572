// Fixtures by date. The commissioner brings them in by a CSV file, and writes scores down.
import { useEffect } from "preact/hooks";
import { api, everyPage } from "../../net/api";
import { Empty, Fault, Loading } from "../../parts/bits";
import { useLoaded } from "../../parts/store";
import { day } from "../../parts/words";
import type { Role } from "../../wire/blocks";
import type { Fixture } from "../../wire/league";
import { FixtureRow } from "./fixture_row";
import { FixtureUpload } from "./fixture_upload";

interface FixturesTabProps {
  id: string;
  role: Role;
  sport: string;
  at: number;
}

export function FixturesTab({ id, role, sport, at }: FixturesTabProps) {
  const loaded = useLoaded(() => everyPage((page) => api.fixtures(id, page)), id);
  useEffect(() => {
    if (at > 0) void loaded.again();
  }, [at]);
  const fixtures = loaded.value?.flatMap((page) => page.fixtures) ?? null;
  const mine = role === "commissioner";
  return (
    <div class="stack">
      {mine && <FixtureUpload id={id} sport={sport} onDone={() => void loaded.again()} />}
      <Fault text={loaded.error} />
      {!fixtures && !loaded.error && <Loading what="the fixtures" />}
      {fixtures?.length === 0 && (
        <div data-testid="fixtures-empty">
          <Empty title="No fixtures yet">
            <p>{mine ? "Choose a CSV file above." : "The commissioner brings them in."}</p>
          </Empty>
        </div>
      )}
      {fixtures && fixtures.length > 0 && (
        <div class="stack" data-testid="fixtures-list">
          {byDay(fixtures).map(([date, those]) => (
            <section key={date} class="card date-group">
              <h2>{date}</h2>
              <ul class="fixtures">
                {those.map((one) => (
                  <FixtureRow key={one.id} one={one} mine={mine} onChanged={() => void loaded.again()} />
                ))}
              </ul>
            </section>
          ))}
          <p class="small">
            <a href={`/api/leagues/${id}/fixtures.ics`}>As a calendar</a>
          </p>
        </div>
      )}
    </div>
  );
}

function byDay(fixtures: Fixture[]): [string, Fixture[]][] {
  const days = new Map<string, Fixture[]>();
  const sorted = [...fixtures].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  for (const one of sorted) {
    const date = day(one.startsAt);
    days.set(date, [...(days.get(date) ?? []), one]);
  }
  return [...days];
}
