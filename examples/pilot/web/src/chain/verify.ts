// The hash chain of a log, checked in the browser: nothing was changed, removed, put in or moved up
// to the head, and every content that is disclosed is the content that was sealed.
//
//   const verdict = await verify(records, auctionId);
//   verdict.sound ? verdict.head : `${verdict.seq}: ${verdict.fault}`
import { fromBase64, fromHex, fromUuid, joined, sha256, toHex } from "./bytes";
import { misread } from "./decode";
import type { LogRecord } from "./record";

export interface Verdict {
  sound: boolean;
  seq: number; // of the last event that was checked, or of the record that is wrong
  head: string;
  records: number;
  withheld: number;
  fault: string | null;
}

// Web cryptography is given to pages from a secure origin only: https, or this machine.
export const canVerify = (): boolean => typeof crypto !== "undefined" && !!crypto.subtle;

export async function verify(records: LogRecord[], stream: string): Promise<Verdict> {
  let head = await sha256(joined(new TextEncoder().encode("libauction stream"), fromUuid(stream)));
  let seq = 0;
  let withheld = 0;
  for (const [index, record] of records.entries()) {
    const fault = await faultOf(record, head, seq);
    if (fault) {
      return { sound: false, seq: record.seq, head: toHex(head), records: index, withheld, fault };
    }
    head = fromHex(record.hash);
    seq += record.count;
    withheld += record.body === null ? 1 : 0;
  }
  return { sound: true, seq, head: toHex(head), records: records.length, withheld, fault: null };
}

async function faultOf(record: LogRecord, head: Uint8Array, seq: number): Promise<string | null> {
  if (record.seq !== seq + 1 || record.count < 1) return `does not follow ${seq}`;
  if (record.prev !== toHex(head)) return "another record came before";
  const bodyHash = fromHex(record.bodyHash);
  const hash = await sha256(joined(head, header(record), bodyHash));
  if (toHex(hash) !== record.hash) return "changed after it was sealed";
  if (record.body === null) return null;
  const body = fromBase64(record.body);
  const content = await sha256(joined(fromHex(record.salt ?? ""), body));
  if (toHex(content) !== record.bodyHash) return "the content is not what was sealed";
  return misread(body, record);
}

function header(record: LogRecord): Uint8Array {
  const view = new DataView(new ArrayBuffer(20));
  view.setBigUint64(0, BigInt(record.seq), true);
  view.setUint32(8, record.count, true);
  view.setBigInt64(12, BigInt(Date.parse(record.at)), true);
  const version = Uint8Array.of(record.version & 255, record.version >> 8);
  return joined(new Uint8Array(view.buffer), fromUuid(record.actor), version);
}
