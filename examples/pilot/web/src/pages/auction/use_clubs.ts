// Every lot and what became of it: loaded once, kept by the sales that are heard.
import { useEffect } from "preact/hooks";
import type { AuctionState } from "../../auction/state";
import { api } from "../../net/api";
import { useLoaded } from "../../parts/store";
import type { Club, Clubs } from "../../wire/auction";

export function useClubs(auctionId: string, state: AuctionState): Club[] {
  const { value, put, again } = useLoaded<Clubs>(() => api.clubs(auctionId), auctionId);
  const { flash, view } = state;
  const lot = view?.lot ?? null;

  useEffect(() => {
    if (flash?.kind === "voided") void again();
    if (flash?.kind !== "sold") return;
    const { asset, unsold, lotId, lotNumber, winner, winningBid } = flash.event;
    const status = unsold ? "unsold" : "sold";
    put((old) => old && placed(old, { asset, status, lotId, lotNumber, winner, winningBid }));
  }, [flash]);
  useEffect(() => {
    if (!lot) return;
    const { asset, lotId, lotNumber } = lot;
    const current: Club = { asset, status: "current", lotId, lotNumber, winner: null, winningBid: null };
    put((old) => old && placed(old, current));
  }, [lot?.lotId]);
  useEffect(() => {
    if (view?.status === "completed") void again();
  }, [view?.status]);
  return value?.clubs ?? [];
}

function placed(old: Clubs, club: Club): Clubs {
  const clubs = old.clubs.map((one) => (one.asset.id === club.asset.id ? club : one));
  return { ...old, clubs };
}
