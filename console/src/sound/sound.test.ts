import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { fromHex, toHex, utf8 } from "../model/bytes.ts";
import { aloud } from "./aloud.ts";
import { Batch, BATCH_MAX, BATCH_MS } from "./batch.ts";
import { chained, chainStart } from "./chain.ts";

const candidate = (at: number): string => `candidate:${at} 1 udp 1 10.0.0.1 ${at} typ host`;

describe("candidates", () => {
  let sent: [number, boolean][] = [];
  const batch = (): Batch => new Batch((found, last) => sent.push([found.length, last]));
  beforeEach(() => {
    sent = [];
    vi.useFakeTimers();
  });
  afterEach(() => void vi.useRealTimers());
  test("of one moment go together, and the last one says so", () => {
    const one = batch();
    [1, 2, 3].forEach((at) => one.add(candidate(at)));
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(BATCH_MS);
    one.add("");
    expect(sent).toEqual([[3, false], [0, true]]);
  });
  test("fill no entry beyond its bound, nor all entries beyond theirs", () => {
    const one = batch();
    for (let at = 0; at < 100; at++) one.add(candidate(at));
    one.add("");
    expect(sent).toEqual([...Array(4).fill([BATCH_MAX, false]), [0, true]]);
  });
  test("are not named any more by a leg that is closed", () => {
    const one = batch();
    one.add(candidate(1));
    one.stop();
    vi.advanceTimersByTime(BATCH_MS);
    one.add("");
    expect(sent).toEqual([]);
  });
});

test("the digits read aloud are the same at both ends and others for another key", async () => {
  const [one, other, call] = ["aa".repeat(32), "bb".repeat(32), "7f".repeat(16)];
  const digits = await aloud(call, one, other);
  expect(digits.join(" ")).toMatch(/^(\d{5} ){3}\d{5}$/);
  expect(await aloud(call, other, one)).toEqual(digits);
  expect(await aloud(call, one, "cc".repeat(32))).not.toEqual(digits);
});

test("the chain of a recording is that of the node", async () => {
  const start = await chainStart(fromHex("7f3a0c5be1d24f6688a90b1c2d3e4f50"), 1);
  const last = await chained(await chained(start, utf8("one")), utf8("two"));
  expect([toHex(start), toHex(last)]).toEqual([
    "90af5757b5158d6a8ff1826a91ac042f515dc56a4610ab8bd2bfb97841dbfb80",
    "e0545ad4a603c534bd8ebe9c184c6a7e2d545089c0520da49c858cad4013ea8c",
  ]);
});
