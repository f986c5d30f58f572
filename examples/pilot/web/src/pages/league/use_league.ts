// A league as it is now: loaded once, kept by the events of its room.
import { useEffect } from "preact/hooks";
import { api } from "../../net/api";
import { ask, join, theSocket } from "../../net/live";
import { useLoaded } from "../../parts/store";
import type { Member } from "../../wire/blocks";
import type { League, LeagueEvents } from "../../wire/league";

export type Listeners = { [Name in keyof LeagueEvents]?: (event: LeagueEvents[Name]) => void };

// In the room of a league while the component is there; `onEnter` after every (re)connect.
export function useLeagueRoom(id: string, listeners: Listeners, onEnter: () => void): void {
  useEffect(() => {
    const socket = theSocket();
    const heard = Object.entries(listeners).map(([name, listener]) => {
      const mine = (event: { leagueId: string }) =>
        event.leagueId === id && (listener as (event: unknown) => void)(event);
      socket.on(name, mine);
      return [name, mine] as const;
    });
    const enter = async () => {
      await ask("join_league", { leagueId: id }).catch(() => undefined);
      onEnter();
    };
    const leave = join({ enter, leave: { event: "leave_league", body: { leagueId: id } } });
    return () => {
      leave();
      for (const [name, mine] of heard) socket.off(name, mine);
    };
  }, [id]);
}

export function useLeague(id: string) {
  const league = useLoaded<League>(() => api.league(id), id);
  const members = useLoaded<Member[]>(() => api.members(id), id);
  const put = members.put;
  const listeners: Listeners = {
    sync_members: (event) => put(event.members),
    member_joined: ({ leagueId: _, ...member }) => {
      put((old) => [...(old ?? []).filter((one) => one.userId !== member.userId), member]);
      void league.again();
    },
    member_left: (event) => {
      put((old) => (old ?? []).filter((one) => one.userId !== event.userId));
      void league.again();
    },
    presence: (event) =>
      put((old) => {
        if (!old?.some((one) => one.userId === event.userId)) void members.again();
        return (old ?? []).map((one) =>
          one.userId === event.userId ? { ...one, online: event.online } : one,
        );
      }),
    league_updated: () => {
      void league.again();
      void members.again();
    },
    league_status_changed: ({ status, auctionId }) => {
      league.put((old) => old && { ...old, status, activeAuctionId: auctionId });
      void league.again();
    },
  };
  useLeagueRoom(id, listeners, () => {
    void league.again();
    void members.again();
  });
  const again = async () => {
    await Promise.all([league.again(), members.again()]);
  };
  return { league, members, again };
}
