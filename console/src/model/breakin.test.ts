import { expect, test } from "vitest";

import { BREAK_IN_MS, look, waiting, type Since } from "./breakin.ts";
import { call } from "./testing.ts";
import type { Call, Precedence } from "./wire.ts";

const rings = (id: string, precedence: Precedence): Call => call({ call: id, ours: false, state: "ringing", precedence });
const spoken = call({ call: "spoken", state: "in call", precedence: "priority" });
const waits = (...calls: Call[]) => waiting(spoken, { south: [spoken, ...calls] });
const NONE: Since = new Map();

test("only what is more urgent breaks in, and the most urgent stands first", () => {
  const found = waits(rings("r", "routine"), rings("p", "priority"), rings("f", "flash"), rings("i", "immediate"));
  expect(found.map((each) => [each.call.call, each.breaksIn])).toEqual([["f", true], ["i", true], ["p", false], ["r", false]]);
});

test("the lower call is held after three seconds of tone, and not for one that has given up before", () => {
  const first = look(NONE, 1_000, waits(rings("f", "flash")));
  expect([first.begun, first.hold]).toEqual([true, false]);
  const still = look(first.since, 1_000 + BREAK_IN_MS - 1, waits(rings("f", "flash")));
  expect([still.begun, still.hold]).toEqual([false, false]);
  expect(look(still.since, 1_000 + BREAK_IN_MS, waits(rings("f", "flash"))).hold).toBe(true);
  const gone = look(still.since, 2_000, waits());
  expect(look(gone.since, 9_000, waits(rings("g", "flash"))).hold).toBe(false);
});

test("a call of the same or a lower precedence only waits", () => {
  const first = look(NONE, 0, waits(rings("p", "priority"), rings("r", "routine")));
  expect([first.begun, look(first.since, 60_000, waits(rings("p", "priority"))).hold]).toEqual([false, false]);
});
