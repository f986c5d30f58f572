// Hooks over what lives outside of components: stores that can be watched, answers that are loaded.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { said } from "../net/rest";

export function useWatched<T>(now: () => T, watch: (watcher: () => void) => () => void): T {
  const [value, setValue] = useState(now);
  useEffect(() => {
    const look = () => setValue(now);
    look();
    return watch(look);
  }, [now, watch]);
  return value;
}

export interface Loaded<T> {
  value: T | null;
  error: string | null;
  again: () => Promise<void>;
  put: (value: T | ((old: T | null) => T | null)) => void;
}

// What `load` answers, again whenever `key` changes. An answer that comes late, for a key that is
// no longer wanted, is dropped.
export function useLoaded<T>(load: () => Promise<T>, key: string): Loaded<T> {
  const [value, setValue] = useState<T | null>(null);
  const [error, setError] = useState<string | null>(null);
  const wanted = useRef(key);
  const loader = useRef(load);
  loader.current = load;
  const again = useCallback(async () => {
    const mine = wanted.current;
    try {
      const answer = await loader.current();
      if (wanted.current !== mine) return;
      setValue(answer as never);
      setError(null);
    } catch (fault) {
      if (wanted.current === mine) setError(said(fault));
    }
  }, []);
  useEffect(() => {
    if (wanted.current !== key) setValue(null);
    wanted.current = key;
    void again();
  }, [key, again]);
  return { value, error, again, put: setValue as Loaded<T>["put"] };
}

// One thing at a time: `busy` while it runs, `fault` when it was refused.
export function useAction(): {
  busy: boolean;
  fault: string | null;
  run: (work: () => Promise<unknown>) => Promise<boolean>;
  clear: () => void;
} {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const run = useCallback(async (work: () => Promise<unknown>) => {
    setBusy(true);
    setFault(null);
    try {
      await work();
      return true;
    } catch (error) {
      setFault(said(error));
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  return { busy, fault, run, clear: () => setFault(null) };
}

// A setting of this browser alone.
export function useKept<T>(key: string, otherwise: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => kept(key, otherwise));
  const keep = useCallback(
    (next: T) => {
      setValue(() => next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Storage may be full or forbidden; the setting then lasts as long as the page.
      }
    },
    [key],
  );
  return [value, keep];
}

export function kept<T>(key: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(key);
    return text === null ? otherwise : (JSON.parse(text) as T);
  } catch {
    return otherwise;
  }
}
