// An auction as it is now, in step with the log: the reducer's state, fed by the socket.
//
// Entering the room names the last seq we hold; the host sends what came after it, or the whole. A
// gap enters again. When nothing is heard while the clock runs, a new line is dialled.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type AuctionAction, type AuctionState, NOTHING, reduce } from "../../auction/state";
import { api } from "../../net/api";
import { ask, join, lineNow, redial, theSocket } from "../../net/live";
import { said } from "../../net/rest";
import type { AuctionEvent, AuctionEventName, AuctionView } from "../../wire/auction";

const NAMES: AuctionEventName[] = [
  "lot_started",
  "bid_update",
  "anti_snipe",
  "sold",
  "clock_changed",
  "auction_paused",
  "auction_resumed",
  "sale_voided",
  "auction_reset",
  "auction_complete",
  "tick",
  "waiting_room_updated",
  "next_team_countdown",
  "outbid",
  "auction_deleted",
  "resync",
];
const RETRY_MS = 1500;
const SILENT_MS = 7000;

type JoinAck = { ok: true; mode: "events" | "snapshot"; seq: number } | { ok: false; detail: string };

export interface Following {
  state: AuctionState;
  error: string | null;
  silentSince: number | null;
}

export function useAuction(id: string): Following {
  const held = useRef<AuctionState>(NOTHING);
  const [state, setState] = useState<AuctionState>(NOTHING);
  const [error, setError] = useState<string | null>(null);
  const take = useCallback((action: AuctionAction) => {
    held.current = reduce(held.current, action);
    setState(held.current);
  }, []);

  useEffect(() => {
    const socket = theSocket();
    let entering = false;
    let entries = 0;
    let gone = false;

    const enter = async () => {
      if (entering || gone) return;
      entering = true;
      const mine = ++entries;
      const lastSeq = held.current.view ? held.current.seq : undefined;
      try {
        const ack = await ask<JoinAck>("join_auction", { auctionId: id, lastSeq });
        setError(ack.ok ? null : ack.detail);
      } catch {
        // Unless a new line has asked in the meantime.
        setTimeout(() => mine === entries && lineNow().state === "live" && void enter(), RETRY_MS);
      } finally {
        entering = false;
      }
    };

    const heard = (event: AuctionEvent) => {
      if (event.payload.auctionId !== id) return;
      take({ type: "event", event, at: Date.now() });
      if (held.current.gap) void enter();
    };
    const listeners = NAMES.map((name) => {
      const listener = (payload: unknown) => heard({ name, payload } as AuctionEvent);
      socket.on(name, listener);
      return [name, listener] as const;
    });
    const whole = (view: AuctionView) => {
      if (view.auctionId === id) take({ type: "view", view, at: Date.now() });
    };
    socket.on("sync_state", whole);

    // The first picture by REST: it is there even where no socket gets through.
    void api
      .auction(id)
      .then((view) => !gone && !held.current.view && whole(view))
      .catch((fault) => !gone && !held.current.view && setError(said(fault)));
    const leave = join({ enter, leave: { event: "leave_auction", body: { auctionId: id } } });
    return () => {
      gone = true;
      leave();
      socket.off("sync_state", whole);
      for (const [name, listener] of listeners) socket.off(name, listener);
    };
  }, [id, take]);

  return { state, error, silentSince: useSilence(state) };
}

// Ticks come every 2 s while a lot is open; when none comes the line is dead, whatever it says. A
// line that has just come back gets the same time as any other.
function useSilence(state: AuctionState): number | null {
  const [silent, setSilent] = useState<number | null>(null);
  const newest = useRef(state);
  newest.current = state;
  useEffect(() => {
    let dialled = 0;
    const timer = setInterval(() => {
      const { view, heardAt } = newest.current;
      const { state: how, since } = lineNow();
      const quiet = view?.phase === "lot_open" && Date.now() - Math.max(heardAt, since) > SILENT_MS;
      const dead = quiet && how === "live" && document.visibilityState === "visible";
      setSilent(dead ? heardAt : null);
      if (dead && Date.now() - dialled > SILENT_MS) {
        dialled = Date.now();
        redial();
      }
    }, 1000);
    return () => clearInterval(timer);
  }, []);
  return silent;
}
