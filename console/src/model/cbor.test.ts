import fc from "fast-check";
import { expect, test } from "vitest";

import { fromHex, toHex, type Bytes } from "./bytes.ts";
import { decode, encode, NotStrict, type Value } from "./cbor.ts";

const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.bigInt(-(2n ** 64n), 2n ** 64n - 1n).map((each) => decode(encode(each))),
    fc.uint8Array({ maxLength: 40 }).map((each) => new Uint8Array(each) as Bytes),
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.nat(70).map(String), tie("value"), { maxKeys: 4 }).map(
      (each) => new Map(Object.entries(each).map(([key, held]) => [Number(key), held] as const).sort((a, b) => a[0] - b[0])),
    ),
  ),
})).value;

test("what is written is read back as it was", () => {
  fc.assert(
    fc.property(value, (each) => {
      expect(decode(encode(each))).toStrictEqual(each);
    }),
  );
});

test("any bytes are either refused or the one spelling of a value", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 24 }), (bytes) => {
      const data = new Uint8Array(bytes);
      let read: Value;
      try {
        read = decode(data);
      } catch (error) {
        expect(error).toBeInstanceOf(NotStrict);
        return;
      }
      expect(toHex(encode(read))).toBe(toHex(data));
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ["1800", "a number in two bytes that fits into one"],
  ["a204010402", "a key twice"],
  ["a203010102", "keys out of order"],
  ["a1616101", "a key that is text"],
  ["c100", "a tag"],
  ["f90000", "a float"],
  ["9f00ff", "a list of no stated length"],
  ["62c328", "text that is not UTF-8"],
  ["0000", "bytes after the end"],
  ["5901", "an end too early"],
  ["81818181818181818100", "nine lists in each other"],
])("%s is refused: %s", (hex) => {
  expect(() => decode(fromHex(hex))).toThrow(NotStrict);
});

test("the keys of a map are put in order when it is written", () => {
  expect(toHex(encode(new Map([[7, 1], [1, 2]])))).toBe("a201020701");
});
