// A bid is sent until it is answered: by socket, and with no answer in 3 s by REST, always under the
// same command id, so that it counts once at most however often it arrives.
import type { Receipt } from "../wire/auction";
import { newId } from "./ids";
import { ask, lineNow } from "./live";
import { Refusal, rest } from "./rest";

export interface BidOrder {
  auctionId: string;
  lotId: string;
  amount: number;
  commandId: string;
}

export function bidOrder(auctionId: string, lotId: string, amount: number): BidOrder {
  return { auctionId, lotId, amount, commandId: newId() };
}

interface Refused {
  ok: false;
  code: string;
  detail: string;
}

const TRIES = 6;
const PAUSE_MS = 1000;

// `onTrouble` is told when an answer is late, so that the page can say so.
export async function sendBid(order: BidOrder, onTrouble: (tries: number) => void): Promise<Receipt> {
  const bySocket = lineNow().state === "live" ? await viaSocket(order) : null;
  if (bySocket) return bySocket;
  for (let tries = 1; ; ++tries) {
    onTrouble(tries);
    try {
      return await viaRest(order);
    } catch (error) {
      const lost = error instanceof Refusal && (error.status === 0 || error.status >= 500);
      if (!lost || tries === TRIES) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

async function viaSocket(order: BidOrder): Promise<Receipt | null> {
  let answer: Receipt | Refused;
  try {
    answer = await ask<Receipt | Refused>("bid", order);
  } catch {
    return null;
  }
  if (answer.ok) return answer;
  throw new Refusal(422, answer.code, answer.detail);
}

function viaRest({ auctionId, ...body }: BidOrder): Promise<Receipt> {
  return rest<Receipt>("POST", `/auction/${auctionId}/bid`, { body, timeoutMs: 4000 });
}
