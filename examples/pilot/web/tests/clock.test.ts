// The clock shows the server's time, whatever this machine's own clock says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { NO_SKEW, call, countdown, remainingMs, sampled, skewMs } from "../src/clock/clock";

const SERVER = 1_760_640_000_000;

test("a clock an hour wrong shows the same time left", () => {
  for (const wrong of [-3_600_000, 0, 3_600_000]) {
    const skew = sampled(NO_SKEW, SERVER, SERVER + wrong);
    assert.equal(remainingMs(SERVER + 30_000, SERVER + wrong + 10_000, skew), 20_000);
  }
});

test("of the last five samples the one that travelled least is believed", () => {
  let skew = NO_SKEW;
  for (const delay of [40, 900, 300]) skew = sampled(skew, SERVER, SERVER + 500 + delay);
  assert.equal(skewMs(skew), -540);
  for (let i = 0; i < 5; ++i) skew = sampled(skew, SERVER, SERVER + 500 + 200);
  assert.equal(skew.samples.length, 5);
  assert.equal(skewMs(skew), -700);
});

test("nothing is left after the end, never less than nothing", () => {
  assert.equal(remainingMs(SERVER, SERVER + 1, NO_SKEW), 0);
});

test("the countdown is mm:ss rounded up, hh:mm:ss above 99:59", () => {
  const table: [number, string][] = [
    [0, "00:00"],
    [1, "00:01"],
    [1000, "00:01"],
    [1001, "00:02"],
    [30_000, "00:30"],
    [61_000, "01:01"],
    [5_999_000, "99:59"],
    [5_999_001, "01:40:00"],
    [86_400_000, "24:00:00"],
    [-5, "00:00"],
  ];
  for (const [ms, text] of table) assert.equal(countdown(ms), text);
});

test("going once, going twice in the last five seconds, and neither when it is over", () => {
  assert.equal(call(5001), "");
  assert.equal(call(5000), "Going once");
  assert.equal(call(2501), "Going once");
  assert.equal(call(2500), "Going twice");
  assert.equal(call(1), "Going twice");
  assert.equal(call(0), "");
});
