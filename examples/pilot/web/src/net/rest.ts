// One request to the host. The cookie says who asks; an answer >= 400 is thrown as what it says.
// An expired sign-in is renewed once, and the request is sent again.
import type { BadRow } from "../wire/league";

export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly errors: ({ pointer?: string; message: string } & Partial<BadRow>)[] = [],
    readonly retryAfterMs: number | null = null,
  ) {
    super(detail);
  }
}

export interface Sending {
  body?: unknown; // JSON, or FormData
  timeoutMs?: number;
  text?: boolean; // the answer is no JSON
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Renew = () => Promise<boolean>;

let renew: Renew = () => Promise.resolve(false);
export const renewWith = (how: Renew): void => void (renew = how);

export async function rest<T>(method: Method, path: string, sending: Sending = {}): Promise<T> {
  let answer = await send(method, path, sending);
  if (answer.status === 401 && !path.startsWith("/auth/") && (await renew())) {
    answer = await send(method, path, sending);
  }
  if (!answer.ok) throw await refusal(answer);
  if (answer.status === 204) return undefined as T;
  return (sending.text ? await answer.text() : await answer.json()) as T;
}

async function send(method: Method, path: string, sending: Sending): Promise<Response> {
  const form = sending.body instanceof FormData;
  const init: RequestInit = { method, credentials: "same-origin" };
  if (form) init.body = sending.body as FormData;
  else if (sending.body !== undefined) {
    init.body = JSON.stringify(sending.body);
    init.headers = { "Content-Type": "application/json" };
  }
  init.signal = AbortSignal.timeout(sending.timeoutMs ?? 15_000);
  try {
    return await fetch(`/api${path}`, init);
  } catch {
    throw new Refusal(0, "unreachable", "The server does not answer. Is the connection up?");
  }
}

async function refusal(answer: Response): Promise<Refusal> {
  const body = (await answer.json().catch(() => null)) as {
    detail?: string;
    code?: string;
    errors?: Refusal["errors"];
    retryAfterMs?: number;
  } | null;
  const detail = body?.detail ?? `The server answered ${answer.status}.`;
  const code = body?.code ?? "unknown";
  return new Refusal(answer.status, code, detail, body?.errors, body?.retryAfterMs);
}

export function said(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
