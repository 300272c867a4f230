import fc from "fast-check";
import { expect, test } from "vitest";

import { directory, entryOf, spanIn, tileNumber, type Entry } from "./archive.ts";

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value % 0x80) + 0x80, ...varint(Math.floor(value / 0x80))];
}

function written(entries: readonly Entry[]): Uint8Array {
  const steps = entries.map((each, at) => each.first - (entries[at - 1]?.first ?? 0));
  const columns = [steps, entries.map((each) => each.run), entries.map((each) => each.length), entries.map((each) => each.offset + 1)];
  return Uint8Array.from([entries.length, ...columns.flat()].flatMap(varint));
}

// The numbers of the specification's own table, and one far down.
test("tiles are numbered zoom after zoom along the curve", () => {
  expect([tileNumber(0, 0, 0), tileNumber(1, 0, 0), tileNumber(1, 0, 1), tileNumber(1, 1, 1), tileNumber(1, 1, 0)]).toEqual([0, 1, 2, 3, 4]);
  expect([tileNumber(2, 0, 0), tileNumber(12, 3423, 1763)]).toEqual([5, 19078479]);
});

test("no two tiles of a zoom have one number, and neighbours along the curve touch", () => {
  const side = 16;
  const places = Array.from({ length: side * side }, (_, at) => [at % side, Math.floor(at / side)] as const);
  const row = places.toSorted((one, other) => tileNumber(4, ...one) - tileNumber(4, ...other));
  expect(new Set(row.map((each) => tileNumber(4, ...each))).size).toBe(side * side);
  for (const [at, [x, y]] of row.entries()) {
    const [right, down] = row[at + 1] ?? [x + 1, y];
    expect(Math.abs(right - x) + Math.abs(down - y)).toBe(1);
  }
});

test("what is written into a directory is found there", () => {
  const entries = [
    { first: 1, run: 2, length: 10, offset: 0 }, { first: 5, run: 1, length: 2 ** 33, offset: 2 ** 40 }, { first: 2 ** 42, run: 0, length: 7, offset: 12 },
  ];
  const read = directory(written(entries));
  expect(read).toEqual(entries);
  expect([0, 1, 2, 3, 5, 6, 2 ** 42 + 9].map((number) => entryOf(read, number)?.first ?? null)).toEqual([null, 1, 1, null, 5, null, 2 ** 42]);
});

test("an offset that is left out goes on where the last one ended", () => {
  expect(directory(Uint8Array.from([2, 0, 1, 1, 1, 9, 4, 1, 0])).map((each) => each.offset)).toEqual([0, 9]);
});

test("nothing leads out of its part of the file", () => {
  expect(spanIn([100, 20], { first: 0, run: 1, length: 10, offset: 10 })).toEqual([110, 10]);
  expect(() => spanIn([100, 20], { first: 0, run: 1, length: 11, offset: 10 })).toThrow(RangeError);
  expect(() => spanIn([100, 20], { first: 0, run: 1, length: 0, offset: 0 })).toThrow(RangeError);
});

test("any bytes give a directory or an error, and quickly", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        expect(directory(bytes).length * 4).toBeLessThanOrEqual(bytes.length);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
  );
  expect(() => directory(Uint8Array.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 1, 1, 1]))).toThrow(RangeError);
  expect(entryOf([], 5)).toBeNull();
});
