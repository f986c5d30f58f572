// The chain, checked against logs that are sealed here by another hand (Node's own crypto), and
// against every way of tampering with one.
import assert from "node:assert/strict";
import { createHash, webcrypto } from "node:crypto";
import { test } from "node:test";
import { moments, pictures } from "../src/chain/fold";
import type { LogEvent, LogRecord } from "../src/chain/record";
import { verify } from "../src/chain/verify";

globalThis.crypto ??= webcrypto as Crypto;

const STREAM = "f0a1b2c3-0000-4000-8000-00000000beef";
const ACTOR = "5b0c0000-0000-4000-8000-000000000001";
const sha = (...parts: Buffer[]) => createHash("sha256").update(Buffer.concat(parts)).digest();
const uuid = (text: string) => Buffer.from(text.replaceAll("-", ""), "hex");

interface Draft {
  events: LogEvent[];
  bodies: Buffer[];
}

function framed(type: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(6);
  head.writeUInt16LE(type, 0);
  head.writeUInt32LE(payload.length, 2);
  return Buffer.concat([head, payload]);
}

function bid(lotNumber: number, manager: number, amount: number): Draft {
  const payload = Buffer.alloc(13);
  payload.writeUInt32LE(lotNumber, 0);
  payload.writeUInt8(manager, 4);
  payload.writeBigInt64LE(BigInt(amount), 5);
  return {
    events: [{ type: "BidPlaced", lotNumber, manager, amount }],
    bodies: [framed(7, payload)],
  };
}

function created(): Draft {
  const managers = [
    { id: ACTOR, label: "Manager 1", purse: 500 },
    { id: STREAM, label: "Manager 2", purse: 500 },
  ];
  const setup = { assets: [{ name: "Arsenal" }], managers };
  return { events: [{ type: "AuctionCreated", setup }], bodies: [framed(1, uuid(STREAM))] };
}

function opened(): Draft {
  const payload = Buffer.alloc(30);
  payload.writeUInt32LE(1, 0);
  payload.writeBigInt64LE(100n, 6);
  payload.writeBigInt64LE(1_760_640_030_000n, 14);
  payload.writeBigInt64LE(2n ** 63n - 1n, 22);
  const event = { lotNumber: 1, asset: 0, basePrice: 100, endsAt: 1_760_640_030_000, hardStop: null };
  return { events: [{ type: "LotOpened", ...event }], bodies: [framed(6, payload)] };
}

function soldTo(winner: number, price: number): Draft {
  const payload = Buffer.alloc(15);
  payload.writeUInt32LE(1, 0);
  payload.writeUInt8(winner, 4);
  payload.writeBigInt64LE(BigInt(price), 5);
  const event = { lotNumber: 1, winner, price, how: "hammer", note: null };
  return { events: [{ type: "LotSold", ...event }], bodies: [framed(9, payload)] };
}

function sealed(drafts: Draft[]): LogRecord[] {
  let prev = sha(Buffer.from("libauction stream"), uuid(STREAM));
  let seq = 1;
  return drafts.map(({ events, bodies }, i) => {
    const at = 1_760_640_000_000 + i * 1000;
    const header = Buffer.alloc(38);
    header.writeBigUInt64LE(BigInt(seq), 0);
    header.writeUInt32LE(bodies.length, 8);
    header.writeBigInt64LE(BigInt(at), 12);
    uuid(ACTOR).copy(header, 20);
    header.writeUInt16LE(1, 36);
    const body = Buffer.concat(bodies);
    const salt = Buffer.alloc(16, i + 1);
    const bodyHash = sha(salt, body);
    const hash = sha(prev, header, bodyHash);
    const record: LogRecord = {
      seq,
      count: bodies.length,
      at: new Date(at).toISOString(),
      actor: ACTOR,
      version: 1,
      events,
      body: body.toString("base64"),
      salt: salt.toString("hex"),
      withheldUntil: null,
      bodyHash: bodyHash.toString("hex"),
      prev: prev.toString("hex"),
      hash: hash.toString("hex"),
    };
    prev = hash;
    seq += bodies.length;
    return record;
  });
}

const both = (...drafts: Draft[]): Draft => ({
  events: drafts.flatMap((one) => one.events),
  bodies: drafts.flatMap((one) => one.bodies),
});

const log = () => sealed([created(), opened(), bid(1, 0, 100), both(bid(1, 1, 250), soldTo(1, 250))]);

test("a log that nobody touched is sound, to its head", async () => {
  const records = log();
  const verdict = await verify(records, STREAM);
  assert.deepEqual(verdict, {
    sound: true,
    seq: 5,
    head: records[3]?.hash,
    records: 4,
    withheld: 0,
    fault: null,
  });
});

test("withheld content leaves the chain sound", async () => {
  const records = log();
  Object.assign(records[1] as LogRecord, { events: null, body: null, salt: null, withheldUntil: "completed" });
  const verdict = await verify(records, STREAM);
  assert.equal(verdict.sound, true);
  assert.equal(verdict.withheld, 1);
});

test("every kind of tampering is found, at its place", async () => {
  const other = (text: string | null) => (text ?? "").replace(/^./, (char) => (char === "0" ? "1" : "0"));
  const deeds: [string, number, (records: LogRecord[]) => void][] = [
    ["a bid made higher in the reading", 3, (all) => void ((all[2]?.events?.[0] as LogEvent)["amount"] = 900)],
    ["a winner changed in the reading", 4, (all) => void ((all[3]?.events?.[1] as LogEvent)["winner"] = 0)],
    ["an event left out of the reading", 4, (all) => void all[3]?.events?.pop()],
    ["the type of an event changed", 3, (all) => void ((all[2]?.events?.[0] as LogEvent).type = "LotSold")],
    ["the time moved", 3, (all) => void ((all[2] as LogRecord).at = "2025-10-16T18:40:02.001Z")],
    ["the actor changed", 3, (all) => void ((all[2] as LogRecord).actor = STREAM)],
    ["the version changed", 3, (all) => void ((all[2] as LogRecord).version = 2)],
    ["the salt changed", 3, (all) => void ((all[2] as LogRecord).salt = other(all[2]?.salt ?? ""))],
    ["the hash changed", 3, (all) => void ((all[2] as LogRecord).hash = other(all[2]?.hash ?? ""))],
    ["a record taken out", 4, (all) => void all.splice(2, 1)],
    ["two records swapped", 3, (all) => void all.splice(1, 2, all[2] as LogRecord, all[1] as LogRecord)],
    ["a record put in twice", 3, (all) => void all.splice(3, 0, all[2] as LogRecord)],
  ];
  for (const [what, seq, deed] of deeds) {
    const records = log();
    deed(records);
    const verdict = await verify(records, STREAM);
    assert.equal(verdict.sound, false, what);
    assert.equal(verdict.seq, seq, what);
  }
});

test("a bid changed and sealed again does not fit what follows", async () => {
  const forged = sealed([created(), opened(), bid(1, 0, 101), both(bid(1, 1, 250), soldTo(1, 250))]);
  const records = [...log().slice(0, 2), forged[2] as LogRecord, ...log().slice(3)];
  const verdict = await verify(records, STREAM);
  assert.equal(verdict.sound, false);
  assert.equal(verdict.seq, 4);
});

test("a log is no other stream's log", async () => {
  const verdict = await verify(log(), ACTOR);
  assert.deepEqual([verdict.sound, verdict.seq], [false, 1]);
});

test("a voided sale gives place and price back, a reset begins anew", () => {
  const event = (seq: number, type: string, more: object = {}) => ({ seq, at: "", event: { type, ...more } });
  const before = moments(log());
  const shots = pictures([
    ...before,
    event(6, "SaleVoided", { lotNumber: 1, willReoffer: true }),
    event(7, "PurseAdjusted", { manager: 0, delta: -100 }),
    event(8, "LotAssigned", { lotNumber: 2, asset: 0, manager: 0, price: 40 }),
    event(9, "AuctionReset"),
  ]);
  const purses = shots.slice(4).map((shot) => shot.seats.map((one) => one.purse));
  assert.deepEqual(purses, [[500, 250], [500, 500], [400, 500], [360, 500], [500, 500]]);
  assert.deepEqual(shots[5]?.seats[1]?.squad, []);
  assert.deepEqual(shots[8]?.seats.map((one) => one.squad), [[], []]);
});

test("the replay shows the auction at every seq", () => {
  const shots = pictures(moments(log()));
  assert.deepEqual(shots.map((shot) => shot.seq), [1, 2, 3, 4, 5]);
  assert.equal(shots[1]?.stand?.asset, "Arsenal");
  assert.equal(shots[3]?.stand?.price, 250);
  assert.equal(shots[4]?.stand, null);
  assert.deepEqual(shots[4]?.seats.map((one) => one.purse), [500, 250]);
  assert.deepEqual(shots[4]?.seats[1]?.squad, [{ name: "Arsenal", price: 250, lot: 1 }]);
});
