// The one socket of this page, and the rooms it is in.
//
// WebSocket first, polling where that fails. After every connect, and on return to the tab, each
// room is entered again; what was missed comes from the log, by the room's own `lastSeq`.
import { io, type Socket } from "socket.io-client";

export type LineState = "idle" | "connecting" | "live" | "broken";
export interface Line {
  state: LineState;
  since: number;
}

export interface Room {
  enter(): Promise<void>;
  leave: { event: string; body: object };
}

const ACK_MS = 3000;
const RETRY_MS = 1000;

let socket: Socket | null = null;
let line: Line = { state: "idle", since: Date.now() };
let tokenForAuth: string | null = null;
let onUnauthorized: () => Promise<boolean> = () => Promise.resolve(false);
const rooms = new Set<Room>();
const watchers = new Set<() => void>();

export const lineNow = (): Line => line;
export function watchLine(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

function become(state: LineState): void {
  if (state === line.state) return;
  line = { state, since: Date.now() };
  for (const watcher of watchers) watcher();
}

export function authorizeWith(token: string | null, renew: () => Promise<boolean>): void {
  tokenForAuth = token;
  onUnauthorized = renew;
}

export function theSocket(): Socket {
  if (socket) return socket;
  socket = io({
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    auth: (give) => give(tokenForAuth ? { token: tokenForAuth } : {}),
    reconnectionDelay: 250,
    reconnectionDelayMax: 3000,
    timeout: 6000,
  });
  become("connecting");
  socket.on("connect", () => {
    become("live");
    for (const room of rooms) void room.enter();
  });
  socket.on("disconnect", (reason) => {
    become("broken");
    if (reason === "io server disconnect") setTimeout(() => socket?.connect(), 500);
  });
  socket.on("connect_error", (error) => {
    become("broken");
    if (error.message === "unauthorized") void retryAuthorized();
  });
  socket.on("session_expired", () => void retryAuthorized());
  return socket;
}

// The cookie alone may not do for a socket (polling sends no Origin): then a token is asked for.
async function retryAuthorized(): Promise<void> {
  const mine = socket;
  await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  if (socket === mine && (await onUnauthorized())) socket?.disconnect().connect();
}

export function hangUp(): void {
  socket?.disconnect();
  socket = null;
  become("idle");
}

// The line looks up but nothing comes: better a new one than a long wait for the heartbeat.
export function redial(): void {
  socket?.disconnect().connect();
}

export function join(room: Room): () => void {
  const line = theSocket();
  rooms.add(room);
  if (line.connected) void room.enter();
  return () => {
    rooms.delete(room);
    if (line.connected) line.emit(room.leave.event, room.leave.body, () => undefined);
  };
}

// No answer in 3 s is "not done": the caller sends again, by whatever way.
export function ask<T>(event: string, body: object): Promise<T> {
  return theSocket().timeout(ACK_MS).emitWithAck(event, body) as Promise<T>;
}

export function backInSight(): void {
  if (!socket) return;
  if (!socket.connected) socket.connect();
  else for (const room of rooms) void room.enter();
}

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") backInSight();
});
window.addEventListener("online", backInSight);
