// Who of a league is online, by user id: as the league's room told when we entered, and since.
import { useEffect, useState } from "preact/hooks";
import { ask, join, theSocket } from "../../net/live";
import type { Member } from "../../wire/blocks";
import type { LeagueEvents } from "../../wire/league";

type JoinAck = { ok: true; members: Member[] } | { ok: false };

export function useOnline(leagueId: string | null): ReadonlyMap<string, boolean> {
  const [online, setOnline] = useState<ReadonlyMap<string, boolean>>(new Map());
  useEffect(() => {
    if (!leagueId) return;
    const socket = theSocket();
    const heard = (event: LeagueEvents["presence"]) => {
      if (event.leagueId !== leagueId) return;
      setOnline((old) => new Map(old).set(event.userId, event.online));
    };
    const enter = async () => {
      const ack = await ask<JoinAck>("join_league", { leagueId }).catch(() => null);
      if (ack?.ok) setOnline(new Map(ack.members.map((one) => [one.userId, one.online])));
    };
    socket.on("presence", heard);
    const leave = join({ enter, leave: { event: "leave_league", body: { leagueId } } });
    return () => {
      leave();
      socket.off("presence", heard);
    };
  }, [leagueId]);
  return online;
}
