// My watch list: what I want, and up to how much. It stays in this browser; nobody else sees it.
import { useCallback } from "preact/hooks";
import { useKept } from "../../parts/store";

export interface WatchList {
  entries: Record<string, number | null>; // by asset id: the target in pounds, or none
  toggle: (assetId: string) => void;
  target: (assetId: string, pounds: number | null) => void;
}

export function useWatchList(auctionId: string): WatchList {
  const [entries, keep] = useKept<Record<string, number | null>>(`watch:${auctionId}`, {});
  const toggle = useCallback(
    (assetId: string) => {
      const { [assetId]: was, ...others } = entries;
      keep(was === undefined ? { ...entries, [assetId]: null } : others);
    },
    [entries, keep],
  );
  const target = useCallback(
    (assetId: string, pounds: number | null) => keep({ ...entries, [assetId]: pounds }),
    [entries, keep],
  );
  return { entries, toggle, target };
}
