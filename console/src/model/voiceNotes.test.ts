import { expect, test } from "vitest";

import { factsOf, PART_BYTES } from "./voiceNotes.ts";

test("a note is named by the hash of the whole and of each part", async () => {
  const facts = await factsOf(new Uint8Array(2 * PART_BYTES + 1), 29.9996);
  expect([facts.size_bytes, facts.duration_ms, facts.parts.length]).toEqual([24_001, 30_000, 3]);
  expect(facts.parts[0]).toBe(facts.parts[1]);
  expect(facts.parts[2]).toBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  expect(new Set([facts.sha256, ...facts.parts]).size).toBe(3);
});

test("a whole part more or less is no part too many, and no length is out of bounds", async () => {
  expect((await factsOf(new Uint8Array(PART_BYTES), 0)).parts.length).toBe(1);
  expect([(await factsOf(new Uint8Array(1), 0)).duration_ms, (await factsOf(new Uint8Array(1), 99)).duration_ms]).toEqual([1, 31_000]);
});
