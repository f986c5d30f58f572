// What the host says of itself before anybody signs in.
import { api } from "../net/api";
import { useWatched } from "../parts/store";
import type { Config } from "../wire/league";

let config: Config | null = null;
const watchers = new Set<() => void>();
const RETRY_MS = 3000;

export async function loadConfig(): Promise<void> {
  try {
    config = await api.config();
    for (const watcher of watchers) watcher();
  } catch {
    setTimeout(() => void loadConfig(), RETRY_MS);
  }
}

const now = () => config;
const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
};

export const useConfig = (): Config | null => useWatched(now, watch);
