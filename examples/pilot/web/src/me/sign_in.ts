// Who is signed in, for the whole page and for all tabs. The cookie is the host's and out of our
// reach; a mark in storage says that there is one, so that a visitor is not asked for it.
import { authorizeWith, hangUp } from "../net/live";
import { Refusal, renewWith, rest } from "../net/rest";
import type { SignedIn, User } from "../wire/league";

const MARK = "signed-in";
const RETRY_MS = 2000;

export type Who = { state: "unknown" } | { state: "nobody" } | { state: "user"; user: User };

let who: Who = { state: "unknown" };
const watchers = new Set<() => void>();

export const whoNow = (): Who => who;
export function watchWho(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

function become(next: Who): void {
  who = next;
  for (const watcher of watchers) watcher();
}

export function enter(answer: SignedIn): void {
  const { accessToken, expiresAt: _, ...user } = answer;
  authorizeWith(accessToken, renew);
  localStorage.setItem(MARK, user.id);
  hangUp();
  become({ state: "user", user });
}

export function rename(user: User): void {
  become({ state: "user", user });
}

function leave(): void {
  authorizeWith(null, renew);
  localStorage.removeItem(MARK);
  hangUp();
  become({ state: "nobody" });
}

export async function signOut(): Promise<void> {
  await rest("POST", "/auth/logout", { body: {} }).catch(() => undefined);
  leave();
}

// A refresh token is good for one use, so two tabs must not renew at once: one after the other,
// each with the cookie that the other left.
async function renew(): Promise<boolean> {
  if (!localStorage.getItem(MARK)) return false;
  try {
    const answer = await alone(() => rest<SignedIn>("POST", "/auth/refresh", { body: {} }));
    authorizeWith(answer.accessToken, renew);
    return true;
  } catch (fault) {
    if (fault instanceof Refusal && fault.status === 401) leave();
    return false;
  }
}

function alone<T>(work: () => Promise<T>): Promise<T> {
  const { locks } = navigator as { locks?: LockManager };
  return locks ? (locks.request("renew-sign-in", work) as Promise<T>) : work();
}

export async function lookWho(): Promise<void> {
  renewWith(renew);
  authorizeWith(null, renew);
  if (!localStorage.getItem(MARK)) return become({ state: "nobody" });
  try {
    become({ state: "user", user: await rest<User>("GET", "/users/me") });
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) leave();
    else setTimeout(() => void lookWho(), RETRY_MS);
  }
}

window.addEventListener("storage", (event) => {
  if (event.key === MARK && event.newValue !== event.oldValue) void lookWho();
});
