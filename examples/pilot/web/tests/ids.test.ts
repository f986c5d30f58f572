// Command ids: UUIDs of version 7 (RFC 9562), which begin with the time.
import assert from "node:assert/strict";
import { webcrypto } from "node:crypto";
import { test } from "node:test";
import { newId } from "../src/net/ids";

// Browsers have it; Node 18 does not show it to everybody.
if (!("crypto" in globalThis)) Object.assign(globalThis, { crypto: webcrypto });

test("an id is a UUID of version 7 that begins with the time", () => {
  const id = newId(0x0199_0a0b_0c0d);
  assert.match(id, /^01990a0b-0c0d-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("a later id is greater, and two of one instant differ", () => {
  assert.ok(newId(1_764_000_000_000) < newId(1_764_000_000_001));
  assert.notEqual(newId(1_764_000_000_000), newId(1_764_000_000_000));
});
